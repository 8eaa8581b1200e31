"""`kg compare` over real texts, against what each text states, read there."""

from __future__ import annotations

import pytest

from kg.api import Graph
from kg.compare import comparable, compare
from kg.records import Kind

# Growth of GDP: in the seed for the first quarter of 2025, in the reports for 2025.
SEED = {
    "忠县": "6.2",
    "丰都县": "6.1",
    "九龙坡区": "6",
    "石柱县": "6",
    "綦江区": "6",
    "荣昌区": "6",
    "两江新区": "5.7",
}
REPORTS = {
    "西藏自治区": "7",  # 地区生产总值增长7%
    "河北省": "5.6",  # 全省生产总值增长5.6%
    "安徽省": "5.5",  # 全省地区生产总值5.3万亿元、增长5.5%
    "山东省": "5.5",  # 地区生产总值增长5.5%、达到10.3万亿元
    "新疆维吾尔自治区": "5.5",  # 全年地区生产总值2.15万亿元、增长5.5%
    "上海市": "5.4",  # 全市生产总值达到5.67万亿元、增长5.4%
    "北京市": "5.4",  # 全市地区生产总值5.2万亿元、增长5.4%
    "江西省": "5.2",  # 地区生产总值增长5.2%
    "广西壮族自治区": "5.1",  # 全区地区生产总值增长5.1%
    "福建省": "5",  # 2025年全省地区生产总值60199.45亿元、增长5%
    "天津市": "4.8",  # 全市地区生产总值增长4.8%
    "黑龙江省": "4.2",  # 全省地区生产总值增长4.2%
    "青海省": "4.1",  # 地区生产总值增长4.1%
    "山西省": "4",  # 全年GDP增长4%
}
# Further rankings of the reports of 2026: what each states of 2025.
RETAIL = {
    "河北省": "5.6",
    "山东省": "5.1",
    "江西省": "4.7",
    "上海市": "4.6",
    "福建省": "4.4",
    "西藏自治区": "4.4",
    "安徽省": "4.2",
    "新疆维吾尔自治区": "3.6",
    "青海省": "2",
}
INVESTMENT = {
    "西藏自治区": "17.2",
    "新疆维吾尔自治区": "7.2",
    "河北省": "6.1",
    "上海市": "4.6",
    "江西省": "1.6",
    "福建省": "-3.3",
}


def shown(graph: Graph, name: str, period: str = "") -> list[tuple[str, str]]:
    return [(row.unit, row.value) for row in compare(graph.contents, name, period=period).rows]


def test_the_districts_of_the_seed_by_growth_of_gdp(seed_graph: Graph) -> None:
    found = compare(seed_graph.contents, "GDP")
    assert [(row.unit, row.value) for row in found.rows] == list(SEED.items())
    assert found.places == (1, 2, 3, 3, 3, 3, 7)
    assert {row.period for row in found.rows} == {"2025-Q1"}
    for row in found.rows:
        assert f"{row.value}%" in row.quote.text


def test_the_provinces_by_growth_of_gdp(corpus_graph: Graph) -> None:
    found = compare(corpus_graph.contents, "GDP")
    assert (found.indicator, found.kind) == ("地区生产总值", Kind.GROWTH)
    assert [(row.unit, row.value) for row in found.rows] == list(REPORTS.items())
    assert {row.period for row in found.rows} == {"2025"}
    for row in found.rows:
        assert f"增长{row.value}%" in row.quote.text


@pytest.mark.parametrize(("name", "expected"), [("社零", RETAIL), ("固投", INVESTMENT)])
def test_the_provinces_by_other_indicators(
    corpus_graph: Graph, name: str, expected: dict[str, str]
) -> None:
    assert shown(corpus_graph, name) == list(expected.items())


def test_grain_is_compared_in_one_unit_though_stated_in_two(corpus_graph: Graph) -> None:
    rows = compare(corpus_graph.contents, "粮食产量", period="2025").rows
    stated = {row.unit: f"{row.value}{row.unit_text}" for row in rows}
    assert stated["黑龙江省"] == "1640.06亿斤"
    assert stated["青海省"] == "119.3万吨"
    assert rows[0].unit == "黑龙江省" and rows[-1].unit == "青海省"
    assert {row.base_unit for row in rows} == {"吨"}


def test_what_can_be_compared_is_listed_with_how_many_units_state_it(corpus_graph: Graph) -> None:
    listed = comparable(corpus_graph.contents)
    assert (listed[0].indicator, listed[0].kind, listed[0].units) == (
        "地区生产总值",
        Kind.GROWTH,
        len(REPORTS),
    )
    assert all(one.units > 1 for one in listed)
    assert ("社会消费品零售总额", Kind.GROWTH) in {(one.indicator, one.kind) for one in listed}
    for one in listed[:20]:
        assert len(compare(corpus_graph.contents, one.indicator, one.kind).rows) <= one.units


def test_the_seed_lists_gdp_first(seed_graph: Graph) -> None:
    first = comparable(seed_graph.contents)[0]
    assert (first.indicator, first.kind, first.units) == ("地区生产总值", Kind.GROWTH, len(SEED))
