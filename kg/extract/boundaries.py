"""Cuts sentences into verbs and the noun phrases they govern: where a name can begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from kg import divisions
from kg.extract import verbs
from kg.extract.counting import counting_words, is_great, sums_up
from kg.extract.cutting import BRACKET, DOCUMENT, QUOTE, Word, cut
from kg.extract.heads import find_head
from kg.extract.joining import mend
from kg.extract.phrases import ClauseParts, Phrase, Verb
from kg.extract.roles import role
from kg.extract.sentences import Sentence
from kg.lexicon import words

_ATOMS = frozenset({QUOTE, DOCUMENT, BRACKET})
_STOPS = frozenset("，,；;：:。！？!?…\n—")
_LISTS = frozenset({"等", "等等"})
_FRONTED = frozenset({"把", "将"})
_BREAKING_TAGS = frozenset({"p", "c", "u", "ul", "uv", "uz", "ud", "ug", "y", "e"})
_ASKED_TAGS = frozenset({"m", "mq", "i", "l", "r", "d"})
_NUMBERING = re.compile(r"\d+\.")


# Mentions and relations read the same sentences; a speech has fewer than this.
@lru_cache(maxsize=1024)
def clauses(sentence: Sentence, unit: str = "") -> tuple[ClauseParts, ...]:
    """The clauses of `sentence`, cut at commas outside quotes; places are the speech's.

    `unit` is the name of the unit that speaks: it stays one word.
    """
    line = mend(cut(sentence.text, sentence.start, unit))
    return tuple(_Reader(stretch).read() for stretch in _stretches(line))


def _stretches(line: list[Word]) -> Iterator[list[Word]]:
    stretch: list[Word] = []
    for index, word in enumerate(line):
        blank = word.text.isspace()
        stop = word.text[0] in _STOPS and word.tag not in _ATOMS
        if stop or (blank and _parts_headlines(line, index)):
            if stretch:
                yield stretch
            stretch = []
        elif not blank:
            stretch.append(word)
    if stretch:
        yield stretch


def _parts_headlines(line: list[Word], index: int) -> bool:
    """Whether the blank at `index` parts two headlines: it stands between Chinese characters."""
    before = line[index - 1].text[-1] if index else "，"
    after = line[index + 1].text[0] if index + 1 < len(line) else "，"
    return not (before.isascii() or after.isascii())


class _Member(NamedTuple):
    """A member of the enumeration being read: a phrase as far as it is known before its end."""

    words: tuple[Word, ...]
    verb: Verb | None
    preposition: str
    counted: bool


@dataclass(slots=True)
class _Reader:
    """Reads one clause from left to right.

    `pending` are the words of the member being read, `group` the members before it, `marker` the
    words after 等 (None outside one), `idle` the verbs that have no object yet, `after` what the
    last word was.
    """

    line: list[Word]
    parts: list[Verb | Phrase] = field(default_factory=list)
    pending: list[Word] = field(default_factory=list)
    group: list[_Member] = field(default_factory=list)
    marker: list[Word] | None = None
    verb: Verb | None = None
    idle: list[Verb] = field(default_factory=list)
    preposition: str = ""
    groups: int = 0
    negated: bool = False
    after: str = ""

    def read(self) -> ClauseParts:
        """The clause taken apart."""
        index = 0
        while index < len(self.line):
            index += self._step(index)
        self._close(None)
        return ClauseParts(self.line[0].start, self.line[-1].end, tuple(self.parts))

    def _step(self, index: int) -> int:
        """Takes in the word at `index`; how many words that used up."""
        word = self.line[index]
        text = word.text
        if _is_plain(text, word.tag):
            self._take(word)
        elif word.tag in _ATOMS:
            self._atom(word)
        elif text == "、":
            self._pause()
        elif text in _LISTS:
            self._list()
        elif text == "的":
            self._attribute()
        elif self.group and self.after == "noun" and is_great(text):
            self._quantity(index, 1)
        elif verb := self._verb(index):
            self._govern(verb)
        elif self._is_adverb(index):
            self._adverb(text)
        elif length := counting_words(self.line, index, after_noun=self.after == "noun"):
            self._quantity(index, length)
            return length
        else:
            self._other(word)
        return 1

    def _other(self, word: Word) -> None:
        """Takes in a conjunction, a preposition, a particle or a plain word."""
        text = word.text
        if text in role("join") and self.marker and verbs.closes_list(self.marker[-1].text):
            self._close(None)
            self.after = "pause"
        elif text in role("join") and self.after in ("noun", "pause"):
            self._take(word)
        elif text in _FRONTED:
            self._break()
            self.verb = None
        elif text == "至" and self.pending:
            self._take(word)
        elif text in role("preposition"):
            self._break()
            self.preposition = text
        elif self._breaks(word):
            self._break()
            self.verb = None if text == "并" else self.verb
            self.negated = self.negated or text in role("negation")
        else:
            self._take(word)

    def _take(self, word: Word) -> None:
        if self.after == "adverb" and self.group and self.marker is None:
            self._close(None)
        (self.pending if self.marker is None else self.marker).append(word)
        self.after = "noun"

    def _atom(self, word: Word) -> None:
        if word.tag == BRACKET and not (self.pending or self.marker):
            self._close(None)
            return
        if self.marker is not None:
            self._close(None)
        if self.pending and word.tag != BRACKET and self.pending[-1].tag in (QUOTE, DOCUMENT):
            self._member()
        self.pending.append(word)
        self.after = "noun"

    def _pause(self) -> None:
        self._member()
        if self.after == "verb" and self.verb is not None and self.verb.before:
            self.verb = None
        self.after = "pause"

    def _govern(self, verb: Verb) -> None:
        self._close(verb)
        self.parts.append(verb)
        self.verb, self.preposition, self.after = verb, "", "verb"
        self.idle.append(verb)
        self.negated = False

    def _adverb(self, text: str) -> None:
        if self.pending:
            self._member()
        self.negated = self.negated or text in role("negation")
        self.after = self.after if self.after == "verb" else "adverb"

    def _break(self) -> None:
        self._close(None)
        self.after = "break"

    def _member(self, *, counted: bool = False) -> None:
        """Ends a member of an enumeration."""
        if self.marker is not None:
            self._close(None)
        kept = _trim(self.pending)
        self.pending = []
        if kept:
            self.group.append(_Member(tuple(kept), self.verb, self.preposition, counted))

    def _phrases(self, following: Verb | None = None, *, attributive: bool = False) -> None:
        """Makes phrases of the members read so far."""
        marker = tuple(self.marker or ())
        self.parts.extend(
            Phrase(
                start=member.words[0].start,
                end=member.words[-1].end,
                words=member.words,
                verb=member.verb,
                next=following,
                preposition=member.preposition,
                group=-1 if attributive else self.groups,
                listed=self.marker is not None,
                marker=marker,
                attributive=attributive,
                counted=member.counted,
            )
            for member in self.group
        )
        self.group, self.marker = [], None

    def _list(self) -> None:
        self._member()
        if self.group:
            self.marker = []
        self.after = "list"

    def _attribute(self) -> None:
        """的: what stands before it describes; the verb before that is free to govern again."""
        if self.marker is not None or not self.pending:
            self._close(None)
        else:
            described, self.pending = self.pending, []
            self._close(None)
            self.pending = described
            self._member()
            self._phrases(attributive=True)
        if self.after == "verb" and self.idle:
            self.idle.pop()
        self.verb = self.idle[-1] if self.idle else self.verb
        self.preposition = ""
        self.after = "break"

    def _quantity(self, index: int, length: int) -> None:
        """Takes in `length` words that count: what stands before them ends there."""
        if self.marker is not None:
            self.group = [member._replace(counted=True) for member in self.group]
            if self.marker:
                self._close(None)
            self.after = "noun"
            return
        if self.pending or self.group:
            self._member(counted=True)
            count = "".join(word.text for word in self.line[index : index + length])
            uncounted = not any(member.counted for member in self.group[:-1])
            if sums_up(count) and len(self.group) > 1 and uncounted:
                self.marker = []
            elif self._text(index + length) != "、":
                self._close(None)
        self.after = "break"

    def _close(self, verb: Verb | None) -> None:
        """Ends the enumeration; `verb` follows it directly if not None."""
        if self.pending:
            self._member()
        if not self.group:
            self.marker = None
            return
        self._phrases(verb)
        self.groups += 1
        if not self.preposition and self.verb in self.idle:
            self.idle.clear()
        self.preposition = ""

    def _verb(self, index: int) -> Verb | None:
        word = self.line[index]
        entry = verbs.entries().get(word.text)
        if entry is None or self._text(index + 1) in _LISTS:
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
        return bool(self.pending or self.marker or self.group) and self._closes(index, strength)

    def _closes(self, index: int, strength: str) -> bool:
        """Whether a verb at `index` can follow its subject: a noun-like one only at the end."""
        if strength != verbs.NOUN_LIKE:
            return strength == verbs.STRONG
        following = self._text(index + 1)
        return (
            following in ("", "、") or following in verbs.entries() or following in verbs.adverbs()
        )

    def _text(self, index: int) -> str:
        return self.line[index].text if index < len(self.line) else ""

    def _is_nominal(self, index: int) -> bool:
        """Whether the verb at `index` is part of a name: (未来产业)培育工程, (创建)三年行动."""
        text, first = self.line[index].text, self._text(index + 1)
        if not first:
            return False
        if self.pending or self.marker:
            if verbs.takes_nouns(text):
                return first.startswith(("方案", "办法", "意见", "细则", "计划"))
            if verbs.opens_programme(first):
                return True
            if verbs.links_programme(first) and verbs.opens_programme(self._text(index + 2)):
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
            if text in ("、", "的") or text in _LISTS | role("preposition") or word.tag in _ATOMS:
                break
            if text in verbs.entries() and verbs.opens_programme(last):
                break
            last = text
        return verbs.closes_programme(last)

    def _is_at_head(self, index: int) -> bool:
        """Whether a weak verb at `index` can govern: it opens a clause or follows its subject."""
        following = self._text(index + 1)
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
        alone = self.pending if not self.group else []
        return len(alone) == 1 and bool(following) and _is_unit(alone[0].text)

    def _is_adverb(self, index: int) -> bool:
        """Whether the word at `index` is an adverb: verbs (or adverbs) follow it at once."""
        text = self._text(index)
        if text in role("negation"):
            return True
        if text not in verbs.adverbs():
            return False
        if len(text) > 1 and verbs.adverbs()[text] and self._text(index + 1):
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
                followed = self._text(place + 1) not in ("", "、", "的")
                return place > index and bool(entry.after) and followed
            if len(text) < 2 or text not in verbs.adverbs():
                return False
        return False

    def _breaks(self, word: Word) -> bool:
        """Whether a name cannot go on over `word`."""
        text = word.text
        if text in role("particle") or text[0] in _STOPS:
            return True
        if text in role("locative"):
            return bool(self.preposition) or len(text) > 1
        if word.tag in ("i", "l") and len(text) > 3 and self._text_after(word) in ("", "、"):
            return text not in words("new_words") and text[-2:] not in words("suffixes")
        if text == "所" or word.tag == "r":
            return self._is_pronoun(word)
        if word.tag == "d":
            return verbs.adverbs().get(text, False)
        return word.tag in _BREAKING_TAGS and (len(text) == 1 or text not in words("generic_words"))

    def _is_pronoun(self, word: Word) -> bool:
        """Whether 其, 这些 …, and not a sign of a foreign name or of an institute's (地质所)."""
        if word.text == "所":
            return not self.pending or self._text_after(word) in verbs.entries()
        return len(word.text) > 1 or word.text in role("pronoun")

    def _text_after(self, word: Word) -> str:
        return self._text(self.line.index(word) + 1)


