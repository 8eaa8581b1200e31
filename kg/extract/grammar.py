"""Reads who does what in one clause: which mention each verb has for its subject and objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.extract.cutting import BRACKET, QUOTE
from kg.extract.heads import specific
from kg.extract.phrases import ClauseParts, Phrase, Verb
from kg.extract.roles import role
from kg.extract.sentences import Sentence
from kg.extract.signatures import CARRYING, fits, is_agent
from kg.lexicon import words
from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

_WITH = frozenset({"与", "同", "和", "跟"})
_MEETING = ("合作", "对接", "交流", "协作", "联动", "战略合作")
_FAR = 8


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation as a clause states it; `subject` None where it names none."""

    subject: Mention | None
    predicate: Predicate
    object: Mention
    rule: str


@dataclass(slots=True)
class ClauseGrammar:
    """Reads one clause of a sentence.

    `mentions` are those inside the clause, `before` who obtained an honour in the clause just
    before (a further 入选 without a subject is theirs too). After reading, `honoured` are those
    who obtained one in this clause.
    """

    clause: ClauseParts
    sentence: Sentence
    mentions: Sequence[Mention]
    before: tuple[Mention, ...]
    honoured: tuple[Mention, ...] = ()
    _subjects: tuple[Mention, ...] = ()
    _unnamed_subject: bool = False

    def statements(self) -> Iterator[Stated]:
        """What the clause states, in the order of the text."""
        pivots: tuple[Mention, ...] = ()
        for index, part in enumerate(self.clause.parts):
            if isinstance(part, Verb):
                continue
            inside = self._mentions_of(part)
            if part.preposition:
                yield from self._adverbials(part, inside)
            elif part.verb is None:
                if not part.attributive:
                    self._meet_subject(inside, goes_on=self._goes_on(index))
                yield from self._topics(part, inside)
            else:
                if pivots and not self._goes_on(index):
                    self._subjects, pivots, self._unnamed_subject = pivots, (), False
                yield from self._objects(part, part.verb, inside)
                if part.next is not None and part.verb.text in role("pivot verb"):
                    pivots += tuple(filter(is_agent, inside))

    def _meet_subject(self, inside: tuple[Mention, ...], *, goes_on: bool) -> None:
        self._subjects = self._subjects + inside if goes_on else inside
        self._unnamed_subject = not inside

    def _mentions_of(self, phrase: Phrase) -> tuple[Mention, ...]:
        inside = [
            mention
            for mention in self.mentions
            if mention.start < phrase.end
            and phrase.start < mention.end
            and mention.cls is not Cls.OFFICIAL
        ]
        # Of two names side by side the first only says whose the second is.
        return tuple(
            one
            for one, other in zip_longest(inside, inside[1:])
            if other is None or other.start - one.end > 1 or self._are_parted(one, other)
        )

    def _are_parted(self, one: Mention, other: Mention) -> bool:
        """Whether a pause or 和 stands between two neighbours."""
        between = self.sentence.text[
            one.end - self.sentence.start : other.start - self.sentence.start
        ]
        return between.strip("“”") != ""

    def _goes_on(self, index: int) -> bool:
        """Whether the phrase at `index` goes on with the enumeration of the one before."""
        part, earlier = self.clause.parts[index], self.clause.parts[index - 1] if index else None
        return (
            isinstance(part, Phrase)
            and isinstance(earlier, Phrase)
            and earlier.group == part.group >= 0
        )

    def _topics(self, phrase: Phrase, inside: Sequence[Mention]) -> Iterator[Stated]:
        """X加快建设, X落地, X成功举办: the unit does it to X."""
        verb = phrase.next
        if verb is None or verb.negated or not inside or inside[-1].end < phrase.end - _FAR:
            return
        topic = inside[-1]
        predicate = self._done_to(topic, verb)
        if predicate is not None and fits(predicate, topic):
            yield Stated(None, predicate, topic, f"topic {verb.text}")

    def _done_to(self, topic: Mention, verb: Verb) -> Predicate | None:
        """What `verb` says the unit does to the thing before it, None if that acts itself."""
        if verb.text in role("counting-in verb") and self._ends_with_signing():
            return Predicate.SIGNS
        if not verb.before:
            return None
        predicate = Predicate(verb.before)
        if predicate is Predicate.ATTRACTS:
            return predicate
        if self._has_object(verb) and (verb.text not in role("reaching verb") or is_agent(topic)):
            return None
        if is_agent(topic) and not (topic.cls is Cls.BODY and predicate in CARRYING):
            return None
        return predicate

    def _has_object(self, verb: Verb) -> bool:
        return any(
            isinstance(part, Phrase)
            and part.verb is verb
            and not part.preposition
            and specific(part.words)
            for part in self.clause.parts
        )

    def _ends_with_signing(self) -> bool:
        verbs = [part for part in self.clause.parts if isinstance(part, Verb)]
        return bool(verbs) and verbs[-1].before == "signs"

    def _adverbials(self, phrase: Phrase, inside: Sequence[Mention]) -> Iterator[Stated]:
        """与X合作; X在Y落地; 以X为抓手."""
        if phrase.preposition in _WITH and self._is_partner(phrase):
            for each in inside:
                if fits(Predicate.COOPERATES_WITH, each):
                    yield Stated(None, Predicate.COOPERATES_WITH, each, "with")
                elif each.cls in (Cls.PLACE, Cls.FRAMEWORK):
                    yield Stated(None, Predicate.ALIGNS_WITH, each, "with")
        elif phrase.preposition in ("在", "于", "向"):
            for place in filter(lambda each: fits(Predicate.LOCATED_IN, each), inside):
                for subject in self._subjects:
                    if subject.cls.group not in (Cls.UNIT, Cls.INDUSTRY):
                        yield Stated(subject, Predicate.LOCATED_IN, place, "in")
        elif phrase.preposition == "以" and phrase.next is not None and phrase.next.text == "为":
            for each in inside[-1:]:
                if each.cls in (Cls.FRAMEWORK, Cls.POLICY, Cls.PLACE):
                    yield Stated(None, Predicate.ALIGNS_WITH, each, "以…为…")
                elif each.cls.group is Cls.INITIATIVE:
                    yield Stated(None, Predicate.IMPLEMENTS, each, "以…为…")

    def _is_partner(self, phrase: Phrase) -> bool:
        """Whether the clause says that one works with what `phrase` names after 与."""
        for part in self.clause.parts:
            if isinstance(part, Verb):
                if part.start >= phrase.end and (
                    part.after == "cooperatesWith" or part.text in role("signing verb")
                ):
                    return True
            elif part.group == phrase.group and any(
                word.text.startswith(_MEETING) for word in part.words
            ):
                return True
        return False

    def _objects(self, phrase: Phrase, verb: Verb, inside: Sequence[Mention]) -> Iterator[Stated]:
        if verb.negated:
            return
        for each in inside:
            if each.cls is Cls.RECOGNITION:
                yield from self._honours(verb, each)
                continue
            settles = verb.before == "attracts" and bool(self._subjects)
            if settles and fits(Predicate.LOCATED_IN, each):
                yield from self._settled(each)
                continue
            predicate = _predicate(phrase, verb, each)
            if predicate is not None and _is_core(each, phrase):
                yield from self._acted(predicate, each, verb)

    def _acted(self, predicate: Predicate, each: Mention, verb: Verb) -> Iterator[Stated]:
        """By whom it is done: by the agents named before the verb, else by the unit."""
        agents = tuple(filter(is_agent, self._subjects))
        if not agents and predicate is not Predicate.BUILDS:
            yield Stated(None, predicate, each, f"object of {verb.text}")
        for agent in agents:
            builds = agent.cls is not Cls.UNIT and agent.cls.group is not Cls.UNIT
            if builds and predicate in CARRYING and fits(Predicate.BUILDS, each):
                yield Stated(agent, Predicate.BUILDS, each, f"agent {verb.text}")
            else:
                yield Stated(agent, predicate, each, f"agent {verb.text}")

    def _settled(self, place: Mention) -> Iterator[Stated]:
        """X落户Y: the unit attracts X, and X is in Y."""
        for subject in self._subjects:
            if fits(Predicate.ATTRACTS, subject):
                yield Stated(None, Predicate.ATTRACTS, subject, "settled")
                yield Stated(subject, Predicate.LOCATED_IN, place, "settled")

    def _honours(self, verb: Verb, honour: Mention) -> Iterator[Stated]:
        """X入选Y; 授予X“Y”称号; a clause without a subject goes on with the one before."""
        if verb.after != "recognisedAs" and verb.text != "成为":
            return
        holders = tuple(each for each in self._subjects if each.cls is not Cls.RECOGNITION)
        unnamed = self._unnamed_subject
        if verb.text in role("awarding verb"):
            between = (each for each in self.mentions if verb.end <= each.start < honour.start)
            holders = tuple(each for each in between if each.cls.group is Cls.UNIT)
            unnamed = not holders
        if not holders and not unnamed:
            holders = self.before if verb.text in role("listing verb") else ()
        self.honoured = holders
        for holder in holders:
            yield Stated(holder, Predicate.RECOGNISED_AS, honour, verb.text)
        if not holders and not unnamed:
            yield Stated(None, Predicate.RECOGNISED_AS, honour, verb.text)


