"""Finds roads under construction by their number: 实施G695提质改造和G214加卡至邦达机场段建设."""

from __future__ import annotations

import re

from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.heads import find_head
from kg.records import EntityClass as Cls

_ROAD = re.compile(r"[GS]\d{2,4}(?!\d|[A-Za-z])")
_LONGEST = 24


def find_roads(member: Member) -> list[Candidate]:
    """The road that `member` names by its national or provincial number, with its section."""
    phrase = member.phrase
    if not _ROAD.match(phrase.text) or len(phrase.text) > _LONGEST:
        return []
    head = find_head(phrase.words)
    if head is not None and head.cls.group is not Cls.PROJECT:
        return []
    line = list(phrase.words)
    if len(line) > 1 and line[-1].text == "建设":
        line.pop()
    return [candidate(line, Cls.PROJECT, "numbered road", Weight.ROAD)]
