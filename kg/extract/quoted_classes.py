"""Tells what a quotation without a head names: a code, a count, a brand, a programme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import divisions
from kg.extract import markers
from kg.extract.candidates import Member
from kg.extract.cutting import QUOTE, Word, cut
from kg.extract.enterprises import company_like
from kg.extract.frameworks import national
from kg.extract.heads import find_head
from kg.extract.marks import specific
from kg.extract.phrases import Phrase
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

CODE = re.compile(r"\d{3,}|\d[\dN]*(?:\+[\dNXn]+)+|[\d一二三四五六七八九十]+N")
"""A quoted code: 33618, 1+8."""
_NUM = "[一二三四五六七八九十两双]"
_MEASURE = "[大个项条种类件位]"
_COUNTED = re.compile(
    rf"{_NUM}+{_MEASURE}[^\W\d]{{1,5}}|(?:{_NUM}[^\W\d、]{{1,4}}、?){{2,5}}|{_NUM}[区地园港城带圈链网屏廊医]"
)
_MEASURED = re.compile(rf"{_NUM}+{_MEASURE}[^\W\d]{{1,5}}")
_STRIKING = re.compile(
    r"[一二三四五六七八九十两]连|^[双三][^\W\d]{1,2}$|^零(?!碳)|^[一二]把|^第[一二三]$|[度感力率]$"
)
_TWO_PARTS = re.compile(r"[^\W\d_]{2}·[^\W\d_]{2}")
_MADE_IN = re.compile(r"[造品产]$")
_NUMBERED = re.compile(r"(?<!字)号$")
_LEAGUE = re.compile(r"^[^\W\d]{1,2}超$|^村(?:BA|VA|超|晚)$|[^\W\d]{2,}杯$|[^\W\d]{4,}行$")
_STEPS = re.compile(rf"{_NUM}[步字联维][^\W\d]{{0,2}}法$")
_RHYTHM = re.compile(r"[^\W\d、]{3,5}(?:、[^\W\d、]{3,5})+")
_SERVICE = re.compile(r"(?:[通码贷办易]|热线|在线|执法)$")
_LONGEST_SERVICE = 6
_REACHING = frozenset({"实现", "确保", "争取", "保障"})
_BY_PREDICATE = {
    "alignsWith": Cls.FRAMEWORK,
    "implements": Cls.PROGRAMME,
    "hosts": Cls.EVENT,
    "issues": Cls.POLICY,
}


def bare_class(
    member: Member, before: Sequence[Word], line: Sequence[Word], inner: str, follower: str
) -> Cls | None:
    """What a quotation without a head names, None where it only stresses or pictures."""
    if inner in words("emphasis"):
        return None
    if inner in national():
        return national()[inner]
    if CODE.fullmatch(inner) or (follower in role("aim") and len(inner) > 2):
        return Cls.FRAMEWORK
    if _LEAGUE.search(inner):
        return Cls.EVENT
    if len(inner) < 3:
        return _short_class(member.phrase, inner, follower)
    if _STRIKING.search(inner) and not _MEASURED.fullmatch(inner):
        return None
    if _NUMBERED.search(inner):
        return Cls.PROJECT
    if inner.endswith(tuple(role("brand ending"))) and len(inner) > 3:
        return Cls.BRAND
    if _STEPS.fullmatch(inner):
        return Cls.MECHANISM
    if follower == "品牌" or (follower == "产品" and _MADE_IN.search(inner)):
        return Cls.BRAND
    given = _marker_class(member.phrase)
    if given is not None and given not in (Cls.INDUSTRY, Cls.UNIT):
        return Cls.PROGRAMME if given is Cls.PROJECT else given
    if by_form := _class_by_form(inner):
        return by_form
    if before and company_like(before):
        return Cls.PROJECT
    if by_ending := _class_by_ending(inner, member.phrase):
        return by_ending
    if _names_a_place(inner):
        return Cls.BRAND
    if _is_rhythm(inner) and member.phrase.is_subject:
        return Cls.PROGRAMME
    return _by_verb(member.phrase, line, inner)


def _class_by_ending(inner: str, phrase: Phrase) -> Cls | None:
    """淮河之夜; 票根经济; 人工智能+."""
    if inner.endswith("之夜"):
        return Cls.BRAND
    governed = phrase.verb is not None and not phrase.preposition and not phrase.attributive
    if not governed:
        return None
    if inner.endswith("+"):
        return Cls.PROGRAMME
    economy = inner.endswith("经济") and inner not in words("generic_industries")
    if len(inner) > 3 and (economy or inner in words("industries")):
        return Cls.INDUSTRY
    return None


def _names_a_place(inner: str) -> bool:
    """安居黔南, 投资江苏: a wording of four to six signs that holds a division's name."""
    if not 4 <= len(inner) <= _LONGEST_SERVICE or divisions.find(inner) is not None:
        return False
    return any(len(word.text) > 1 and divisions.find(word.text) for word in cut(inner))


