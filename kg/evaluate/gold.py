"""Reads annotated passages: one fact a line, columns separated by `|`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from kg.errors import FayanError
from kg.records import Span

KINDS = frozenset({"level", "growth", "share", "rank", "points"})
COMPARATORS = frozenset({"=", ">=", "<=", "~"})
GROUPS = frozenset(
    {
        "unit",
        "official",
        "enterprise",
        "project",
        "initiative",
        "industry",
        "place",
        "body",
        "recognition",
    }
)
FAMILIES = frozenset({"aligns", "carries", "partners", "builds", "recognised", "located", "leads"})

_COLUMNS = {
    "D": ("docid",),
    "O": ("indicator", "kind", "cmp", "value", "unit", "scope"),
    "E": ("group", "name"),
    "R": ("subject", "family", "object"),
}
_SPAN = re.compile(r"(?P<file>.+)#char=(?P<start>\d+),(?P<end>\d+)")


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One stated figure; `unit` keeps 万/亿 as written, `value` is negative for a fall."""

    indicator: str
    kind: str
    comparator: str
    value: Decimal
    unit: str
    scope: str


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One named thing; `optional` where a careful second reader might leave it out."""

    group: str
    name: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """One stated relation; an end `U` is the unit the passage is about."""

    subject: str
    family: str
    object: str


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A passage and what a reader wrote down of it.

    `docid` is a unit's name (the passage is that unit's speech), or, with `file` and `span` set,
    `FILE#char=START,END`: code points `[START, END)` of that source file.
    """

    docid: str
    file: str
    span: Span | None
    figures: tuple[GoldFigure, ...]
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]


def read_gold(path: Path) -> tuple[GoldPassage, ...]:
    """The passages of the annotation file `path`, in its order.

    Blank lines and lines that open with `#` are skipped; a line that repeats an entity or a
    relation of its passage counts once. Raises FayanError naming file and line for a line that is
    not as the guide says, and for a file that cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FayanError(f"{path}: cannot be read: {error}") from error
    blocks: list[tuple[str, list[GoldFigure | GoldEntity | GoldRelation]]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            tag, fields = _fields(line)
            if tag == "D":
                if any(docid == fields[0] for docid, _ in blocks):
                    raise ValueError(f"passage {fields[0]} is opened twice")
                blocks.append((fields[0], []))
                _place(fields[0])
            elif not blocks:
                raise ValueError("a fact before the first D line")
            else:
                blocks[-1][1].append(_fact(tag, fields))
        except ValueError as error:
            raise FayanError(f"{path}:{number}: {error}") from error
    return tuple(_passage(docid, facts) for docid, facts in blocks)


def _fields(line: str) -> tuple[str, list[str]]:
    """The tag and the stripped columns of a line; ValueError where their number is wrong."""
    tag, *fields = (part.strip() for part in line.split("|"))
    names = _COLUMNS.get(tag)
    if names is None:
        raise ValueError(f"a line opens with D, O, E or R, not {tag!r}")
    if len(fields) != len(names):
        form = "|".join((tag, *names))
        raise ValueError(f"{len(fields) + 1} columns where {form} has {len(names) + 1}")
    required = names if tag != "O" else names[:4]
    for name, value in zip(required, fields, strict=False):
        if not value:
            raise ValueError(f"the column {name!r} is empty")
    return tag, fields


def _fact(tag: str, fields: list[str]) -> GoldFigure | GoldEntity | GoldRelation:
    if tag == "O":
        indicator, kind, comparator, value, unit, scope = fields
        _one_of("kind", kind, KINDS)
        _one_of("comparator", comparator, COMPARATORS)
        return GoldFigure(indicator, kind, comparator, _decimal(value), unit, scope)
    if tag == "E":
        group = fields[0].removeprefix("?")
        _one_of("group", group, GROUPS)
        return GoldEntity(group, fields[1], fields[0].startswith("?"))
    _one_of("family", fields[1], FAMILIES)
    return GoldRelation(*fields)


def _one_of(what: str, value: str, known: frozenset[str]) -> None:
    if value not in known:
        raise ValueError(f"unknown {what} {value!r}; one of {', '.join(sorted(known))}")


def _decimal(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text!r} is not a number") from None
    if not value.is_finite():
        raise ValueError(f"{text!r} is not a number")
    return value


def _place(docid: str) -> tuple[str, Span | None]:
    """The file and span that `docid` names, or ("", None) for a unit's name."""
    if "#" not in docid:
        return "", None
    match = _SPAN.fullmatch(docid)
    if match is None:
        raise ValueError(f"{docid!r} is neither a unit's name nor FILE#char=START,END")
    span = Span(int(match["start"]), int(match["end"]))
    if span.start >= span.end:
        raise ValueError(f"the span of {docid!r} holds no text")
    return match["file"], span


def _passage(docid: str, facts: list[GoldFigure | GoldEntity | GoldRelation]) -> GoldPassage:
    file, span = _place(docid)
    distinct = dict.fromkeys(facts)
    return GoldPassage(
        docid,
        file,
        span,
        tuple(fact for fact in facts if isinstance(fact, GoldFigure)),
        tuple(fact for fact in distinct if isinstance(fact, GoldEntity)),
        tuple(fact for fact in distinct if isinstance(fact, GoldRelation)),
    )
