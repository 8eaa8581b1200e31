"""Third part of resolution: relations between mentions become edges between things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.lexicon import table
from kg.records import EntityClass, Facts, Mention, Passage, Predicate, Statement, Status
from kg.resolve import glossary
from kg.resolve.entities import ClusterKey
from kg.resolve.gathering import Gathering
from kg.resolve.speeches import Setting
from kg.resolve.spellings import identity, quoted_core

Edge = tuple[ClusterKey, Predicate, ClusterKey]


@dataclass(slots=True)
class Support:
    """What speaks for an edge: passages, whether any reports it as done, rules, sources."""

    passages: set[Passage] = field(default_factory=set)
    reported: bool = False
    rules: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


def edges(
    all_facts: Sequence[Facts], settings: Sequence[Setting], gathering: Gathering
) -> dict[Edge, Support]:
    """All edges between things with their support; the glossary's own are among them."""
    found: dict[Edge, Support] = defaultdict(Support)
    for index, (facts, setting) in enumerate(zip(all_facts, settings, strict=True)):
        for official, unit in _led(facts, setting):
            support = found[official, Predicate.LEADS, unit]
            support.reported = True
            support.rules.add("byline")
            if facts.speech.byline:
                support.passages.add(setting.passages.byline(facts.speech.byline))
        for relation in facts.relations:
            subject = (
                setting.unit
                if relation.subject is None
                else gathering.named[index, relation.subject]
            )
            target = gathering.named[index, relation.object]
            if subject == target:
                continue
            support = found[subject, relation.predicate, target]
            support.passages.add(setting.passages.of(relation.start, relation.end))
            support.reported |= relation.status is not Status.PLANNED
            support.rules.add(relation.rule)
    _add_clusters(all_facts, settings, gathering, found)
    _add_versions(all_facts, settings, gathering, found)
    _add_parts(gathering, found)
    return found


def _led(facts: Facts, setting: Setting) -> set[tuple[ClusterKey, ClusterKey]]:
    """The speaker with each unit that the byline's posts lead (a seat, 市委常委, leads none)."""
    if setting.official is None or facts.speech.official is None:
        return set()
    led = {setting.unit}
    for post, (_, unit) in zip(facts.speech.official.posts, setting.posts, strict=True):
        if unit is not None and not _is_seat(post.title):
            led.add(unit)
    return {(setting.official, unit) for unit in led}


def _is_seat(title: str) -> bool:
    """Whether the rank that closes `title` is a seat in a body: 常委, 委员, not 主任委员."""
    ranks = [(rank, kind) for rank, _, kind, _ in table("posts", 4) if title.endswith(rank)]
    return bool(ranks) and max(ranks, key=lambda entry: len(entry[0]))[1] == "member"


def _mentions(
    all_facts: Sequence[Facts], settings: Sequence[Setting]
) -> Iterator[tuple[int, Facts, Setting, Mention]]:
    """Each mention with the index of its facts, in order."""
    for index, (facts, setting) in enumerate(zip(all_facts, settings, strict=True)):
        for mention in facts.mentions:
            yield index, facts, setting, mention


def _add_clusters(
    all_facts: Sequence[Facts],
    settings: Sequence[Setting],
    gathering: Gathering,
    found: dict[Edge, Support],
) -> None:
    """An industry that a speech names is part of the region's cluster that the glossary knows."""
    for index, facts, setting, mention in _mentions(all_facts, settings):
        if mention.cls is not EntityClass.INDUSTRY:
            continue
        entry = glossary.cluster_of(mention.name, facts.speech.region)
        if entry is None or identity(mention, facts.speech).name == entry.label:
            continue
        support = found[gathering.named[index, mention], Predicate.PART_OF, gathering.bring(entry)]
        support.passages.add(setting.passages.sentence_at(mention.start))
        support.reported = True
        support.sources.add(entry.source)


def _add_versions(
    all_facts: Sequence[Facts],
    settings: Sequence[Setting],
    gathering: Gathering,
    found: dict[Edge, Support],
) -> None:
    """“X”行动2.0计划 is part of what the glossary knows as X: another plan under the same name."""
    for index, facts, setting, mention in _mentions(all_facts, settings):
        core = quoted_core(mention, facts.speech)
        entry = glossary.find(core, facts.speech.region) if core else None
        version = gathering.named[index, mention]
        if entry is None or version == (base := gathering.bring(entry)):
            continue
        support = found[version, Predicate.PART_OF, base]
        support.passages.add(setting.passages.sentence_at(mention.start))
        support.reported = True
        support.rules.add("version")


def _add_parts(gathering: Gathering, found: dict[Edge, Support]) -> None:
    """A framework that is met brings its parts; a part that is met brings its framework."""
    met = {cluster.identity.name for cluster in gathering.clusters.values()}
    for entry in glossary.entries().values():
        whole = glossary.entries().get(entry.part_of)
        if whole and (entry.label in met or whole.label in met):
            edge = (gathering.bring(entry), Predicate.PART_OF, gathering.bring(whole))
            found[edge].reported = True
            found[edge].sources.add(entry.source)


def statements(found: dict[Edge, Support], ids: dict[ClusterKey, str]) -> tuple[Statement, ...]:
    """The edges between entities, sorted; clusters that became one entity share their edges."""
    merged: dict[tuple[str, Predicate, str], Support] = defaultdict(Support)
    for (subject, predicate, target), support in found.items():
        if ids[subject] == ids[target]:
            continue
        whole = merged[ids[subject], predicate, ids[target]]
        whole.passages |= support.passages
        whole.reported |= support.reported
        whole.rules |= support.rules
        whole.sources |= support.sources
    return tuple(
        Statement(
            subject=subject,
            predicate=predicate,
            object=target,
            passages=tuple(sorted(support.passages)),
            status=Status.REPORTED if support.reported else Status.PLANNED,
            rules=tuple(sorted(support.rules - {""})),
            source="; ".join(sorted(support.sources)),
        )
        for (subject, predicate, target), support in sorted(merged.items())
    )
