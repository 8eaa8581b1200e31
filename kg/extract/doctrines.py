"""Finds the doctrine that units follow: 习近平经济思想, 中央农村工作会议精神, 党史学习教育."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.candidates import Candidate, Weight
from kg.extract.heads import strip_quotes
from kg.extract.officials import NamedOfficial
from kg.extract.sentences import Sentence
from kg.extract.stated import Stated
from kg.lexicon import table
from kg.records import EntityClass, Mention, Predicate

_REASON = "doctrine"
_USED = re.compile(r"用(?:习近平)?$")
_MAY_NAME = re.compile("习近平|书记|党|会议|教育")


def find_doctrines(sentence: Sentence, officials: Sequence[NamedOfficial]) -> Iterator[Candidate]:
    """The doctrine that `sentence` names by the wordings of the lexicon.

    A person named inside one (习近平总书记…重要讲话精神) keeps the person's own characters: the
    mention then begins after them, with the whole wording as its name.
    """
    if not _MAY_NAME.search(sentence.text):
        return
    for pattern, cls in _patterns():
        for match in pattern.finditer(sentence.text):
            start, end = (sentence.start + place for place in match.span())
            inside = (one.person.end for one in officials if start <= one.person.start < end)
            start = max(inside, default=start)
            name = strip_quotes(match.group() + match.groupdict().get("shared", ""))
            yield Candidate(Mention(start, end, name, cls, "doctrine"), Weight.DOCTRINE)


def find_heeded(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Stated]:
    """The doctrine that is used to lead (用X凝心铸魂), though no verb governs it."""
    for each in mentions:
        before = sentence.text[: each.start - sentence.start]
        if each.reason == _REASON and each.cls is EntityClass.FRAMEWORK and _USED.search(before):
            yield Stated(None, Predicate.ALIGNS_WITH, each, "doctrine")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], EntityClass], ...]:
    return tuple((re.compile(form), EntityClass(cls)) for form, cls in table("doctrines", 2))
