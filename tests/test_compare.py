"""Units are compared by one indicator, like with like."""

from dataclasses import replace

import pytest

from kg.compare import comparable, compare
from kg.errors import FayanError
from kg.rdf.contents import Contents, FigureRow, Quote
from kg.records import Kind

FIGURE = FigureRow(
    id="observation/1",
    unit="甲区",
    indicator="地区生产总值",
    indicator_text="GDP",
    kind="Growth",
    comparator="Equal",
    value="6",
    unit_text="%",
    amount="6",
    base_unit="%",
    area="",
    period="2025-Q1",
    whole="",
    about="",
    status="Reported",
    quote=Quote("speech/1", 0, 9, "GDP增长6%。", "a.txt"),
)


def contents(*figures: FigureRow) -> Contents:
    return Contents((), (), figures, ())


def test_the_largest_comes_first_under_any_name_of_the_indicator() -> None:
    rows = contents(
        FIGURE,
        replace(FIGURE, unit="乙区", amount="10.5", value="10.5"),
        replace(FIGURE, unit="丙区", amount="-2", value="-2"),
    )
    for name in ("GDP", "地区生产总值", "gdp"):
        assert [row.unit for row in compare(rows, name).rows] == ["乙区", "甲区", "丙区"]


def test_targets_projects_and_parts_of_a_unit_are_not_compared() -> None:
    rows = contents(
        FIGURE,
        replace(FIGURE, unit="乙区", amount="9", status="Target"),
        replace(FIGURE, unit="丙区", amount="9", about="某项目"),
        replace(FIGURE, unit="丁区", amount="9", area="某园区"),
    )
    assert [row.unit for row in compare(rows, "GDP").rows] == ["甲区"]


def test_a_unit_answers_with_the_period_that_the_others_share() -> None:
    rows = contents(
        replace(FIGURE, amount="5", period="2021/2025"),
        FIGURE,
        replace(FIGURE, unit="乙区", amount="7"),
    )
    assert [(row.unit, row.period) for row in compare(rows, "GDP").rows] == [
        ("乙区", "2025-Q1"),
        ("甲区", "2025-Q1"),
    ]
    assert [row.amount for row in compare(rows, "GDP", period="2021/2025").rows] == ["5"]


def test_growth_and_level_are_never_mixed() -> None:
    level = replace(FIGURE, kind="Level", amount="2000", unit_text="元")
    rows = contents(FIGURE, level, replace(FIGURE, unit="乙区"))
    assert {row.kind for row in compare(rows, "GDP").rows} == {"Growth"}
    assert [row.amount for row in compare(rows, "GDP", Kind.LEVEL).rows] == ["2000"]


def test_what_nobody_reports_is_said_in_one_line() -> None:
    with pytest.raises(FayanError, match="社零"):
        compare(contents(FIGURE), "社零")
    with pytest.raises(FayanError, match="Rank"):
        compare(contents(FIGURE), "GDP", Kind.RANK)


def test_only_what_two_units_report_can_be_compared() -> None:
    rows = contents(FIGURE, replace(FIGURE, unit="乙区"), replace(FIGURE, indicator="固定资产投资"))
    assert [(one.indicator, one.units) for one in comparable(rows)] == [("地区生产总值", 2)]


def test_equal_amounts_share_a_place() -> None:
    rows = contents(
        *(
            replace(FIGURE, unit=unit, amount=value)
            for unit, value in (("甲区", "6"), ("乙区", "7"), ("丙区", "6"), ("丁区", "5"))
        )
    )
    found = compare(rows, "GDP")
    assert [row.unit for row in found.rows] == ["乙区", "丙区", "甲区", "丁区"]
    assert found.places == (1, 2, 2, 4)


def test_the_first_in_rank_is_the_best_and_ranks_are_of_one_field() -> None:
    rank = replace(FIGURE, kind="Rank", base_unit="位", unit_text="位", area="全国")
    rows = contents(
        replace(rank, amount="4"),
        replace(rank, unit="乙区", amount="2"),
        replace(rank, unit="丙区", amount="1", area="西部"),
    )
    assert [(row.unit, row.amount) for row in compare(rows, "GDP").rows] == [
        ("乙区", "2"),
        ("甲区", "4"),
    ]


def test_amounts_in_other_units_are_not_compared() -> None:
    level = replace(FIGURE, kind="Level", base_unit="元", amount="900")
    rows = contents(
        level,
        replace(level, unit="乙区", amount="800"),
        replace(level, unit="丙区", amount="850", base_unit="美元"),
    )
    assert [row.unit for row in compare(rows, "GDP").rows] == ["甲区", "乙区"]


def test_growth_over_five_years_is_not_set_beside_that_of_one() -> None:
    rows = contents(
        FIGURE,
        replace(FIGURE, unit="乙区"),
        replace(FIGURE, unit="丙区", amount="40", period="2021/2025"),
    )
    assert [row.unit for row in compare(rows, "GDP").rows] == ["乙区", "甲区"]


def test_a_level_of_another_time_stands_in_and_one_without_a_time_comes_last() -> None:
    level = replace(FIGURE, kind="Level", base_unit="元", period="2025")
    rows = contents(
        level,
        replace(level, amount="3", period=""),
        replace(level, unit="乙区", amount="7"),
        replace(level, unit="丙区", amount="5", period="2024"),
    )
    found = compare(rows, "GDP").rows
    assert [(row.unit, row.amount) for row in found] == [
        ("乙区", "7"),
        ("甲区", "6"),
        ("丙区", "5"),
    ]


def test_a_plain_figure_goes_before_a_bound() -> None:
    level = replace(FIGURE, kind="Level", base_unit="元")
    bound = replace(level, amount="20000", comparator="AtLeast")
    said = replace(level, amount="20793", quote=replace(FIGURE.quote, start=50))
    assert [row.amount for row in compare(contents(bound, said), "GDP").rows] == ["20793"]


def test_names_that_say_nothing_are_not_listed() -> None:
    vague = replace(FIGURE, indicator="项目", kind="Level")
    assert comparable(contents(vague, replace(vague, unit="乙区"))) == ()
