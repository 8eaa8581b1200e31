"""The register of administrative divisions (GB/T 2260): names, short names, who lies in whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon import longest_first, table, words

_PEOPLE = "(?:" + "|".join(longest_first("peoples")) + ")族?"
_AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:{_PEOPLE})*自治(区|州|县|旗)$")
_OF_A_PEOPLE = re.compile(rf"^(.{{2,}}?)(?:{_PEOPLE})(?<=族)(区)$")
_PLAIN = re.compile(r"^(.{2,}?)(?:特别行政区|省|市|地区|盟|林区|区|县|旗)$")
_LEVELS = {"province": 0, "prefecture": 1, "county": 2}


@dataclass(frozen=True, slots=True, order=True)
class Division:
    """One division: its six-digit code, full name, level, and the code of the one above ("")."""

    code: str
    name: str
    level: str
    parent: str


@cache
def register() -> Mapping[str, Division]:
    """All divisions at county level and above, by code."""
    return {row[0]: Division(*row) for row in table("divisions", 4)}


def short_names(name: str) -> tuple[str, ...]:
    """The shorter spellings in use: 石柱土家族自治县 -> 石柱县, 石柱; 忠县 -> none."""
    if match := _AUTONOMOUS.match(name):
        stem, kind = match.groups()
        if stem.endswith("族") and stem[:-1] in words("peoples"):
            stem = stem[:-1]
        return (stem,) if kind == "区" else (stem + kind, stem)
    if match := _OF_A_PEOPLE.match(name):
        return (match.group(1) + match.group(2), match.group(1))
    if match := _PLAIN.match(name):
        return (match.group(1),)
    return ()


@cache
def _by_name() -> Mapping[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = defaultdict(list)
    for division in register().values():
        for spelling in (division.name, *short_names(division.name)):
            found[spelling].append(division)
    return {name: tuple(rows) for name, rows in found.items()}


def spellings() -> Collection[str]:
    """All names of divisions, full and short."""
    return _by_name().keys()


def called(name: str) -> tuple[Division, ...]:
    """All divisions that `name` names, in full or short, by code."""
    return _by_name().get(name, ())


def above(division: Division) -> Iterator[Division]:
    """The divisions that `division` lies in, nearest first."""
    while division.parent:
        division = register()[division.parent]
        yield division


@lru_cache(maxsize=1 << 16)
def find(name: str, region: str = "") -> Division | None:
    """The division called `name` (full or short), or None where that is nobody or several.

    Of several the one that is or lies in `region` (a full name) is meant; failing that, the one
    of the highest level where it is alone there. A full name beats a short one, and outside a
    known region a county answers to its full name only: 公安 and 合作 are words as well.
    """
    candidates = called(name)
    if not candidates:
        return None
    inside = [
        division
        for division in candidates
        if division.name == region or any(outer.name == region for outer in above(division))
    ]
    outside = [
        division
        for division in candidates
        if not region or division.level != "county" or division.name == name
    ]
    for rows in (inside, outside):
        exact = [division for division in rows if division.name == name] or list(rows)
        top = min((_LEVELS[division.level] for division in exact), default=0)
        highest = [division for division in exact if _LEVELS[division.level] == top]
        if len(highest) == 1:
            return highest[0]
    return None


@cache
def homonyms(name: str) -> int:
    """How many divisions bear the full name `name` (朝阳区: several)."""
    return sum(division.name == name for division in called(name))
