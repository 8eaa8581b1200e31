"""Finds the industries that a unit develops: 发展银发经济, 瞄准低空经济、生物医药等领域."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.cutting import QUOTE, Word, known
from kg.extract.heads import find_head
from kg.extract.marks import is_proper, specific, substance
from kg.extract.phrases import Verb
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_ENDINGS = ("产业集群", "产业链", "产业", "经济", "制造业", "服务业", "集群", "业")
_FARMING = ("农业", "渔业", "林业", "畜牧业")
_TELLING = ("产业", "经济", "产业集群", "服务业", "制造业", "金融", *_FARMING)
_BRANCH = ("产业", "制造业", "服务业", "业")
# 等重点领域, 等新业态; not 等领域岗位, 等领域省实验室.
_FIELDS = re.compile(
    r"[^\W\d]{0,6}?(?:领域|行业|业态|经济)(?!岗位|产品|省|国家|实验室|精品|场景|关键|项目|人才|企业|应用|融合|绿)"
)
_LONGEST = 14
_LEAST_TELLING = 4
_LONGEST_LISTED = 12
# 等战略性新兴产业, 等十大产业集群, 等细分赛道; not 等产业园区, 等产业项目.
_OF_INDUSTRIES = re.compile(
    r"(?!全)[^\W\d]{0,8}?(?:产业|赛道|服务业|制造业)(?!态|务|园|基地|项目|示范|学院|工人|基金|投资|大会|联盟|平台|"
    r"政策|孵化|技术|人才|研究|合作|转移|协同|链供|数字化|增加值)"
)


def find_industries(group: Sequence[Member]) -> list[Candidate]:
    """The industries that an enumeration names, and the one that closes it (等首发经济)."""
    last = group[-1].phrase
    if last.marker and _OF_INDUSTRIES.match(last.marker_text):
        found = [_listed(member) for member in group]
    else:
        found = [
            _developed(member) or _leading(member, alone=len(group) == 1) or _about(member)
            for member in group
        ]
        if any(each is not None for each in found[-1:]) and len(group) > 1:
            found = [each or _beside(member) for each, member in zip(found, group, strict=True)]
        if _of_fields(group) or _mostly_known(group):
            listed = [_listed(member) for member in group]
            found = [each or other for each, other in zip(found, listed, strict=True)]
    closing = bool(last.marker) and _developing(group[-1])
    if closing and last.marker[0].text in words("industries"):
        found.append(candidate(last.marker[:1], Cls.INDUSTRY, "developed", Weight.INDUSTRY))
    return [each for each in found if each is not None]


def _of_fields(group: Sequence[Member]) -> bool:
    """聚焦A、B、C等领域, where half of the members or more are on the register."""
    if len(group) < 3:
        return False
    last = group[-1].phrase
    strengthened = last.preposition == "在" or (last.verb is not None and not last.preposition)
    strengthened = strengthened or (last.is_subject and "业态" in last.marker_text)
    if not strengthened or not _FIELDS.match(last.marker_text):
        return False
    return 2 * sum(member.phrase.text in words("industries") for member in group) >= len(group)


def _mostly_known(group: Sequence[Member]) -> bool:
    """Whether a verb governs an enumeration half of whose members or more are on the register."""
    if len(group) < 3:
        return False
    last = group[-1].phrase
    if last.verb is None or last.preposition or last.attributive or last.counted:
        return False
    of_industries = _FIELDS.match(last.marker_text) or _OF_INDUSTRIES.match(last.marker_text)
    if last.marker and not of_industries:
        return False
    known = sum(member.phrase.words[0].text in words("industries") for member in group)
    return 2 * known >= len(group)


def _listed(member: Member) -> Candidate | None:
    """A member of a list that 等产业 or 等赛道 closes: any plain words."""
    phrase = member.phrase
    line = _without_tails(_known_part(phrase.words))
    text = "".join(word.text for word in line)
    if phrase.quoted or not 2 <= len(text) <= _LONGEST_LISTED:
        return None
    if _is_generic(text) or line[0].text in words("tails"):
        return None
    sized = any(word.text[0].isdigit() for word in line)
    headed = is_proper(line) and find_head(line) is not None
    if text not in words("industries") and (sized or headed):
        return None
    return _of(line, "listed as an industry")


def _known_part(line: Sequence[Word]) -> Sequence[Word]:
    """工业母机/聚势聚链 -> 工业母机: an industry of the register before words of no dictionary."""
    registered = len(line) > 1 and line[0].text in words("industries")
    return line[:1] if registered and not any(known(word.text) for word in line[1:]) else line


def _beside(member: Member) -> Candidate | None:
    """A member before one that names an industry (电子信息、有色金属、装备制造业)."""
    phrase = member.phrase
    if phrase.quoted or phrase.preposition:
        return None
    text = phrase.text
    if text in words("industries") or (_is_industry(text) and len(text) > 3):
        return _of(phrase.words, "beside an industry")
    return None


def _developed(member: Member) -> Candidate | None:
    """The industry that `member` names, where a verb says that it is developed.

    After 发展 and its like any name in 产业 or 经济 is one; after 推动 and its like what ends so.
    Elsewhere it must be on the register and listed as a field (聚焦…等领域).
    """
    phrase = member.phrase
    if phrase.verb is None or phrase.preposition or phrase.attributive:
        return None
    developed = _developing(member)
    field = phrase.listed and bool(_FIELDS.match(phrase.marker_text))
    if not (developed or field or _promoted(member)):
        return None
    if phrase.listed and phrase.marker and not field and not _grown(phrase.verb):
        return None
    line = _without_tails(phrase.words)
    text = "".join(word.text for word in line)
    on_list = field and text in words("industries")
    moved = len(line) < len(phrase.words) and text in words("industries")
    told = moved or text.endswith(_TELLING)
    if not (developed or on_list or (_promoted(member) and told)):
        return None
    if phrase.quoted or any(word.text in words("predicates") for word in line):
        return None
    if not phrase.listed and any(word.text in role("join") for word in line):
        return None
    listed = field and developed and 1 < len(text) <= _LONGEST_LISTED and not find_head(line)
    if not _is_industry(text) and not (listed and not _is_generic(text)):
        return None
    branch = text.endswith(("服务业", "制造业")) and len(text) > 4
    plain = text in words("industries") or branch
    if not (specific(line) or plain) or substance(line) > _LONGEST:
        return None
    return _of(line, "developed")


def _leading(member: Member, *, alone: bool) -> Candidate | None:
    """The industry that opens the phrase: 算力/产业布局, 装备制造/业/产业规模.

    Where it stands `alone`, one that is only measured (新能源产业增加值) does not count.
    """
    phrase = member.phrase
    if phrase.preposition or phrase.text[:2] not in _industry_openings():
        return None
    for length in range(len(phrase.words), 0, -1):
        line = phrase.words[:length]
        text = "".join(word.text for word in line)
        rest = phrase.words[length].text if length < len(phrase.words) else ""
        base = next((text.removesuffix(end) for end in _BRANCH if text.endswith(end)), "")
        if base in words("industries") and not _is_generic(text) and rest not in role("site"):
            return _of(line, "named as an industry")
        after = phrase.words[length + 1].text if length + 1 < len(phrase.words) else ""
        whole = rest in role("whole industry") and not (alone and after in role("site"))
        if whole and text in words("industries") and not _is_generic(text):
            return _of(line, "named as an industry")
    return None


def _about(member: Member) -> Candidate | None:
    """拓展低空经济应用场景: the industry in which a verb says that something is done."""
    phrase = member.phrase
    first, rest = phrase.words[0], phrase.words[1:]
    if first.text not in words("industries") or len(first.text) < _LEAST_TELLING:
        return None
    governed = phrase.verb is not None and phrase.verb.after and not phrase.preposition
    if not (governed and rest) or phrase.counted or phrase.attributive:
        return None
    plain = role("about an industry") | words("tails") | role("join")
    if not all(word.text in plain or word.tag == QUOTE for word in rest):
        return None
    return None if _is_generic(first.text) else _of([first], "done in the industry")


@cache
def _industry_openings() -> frozenset[str]:
    return frozenset(name[:2] for name in words("industries"))


def _of(line: Sequence[Word], reason: str) -> Candidate:
    """An industry; without the word 产业 it is the same one."""
    text = "".join(word.text for word in line)
    plain = text.removesuffix("产业")
    aliases: tuple[str, ...] = (plain,) if plain != text and plain in words("industries") else ()
    aliases += (text + "产业",) if text in words("industries") else ()
    return candidate(line, Cls.INDUSTRY, reason, Weight.INDUSTRY, aliases=aliases)


def _developing(member: Member) -> bool:
    verb = member.phrase.verb
    return verb is not None and (_grown(verb) or verb.text in role("developing verb"))


def _grown(verb: Verb) -> bool:
    return verb.after == "develops"


def _promoted(member: Member) -> bool:
    verb = member.phrase.verb
    return verb is not None and verb.text in role("promoting verb")


def _without_tails(line: Sequence[Word]) -> Sequence[Word]:
    """高端服务业/发展 -> 高端服务业."""
    end = len(line)
    while end > 1 and _trails(line[end - 1].text):
        end -= 1
    return line[:end]


def _trails(text: str) -> bool:
    """Whether `text` only says what becomes of an industry (发展, 高质量, 提质增效)."""
    return text != "服务" and (text in words("tails") or text in words("modifiers"))


def _is_generic(text: str) -> bool:
    return text in words("generic_industries")


def _is_industry(text: str) -> bool:
    if _is_generic(text):
        return False
    plain = text.removeprefix("现代")
    if any(plain.removesuffix(ending) in words("industries") for ending in ("", *_ENDINGS)):
        return True
    return text.endswith(_TELLING) and len(text) > 3
