"""Finds national strategies named without quotes (长江经济带), and aims quoted before 的要求."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract.candidates import Candidate, Weight
from kg.extract.heads import strip_quotes
from kg.extract.sentences import Sentence
from kg.lexicon import either, table
from kg.records import EntityClass, Mention

QUOTED_AIM = "quoted aim"
"""The reason of a mention that the text quotes as an aim (“…”的要求)."""
_SHORTEST = 4
_QUOTED_AIM = re.compile(
    r"“(?P<aim>[^“”\n]{4,40})”的(?:重要|总体|工作|发展|战略|目标|根本|实践|具体|明确){0,2}"
    r"(?:要求|总要求|目标|思路|理念|定位|嘱托|指示|部署|方针|原则|总基调|路径|布局|格局)"
)


def find_frameworks(sentence: Sentence) -> Iterator[Candidate]:
    """The national frameworks that `sentence` names outside quotes, and the aims it quotes."""
    yield from _aims(sentence)
    for match in _unquoted().finditer(sentence.text):
        start, end = (sentence.start + place for place in match.span())
        cls = national()[match.group()]
        name = strip_quotes(match.group())
        mention = Mention(start, end, name, cls, "national framework")
        weight = Weight.DOCTRINE if "“" in match.group() else Weight.FRAMEWORK
        yield Candidate(mention, weight)


def _aims(sentence: Sentence) -> Iterator[Candidate]:
    """“疫情要防住、经济要稳住”的重要要求: what is quoted as an aim that one heeds."""
    for match in _QUOTED_AIM.finditer(sentence.text):
        start, end = (sentence.start + place for place in match.span("aim"))
        mention = Mention(start, end, match["aim"], EntityClass.FRAMEWORK, QUOTED_AIM)
        yield Candidate(mention, Weight.QUOTATION)


def is_found_unquoted(name: str) -> bool:
    """Whether `name` is a national framework that is long enough to be found without quotes."""
    return len(name) >= _SHORTEST and name in national()


@cache
def national() -> Mapping[str, EntityClass]:
    """The national frameworks of the lexicon with their classes."""
    return {name: EntityClass(cls) for name, cls in table("national_frameworks", 2) if cls}


@cache
def _unquoted() -> re.Pattern[str]:
    # Two and three characters (两重, 三北) are too often parts of other words.
    return re.compile(either(name for name in national() if len(name) >= _SHORTEST))
