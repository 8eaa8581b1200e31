"""Finds documents named by what they do: 出台(支持乡村富民产业发展20条措施), 10件(民生实事)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.candidates import Candidate, Weight
from kg.extract.heads import strip_quotes
from kg.extract.roles import role
from kg.extract.sentences import Sentence
from kg.lexicon import either
from kg.records import EntityClass, Mention

_COUNT = r"(?:若干|[\d一二三四五六七八九十百]+[条项]|[一二三四五六七八九十]+个方面)"
_KIND = (
    r"(?:政策措施|改革举措|升级举措|工作措施|硬措施|重点举措|重要举措|工作方案|实施方案|实施意见"
    r"|总体方案|总体规划方案|行动方案|行动计划|若干政策|措施|举措|意见|办法|方案|政策|细则|条例|规定)"
)
_ITEMS = r"(?:“\d+条(?:措施|政策)?”)"
# What each is told to do; no more than one clause, and no title marks.
_PURPOSE = r"[^，。；：！？、《》\n]{2,36}?"
_PLAIN = re.compile(r"(?:等(?:政策)?(?:措施|举措)|系列举措)$")
# A government promises a number of deeds each year: 办好10件民生实事.
_DEEDS = re.compile(
    r"[\d一二三四五六七八九十]\s?[件项类](?:[省市区县州]级?)?(?:重点|重大)?(?P<name>民生实事)"
)


def find_policies(sentence: Sentence) -> Iterator[Candidate]:
    """The untitled documents of `sentence` whose name opens with a verb, and its annual deeds."""
    text = sentence.text
    for match in _issued().finditer(text):
        part = "name" if match["name"] else "counted"
        if not _PLAIN.search(match[part]):
            cls = EntityClass.PROGRAMME if match[part].endswith("计划") else EntityClass.POLICY
            yield _named(sentence, match, part, cls, "issued")
    for match in _DEEDS.finditer(text):
        yield _named(sentence, match, "name", EntityClass.PROGRAMME, "yearly deeds")


def _named(
    sentence: Sentence, match: re.Match[str], part: str, cls: EntityClass, reason: str
) -> Candidate:
    start, end = (sentence.start + place for place in match.span(part))
    return Candidate(Mention(start, end, strip_quotes(match[part]), cls, reason), Weight.TITLE)


@cache
def _issued() -> re.Pattern[str]:
    """A verb, one that tells the purpose, a kind of document; after some verbs it is counted."""
    issuing, heeding = either(role("issuing verb")), either(role("heeded issue"))
    purpose = rf"(?:{either(role('purpose verb'))}){_PURPOSE}"
    return re.compile(
        rf"(?:(?:{issuing})了?(?:关于)?(?:进一步)?(?P<name>{purpose}(?:(?:{_COUNT})?{_KIND}|{_ITEMS}))"
        rf"|(?:{heeding})(?P<counted>{purpose}{_COUNT}{_KIND}))(?=[，。；、：和]|$)"
    )
