from decimal import Decimal

import pytest

from kg.extract.numerals import find_numerals
from kg.extract.ranks import read_rank
from kg.records import Comparator


@pytest.mark.parametrize(
    ("text", "value", "field"),
    [
        ("增速居全国第4位，", 4, "全国"),
        ("工业投资增长、全市第六。", 6, "全市"),
        ("稳居全国首位。", 1, "全国"),
        ("综合算力指数全国排名第八，", 8, "全国"),
        ("稳居中部地区第1，", 1, "中部地区"),
        ("保持第一。", 1, ""),
        ("综合排名第五，", 5, ""),
        ("由全市第28位上升至第15位。", 15, ""),
    ],
)
def test_ranks_with_their_field(text: str, value: int, field: str) -> None:
    found = read_rank(text, find_numerals(text)[-1])
    assert found is not None
    assert (found.quantity.value, found.field) == (Decimal(value), field)


def test_the_first_ten_are_an_upper_bound() -> None:
    found = read_rank("进入全国前十，", find_numerals("进入全国前十，")[0])
    assert found is not None
    assert (found.quantity.value, found.quantity.after) == (Decimal(10), Comparator.AT_MOST)


@pytest.mark.parametrize(
    "text",
    [
        "作为第一位的工作任务",
        "坚持人民第一、生命至上",
        "入选第二批试点",
        "成为全国第三个试点省份",
        "稳居全国第一方阵",
        "放在首位，",
        "人才是第一资源",
    ],
)
def test_what_is_no_rank(text: str) -> None:
    assert read_rank(text, find_numerals(text)[0]) is None
