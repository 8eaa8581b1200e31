"""Finds enterprises that no 公司 or 集团 gives away: by register, by list, and as subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg import divisions
from kg.extract import markers, verbs
from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.cutting import BRACKET, QUOTE, Word, known
from kg.extract.heads import find_head, name_of
from kg.extract.marks import is_named, is_proper, specific
from kg.lexicon import longest_first, table, words
from kg.records import EntityClass as Cls
from kg.records import Mention

_LONGEST = 14
_MODEL = re.compile(r"[A-Za-z]{1,3}\d{1,3}[A-Za-z]{0,4}$")
_LONGEST_BARE = 6
_FULL_FORMS = frozenset({"有限公司", "有限责任公司", "股份有限公司", "股份公司", "集团公司"})
_LEGAL_FORMS = ("集团", "公司", "股份", "银行", "支行", "分行")
_TOPONYM = re.compile(r"[湖河山江岛城镇村县区市湾港站园寺塔桥洲路谷峡泉场校院所馆队乡墓]$")


def find_enterprises(group: Sequence[Member]) -> list[Candidate]:
    """The enterprises among the members of one enumeration, and projects named after one."""
    named = [_certain(member) for member in group]
    found = [each for each in named if each is not None]
    sure = sum(each.mention.cls is Cls.ENTERPRISE for each in found)
    company = 2 * sure >= len(group) and bool(sure) and not _lists_projects(group[-1])
    if found:
        found.extend(
            candidate(member.phrase.words[:1], Cls.ENTERPRISE, "register", Weight.ENTERPRISE)
            for member, each in zip(group, named, strict=True)
            if each is not None and each.mention.start > member.phrase.start
        )
    for member in group:
        line = member.phrase.words
        if behind := after_company(line):
            own = line[: len(line) - len(behind)]
            found.append(candidate(own, Cls.ENTERPRISE, "legal form", Weight.HEAD))
    first = group[0].phrase
    if named[0] is not None and named[0].mention.cls is Cls.PROJECT:
        found.extend(_models(group, named[0].mention.name))
    elif first.listed and markers.class_of(first.marker) is Cls.PROJECT:
        found.extend(_models(group, first.text))
    if company or (_acts(group[0], bare=True) and not _lists_projects(group[-1])):
        found.extend(
            candidate(
                member.phrase.words, Cls.ENTERPRISE, "beside an enterprise", Weight.ENTERPRISE
            )
            for member, other in zip(group, named, strict=True)
            if other is None and _bare_name(member, strict=not company)
        )
    return found


def after_company(line: Sequence[Word]) -> Sequence[Word]:
    """The words behind a company's full name (某某有限公司/智能工厂项目), or none."""
    for index, word in enumerate(line[:-1]):
        if index and word.text in _FULL_FORMS:
            return line[index + 1 :]
    return ()


def company_like(line: Sequence[Word]) -> bool:
    """Whether `line` is a proper or unknown word before a line of business: 金沙河/面业."""
    if not line or any(word.tag == QUOTE for word in line):
        return False
    text = "".join(word.text for word in line)
    if len(line) == 1:
        return text in _registered() or (not known(text) and text[-2:] in _tails())
    return (
        len(line) <= 4
        and len(text) <= 8
        and text.endswith(longest_first("enterprise_tails"))
        and is_named(line)
        and not (len(line) == 2 and divisions.find(line[0].text))
    )


def find_glossed(member: Member) -> list[Candidate]:
    """爱尔思（上海交大）一体化压铸技术: a name with its gloss, and what it brings."""
    phrase = member.phrase
    if phrase.verb is None or phrase.verb.after not in ("attracts", "signs", "cooperatesWith"):
        return []
    places = [index for index, word in enumerate(phrase.words) if word.tag == BRACKET]
    if not places or places[0] == 0 or not is_proper(phrase.words[: places[0]]):
        return []
    holder, rest = phrase.words[: places[0]], phrase.words[places[0] + 1 :]
    name = "".join(word.text for word in holder)
    if len(name) > _LONGEST_BARE or divisions.find(name) is not None:
        return []
    found = [candidate(holder, Cls.ENTERPRISE, "glossed", Weight.GLOSSED)]
    if rest and specific(rest):
        found.append(candidate(rest, Cls.PROJECT, "brought by a glossed name", Weight.GLOSSED))
    return found


def _certain(member: Member) -> Candidate | None:
    line = member.phrase.words
    text = member.phrase.text
    if len(text) > 2 * _LONGEST or member.phrase.quoted:
        return None
    if line[0].text in _registered():
        return _after_register(member)
    if _listed_as_company(member):
        return candidate(line, Cls.ENTERPRISE, "listed", Weight.ENTERPRISE)
    given = markers.class_of(member.phrase.marker) if member.phrase.listed else None
    if given not in (None, Cls.ENTERPRISE):
        return None
    verb = member.phrase.verb
    grown = verb is not None and verb.after == "develops"
    listed = member.phrase.listed and given is None and not grown
    if (listed or _acts(member) or _received(member)) and company_like(line):
        return candidate(line, Cls.ENTERPRISE, "line of business", Weight.ENTERPRISE)
    return None


