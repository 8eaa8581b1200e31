"""How central each node of the network is, by every measure, in one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.network import measures
from kg.network.communities import communities
from kg.network.projection import projection
from kg.records import EntityClass

if TYPE_CHECKING:
    import networkx as nx

# Power iterations stop within 1e-6 and ARPACK within machine precision of what depends on the
# processor: more digits than these would differ from one machine to the next.
DIGITS = 9


class Measure(StrEnum):
    """The measures that nodes are ranked by; see `centrality` for what each is."""

    DEGREE = "degree"
    WEIGHTED_DEGREE = "weighted_degree"
    PAGERANK = "pagerank"
    BETWEENNESS = "betweenness"
    CLOSENESS = "closeness"
    HARMONIC = "harmonic"
    EIGENVECTOR = "eigenvector"
    HUB = "hub"
    AUTHORITY = "authority"
    CORE = "core"


MEASURES = tuple(measure.value for measure in Measure)


@dataclass(frozen=True, slots=True)
class Centrality:
    """One node's figures; see `centrality` for what each is. Floats are rounded to 9 places.

    `ranks` has the rank of the node by each of `MEASURES`.
    """

    id: str
    label: str
    cls: str
    degree: int
    weighted_degree: float
    pagerank: float
    betweenness: float
    error: float
    closeness: float
    harmonic: float
    eigenvector: float
    hub: float
    authority: float
    core: int
    articulation: bool
    bridges: int
    community: int
    stability: float
    ranks: Mapping[str, int]


def centrality(graph: nx.Graph) -> tuple[Centrality, ...]:
    """A row for each node of a network or projection, by falling pagerank, then id.

    All is computed on `plain = kg.network.projection.projection(graph)` (undirected, parallel
    edges summed, no loops), with networkx's defaults where none is named:

    * `degree`: `plain.degree()`, the number of distinct neighbours;
    * `weighted_degree` (strength): `plain.degree(weight="weight")`, the passages shared with them;
    * `pagerank`: `networkx.pagerank(plain, weight="weight")`, damping 0.85, sums to 1;
    * `betweenness`, `closeness`, `harmonic`: see `kg.network.measures.paths`; beyond its limit they
      are estimates, and `error` says how good, with 95 % confidence;
    * `eigenvector`: see `kg.network.measures.eigenvector`;
    * `hub`, `authority`: `kg.network.measures.hits` on the units and the initiatives they are
      related to, or on the two sides of a bipartite projection; 0 for all other nodes;
    * `core`, `articulation`, `bridges`: see `kg.network.measures.structure`;
    * `community`, `stability`: see `kg.network.communities`;
    * `ranks`: 1 for the highest rounded value, equals share one.

    An empty network gives no rows.
    """
    if not len(graph):
        return ()
    plain = projection(graph)
    structure = measures.structure(plain)
    found = _by_measure(graph, plain) | {"core": dict(structure.core)}
    groups = communities(plain)
    error = found.pop("error")
    ranks = {name: measures.ranks(found[name]) for name in MEASURES}
    rows = [
        Centrality(
            id=node,
            label=data["label"],
            cls=data["cls"],
            degree=int(found["degree"][node]),
            core=structure.core[node],
            articulation=node in structure.articulation,
            bridges=structure.bridges[node],
            community=groups.of[node],
            stability=round(groups.stability[node], DIGITS),
            error=error[node],
            ranks={name: ranks[name][node] for name in MEASURES},
            **{name: found[name][node] for name in MEASURES if name not in ("degree", "core")},
        )
        for node, data in graph.nodes(data=True)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.pagerank, row.id)))


def _by_measure(graph: nx.Graph, plain: nx.Graph) -> dict[str, measures.Values]:
    """Each of `MEASURES` but the core, and the error of the sampled ones, by node, rounded."""
    import networkx as nx

    paths = measures.paths(plain)
    hubs, authorities = measures.hits(_two_sides(graph))
    nothing = dict.fromkeys(plain, 0.0)
    values: dict[str, measures.Values] = {
        "degree": dict(plain.degree()),
        "weighted_degree": dict(plain.degree(weight="weight")),
        "pagerank": nx.pagerank(measures.quick(plain), weight="weight"),
        "betweenness": paths.betweenness,
        "closeness": paths.closeness,
        "harmonic": paths.harmonic,
        "eigenvector": measures.eigenvector(plain),
        "hub": nothing | hubs,
        "authority": nothing | authorities,
        "error": dict.fromkeys(plain, paths.error),
    }
    return {
        name: {node: _rounded(value) for node, value in by_node.items()}
        for name, by_node in values.items()
    }


def _rounded(value: float) -> float:
    """Counts stay whole numbers; no float is a negative nought."""
    return value if isinstance(value, int) else round(value, DIGITS) + 0.0


def _two_sides(graph: nx.Graph) -> nx.Graph:
    """What hubs and authorities are computed on: a bipartite graph, or units and initiatives."""
    import networkx as nx

    if all("bipartite" in data for _, data in graph.nodes(data=True)):
        return graph
    sides = {EntityClass.UNIT.value: 0, EntityClass.INITIATIVE.value: 1}
    side = {node: sides[group] for node, group in graph.nodes(data="group") if group in sides}
    pairs = nx.Graph()
    for one, other, weight in graph.edges(data="weight"):
        if one in side and other in side and side[one] != side[other]:
            before = pairs.get_edge_data(one, other, {"weight": 0})["weight"]
            pairs.add_edge(one, other, weight=before + weight)
    for node in pairs:
        pairs.nodes[node]["bipartite"] = side[node]
    return pairs
