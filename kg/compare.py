"""Compares units by one indicator: a ranking in which each figure keeps its quote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.errors import FayanError
from kg.lexicon import words
from kg.rdf.contents import Contents, FigureRow
from kg.records import Comparator, Kind, Status
from kg.resolve.indicators import indicator_of

_WHOLE_UNIT = ("", "全市", "全省", "全区", "全县", "全州", "全盟", "全旗", "直管区")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure a unit, the best first; all have the same indicator, kind and base unit.

    The best is the largest amount, of ranks the smallest. `places` numbers the rows, equal amounts
    alike (1, 2, 2, 4).
    """

    indicator: str
    kind: Kind
    rows: tuple[FigureRow, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """The place of each row."""
        amounts = [row.amount for row in self.rows]
        return tuple(amounts.index(amount) + 1 for amount in amounts)


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
    levels, shares and ranks one for another period where there is none. Of several for one period
    a plain one goes before a bound (超过), then the first in the text. Like is compared with like:
    figures in the base unit, and ranks in the field, that most units state. Targets, and figures
    for a part of the unit or for a project, do not count. Raises FayanError where no unit reports
    it so.
    """
    label = indicator_of(name).label
    figures = [
        row
        for row in _of_whole_units(contents.figures)
        if row.indicator == label
        and period in ("", row.period)
        and (kind is None or row.kind == kind)
    ]
    if not figures:
        wanted = " ".join(part for part in (kind or "", period) if part)
        raise FayanError(f"{name}: no unit reports it{' as ' + wanted if wanted else ''}")
    chosen = _one_a_unit(_alike(figures))
    sign = 1 if chosen[0].kind == Kind.RANK else -1
    rows = sorted(chosen, key=lambda row: (sign * Decimal(row.amount), row.unit))
    return Comparison(label, Kind(rows[0].kind), tuple(rows))


def comparable(contents: Contents) -> tuple[Comparable, ...]:
    """All indicators that two units or more report alike, the most reported first.

    Names too general to compare by (项目, 企业) are left out.
    """
    groups: dict[tuple[str, str], list[FigureRow]] = defaultdict(list)
    for row in _of_whole_units(contents.figures):
        if row.indicator not in words("generic_heads"):
            groups[row.indicator, row.kind].append(row)
    found = (
        Comparable(indicator, Kind(kind), len({row.unit for row in _alike(rows)}))
        for (indicator, kind), rows in groups.items()
    )
    several = (one for one in found if one.units > 1)
    return tuple(sorted(several, key=lambda one: (-one.units, one.indicator, one.kind)))


def _of_whole_units(figures: Iterable[FigureRow]) -> list[FigureRow]:
    return [
        row
        for row in figures
        if row.status == Status.REPORTED
        and not row.about
        and (row.kind == Kind.RANK or row.area in (*_WHOLE_UNIT, row.unit))
    ]


def _alike(figures: Sequence[FigureRow]) -> list[FigureRow]:
    """Those figures of one kind, base unit and (for ranks) field that most units state."""
    groups: dict[tuple[str, str, str], list[FigureRow]] = defaultdict(list)
    for row in figures:
        field = row.area if row.kind == Kind.RANK else ""
        groups[row.kind, row.base_unit, field].append(row)
    best = min(groups, key=lambda one: (-len({row.unit for row in groups[one]}), one))
    return groups[best]


def _one_a_unit(figures: Sequence[FigureRow]) -> list[FigureRow]:
    """Each unit's figure for the period that most units share, else for another.

    Changes over other stretches of time (五年来) are left out: they cannot be compared. A figure
    that the text does not date comes last.
    """
    shared = Counter(period for _, period in {(row.unit, row.period) for row in figures})
    periods = sorted(shared, key=lambda period: (not period, -shared[period], period))
    changes = figures[0].kind in (Kind.GROWTH, Kind.POINT_CHANGE)
    best: dict[str, FigureRow] = {}
    for row in sorted(
        figures,
        key=lambda one: (
            periods.index(one.period),
            one.comparator != Comparator.EQUAL,
            one.quote.start,
            one.id,
        ),
    ):
        if row.period in ("", periods[0]) or not changes:
            best.setdefault(row.unit, row)
    return list(best.values())
