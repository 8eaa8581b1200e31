"""Finds the industries that a unit develops: 发展银发经济, 瞄准低空经济、生物医药等领域."""

from __future__ import annotations

from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.cutting import QUOTE
from kg.extract.heads import specific, substance
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_ENDINGS = ("产业集群", "产业链", "产业", "经济", "制造业", "服务业", "集群", "业")
_TELLING = ("产业", "经济", "产业集群")
_LONGEST = 14


def find_industries(member: Member) -> list[Candidate]:
    """The industry that `member` names, where a verb says that it is developed.

    After 发展 and its like any name in 产业 or 经济 is one; elsewhere it must be on the register
    and listed as a field (聚焦…等产业).
    """
    phrase = member.phrase
    if phrase.verb is None or phrase.preposition or phrase.attributive:
        return []
    developed = phrase.verb.after == "develops"
    field = phrase.listed and any(word.text in role("field") for word in phrase.marker)
    if not developed and not (field and phrase.text in words("industries")):
        return []
    if any(word.tag == QUOTE for word in phrase.words) or not _is_industry(phrase.text):
        return []
    if not specific(phrase.words) or substance(phrase.words) > _LONGEST:
        return []
    return [candidate(phrase.words, Cls.INDUSTRY, "developed", Weight.INDUSTRY)]


def _is_industry(text: str) -> bool:
    if text in words("generic_industries"):
        return False
    if any(text.removesuffix(ending) in words("industries") for ending in ("", *_ENDINGS)):
        return True
    return text.endswith(_TELLING) and len(text) > 3
