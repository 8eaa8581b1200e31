"""Finds the industries that a unit develops: 发展银发经济, 瞄准低空经济、生物医药等领域."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.cutting import QUOTE
from kg.extract.heads import specific, substance
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_ENDINGS = ("产业集群", "产业链", "产业", "经济", "制造业", "服务业", "集群", "业")
_TELLING = ("产业", "经济", "产业集群")
_LONGEST = 14
_LONGEST_LISTED = 8


def find_industries(group: Sequence[Member]) -> list[Candidate]:
    """The industries that an enumeration names, and the one that closes it (等首发经济)."""
    found = [each for member in group if (each := _industry(member)) is not None]
    last = group[-1].phrase
    developed = last.verb is not None and last.verb.after == "develops"
    if developed and last.marker and last.marker[0].text in words("industries"):
        found.append(candidate(last.marker[:1], Cls.INDUSTRY, "developed", Weight.INDUSTRY))
    return found


def _industry(member: Member) -> Candidate | None:
    """The industry that `member` names, where a verb says that it is developed.

    After 发展 and its like any name in 产业 or 经济 is one; elsewhere it must be on the register
    and listed as a field (聚焦…等产业).
    """
    phrase = member.phrase
    if phrase.verb is None or phrase.preposition or phrase.attributive:
        return None
    developed = phrase.verb.after == "develops"
    field = phrase.listed and any(word.text in role("field") for word in phrase.marker)
    if not developed and not (field and phrase.text in words("industries")):
        return None
    if any(word.tag == QUOTE for word in phrase.words):
        return None
    listed = field and 1 < len(phrase.text) <= _LONGEST_LISTED
    if not _is_industry(phrase.text) and not (listed and not _is_generic(phrase.text)):
        return None
    if not specific(phrase.words) or substance(phrase.words) > _LONGEST:
        return None
    return candidate(phrase.words, Cls.INDUSTRY, "developed", Weight.INDUSTRY)


def _is_generic(text: str) -> bool:
    return text in words("generic_industries")


def _is_industry(text: str) -> bool:
    if _is_generic(text):
        return False
    if any(text.removesuffix(ending) in words("industries") for ending in ("", *_ENDINGS)):
        return True
    return text.endswith(_TELLING) and len(text) > 3
