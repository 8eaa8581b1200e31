"""Regular expressions made from the words of the lexicon that stand beside figures."""

from __future__ import annotations

from functools import cache

from kg.lexicon import table


@cache
def any_of(kind: str) -> str:
    """An expression that matches any word of `kind` in figure_nouns (actor, sized, field, …)."""
    found = [word for word, own in table("figure_nouns", 2) if own == kind]
    return "(?:" + "|".join(sorted(found, key=lambda word: (-len(word), word))) + ")"
