"""Finds national strategies and programmes that texts name without quotes: 长江经济带, 东数西算."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract.candidates import Candidate, Weight
from kg.extract.heads import strip_quotes
from kg.extract.sentences import Sentence
from kg.lexicon import either, table
from kg.records import EntityClass, Mention

_SHORTEST = 4


def find_frameworks(sentence: Sentence) -> Iterator[Candidate]:
    """The national frameworks that `sentence` names outside quotes."""
    for match in _unquoted().finditer(sentence.text):
        start, end = (sentence.start + place for place in match.span())
        cls = national()[match.group()]
        name = strip_quotes(match.group())
        mention = Mention(start, end, name, cls, "national framework")
        weight = Weight.DOCTRINE if "“" in match.group() else Weight.FRAMEWORK
        yield Candidate(mention, weight)


@cache
def national() -> Mapping[str, EntityClass]:
    """The national frameworks of the lexicon with their classes."""
    return {name: EntityClass(cls) for name, cls in table("national_frameworks", 2) if cls}


@cache
def _unquoted() -> re.Pattern[str]:
    # Two and three characters (两重, 三北) are too often parts of other words.
    return re.compile(either(name for name in national() if len(name) >= _SHORTEST))
