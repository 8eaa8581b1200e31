"""What changed between two graphs: things, relations and figures that are new, gone or changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TypeVar

from kg.rdf.contents import Contents, Edge, FigureRow, Node, Quote
from kg.vocabulary import Status

Row = TypeVar("Row")


class Change(StrEnum):
    """What became of a thing, a relation or a figure."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Part(StrEnum):
    """The parts of a graph that are compared."""

    NODES = "nodes"
    RELATIONS = "relations"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. `name` tells what changed, for people; `key` is what identifies it.

    `before` and `after` have what is told of it in the old and the new graph ("" where it is new or
    gone), `quote_before` and `quote_after` the first sentence that states it there (None where none
    does).
    """

    part: Part
    change: Change
    key: str
    name: str
    before: str
    after: str
    quote_before: Quote | None
    quote_after: Quote | None


def difference(old: Contents, new: Contents) -> tuple[Difference, ...]:
    """All changes from `old` to `new`: nodes, relations, figures, each new, gone, then changed.

    * A node is the same by its id; changed where its label, class, code or spellings are.
    * A relation is the same by its ends and predicate; changed where its status is, or the number
      of passages that state it.
    * A figure is the same by unit, indicator, kind, status, area, whole, what it is about, base
      unit and period; changed where what is stated of it is (comparator and value). Where a figure
      has none of the same period on the other side, and the other side has one of another period
      and no more, the two are one that changed: 6 % in 2025-Q1, 5.8 % in 2025-H1.
    """
    return (
        *_nodes(old, new),
        *_relations(old, new),
        *_figures(old.figures, new.figures),
    )


def to_json(found: Iterable[Difference]) -> str:
    """The changes as a JSON array of objects with the fields of `Difference`."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def _compared(
    part: Part,
    old: Mapping[str, Row],
    new: Mapping[str, Row],
    name: Callable[[Row], str],
    told: Callable[[Row], str],
    quote: Callable[[Row], Quote | None],
) -> tuple[Difference, ...]:
    """The changes between rows that are the same by key."""
    groups: dict[Change, list[Difference]] = {change: [] for change in Change}
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key), new.get(key)
        row = after if after is not None else before
        assert row is not None
        change = Change.NEW if before is None else Change.GONE if after is None else Change.CHANGED
        made = Difference(
            part=part,
            change=change,
            key=key,
            name=name(row),
            before="" if before is None else told(before),
            after="" if after is None else told(after),
            quote_before=None if before is None else quote(before),
            quote_after=None if after is None else quote(after),
        )
        if change is not Change.CHANGED or made.before != made.after:
            groups[change].append(made)
    return tuple(one for group in groups.values() for one in group)


def _nodes(old: Contents, new: Contents) -> tuple[Difference, ...]:
    def told(node: Node) -> str:
        parts = (node.cls, node.label, node.code, " | ".join(node.alt_labels))
        return "; ".join(part for part in parts if part)

    return _compared(
        Part.NODES,
        {node.id: node for node in old.nodes},
        {node.id: node for node in new.nodes},
        lambda node: node.label,
        told,
        lambda node: next(iter(node.quotes), None),
    )


def _relations(old: Contents, new: Contents) -> tuple[Difference, ...]:
    labels = {node.id: node.label for contents in (old, new) for node in contents.nodes}

    def by_key(contents: Contents) -> dict[str, Edge]:
        return {f"{row.source} {row.predicate} {row.target}": row for row in contents.edges}

    return _compared(
        Part.RELATIONS,
        by_key(old),
        by_key(new),
        lambda row: f"{labels[row.source]} {row.predicate} {labels[row.target]}",
        lambda row: f"{row.status}, {len(row.quotes)} passages",
        lambda row: next(iter(row.quotes), None),
    )


def _figures(old: Iterable[FigureRow], new: Iterable[FigureRow]) -> tuple[Difference, ...]:
    gone, come = _leftovers(old, new)
    pairs, gone, come = _paired(gone, come, _identity)
    later, gone, come = _paired(gone, come, _series)
    return (
        *(_figure(Change.NEW, None, row) for row in come),
        *(_figure(Change.GONE, row, None) for row in gone),
        *(_figure(Change.CHANGED, *pair) for pair in sorted(pairs + later, key=_order)),
    )


def _series(row: FigureRow) -> tuple[str, ...]:
    """What a figure has in common with that of another period."""
    return (
        row.unit,
        row.indicator,
        row.kind,
        row.status,
        row.area,
        row.whole,
        row.about,
        row.base_unit,
    )


def _identity(row: FigureRow) -> tuple[str, ...]:
    return (*_series(row), row.period)


def _order(pair: tuple[FigureRow, FigureRow]) -> tuple[str, ...]:
    return _identity(pair[1])


def _leftovers(
    old: Iterable[FigureRow], new: Iterable[FigureRow]
) -> tuple[list[FigureRow], list[FigureRow]]:
    """The figures of either side that the other does not state alike, sorted."""
    unmatched: dict[tuple[str, ...], list[FigureRow]] = defaultdict(list)
    for row in old:
        unmatched[(*_identity(row), row.comparator, row.amount)].append(row)
    come = []
    for row in new:
        same = unmatched[(*_identity(row), row.comparator, row.amount)]
        if same:
            same.pop()
        else:
            come.append(row)
    gone = [row for rows in unmatched.values() for row in rows]
    return sorted(gone, key=_identity), sorted(come, key=_identity)


def _paired(
    gone: list[FigureRow],
    come: list[FigureRow],
    key: Callable[[FigureRow], tuple[str, ...]],
) -> tuple[list[tuple[FigureRow, FigureRow]], list[FigureRow], list[FigureRow]]:
    """Those that are the only one of their `key` on either side as pairs, and the others."""
    sides: tuple[dict[tuple[str, ...], list[FigureRow]], ...] = (
        defaultdict(list),
        defaultdict(list),
    )
    for side, rows in zip(sides, (gone, come), strict=True):
        for row in rows:
            side[key(row)].append(row)
    both = {one for one in sides[0] if len(sides[0][one]) == 1 == len(sides[1].get(one, ()))}
    pairs = [(sides[0][one][0], sides[1][one][0]) for one in sorted(both)]
    return (
        pairs,
        [row for row in gone if key(row) not in both],
        [row for row in come if key(row) not in both],
    )


_SIGNS = {"Equal": "", "AtLeast": "≥", "AtMost": "≤", "About": "≈"}


def _figure(change: Change, before: FigureRow | None, after: FigureRow | None) -> Difference:
    row = after or before
    assert row is not None
    named = [row.unit, row.about, row.area, row.indicator, row.kind, row.whole]
    if row.status != Status.REPORTED:
        named.append(row.status)
    return Difference(
        part=Part.FIGURES,
        change=change,
        key=row.id,
        name=" ".join(part for part in named if part),
        before=_stated(before),
        after=_stated(after),
        quote_before=before.quote if before else None,
        quote_after=after.quote if after else None,
    )


def _stated(row: FigureRow | None) -> str:
    if row is None:
        return ""
    period = f" ({row.period})" if row.period else ""
    return f"{_SIGNS.get(row.comparator, '')}{row.value}{row.unit_text}{period}"
