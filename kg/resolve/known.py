"""Finds in a speech the industries that the glossary puts into a cluster of its region."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from kg.records import EntityClass, Facts, Mention
from kg.resolve.glossary import clusters_by_industry


def with_known_industries(facts: Facts) -> Facts:
    """`facts` with a mention for each such industry that stands in no mention found before.

    Extraction, which knows no region's glossary, takes an industry for a thing only where a unit
    develops it; what belongs to a named framework is worth a node wherever it is spoken of.
    """
    pattern = _pattern(facts.speech.region)
    if pattern is None:
        return facts
    taken = [(mention.start, mention.end) for mention in facts.mentions]
    added = [
        Mention(found.start(), found.end(), found.group(), EntityClass.INDUSTRY, "glossary")
        for found in pattern.finditer(facts.speech.text.characters)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ]
    return replace(facts, mentions=tuple(sorted((*facts.mentions, *added))))


@cache
def _pattern(region: str) -> re.Pattern[str] | None:
    known: Mapping[str, object] = clusters_by_industry(region)
    names = sorted(known, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, names))) if names else None
