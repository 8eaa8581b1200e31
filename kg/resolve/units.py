"""Tells which unit a name means: divisions by the register, departments by their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg import divisions
from kg.records import EntityClass
from kg.resolve import glossary

_DEPARTMENT = re.compile(
    r"(?:委|局|办|厅|部|院|会|署|室|中心|法院|检察院|工委|党工委|管委会|党组|政府|公司|集团)$"
)
_RELATIVE = re.compile(
    r"^(?:全)?([省市区县州旗盟]|自治区|自治州|自治县)(?=[^级里内外域场属]{2,}|委)"
)
_NEW_AREA = re.compile(r"(?:新区|开发区|高新区|经开区|功能区|示范区)$")


@dataclass(frozen=True, slots=True)
class UnitIdentity:
    """Which unit a name means: the name its IRI is made of, its class, and why."""

    name: str
    cls: EntityClass
    code: str = ""
    other_names: tuple[str, ...] = ()
    reason: str = ""


def identify(name: str, region: str, speaker: str = "") -> UnitIdentity:
    """The unit that a text of `region`, given for the unit `speaker`, means by `name`.

    A division is known by its official name (石柱县 -> 石柱土家族自治县, GB/T 2260), a department
    by the glossary's full name, else by its place put before it (市教委 -> 重庆市教委).
    """
    if division := divisions.find(name, region):
        return _division(name, division)
    if entry := glossary.find(name, region):
        return UnitIdentity(entry.label, entry.cls, "", entry.alt_labels, "术语表")
    placed = placed_name(name, region, speaker)
    if entry := glossary.find(placed, region):
        return UnitIdentity(entry.label, entry.cls, "", entry.alt_labels, "术语表")
    if placed != name:
        return UnitIdentity(placed, unit_class(name), "", (), f"按{region or speaker}补全")
    return UnitIdentity(name, unit_class(name))


def placed_name(name: str, region: str, speaker: str) -> str:
    """`name` with the place it leaves out: 市教委 -> 重庆市教委, 县人民医院 -> 忠县人民医院."""
    match = _RELATIVE.match(name)
    if match is None:
        return name
    for place in (speaker, region):
        if place.endswith(match.group(1)):
            return place + name[match.end() :]
    return name


def unit_class(name: str) -> EntityClass:
    """District for divisions and new areas, Department for organs, else Unit, by the last word."""
    if divisions.homonyms(name) or divisions.find(name) or _NEW_AREA.search(name):
        return EntityClass.DISTRICT
    if _DEPARTMENT.search(name):
        return EntityClass.DEPARTMENT
    return EntityClass.UNIT


def _division(name: str, division: divisions.Division) -> UnitIdentity:
    official = division.name
    if divisions.homonyms(official) > 1:
        official = next(divisions.above(division)).name + official
    reason = "" if name == official else f"GB/T 2260 {division.code} {division.name}"
    others = () if official == division.name else (division.name,)
    return UnitIdentity(official, EntityClass.DISTRICT, division.code, others, reason)
