"""Finds things by the head of their name: 种业振兴行动, 南丹综合试验区, 渝万高铁."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import divisions
from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.cutting import BRACKET, QUOTE, Word
from kg.extract.frameworks import national
from kg.extract.heads import (
    Head,
    find_head,
    find_heads,
    inner_head,
    is_marked,
    is_named,
    is_proper,
    is_quoted,
    specific,
    substance,
)
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_LONGEST_NAME = 32
_ENOUGH = 4
_ENOUGH_FOR_WEAK_VERB = 6
_PLENTY = 8
_LOCAL = re.compile(r"[省市区县州]|自治区")
_WORLDLY = ("世界", "中国", "全国", "国际", "全球", "亚洲")


def find_named(group: Sequence[Member]) -> list[Candidate]:
    """The things that the members of one enumeration name by their heads (no quotations)."""
    heads = [_head(member) for member in group]
    classes = {head.cls for head, sure in heads if head is not None and sure}
    texts = {head.text for head, sure in heads if head is not None and sure}
    found = []
    for member, (head, sure) in zip(group, heads, strict=True):
        if head is not None and (sure or _beside(head, member, classes, texts)):
            found.append(_of(head, member))
        elif (inner := inner_head(member.phrase.words)) is not None and _enough(
            inner, Member(member.phrase)
        ):
            found.append(_of(inner, Member(member.phrase)))
    return [each for each in found if each.mention.name not in national()]


def find_through_list(group: Sequence[Member]) -> list[Candidate]:
    """A programme whose name runs through 等: 高校毕业生等青年留渝就业创业行动."""
    last = group[-1].phrase
    if not last.listed or not last.marker or last.marker[0].start != last.end + 1:
        return []
    head = find_head(last.marker)
    if head is None or head.need != "a" or not specific(head.content):
        return []
    marker = last.marker[: head.length]
    line: list[Word] = []
    for number, member in enumerate(group):
        if number:
            line.append(Word(member.phrase.start - 1, member.phrase.start, "、", "x"))
        line.extend(member.phrase.words)
    line.extend((Word(last.end, marker[0].start, "等", "u"), *marker))
    too_long = line[-1].end - line[0].start > _LONGEST_NAME
    if too_long or any(word.tag == QUOTE for word in line):
        return []
    return [candidate(line, head.cls, f"head {head.text}", Weight.HEAD)]


def class_of(head: Head) -> Cls:
    """The class of what `head` heads: a 工程 is a project where it builds, else a programme."""
    text = "".join(word.text for word in head.content)
    if head.text == "工程" and any(word in text for word in words("infrastructure")):
        return Cls.PROJECT
    return head.cls


def _head(member: Member) -> tuple[Head | None, bool]:
    """The member's head, and whether it makes a name with what stands before it."""
    line = member.words
    if any(word.tag == QUOTE for word in line) or divisions.find(member.phrase.text) is not None:
        return None, False
    heads = list(find_heads(line))
    for head in heads:
        if _enough(head, member):
            return head, True
    return (heads[0] if heads else None), False


def _beside(head: Head, member: Member, classes: set[Cls], texts: set[str]) -> bool:
    """Whether a fellow of the same kind vouches for a plainer name (儒商大会)."""
    return (
        head.cls in classes
        and (head.need == "n" or head.text in texts)
        and (specific(head.content) or substance(head.content) > _ENOUGH)
        and substance(head.content) > 1
        and not member.phrase.counted
    )


def _of(head: Head, member: Member) -> Candidate:
    kept = member.words[: head.length]
    own = [word for word in kept if word in member.phrase.words]
    if own[-1].tag == BRACKET and len(own[-1].text) > 12:
        own = own[:-1]
    return candidate(own, class_of(head), f"head {head.text}", Weight.HEAD, kept[len(own) :])


def _enough(head: Head, member: Member) -> bool:
    """Whether what stands before the head makes a name of it."""
    content = head.content
    length = sum(len(word.text) for word in member.words[: head.length])
    too_short = len(head.text) == 1 and sum(len(word.text) for word in content) < 2
    if length > _LONGEST_NAME or (too_short and head.need != "b"):
        return False
    if head.need == "b":
        return not member.phrase.counted
    if head.need == "q":
        return is_quoted(content)
    if member.phrase.counted and not member.phrase.listed and not is_marked(content):
        return False
    if head.need == "a":
        return is_proper(content) or _enough_content(head, member)
    if head.text == "项目" and _opens_with_plan(content[-1]):
        return False
    if head.text == "公司" and content[-1].text in words("generic_words"):
        return False
    if head.need == "n":
        return is_named(content) or _enough_for_kind(head, member)
    return is_proper(content) or _enough_for_verb(head, member)


def _opens_with_plan(word: Word) -> bool:
    """双城经济圈建设/重大/项目: the projects of something are no project of that name."""
    return word.text in words("modifiers") or word.text == "建设"


def _enough_content(head: Head, member: Member) -> bool:
    """For heads that nearly always close a name (行动, 博览会): any content of some length."""
    content, said = head.content, substance(head.content)
    if head.text in role("local body") and _LOCAL.fullmatch(content[0].text):
        return True
    if head.cls is Cls.BODY:
        return (said >= _ENOUGH and specific(content)) or said >= _PLENTY
    least = _ENOUGH if member.phrase.is_governed else _ENOUGH + 2
    return (said >= 2 and specific(content)) or said >= least


def _enough_for_kind(head: Head, member: Member) -> bool:
    """Meetings that are hosted, and companies, need no proper mark."""
    content = head.content
    if substance(content) < _ENOUGH:
        return False
    text = "".join(word.text for word in content)
    if head.cls is Cls.EVENT:
        verb = member.phrase.verb
        hosted = verb is not None and verb.after == "hosts" and head.text != "会议"
        return hosted or text.startswith(_WORLDLY)
    if head.cls is Cls.ENTERPRISE:
        return head.text.endswith("集团") and (specific(content) or text.startswith("中国"))
    if head.text == "项目":
        return False
    stated = member.phrase.is_governed or member.phrase.is_subject
    return stated and specific(content) and substance(content) > _ENOUGH + 1


def _issued(member: Member) -> bool:
    verbs = (member.phrase.verb, member.phrase.next)
    return any(verb is not None and "issues" in (verb.after, verb.before) for verb in verbs)


def _enough_for_verb(head: Head, member: Member) -> bool:
    """Plain words make a name where a verb says that the thing is made or carried out."""
    phrase = member.phrase
    said = substance(head.content)
    if member.phrase.is_subject and head.cls in (Cls.PLACE, Cls.BODY):
        return said >= _ENOUGH and specific(head.content)
    if phrase.attributive or not phrase.is_governed:
        return False
    if head.cls is Cls.POLICY and not _issued(member):
        return said >= _PLENTY and specific(head.content)
    verb = phrase.verb.text if phrase.verb is not None else ""
    least = _ENOUGH_FOR_WEAK_VERB if verb in role("improving verb") else _ENOUGH
    return (said >= least and specific(head.content)) or said >= _PLENTY
