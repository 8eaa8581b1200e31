from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import periods
from kg.extract.periods import find_periods

SPOKEN = date(2025, 8, 20)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("一季度，GDP增长", "2025-Q1"),
        ("2024年第四季度出口", "2024-Q4"),
        ("四季度出口", "2024-Q4"),
        ("今年前七个月，出口", "2025-01-01/2025-07-31"),
        ("前三季度，出口", "2024-01-01/2024-09-30"),
        ("上半年，出口", "2025-01-01/2025-06-30"),
        ("3月末，贷款余额", "2025-03-31"),
        ("截至2月底，贷款余额", "2025-02-28"),
        ("1—7月，出口", "2025-01-01/2025-07-31"),
        ("2024年，出口", "2024"),
        ("去年，出口", "2024"),
        ("2020年到2025年，出口", "2020/2025"),
        ("“十四五”时期，出口", "2021/2025"),
        ("五年来，出口", "2020/2024"),
        ("今年以来，出口", "2025-01-01/2025-08-20"),
        ("力争四季度出口", "2025-Q4"),
        ("全年预计出口", "2025"),
        ("4月24日，出口", "2025-04-24"),
    ],
)
def test_times_as_iso_8601(text: str, iso: str) -> None:
    (period,) = find_periods(text, SPOKEN)
    assert (period.iso, period.leads) == (iso, True)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("上半年出口", ["2024-01-01/2024-06-30"]),
        ("上半年预计出口", ["2025-01-01/2025-06-30"]),
        ("确保全年出口", ["2025"]),
        # an estimate of January is of the year just over, which the text around it tells
        ("预计全年出口", []),
        ("全年出口", []),
    ],
)
def test_what_lies_ahead_in_january(text: str, iso: list[str]) -> None:
    assert [period.iso for period in find_periods(text, date(2025, 1, 10))] == iso


@pytest.mark.parametrize("text", ["比上年增长", "较2020年提高", "快于2024年"])
def test_a_time_to_compare_with_is_none(text: str) -> None:
    assert find_periods(text, SPOKEN) == ()


def test_a_relative_time_needs_a_date() -> None:
    first, second = find_periods("一季度出口，2024年进口", None)
    assert (first.iso, second.iso) == ("", "2024")


def test_a_time_inside_a_clause_does_not_lead() -> None:
    (period,) = find_periods("高质量举办2025年智博会", SPOKEN)
    assert not period.leads


@given(st.data())
def test_the_search_looks_wherever_a_time_can_open(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(periods._PATTERNS))
    text = data.draw(st.from_regex(form, fullmatch=True))
    assert periods._TIME.match(text), (form, text)
