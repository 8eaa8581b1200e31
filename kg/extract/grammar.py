"""Reads who does what in one clause: which mention each verb has for its subject and objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract import topics
from kg.extract.adverbials import find_adverbial, find_ground
from kg.extract.clause_mentions import ClauseMentions, as_written
from kg.extract.governed import is_about, predicate_of
from kg.extract.honours import Honouring, bestows, strives
from kg.extract.phrases import Phrase, Verb
from kg.extract.roles import role
from kg.extract.signatures import CARRYING, fits, is_agent
from kg.extract.stated import Stated
from kg.lexicon import words
from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

_BROUGHT = frozenset({Predicate.ATTRACTS, Predicate.SIGNS})
_FURTHERED = frozenset({Predicate.SUPPORTS, Predicate.ADVANCES})


@dataclass(slots=True)
class ClauseGrammar:
    """Reads one clause of a sentence.

    `before` are those who obtained an honour in the clause just before (a further 入选 without a
    subject is theirs too), `investors` the enterprises that it says spend money: what this one
    says is built, they build. After reading, `honoured` are those who obtained one in this clause.
    """

    clause: ClauseMentions
    before: tuple[Mention, ...]
    investors: tuple[Mention, ...] = ()
    honoured: tuple[Mention, ...] = ()
    _subjects: tuple[tuple[Mention, ...], ...] = ()
    _unnamed_subject: bool = False

    def statements(self) -> Iterator[Stated]:
        """What the clause states, in the order of the text."""
        pivots: tuple[tuple[Mention, ...], ...] = ()
        for index, part in enumerate(self.clause.clause.parts):
            if isinstance(part, Verb):
                continue
            inside = self.clause.of(part)
            verb = self.clause.governor(part)
            if part.preposition:
                yield from find_adverbial(part, self.clause, self._named_subjects)
            elif verb is None:
                if not part.attributive:
                    self._meet_subject(part, inside, goes_on=self._goes_on(index))
                yield from self._topics(part, inside)
            else:
                if pivots and not self._goes_on(index):
                    self._subjects, pivots, self._unnamed_subject = pivots, (), False
                yield from self._objects(part, verb, inside)
                agents = tuple(filter(is_agent, inside))
                if agents and part.next is not None and verb.text in role("pivot verb"):
                    pivots += (agents,)

    def _meet_subject(self, part: Phrase, inside: tuple[Mention, ...], *, goes_on: bool) -> None:
        subject = tuple(as_written(each, part) for each in inside) if len(inside) == 1 else inside
        self._subjects = (*self._subjects, subject) if goes_on else (subject,)
        timed = all(word.tag in ("m", "t", "mq") for word in part.words)
        self._unnamed_subject = not (inside or timed or part.text in words("scopes"))

    @property
    def _named_subjects(self) -> tuple[Mention, ...]:
        return tuple(each for inside in self._subjects for each in inside)

    def _goes_on(self, index: int) -> bool:
        """Whether the phrase at `index` goes on with the enumeration of the one before."""
        parts = self.clause.clause.parts
        part, earlier = parts[index], parts[index - 1] if index else None
        return (
            isinstance(part, Phrase)
            and isinstance(earlier, Phrase)
            and earlier.group == part.group >= 0
        )

    def _topics(self, phrase: Phrase, inside: Sequence[Mention]) -> Iterator[Stated]:
        """X加快建设, X落地, X成功举办: the unit does it to X, unless an enterprise owns it."""
        if self.clause.owners(phrase):
            return
        if settled := self.clause.settled(phrase):
            yield from _settles(*settled)
            return
        for topic in inside:
            if topics.meets_speaker(topic, self.clause):
                yield Stated(None, Predicate.COOPERATES_WITH, topic, "与我")
            if topics.is_praised(topic, self.clause.clause):
                yield Stated(None, Predicate.RECOGNISED_AS, topic, "praised")
            predicate = topics.done_to(topic, phrase, self.clause.clause)
            if predicate in CARRYING and topics.is_sought(topic, self.clause):
                yield Stated(None, Predicate.ADVANCES, topic, "sought")
            elif predicate is not None and fits(predicate, topic):
                verb = phrase.next.text if phrase.next is not None else ""
                yield Stated(None, predicate, topic, f"topic {verb}".strip())

    def _objects(self, phrase: Phrase, verb: Verb, inside: Sequence[Mention]) -> Iterator[Stated]:
        if verb.negated:
            return
        bearers, title = self.clause.bearers(phrase)
        if title is not None and verb.text in role("obtaining verb"):
            for bearer in bearers:
                yield Stated(bearer, Predicate.RECOGNISED_AS, title, "title")
            return
        for each in inside:
            settles = verb.before == Predicate.ATTRACTS and bool(self._named_subjects)
            if each.cls is Cls.RECOGNITION and strives(verb):
                yield Stated(None, Predicate.ADVANCES, each, f"strive {verb.text}")
            elif each.cls is Cls.RECOGNITION and not bestows(verb) and verb.after in CARRYING:
                yield from self._acted(Predicate.ADVANCES, each, phrase, verb)
            elif each.cls is Cls.RECOGNITION:
                yield from self._honours(phrase, verb, each)
            elif settles and fits(Predicate.LOCATED_IN, each):
                for subject in self._named_subjects:
                    yield from _settles(subject, each)
            else:
                yield from self._governed(phrase, verb, each)

    def _governed(self, phrase: Phrase, verb: Verb, each: Mention) -> Iterator[Stated]:
        predicate = predicate_of(phrase, verb, each)
        if predicate is None or not is_about(each, phrase, predicate):
            return
        makers = self.clause.makers(phrase)
        for maker in makers:
            yield Stated(maker, Predicate.BUILDS, each, "maker")
        if not makers:
            yield from self._acted(predicate, each, phrase, verb)
        yield from self._of_owners(predicate, phrase)
        if predicate in CARRYING:
            yield from find_ground(phrase, each, self.clause)

    def _acted(
        self, predicate: Predicate, each: Mention, phrase: Phrase, verb: Verb
    ) -> Iterator[Stated]:
        """By whom it is done: by the agents named before the verb, else by the unit."""
        if predicate is Predicate.LOCATED_IN:
            for subject in self._named_subjects:
                yield Stated(subject, predicate, each, verb.text)
            return
        agents = tuple(filter(is_agent, self._counterparts(phrase)))
        if not agents and predicate in CARRYING and fits(Predicate.BUILDS, each):
            agents = self.investors
        if not agents and predicate is not Predicate.BUILDS:
            yield Stated(None, predicate, each, f"object of {verb.text}")
        for agent in agents:
            builds = agent.cls.group is not Cls.UNIT
            if builds and predicate in CARRYING and fits(Predicate.BUILDS, each):
                yield Stated(agent, Predicate.BUILDS, each, f"agent {verb.text}")
            else:
                yield Stated(agent, predicate, each, f"agent {verb.text}")

    def _counterparts(self, phrase: Phrase) -> tuple[Mention, ...]:
        """The subjects whose object is `phrase`: the first's where A、B建设C、D is the first."""
        fellows = self.clause.fellows(phrase)
        if len(fellows) > 1 and len(fellows) == len(self._subjects):
            return self._subjects[fellows.index(phrase)]
        return self._named_subjects

    def _of_owners(self, predicate: Predicate, phrase: Phrase) -> Iterator[Stated]:
        """引进E的项目, 推动E的产品放量: what is done for the thing is done for the owner."""
        for owner in self.clause.owners(phrase):
            if predicate in _BROUGHT:
                yield Stated(None, Predicate.ATTRACTS, owner, "owner")
            elif predicate in _FURTHERED:
                yield Stated(None, Predicate.SUPPORTS, owner, "owner")

    def _honours(self, phrase: Phrase, verb: Verb, honour: Mention) -> Iterator[Stated]:
        """X入选Y; a clause without a subject goes on with the one before."""
        if not bestows(verb):
            return
        respective = "分别" in self.clause.text(self.clause.clause.start, verb.start)
        subjects = self._counterparts(phrase) if respective else self._named_subjects
        honouring = Honouring(
            verb=verb,
            honour=honour,
            holders=tuple(each for each in subjects if each.cls is not Cls.RECOGNITION),
            unnamed=self._unnamed_subject,
            before=self.before,
            clause=self.clause,
        )
        self.honoured = tuple(filter(None, honouring.obtained_by()))
        yield from honouring.stated()


def _settles(subject: Mention, place: Mention) -> Iterator[Stated]:
    """X落户Y: the unit attracts X, and X is in Y."""
    if fits(Predicate.ATTRACTS, subject):
        yield Stated(None, Predicate.ATTRACTS, subject, "settled")
        yield Stated(subject, Predicate.LOCATED_IN, place, "settled")
