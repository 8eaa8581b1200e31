"""Each measure of the network, by networkx; large graphs go to the backend of `kg.network.backend`.

All take a plain network (`kg.network.projection.projection`) and give a value for every node.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from kg.network.backend.info import LEAST_EDGES

if TYPE_CHECKING:
    import networkx as nx

    from kg.network.backend.graph import CompactGraph

SEED = 20250424
# Exact shortest paths take time by nodes × edges: some seconds up to here.
EXACT_STEPS, PIVOTS = 50_000_000, 300
CONFIDENCE = 0.95
# Lanczos iterations before an eigenvector counts as not found; networkx's 50 fail on large graphs.
ITERATIONS = 10_000

Values = dict[str, float]


def quick(plain: nx.Graph) -> nx.Graph | CompactGraph:
    """`plain` as the functions of networkx run fastest on it; they take either.

    A graph of `LEAST_EDGES` edges or more becomes one of the backend's, on which networkx calls
    the backend.
    """
    if plain.number_of_edges() < LEAST_EDGES:
        return plain
    from kg.network.backend.graph import compact

    return compact(plain, {"weight": 1})


@dataclass(frozen=True, slots=True)
class Paths:
    """What shortest paths tell of each node; see `paths`."""

    betweenness: Values
    closeness: Values
    harmonic: Values
    error: float


def paths(plain: nx.Graph) -> Paths:
    """Betweenness (0 to 1), closeness (0 to 1) and harmonic centrality (0 to nodes - 1).

    The defaults of networkx: unweighted, closeness after Wasserman and Faust. Exact, with `error`
    0, where nodes × edges is at most `EXACT_STEPS`; else estimated from `PIVOTS` nodes drawn with
    `SEED`, betweenness as `networkx.betweenness_centrality(plain, k=PIVOTS, seed=SEED)`, the others
    from the distances to the same pivots; then `error` is `sampling_error(nodes, PIVOTS)`.
    """
    import networkx as nx

    if len(plain) * plain.number_of_edges() <= EXACT_STEPS or len(plain) <= PIVOTS:
        fast = quick(plain)
        return Paths(
            nx.betweenness_centrality(fast),
            nx.closeness_centrality(fast),
            nx.harmonic_centrality(fast),
            0.0,
        )
    from kg.network.backend.graph import compact

    whole = compact(plain)
    betweenness = nx.betweenness_centrality(whole, k=PIVOTS, seed=SEED)
    return Paths(betweenness, *_from_pivots(whole), sampling_error(len(plain), PIVOTS))


def _from_pivots(graph: CompactGraph) -> tuple[Values, Values]:
    """Closeness and harmonic centrality, estimated from the pivots of `paths`."""
    import numpy as np

    from kg.network.backend.walks import distances

    drawn = Random(SEED).sample(graph.nodes, PIVOTS)
    pivots = np.array([graph.index[node] for node in drawn])
    found = distances(graph, pivots)
    others = np.full(len(graph), float(PIVOTS))
    others[pivots] -= 1
    closeness = found.reached / np.maximum(found.total, 1) * found.reached / others
    harmonic = found.inverse / others * (len(graph) - 1)
    return graph.by_node(closeness.tolist()), graph.by_node(harmonic.tolist())


def sampling_error(nodes: int, pivots: int, confidence: float = CONFIDENCE) -> float:
    """By how much no estimate of any node is off, with this `confidence`.

    It bounds betweenness, and harmonic centrality over (nodes - 1). Each is the mean over sources
    of a number between 0 and 1 (of a pivot's paths the share that runs through the node; 1/d), and
    pivots are drawn without replacement: the probability that the mean of k of N is off by t or
    more is at most 2 exp(-2 k t² / (1 - (k - 1)/N)) (R. Serfling, Probability inequalities for the
    sum in sampling without replacement, Annals of Statistics 2(1), 1974, corollary 1.1; used for
    pivots by U. Brandes and C. Pich, Centrality estimation in large networks, International Journal
    of Bifurcation and Chaos 17(7), 2007, with Hoeffding's bound). It is taken for all nodes at
    once, and with k - 1 of N - 1, since a pivot tells nothing of itself. 0 where all are pivots.
    """
    if pivots >= nodes:
        return 0.0
    drawn, sources = pivots - 1, nodes - 1
    if drawn < 1:
        return 1.0
    left = 1 - (drawn - 1) / sources
    return min(1.0, math.sqrt(left * math.log(2 * nodes / (1 - confidence)) / (2 * drawn)))


def largest_part(graph: nx.Graph) -> nx.Graph:
    """The largest connected component, of equals the one with the smallest id, nodes sorted."""
    import networkx as nx

    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    return graph.subgraph(sorted(parts[0]))


def eigenvector(plain: nx.Graph) -> Values:
    """Eigenvector centrality, weighted, of unit length on the largest component; 0 elsewhere.

    One vector has no scale in common with that of another component.
    """
    import networkx as nx

    values = dict.fromkeys(plain, 0.0)
    part = largest_part(plain)
    if len(part) == 2:  # too small for ARPACK; power iteration is exact here
        values |= nx.eigenvector_centrality(part, weight="weight")
    elif len(part) > 2:
        values |= nx.eigenvector_centrality_numpy(quick(part), weight="weight", max_iter=ITERATIONS)
    return values


def hits(pairs: nx.Graph) -> tuple[Values, Values]:
    """Hubs and authorities of a bipartite network (`bipartite` 0 and 1), weighted.

    A hub is a node of side 0 that goes to good authorities, an authority one of side 1 that good
    hubs go to; each sums to 1 on the largest component and is 0 elsewhere.
    """
    import networkx as nx

    hubs, authorities = dict.fromkeys(pairs, 0.0), dict.fromkeys(pairs, 0.0)
    part = largest_part(pairs) if len(pairs) else pairs
    directed = nx.DiGraph()
    directed.add_nodes_from(part)
    for one, other, weight in part.edges(data="weight"):
        first = pairs.nodes[one]["bipartite"] == 0
        directed.add_edge(*((one, other) if first else (other, one)), weight=weight)
    if len(part) == 2:
        hubs |= {node: 1.0 for node in part if pairs.nodes[node]["bipartite"] == 0}
        authorities |= {node: 1.0 for node in part if pairs.nodes[node]["bipartite"] == 1}
    elif len(part) > 2:
        start = dict.fromkeys(directed, 1.0)
        found = nx.hits(quick(directed), max_iter=ITERATIONS, tol=0, nstart=start)
        # What is 0 comes out as a hair more or less.
        hubs |= {node: max(value, 0.0) for node, value in found[0].items()}
        authorities |= {node: max(value, 0.0) for node, value in found[1].items()}
    return hubs, authorities


@dataclass(frozen=True, slots=True)
class Structure:
    """How each node holds the network together; see `structure`."""

    core: dict[str, int]
    articulation: frozenset[str]
    bridges: dict[str, int]


def structure(plain: nx.Graph) -> Structure:
    """By node the k-core it lies in, whether it is an articulation point, how many bridges it has.

    A node of core k belongs to a part in which all have k neighbours or more. Without an
    articulation point, or a bridge (an edge), its component falls apart.
    """
    import networkx as nx

    fast = quick(plain)
    bridges = dict.fromkeys(plain, 0)
    for pair in nx.bridges(fast):
        for node in pair:
            bridges[node] += 1
    return Structure(nx.core_number(fast), frozenset(nx.articulation_points(fast)), bridges)


def ranks(values: dict[str, float]) -> dict[str, int]:
    """The rank of each, 1 for the highest value; equals share one (1, 2, 2, 4)."""
    ordered = sorted(values.values(), reverse=True)
    first: dict[float, int] = {}
    for place, value in enumerate(ordered, start=1):
        first.setdefault(value, place)
    return {node: first[value] for node, value in values.items()}
