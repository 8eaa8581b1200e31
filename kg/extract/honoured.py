"""Finds what no head gives away but an honour does: (尕日塘秦刻石)入选…, (河湖管护经验)获评…."""

from __future__ import annotations

import re

from kg import divisions
from kg.extract import markers
from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.heads import find_head
from kg.extract.marks import is_proper, specific, substance
from kg.extract.phrases import ClauseParts
from kg.reading.names import is_name
from kg.records import EntityClass as Cls

_LONGEST = 20
_OF_COMPANIES = re.compile(
    r"制造|工厂|企业|工业|质量奖|数字化|上市|独角兽|产品|单项冠军|产业优秀|科技进步|专利|科学技术"
)
_AREAS = ("区", "镇", "村", "乡", "街区", "目的地")
_PRACTICES = ("经验", "做法", "模式", "案例", "工作", "改革", "治理")


def find_honoured(member: Member, clause: ClauseParts) -> list[Candidate]:
    """The subject of 入选, 获评 … of `clause` where nothing else names it.

    A practice by its last word, a company by the honour, else a place.
    """
    phrase = member.phrase
    verb = phrase.next
    if verb is None or phrase.verb is not None or phrase.preposition or phrase.counted:
        return []
    honour = "".join(part.text for part in clause.parts if part.start >= verb.end)
    if len(phrase.text) < 3 and not (honour.endswith(_AREAS) and is_proper(phrase.words)):
        return []
    if verb.after != "recognisedAs" and verb.text != "成为":
        return []
    if phrase.quoted or len(phrase.text) > _LONGEST:
        return []
    if divisions.find(phrase.text) is not None or phrase.words[-1].tag == "nt":
        return []
    if phrase.listed and markers.class_of(phrase.marker) is not None:
        return []
    if phrase.text.endswith(_PRACTICES):
        if verb.after == "recognisedAs" and substance(phrase.words) > 4 and specific(phrase.words):
            return [candidate(phrase.words, Cls.MECHANISM, "honoured practice", Weight.HONOURED)]
        return []
    headed = find_head(phrase.words)
    placed = headed is not None and headed.cls is Cls.PLACE
    if verb.after != "recognisedAs" or not (is_proper(phrase.words) or placed):
        return []
    if is_name(phrase.text) and len(phrase.text) < 4:
        return []
    cls = Cls.ENTERPRISE if _OF_COMPANIES.search(honour) else Cls.PLACE
    return [candidate(phrase.words, cls, "honoured", Weight.HONOURED)]
