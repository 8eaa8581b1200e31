"""Decides for each mention which thing it names: the identity that its spellings share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg import divisions
from kg.records import EntityClass, Mention, Speech
from kg.resolve import glossary, units
from kg.resolve.names import enterprise_key, key, slug

_QUOTED_CORE = re.compile(r"^“([^“”]+)”(.+)$")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mention names.

    `space` keeps kinds apart that may share a name (units, officials, all other things), `key` is
    equal for equal things, `name` is the official name where one is known ("" else), and `reason`
    says why a spelling that differs from it means the same thing. `path` ends the IRI where that
    is not made of the name.
    """

    space: str
    key: str
    name: str = ""
    cls: EntityClass | None = None
    code: str = ""
    other_names: tuple[str, ...] = ()
    reason: str = ""
    path: str = ""


def unit_identity(name: str, region: str, speaker: str = "") -> Identity:
    """The identity of a unit named in a text of `region`."""
    unit = units.identify(name, region, speaker)
    return Identity(
        "unit", key(unit.name), unit.name, unit.cls, unit.code, unit.other_names, unit.reason
    )


def official_identity(name: str, unit: str) -> Identity:
    """The identity of a person: a name alone does not identify, so the unit counts too."""
    path = f"{slug(unit)}-{slug(name)}" if unit else slug(name)
    return Identity("official", path.casefold(), path=path)


def identity(mention: Mention, speech: Speech) -> Identity:
    """The identity of a mention other than an official's, from its name, its class and place."""
    group = mention.cls.group
    if group is EntityClass.UNIT or _is_unit(mention.name, speech):
        return unit_identity(mention.name, speech.region, speech.unit)
    if entry := glossary.find(mention.name, speech.region):
        return Identity(
            _space(entry.cls), key(entry.label), entry.label, entry.cls, "", entry.alt_labels,
            f"术语表：{entry.source}",
        )  # fmt: skip
    if group is EntityClass.BODY:
        placed = units.placed_name(mention.name, speech.region, speech.unit)
        if placed != mention.name:
            return Identity("thing", key(placed), placed, reason=f"按{speech.unit}补全")
    if group is EntityClass.ENTERPRISE:
        return Identity("thing", enterprise_key(mention.name), reason="去掉组织形式")
    return Identity("thing", key(mention.name))


def _is_unit(name: str, speech: Speech) -> bool:
    """Whether a place or body is one that reports: the speaker itself, or a division in full."""
    division = divisions.find(name, speech.region)
    return name == speech.unit or (division is not None and division.name == name)


def _space(cls: EntityClass) -> str:
    return "unit" if cls.group is EntityClass.UNIT else "thing"


def quoted_core(mention: Mention, speech: Speech) -> str:
    """The quoted part of “685”目标 where the mention is quotes and a head noun, else ""."""
    match = _QUOTED_CORE.match(speech.text.characters[mention.start : mention.end])
    return match.group(1) if match else ""


def core_merges(named: Iterable[tuple[Mention, Speech]]) -> dict[str, str]:
    """Which bare quoted name means which full one: key of 685 -> key of 685目标.

    Only where all full names with that core agree; two different ones leave the core by itself.
    """
    full_names: dict[str, set[str]] = defaultdict(set)
    for mention, speech in named:
        if mention.cls.group is EntityClass.INITIATIVE and (core := quoted_core(mention, speech)):
            full_names[key(core)].add(key(mention.name))
    return {
        core: next(iter(names))
        for core, names in full_names.items()
        if len(names) == 1 and core not in names
    }
