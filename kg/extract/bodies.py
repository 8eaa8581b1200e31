"""Finds national organs (departments) and international bodies: 农业农村部, 联合国粮农组织."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.candidates import Candidate, Weight
from kg.extract.sentences import Sentence
from kg.lexicon import either, table
from kg.records import EntityClass, Mention

# 国务院决策部署 is a formula that every report repeats.
_FOLLOWED = re.compile("决策部署|工作部署|部署要求|的?坚强领导")
_INTERNATIONAL = re.compile("联合国|世界|亚洲|亚投行|新开发")
_CONGRESS = re.compile(r"(?:[省市区县州]|自治区)人大常委会")


def find_organs(sentence: Sentence) -> Iterator[Candidate]:
    """The organs of the register that `sentence` names, and the congress of its own level."""
    for match in _CONGRESS.finditer(sentence.text):
        start, end = (sentence.start + place for place in match.span())
        mention = Mention(start, end, match.group(), EntityClass.BODY, "people's congress")
        yield Candidate(mention, Weight.ORGAN)
    for match in _organs().finditer(sentence.text):
        if _FOLLOWED.match(sentence.text, match.end()):
            continue
        start, end = (sentence.start + place for place in match.span())
        international = bool(_INTERNATIONAL.match(match.group()))
        cls = EntityClass.BODY if international else EntityClass.DEPARTMENT
        mention = Mention(start, end, match.group(), cls, "register")
        yield Candidate(mention, Weight.ORGAN)


@cache
def _organs() -> re.Pattern[str]:
    names = {
        name
        for full, short in table("ministries", 2)
        for name in (full, *short.split(","))
        if len(name) > 2
    }
    return re.compile(either(names))
