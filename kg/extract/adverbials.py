"""Reads what a phrase after a preposition states: 与X合作; 在Y建设X; 以X为抓手."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.clause_mentions import ClauseMentions
from kg.extract.phrases import Phrase, Verb
from kg.extract.roles import role
from kg.extract.signatures import fits
from kg.extract.stated import Stated
from kg.extract.topics import is_praised
from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

_WITH = frozenset({"与", "同", "和", "跟"})
_WHERE = frozenset({"在", "于", "向"})
_BUILDING = frozenset({Predicate.CREATES, Predicate.ADVANCES, Predicate.IMPLEMENTS})
_BY = frozenset({"以", "通过", "依托", "借助"})
_BY_RULE = frozenset({"按", "按照", "根据", "依据"})
_MEETING = ("合作", "对接", "交流", "协作", "联动", "战略合作", "帮扶", "伙伴", "友好")
_GUIDANCE = ("指引", "引领", "指导", "统领")
_LEADING = ("引领", "牵引", "引擎", "龙头", "目标", "方向", "指导", "统领", "主线", "抓手")
_SET_UP = frozenset({Cls.PROJECT, Cls.PLATFORM, Cls.PLACE, Cls.BODY, Cls.PILOT})


def find_adverbial(
    phrase: Phrase, clause: ClauseMentions, subjects: Sequence[Mention]
) -> Iterator[Stated]:
    """What `phrase`, which a preposition opens, states; `subjects` are those of the clause."""
    if phrase.preposition in _WITH and _is_partner(phrase, clause):
        acting: list[Mention | None] = [each for each in subjects if each.cls.group is Cls.UNIT]
        for subject in acting or [None]:
            yield from _partners(subject, clause.of(phrase))
    elif phrase.preposition == "由":
        yield from _built_by(phrase, clause, subjects)
    elif phrase.preposition in _WHERE:
        yield from _somewhere(phrase, clause, subjects)
    elif phrase.preposition in _BY_RULE:
        for each in clause.of(phrase):
            if each.cls is Cls.FRAMEWORK:
                yield Stated(None, Predicate.ALIGNS_WITH, each, phrase.preposition)
    elif phrase.preposition in _BY and not phrase.attributive:
        yield from _means(phrase, clause)


def find_ground(phrase: Phrase, each: Mention, clause: ClauseMentions) -> Iterator[Stated]:
    """在Y建设X, 依托Y打造X: `each` of the object `phrase` is in Y."""
    earlier = [
        part
        for part in clause.clause.parts
        if isinstance(part, Phrase) and part.end <= phrase.start and part.group != phrase.group
    ]
    if each.cls not in _SET_UP or not earlier or earlier[-1].next is None:
        return
    ground = earlier[-1]
    upon = ground.verb is not None and ground.verb.text == "依托" and not ground.preposition
    if not upon and ground.preposition not in ("在", "于"):
        return
    for place in clause.of(ground):
        if fits(Predicate.LOCATED_IN, place) or place.cls is Cls.BODY:
            yield Stated(each, Predicate.LOCATED_IN, place, "set up")


def _built_by(
    phrase: Phrase, clause: ClauseMentions, subjects: Sequence[Mention]
) -> Iterator[Stated]:
    """X由E投资建设: the enterprise builds the project last named before it."""
    verb = phrase.next
    if verb is None or verb.after not in _BUILDING:
        return
    earlier = [each for each in clause.mentions if each.end <= phrase.start]
    built = [each for each in (*earlier, *subjects) if each.cls in (Cls.PROJECT, Cls.PLACE)]
    for maker in clause.of(phrase):
        if maker.cls is Cls.ENTERPRISE and built:
            yield Stated(maker, Predicate.BUILDS, built[-1], f"由…{verb.text}")


def _partners(subject: Mention | None, inside: Sequence[Mention]) -> Iterator[Stated]:
    """With whom `subject` (None: who speaks) works."""
    for each in inside:
        if fits(Predicate.COOPERATES_WITH, each):
            yield Stated(subject, Predicate.COOPERATES_WITH, each, "with")
        elif each.cls in (Cls.PLACE, Cls.FRAMEWORK):
            yield Stated(subject, Predicate.ALIGNS_WITH, each, "with")


def _is_partner(phrase: Phrase, clause: ClauseMentions) -> bool:
    """Whether the clause says that one works with what `phrase` names after 与."""
    if phrase.marker_text.endswith(_MEETING):
        return True
    for part in clause.clause.parts:
        if isinstance(part, Verb):
            joint = part.after == Predicate.COOPERATES_WITH or part.text in role("signing verb")
            if joint and part.start >= phrase.end:
                return True
        elif (part.group == phrase.group or part.start >= phrase.end) and any(
            word.text.startswith(_MEETING) for word in part.words
        ):
            return True
    return False


def _somewhere(
    phrase: Phrase, clause: ClauseMentions, subjects: Sequence[Mention]
) -> Iterator[Stated]:
    """X在Y落地; 在X指引下; 在X考核中获优."""
    for each in clause.of(phrase):
        if each.cls is Cls.INDUSTRY:
            yield Stated(None, Predicate.DEVELOPS, each, "in the field")
        elif is_praised(each, clause.clause):
            yield Stated(None, Predicate.RECOGNISED_AS, each, "praised")
        elif each.cls.group is Cls.INITIATIVE and phrase.text.endswith(_GUIDANCE):
            yield Stated(None, Predicate.ALIGNS_WITH, each, "guided by")
        elif fits(Predicate.LOCATED_IN, each):
            for subject in subjects:
                if subject.cls.group not in (Cls.UNIT, Cls.INDUSTRY):
                    yield Stated(subject, Predicate.LOCATED_IN, each, "in")


def _means(phrase: Phrase, clause: ClauseMentions) -> Iterator[Stated]:
    """以X为抓手, 通过X: a framework guides, any other initiative is put to use."""
    for each in clause.of(phrase):
        following = [clause.text(end, clause.sentence.end) for end in (each.end, phrase.end)]
        as_such = phrase.preposition == "以" and any(
            text.lstrip("”").startswith("为") for text in following
        )
        guides = each.cls in (Cls.FRAMEWORK, Cls.POLICY, Cls.PLACE)
        if as_such and each.cls is Cls.PLACE and not _leads(following[-1]):
            continue
        if as_such and guides:
            yield Stated(None, Predicate.ALIGNS_WITH, each, "以…为…")
        elif each.cls.group is Cls.INITIATIVE and (phrase.preposition == "以" or not guides):
            yield Stated(None, Predicate.IMPLEMENTS, each, phrase.preposition)


def _leads(following: str) -> bool:
    """以X为牵引, not 以X为承载地: whether a place is what one goes by."""
    clause = following.lstrip("”").partition("，")[0]
    return clause.endswith(_LEADING)
