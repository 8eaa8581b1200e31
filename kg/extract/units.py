"""Finds administrative units: divisions by the register (綦江区, 綦江), and departments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg import divisions
from kg.extract.candidates import Candidate, Weight
from kg.extract.cutting import Word
from kg.extract.roles import role
from kg.extract.sentences import Sentence
from kg.extract.towns import is_town
from kg.lexicon import either, words
from kg.records import EntityClass, Mention, Speech

_STOP = re.compile(r"[，。；！？\n]")
_MEETING = re.compile(r"合作|对接|协同|联动|协作|交流")
_HEEDED = re.compile(r"(?:融入|服务|参与)(?:国家)?$")


def find_units(line: Sequence[Word], speech: Speech) -> Iterator[Candidate]:
    """The divisions that the words of a sentence name, full or short, and the speaker's own name.

    A short county name counts only inside the speech's region: elsewhere it is too often a word.
    """
    names = divisions.spellings()
    for word in line:
        name = word.text
        if is_town(word):
            mention = Mention(word.start, word.end, name, EntityClass.DISTRICT, "town")
            yield Candidate(mention, Weight.UNIT)
        if name not in names and name != speech.unit:
            continue
        own = name == speech.unit
        if not own and (name in words("generic_words") or not is_division(name, speech.region)):
            continue
        cls = EntityClass.DISTRICT
        if own and not is_division(name, speech.region) and _department().fullmatch(name):
            cls = EntityClass.DEPARTMENT
        yield Candidate(Mention(word.start, word.end, name, cls, "register"), Weight.UNIT)


def find_regions(sentence: Sentence) -> Iterator[Candidate]:
    """The regions of several provinces that `sentence` says one works with: 加强与长三角合作."""
    sought = tuple(role("meeting verb"))
    for match in _region().finditer(sentence.text):
        before = _STOP.split(sentence.text[: match.start()])[-1]
        after = _STOP.split(sentence.text[match.end() :], maxsplit=1)[0]
        met = "与" in before and _MEETING.search(after)
        if not _HEEDED.search(before) and (met or before.endswith(sought)):
            start, end = (sentence.start + place for place in match.span())
            mention = Mention(start, end, match.group(), EntityClass.UNIT, "region")
            yield Candidate(mention, Weight.SLOGAN)


def find_departments(sentence: Sentence) -> Iterator[Candidate]:
    """The departments of a province, city or county that `sentence` names: 市商务委, 省教育厅."""
    for match in _department().finditer(sentence.text):
        start, end = (sentence.start + place for place in match.span())
        mention = Mention(start, end, match.group(), EntityClass.DEPARTMENT, "department")
        yield Candidate(mention, Weight.DEPARTMENT)


@lru_cache(maxsize=1 << 16)
def is_division(name: str, region: str) -> bool:
    """Whether `name` is a division; a short county name only inside `region` (a full name)."""
    if len(name) < 2:
        return False
    division = divisions.find(name, region)
    if division is None:
        return False
    if division.name == name or division.level != "county":
        return True
    return any(above.name == region for above in divisions.above(division))


def is_department(name: str) -> bool:
    """Whether `name` is a department of a province, city or county: 市发展改革委."""
    return len(name) > 2 and _department().fullmatch(name) is not None


@cache
def _region() -> re.Pattern[str]:
    names = either(role("whole region"))
    return re.compile(
        rf"{names}(?!协同发展|一体化|建设|发展|战略|[一-龥]{{0,2}}(?:中心|联盟|示范区))"
    )


@cache
def _department() -> re.Pattern[str]:
    return re.compile(rf"(?:[市省县区州]|自治区){either(words('departments'))}(?![员会])")
