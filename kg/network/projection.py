"""The plain network that centrality and communities are computed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def projection(graph: nx.Graph) -> nx.Graph:
    """`graph` undirected and simple: who is related to whom, and by how many passages.

    All edges between two nodes, of either direction and any predicate, become one whose `weight`
    is the sum of theirs; relations of a node with itself are dropped. Nodes keep their order and
    attributes, edges come sorted.
    """
    import networkx as nx

    weights: dict[tuple[str, str], float] = {}
    for source, target, weight in graph.edges(data="weight"):
        if source != target:
            pair = (min(source, target), max(source, target))
            weights[pair] = weights.get(pair, 0) + weight
    plain = nx.Graph()
    plain.add_nodes_from(graph.nodes(data=True))
    plain.add_weighted_edges_from((*pair, weights[pair]) for pair in sorted(weights))
    return plain
