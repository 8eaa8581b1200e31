"""Cuts a sentence into words with their places; a quotation or a bracket stays one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import rjieba

from kg import divisions
from kg.lexicon import table, words

QUOTE, DOCUMENT, BRACKET = "quote", "document", "bracket"
_ATOM = (
    r"(?P<quote>“[^“”\n]{1,40}”|‘[^‘’\n]{1,40}’|「[^「」\n]{1,40}」)"
    r"|(?P<document>《[^《》\n]{1,80}(?:〈[^〉]*〉[^《》\n]{0,40})?》)"
    r"|(?P<bracket>[（(][^（）()\n]{1,30}[)）])"
)
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_GROWN = ("试点工作", "普查工作")
_NUMBER = re.compile(r"[\d.]+%?$")
_ENOUGH = 2_000_000
# Districts so called that the words mean any such district.
_EVERYWHERE = re.compile(r"[城市矿郊]|新城|东区|西区")


# A named tuple: far cheaper to make than a dataclass, and a report has twenty thousand words.
class Word(NamedTuple):
    """Characters `[start, end)` of the cut text; `tag` is a part of speech or an atom's kind."""

    start: int
    end: int
    text: str
    tag: str


# Mentions, officials and relations each ask for the words of the same sentence.
@lru_cache(maxsize=1024)
def cut(text: str, offset: int = 0, name: str = "") -> tuple[Word, ...]:
    """The words of `text` in order, places counted from `offset`; they cover all of `text`.

    `name` is one word wherever it stands outside an atom (the unit that speaks).
    """
    found: list[Word] = []
    done = 0
    for match in _atoms(name).finditer(text):
        found.extend(_cut_plain(text[done : match.start()], offset + done))
        kind = "ns" if match.lastgroup == "name" else match.lastgroup or QUOTE
        found.append(Word(offset + match.start(), offset + match.end(), match.group(), kind))
        done = match.end()
    found.extend(_cut_plain(text[done:], offset + done))
    return tuple(found)


@cache
def _atoms(name: str) -> re.Pattern[str]:
    return re.compile(_ATOM + (f"|(?P<name>{re.escape(name)})" if len(name) > 1 else ""))


def words_with(sign: re.Pattern[str], text: str) -> Iterator[Word]:
    """The words of `text` outside atoms that `sign` is found in.

    Only the clauses that hold a sign are cut: no word goes over a comma or a stop.
    """
    plain = _atoms("").sub(lambda atom: "，" * len(atom.group()), text)
    for clause in _CLAUSE.finditer(plain):
        if sign.search(clause.group()):
            words = _cut_plain(clause.group(), clause.start())
            yield from (word for word in words if sign.search(word.text))


def known(word: str) -> bool:
    """Whether `word` is an everyday word: one of the cutter's dictionary, or of the lexicon."""
    return bool(_cutter().has_word(word))


def _cut_plain(text: str, offset: int) -> list[Word]:
    found: list[Word] = []
    place = offset
    for piece, guessed in _cutter().tag(text) if text else ():
        for part, tag in _parts(piece, guessed):
            end = place + len(part)
            found.append(Word(place, end, part, tag))
            place = end
    return found


@lru_cache(maxsize=1 << 15)
def _parts(piece: str, guessed: str) -> tuple[tuple[str, str], ...]:
    """The words of a piece that the dictionary gave, each with its tag."""
    return tuple((part, _tag(part, guessed)) for part in _split_adverb(piece))


def _tag(word: str, guessed: str) -> str:
    if _NUMBER.match(word):
        return "m"
    return "nt" if word in _registered() else guessed


def _split_adverb(piece: str) -> tuple[str, ...]:
    """深入开展 -> 深入, 开展: the dictionary holds some words grown together."""
    if len(piece) < 4 or piece in _verbs() or piece in words("adverbs"):
        return (piece,)
    if piece in _GROWN:
        return (piece[:-2], piece[-2:])
    for length in range(2, len(piece) - 1):
        if piece[:length] in words("adverbs") and piece[length:] in _verbs():
            return (piece[:length], piece[length:])
    return (piece,)


@cache
def _verbs() -> frozenset[str]:
    return words("predicates")


@cache
def _cutter() -> rjieba.Jieba:
    cutter = rjieba.Jieba()
    for name in ("new_words", "adverbs", "predicates", "industries"):
        for word in sorted(words(name)):
            if len(word) > 1:
                cutter.add_word(word, _ENOUGH if len(word) > 3 else None, None)
    for word in sorted(_registered()):
        cutter.add_word(word, _ENOUGH, "nt")
    for division in divisions.register().values():
        for name in (division.name, *divisions.short_names(division.name)):
            if len(name) > 2 and not _EVERYWHERE.match(name):
                cutter.add_word(name, None, "ns")
    return cutter


@cache
def _registered() -> frozenset[str]:
    """The companies and national organs of the registers."""
    return frozenset(
        word
        for name in ("central_enterprises", "well_known_enterprises", "ministries")
        for full, short in table(name, 2)
        for word in (full, *short.split(","))
        if len(word) > 1
    )
