"""Cuts the text around figures into words and tells verbs from nouns."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extract.cutting import Word, cut
from kg.lexicon import table, words

_ATOMS = {"quote": "q", "document": "q", "bracket": "q"}


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Word, ...]:
    """The words of `text`, places counted from its start.

    A quotation, document or bracket is one word tagged `q`. Words that the cutter knows from the
    lexicon alone get `v`, `d` or `nz` by the list they stand in.
    """
    return tuple(
        word if word.tag and word.tag not in _ATOMS else word._replace(tag=_tag(word))
        for word in cut(text)
    )


def _tag(word: Word) -> str:
    if word.tag:
        return _ATOMS[word.tag]
    if word.text in words("predicates"):
        return "v"
    return "d" if word.text in words("adverbs") else "nz"


@cache
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in table("governing_verbs", 3)}


@cache
def _kept() -> dict[str, str]:
    return {row[0]: row[2] for row in table("governing_verbs", 3) if row[2]}


def kept_with(word: str) -> str:
    """With which figures a verb stays in the name of what it governs: all, sum (of money), ""."""
    return _kept().get(word, "")


@cache
def _plain_verbs() -> frozenset[str]:
    """The verbs of relations that are verbs wherever they stand and name no activity."""
    strong = {row[0] for row in table("predicates", 4) if row[2] == "s" and len(row[0]) > 1}
    return frozenset(strong - words("nominal_verbs") - words("lead_words"))


def verb_class(word: str) -> str:
    """How `word` governs a name (causative, achieving, governing); "" for no governing verb."""
    return _classes().get(word, "governing" if word in _plain_verbs() else "")


def names_activity(word: str) -> bool:
    """True for a verb that as often names an activity (投资, 培训)."""
    return word in words("nominal_verbs")


def is_verbal(word: Word) -> bool:
    """True for a verb, or an adverb or other word that only leads up to one."""
    return (
        bool(verb_class(word.text))
        or word.text in words("lead_words")
        or word.tag in ("v", "vd", "d", "ad")
    )