def _is_rhythm(inner: str) -> bool:
    """引进来、留得住、用得好: three parts or more, of one length."""
    parts = inner.split("、")
    return bool(_RHYTHM.fullmatch(inner)) and len(parts) > 2 and len(set(map(len, parts))) == 1


def _short_class(phrase: Phrase, inner: str, follower: str) -> Cls | None:
    """Two characters name a listed brand, or a framework that counts (两区)."""
    if _marker_class(phrase) is Cls.BRAND:
        return Cls.BRAND
    plain = phrase.verb is not None and follower in ("", "建设")
    return Cls.FRAMEWORK if plain and _COUNTED.fullmatch(inner) else None


def _class_by_form(inner: str) -> Cls | None:
    """A quotation that counts (六区一高地), has two parts (A·B) or a head of its own."""
    head = find_head(cut(inner))
    if _TWO_PARTS.search(inner) and len(inner) > 5:
        return head.cls if head is not None else Cls.PROGRAMME
    if _COUNTED.fullmatch(inner):
        return head.cls if head and head.cls.group is Cls.INITIATIVE else Cls.FRAMEWORK
    return head.cls if head is not None else None


def _marker_class(phrase: Phrase) -> Cls | None:
    """What the close of the enumeration says of a member that is a quotation and no more."""
    if phrase.listed and len(phrase.words) == 1:
        return markers.class_of(phrase.marker)
    return None


def _by_verb(phrase: Phrase, line: Sequence[Word], inner: str) -> Cls | None:
    """What the verb makes of a bare quotation: who 打造s one has a brand, who 实施s a programme."""
    if phrase.attributive:
        return None
    acts = phrase.is_subject and line[0] == phrase.words[0] and line[-1].tag != QUOTE
    made = phrase.verb is not None and phrase.verb.text in role("serving verb of platforms")
    made = made and (inner.startswith("一") or inner.endswith(("码", "贷")))
    if (acts or made) and _SERVICE.search(inner) and len(inner) < _LONGEST_SERVICE:
        return Cls.PLATFORM
    tails, generic = words("tails"), words("generic_words")
    moved = len(inner) > 3 and line[-1].text in tails
    plain = all(word.text in tails or word.text in generic for word in line[1:])
    if not moved and not plain:
        return None
    verb, following = phrase.verb, phrase.next
    if phrase.preposition:
        return Cls.PROGRAMME if phrase.preposition == "以" and len(inner) > 3 else None
    if verb is None:
        return Cls.PROGRAMME if following is not None and following.before else None
    if phrase.words[0].tag != QUOTE and not specific(phrase.words[:1]):
        return None
    if verb.after == "creates" and verb.text in role("making verb"):
        return Cls.BRAND
    if verb.after == "advances" and "+" in inner:
        return Cls.PROGRAMME
    if verb.text in role("handling verb"):
        return None
    if verb.after in _BY_PREDICATE:
        return _BY_PREDICATE[verb.after]
    acted_on = verb.after == "creates" or verb.text in role("causing verb")
    named = len(inner) > 3 and "、" not in inner and acted_on and verb.text not in _REACHING
    return Cls.PROGRAMME if named else None
