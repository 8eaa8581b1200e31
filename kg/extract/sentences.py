"""Cuts a speech's text into sentences and clauses, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.records import Text

_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』）)]*")
_CLAUSE = re.compile(r"[^，,；;：:]+[，,；;：:]?")


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters `[start, end)` of a speech's text, closing punctuation included."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `[start, end)` of a speech's text, and its clauses in order."""

    start: int
    end: int
    text: str
    clauses: tuple[Clause, ...]


def sentences(text: Text) -> tuple[Sentence, ...]:
    """All sentences of `text` in order; together they cover all but newlines and spaces."""
    found = []
    for match in _SENTENCE.finditer(text.characters):
        body = match.group().strip()
        if not body:
            continue
        start = match.start() + match.group().index(body[0])
        clauses = tuple(
            Clause(start + part.start(), start + part.end(), part.group())
            for part in _CLAUSE.finditer(body)
        )
        found.append(Sentence(start, start + len(body), body, clauses))
    return tuple(found)
