"""Finds national organs and international bodies by register: 农业农村部, 联合国教科文组织."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.candidates import Candidate, Weight
from kg.extract.sentences import Sentence
from kg.lexicon import table
from kg.records import EntityClass, Mention


def find_organs(sentence: Sentence) -> Iterator[Candidate]:
    """The organs of the register that `sentence` names."""
    for match in _organs().finditer(sentence.text):
        start, end = (sentence.start + place for place in match.span())
        mention = Mention(start, end, match.group(), EntityClass.BODY, "register")
        yield Candidate(mention, Weight.ORGAN)


@cache
def _organs() -> re.Pattern[str]:
    names = {
        name
        for full, short in table("ministries", 2)
        for name in (full, *short.split(","))
        if len(name) > 2
    }
    return re.compile("|".join(sorted(names, key=lambda name: (-len(name), name))))
