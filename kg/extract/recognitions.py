"""Finds what was obtained: 入选第二批国家碳达峰试点, 获评国家级绿色工厂, 成功创建“三甲”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from kg.extract.candidates import Candidate, Weight
from kg.extract.heads import strip_quotes
from kg.extract.phrases import ClauseParts, Phrase, Verb
from kg.extract.roles import role
from kg.lexicon import longest_first
from kg.records import EntityClass, Mention

_LONGEST = 40
_LEAD = re.compile(r"^(?:为|了|成|到|得|作为|“?(?=.))")
_BECOMING = frozenset({"成为"})
_AWARDED = re.compile(
    r"(?:全国|国家级|世界|国际|中国|首批)(?!.{0,3}(?:第[一二三四\d]|唯一|最(?!美|具)|首个))"
)
_SHORT = frozenset({"三甲"})
_GIVEN_TO = re.compile(r"(?P<holder>[^“”、，]{2,12})“")
_COUNT = re.compile(r"[\d.]+[个家项处条座件名户]$|[一二三四五六七八九十]+[个家项]$")
_TRAILING = re.compile(r"(?:称号|荣誉称号|荣誉)$")


def find_recognitions(clause: ClauseParts, text: str, offset: int) -> Iterator[Candidate]:
    """The lists, honours and statuses that the verbs of `clause` say were obtained.

    `text` is the sentence of the clause and begins at `offset`.
    """
    for index, part in enumerate(clause.parts):
        if isinstance(part, Verb) and (part.after == "recognisedAs" or part.text in _BECOMING):
            following = clause.parts[index + 1 :]
            yield from _obtained(part, following, text, offset)


def _obtained(
    verb: Verb, following: tuple[Verb | Phrase, ...], text: str, offset: int
) -> Iterator[Candidate]:
    phrases = list(takewhile(lambda part: isinstance(part, Phrase), following))
    if not phrases:
        return
    for first, last in _separate(text, verb.end - offset, phrases[-1].end - offset):
        first, last = _pared(text, first, last, verb)
        shown = text[first:last]
        name = strip_quotes(shown)
        if verb.text in _BECOMING and not _AWARDED.match(name):
            continue
        quoted = text[first - 1 : first] == "“" and "”" in text[last - 1 : last + 1]
        telling = quoted or bool(_ending().search(name))
        if not telling or len(name) > _LONGEST or (len(name) < 3 and name not in _SHORT):
            continue
        if shown.endswith("”") and "“" not in shown:
            last -= 1
        yield Candidate(
            Mention(
                offset + first,
                offset + last,
                name,
                EntityClass.RECOGNITION,
                f"after {verb.text}",
            ),
            Weight.RECOGNITION,
        )


def _pared(text: str, first: int, last: int, verb: Verb) -> tuple[int, int]:
    """`[first, last)` without 为, who awards, who is awarded, a count, and 称号."""
    lead = _LEAD.match(text[first:last])
    first += lead.end() if lead else 0
    while first < last and text[first] in "“、和":
        first += 1
    first += _organ_length(text[first:last])
    given = _GIVEN_TO.match(text[first:last])
    if given and verb.text in role("awarding verb"):
        first += given.end()
    last -= len(_matched(_COUNT, text[first:last]))
    last -= len(_matched(_TRAILING, text[first:last].rstrip("”")))
    return first, last


def _separate(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts an enumeration of honours where both sides end like one."""
    begin = start
    for match in re.finditer(r"[、和]", text[start:end]):
        place = start + match.start()
        if _ending().search(strip_quotes(text[begin:place])) and _ending().search(
            strip_quotes(text[place + 1 : end])
        ):
            yield begin, place
            begin = place + 1
    yield begin, end


def _organ_length(text: str) -> int:
    """The length of the bodies that award the honour: 中央社会工作部、农业农村部(党建案例)."""
    match = _organs().match(text)
    return match.end() if match and match.end() < len(text) else 0


def _matched(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group() if match else ""


def _organs() -> re.Pattern[str]:
    names = "|".join(longest_first("ministries"))
    return re.compile(rf"(?:(?:{names})(?:[、和]|等)?)+(?:等?部委|等部门)?")


def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(longest_first('recognition_heads'))})$")
