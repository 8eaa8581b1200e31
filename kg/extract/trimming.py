"""Drops from a member of an enumeration what opens and closes no name: modifiers, joins, counts."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.cutting import Word
from kg.extract.marks import is_proper
from kg.extract.roles import role
from kg.lexicon import words

_NUMBERING = re.compile(r"\d+\.")


@cache
def _dropped() -> frozenset[str]:
    """The words that open no name: modifiers, joins, verbs that lead up to another."""
    return words("modifiers") | role("join") | role("leading act")


def _is_first_of(members: list[Word], place: int) -> bool:
    """全国/首批, 西部/首条: where something is the first."""
    following = members[place + 1].text if place + 1 < len(members) else ""
    return members[place].text in role("extent") and following.startswith("首")


def trim(members: list[Word]) -> list[Word]:
    """Drops modifiers, superlatives with what stands before them, and joins at both ends.

    A verb that the lexicon lacks goes where a registered name follows it.
    """
    end, joins, superlatives = len(members), role("join"), words("superlatives")
    if end > 1 and members[0].text in joins:
        return members[1:]
    start = 0
    for place, word in enumerate(members, 1):
        if word.text in superlatives:
            start = place
    while start < end and (
        members[start].text in _dropped()
        or _is_first_of(members, start)
        or _NUMBERING.fullmatch(members[start].text)
    ):
        start += 1
    while end > start and members[end - 1].text in joins:
        end -= 1
    if (
        end - start > 1
        and members[start].text in role("company")
        and is_proper(members[start + 1 : start + 2])
    ):
        start += 1
    if end - start > 1 and members[start].tag == "v" and members[start + 1].tag == "nt":
        start += 1
    return members[start:end]
