"""What the words of a clause read so far make of the next one: a verb, an adverb, an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg import divisions
from kg.extract import verbs
from kg.extract.cutting import BRACKET, DOCUMENT, QUOTE, Word
from kg.extract.heads import find_head
from kg.extract.marks import specific
from kg.extract.phrases import Phrase, Verb
from kg.extract.roles import role
from kg.extract.towns import is_town
from kg.extract.units import is_department
from kg.lexicon import words
from kg.records import EntityClass as Cls

ATOMS = frozenset({QUOTE, DOCUMENT, BRACKET})
"""The tags of words that are not cut further."""
STOPS = frozenset("，,；;：:。！？!?…\n—")
"""The signs that end a clause."""
_WITH = frozenset({"与", "同", "和", "跟"})
LISTS = frozenset({"等", "等等"})
"""What closes an enumeration."""
BREAKING_TAGS = frozenset({"p", "c", "u", "ul", "uv", "uz", "ud", "ug", "y", "e"})
"""The tags of single characters that no name goes on over."""


class MemberRead(NamedTuple):
    """A member of the enumeration being read: a phrase as far as it is known before its end."""

    words: tuple[Word, ...]
    verb: Verb | None
    preposition: str
    counted: bool


@dataclass(slots=True)
class ClauseReading:
    """How far a clause has been read, and what that makes of the word at a place.

    `pending` are the words of the member being read, `group` the members before it, `marker` the
    words after 等 (None outside one), `idle` the verbs that have no object yet, `after` what the
    last word was.
    """

    line: list[Word]
    parts: list[Verb | Phrase] = field(default_factory=list)
    pending: list[Word] = field(default_factory=list)
    group: list[MemberRead] = field(default_factory=list)
    marker: list[Word] | None = None
    verb: Verb | None = None
    idle: list[Verb] = field(default_factory=list)
    preposition: str = ""
    groups: int = 0
    negated: bool = False
    after: str = ""

    def verb_at(self, index: int) -> Verb | None:
        """The word at `index` as a governing verb, or None where it is none or part of a name."""
        word = self.line[index]
        entry = verbs.entries().get(word.text)
        if entry is None or self.text_at(index + 1) in LISTS:
            return None
        if self._is_nominal(index) or not self._governs(index, entry.strength):
            return None
        return Verb(
            start=word.start,
            end=word.end,
            text=word.text,
            after=entry.after,
            before=entry.before,
            leading=self.verb.after if self.verb is not None and self.after == "verb" else "",
            negated=self.negated,
        )

    def _governs(self, index: int, strength: str) -> bool:
        if strength == verbs.STRONG or self._is_at_head(index):
            return True
        if self.pending and self.line[index + 1 : index + 2] and self.line[index + 1].tag == "nt":
            return True  # (X城)集聚(智飞生物): a company is named behind it
        if self.preposition in _WITH and _is_partner(self.pending):
            return strength != verbs.NOUN_LIKE
        return bool(self.pending or self.marker or self.group) and self._closes(index, strength)

    def _closes(self, index: int, strength: str) -> bool:
        """Whether a verb at `index` can follow its subject: a noun-like one only at the end."""
        if strength != verbs.NOUN_LIKE:
            return strength == verbs.STRONG
        following = self.text_at(index + 1)
        return (
            following in ("", "、") or following in verbs.entries() or following in verbs.adverbs()
        )

    def text_at(self, index: int) -> str:
        """The characters of the word at `index`, "" behind the last."""
        return self.line[index].text if index < len(self.line) else ""

    def _is_nominal(self, index: int) -> bool:
        """Whether the verb at `index` is part of a name: (未来产业)培育工程, (创建)三年行动."""
        text, first = self.line[index].text, self.text_at(index + 1)
        if not first:
            return False
        if self.pending or self.marker:
            if verbs.takes_nouns(text):
                return first.startswith(("方案", "办法", "意见", "细则", "计划"))
            if verbs.opens_programme(first):
                return True
            if verbs.links_programme(first) and verbs.opens_programme(self.text_at(index + 2)):
                return True
            return self._opens_inside_programme(index)
        if self.after not in ("verb", "pause", "list") or self.verb is None:
            return False
        if not verbs.takes_nouns(self.verb.text) or verbs.takes_nouns(text):
            return False
        return self._ends_as_programme(index)

    def _opens_inside_programme(self, index: int) -> bool:
        """实施农机研发制造/推广应用/一体化试点: the verb's object has not closed yet."""
        if self.verb is None or self.marker or self.preposition:
            return False
        text = self.line[index].text
        bound = verbs.entries()[text].strength == verbs.STRONG and len(text) < 4
        if not verbs.takes_nouns(self.verb.text) or bound:
            return False
        return find_head(self.pending) is None and self._ends_as_programme(index)

    def _ends_as_programme(self, index: int) -> bool:
        """Whether the words from `index` to the next pause close with 行动, 工程, 条例 …"""
        last = ""
        for word in self.line[index:]:
            text = word.text
            if text in ("、", "的") or text in LISTS | role("preposition") or word.tag in ATOMS:
                break
            if text in verbs.entries() and verbs.opens_programme(last):
                break
            last = text
        return verbs.closes_programme(last)

    def _is_at_head(self, index: int) -> bool:
        """Whether a weak verb at `index` can govern: it opens a clause or follows its subject."""
        following = self.text_at(index + 1)
        if self.after in ("", "break", "adverb", "verb"):
            return following not in ("、", "和") or self.after in ("", "adverb")
        if self.verb is not None and self.verb.text == "为" and len(self.pending) == 1:
            return following not in ("", "、", "的")
        if self.after == "pause":
            return bool(self.parts) and following not in ("", "、", "等", "和")
        if self.marker:
            return verbs.closes_list(self.marker[-1].text)
        if self.after == "list":
            return bool(following)
        before = [*(member.words for member in self.group), self.pending]
        return bool(following) and all(map(is_actor, before))

    def is_adverb(self, index: int) -> bool:
        """Whether the word at `index` is an adverb: verbs (or adverbs) follow it at once."""
        text = self.text_at(index)
        if text in role("negation"):
            return True
        if text not in verbs.adverbs():
            return False
        if len(text) > 1 and verbs.adverbs()[text] and self.text_at(index + 1):
            return True
        if self.pending and self.pending[-1].text in role("join") and self._leads_to_verb(index):
            return True
        for place in range(index + 1, len(self.line)):
            later = self.line[place].text
            if entry := verbs.entries().get(later):
                if self.pending and text in words("suffixes") and entry.before:
                    return False
                return not self.pending or self._closes(place, entry.strength)
            if later not in verbs.adverbs():
                return False
        return False

    def _leads_to_verb(self, index: int) -> bool:
        """A和高标准高质量建设B: adverbs of two characters or more up to a verb with an object."""
        for place in range(index, len(self.line) - 1):
            text = self.line[place].text
            if entry := verbs.entries().get(text):
                followed = self.text_at(place + 1) not in ("", "、", "的")
                return place > index and bool(entry.after) and followed
            if len(text) < 2 or text not in verbs.adverbs():
                return False
        return False

    def breaks(self, word: Word) -> bool:
        """Whether a name cannot go on over `word`."""
        text = word.text
        if text in role("particle") or text[0] in STOPS:
            return True
        if text in role("locative"):
            return bool(self.preposition) or len(text) > 1
        if word.tag in ("i", "l") and len(text) > 3 and self.text_after(word) in ("", "、"):
            known = text in words("new_words") or text in words("national_frameworks")
            return not known and text[-2:] not in words("suffixes")
        if text == "所" or word.tag == "r":
            return self._is_pronoun(word)
        if word.tag == "d":
            return verbs.adverbs().get(text, False)
        return word.tag in BREAKING_TAGS and (len(text) == 1 or text not in words("generic_words"))

    def _is_pronoun(self, word: Word) -> bool:
        """Whether 其, 这些 …, and not a sign of a foreign name or of an institute's (地质所)."""
        if word.text == "所":
            return not self.pending or self.text_after(word) in verbs.entries()
        return len(word.text) > 1 or word.text in role("pronoun")

    def text_after(self, word: Word) -> str:
        """The characters of the word behind `word`."""
        return self.text_at(self.line.index(word) + 1)


def is_actor(words: Sequence[Word]) -> bool:
    """Whether a unit, a town, a company of the register or a department is all that is said."""
    units = [word for word in words if word.text not in role("join")]
    if units and all(_is_unit(word.text) for word in units):
        return True
    if len(words) == 1 and (words[0].tag == "nt" or is_town(words[0])):
        return True
    if len(words) == 2 and words[1].text in ("镇", "乡", "街道"):
        return specific(words[:1])
    return is_department("".join(word.text for word in words))


def _is_partner(words: Sequence[Word]) -> bool:
    """Whether a company or a body is named, with whom something is done."""
    if not words:
        return False
    if words[-1].tag == "nt":
        return True
    head = find_head(words)
    return head is not None and head.cls in (Cls.BODY, Cls.ENTERPRISE)


def _is_unit(text: str) -> bool:
    return len(text) > 1 and divisions.find(text) is not None
