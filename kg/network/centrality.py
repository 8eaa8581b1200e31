"""How central each node of the network is, by the usual measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.network.communities import SEED, communities
from kg.network.projection import projection

if TYPE_CHECKING:
    import networkx as nx

# Power iterations stop within 1e-6 and ARPACK starts anywhere: more digits than these would
# differ from one machine to the next.
DIGITS = 9
# Exact betweenness takes time by nodes × edges: a second here, a minute for some thousands.
EXACT_UP_TO, PIVOTS = 1000, 300


@dataclass(frozen=True, slots=True)
class Centrality:
    """One node's figures; see `centrality` for what each is. Floats are rounded to 9 places."""

    id: str
    label: str
    cls: str
    degree: int
    weighted_degree: int
    pagerank: float
    betweenness: float
    eigenvector: float
    community: int


def centrality(graph: nx.MultiDiGraph) -> tuple[Centrality, ...]:
    """A row for each node of a network, by falling pagerank, then id.

    All is computed on `plain = kg.network.projection.projection(graph)` (undirected, parallel
    edges summed, no loops), with networkx's defaults where none is named:

    * `degree`: `plain.degree()`, the number of distinct neighbours;
    * `weighted_degree`: `plain.degree(weight="weight")`, the passages shared with them;
    * `pagerank`: `networkx.pagerank(plain, weight="weight")`, damping 0.85, sums to 1;
    * `betweenness`: `networkx.betweenness_centrality(plain)`, unweighted, 0 to 1; beyond
      `EXACT_UP_TO` nodes estimated from some, with `k=PIVOTS, seed=SEED`;
    * `eigenvector`: `networkx.eigenvector_centrality_numpy(part, weight="weight")` on the
      largest connected component (of equals the one with the smallest id), unit length; 0
      elsewhere, for one vector has no scale in common with that of another component;
    * `community`: see `kg.network.communities.communities`.

    An empty network gives no rows.
    """
    import networkx as nx

    if not graph:
        return ()
    plain = projection(graph)
    pagerank = nx.pagerank(plain, weight="weight")
    pivots = PIVOTS if len(plain) > EXACT_UP_TO else None
    betweenness = nx.betweenness_centrality(plain, k=pivots, seed=SEED)
    eigenvector = _eigenvector(plain)
    community = communities(plain)
    rows = [
        Centrality(
            id=node,
            label=data["label"],
            cls=data["cls"],
            degree=plain.degree(node),
            weighted_degree=plain.degree(node, weight="weight"),
            pagerank=round(pagerank[node], DIGITS),
            betweenness=round(betweenness[node], DIGITS),
            eigenvector=round(eigenvector.get(node, 0.0), DIGITS),
            community=community[node],
        )
        for node, data in graph.nodes(data=True)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.pagerank, row.id)))


def _eigenvector(plain: nx.Graph) -> dict[str, float]:
    import networkx as nx

    components = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    part = plain.subgraph(sorted(components[0]))
    if len(part) == 1:
        return {}
    if len(part) == 2:  # too small for ARPACK; power iteration is exact here
        return dict(nx.eigenvector_centrality(part, weight="weight"))
    return dict(nx.eigenvector_centrality_numpy(part, weight="weight"))
