from decimal import Decimal

import pytest

from kg.extract.measures import (
    Quantity,
    is_range,
    read_quantity,
    unit_at,
    units,
    with_unit_of,
)
from kg.extract.numerals import find_numerals
from kg.lexicon import table
from kg.records import Comparator


def quantity(text: str, which: int = 0) -> Quantity:
    found = read_quantity(text, find_numerals(text)[which])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "unit", "amount", "base"),
    [
        ("5.67万亿元", "万亿元", "5670000000000", "元"),
        ("1.12亿人次", "亿人次", "112000000", "人次"),
        ("2000余场次", "场次", "2000", "场次"),
        ("7成", "成", "70", "%"),
        ("八成", "成", "80", "%"),
        ("26.3微克/立方米", "微克/立方米", "26.3", "微克/立方米"),
        ("0.6人/百亿元以下", "人/百亿元", "0.6", "人/百亿元"),
        ("100亿千瓦时", "亿千瓦时", "10000000000", "千瓦时"),
        ("45个基点", "个基点", "0.45", "个百分点"),
        ("7.4万套（间）", "万套", "74000", "套"),
        ("2.2万P，", "万P", "22000", "P"),
        ("160.6亿美元", "亿美元", "16060000000", "美元"),
        ("800亿斤", "亿斤", "40000000", "吨"),
        ("3万兆瓦", "万兆瓦", "30000000", "千瓦"),
        ("50亿kWh", "亿kWh", "5000000000", "千瓦时"),
        ("5万标准箱", "万标准箱", "50000", "标箱"),
    ],
)
def test_unit_and_amount_in_the_base_unit(text: str, unit: str, amount: str, base: str) -> None:
    found = quantity(text)
    assert (found.unit_text, found.base_unit) == (unit, base)
    assert found.amount == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("30%以上", Comparator.AT_LEAST),
        ("2000余场", Comparator.AT_LEAST),
        ("280多亿元", Comparator.AT_LEAST),
        ("5.4%以内", Comparator.AT_MOST),
        ("4%左右", Comparator.ABOUT),
        ("12家", None),
    ],
)
def test_words_behind_a_number_bound_it(text: str, bound: Comparator | None) -> None:
    assert quantity(text).after == bound


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("家庭参与", ""),
        ("家企业", "家"),
        ("项目", ""),
        ("人才", ""),
        ("人次", "人次"),
        ("个百分点", "个百分点"),
        ("部门联动", ""),
        ("亿元", ""),
    ],
)
def test_a_noun_is_no_measure_word(text: str, word: str) -> None:
    unit = unit_at(text, 0)
    assert (unit.word if unit else "") == word


def test_a_unit_with_a_code_is_a_base_unit() -> None:
    bases = {unit.base for unit in units().values()}
    coded = {base for base, _, _ in table("base_units", 3)}
    assert coded - bases <= {"微克/立方米"}
    # Whatever has a code is the base of itself, so that two names never share one amount.
    assert all(units()[base].factor == 1 for base in coded & units().keys())


def test_a_range_is_told_from_two_numbers() -> None:
    text = "6-8亿元"
    assert is_range(text, quantity(text, 0), quantity(text, 1))
    text = "6个、8个"
    assert not is_range(text, quantity(text, 0), quantity(text, 1))


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("6-8亿元", "亿元", "600000000"),
        ("50、60万千瓦", "万千瓦", "500000"),
        ("1.2万亿、8200亿元", "万亿元", "1200000000000"),
    ],
)
def test_a_number_without_unit_takes_that_of_the_next(text: str, unit: str, amount: str) -> None:
    found = with_unit_of(quantity(text, 0), quantity(text, 1))
    assert found.unit_text == unit
    assert found.amount == Decimal(amount)
