"""Background knowledge of frameworks and departments, read from `ontology/glossary.ttl`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.records import EntityClass
from kg.resolve.names import key
from kg.resources import ontology

_ID = "https://w3id.org/fayan/id/"
_KG = "https://w3id.org/fayan/ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Entry:
    """A framework, programme, cluster or department that the glossary knows.

    `area` is the unit whose texts may mean it ("" for all), `part_of` the id of the entry that
    this one is a part of (""), `industries` the plain names of what a cluster is made of.
    """

    id: str
    cls: EntityClass
    label: str
    alt_labels: tuple[str, ...]
    area: str
    part_of: str
    source: str
    industries: tuple[str, ...] = ()


@cache
def entries() -> Mapping[str, Entry]:
    """All entries by id. Raises ValueError where one lacks a label, a class or a source."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with ontology("glossary.ttl").open("rb") as file:
        for quad in ox.parse(file, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(_ID):
                values = facts[quad.subject.value.removeprefix(_ID)][quad.predicate.value]
                if isinstance(quad.object, ox.NamedNode | ox.Literal):
                    values.append(quad.object.value)
    return {name: _entry(name, values) for name, values in sorted(facts.items())}


def _entry(name: str, values: Mapping[str, list[str]]) -> Entry:
    classes = [value.removeprefix(_KG) for value in values.get(_TYPE, []) if _KG in value]
    labels = values.get(_SKOS + "prefLabel", [])
    sources = values.get(_DCTERMS + "source", [])
    if len(classes) != 1 or len(labels) != 1 or not sources:
        raise ValueError(f"glossary.ttl: {name} needs one class, one prefLabel and a source")
    area = values.get(_DCTERMS + "spatial", [""])[0].removeprefix(_ID + "unit/")
    return Entry(
        id=name,
        cls=EntityClass(classes[0]),
        label=labels[0],
        alt_labels=tuple(sorted(values.get(_SKOS + "altLabel", []))),
        area=area,
        part_of=values.get(_KG + "partOf", [""])[0].removeprefix(_ID),
        source="; ".join(sorted(sources)),
        industries=tuple(sorted(values.get(_SKOS + "hiddenLabel", []))),
    )


@cache
def _by_key() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries().values():
        for spelling in {key(name) for name in (entry.label, *entry.alt_labels)}:
            found[spelling].append(entry)
    return {spelling: tuple(rows) for spelling, rows in found.items()}


def find(name: str, region: str) -> Entry | None:
    """The entry that a text of `region` means by `name`, or None."""
    for entry in _by_key().get(key(name), ()):
        if entry.area in ("", region):
            return entry
    return None


@cache
def parts(identifier: str) -> tuple[Entry, ...]:
    """The entries that are part of the entry `identifier`, sorted by id."""
    return tuple(entry for entry in entries().values() if entry.part_of == identifier)


@cache
def clusters_by_industry(region: str) -> Mapping[str, Entry]:
    """The cluster of the region's framework by the plain name of each industry in it."""
    return {
        industry: entry
        for entry in entries().values()
        if entry.area in ("", region)
        for industry in entry.industries
    }


def cluster_of(industry: str, region: str) -> Entry | None:
    """The cluster that an industry named in a text of `region` lies in.

    A longer name (轻合金产业) belongs to the cluster of the longest industry in it (轻合金).
    """
    known = clusters_by_industry(region)
    inside = [name for name in known if name in industry]
    return known[max(inside, key=lambda name: (len(name), name))] if inside else None
