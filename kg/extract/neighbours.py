"""Reads what two names side by side say: whose a project is (岭华“电解铜粉”), where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.sentences import Sentence
from kg.extract.stated import Stated
from kg.extract.units import is_division
from kg.records import EntityClass, Mention, Predicate, Speech

_NOTHING = re.compile(r"[“”‘’]*(?:[（(][^（）()]*[)）])?[“‘]?")
_PARTS = re.compile(r"(?:[\d一二三四五六七八九十两]+[县乡区镇村市])*“?")
_LONGEST_DIVISION = 9
_ITEM = re.compile(r"([^、，。；：“”]{2,9})、$")
_MADE = frozenset({EntityClass.PROJECT, EntityClass.PLACE})
_SET = frozenset(
    {EntityClass.PROJECT, EntityClass.PROGRAMME, EntityClass.PLATFORM, EntityClass.PILOT}
)


def adjoins(one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether nothing but quotes and a gloss stands between `one` and the later `other`."""
    between = sentence.text[one.end - sentence.start : other.start - sentence.start]
    return bool(_NOTHING.fullmatch(between))


def find_belonging(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Stated]:
    """Who builds and what is in a place, for each two of `mentions` (sorted) side by side."""
    for one, other in pairwise(mentions):
        between = sentence.text[one.end - sentence.start : other.start - sentence.start]
        if one.cls is EntityClass.ENTERPRISE and other.cls in _MADE and _NOTHING.fullmatch(between):
            yield Stated(one, Predicate.BUILDS, other, "beside")
        elif other.cls in _SET and _is_seat(one, other, sentence):
            yield Stated(other, Predicate.LOCATED_IN, one, "beside")


def find_holders(pilot: Mention, sentence: Sentence, speech: Speech) -> tuple[Mention, ...]:
    """The divisions inside the speaker's own that hold a pilot: A、B、C国家级X试点.

    They open the pilot's name or stand right before it; () where there is none.
    """
    if pilot.cls is not EntityClass.PILOT:
        return ()
    text = sentence.text[: pilot.end - sentence.start]
    begin = pilot.start - sentence.start
    for length in range(_LONGEST_DIVISION, 1, -1):
        for start in (begin, begin - length):
            name = text[start : start + length] if start >= 0 else ""
            if len(name) == length and _is_inside(name, speech):
                return _listed(text, start, start + length, sentence, speech)
    return ()


def _listed(
    text: str, start: int, end: int, sentence: Sentence, speech: Speech
) -> tuple[Mention, ...]:
    """The division `text[start:end]` and those listed before it, in their order."""
    found = []
    while True:
        place = (sentence.start + start, sentence.start + end)
        found.append(Mention(*place, text[start:end], EntityClass.DISTRICT, "of a pilot"))
        before = _ITEM.search(text[:start])
        if before is None or not _is_inside(before[1], speech):
            return tuple(reversed(found))
        start, end = before.span(1)


def _is_inside(name: str, speech: Speech) -> bool:
    own = speech.unit.startswith(name) or speech.region.startswith(name)
    return not own and is_division(name, speech.region)


def _is_seat(one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether `one` is the place of `other`: a place beside it, a unit before a quoted project.

    西山3县“光伏入户”工程: between the two there may be how many of its parts.
    """
    start, end = one.end - sentence.start, other.start - sentence.start
    between = sentence.text[start:end]
    if one.cls is EntityClass.PLACE:
        return bool(_NOTHING.fullmatch(between))
    quoted = sentence.text[end : end + 1] == "“" or between.endswith("“")
    return one.cls.group is EntityClass.UNIT and quoted and bool(_PARTS.fullmatch(between))
