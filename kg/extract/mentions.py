"""Collects the mentions of a speech and settles which of overlapping ones stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.extract import officials
from kg.extract.bodies import find_organs
from kg.extract.boundaries import clauses
from kg.extract.candidates import Candidate, Member, Weight, candidate
from kg.extract.coordination import enumerations
from kg.extract.cutting import Word, cut
from kg.extract.doctrines import find_doctrines
from kg.extract.documents import find_documents
from kg.extract.enterprises import company_like, find_enterprises, find_glossed
from kg.extract.events import find_hosted
from kg.extract.frameworks import find_frameworks
from kg.extract.honoured import find_honoured
from kg.extract.industries import find_industries
from kg.extract.listed import find_listed
from kg.extract.named import find_named, find_through_list
from kg.extract.officials import NamedOfficial
from kg.extract.phrases import ClauseParts, Phrase
from kg.extract.policies import find_policies
from kg.extract.projects import find_roads
from kg.extract.quoted import before_quote, find_quoted
from kg.extract.recognitions import find_assessed, find_recognitions
from kg.extract.sentences import Sentence
from kg.extract.slogans import find_slogans
from kg.extract.titles import find_titles
from kg.extract.units import find_departments, find_regions, find_units
from kg.records import EntityClass, Mention, Speech

# What may be said of a thing before its name and be taken for a part of it.
_MODIFIER = re.compile(r"(?:高质量|高水平|高标准|新一轮|重点|国家级|省级|市级)$")
_MODIFIED = frozenset({EntityClass.INITIATIVE, EntityClass.PROJECT, EntityClass.PLACE})
# Formulas of the Party that every text repeats name nothing of their own.
_FORMULA = re.compile(r"习近平|中国特色|社会主义|^这是|四个全面|五位一体")
_FORMULA_PROOF = frozenset({Weight.OFFICIAL, Weight.DOCUMENT, Weight.DOCTRINE})


def find_mentions(speech: Speech, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """All things that `speech` names, in the order of the text, none overlapping another.

    Every mention's `[start, end)` lies inside one sentence; its name is the text there without
    quotes, unless the name was composed from an enumeration.
    """
    # One stage after the other: each then finds its own data still in the processor's cache.
    lines = [cut(sentence.text, sentence.start, speech.unit) for sentence in sentences]
    read = [clauses(sentence, speech.unit) for sentence in sentences]
    named = [officials.find_officials(sentence, speech) for sentence in sentences]
    people = tuple(chain.from_iterable(named))
    found: list[Mention] = []
    for sentence, line, parts, beside in zip(sentences, lines, read, named, strict=True):
        stated = [
            *officials.find_again(sentence, speech, people),
            *_candidates(speech, sentence, line, parts, beside),
        ]
        settled = _settle(each for each in stated if not _is_unwanted(each, speech))
        found.extend(_with_modifier(mention, sentence) for mention in settled)
    return tuple(sorted(found))


def _with_modifier(mention: Mention, sentence: Sentence) -> Mention:
    """`mention`, also called by the modifier that the text sets before it (高质量参保行动)."""
    if mention.cls.group not in _MODIFIED:
        return mention
    before = _MODIFIER.search(sentence.text[: mention.start - sentence.start])
    if before is None:
        return mention
    return replace(mention, aliases=(*mention.aliases, before.group() + mention.name))


def _candidates(
    speech: Speech,
    sentence: Sentence,
    line: Sequence[Word],
    read: Sequence[ClauseParts],
    named: Sequence[NamedOfficial],
) -> Iterator[Candidate]:
    yield from find_documents(sentence)
    yield from officials.candidates(named)
    yield from find_doctrines(sentence, named)
    yield from find_frameworks(sentence)
    yield from find_policies(sentence)
    yield from find_organs(sentence)
    yield from find_departments(sentence)
    yield from find_units(line, speech)
    yield from find_regions(sentence)
    yield from find_slogans(line, speech)
    yield from find_assessed(sentence.text, sentence.start)
    for clause in read:
        yield from find_recognitions(clause, sentence.text, sentence.start)
        for group in enumerations(clause):
            yield from find_titles(group, sentence.text, sentence.start)
            yield from _in_enumeration(group, clause)


def _in_enumeration(group: tuple[Member, ...], clause: ClauseParts) -> Iterator[Candidate]:
    yield from find_enterprises(group)
    yield from find_named(group)
    yield from find_through_list(group)
    yield from find_industries(group)
    for member in group:
        if member.phrase.quoted:
            yield from find_quoted(member)
            yield from _before_quote(member.phrase)
        yield from find_glossed(member)
        yield from find_listed(member)
        yield from find_hosted(member)
        yield from find_roads(member)
        yield from find_honoured(member, clause)


def _before_quote(phrase: Phrase) -> Iterator[Candidate]:
    """What stands before a quotation and is a thing of its own (有研“高品质电解铜粉”)."""
    line = before_quote(phrase)
    if not line:
        return
    if company_like(line):
        reason = "before a quotation"
        yield candidate(line, EntityClass.ENTERPRISE, reason, Weight.ENTERPRISE)
    yield from find_named((Member(replace(phrase, words=line, end=line[-1].end)),))


def _is_unwanted(each: Candidate, speech: Speech) -> bool:
    """Whether the speaking unit (两江新区) was taken for a place, or a formula for a thing."""
    mention = each.mention
    if mention.name == speech.unit:
        return mention.cls.group is not EntityClass.UNIT
    return each.weight not in _FORMULA_PROOF and bool(_FORMULA.search(mention.name))


def _within(each: Candidate, whole: Mention) -> bool:
    mention = each.mention
    inside = whole.start <= mention.start and mention.end <= whole.end
    return inside and mention.end - mention.start < whole.end - whole.start


def _settle(candidates: Iterable[Candidate]) -> list[Mention]:
    """Of overlapping candidates the heaviest stands, then the longest, then the first.

    What lies within a longer name of a register is no name of its own.
    """
    offered = list(candidates)
    wholes = [each.mention for each in offered if each.weight is Weight.FRAMEWORK]
    ranked = sorted(
        (each for each in offered if not any(_within(each, whole) for whole in wholes)),
        key=lambda each: (-each.weight, each.mention.start - each.mention.end, each.mention),
    )
    standing: list[Mention] = []
    for each in ranked:
        mention = each.mention
        if all(mention.end <= other.start or other.end <= mention.start for other in standing):
            standing.append(mention)
    return standing
