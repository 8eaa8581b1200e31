"""Decides what a verb states of the thing it governs."""

from __future__ import annotations

from functools import cache

from kg.extract.cutting import BRACKET, QUOTE
from kg.extract.frameworks import QUOTED_AIM
from kg.extract.phrases import Phrase, Verb
from kg.extract.roles import role
from kg.extract.signatures import CARRYING, fits, is_agent
from kg.lexicon import table, words
from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

# What is hosted, issued or signed is at the least advanced; so is what is worked on together.
_NARROW = frozenset({Predicate.HOSTS, Predicate.ISSUES, Predicate.SIGNS, Predicate.COOPERATES_WITH})
_GUIDING = (
    "引领",
    "统领",
    "指导",
    "理念",
    "方针",
    "牵引",
    "方向",
    "要求",
    "总要求",
    "基调",
    "主线",
)


def predicate_of(phrase: Phrase, verb: Verb, each: Mention) -> Predicate | None:
    """What `verb` (with the one after `phrase`) states of its object `each`; None for nothing."""
    if each.cls is Cls.INDUSTRY:
        return Predicate.DEVELOPS
    if caused := _caused(phrase, verb, each):
        return caused
    if verb.text == "成为":
        return Predicate.BUILDS if each.cls in (Cls.PLACE, Cls.PROJECT) else None
    if _is_heeded(phrase, verb, each):
        return Predicate.ALIGNS_WITH
    stated = _stated(verb)
    if stated is None and each.cls is Cls.ENTERPRISE and verb.text in role("leaning verb"):
        return Predicate.COOPERATES_WITH
    if stated is None or stated is Predicate.RECOGNISED_AS:
        return None
    return _fitting(stated, verb, each)


def is_about(each: Mention, phrase: Phrase, predicate: Predicate) -> bool:
    """Whether what is done to `phrase` is done to `each` in it.

    True where only follow-up words (建设, 作用 …) come after the name. An undertaking is carried
    on whatever is done about it (推进X工程规划编制), an agent only if it is meant itself.
    """
    after = [word for word in phrase.words if word.start >= each.end]
    if role("labelled") & {word.text for word in after}:
        return False
    if predicate is Predicate.ALIGNS_WITH and each.cls is Cls.FRAMEWORK:
        return True
    if predicate in CARRYING and each.cls.group in (Cls.INITIATIVE, Cls.PROJECT, Cls.PLACE):
        return True
    for word in after:
        if word.text in role("join") or word.tag == QUOTE:
            return True
        plain = word.text in words("tails") or word.text in words("generic_words")
        if not plain and word.tag != BRACKET:
            return False
    return True


def _stated(verb: Verb) -> Predicate | None:
    """What the verb states by itself, or the verb it is joined with (建设开放 states 建设)."""
    named = verb.after or light_predicates().get(verb.text, "")
    if not named and verb.leading and Predicate(verb.leading) in CARRYING:
        named = verb.leading
    return Predicate(named) if named else None


@cache
def light_predicates() -> dict[str, str]:
    """What verbs state that are too common to vouch for a name."""
    return {row[0]: row[1] for row in table("light_predicates", 2)}


def _fitting(stated: Predicate, verb: Verb, each: Mention) -> Predicate | None:
    """`stated`, or its like that `each` can be the object of."""
    if verb.text in role("means verb"):
        used = each.cls.group is Cls.INITIATIVE and each.cls is not Cls.FRAMEWORK
        return stated if used else None
    if each.cls is Cls.ENTERPRISE and verb.text in role("leaning verb"):
        return Predicate.COOPERATES_WITH
    if each.cls is Cls.ENTERPRISE and stated in (Predicate.ADVANCES, Predicate.IMPLEMENTS):
        return Predicate.SUPPORTS if verb.text in role("causing verb") else None
    if stated is Predicate.DEVELOPS:
        stated = Predicate.SUPPORTS if each.cls is Cls.ENTERPRISE else Predicate.CREATES
    elif stated in _NARROW and not fits(stated, each):
        joined = stated is Predicate.COOPERATES_WITH and each.cls is Cls.FRAMEWORK
        stated = Predicate.ALIGNS_WITH if joined else Predicate.ADVANCES
    elif stated is Predicate.ATTRACTS and each.cls.group is Cls.INITIATIVE:
        stated = Predicate.IMPLEMENTS
    elif stated is Predicate.ALIGNS_WITH and each.cls.group is Cls.UNIT:
        return Predicate.COOPERATES_WITH if verb.text in role("meeting verb") else None
    elif stated is Predicate.ALIGNS_WITH and verb.text == "参与":
        if each.cls in (Cls.PROGRAMME, Cls.EVENT):
            return Predicate.IMPLEMENTS
        return stated if each.cls in (Cls.FRAMEWORK, Cls.POLICY, Cls.PLACE) else None
    return stated if fits(stated, each) else None


def _caused(phrase: Phrase, verb: Verb, each: Mention) -> Predicate | None:
    """推动X落地 says that the unit attracts X; who is supported in doing a thing does it."""
    following = phrase.next
    if following is None or not following.before or verb.text not in role("causing verb"):
        return None
    if verb.after == "supports" and is_agent(each):
        return None
    predicate = Predicate(following.before)
    return predicate if fits(predicate, each) else None


def _is_heeded(phrase: Phrase, verb: Verb, each: Mention) -> bool:
    """服务 or 落实 a framework, 围绕建设 a framework, 坚持X引领: all align with it."""
    if verb.text in role("serving verb"):
        return each.cls in (Cls.FRAMEWORK, Cls.PLACE)
    if verb.leading == "alignsWith":
        return each.cls in (Cls.FRAMEWORK, Cls.POLICY)
    if verb.text == "坚持":
        known = each.reason in ("national framework", QUOTED_AIM) and each.end >= phrase.end
        return each.cls is Cls.FRAMEWORK and (known or phrase.words[-1].text in _GUIDING)
    return verb.text in role("heeding verb") and each.cls is Cls.FRAMEWORK
