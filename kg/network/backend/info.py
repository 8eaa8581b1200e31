"""What networkx is told of the backend when it is imported; nothing heavy is loaded here."""

from __future__ import annotations

from typing import Any

NAME = "fayan"
LEAST_EDGES = 1000

FUNCTIONS = {
    "articulation_points": "rustworkx.",
    "betweenness_centrality": "rustworkx; with `k`, all pivots at once in numpy. No weights.",
    "bridges": "rustworkx. No multigraphs.",
    "closeness_centrality": "Breadth-first from 512 nodes at once. No distances.",
    "core_number": "rustworkx. Undirected only.",
    "edge_betweenness_centrality": "rustworkx. No weights, no pivots, no multigraphs.",
    "eigenvector_centrality": "scipy, the same iteration.",
    "eigenvector_centrality_numpy": "scipy, symmetric Lanczos. Undirected only.",
    "harmonic_centrality": "Breadth-first from 512 nodes at once. No distances.",
    "hits": "scipy, to machine precision from a fixed start.",
    "leiden_communities": "graspologic-native; networkx itself has none.",
    "leiden_partitions": "graspologic-native; networkx itself has none.",
    "pagerank": "scipy, the same iteration.",
}


def info() -> dict[str, Any]:
    """The metadata that networkx reads from the entry point `networkx.backend_info`.

    `nx.config.backends.fayan` holds the settings: graphs of fewer edges than `least_edges` are left
    to networkx unless `backend="fayan"` is asked for; `parallel` lets rustworkx use all cores,
    which is faster and makes the last bit of a sum depend on chance.
    """
    return {
        "backend_name": NAME,
        "project": "fayan",
        "package": "kg",
        "short_summary": "rustworkx, graspologic-native and scipy for graphs that are not small.",
        "functions": {name: {"additional_docs": told} for name, told in FUNCTIONS.items()},
        "default_config": {"least_edges": LEAST_EDGES, "parallel": False},
    }
