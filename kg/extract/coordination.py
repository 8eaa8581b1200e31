"""Takes enumerations apart: members joined by 和 or 与, and heads that several members share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kg import divisions
from kg.extract.candidates import Member
from kg.extract.cutting import QUOTE, Word
from kg.extract.heads import Head, find_head
from kg.extract.markers import composes
from kg.extract.marks import is_named, is_proper, specific
from kg.extract.phrases import ClauseParts, Phrase
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_LONGEST_SHORT_MEMBER = 8
_KINDS = ("型", "式", "级")
_LEAST_PLAIN = 4
_PLENTY = 6
_ACTIONS = ("行动", "专项", "计划", "工程")
_BATTLES = ("保卫战", "攻坚战")
_ALIKE = "head"
_MADE = frozenset({"creates", "advances", "implements"})
_SHARING = frozenset({Cls.PLACE, Cls.PLATFORM, Cls.PROGRAMME, Cls.BODY, Cls.PILOT})
_PROGRAMMES = ("行动", "专项", "计划", "工程", "机制", "制度", "模式", "试点")


def enumerations(clause: ClauseParts) -> list[tuple[Member, ...]]:
    """The clause's enumerations in order, each with its members in order; most have just one."""
    whole = [part for part in clause.parts if isinstance(part, Phrase)]
    phrases = [
        piece
        for place, part in enumerate(whole)
        for piece in split_joins(part, inside=_inside_list(whole, place))
    ]
    found: list[tuple[Member, ...]] = []
    for number, fellows in groupby(phrases, key=lambda phrase: phrase.group):
        if number < 0:
            found.extend((Member(phrase),) for phrase in fellows)
        else:
            found.append(_share_heads(list(fellows)))
    return found


def _inside_list(phrases: Sequence[Phrase], place: int) -> bool:
    """Whether 、 goes on after the phrase: 和 in it (A、B和C、D) then joins parts of one member."""
    if not 0 < place < len(phrases) - 1:
        return False
    return phrases[place - 1].group == phrases[place].group == phrases[place + 1].group >= 0


def split_joins(phrase: Phrase, *, inside: bool = False) -> list[Phrase]:
    """西宁和海东 -> 西宁, 海东; a join inside one name (设备更新和技术改造工程) does not split.

    `inside` a list only names with heads of their own are split.
    """
    joins = role("join")
    for index, word in enumerate(phrase.words):
        if word.text in joins and 0 < index < len(phrase.words) - 1:
            left, right = phrase.words[:index], phrase.words[index + 1 :]
            if inside and not (find_head(left) and find_head(right)):
                continue
            if _separate(left, word.text, right, listed=phrase.listed):
                rest = split_joins(_part(phrase, right), inside=inside)
                return [_part(phrase, left), *rest]
    return [phrase]


def _part(phrase: Phrase, line: Sequence[Word]) -> Phrase:
    return replace(phrase, start=line[0].start, end=line[-1].end, words=tuple(line))


def _separate(left: Sequence[Word], join: str, right: Sequence[Word], *, listed: bool) -> bool:
    own = _own_head(left)
    mutual = len(right) > 1 and any(word.text in role("mutual") for word in right)
    if own is None and mutual and find_head(right):
        return False
    if (_is_code(left[0]) and _is_code(right[0])) or (right[0].tag == "nt" and join == "与"):
        return True
    if left[-1].text == right[-1].text and (left[-1].text == "建设" or _both_quoted(left, right)):
        return True
    if left[-1].tag == QUOTE:
        return any(word.tag == QUOTE for word in right) or find_head(right) is None
    if left[-1].tag == "nt" or _is_unit(left):
        return _is_unit(right[:1]) or right[0].tag in ("nt", QUOTE) or listed
    sides = ["".join(word.text for word in side) for side in (left, right)]
    known = [side in words("industries") for side in sides]
    if join != "及" and (all(known) or (any(known) and sides[0][-2:] == sides[1][-2:])):
        return True
    head = own
    if head is None or head.length < len(left):
        return listed and join == "和" and is_named(left) and is_named(right)
    if head.need != "b" and not specific(head.content):
        return join != "及"
    return find_head(right) is not None or is_proper(right)


