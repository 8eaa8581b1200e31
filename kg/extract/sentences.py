"""Cuts a speech's text into sentences, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.records import Text

_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』）)]*")
# 某某日报讯（记者某某）, 新华社某地1月4日电（…）, 某某网消息：: the paper's own line, no sentence.
_PAPER = r"[^，。；：！？（）()\n]"
_DATELINE = re.compile(
    rf"{_PAPER}{{0,24}}(?:讯|电|消息|报道)\s*"
    rf"[（(][^（）()\n]{{0,30}}(?:记者|通讯员|新闻|作者|编辑)[^（）()\n]{{0,60}}[)）]\s*[：:]?"
    rf"|{_PAPER}{{1,10}}[社网台报刊](?:消息|报道|讯|电)[：: 　]|本[报台网刊站]讯[：: 　]"
)
_LONGEST = 1000
_STRAIGHT = re.compile(r'"[^"“”\n]{1,60}"')


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `[start, end)` of a speech's text, closing punctuation included.

    In `text` a straight quotation mark is written as the curly one that it stands for.
    """

    start: int
    end: int
    text: str


def sentences(text: Text) -> tuple[Sentence, ...]:
    """All sentences of `text` in order; together they cover all but newlines and spaces.

    The dateline that a paper sets before its report (…日报讯（记者…）) stands by itself. What runs
    on for more than 1,000 characters without a stop is no sentence that anybody wrote; it is cut
    behind a clause, so that the work on a sentence stays bounded.
    """
    found = []
    characters = _curled(text.characters)
    for match in _SENTENCE.finditer(characters):
        for start, end in _parts(characters, match.start(), match.end()):
            body = characters[start:end].strip()
            if body:
                start += characters[start:end].index(body[0])
                found.append(Sentence(start, start + len(body), body))
    return tuple(found)


def _curled(characters: str) -> str:
    """`characters` with "…" as “…” where both stand in one line, near each other."""
    return _STRAIGHT.sub(lambda pair: f"“{pair.group()[1:-1]}”", characters)


def _parts(characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    dateline = _DATELINE.match(characters, start, end)
    opens = start == 0 or characters[start - 1] == "\n"
    if dateline and opens and dateline.end() < end:
        yield start, dateline.end()
        start = dateline.end()
    yield from _pieces(characters, start, end)


def _pieces(characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        window = characters[start : start + _LONGEST]
        cut = max(window.rfind(mark) for mark in "，,；;：:") + 1 or _LONGEST
        yield start, start + cut
        start += cut
    yield start, end
