"""Figures as the page tells them: rows for tables, and how units compare by an indicator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kg.compare import comparable, compare
from kg.rdf.contents import Contents, FigureRow, Quote

_INTERVAL = re.compile(r"(\d{4})-(\d\d)-(\d\d)/(\d{4})-(\d\d)-(\d\d)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
# (first month, last month) of a year -> what that stretch is called
_STRETCHES = {
    (1, 12): "年",
    (1, 6): "年上半年",
    (7, 12): "年下半年",
    (1, 3): "年一季度",
    (4, 6): "年二季度",
    (7, 9): "年三季度",
    (10, 12): "年四季度",
    (1, 9): "年前三季度",
}


def rows(contents: Contents, number: Mapping[Quote, int]) -> list[dict[str, Any]]:
    """Each figure of `contents` in its order, as plain JSON values.

    `quote` is the position of its passage by `number`.
    """
    return [_row(row, number[row.quote]) for row in contents.figures]


def owners(contents: Contents, ids: set[str]) -> dict[str, list[int]]:
    """For each node of `ids` the positions of its figures: those it reports, or that measure it."""
    nodes = [node for node in contents.nodes if node.id in ids]
    units = {node.label: node.id for node in nodes if node.group == "Unit"}
    named: dict[str, list[str]] = {}
    for node in nodes:
        named.setdefault(node.label, []).append(node.id)
    found: dict[str, list[int]] = {}
    for position, row in enumerate(contents.figures):
        reporting = [units[row.unit]] if row.unit in units else []
        for owner in dict.fromkeys(reporting + (named.get(row.about, []) if row.about else [])):
            found.setdefault(owner, []).append(position)
    return found


def comparisons(contents: Contents) -> list[dict[str, Any]]:
    """What `kg compare` ranks units by, the most reported first.

    Each with its `indicator`, `kind`, and the positions of its `figures`, the best first.
    """
    position = {row.id: number for number, row in enumerate(contents.figures)}
    found = []
    for one in comparable(contents):
        ranked = compare(contents, one.indicator, one.kind)
        found.append(
            {
                "indicator": ranked.indicator,
                "kind": ranked.kind.value,
                "figures": [position[row.id] for row in ranked.rows],
                "places": list(ranked.places),
            }
        )
    return found


def _row(row: FigureRow, quote: int) -> dict[str, Any]:
    return {
        "id": row.id,
        "unit": row.unit,
        "about": row.about,
        "indicator": row.indicator_text or row.indicator,
        "shared": row.indicator,
        "kind": row.kind,
        "value": spelled(row),
        "amount": row.amount,
        "whole": row.whole,
        "area": row.area,
        "period": period(row.period),
        "status": row.status,
        "quote": quote,
    }


def spelled(row: FigureRow) -> str:
    """The value with its unit and bound as one reads it: +30%以上, −8.1%, 第 6, +5 个百分点.

    A bound is said in words since of a fall it bounds the size: −80%以上 is −80% or lower.
    """
    sign = "−" if row.value.startswith("-") else ""
    digits = row.value.lstrip("+-")
    if row.kind in ("Growth", "PointChange") and not sign and digits.strip("0."):
        sign = "+"
    about = "约 " if row.comparator == "About" else ""
    bound = {"AtLeast": "以上", "AtMost": "以内"}.get(row.comparator, "")
    if row.kind == "Rank":
        return f"{about}第 {digits}{bound}"
    unit = row.unit_text
    if row.kind == "PointChange" and unit in ("", "%"):
        unit = "个百分点"
    space = " " if unit and unit[0] not in "%‰" else ""
    return f"{about}{sign}{digits}{space}{unit}{bound}"


def period(interval: str) -> str:
    """An ISO 8601 interval in words where it is a whole stretch of one year, else as it is.

    A quarter may be written 2025-Q1, a day, a year and two years as they are.
    """
    if quarter := _QUARTER.fullmatch(interval):
        return f"{quarter[1]}年{'一二三四'[int(quarter[2]) - 1]}季度"
    if years := _YEARS.fullmatch(interval):
        return f"{years[1]}—{years[2]}年" if years[2] else f"{years[1]}年"
    if _DAY.fullmatch(interval):
        interval = f"{interval}/{interval}"
    match = _INTERVAL.fullmatch(interval)
    if not match:
        return interval
    year, first, day, last_year, last, last_day = (int(part) for part in match.groups())
    whole = year == last_year and day == 1 and last_day >= 28
    if whole and (first, last) in _STRETCHES:
        return f"{year}{_STRETCHES[first, last]}"
    if (first, day, last, last_day) == (1, 1, 12, 31):
        return f"{year}—{last_year}年"
    if whole and first == last:
        return f"{year}年{first}月"
    if whole:
        return f"{year}年{first}—{last}月"
    if match[0][:10] == match[0][11:]:
        return f"{year}年{first}月{day}日"
    return f"{match[0][:10]} 至 {match[0][11:]}"
