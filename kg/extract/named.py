"""Finds things by the head of their name: 种业振兴行动, 南丹综合试验区, 渝万高铁."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import divisions
from kg.extract import markers
from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.cutting import BRACKET, QUOTE, Word
from kg.extract.enterprises import after_company
from kg.extract.frameworks import is_found_unquoted
from kg.extract.heads import Head, class_of, find_head, find_heads, inner_head
from kg.extract.marks import is_marked, is_named, is_proper, is_quoted, specific, substance
from kg.extract.phrases import Phrase
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_LONGEST_NAME = 32
_ENOUGH = 4
_ENOUGH_FOR_WEAK_VERB = 6
_PLENTY = 6
_MUCH = 8
_VERY_MUCH = 10
_STRENGTHENING = frozenset({"加强", "强化", "提升", "优化", "促进", "完善"})
_MAKING = frozenset({"creates", "implements", "issues", "advances"})
_BUILT = frozenset({Cls.PLACE, Cls.PROGRAMME, Cls.BODY})
_REBUILT = ("迁建", "扩建", "搬迁", "新建")
_HOUSED = frozenset({Cls.PLACE, Cls.BODY})
_OUTPUT = re.compile(r"(?:年产|年处理|年加工|日处理)[\d.]+[万亿]?[^\W\d](?:方米|瓦时)?")
_TIMES = re.compile(r"[\d一二三四五六七八九十两]+[届场次]")
_LOCAL = re.compile(r"[省市区县州]|自治区")
_WORLDLY = ("世界", "中国", "全国", "国际", "全球", "亚洲")


def find_named(group: Sequence[Member]) -> list[Candidate]:
    """The things that the members of one enumeration name by their heads (no quotations)."""
    heads = [_head(member) for member in group]
    settled = [head for head, sure in heads if head is not None and sure]
    found = []
    for member, (head, sure) in zip(group, heads, strict=True):
        if head is not None and (sure or _beside(head, member, settled)):
            found.append(_of(head, member))
        elif (inner := inner_head(member.phrase.words)) is not None and _enough(
            inner, Member(member.phrase)
        ):
            found.append(_of(inner, Member(member.phrase)))
    return [each for each in found if not is_found_unquoted(each.mention.name)]


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


def _head(member: Member) -> tuple[Head | None, bool]:
    """The member's head, and whether it makes a name with what stands before it."""
    if member.phrase.quoted or QUOTE in [word.tag for word in member.composed]:
        return None, False
    heads = list(find_heads(member.words))
    if not heads or (not member.composed and divisions.find(member.phrase.text) is not None):
        return None, False
    for head in heads:
        if _enough(head, member):
            return head, True
    return heads[0], False


def _beside(head: Head, member: Member, settled: Sequence[Head]) -> bool:
    """Whether a fellow of the same kind vouches for a plainer name (儒商大会)."""
    same_class = any(other.cls is head.cls for other in settled)
    same_text = any(other.text[-2:] == head.text[-2:] for other in settled)
    return (
        (same_class or same_text)
        and (head.need == "n" or same_text or substance(head.content) > _ENOUGH)
        and (specific(head.content) or substance(head.content) > _ENOUGH)
        and substance(head.content) > 1
        and not member.phrase.counted
    )


def _of(head: Head, member: Member) -> Candidate:
    kept = member.words[: head.length]
    own = [word for word in kept if word in member.phrase.words]
    composed = kept[len(own) :]
    if own[-1].tag == BRACKET and len(own[-1].text) > 12:
        own = own[:-1]
    if len(own) > 1 and _TIMES.fullmatch(own[0].text):
        own = own[1:]
    elif len(own) > 2 and _TIMES.fullmatch(own[0].text + own[1].text):
        own = own[2:]
    if (behind := after_company(own)) and head.cls is not Cls.ENTERPRISE:
        own = list(behind)
    cls = class_of(head)
    if cls in _BUILT and markers.class_of(member.phrase.marker) is Cls.PROJECT:
        cls = Cls.PROJECT
    if cls in _HOUSED and own[-1].text.endswith(_REBUILT):
        cls = Cls.PROJECT
    if cls in _HOUSED and head.text.endswith("中心") and _followed(member.phrase, "groundbreaking"):
        cls = Cls.PROJECT
    if (yearly := _yearly(own)) and yearly < len(own):
        own, cls = own[yearly:], Cls.PROJECT
    return candidate(own, cls, f"head {head.text}", Weight.HEAD, composed)


def _followed(phrase: Phrase, name: str) -> bool:
    """Whether a verb of the role `name` (X中心/开工: groundbreaking) follows `phrase`."""
    return phrase.next is not None and phrase.next.text in role(name)


def _yearly(line: Sequence[Word]) -> int:
    """How many words tell a yearly output (年产/50/万吨): what has one is a project."""
    match = _OUTPUT.match("".join(word.text for word in line))
    ends = [word.end - line[0].start for word in line]
    return ends.index(match.end()) + 1 if match and match.end() in ends else 0


