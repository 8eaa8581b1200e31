"""The common form in which a reader's facts and a graph's facts are compared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.evaluate.gold import GoldFigure, GoldPassage

UNIT = "U"
"""Stands among the names of the unit that a passage is about."""

_SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}
_PARTS = {"成": Decimal(10), "‰": Decimal("0.1"), "个基点": Decimal("0.01")}


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure: `indicators` are the wordings it goes by, `amount` its value in the base unit.

    `kind` is `level`, `growth`, `rank` or `points`; a share counts as a level.
    """

    indicators: tuple[str, ...]
    kind: str
    amount: Decimal
    shown: str


@dataclass(frozen=True, slots=True)
class EntityClaim:
    """A named thing by every name it goes by, the chief one first."""

    group: str
    names: tuple[str, ...]
    optional: bool
    shown: str


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """A relation; each end by every name it goes by."""

    family: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one side says of one passage."""

    figures: tuple[FigureClaim, ...]
    entities: tuple[EntityClaim, ...]
    relations: tuple[RelationClaim, ...]


def amount(kind: str, value: Decimal, unit: str) -> Decimal:
    """`value` in the base unit: 1.12 of 亿人次 is 112000000.

    成 and ‰ are turned into per cent (八成 is 80), and so is a change in 倍 (增长1.3倍 is 130).
    """
    if kind == "growth" and unit == "倍":
        return value * 100
    if unit in _PARTS:
        return value * _PARTS[unit]
    for prefix, scale in _SCALES.items():
        if unit.startswith(prefix):
            return value * scale
    return value


def figure_claim(
    indicators: tuple[str, ...], kind: str, comparator: str, value: Decimal, unit: str
) -> FigureClaim:
    """A figure claim of `kind` as the annotation guide spells it."""
    shown = f"{indicators[0]} {kind} {comparator}{value}{unit}"
    scored_as = "level" if kind == "share" else kind
    return FigureClaim(indicators, scored_as, amount(kind, value, unit), shown)


def of_reader(passage: GoldPassage) -> Claims:
    """What the reader wrote down of `passage`."""
    unit_names = _unit_names(passage)

    def names(name: str) -> tuple[str, ...]:
        return (name, *unit_names) if name in unit_names else (name,)

    return Claims(
        tuple(_figure(figure) for figure in passage.figures),
        tuple(
            EntityClaim(
                entity.group,
                names(entity.name) if entity.group == "unit" else (entity.name,),
                entity.optional,
                f"{'?' if entity.optional else ''}{entity.group} {entity.name}",
            )
            for entity in passage.entities
        ),
        tuple(
            RelationClaim(
                relation.family,
                names(relation.subject),
                names(relation.object),
                f"{relation.subject} {relation.family} {relation.object}",
            )
            for relation in passage.relations
        ),
    )


def _figure(figure: GoldFigure) -> FigureClaim:
    return figure_claim(
        (figure.indicator,), figure.kind, figure.comparator, figure.value, figure.unit
    )


def _unit_names(passage: GoldPassage) -> tuple[str, ...]:
    """`U` and the names of the passage's unit.

    A passage given by file and span belongs to the unit that the file is named after.
    """
    if passage.span is None:
        return UNIT, passage.docid
    units = (entity.name for entity in passage.entities if entity.group == "unit")
    return UNIT, *(name for name in units if name in passage.file)
