"""Every projection by name: the question it answers, and what an edge of it weighs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.errors import FayanError
from kg.network.bipartite import bipartite, one_mode
from kg.network.build import network
from kg.network.mentions import mentions
from kg.network.projection import projection
from kg.rdf.contents import Contents
from kg.records import EntityClass, Predicate

if TYPE_CHECKING:
    import networkx as nx

_UNIT, _INITIATIVE, _ENTERPRISE = (
    EntityClass.UNIT.value,
    EntityClass.INITIATIVE.value,
    EntityClass.ENTERPRISE.value,
)


class Weight(StrEnum):
    """What `weight` is in a projection whose nodes share something."""

    COUNT = "count"
    JACCARD = "jaccard"
    NEWMAN = "newman"


class Name(StrEnum):
    """The names of the projections."""

    FULL = "full"
    SIMPLE = "simple"
    UNIT_INITIATIVE = "unit-initiative"
    UNIT_UNIT = "unit-unit"
    INITIATIVE_INITIATIVE = "initiative-initiative"
    UNIT_ALIGNMENT = "unit-alignment"
    ENTERPRISE_UNIT = "enterprise-unit"
    SENTENCE = "sentence"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Projection:
    """A way to see the graph as a network.

    `weighted` says whether the weight can be chosen; `make` takes the contents and that weight.
    """

    question: str
    nodes: str
    weight: str
    make: Callable[[Contents, Weight], nx.Graph]
    weighted: bool = False


def _unit_initiative(contents: Contents, _: Weight = Weight.COUNT) -> nx.Graph:
    return bipartite(contents, _UNIT, _INITIATIVE)


def _aligned(contents: Contents) -> nx.Graph:
    return bipartite(contents, _UNIT, _INITIATIVE, {Predicate.ALIGNS_WITH.value})


PROJECTIONS: dict[Name, Projection] = {
    Name.FULL: Projection(
        "What is stated of what? Every relation, with its direction and predicate.",
        "things",
        "passages that state the relation (1 where the glossary does)",
        lambda contents, _: network(contents),
    ),
    Name.SIMPLE: Projection(
        "Who is related to whom at all? What centrality.csv is computed on.",
        "things",
        "passages that state any relation between the two, in either direction",
        lambda contents, _: projection(network(contents)),
    ),
    Name.UNIT_INITIATIVE: Projection(
        "Which frameworks, programmes and mechanisms tie the units together? Bipartite.",
        "units and initiatives",
        "passages that relate the unit to the initiative",
        _unit_initiative,
    ),
    Name.UNIT_UNIT: Projection(
        "Which units work on the same initiatives?",
        "units",
        "initiatives that both are related to: count, jaccard or newman",
        lambda contents, weight: one_mode(_unit_initiative(contents), 0, weight),
        weighted=True,
    ),
    Name.INITIATIVE_INITIATIVE: Projection(
        "Which initiatives are carried by the same units?",
        "initiatives",
        "units related to both: count, jaccard or newman",
        lambda contents, weight: one_mode(_unit_initiative(contents), 1, weight),
        weighted=True,
    ),
    Name.UNIT_ALIGNMENT: Projection(
        "Which units align with the same frameworks (围绕, 对标, 锚定, 融入)?",
        "units",
        "frameworks that both align with: count, jaccard or newman",
        lambda contents, weight: one_mode(_aligned(contents), 0, weight),
        weighted=True,
    ),
    Name.ENTERPRISE_UNIT: Projection(
        "Which enterprises work with which units, and which with several? Bipartite.",
        "enterprises and units",
        "passages that relate the enterprise and the unit, in either direction",
        lambda contents, _: bipartite(contents, _ENTERPRISE, _UNIT),
    ),
    Name.SENTENCE: Projection(
        "Which things are spoken of in one breath?",
        "things",
        "sentences that name both: count, jaccard or newman",
        lambda contents, weight: mentions(contents, "sentence", weight),
        weighted=True,
    ),
    Name.SPEECH: Projection(
        "Which things come up in the same speeches?",
        "things",
        "speeches that name both: count, jaccard or newman",
        lambda contents, weight: mentions(contents, "speech", weight),
        weighted=True,
    ),
}


def project(contents: Contents, name: str, weight: str = "") -> nx.Graph:
    """The projection called `name` as a networkx graph.

    `full` is a MultiDiGraph, all others are Graphs. Every node has `label`, `cls`, `group`, `code`,
    `alt_labels`, `speeches` and `mentions`; every edge has `weight`; for the rest see
    `kg.network.build.network`, `kg.network.bipartite` and `kg.network.mentions`. `weight` chooses
    among `Weight`. Raises FayanError for an unknown name, or a weight that cannot be chosen.
    """
    if name not in list(Name):
        raise FayanError(f"{name}: no such projection; there are {', '.join(Name)}")
    chosen = PROJECTIONS[Name(name)]
    if weight and weight not in list(Weight):
        raise FayanError(f"{weight}: no such weight; there are {', '.join(Weight)}")
    if weight and not chosen.weighted:
        raise FayanError(f"{name}: its weight cannot be chosen: {chosen.weight}")
    return chosen.make(contents, Weight(weight or Weight.COUNT))