def _enough(head: Head, member: Member) -> bool:
    """Whether what stands before the head makes a name of it."""
    content = head.content
    length = sum(len(word.text) for word in member.words[: head.length])
    too_short = len(head.text) == 1 and sum(len(word.text) for word in content) < 2
    if length > _LONGEST_NAME or (too_short and head.need != "b"):
        return False
    if head.need == "b":
        return not member.phrase.counted or head.cls is Cls.PLACE
    if head.need == "q" or (head.need == "w" and is_quoted(content)):
        return is_quoted(content)
    if member.phrase.counted and not member.phrase.listed and not _counted_name(head):
        return False
    if head.need == "w":
        return _enough_for_measure(head, member)
    if head.need == "a":
        return is_proper(content) or _enough_content(head, member)
    if head.text == "项目" and _opens_with_plan(content[-1]):
        return False
    if head.text == "公司" and content[-1].text in words("generic_words"):
        return False
    if head.need == "n":
        return is_named(content) or _enough_for_kind(head, member)
    return is_proper(content) or _enough_for_verb(head, member)


def _counted_name(head: Head) -> bool:
    """Whether a name may stand before a number: pilots of one kind, and what is marked."""
    if head.cls is Cls.PILOT:
        return substance(head.content) >= _ENOUGH
    return is_quoted(head.content) if head.cls is Cls.PROJECT else is_marked(head.content)


def _enough_for_measure(head: Head, member: Member) -> bool:
    """Systems, lists and clean-ups that a verb makes or carries out, said at some length."""
    phrase = member.phrase
    verb = phrase.verb
    made = verb is not None and not phrase.preposition and verb.after in _MAKING
    told = phrase.next is not None and (phrase.next.before in _MAKING or head.text == "改革")
    moved = phrase.is_subject and told
    said = substance(head.content)
    following = phrase.words[head.length].text if head.length < len(phrase.words) else ""
    if head.text == "系统" and following in ("治理", "整治", "谋划"):
        return False
    if phrase.attributive or not (made or moved):
        return False
    if verb is not None and verb.text in _STRENGTHENING and head.cls is Cls.PROGRAMME:
        return False
    if head.text == "体系":
        return said >= _VERY_MUCH
    if head.cls is Cls.POLICY and made and specific(head.content):
        return said >= _ENOUGH
    return (said >= _ENOUGH_FOR_WEAK_VERB and specific(head.content)) or said >= _MUCH


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
    verb = member.phrase.verb
    if head.cls is Cls.PLACE and verb is not None and verb.after == "creates" and said > 1:
        return True
    said += len("攻坚") if head.text.startswith("攻坚") else 0
    least = _ENOUGH if member.phrase.is_governed else _ENOUGH + 2
    return (said >= 2 and specific(content)) or said >= least


def _enough_for_kind(head: Head, member: Member) -> bool:
    """Meetings that are hosted, and companies, need no proper mark."""
    content = head.content
    if head.cls is Cls.ENTERPRISE and len(content) > 1 and _LOCAL.fullmatch(content[0].text):
        return True
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
        verb = member.phrase.verb
        completed = _followed(member.phrase, "completing verb")
        carried = completed or (verb is not None and verb.text in words("noun_taking_verbs"))
        return carried and specific(content) and substance(content) >= _PLENTY
    stated = member.phrase.is_governed or member.phrase.is_subject
    return stated and specific(content) and substance(content) > _ENOUGH + 1


def _issued(member: Member) -> bool:
    verbs = (member.phrase.verb, member.phrase.next)
    return any(verb is not None and "issues" in (verb.after, verb.before) for verb in verbs)


def _is_zone(head: Head) -> bool:
    return head.text in role("zone head")


def _names_zone(head: Head) -> bool:
    """A zone that is to be something (绿色低碳高质量发展先行区): plain words at some length do."""
    return sum(len(word.text) for word in head.content) >= _ENOUGH


def _enough_for_verb(head: Head, member: Member) -> bool:
    """Plain words make a name where a verb says that the thing is made or carried out."""
    phrase = member.phrase
    said = substance(head.content)
    finished = _followed(phrase, "completing verb")
    if phrase.is_subject and finished and head.cls in _HOUSED and specific(head.content):
        return True
    if member.phrase.is_subject and head.cls in (Cls.PLACE, Cls.BODY) and not _is_zone(head):
        return (said >= _ENOUGH and specific(head.content)) or said >= _PLENTY
    if len(head.content) > 1 and _LOCAL.fullmatch(head.content[0].text) and phrase.is_governed:
        return not phrase.attributive and said >= _ENOUGH - 1
    if _is_zone(head) and (phrase.is_governed or phrase.is_subject):
        return not phrase.attributive and _names_zone(head)
    if phrase.attributive or not phrase.is_governed:
        return False
    if head.cls is Cls.POLICY and len(head.text) >= _ENOUGH and _issued(member):
        return said >= _ENOUGH
    if head.cls is Cls.POLICY and not _issued(member):
        return said >= _PLENTY and specific(head.content)
    verb = phrase.verb.text if phrase.verb is not None else ""
    put_up = phrase.is_subject and head.cls is Cls.PLATFORM
    if put_up or (head.cls is Cls.PROGRAMME and verb in words("noun_taking_verbs")):
        return said >= _ENOUGH
    least = _ENOUGH_FOR_WEAK_VERB if verb in role("improving verb") else _ENOUGH
    return (said >= least and specific(head.content)) or said >= _PLENTY
