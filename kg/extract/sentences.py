"""Cuts a speech's text into sentences, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.records import Text

_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』）)]*")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `[start, end)` of a speech's text, closing punctuation included."""

    start: int
    end: int
    text: str


def sentences(text: Text) -> tuple[Sentence, ...]:
    """All sentences of `text` in order; together they cover all but newlines and spaces.

    What runs on for more than 1,000 characters without a stop is no sentence that anybody wrote;
    it is cut behind a clause, so that the work on a sentence stays bounded.
    """
    found = []
    for match in _SENTENCE.finditer(text.characters):
        for start, end in _pieces(text.characters, match.start(), match.end()):
            body = text.characters[start:end].strip()
            if body:
                start += text.characters[start:end].index(body[0])
                found.append(Sentence(start, start + len(body), body))
    return tuple(found)


def _pieces(characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        window = characters[start : start + _LONGEST]
        cut = max(window.rfind(mark) for mark in "，,；;：:") + 1 or _LONGEST
        yield start, start + cut
        start += cut
    yield start, end
