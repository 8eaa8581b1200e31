"""Why a node ranks as it does: the edges, passages and speeches its value comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import FayanError
from kg.network import measures
from kg.network.build import network, relations
from kg.network.centrality import DIGITS, Centrality, centrality
from kg.network.projection import projection
from kg.rdf.contents import Contents, Edge

if TYPE_CHECKING:
    import networkx as nx

ALPHA = 0.85


@dataclass(frozen=True, slots=True)
class Reason:
    """What one neighbour adds: `share` is its part of the node's value, 0 to 1.

    `edges` are the relations between the two, with their passages.
    """

    neighbour: str
    label: str
    share: float
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A node's row, and what its value by `measure` comes from.

    `reasons` come by falling share, then id; `speeches` (id, share) likewise: each passage takes an
    equal part of its neighbour's share; what the glossary states is in no speech. `rest` is what no
    neighbour adds: of PageRank, that a walk starts anew here.
    """

    row: Centrality
    measure: str
    reasons: tuple[Reason, ...]
    speeches: tuple[tuple[str, float], ...]
    rest: float


def why(contents: Contents, node: str, measure: str) -> Why:
    """Where the rank of `node` (an id) by `measure` comes from, see `EXPLAINED`.

    Raises FayanError for another measure, or a node that is not in the network.
    """
    if measure not in EXPLAINED:
        raise FayanError(f"{measure}: cannot be explained; these can: {', '.join(EXPLAINED)}")
    graph = network(contents)
    if node not in graph:
        raise FayanError(f"{node}: is no node of the network")
    rows = {row.id: row for row in centrality(graph)}
    parts = EXPLAINED[measure](projection(graph), node)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for edge in relations(contents):
        if node in (edge.source, edge.target) and edge.source != edge.target:
            edges[edge.target if edge.source == node else edge.source].append(edge)
    reasons = [
        Reason(name, rows[name].label, round(share, DIGITS), tuple(edges[name]))
        for name, share in parts.items()
    ]
    reasons.sort(key=lambda reason: (-reason.share, reason.neighbour))
    left = 1 - sum(parts.values()) if measure == "pagerank" else 0.0
    return Why(rows[node], measure, tuple(reasons), _speeches(reasons), round(left, DIGITS))


def _speeches(reasons: list[Reason]) -> tuple[tuple[str, float], ...]:
    shares: dict[str, float] = defaultdict(float)
    for reason in reasons:
        quotes = [quote for edge in reason.edges for quote in edge.quotes]
        for quote in quotes:
            shares[quote.speech] += reason.share / len(quotes)
    found = ((speech, round(share, DIGITS)) for speech, share in shares.items())
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _shares(parts: dict[str, float]) -> dict[str, float]:
    whole = sum(parts.values())
    return {name: part / whole if whole else 0.0 for name, part in parts.items()}


def _degree(plain: nx.Graph, node: str) -> dict[str, float]:
    """Every neighbour is one."""
    return _shares(dict.fromkeys(plain[node], 1.0))


def _weighted_degree(plain: nx.Graph, node: str) -> dict[str, float]:
    """Every neighbour adds the weight of its edge."""
    return _shares({name: float(data["weight"]) for name, data in plain[node].items()})


def _pagerank(plain: nx.Graph, node: str) -> dict[str, float]:
    """A neighbour passes on its own rank by the weights of its edges, damped.

    rank(v) = (1 - a)/n + a × (rank of nodes without edges)/n + a × Σ rank(u) w(u,v)/strength(u)
    """
    import networkx as nx

    rank = nx.pagerank(measures.quick(plain), alpha=ALPHA, weight="weight")
    strength = dict(plain.degree(weight="weight"))
    return {
        name: ALPHA * rank[name] * data["weight"] / strength[name] / rank[node]
        for name, data in plain[node].items()
    }


def _eigenvector(plain: nx.Graph, node: str) -> dict[str, float]:
    """A neighbour adds its own value times the weight of its edge."""
    values = measures.eigenvector(plain)
    return _shares({name: values[name] * data["weight"] for name, data in plain[node].items()})


def _betweenness(plain: nx.Graph, node: str) -> dict[str, float]:
    """Of the shortest paths that pass through the node, how many use the edge to a neighbour.

    Each comes by one edge and leaves by another, and counts half for each: the betweenness of an
    edge, less the paths that start or end at the node.
    """
    import networkx as nx
    import numpy as np

    from kg.network.backend.graph import compact
    from kg.network.backend.walks import dependencies

    part = plain.subgraph(sorted(nx.node_connected_component(plain, node)))
    if len(part) * part.number_of_edges() > measures.EXACT_STEPS:
        raise FayanError("betweenness: the network is too large to explain it edge by edge")
    edges = nx.edge_betweenness_centrality(measures.quick(part), normalized=False)
    whole = compact(part)
    own = whole.by_node(dependencies(whole, np.array([whole.index[node]])).tolist())
    through = {}
    for name in part[node]:
        both = edges[(node, name) if (node, name) in edges else (name, node)]
        # What sums of floats leave of nothing is nothing.
        through[name] = max(round(both - (1 + own[name]), DIGITS), 0.0)
    return _shares(through)


EXPLAINED: dict[str, Callable[[nx.Graph, str], dict[str, float]]] = {
    "degree": _degree,
    "weighted_degree": _weighted_degree,
    "pagerank": _pagerank,
    "betweenness": _betweenness,
    "eigenvector": _eigenvector,
}
