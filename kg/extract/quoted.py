"""Finds things named by a quotation: “千亿架梁、百亿立柱”工程, “33618”, “渝味360碗”品牌."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import divisions
from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.cutting import QUOTE, Word, known
from kg.extract.enterprises import company_like
from kg.extract.frameworks import national
from kg.extract.heads import Head, class_of, find_head, strip_quotes
from kg.extract.marks import is_proper, specific, substance
from kg.extract.phrases import Phrase
from kg.extract.quoted_classes import CODE, bare_class
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_ADJECTIVAL = re.compile(r"[式型级化性版]$")
_LONGEST_LEFT = 14
# “80条”, “百千工程”: a count that says nothing without what stands before it.
_BARE_COUNT = re.compile(r"[\d一二三四五六七八九十百千万双]+(?:条|项|个|工程|行动|计划)")
_LONGEST_CODE = 12
_LONGEST_FOLLOWER = 6


def find_quoted(member: Member) -> list[Candidate]:
    """The things that the quotations of `member` name."""
    line = member.phrase.words
    found: list[Candidate] = []
    places = [index for index, word in enumerate(line) if word.tag == QUOTE]
    for number, index in enumerate(places):
        until = places[number + 1] if number + 1 < len(places) else len(line)
        before = line[places[number - 1] + 1 if number else 0 : index]
        composed = member.composed if until == len(line) else ()
        named = _named(member, before, line[index:until], composed)
        if named:
            found.append(named)
    return found


def before_quote(phrase: Phrase) -> tuple[Word, ...]:
    """The words before the first quotation, where they name a thing of their own."""
    index = next(index for index, word in enumerate(phrase.words) if word.tag == QUOTE)
    left = phrase.words[:index]
    return left if _stands_alone(left) else ()


def _named(
    member: Member, before: Sequence[Word], line: Sequence[Word], composed: Sequence[Word]
) -> Candidate | None:
    inner = strip_quotes(line[0].text)
    if len(inner) < 2:
        return None
    whole = [*line, *composed]
    head = _head_after(whole)
    if head is None or _is_outside(head):
        follower = whole[1].text if len(whole) > 1 else ""
        follower = follower if follower in words("quote_only_heads") else ""
        return _bare(member, before, line, inner, head.text if head else follower)
    alone = len(head.content) == 1
    if inner in words("emphasis") and head.need in "qw" and alone:
        return None
    if inner in national() and head.text.endswith("项目"):
        return _bare(member, before, line, inner, head.text)
    kept = whole[: head.length]
    own = [word for word in kept if word in line]
    shared = len(own)
    left = _left(before)
    plain = _ADJECTIVAL.search(inner) or (len(inner) < 3 and known(inner))
    aliases: tuple[str, ...] = () if plain else (inner,)
    cls = Cls.PROGRAMME if head.text.endswith("项目") else class_of(head)
    if left and cls is Cls.EVENT:
        own = [*left, *own]
    elif left:
        aliases += (strip_quotes("".join(word.text for word in (*left, *kept))),)
    reason = f"quote+{head.text}"
    return candidate(own, cls, reason, Weight.QUOTATION, kept[shared:], aliases)


def _head_after(whole: Sequence[Word]) -> Head | None:
    """The head that a quotation opens; what follows the head may be anything.

    A head that is part of the name (试点) goes before one that is not (政策).
    """
    outer = None
    for length in range(len(whole), 1, -1):
        head = find_head(_without_items(whole[:length]))
        if head is None or head.length < 2:
            continue
        if not _is_outside(head):
            return head
        outer = outer or head
    return outer


def _is_outside(head: Head) -> bool:
    """Whether the head is no part of the name: “X”政策, but not “X”民宿品牌."""
    if head.text not in words("quote_only_heads"):
        return False
    return head.text not in ("品牌", "改革", "服务", "体系", "政策") or head.length == 2


def _without_items(line: Sequence[Word]) -> Sequence[Word]:
    """“尖锋”行动重大项目 -> “尖锋”行动: the projects of a programme are not its name."""
    if line[-1].text in ("项目", "重大项目", "重点项目") and len(line) > 2:
        shorter = line[:-1]
        while shorter[-1].text in words("modifiers"):
            shorter = shorter[:-1]
        if len(shorter) > 1 and find_head(shorter) is not None:
            return shorter
    return line


def _left(before: Sequence[Word]) -> tuple[Word, ...]:
    """The words before a quotation that open the name: 数字化转型“天工焕新”行动."""
    if not before or _stands_alone(before) or before[-1].text in role("actor"):
        return ()
    if not 4 <= sum(len(word.text) for word in before) <= _LONGEST_LEFT:
        return tuple(before) if all(is_proper([word]) for word in before) else ()
    return tuple(before) if specific(before) or substance(before) > 4 else ()


def _stands_alone(before: Sequence[Word]) -> bool:
    """Whether the words before a quotation are a name of their own (…度假区“五大提升工程”)."""
    if not before:
        return False
    if before[-1].tag == "nt" or company_like(before):
        return True
    head = find_head(before)
    return head is not None and head.length == len(before) and is_proper(head.content)


def _bare(
    member: Member, before: Sequence[Word], line: Sequence[Word], inner: str, follower: str
) -> Candidate | None:
    cls = bare_class(member, before, line, inner, follower)
    if cls is None:
        return None
    whole = member.phrase.words[-1] == line[-1] and len(line) > 1
    rest = "".join(word.text for word in line[1:]) if whole else ""
    if CODE.fullmatch(inner) and 0 < len(rest) <= _LONGEST_CODE:
        return candidate(line, cls, "quoted code", Weight.QUOTATION, aliases=(inner,))
    left = _left(before)
    placed = cls.group in (Cls.PLACE, Cls.PROJECT) and bool(before)
    counted = bool(_BARE_COUNT.fullmatch(inner))
    practice = follower in ("经验", "做法", "工作法")
    if left and (practice or counted or placed or _proper_before(before)):
        return candidate([*left, line[0]], cls, "quote", Weight.QUOTATION, aliases=(inner,))
    aliases: tuple[str, ...] = (inner + rest,) if 0 < len(rest) <= _LONGEST_FOLLOWER else ()
    if left:
        aliases += (strip_quotes("".join(word.text for word in (*left, line[0]))),)
    return candidate(line[:1], cls, "quote", Weight.QUOTATION, aliases=aliases)


def _proper_before(before: Sequence[Word]) -> bool:
    """渝黔桂“氢走廊”: signs of places directly before a quotation are part of the name."""
    if divisions.find("".join(word.text for word in before)) is not None:
        return False
    return all(is_proper([word]) for word in before)
