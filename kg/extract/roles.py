"""The small closed classes of words that the grammar asks for (see lexicon/word_roles.tsv)."""

from __future__ import annotations

from functools import cache

from kg.lexicon import table


@cache
def role(name: str) -> frozenset[str]:
    """The words of the role `name`; KeyError where the lexicon has none."""
    found = frozenset(word for word, each in table("word_roles", 2) if each == name)
    if not found:
        raise KeyError(name)
    return found