def _predicate(phrase: Phrase, verb: Verb, each: Mention) -> Predicate | None:
    """What `verb` (with the one after `phrase`) states of its object `each`."""
    if each.cls is Cls.INDUSTRY:
        return Predicate.DEVELOPS
    if caused := _caused(phrase, verb, each):
        return caused
    if verb.text == "成为":
        return Predicate.BUILDS if fits(Predicate.BUILDS, each) else None
    if _is_heeded(verb, each):
        return Predicate.ALIGNS_WITH
    if not verb.after or verb.after == "recognisedAs":
        return None
    predicate = Predicate(verb.after)
    if each.cls is Cls.ENTERPRISE and predicate in (Predicate.ADVANCES, Predicate.IMPLEMENTS):
        return Predicate.SUPPORTS if verb.text in role("causing verb") else None
    if predicate is Predicate.HOSTS and not fits(predicate, each):
        predicate = Predicate.ADVANCES
    return predicate if fits(predicate, each) else None


def _caused(phrase: Phrase, verb: Verb, each: Mention) -> Predicate | None:
    """推动X落地 says that the unit attracts X; who is supported in doing a thing does it."""
    following = phrase.next
    if following is None or not following.before or verb.text not in role("causing verb"):
        return None
    if verb.after == "supports" and is_agent(each):
        return None
    predicate = Predicate(following.before)
    return predicate if fits(predicate, each) else None


def _is_heeded(verb: Verb, each: Mention) -> bool:
    """服务 or 落实 a framework, 围绕建设 a framework: all align with it."""
    if verb.text in role("serving verb"):
        return each.cls in (Cls.FRAMEWORK, Cls.PLACE)
    if verb.leading == "alignsWith":
        return each.cls in (Cls.FRAMEWORK, Cls.POLICY)
    return verb.text in role("heeding verb") and each.cls is Cls.FRAMEWORK


def _is_core(each: Mention, phrase: Phrase) -> bool:
    """Whether the phrase is about `each`: only follow-up words (建设, 作用 …) come after it."""
    for word in phrase.words:
        if word.start < each.end:
            continue
        if word.text in role("join") or word.tag == QUOTE:
            return True
        plain = word.text in words("tails") or word.text in words("generic_words")
        if not plain and word.tag != BRACKET:
            return False
    return True
