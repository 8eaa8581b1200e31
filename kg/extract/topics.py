"""Tells what a clause says of the thing it opens with: X建成投运, X火爆出圈, X建设取得新成效."""

from __future__ import annotations

import re

from kg.extract.clause_mentions import ClauseMentions
from kg.extract.cutting import QUOTE
from kg.extract.documents import WORK
from kg.extract.marks import specific
from kg.extract.phrases import ClauseParts, Phrase, Verb
from kg.extract.roles import role
from kg.extract.signatures import CARRYING, is_agent
from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

_FAR = 8
_LEAST_SAID = 2
_ENTERED = ("建设", "发展", "开发", "能级")
_HEEDED = ("部署", "要求", "精神")
# 居全国第4位, 全国第一, “六连A”, 结果为A级.
_PLACED = re.compile(r"第[一二三四五六七八九十\d]|连[A优冠]|A级|首位|前列")
_WITH_US = re.compile(
    r"(?:等)?[与同和](?:我[省市区县州]|[省市区县]政府)[^，。]{0,8}(?:签|达成|合作|共建)"
)
_ASSESSMENTS = ("考核", "考评", "评价", "测评", "评估", "激励")
_UNDERTAKINGS = ("项目", "工程", "设施", "线路")


def done_to(topic: Mention, phrase: Phrase, clause: ClauseParts) -> Predicate | None:
    """What the clause says the unit does to its `topic` (of `phrase`), None if that acts itself.

    A figure or an honour of the topic says nothing of what the unit does.
    """
    verb = phrase.next or _verb_after_place(phrase, clause)
    if topic.reason == WORK:
        return None
    if verb is not None and (verb.negated or topic.end < phrase.end - _FAR):
        return None
    if verb is not None and (predicate := _done_by(verb, topic, clause)):
        return predicate
    if _is_deed(topic, phrase, clause):
        return Predicate.IMPLEMENTS
    if phrase.attributive or not _is_told_of(topic, phrase, clause):
        return None
    following = [word.text for word in phrase.words if word.start >= topic.end]
    if topic.cls is Cls.FRAMEWORK and following and following[-1].endswith(_HEEDED):
        return Predicate.ALIGNS_WITH
    if topic.cls.group is Cls.INITIATIVE:
        return None if role("labelled") & set(following) else Predicate.IMPLEMENTS
    if topic.cls is Cls.PROJECT and phrase.marker_text.startswith(_UNDERTAKINGS):
        return Predicate.ADVANCES
    if topic.cls in (Cls.PLACE, Cls.BODY) and following and following[0].startswith(_ENTERED):
        return Predicate.ADVANCES
    return None


def _verb_after_place(phrase: Phrase, clause: ClauseParts) -> Verb | None:
    """The verb of X在Y开工: only phrases that tell where stand between."""
    if not phrase.is_subject:
        return None
    for part in clause.parts:
        if part.start < phrase.end:
            continue
        if isinstance(part, Verb):
            return part
        if part.preposition not in ("在", "于"):
            return None
    return None


def _is_told_of(topic: Mention, phrase: Phrase, clause: ClauseParts) -> bool:
    """Whether the clause goes on to tell what became of `topic`, other than a figure."""
    if any(falls_short(part) for part in clause.parts if part.end > topic.end):
        return False
    verb = phrase.next
    if verb is not None:
        return verb.after != "recognisedAs" and verb.text not in role("figure verb")
    later = [part for part in clause.parts if part.end > topic.end]
    figures = any(isinstance(part, Phrase) and part.counted for part in later)
    return not figures and clause.end - topic.end >= _LEAST_SAID


def is_sought(topic: Mention, clause: ClauseMentions) -> bool:
    """Whether a status is worked for, not held yet: 国家公园示范省/建设/扎实推进."""
    after = clause.text(topic.end, clause.clause.end).lstrip("”")
    sought = after.startswith(("建设", "创建")) and "成功" not in after
    return topic.cls is Cls.RECOGNITION and sought


def is_praised(topic: Mention, clause: ClauseParts) -> bool:
    """Whether the clause tells how an assessment ended well: X考核连年获优, X评估为“好”."""
    later = "".join(part.text for part in clause.parts if part.end > topic.end)
    placed = topic.name.endswith(_ASSESSMENTS) and bool(_PLACED.search(later))
    well = placed or any(word in later for word in role("praise"))
    return topic.cls is Cls.RECOGNITION and well


def meets_speaker(topic: Mention, clause: ClauseMentions) -> bool:
    """Whether the clause says that `topic` agrees on something with who speaks: E与我市签订…."""
    after = clause.text(topic.end, clause.clause.end)
    return is_agent(topic) and topic.cls.group is not Cls.UNIT and bool(_WITH_US.match(after))


def falls_short(part: Verb | Phrase) -> bool:
    """Whether `part` says that something is lacking: 相对滞后, 还有短板."""
    said = {word.text for word in part.words} if isinstance(part, Phrase) else {part.text}
    return bool(said & role("shortfall"))


def _done_by(verb: Verb, topic: Mention, clause: ClauseParts) -> Predicate | None:
    if verb.text in role("counting-in verb") and _ends_with_signing(clause):
        return Predicate.SIGNS
    if not verb.before:
        return None
    predicate = Predicate(verb.before)
    objects = _objects(verb, clause)
    if predicate is Predicate.ATTRACTS:
        return None if objects and verb.text in role("gathering verb") else predicate
    if verb.after == Predicate.RECOGNISED_AS and verb is not clause.parts[-1]:
        return None
    if objects and (verb.text not in role("reaching verb") or is_agent(topic)):
        return None
    if verb.text == "实现" and not _is_headway(objects):
        return None
    if topic.cls is Cls.ENTERPRISE:
        return predicate if predicate is Predicate.CREATES else None
    if is_agent(topic) and not (topic.cls is Cls.BODY and predicate in CARRYING):
        return None
    return predicate


def _is_deed(topic: Mention, phrase: Phrase, clause: ClauseParts) -> bool:
    """Whether the name itself tells what is done: a goal that opens with a verb, said alone.

    铸牢中华民族共同体意识 closes its clause, and no verb governs it.
    """
    if topic.cls is not Cls.FRAMEWORK or topic.end < clause.end:
        return False
    return any(word.start == topic.start and word.tag.startswith("v") for word in phrase.words)


def _objects(verb: Verb, clause: ClauseParts) -> list[Phrase]:
    return [
        part
        for part in clause.parts
        if isinstance(part, Phrase)
        and part.verb is verb
        and not part.preposition
        and specific(part.words)
    ]


def _is_headway(objects: list[Phrase]) -> bool:
    """Whether 实现 tells of the thing's own coming about (突破, 量产), not of what it does."""
    last = [each.words[-1] for each in objects]
    return not last or any(word.tag == QUOTE or word.text in role("headway") for word in last)


def _ends_with_signing(clause: ClauseParts) -> bool:
    verbs = [part for part in clause.parts if isinstance(part, Verb)]
    return bool(verbs) and verbs[-1].before == "signs"
