"""Reads a byline: the posts, as phrases with their ranks, and the person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import longest_first, table
from kg.reading.lines import is_letter_spaced, without_layout
from kg.reading.names import is_name, is_transliterated

_OPEN, _CLOSE = "（(【[〔", "）)】]〕"
_NOTE = re.compile(r"[（(][^（）()]{1,30}[）)]")
_SEPARATOR = re.compile(r"[、，,；;：:/／\s]+|兼任?")
_BETWEEN_PERSONS = re.compile(r"\s*[、，,；;]\s*|\s+")
_ORNAMENT = re.compile(r"^[\s■●◆▲★☆▶►◎○□—―\-–·*]+|[\s■●◆▲★☆—―\-–*]+$")
_SPACED_NAME = re.compile(r"[\u3400-\u9fff](?:\s+[\u3400-\u9fff]){1,3}$")
_DOTTED_END = re.compile(r"[\u3400-\u9fff\s]{1,8}(?:\s*[·•・‧．]\s*[\u3400-\u9fff]{1,10}){1,3}$")
_MODIFIER = r"(?:原|时任|代理?|常务|第一|执行|专职|兼职|名誉|轮值)?副?"
# 市教育局长 for 市教育局局长.
_CONTRACTED = re.compile("[局部厅处院校社署]长")
_ABOUT_PERSON = re.compile(r"\s*[（(][^（）()]{1,10}[）)]$")
_MAX_LENGTH = 120
_MAX_PREFIX = 30


@dataclass(frozen=True, slots=True)
class Phrase:
    """One post as written, notes in brackets left off: `text` is `prefix` + `rank`.

    `level` names the division that the rank leads (省 市 区 县 …), `member` says that it is a
    seat in a body (常委), `deputy` that it is a second place (副主任).
    """

    text: str
    prefix: str
    rank: str
    level: str
    member: bool
    deputy: bool


@dataclass(frozen=True, slots=True)
class Byline:
    """Who speaks: the name ("" where it stands elsewhere or nobody is named), posts, a named unit.

    Of several persons in one byline it is the first, who speaks for the unit. `spaced` says that
    a space or a mark divides the name from the posts.
    """

    name: str
    phrases: tuple[Phrase, ...]
    unit: str = ""
    spaced: bool = True


@cache
def _rank_pattern() -> re.Pattern[str]:
    ranks = "|".join(map(re.escape, longest_first("posts")))
    return re.compile(rf"^(?P<prefix>.*?)(?P<rank>{_MODIFIER}(?P<base>{ranks}))$")


@cache
def _hint() -> re.Pattern[str]:
    """A word that every byline has; most lines are told from bylines by it quickly."""
    words = (*longest_first("posts"), *longest_first("byline_labels"))
    return re.compile("|".join(map(re.escape, words)))


@cache
def _ranks() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in table("posts", 4)}


@cache
def _organ_end() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, longest_first("organs"))) + ")[”」）)]?$")


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, longest_first("byline_labels")))
    return re.compile(rf"^(?P<label>{labels})(?P<mark>\s*[：:]\s*|(?<=[系为访])\s*)(?P<rest>.+)$")


@cache
def _label_kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in table("byline_labels", 2)}


def parse_byline(text: str) -> Byline | None:
    """The byline that `text`, a whole line, is; None where it is none.

    Understands posts before the name (武侯区委书记 林青山), after it (林青山（武侯区委书记）,
    林青山 武侯区委书记), brackets around and a colon behind the whole, labels (发言人：), and
    further persons behind the first (市教育局局长 王明，副局长 周敏).
    """
    if len(text) > _MAX_LENGTH or not names_post(text):
        return None
    text = _undress(text)
    if not 2 <= len(text) <= _MAX_LENGTH:
        return None
    if match := _label().match(text):
        return _labelled(match["label"], match["rest"])
    return _persons(text)


def parse_phrases(text: str) -> tuple[Phrase, ...]:
    """The posts that `text` lists, or () where it holds anything else."""
    # A note divides posts, or stands inside one: 科技局（科工办）局长.
    return _listed(_NOTE.sub(" ", text)) or _listed(_NOTE.sub("", text))


def _listed(flat: str) -> tuple[Phrase, ...]:
    pieces = [without_layout(piece) for piece in _SEPARATOR.split(flat)]
    phrases = [_phrase(piece) for piece in pieces if piece]
    found = tuple(phrase for phrase in phrases if phrase is not None)
    return found if len(found) == len(phrases) else ()


def names_body(text: str) -> bool:
    """Whether `text` ends as the names of bodies with posts do (局, 区, 集团)."""
    return bool(_organ_end().search(text))


def names_post(text: str) -> bool:
    """Whether `text` has a rank or a byline's label anywhere, as every byline has."""
    return bool(_hint().search(without_layout(text)))


