"""Leiden communities, by graspologic-native."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from random import Random

import networkx as nx
import numpy as np

from kg.network.backend.graph import CompactGraph

# Rounds of the whole algorithm, each from the last one's result: on graphs of some thousand nodes
# modularity no longer grows after about ten. Fewer on graphs of more edges, where each takes
# seconds.
ROUNDS, FEWER_ROUNDS, MANY_EDGES = 10, 3, 100_000


def leiden_labels(
    G: CompactGraph,
    seed: int,
    weight: str | None = "weight",
    resolution: float = 1,
    rounds: int | None = None,
) -> list[int]:
    """The community of each node by number, of one run from `seed` (below 2^64).

    Two runs of one graph and seed are the same. A graph without edges has a community for each
    node. Raises NetworkXError for weights that are negative or no number.

    Source: V. Traag and others, From Louvain to Leiden: guaranteeing well-connected communities,
    Scientific Reports 9, 5233 (2019).
    """
    import graspologic_native

    if not G.counts.nnz:
        return list(range(len(G)))
    if rounds is None:
        rounds = ROUNDS if G.number_of_edges() <= MANY_EDGES else FEWER_ROUNDS
    matrix = G.matrix(weight)
    if not (matrix.data >= 0).all() or np.isinf(matrix.data).any():
        raise nx.NetworkXError("communities need weights of 0 or more")
    _, found = graspologic_native.leiden_csr(
        matrix.indptr.astype(np.int64),
        matrix.indices.astype(np.int32),
        matrix.data.astype(np.float64),
        len(G),
        resolution=resolution,
        iterations=rounds,
        seed=seed,
    )
    return [found[number] for number in range(len(G))]


def leiden_communities(
    G: CompactGraph,
    weight: str | None = "weight",
    resolution: float = 1,
    max_level: int | None = None,
    seed: Random | None = None,
) -> list[set[Hashable]]:
    """The communities of `networkx.community.leiden_communities`.

    `max_level` must be None: the runs do not stop at a level.
    """
    labels = leiden_labels(G, (seed or Random()).getrandbits(63), weight, resolution)
    groups: dict[int, set[Hashable]] = {}
    for node, label in zip(G.nodes, labels, strict=True):
        groups.setdefault(label, set()).add(node)
    return list(groups.values())


def leiden_partitions(
    G: CompactGraph,
    weight: str | None = "weight",
    resolution: float = 1,
    seed: Random | None = None,
) -> Iterator[list[set[Hashable]]]:
    """The partitions of `networkx.community.leiden_partitions`, each better than the last.

    One for each round that raises modularity.
    """
    start = (seed or Random()).getrandbits(63)
    best = float("-inf")
    for rounds in range(1, ROUNDS + 1):
        labels = leiden_labels(G, start, weight, resolution, rounds)
        quality = modularity(G, labels, weight, resolution)
        if quality > best + 1e-12:
            best = quality
            groups: dict[int, set[Hashable]] = {}
            for node, label in zip(G.nodes, labels, strict=True):
                groups.setdefault(label, set()).add(node)
            yield list(groups.values())


def modularity(
    G: CompactGraph, labels: list[int], weight: str | None = "weight", resolution: float = 1
) -> float:
    """The modularity of a partition, as `networkx.community.modularity`; 0 without edges."""
    entries = G.matrix(weight).tocoo()
    loops = entries.row == entries.col
    data = np.where(loops, 2 * entries.data, entries.data)
    whole = data.sum()
    if not whole:
        return 0.0
    label = np.asarray(labels)
    inside = data[label[entries.row] == label[entries.col]].sum()
    strength = np.bincount(label[entries.row], weights=data)
    return float(inside / whole - resolution * np.square(strength / whole).sum())
