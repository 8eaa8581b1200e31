"""Reads a byline: the posts, as phrases with their ranks, and the person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import longest_first, table
from kg.reading.lines import without_layout
from kg.reading.names import is_name, is_transliterated

_OPEN, _CLOSE = "（(【[〔", "）)】]〕"
_NOTE = re.compile(r"[（(][^（）()]{1,30}[）)]")
_SEPARATOR = re.compile(r"[、，,；;/／\s]+|兼任?")
_ORNAMENT = re.compile(r"^[\s■●◆▲★☆▶►◎○□—―\-–·*]+|[\s■●◆▲★☆—―\-–*]+$")
_SPACED_NAME = re.compile(r"[\u3400-\u9fff](?:\s+[\u3400-\u9fff]){1,3}$")
_DOTTED_END = re.compile(r"[\u3400-\u9fff\s]{1,8}(?:\s*[·•・‧．]\s*[\u3400-\u9fff]{1,10}){1,3}$")
_MODIFIER = r"(?:原|时任|代理?|常务|第一|执行|专职|兼职|名誉|轮值)?副?"
_MAX_LENGTH = 90
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
    """Who speaks: the name ("" for a unit that speaks by itself), posts, and a named unit.

    `spaced` says that a space or a mark divides the name from the posts.
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
def _ranks() -> dict[str, tuple[str, str]]:
    return {rank: (level, member) for rank, level, member in table("posts", 3)}


@cache
def _organ_end() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, longest_first("organs"))) + ")[”」）)]?$")


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, longest_first("byline_labels")))
    return re.compile(rf"^(?P<label>{labels})(?P<mark>\s*[：:]\s*|(?<=[系为访])\s*)(?P<rest>.+)$")


@cache
def _label_kinds() -> dict[str, str]:
    return {label: kind for label, kind in table("byline_labels", 2)}


def parse_byline(text: str) -> Byline | None:
    """The byline that `text`, a whole line, is; None where it is none.

    Understands posts before the name (九龙坡区委书记 覃昌德), after it (覃昌德（九龙坡区委书记）,
    覃昌德 九龙坡区委书记), brackets around and a colon behind the whole, and labels (发言人：).
    """
    text = _undress(text)
    if not 2 <= len(text) <= _MAX_LENGTH:
        return None
    if match := _label().match(text):
        return _labelled(match["label"], match["rest"])
    return _posts_and_name(text) or _name_and_posts(text)


def parse_phrases(text: str) -> tuple[Phrase, ...]:
    """The posts that `text` lists, or () where it holds anything else."""
    flat = _NOTE.sub(" ", text)
    pieces = [without_layout(piece) for piece in _SEPARATOR.split(flat)]
    phrases = [_phrase(piece) for piece in pieces if piece]
    found = tuple(phrase for phrase in phrases if phrase is not None)
    return found if len(found) == len(phrases) else ()


def names_body(text: str) -> bool:
    """Whether `text` ends as the names of bodies with posts do (局, 区, 集团)."""
    return bool(_organ_end().search(text))


def _undress(text: str) -> str:
    """`text` without ornaments, the brackets around it, 同志 and the colon behind it."""
    text = _ORNAMENT.sub("", text)
    text = re.sub(r"\s*[：:]$", "", text)
    if text and text[0] in _OPEN and text[-1] in _CLOSE and not _NOTE.search(text[1:-1]):
        text = text[1:-1].strip()
    text = re.sub(r"同志$", "", text)
    if _is_letter_spaced(text):
        text = without_layout(text)
    return text


def _is_letter_spaced(text: str) -> bool:
    parts = text.split()
    return len(parts) >= 6 and sum(len(part) == 1 for part in parts) >= 0.8 * len(parts)


def _labelled(label: str, rest: str) -> Byline | None:
    rest = _undress(rest)
    if _label_kinds()[label] == "unit":
        bare = without_layout(rest)
        return Byline("", (), bare) if names_body(bare) and len(bare) <= _MAX_PREFIX else None
    found = _posts_and_name(rest) or _name_and_posts(rest)
    if found is None and label != "作者" and is_name(without_layout(rest)):
        return Byline(without_layout(rest), ())
    return found


def _posts_and_name(text: str) -> Byline | None:
    text = re.sub(r"\s*[（(](?:女|男|[\u4e00-\u9fff]{1,5}族)(?:[，,、][^（）()]{1,8})?[）)]$", "", text)
    for cut, spaced in _name_cuts(text):
        name = without_layout(text[cut:])
        if not (is_name(name) or (spaced and is_transliterated(name))):
            continue
        phrases = parse_phrases(text[:cut])
        if phrases:
            return Byline(name, phrases, spaced=spaced)
    return None


def _name_cuts(text: str) -> Iterator[tuple[int, bool]]:
    """Where a name may begin at the end of `text`, and whether a mark stands before it."""
    if dotted := _DOTTED_END.search(text):
        for cut in range(dotted.start(), text.index(dotted.group()[-1], dotted.start())):
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
    prefix = match["prefix"]
    if len(prefix) > _MAX_PREFIX or (prefix and not names_body(prefix)):
        return None
    level, member = _ranks()[match["base"]]
    return Phrase(text, prefix, match["rank"], level, bool(member), "副" in match["rank"])
