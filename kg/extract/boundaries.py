"""Cuts sentences into verbs and the noun phrases they govern: where a name can begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract import verbs
from kg.extract.clause_reading import (
    ATOMS,
    BREAKING_TAGS,
    LISTS,
    STOPS,
    ClauseReading,
    MemberRead,
    is_actor,
)
from kg.extract.counting import counting_words, is_great, sums_up
from kg.extract.cutting import BRACKET, DOCUMENT, QUOTE, Word, cut
from kg.extract.joining import mend
from kg.extract.marks import is_proper
from kg.extract.phrases import ClauseParts, Phrase, Verb
from kg.extract.roles import role
from kg.extract.sentences import Sentence
from kg.extract.trimming import trim
from kg.extract.units import is_department

_FRONTED = frozenset({"把", "将"})
_ASKED_TAGS = frozenset({"m", "mq", "i", "l", "r", "d"})
_POINT = re.compile(r"[一二三四五六七八九十]+是")


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
        stop = word.text[0] in STOPS and word.tag not in ATOMS
        if stop and stretch and _goes_on(line, index):
            continue
        if stop or (blank and _parts_headlines(line, index)):
            if stretch:
                yield stretch
            stretch = []
        elif not blank and (stretch or not _POINT.fullmatch(word.text)):
            stretch.append(word)
    if stretch:
        yield stretch


def _goes_on(line: list[Word], index: int) -> bool:
    """Whether the comma at `index` does not end the clause: A，以及B; 签约N个，其中A、B等M个."""
    following = line[index + 1].text if index + 1 < len(line) else ""
    return line[index].text in ("，", ",") and following in ("以及", "其中")


def _parts_headlines(line: list[Word], index: int) -> bool:
    """Whether the blank at `index` parts two headlines: it stands between Chinese characters."""
    before = line[index - 1].text[-1] if index else "，"
    after = line[index + 1].text[0] if index + 1 < len(line) else "，"
    return not (before.isascii() or after.isascii())


@dataclass(slots=True)
class _Reader(ClauseReading):
    """Reads one clause from left to right."""

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
        elif word.tag in ATOMS:
            self._atom(word)
        elif self._is_local(index):
            return 2
        elif text == "、":
            self._pause()
        elif text in LISTS:
            self._list()
        elif text == "的":
            self._attribute()
        elif self.group and self.after == "noun" and is_great(text):
            self._quantity(index, 1)
        elif verb := self.verb_at(index):
            self._govern(verb)
        elif self.is_adverb(index):
            self._adverb(text)
        elif length := counting_words(self.line, index, after_noun=self.after == "noun"):
            self._quantity(index, length)
            return length
        else:
            self._other(word, index)
        return 1

    def _other(self, word: Word, index: int) -> None:
        """Takes in a conjunction, a preposition, a particle or a plain word."""
        text = word.text
        if text in role("join") and self.marker and verbs.closes_list(self.marker[-1].text):
            self._close(None)
            self.after = "pause"
        elif text in ("与", "同") and self._meets(index):
            self._break()
            self.preposition = text
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
        elif text == "其中" and not self.pending:
            return
        elif self.breaks(word):
            self._break()
            self.verb = None if text == "并" else self.verb
            self.negated = self.negated or text in role("negation")
        else:
            self._take(word)

    def _is_local(self, index: int) -> bool:
        """Whether 在 at `index` only tells of where the object is: 推进(在/沪)国家实验室建设."""
        if self.line[index].text != "在" or self.after != "verb":
            return False
        seat = self.line[index + 1 : index + 2]
        return len(self.text_at(index + 1)) == 1 and is_proper(seat)

    def _meets(self, index: int) -> bool:
        """Whether 与 at `index` opens with whom: only who speaks, or a unit, was read before it.

        县政府/与…签订; 市教委/与…共建; 柳河县/与/(a company), but 西宁/与/海东.
        """
        only = self.pending if not (self.parts or self.group or self.marker) else []
        name = "".join(word.text for word in only)
        if name in role("speaking side") or is_department(name):
            return True
        company = self.text_at(index + 1) != "" and self.line[index + 1].tag == "nt"
        return len(only) == 1 and company and is_actor(only)

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
        kept = trim(self.pending)
        self.pending = []
        if kept:
            self.group.append(MemberRead(tuple(kept), self.verb, self.preposition, counted))

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
        equating = [verb.text == "为" for verb in self.idle]
        if any(equating):  # 构建(以A为B)的C
            del self.idle[equating.index(True) :]
        elif self.idle and self.after == "verb":
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
            elif self.text_at(index + length) != "、":
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


@lru_cache(maxsize=1 << 14)
def _is_plain(text: str, tag: str) -> bool:
    """Whether a word can be no more than part of a name, so that `_step` need not ask further."""
    if tag in ATOMS or tag in BREAKING_TAGS or tag in _ASKED_TAGS:
        return False
    return not (text in _asked() or text[0].isdigit() or text[0] in STOPS or is_great(text))


@cache
def _asked() -> frozenset[str]:
    """The words that a step asks for."""
    roles = ("join", "preposition", "negation", "particle", "locative")
    signs = {*LISTS, *_FRONTED, "、", "的", "至", "所"}
    return frozenset(signs.union(verbs.entries(), verbs.adverbs(), *map(role, roles)))
