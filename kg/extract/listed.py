"""Finds what only the close of an enumeration gives away: (玻纤、抽水蓄能)等4个项目."""

from __future__ import annotations

from kg import divisions
from kg.extract import markers
from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.heads import find_head
from kg.extract.marks import is_named, is_proper, specific, substance
from kg.extract.roles import role
from kg.lexicon import words
from kg.records import EntityClass as Cls

_HEADLESS = frozenset(
    {
        Cls.PROJECT,
        Cls.PROGRAMME,
        Cls.MECHANISM,
        Cls.EVENT,
        Cls.PLATFORM,
        Cls.PILOT,
        Cls.PLACE,
        Cls.BRAND,
        Cls.POLICY,
    }
)
_LONGEST = 24
_ENOUGH = 5


def find_listed(member: Member) -> list[Candidate]:
    """The thing that `member` is by what closes its enumeration or by the verb that follows it."""
    phrase = member.phrase
    line = phrase.words
    cls = _class_by_marker(member) or _class_by_verb(member)
    if cls is None or phrase.quoted or len(phrase.text) > _LONGEST:
        return []
    if not specific(line) or (is_proper(line) and find_head(line) is not None):
        return []
    if not _says_enough(member, cls):
        return []
    return [candidate(line, cls, f"listed as {phrase.marker_text}", Weight.LISTED, member.composed)]


def _class_by_marker(member: Member) -> Cls | None:
    phrase = member.phrase
    if not phrase.listed:
        return None
    cls = markers.class_of(phrase.marker, counted=phrase.counted)
    vouched = phrase.is_governed or phrase.counted or is_proper(phrase.words)
    return cls if cls in _HEADLESS and vouched else None


def _class_by_verb(member: Member) -> Cls | None:
    """X开工, X投产: a proper name before such a verb is a project; X深入推进: a programme."""
    phrase, verb = member.phrase, member.phrase.next
    if not phrase.is_subject or verb is None or verb.before != "advances":
        return None
    if verb.text in role("reaching verb") or verb.text in role("pivot verb"):
        return None
    if divisions.find(phrase.text) is not None or not is_proper(phrase.words):
        return None
    return Cls.PROGRAMME if verb.after == "implements" else Cls.PROJECT


def _says_enough(member: Member, cls: Cls) -> bool:
    """Projects may be plain words (玻纤); what is only a matter or a field may not."""
    phrase = member.phrase
    said = substance(phrase.words)
    if is_named(phrase.words):
        return len(phrase.text) > 2 and not phrase.text.isascii()
    if not phrase.listed:
        return False
    if _is_field(member):
        moved = phrase.next is not None and phrase.next.before == "advances"
        return moved and said > _ENOUGH
    if phrase.counted and cls is Cls.PROJECT:
        return said > 1
    if cls is Cls.POLICY:
        return said > 2 and not _is_generic_policy(phrase.text)
    if phrase.counted or member.composed:
        return said >= _ENOUGH - 1
    if phrase.text in words("industries") or "整治" in phrase.marker_text:
        return False
    if cls is Cls.PROJECT and "项目" in phrase.marker_text:
        return said > 2
    return cls in (Cls.PROJECT, Cls.PROGRAMME, Cls.EVENT) and said > _ENOUGH


def _is_generic_policy(text: str) -> bool:
    """财政、货币等政策: fields of policy are no policies; 岗位补贴 is one."""
    return not text.endswith(tuple(role("policy tool")))


def _is_field(member: Member) -> bool:
    """算力等基础设施, 5G等建设: what is built everywhere is no project."""
    marker = member.phrase.marker_text
    return marker.endswith(("设施", "建设")) and "项目" not in marker