@lru_cache(maxsize=1 << 14)
def _is_plain(text: str, tag: str) -> bool:
    """Whether a word can be no more than part of a name, so that `_step` need not ask further."""
    if tag in _ATOMS or tag in _BREAKING_TAGS or tag in _ASKED_TAGS:
        return False
    return not (text in _asked() or text[0].isdigit() or text[0] in _STOPS or is_great(text))


@cache
def _asked() -> frozenset[str]:
    """The words that a step asks for."""
    roles = ("join", "preposition", "negation", "particle", "locative")
    signs = {*_LISTS, *_FRONTED, "、", "的", "至", "所"}
    return frozenset(signs.union(verbs.entries(), verbs.adverbs(), *map(role, roles)))


def _is_unit(text: str) -> bool:
    return len(text) > 1 and divisions.find(text) is not None


@cache
def _dropped() -> frozenset[str]:
    """The words that open no name: modifiers, joins, verbs that lead up to another."""
    return words("modifiers") | role("join") | role("leading act")


def _is_first_of(members: list[Word], place: int) -> bool:
    """全国/首批, 西部/首条: where something is the first."""
    following = members[place + 1].text if place + 1 < len(members) else ""
    return members[place].text in role("extent") and following.startswith("首")


def _trim(members: list[Word]) -> list[Word]:
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
    if end - start > 1 and members[start].tag == "v" and members[start + 1].tag == "nt":
        start += 1
    return members[start:end]
