from __future__ import annotations

from dataclasses import replace

import pytest

from kg.rdf.contents import Contents
from kg.view.figures import comparisons, owners, period, rows, spelled
from tests.network.sample import figure, node, quote, unit


@pytest.mark.parametrize(
    ("kind", "comparator", "value", "unit_text", "expected"),
    [
        ("Growth", "Equal", "12.1", "%", "+12.1%"),
        ("Growth", "Equal", "-8", "%", "−8%"),
        ("Growth", "AtLeast", "30", "%", "+30%以上"),
        ("Growth", "AtLeast", "-80", "%", "−80%以上"),
        ("Growth", "Equal", "0", "%", "0%"),
        ("Level", "AtLeast", "300", "亿元", "300 亿元以上"),
        ("Level", "AtMost", "5.4", "%", "5.4%以内"),
        ("Level", "About", "1.12", "亿人次", "约 1.12 亿人次"),
        ("Share", "Equal", "40", "%", "40%"),
        ("Rank", "Equal", "6", "", "第 6"),
        ("Rank", "AtMost", "10", "", "第 10以内"),
        ("PointChange", "Equal", "5", "%", "+5 个百分点"),
        ("PointChange", "Equal", "-0.3", "个百分点", "−0.3 个百分点"),
    ],
)
def test_a_figure_reads_as_the_text_means_it(
    kind: str, comparator: str, value: str, unit_text: str, expected: str
) -> None:
    row = replace(
        figure(0, "甲区", "", quote("话")),
        kind=kind,
        comparator=comparator,
        value=value,
        unit_text=unit_text,
    )
    assert spelled(row) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ("2025-01-01/2025-03-31", "2025年一季度"),
        ("2025-01-01/2025-12-31", "2025年"),
        ("2025-01-01/2025-06-30", "2025年上半年"),
        ("2024-02-01/2024-02-29", "2024年2月"),
        ("2025-01-01/2025-02-28", "2025年1—2月"),
        ("2025-04-24/2025-04-24", "2025年4月24日"),
        ("2025-04-24", "2025年4月24日"),
        ("2025-Q1", "2025年一季度"),
        ("2024-Q4", "2024年四季度"),
        ("2021-01-01/2025-12-31", "2021—2025年"),
        ("2025-01-15/2025-03-31", "2025-01-15 至 2025-03-31"),
        ("", ""),
        ("2026", "2026年"),
        ("2021/2025", "2021—2025年"),
    ],
)
def test_a_period_reads_as_words(interval: str, expected: str) -> None:
    assert period(interval) == expected


def test_a_figure_stands_with_its_unit_and_with_what_it_measures() -> None:
    said = quote("投资增长")
    given = Contents(
        (node("project/甲项目", "甲项目", "Project", "Project"), unit("甲区")),
        (),
        (figure(4, "甲区", "甲项目", said), figure(1, "甲区", "", said)),
        (),
    )
    told = [row["value"] for row in rows(given, {said: 0})]
    found = owners(given, {"project/甲项目", "unit/甲区"})
    assert [told[number] for number in found["unit/甲区"]] == ["+4.5%", "+1.5%"]
    assert [told[number] for number in found["project/甲项目"]] == ["+4.5%"]


def test_units_are_compared_by_what_two_or_more_report_the_best_first() -> None:
    said = quote("投资增长")
    figures = (
        figure(3, "甲区", "", said),
        figure(9, "乙区", "", said),
        replace(figure(5, "甲区", "", said), indicator="进出口总额"),
    )
    (found,) = comparisons(Contents((unit("甲区"), unit("乙区")), (), figures, ()))
    assert found["indicator"] == "工业投资"
    assert [figures[number].unit for number in found["figures"]] == ["乙区", "甲区"]
