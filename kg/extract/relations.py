"""Finds the relations that the clauses of a speech state between the things it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import officials
from kg.extract.boundaries import clauses
from kg.extract.clause_mentions import ClauseMentions
from kg.extract.doctrines import find_heeded
from kg.extract.documents import WORK
from kg.extract.grammar import ClauseGrammar
from kg.extract.neighbours import find_belonging, find_holders
from kg.extract.sentences import Sentence
from kg.extract.signatures import CARRYING
from kg.extract.stated import Stated
from kg.extract.status import planned, status_of
from kg.records import EntityClass, Mention, Predicate, Relation, Speech, Status

_INVESTS = re.compile(r"投资[^，。]{0,8}元$")
# What another can have to do with the unit that speaks.
_TO_SPEAKER = frozenset({Predicate.LEADS, Predicate.LOCATED_IN})


def find_relations(
    speech: Speech, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Relation, ...]:
    """All relations that `speech` states between its `mentions` (sorted), in the text's order.

    A subject None is the unit of the speech. The places are those of the whole sentence. Within
    a sentence no relation is given twice, and nothing is related to itself.
    """
    starts = [mention.start for mention in mentions]
    found: list[Relation] = []
    for sentence, under_plan in zip(sentences, planned(speech, sentences), strict=True):
        inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found.extend(_of_sentence(speech, sentence, inside, under_plan=under_plan))
    return tuple(found)


def _of_sentence(
    speech: Speech, sentence: Sentence, mentions: Sequence[Mention], *, under_plan: bool
) -> Iterator[Relation]:
    seen: set[tuple[str, Predicate, str]] = set()
    for stated, status in _statements(speech, sentence, mentions, under_plan=under_plan):
        subject = None if _is_speaker(stated.subject, speech) else stated.subject
        name = subject.name if subject else ""
        key = (name, stated.predicate, stated.object.name)
        turned_back = stated.predicate not in _TO_SPEAKER and _is_speaker(stated.object, speech)
        if key in seen or turned_back or name == stated.object.name:
            continue
        seen.add(key)
        yield Relation(
            subject=subject,
            predicate=stated.predicate,
            object=stated.object,
            start=sentence.start,
            end=sentence.end,
            status=status,
            rule=stated.rule,
        )


def _statements(
    speech: Speech, sentence: Sentence, mentions: Sequence[Mention], *, under_plan: bool
) -> Iterator[tuple[Stated, Status]]:
    for official in officials.find_officials(sentence, speech):
        for unit in official.units:
            yield Stated(official.person, Predicate.LEADS, unit, "post"), Status.REPORTED
    if not mentions:
        return
    honoured: tuple[Mention, ...] = ()
    investors: tuple[Mention, ...] = ()
    for clause in clauses(sentence, speech.unit):
        inside = [each for each in mentions if clause.start <= each.start < clause.end]
        if not inside:
            honoured = investors = ()
            continue
        text = sentence.text[clause.start - sentence.start : clause.end - sentence.start]
        status = status_of(text, under_plan=under_plan)
        read = ClauseMentions(clause, sentence, inside, speech.unit)
        grammar = ClauseGrammar(read, honoured, investors)
        for stated in grammar.statements():
            for held in _by_holders(stated, sentence, speech):
                yield held, status
        for stated in find_belonging(sentence, inside):
            yield stated, status
        for stated in find_heeded(sentence, inside):
            yield stated, status
        honoured = grammar.honoured or tuple(each for each in inside if each.reason == WORK)
        spenders = inside if _INVESTS.search(text) else ()
        investors = tuple(each for each in spenders if each.cls is EntityClass.ENTERPRISE)


def _by_holders(stated: Stated, sentence: Sentence, speech: Speech) -> Iterator[Stated]:
    """What is done with a pilot of named divisions, they do (西山县国家级试点扎实推进)."""
    holders: tuple[Mention, ...] = ()
    if stated.subject is None and stated.predicate in CARRYING:
        holders = find_holders(stated.object, sentence, speech)
    for holder in holders:
        yield replace(stated, subject=holder)
    if not holders:
        yield stated


def _is_speaker(mention: Mention | None, speech: Speech) -> bool:
    """Whether `mention` is the unit of the speech (綦江 of 綦江区); no mention stands for it."""
    if mention is None:
        return True
    if mention.cls.group is not EntityClass.UNIT:
        return False
    return len(mention.name) > 1 and speech.unit.startswith(mention.name)