def _both_quoted(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """省委“A”部署和市委“B”部署: each side has a quotation of its own."""
    return all(any(word.tag == QUOTE for word in side) for side in (left, right))


def _own_head(line: Sequence[Word]) -> Head | None:
    """The head that makes a name of `line` by itself: 治理 and its like need a verb for that."""
    head = find_head(line)
    return None if head is not None and head.need in "qw" else head


def _is_code(word: Word) -> bool:
    """30万吨, G109: a figure or a road's number."""
    return bool(re.match(r"\d|[A-Z]\d", word.text))


def _is_unit(line: Sequence[Word]) -> bool:
    text = "".join(word.text for word in line)
    return len(text) > 1 and divisions.find(text) is not None


def _share_heads(phrases: list[Phrase]) -> tuple[Member, ...]:
    """Gives each member without a head of its own the head that closes the enumeration."""
    if len(phrases) == 1 and not phrases[0].listed:
        return (Member(phrases[0]),)
    tail = _shared_tail(phrases)
    members = []
    for index, phrase in enumerate(phrases):
        if kind := _kind_tail(phrases[index:]):
            members.append(Member(phrase, kind))
            continue
        follows = index < len(phrases) - 1 or bool(phrase.listed and phrase.marker)
        if tail and follows and _takes(phrase, tail):
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
    if tail := _after_industry(line, phrases[:-1]) or _after_alike(head, line, phrases):
        return tail
    quoted = [index for index, word in enumerate(line) if word.tag == QUOTE]
    if quoted:
        others_quoted = all(phrase.words[-1].tag == QUOTE for phrase in phrases[:-1])
        return line[quoted[-1] + 1 :] if others_quoted else ()
    if not all(map(_short_and_proper, phrases[:-1])):
        return ()
    if len(line) > 1 and _is_unit(line[:1]):
        return line[1:] if any(_is_unit(phrase.words) for phrase in phrases[:-1]) else ()
    own = next((n for n in (1, 2) if is_named(line[:n])), len(line))  # 坎/布拉
    return line[own:] if own < len(line) and not find_head(line[:own]) else ()


def _kind_tail(phrases: Sequence[Phrase]) -> tuple[Word, ...]:
    """陆港型、口岸型/物流枢纽: what follows the kind in the first phrase that is more than one."""
    if not phrases[0].text.endswith(_KINDS):
        return ()
    whole = next((phrase for phrase in phrases if not phrase.text.endswith(_KINDS)), None)
    head = find_head(whole.words) if whole is not None else None
    if whole is None or head is None:
        return ()
    line = whole.words[: head.length]
    own = next((n for n, word in enumerate(line[:-1], 1) if word.text.endswith(_KINDS)), 0)
    return tuple(line[own:]) if 0 < own < 4 else ()


def _after_industry(line: Sequence[Word], before: Sequence[Phrase]) -> tuple[Word, ...]:
    """钢铁、化工/行业大脑: what follows 行业, where all members are industries."""
    text = "".join(word.text for word in line)
    own, sector, _ = text.partition("行业")
    if not sector or not {own, *(phrase.text for phrase in before)} <= words("industries"):
        return ()
    start = line[0].start + len(own)
    if line[0].end > start:
        rest = line[0].text[len(own) :]
        return (Word(start, line[0].end, rest, "n"), *line[1:])
    return tuple(word for word in line if word.start >= start)


def _after_alike(head: Head, line: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Word, ...]:
    """蓝天、碧水、净土/保卫战; 优质数据流通、特色数据应用/基地: plain members of one length.

    A verb must make or carry out what they name, and none may be a thing of its own.
    """
    last = phrases[-1]
    made = last.verb is not None and last.verb.after in _MADE and not last.preposition
    battle = head.text.endswith(_BATTLES)
    shared = head.cls in _SHARING and (battle or head.need != "b")
    if not made or last.attributive or not shared:
        return ()
    said = sum(len(word.text) for word in head.content)
    for phrase in phrases[:-1]:
        long_enough = len(phrase.text) >= (2 if battle else _LEAST_PLAIN)
        if not long_enough or abs(len(phrase.text) - said) > 2 or _is_own(phrase):
            return ()
    end = line[-1].end
    return (Word(end - len(head.text), end, head.text, _ALIKE),)


def _is_own(phrase: Phrase) -> bool:
    """Whether a member names something by itself: it has a head, a quotation, or is known."""
    return (
        find_head(phrase.words) is not None
        or phrase.text in words("industries")
        or any(word.tag in (QUOTE, "nt") or word.text in words("tails") for word in phrase.words)
        or _is_unit(phrase.words)
    )


def _short_and_proper(phrase: Phrase) -> bool:
    return (
        len(phrase.text) <= _LONGEST_SHORT_MEMBER
        and is_proper(phrase.words[:1])
        and not any(
            word.text in words("tails") or word.text in words("new_words") for word in phrase.words
        )
    )


def _takes(phrase: Phrase, tail: Sequence[Word]) -> bool:
    if tail[0].text.startswith("行业"):
        return True
    if phrase.text in role("whole region"):
        return False
    return _lacks_head(phrase) or (phrase.listed and _plain(phrase, tail)) or _alike(phrase, tail)


def _plain(phrase: Phrase, tail: Sequence[Word]) -> bool:
    """制造业数字化转型、工业绿色化发展等专项行动: plain members of a list of programmes."""
    last = tail[-1].text
    return (
        last.endswith(_PROGRAMMES)
        and _own_head(phrase.words) is None
        and len(phrase.text) >= _LEAST_PLAIN
        and (last.endswith(_ACTIONS) or len(phrase.text) >= _PLENTY)
        and (specific(phrase.words) or len(phrase.text) >= _PLENTY)
    )


def _alike(phrase: Phrase, tail: Sequence[Word]) -> bool:
    """Whether `phrase` is a member that `_after_alike` found (its tail is a head and no more)."""
    return not phrase.listed and len(tail) == 1 and tail[0].tag == _ALIKE


def _lacks_head(phrase: Phrase) -> bool:
    if phrase.words[-1].tag == QUOTE:
        return True
    return _own_head(phrase.words) is None and is_proper(phrase.words)
