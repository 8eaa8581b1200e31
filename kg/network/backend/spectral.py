"""PageRank, eigenvector centrality and HITS: the same iterations as networkx, on kept arrays."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import networkx as nx
import numpy as np
import scipy.sparse
import scipy.sparse.linalg

from kg.network.backend.graph import CompactGraph, Floats

Values = Mapping[Hashable, float]


def pagerank(
    G: CompactGraph,
    alpha: float = 0.85,
    personalization: Values | None = None,
    max_iter: int = 100,
    tol: float = 1.0e-6,
    nstart: Values | None = None,
    weight: str | None = "weight",
    dangling: Values | None = None,
) -> dict[Hashable, float]:
    """As `networkx.pagerank`: it stops after the same round, so that the digits agree."""
    size = len(G)
    if not size:
        return {}
    matrix = G.matrix(weight)
    strength = matrix.sum(axis=1)
    ends = strength == 0
    share = np.divide(1.0, strength, out=np.zeros(size), where=~ends)
    step = matrix.T.tocsr()
    uniform = np.full(size, 1 / size)
    chosen = uniform if personalization is None else _vector(G, personalization)
    leaving = chosen if dangling is None else _vector(G, dangling)
    rank = uniform if nstart is None else _vector(G, nstart)
    for _ in range(max_iter):
        last = rank
        rank = alpha * (step @ (share * rank) + rank[ends].sum() * leaving) + (1 - alpha) * chosen
        if np.abs(rank - last).sum() < size * tol:
            return G.by_node(rank.tolist())
    raise nx.PowerIterationFailedConvergence(max_iter)


def _vector(G: CompactGraph, values: Values) -> Floats:
    """`values` by number, 0 where a node has none, summing to 1."""
    vector: Floats = np.array([values.get(node, 0) for node in G], dtype=float)
    whole = float(vector.sum())
    if whole == 0:
        raise ZeroDivisionError
    vector /= whole
    return vector


def eigenvector_centrality(
    G: CompactGraph,
    max_iter: int = 100,
    tol: float = 1.0e-6,
    nstart: Values | None = None,
    weight: str | None = None,
) -> dict[Hashable, float]:
    """As `networkx.eigenvector_centrality`, round by round."""
    size = len(G)
    if not size:
        raise nx.NetworkXPointlessConcept("cannot compute centrality for the null graph")
    if nstart is not None and not any(nstart.values()):
        raise nx.NetworkXError("initial vector cannot have all zero values")
    step = G.matrix(weight).T.tocsr()
    vector = np.full(size, 1 / size) if nstart is None else _vector(G, nstart)
    for _ in range(max_iter):
        last = vector
        vector = last + step @ last
        vector /= np.linalg.norm(vector) or 1
        if np.abs(vector - last).sum() < size * tol:
            return G.by_node(vector.tolist())
    raise nx.PowerIterationFailedConvergence(max_iter)


def eigenvector_centrality_numpy(
    G: CompactGraph, weight: str | None = None, max_iter: int = 50, tol: float = 0
) -> dict[Hashable, float]:
    """As `networkx.eigenvector_centrality_numpy`, of undirected graphs, from a fixed start."""
    size = len(G)
    if not size:
        raise nx.NetworkXPointlessConcept("cannot compute centrality for the null graph")
    if scipy.sparse.csgraph.connected_components(G.counts, return_labels=False) > 1:
        raise nx.AmbiguousSolution(
            "eigenvector_centrality_numpy does not give consistent results for disconnected graphs"
        )
    _, vectors = scipy.sparse.linalg.eigsh(
        G.matrix(weight),
        k=1,
        which="LA",
        v0=np.full(size, size**-0.5),
        maxiter=max_iter,
        tol=tol,
    )
    vector = vectors[:, 0]
    vector *= np.sign(vector.sum()) / np.linalg.norm(vector)
    return G.by_node(vector.tolist())


def hits(
    G: CompactGraph,
    max_iter: int = 100,
    tol: float = 1.0e-8,
    nstart: Values | None = None,
    normalized: bool = True,
) -> tuple[dict[Hashable, float], dict[Hashable, float]]:
    """As `networkx.hits`: hubs and authorities.

    networkx starts at random unless `nstart` is given, and stops at `tol`; here the start is
    fixed and `tol` is machine precision, so that two runs agree.
    """
    size = len(G)
    if not size:
        return {}, {}
    if max_iter <= 0:
        raise nx.PowerIterationFailedConvergence(max_iter)
    weights = G.matrix("weight")
    start = np.ones(size) if nstart is None else np.array([nstart[node] for node in G])
    try:
        _, _, found = scipy.sparse.linalg.svds(weights, k=1, v0=start, maxiter=max_iter, tol=0)
    except scipy.sparse.linalg.ArpackNoConvergence:
        raise nx.PowerIterationFailedConvergence(max_iter) from None
    authority = found[0]
    hub = weights @ authority
    if normalized:
        hub, authority = hub / hub.sum(), authority / authority.sum()
    return G.by_node(hub.tolist()), G.by_node(authority.tolist())
