from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numerals import chinese_number, find_numerals, magnitude_factor, narrow

DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """`number` (below 10**8) in Chinese numerals, by the rules of the school book."""
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        gap = "零" if 0 < low < 1000 else ""
        return written(high) + "万" + gap + (written(low) if low else "")
    parts, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            parts += ("零" if zero and parts else "") + DIGITS[digit] + name
            zero = False
        elif parts:
            zero = True
    return parts or "零"


@given(st.integers(min_value=0, max_value=10**8 - 1))
def test_a_number_written_in_chinese_is_read_back(number: int) -> None:
    assert chinese_number(written(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("两百零五", 205),
        ("一万二千", 12000),
        ("三千二百万", 32_000_000),
        ("二十", 20),
    ],
)
def test_usual_spellings(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["十四五", "一二三", "三五", "八五"])
def test_digits_side_by_side_write_no_number(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("产值5.67万亿元", [("5.67万亿", "5.67", "万亿", False)]),
        ("接待1,234.5万人次", [("1,234.5万", "1234.5", "万", False)]),
        ("装机３５万千瓦", [("35万", "35", "万", False)]),
        ("超4000多万件", [("4000多万", "4000", "万", True)]),
        ("几十家、数百项", [("几十", "10", "", True), ("数百", "100", "", True)]),
        ("三百万元", [("三百万", "300", "万", False)]),
        ("占百分之八十", [("百分之八十", "80", "", False)]),
        ("占四分之一", [("四分之一", "25", "", False)]),
        ("实现翻两番", [("翻两番", "300", "", False)]),
    ],
)
def test_numerals_are_found_whole(text: str, found: list[tuple[str, str, str, bool]]) -> None:
    seen = find_numerals(text)
    assert [(narrow(one.text), str(one.value), one.magnitude, one.more) for one in seen] == found


def test_units_that_begin_with_a_numeral_are_left_alone() -> None:
    assert [one.text for one in find_numerals("750千伏、35万千瓦、1.7个百分点")] == [
        "750",
        "35万",
        "1.7",
    ]


@given(st.text(alphabet="增长0123456789.,万亿千百十一二两多余个％", max_size=30))
def test_numerals_stand_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert narrow(text[numeral.start : numeral.end]) == narrow(numeral.text)
        assert numeral.value is None or numeral.value >= Decimal(0)
        end = numeral.end


def test_magnitudes_multiply() -> None:
    assert magnitude_factor("万亿") == 10**12
    assert magnitude_factor("") == 1
