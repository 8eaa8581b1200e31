"""Takes enumerations apart: members joined by 和 or 与, and heads that several members share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from kg import divisions
from kg.extract.candidates import Member
from kg.extract.cutting import QUOTE, Word
from kg.extract.heads import find_head, is_named, is_proper, specific
from kg.extract.markers import composes
from kg.extract.phrases import ClauseParts, Phrase
from kg.extract.roles import role
from kg.lexicon import words

_LONGEST_SHORT_MEMBER = 8
_LEAST_PLAIN = 4
_PLENTY = 6
_ACTIONS = ("行动", "专项", "计划", "工程")
_PROGRAMMES = ("行动", "专项", "计划", "工程", "机制", "制度", "模式", "试点")


def enumerations(clause: ClauseParts) -> list[tuple[Member, ...]]:
    """The clause's enumerations in order, each with its members in order; most have just one."""
    phrases = [
        piece for part in clause.parts if isinstance(part, Phrase) for piece in split_joins(part)
    ]
    found: list[tuple[Member, ...]] = []
    for number, fellows in groupby(phrases, key=lambda phrase: phrase.group):
        if number < 0:
            found.extend((Member(phrase),) for phrase in fellows)
        else:
            found.append(_share_heads(list(fellows)))
    return found


def split_joins(phrase: Phrase) -> list[Phrase]:
    """西宁和海东 -> 西宁, 海东; a join inside one name (设备更新和技术改造工程) does not split."""
    for index, word in enumerate(phrase.words):
        if word.text in role("join") and 0 < index < len(phrase.words) - 1:
            left, right = phrase.words[:index], phrase.words[index + 1 :]
            if _separate(left, word.text, right, listed=phrase.listed):
                return [_part(phrase, left), *split_joins(_part(phrase, right))]
    return [phrase]


def _part(phrase: Phrase, line: Sequence[Word]) -> Phrase:
    return replace(phrase, start=line[0].start, end=line[-1].end, words=tuple(line))


def _separate(left: Sequence[Word], join: str, right: Sequence[Word], *, listed: bool) -> bool:
    own = find_head(left)
    mutual = len(right) > 1 and any(word.text in role("mutual") for word in right)
    if own is None and mutual and find_head(right):
        return False
    if _is_code(left[0]) and _is_code(right[0]):
        return True
    if left[-1].text == right[-1].text == "建设":
        return True
    if left[-1].tag == QUOTE:
        return any(word.tag == QUOTE for word in right) or find_head(right) is None
    if left[-1].tag == "nt" or _is_unit(left):
        return _is_unit(right[:1]) or right[0].tag in ("nt", QUOTE) or listed
    sides = ("".join(word.text for word in side) for side in (left, right))
    if join != "及" and all(side in words("industries") for side in sides):
        return True
    head = own
    if head is None or head.length < len(left):
        return listed and join == "和" and is_named(left) and is_named(right)
    if head.need != "b" and not specific(head.content):
        return join != "及"
    return find_head(right) is not None or is_proper(right)


def _is_code(word: Word) -> bool:
    """30万吨, G109: a figure or a road's number."""
    return bool(re.match(r"\d|[A-Z]\d", word.text))


def _is_unit(line: Sequence[Word]) -> bool:
    text = "".join(word.text for word in line)
    return len(text) > 1 and divisions.find(text) is not None


def _share_heads(phrases: list[Phrase]) -> tuple[Member, ...]:
    """Gives each member without a head of its own the head that closes the enumeration."""
    tail = _shared_tail(phrases)
    members = []
    for index, phrase in enumerate(phrases):
        follows = index < len(phrases) - 1 or bool(phrase.listed and phrase.marker)
        if tail and follows and (_lacks_head(phrase) or (phrase.listed and _plain(phrase, tail))):
            members.append(Member(phrase, tail))
        else:
            members.append(Member(phrase))
    return tuple(members)


def _shared_tail(phrases: list[Phrase]) -> tuple[Word, ...]:
    last = phrases[-1]
    if last.listed:
        return composes(last.marker)
    if len(phrases) < 2:
        return ()
    head = find_head(last.words)
    if head is None:
        return ()
    line = last.words[: head.length]
    quoted = [index for index, word in enumerate(line) if word.tag == QUOTE]
    if quoted:
        others_quoted = all(phrase.words[-1].tag == QUOTE for phrase in phrases[:-1])
        return line[quoted[-1] + 1 :] if others_quoted else ()
    if (
        len(line) > 1
        and is_named(line[:1])
        and not find_head(line[:1])
        and all(map(_short_and_proper, phrases[:-1]))
    ):
        return line[1:]
    return ()


def _short_and_proper(phrase: Phrase) -> bool:
    return (
        len(phrase.text) <= _LONGEST_SHORT_MEMBER
        and is_proper(phrase.words[:1])
        and not any(
            word.text in words("tails") or word.text in words("new_words") for word in phrase.words
        )
    )


def _plain(phrase: Phrase, tail: Sequence[Word]) -> bool:
    """制造业数字化转型、工业绿色化发展等专项行动: plain members of a list of programmes."""
    last = tail[-1].text
    return (
        last.endswith(_PROGRAMMES)
        and find_head(phrase.words) is None
        and len(phrase.text) >= _LEAST_PLAIN
        and (last.endswith(_ACTIONS) or len(phrase.text) >= _PLENTY)
        and (specific(phrase.words) or len(phrase.text) >= _PLENTY)
    )


def _lacks_head(phrase: Phrase) -> bool:
    if phrase.words[-1].tag == QUOTE:
        return True
    return find_head(phrase.words) is None and is_proper(phrase.words)


def members_of(groups: Iterable[tuple[Member, ...]]) -> list[Member]:
    """All members of all enumerations, in order."""
    return [member for group in groups for member in group]
