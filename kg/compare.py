"""Compares units by one indicator: a ranking in which each figure keeps its quote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.errors import FayanError
from kg.rdf.contents import Contents, FigureRow
from kg.records import Kind, Status
from kg.resolve.indicators import indicator_of

_WHOLE_UNIT = ("", "全市", "全省", "全区", "全县", "全州", "全盟", "全旗", "直管区")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure a unit, the largest first; all have the same indicator and kind."""

    indicator: str
    kind: Kind
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class Comparable:
    """An indicator that can be compared: of which kind, and how many units state it."""

    indicator: str
    kind: Kind
    units: int


def compare(
    contents: Contents, name: str, kind: Kind | None = None, period: str = ""
) -> Comparison:
    """Ranks the units that report the indicator called `name` (固投, GDP, 固定资产投资).

    `kind` is the one that most units state unless given; `period` (`2025-Q1`) bounds the figures
    to that period, else a unit's figure for the period that most units share is taken, and of
    several for one period the first in the text. Targets, and figures for a part of the unit or
    for a project, do not count. Raises FayanError where no unit reports it so.
    """
    label = indicator_of(name).label
    figures = [
        row
        for row in _of_whole_units(contents.figures)
        if row.indicator == label and period in ("", row.period)
    ]
    kinds = _units_by_kind(figures)
    if not kinds or (kind and kind not in kinds):
        wanted = " ".join(part for part in (kind or "", period) if part)
        raise FayanError(f"{name}: no unit reports it{' as ' + wanted if wanted else ''}")
    kind = kind or min(kinds, key=lambda one: (-len(kinds[one]), one))
    chosen = _one_a_unit([row for row in figures if row.kind == kind])
    return Comparison(
        label, kind, tuple(sorted(chosen, key=lambda row: (-Decimal(row.amount), row.unit)))
    )


def comparable(contents: Contents) -> tuple[Comparable, ...]:
    """All indicators that two units or more report, the most reported first."""
    units: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in _of_whole_units(contents.figures):
        units[row.indicator, row.kind].add(row.unit)
    found = [
        Comparable(indicator, Kind(kind), len(names))
        for (indicator, kind), names in units.items()
        if len(names) > 1
    ]
    return tuple(sorted(found, key=lambda one: (-one.units, one.indicator, one.kind)))


def _of_whole_units(figures: Iterable[FigureRow]) -> list[FigureRow]:
    return [
        row
        for row in figures
        if row.status == Status.REPORTED and not row.about and row.area in (*_WHOLE_UNIT, row.unit)
    ]


def _units_by_kind(figures: Sequence[FigureRow]) -> dict[Kind, set[str]]:
    units: dict[Kind, set[str]] = defaultdict(set)
    for row in figures:
        units[Kind(row.kind)].add(row.unit)
    return units


def _one_a_unit(figures: Sequence[FigureRow]) -> list[FigureRow]:
    shared: Counter[str] = Counter()
    for _, period in {(row.unit, row.period) for row in figures}:
        shared[period] += 1
    best: dict[str, FigureRow] = {}
    for row in sorted(
        figures, key=lambda one: (-shared[one.period], one.period, one.quote.start, one.id)
    ):
        best.setdefault(row.unit, row)
    return list(best.values())
