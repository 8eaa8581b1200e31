"""Finds events by the verb alone: what one hosts is an event (举办环球美食汇, 办好场景汇)."""

from __future__ import annotations

from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.heads import find_head
from kg.extract.marks import is_named, substance
from kg.extract.roles import role
from kg.records import EntityClass as Cls

_MEETINGS = tuple("节季汇周展赛会月秀")
_ENOUGH = 3


def find_hosted(member: Member) -> list[Candidate]:
    """The event that `member` is: a proper name, or words that end in 节, 季, 会 …"""
    phrase = member.phrase
    line = phrase.words
    verb = phrase.verb
    if verb is None or verb.text not in role("hosting verb") or phrase.preposition:
        return []
    if phrase.counted or phrase.quoted or substance(line) < _ENOUGH:
        return []
    meeting = line[-1].text.endswith(_MEETINGS) and phrase.text not in role("plain meeting")
    if not meeting and not (is_named(line) and find_head(line) is None):
        return []
    return [candidate(line, Cls.EVENT, f"hosted: {verb.text}", Weight.LISTED, member.composed)]
