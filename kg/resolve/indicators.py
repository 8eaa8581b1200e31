"""Matches an indicator's wording to the shared concept it means (`ontology/indicators.ttl`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pyoxigraph as ox

from kg.extract.indicators import area_at
from kg.records import Indicator
from kg.resolve.names import key, slug
from kg.resources import ontology

_ID = "https://w3id.org/fayan/id/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_INNER_AREA = re.compile(r"全[省市区县州]")
_DONE = re.compile(r"^(?:实现|完成)")


@cache
def scheme() -> Mapping[str, Indicator]:
    """The concepts of the scheme by id (`indicator/地区生产总值`)."""
    labels: dict[str, str] = {}
    others: dict[str, set[str]] = defaultdict(set)
    with ontology("indicators.ttl").open("rb") as file:
        for quad in ox.parse(file, format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode) or not isinstance(
                quad.object, ox.Literal
            ):
                continue
            name = quad.subject.value.removeprefix(_ID)
            if quad.predicate.value == _SKOS + "prefLabel" and quad.object.language == "zh":
                labels[name] = quad.object.value
            elif quad.predicate.value == _SKOS + "altLabel":
                others[name].add(quad.object.value)
    return {
        name: Indicator(name, label, tuple(sorted(others[name])), defined=True)
        for name, label in sorted(labels.items())
    }


@cache
def _by_key() -> Mapping[str, Indicator]:
    return {
        key(spelling): indicator
        for indicator in scheme().values()
        for spelling in (indicator.label, *indicator.alt_labels)
    }


def indicator_of(wording: str) -> Indicator:
    """The concept that `wording` (固投) names: one of the scheme, else a concept of its own."""
    bare = _DONE.sub("", wording)
    bare = bare[len(area_at(bare)) :] or wording
    # 全社会研发经费支出相当于全市生产总值的比例: an area inside tells no more than one before.
    for spelling in (wording, bare, _INNER_AREA.sub("", bare)):
        if known := _by_key().get(key(spelling)):
            return known
    return Indicator(f"indicator/{slug(bare)}", bare, (), defined=False)
