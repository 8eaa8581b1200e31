"""Betweenness, closeness and harmonic centrality: what shortest paths tell, unweighted."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from random import Random

import networkx as nx
import numpy as np

from kg.network.backend.graph import CompactGraph, Floats
from kg.network.backend.walks import dependencies, distances

ONE_THREAD = 2**62


def betweenness_centrality(
    G: CompactGraph,
    k: int | None = None,
    normalized: bool = True,
    weight: None = None,
    endpoints: bool = False,
    seed: Random | None = None,
) -> dict[Hashable, float]:
    """As `networkx.betweenness_centrality`; of the same `seed` the pivots are the same."""
    import rustworkx

    if k is not None and k != len(G):
        return _sampled(G, k, normalized, endpoints, seed or Random())
    found = rustworkx.betweenness_centrality(G.rustworkx, normalized, endpoints, **_threads())
    return G.by_node(found[number] for number in range(len(G)))


def edge_betweenness_centrality(
    G: CompactGraph,
    k: None = None,
    normalized: bool = True,
    weight: None = None,
    seed: Random | None = None,
) -> dict[tuple[Hashable, Hashable], float]:
    """As `networkx.edge_betweenness_centrality` of all sources."""
    import rustworkx

    found = rustworkx.edge_betweenness_centrality(G.rustworkx, normalized, **_threads())
    edges = G.rustworkx.edge_list()
    loops = {(G.nodes[number],) * 2: 0.0 for number in G.counts.diagonal().nonzero()[0]}
    return {
        (G.nodes[one], G.nodes[other]): found[place] for place, (one, other) in enumerate(edges)
    } | loops


def _threads() -> dict[str, int]:
    return {} if nx.config.backends.fayan.parallel else {"parallel_threshold": ONE_THREAD}


def _sampled(
    G: CompactGraph, k: int, normalized: bool, endpoints: bool, seed: Random
) -> dict[Hashable, float]:
    if not k:
        raise ZeroDivisionError("k must be at least 1")
    pivots = np.array([G.index[node] for node in seed.sample(G.nodes, k)], dtype=np.int64)
    found = dependencies(G, pivots, endpoints=endpoints)
    targets = len(G) - (not endpoints)
    if targets < 2:
        return G.by_node(found.tolist())
    pairs = (targets - 1) if normalized else (1 if G.is_directed() else 2) / targets
    # Unless ends count, no path that starts at a pivot passes through it: it has k - 1 pivots.
    others = np.full(len(G), float(k))
    if not endpoints:
        others[pivots] -= 1
    with np.errstate(divide="ignore", invalid="ignore"):
        return G.by_node((found / (others * pairs)).tolist())


def closeness_centrality(
    G: CompactGraph, u: Hashable | None = None, distance: None = None, wf_improved: bool = True
) -> dict[Hashable, float]:
    """As `networkx.closeness_centrality` of all nodes."""
    found = distances(G, np.arange(len(G)))
    total = np.maximum(found.total, 1)
    close = found.reached / total
    if wf_improved and len(G) > 1:
        close *= found.reached / (len(G) - 1)
    return G.by_node(close.tolist())


def harmonic_centrality(
    G: CompactGraph,
    nbunch: Iterable[Hashable] | Hashable | None = None,
    distance: None = None,
    sources: Iterable[Hashable] | Hashable | None = None,
) -> dict[Hashable, float]:
    """As `networkx.harmonic_centrality`."""
    found: Floats = distances(G, np.array(_numbers(G, sources), dtype=np.int64)).inverse
    return {G.nodes[number]: float(found[number]) for number in _numbers(G, nbunch)}


def _numbers(G: CompactGraph, nodes: Iterable[Hashable] | Hashable | None) -> list[int]:
    """What `networkx.Graph.nbunch_iter` gives: all, one, or those of several that are there."""
    if nodes is None:
        return list(range(len(G)))
    if isinstance(nodes, Hashable) and nodes in G.index:
        return [G.index[nodes]]
    if not isinstance(nodes, Iterable):
        raise nx.NetworkXError(f"Node {nodes} is not in the graph.")
    return sorted({G.index[node] for node in nodes if node in G.index})