def _undress(text: str) -> str:
    """`text` without ornaments, the brackets around it, 同志 and the colon behind it."""
    text = _ORNAMENT.sub("", text)
    text = re.sub(r"\s*[：:]$", "", text)
    if _is_bracketed(text):
        text = text[1:-1].strip()
    text = re.sub(r"同志$", "", text)
    if is_letter_spaced(text):
        text = without_layout(text)
    return text


def _is_bracketed(text: str) -> bool:
    """Whether one pair of brackets encloses the whole of `text`."""
    if len(text) < 3 or text[0] not in _OPEN or text[-1] not in _CLOSE:
        return False
    depth = 0
    for character in text[:-1]:
        depth += (character in _OPEN) - (character in _CLOSE)
        if depth == 0:
            return False
    return depth == 1


def _labelled(label: str, rest: str) -> Byline | None:
    rest = _undress(rest)
    if _label_kinds()[label] == "unit":
        bare = without_layout(rest)
        return Byline("", (), bare) if names_body(bare) and len(bare) <= _MAX_PREFIX else None
    found = _persons(rest)
    if found is None and (phrases := parse_phrases(rest)):
        return Byline("", phrases)
    if found is None and label != "作者" and is_name(without_layout(rest)):
        return Byline(without_layout(rest), ())
    return found


def _persons(text: str) -> Byline | None:
    """The first of the persons that `text` names with their posts, and that nothing else is in."""
    if alone := _posts_and_name(text) or _name_and_posts(text):
        return alone
    for mark in _BETWEEN_PERSONS.finditer(text):
        first = _posts_and_name(text[: mark.start()]) or _name_and_posts(text[: mark.start()])
        if first and _persons(text[mark.end() :]):
            return first
    return None


def _posts_and_name(text: str) -> Byline | None:
    text = _ABOUT_PERSON.sub("", text)
    for cut, spaced in _name_cuts(text):
        name = without_layout(text[cut:])
        if not (is_name(name) or (is_transliterated(name) and (spaced or len(name) >= 4))):
            continue
        phrases = parse_phrases(text[:cut])
        if phrases:
            return Byline(name, phrases, spaced=spaced)
    return None


def _name_cuts(text: str) -> Iterator[tuple[int, bool]]:
    """Where a name may begin at the end of `text`, and whether a mark stands before it."""
    if dotted := _DOTTED_END.search(text):
        for cut in reversed(range(dotted.start(), len(text) - 2)):
            if not text[cut].isspace():
                yield cut, cut > 0 and not text[cut - 1].isalnum()
    if letters := _SPACED_NAME.search(text):
        for cut in range(letters.start(), len(text) - 2):
            if not text[cut].isspace():
                yield cut, cut > 0 and not text[cut - 1].isalnum()
    for length in (2, 3, 4, 5, 6):
        cut = len(text) - length
        if cut > 0 and not re.search(r"\s", text[cut:]):
            yield cut, not text[cut - 1].isalnum()


def _name_and_posts(text: str) -> Byline | None:
    match = re.match(
        r"(?P<name>\S{2,20}?|[\u3400-\u9fff]\s+[\u3400-\u9fff](?:\s+[\u3400-\u9fff])?)"
        r"(?:\s*[（(](?:作者)?[系为]?(?P<inside>.+)[）)]|[\s，,：:]+(?P<after>.+))$",
        text,
    )
    if match is None:
        return None
    name = without_layout(match["name"])
    phrases = parse_phrases(match["inside"] or match["after"])
    return Byline(name, phrases) if phrases and is_name(name) else None


def _phrase(text: str) -> Phrase | None:
    match = _rank_pattern().match(text)
    if match is None:
        return None
    prefix, base = match["prefix"], match["base"]
    level, member, free = _ranks()[base]
    if prefix and not free and not names_body(prefix):
        if not (_CONTRACTED.fullmatch(match["rank"]) and len(prefix) > 1):
            return None
        prefix += base[0]
    if len(prefix) > _MAX_PREFIX:
        return None
    return Phrase(text, prefix, match["rank"], level, bool(member), "副" in match["rank"])