def _after_register(member: Member) -> Candidate | None:
    """A registered company, or what is named after it (阿里云/智算集群)."""
    line = member.phrase.words
    rest = line[1:]
    if rest and _lists_projects(member) and not rest[-1].text.endswith(_LEGAL_FORMS):
        return _project_of(line)
    if not rest or rest[-1].text in _tails() or rest[-1].text.endswith(_LEGAL_FORMS):
        return candidate(line, Cls.ENTERPRISE, "register", Weight.ENTERPRISE)
    if find_head(line) is None and specific(rest) and _advanced(member):
        return _project_of(line)
    if member.phrase.next is not None and member.phrase.next.after == "recognisedAs":
        return None
    if len(rest) == 1 and member.phrase.listed and _continues_plainly(rest[0]):
        return candidate(line, Cls.ENTERPRISE, "register", Weight.ENTERPRISE)
    known_part = 2 if len(rest) > 1 and _continues_name(rest[0]) else 1
    return candidate(line[:known_part], Cls.ENTERPRISE, "register", Weight.ENTERPRISE)


def _lists_projects(member: Member) -> bool:
    """Whether 等项目 closes the enumeration: a company's name then tells whose project it is."""
    phrase = member.phrase
    return phrase.listed and markers.class_of(phrase.marker) is Cls.PROJECT


def _project_of(line: Sequence[Word]) -> Candidate:
    """The project that stands behind a company's name: its own where a legal form parts them."""
    if not line[0].text.endswith(("集团", "公司", "银行")):
        return _named_after(line)
    rest, whole = line[1:], name_of(line)
    return candidate(rest, Cls.PROJECT, "after an enterprise", Weight.ENTERPRISE, aliases=(whole,))


def _named_after(line: Sequence[Word]) -> Candidate:
    """阿里云/智算集群 keeps the company in its name, 比亚迪/海豹X3 (a model) does not.

    Either begins after the company's own characters: the company is a mention beside it.
    """
    rest = line[1:]
    whole, own = name_of(line), name_of(rest)
    model = bool(_MODEL.search(own))
    mention = Mention(
        rest[0].start,
        rest[-1].end,
        own if model else whole,
        Cls.PROJECT,
        "named after an enterprise",
        (whole if model else own,),
    )
    return Candidate(mention, Weight.ENTERPRISE)


def _models(group: Sequence[Member], first: str) -> Iterator[Candidate]:
    """海豹X3、X5: the further models of the series that `first` is one of."""
    match = _MODEL.search(first)
    series = first[: match.start()] if match else ""
    for member in group[1:]:
        phrase = member.phrase
        if series and _MODEL.fullmatch(phrase.text):
            name = series + phrase.text
            mention = Mention(phrase.start, phrase.end, name, Cls.PROJECT, "further model")
            yield Candidate(mention, Weight.ENTERPRISE)


def _continues_name(word: Word) -> bool:
    """电科/蓝天: a short word after a registered name that is no everyday matter."""
    return len(word.text) in (2, 3) and is_proper([word])


def _continues_plainly(word: Word) -> bool:
    """电科/蓝天、…等: a member of a list that a word without meaning for an industry completes."""
    text = word.text
    plain = words("generic_words") | words("industries") | words("modifiers") | words("tails")
    return len(text) == 2 and text not in plain and text not in verbs.entries()


def _listed_as_company(member: Member) -> bool:
    phrase = member.phrase
    if not phrase.listed or markers.class_of(phrase.marker) is not Cls.ENTERPRISE:
        return False
    if len(phrase.text) > _LONGEST or all(
        word.text in words("generic_words") or word.text in words("new_words")
        for word in phrase.words
    ):
        return False
    return is_proper(phrase.words) or len(phrase.text) <= _LONGEST_BARE


def _acts(member: Member, *, bare: bool = False) -> bool:
    """Whether `member` does what companies do; `bare`: what hardly anything else does."""
    verb = member.phrase.next
    if verb is None or member.phrase.verb is not None:
        return False
    return verb.text in _company_verbs() and (not bare or _company_verbs()[verb.text])


def _received(member: Member) -> bool:
    verb = member.phrase.verb
    return verb is not None and verb.after in ("attracts", "supports", "cooperatesWith", "signs")


def _advanced(member: Member) -> bool:
    phrase = member.phrase
    if phrase.listed and markers.class_of(phrase.marker) is not Cls.ENTERPRISE:
        return True
    if phrase.next is not None and phrase.next.before == "advances":
        return True
    return phrase.verb is not None and phrase.verb.after in ("advances", "signs", "attracts")


def _bare_name(member: Member, *, strict: bool) -> bool:
    """A short name without any head: 启源芯动力, 火眼位置."""
    line = member.phrase.words
    text = member.phrase.text
    if not 2 <= len(text) <= _LONGEST_BARE + (0 if strict else 2) or find_head(line) is not None:
        return False
    if _TOPONYM.search(text) or any(word.text[0].isdigit() for word in line):
        return False
    if any(word.tag in (QUOTE, BRACKET) or divisions.find(word.text) for word in line):
        return False
    return is_proper(line) if strict else specific(line)


@cache
def _registered() -> frozenset[str]:
    return frozenset(
        name
        for register in ("central_enterprises", "well_known_enterprises")
        for full, short in table(register, 2)
        for name in (full, *short.split(","))
        if len(name) > 1
    )


@cache
def _company_verbs() -> dict[str, bool]:
    return {verb: bool(bare) for verb, bare in table("enterprise_verbs", 2)}


@cache
def _tails() -> frozenset[str]:
    return words("enterprise_tails")
