"""Settles for each speech of a page the unit, the region and the official with posts in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from kg.divisions import above, find, short_names
from kg.reading.layout import Draft
from kg.reading.notices import place_level
from kg.reading.page import Page
from kg.reading.places import (
    city_or_province_above,
    common_region,
    is_of_level,
    named_divisions,
    own_level,
    place_named,
)
from kg.reading.posts import BARE_LEVELS, Place, compose, speaking_unit
from kg.records import Official, Post

_REPORT = re.compile(r"报告$")
_ORGAN = re.compile(
    r"(?:省|市|区|县|州|自治区)(?!委[、，]|政府)(?:(?!书记|召开|领导)[\u4e00-\u9fff]){1,12}?"
    r"(?:局|委|办|厅|检察院|法院|人大常委会|政协|总工会|集团|公司)"
)
_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:经济(?:技术)?开发区|高新技术产业开发区|开发区|高新区|经开区|新区|工业园区)"
)
_STAMP = re.compile(r"^\d{4}(?:\d{4}|[-_]\d\d?[-_]\d\d?)?[-_年 ]+")
_OPENING = 10
_FIRST_LINES = 200
_HIGH = ("省", "自治区", "市", "州", "盟")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The unit of a speech, the region its 全市 or 全省 means ("" unknown), and who speaks."""

    unit: str
    region: str
    official: Official | None


def speakers(page: Page, drafts: Sequence[Draft], name: str) -> tuple[Speaker, ...]:
    """The speaker of each draft; `name`, the file's, is the last place to look for a unit."""
    shared = _page_region(page, drafts)
    return tuple(_speaker(page, draft, shared, name) for draft in drafts)


def _speaker(page: Page, draft: Draft, shared: str, name: str) -> Speaker:
    body = _body(page, draft)
    filed = _filed(name)
    region = _own_region(page, draft) or shared or _region_of_text(page, draft, body, filed)
    texts = [*_front(page, draft), *_titles(page), region, filed]

    def place(level: str) -> str:
        return place_named(level, texts, body)

    posts, unit = _posts(draft, place)
    unit = unit or _unit_of_text(page, draft, body, region, filed)
    if not unit and (level := own_level(body)):
        unit = place(level)
    if not unit and _opens_with_place(body, filed):
        unit = filed
    unit = unit or region or filed or _STAMP.sub("", PurePath(name).stem) or name
    official = Official(draft.name, posts) if draft.name else None
    return Speaker(unit, region or _region_around(unit), official)


def _filed(name: str) -> str:
    """The division that a file's name names (2026-天津市.txt), or ""."""
    return next(named_divisions(PurePath(name).stem), "")


def _posts(draft: Draft, place: Place) -> tuple[tuple[Post, ...], str]:
    if draft.byline is None:
        return (), ""
    phrases = draft.byline.byline.phrases
    posts = compose(phrases, place)
    return posts, speaking_unit(phrases, posts) or draft.byline.byline.unit


def _body(page: Page, draft: Draft) -> str:
    return "".join(page.lines[number].bare for number in draft.body)


def _front(page: Page, draft: Draft) -> list[str]:
    """What names the place of a report: its title and its date line."""
    headline = "".join(page.lines[number].bare for number in draft.headline)
    found = [headline] if _REPORT.search(headline) else []
    return found + [line.told.name for line in draft.date_lines if line.told.name]


def _titles(page: Page) -> list[str]:
    """What names the place of a page of speeches: its title, subtitle and meeting."""
    titles = [page.joined(found.first, found.last) for found in page.titles]
    if page.turns and page.bylines:
        # What opens a transcript tells where the conference was.
        titles.append(page.joined(0, page.bylines[0].first - 1))
    return titles + [found.told.name for found in page.notices]


def _own_region(page: Page, draft: Draft) -> str:
    """The region of a report from its title or date line."""
    for text in _front(page, draft):
        if names := list(named_divisions(text)):
            return _region_around(names[0])
    return ""


def _region_around(unit: str) -> str:
    """A province or city itself, for a county or district what it lies in."""
    division = find(unit)
    if division is None:
        return ""
    if division.level == "county" and not unit.endswith("市"):
        return city_or_province_above(unit)
    return division.name


def _page_region(page: Page, drafts: Sequence[Draft]) -> str:
    """The region of a page from its titles, else from the units of its bylines."""
    for text in _titles(page):
        if named := _most_specific(text):
            return named
    units = {unit for draft in drafts if (unit := _posts(draft, lambda level: "")[1])}
    units -= set(BARE_LEVELS)
    if len(units) == 1:
        return _region_around(units.pop())
    return common_region(sorted(units))


def _most_specific(text: str) -> str:
    """The province or city that `text` names, the inner one of two that lie in each other."""
    best = ""
    for name in named_divisions(text):
        division = find(name)
        if division is None or division.level == "county":
            continue
        if not best or any(outer.name == best for outer in above(division)):
            best = name
    return best


def _region_of_text(page: Page, draft: Draft, body: str, filed: str) -> str:
    """The region that a text without any title or division in its byline speaks of."""
    levels = [place_level(found.told.name) for found in page.notices]
    if draft.byline:
        levels += [
            level
            for phrase in draft.byline.byline.phrases
            for level in _HIGH
            if phrase.prefix.startswith(level)
        ]
    if not draft.byline and _ZONE.match(body):
        # 全区 of a zone's own text is the zone.
        return ""
    level = next((level for level in levels if level), "") or own_level(body)
    return _region_around(place_named(level, [filed], body)) if level else ""


def _unit_of_text(page: Page, draft: Draft, body: str, region: str, filed: str) -> str:
    """The unit of a speech whose byline names none: by its title, its first words, its headline.

    A headline by itself tells of too many places; it counts where it names the division that the
    file is `filed` under.
    """
    for text in _front(page, draft):
        for name in named_divisions(text):
            return name
    if opened := _opening_unit(body, region):
        return opened
    headline = "".join(page.lines[number].bare for number in draft.headline)
    return filed if _opens_with_place(headline, filed) else ""


def _opens_with_place(text: str, filed: str) -> bool:
    """Whether the first lines of `text` name the division that the file is `filed` under."""
    spelled = (filed, *short_names(filed)) if filed else ()
    return any(spelling in text[:_FIRST_LINES] for spelling in spelled)


def _opening_unit(body: str, region: str) -> str:
    """The division or department that `body` begins with."""
    for length in range(_OPENING, 1, -1):
        division = find(body[:length], region)
        if division is None:
            continue
        inside = any(outer.name == region for outer in above(division))
        if inside or division.name == body[:length]:
            return body[:length] if body[:length].endswith(division.name[-1]) else division.name
    if match := _ORGAN.match(body):
        return match.group()
    zone = _ZONE.match(body)
    return zone.group() if zone and body.count(zone.group()) > 1 else ""


__all__ = ["Speaker", "is_of_level", "speakers"]
