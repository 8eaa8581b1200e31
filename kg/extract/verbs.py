"""What the lexicon knows of verbs and adverbs: which govern, what they state, which are names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.lexicon import longest_first, table, words

STRONG, WEAK, NOUN_LIKE = "s", "w", "n"


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """What a verb states of the thing `after` it and `before` it ("" for nothing).

    `strength` is STRONG (a verb wherever it stands), WEAK (at the head of a clause only) or
    NOUN_LIKE (at the head or the end of a clause).
    """

    after: str
    strength: str
    before: str


@cache
def entries() -> dict[str, VerbEntry]:
    """The verbs of the lexicon."""
    return {
        verb: VerbEntry(after.strip("-"), strength, before.strip("-"))
        for verb, after, strength, before in table("predicates", 4)
    }


@cache
def adverbs() -> dict[str, bool]:
    """The adverbs; true for those that never stand inside a name."""
    return {word: bool(pure) for word, pure in table("adverbs", 2)}


@cache
def takes_nouns(verb: str) -> bool:
    """Whether a verb after `verb` opens a name (实施/服务民营企业行动), not a complement."""
    return verb in words("noun_taking_verbs")


@cache
def opens_programme(text: str) -> bool:
    """Whether `text` opens with a noun that makes a name of the verb before it (引育/工程)."""
    return text.startswith(longest_first("programme_openers"))


@cache
def links_programme(text: str) -> bool:
    """Whether `text` may stand between such a verb and such a noun (创建/三年/行动)."""
    return text in words("programme_links")


@cache
def closes_programme(text: str) -> bool:
    """Whether `text` closes a name that may open with a verb (优化营商环境/条例)."""
    return text.endswith(longest_first("programme_closers"))


@cache
def closes_list(text: str) -> bool:
    """Whether `text` ends as what stands after 等 (企业, 重大项目)."""
    return text.endswith(longest_first("markers"))
