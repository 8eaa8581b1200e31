"""Dates, and the year of a day that stands without one."""

from __future__ import annotations

from datetime import date

import pytest

from kg.reading.dates import find_date, find_day, likely_year, titled_year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年2月2日在会上", date(2026, 2, 2)),
        ("二〇二六年十一月二十三日", date(2026, 11, 23)),
        ("时间：2026-02-09 07:00", date(2026, 2, 9)),
        ("2025/4/24", date(2025, 4, 24)),
        ("4月24日，2025年4月25日出版", date(2025, 4, 25)),
        ("4月24日", None),
        ("2025年2月30日", None),
        ("编号2025-13-40", None),
    ],
)
def test_full_dates(text: str, expected: date | None) -> None:
    assert find_date(text) == expected


def test_a_day_without_a_year() -> None:
    day = find_day("十月三十一日上午")
    assert day is not None
    assert (day.year, day.month, day.day) == (None, 10, 31)
    assert day.in_year(2024) == date(2024, 10, 31)
    assert day.in_year(None) is None


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("举办2025重庆国际旅行商大会，组织5批次团组赴外参展。", 4, 2025),
        ("2024年增长5%，2024年新增20家，2025年目标增长6%。", 2, 2025),
        ("2025年增长5%，2025年新增20家，2026年目标增长6%。", 12, 2025),
        ("到2027年达到100亿元，2025年已达60亿元。", 6, 2025),
        ("2023—2027年行动方案。", 6, None),
        ("投入2000万元，新增2000余场次。", 6, None),
        ("没有年份。", 6, None),
    ],
)
def test_the_likely_year(text: str, month: int, year: int | None) -> None:
    assert likely_year(text, month) == year


@pytest.mark.parametrize(
    ("title", "month", "year"),
    [
        ("——金堂县2024年三季度重点项目点评会发言摘登", 10, 2024),
        ("——金堂县2024年四季度重点项目点评会发言摘登", 1, 2025),
        ("——金堂县2024年度述职评议会发言摘登", 2, 2025),
        ("——金堂县2024年工作会议发言摘登", 2, 2024),
        ("——二〇二四年全县招商大会发言摘登", 5, 2024),
        ("——金堂县2024—2026年行动部署会发言摘登", 5, None),
        ("——金堂县招商大会发言摘登", 5, None),
    ],
)
def test_the_year_of_a_title(title: str, month: int, year: int | None) -> None:
    assert titled_year(title, month) == year
