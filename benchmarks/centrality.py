"""Each measure by networkx and by the same call dispatched to the backend, side by side.

python benchmarks/centrality.py [--limit SECONDS] [EDGES …]

Prints for random graphs of 1,000, 10,000 and 100,000 edges (a third as many nodes, weights 1 to 5)
the seconds of both, conversion of the graph included, their ratio, and the largest difference
between their results. Where networkx would take longer than --limit (default 60), its time is
estimated from some sources, marked ≈, and results are compared on those. Then PageRank and Leiden
on 1,000,000 edges, with the peak memory of the process.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

import networkx as nx

BACKEND = "fayan"
SEED = 1
SOME = 30  # sources, or nodes, that a time is estimated from

Call = Callable[..., Any]
CALLS: dict[str, Call] = {
    "degree": lambda graph, **_: dict(graph.degree()),
    "strength": lambda graph, **_: dict(graph.degree(weight="weight")),
    "pagerank": nx.pagerank,
    "betweenness": nx.betweenness_centrality,
    "betweenness, 300 pivots": lambda graph, **more: nx.betweenness_centrality(
        graph, k=min(300, len(graph)), seed=SEED, **more
    ),
    "closeness": nx.closeness_centrality,
    "harmonic": nx.harmonic_centrality,
    "eigenvector (power)": lambda graph, **more: nx.eigenvector_centrality(
        graph, weight="weight", max_iter=1000, **more
    ),
    "eigenvector (Arnoldi)": lambda graph, **more: nx.eigenvector_centrality_numpy(
        graph, weight="weight", max_iter=10_000, **more
    ),
    "hits": lambda graph, **more: nx.hits(graph, max_iter=10_000, tol=0, **more),
    "k-core": nx.core_number,
    "bridges": lambda graph, **more: {frozenset(pair) for pair in nx.bridges(graph, **more)},
    "articulation points": lambda graph, **more: set(nx.articulation_points(graph, **more)),
    "assortativity": lambda graph, **_: nx.attribute_assortativity_coefficient(graph, "cls"),
}
# Left to networkx: nothing is quicker than its own loop over the edges once.
OWN = {"degree", "strength", "assortativity"}
# These take time by nodes × edges: the same call on some sources or nodes.
PARTS: dict[str, Call] = {
    "betweenness": lambda graph, **more: nx.betweenness_centrality(
        graph, k=SOME, seed=SEED, **more
    ),
    "betweenness, 300 pivots": lambda graph, **more: nx.betweenness_centrality(
        graph, k=SOME, seed=SEED, **more
    ),
    "closeness": lambda graph, **_: {
        node: nx.closeness_centrality(graph, node) for node in list(graph)[:SOME]
    },
    "harmonic": lambda graph, **_: nx.harmonic_centrality(graph, nbunch=list(graph)[:SOME]),
}


def timed(call: Call, *given: object, **more: object) -> tuple[float, Any]:
    started = time.perf_counter()
    result = call(*given, **more)
    return time.perf_counter() - started, result


def make(edges: int, connected: bool = False) -> nx.Graph:
    graph = nx.gnm_random_graph(edges // 3, edges, seed=SEED)
    draw = random.Random(SEED)
    for _, _, data in graph.edges(data=True):
        data["weight"] = draw.randint(1, 5)
    for node in graph:
        graph.nodes[node]["cls"] = draw.choice("abc")
    if connected:
        graph = graph.subgraph(max(nx.connected_components(graph), key=len)).copy()
    return graph


def difference(one: object, other: object) -> float:
    """The largest difference of two values, mappings of values, pairs of those, or sets."""
    if isinstance(one, set):
        return float(len(one ^ other))
    if isinstance(one, tuple):
        return max(difference(*pair) for pair in zip(one, other, strict=True))
    if isinstance(one, dict):
        return max(abs(value - other[key]) for key, value in one.items())
    return abs(float(one) - float(other))


def row(*cells: object) -> None:
    print(" | ".join(str(cell) for cell in cells), flush=True)


def measure(name: str, graph: nx.Graph, limit: float) -> None:
    call, nodes = CALLS[name], len(graph)
    if name in OWN:
        row(name, f"{timed(call, graph)[0]:.3f}", "networkx itself", "", "")
        return
    mark, compared = "", "all"
    graph.__networkx_cache__.clear()
    ours, result = timed(call, graph, backend=BACKEND)
    if name in PARTS and nodes > SOME:
        theirs, expected = timed(PARTS[name], graph)
        wanted = min(300, nodes) if "pivots" in name else nodes
        if theirs * wanted / SOME > limit:
            mark, theirs = "≈", theirs * wanted / SOME
            compared = f"{SOME} nodes" if name in ("closeness", "harmonic") else f"{SOME} pivots"
            if "betweenness" in name:
                result = PARTS[name](graph, backend=BACKEND)
        else:
            theirs, expected = timed(call, graph)
    else:
        theirs, expected = timed(call, graph)
    agreement = f"{difference(expected, result):.1e} ({compared})"
    row(name, f"{mark}{theirs:.3f}", f"{ours:.3f}", f"{mark}{theirs / ours:.1f}", agreement)


def leiden(graph: nx.Graph) -> None:
    """networkx has no Leiden of its own: Louvain stands beside it, and modularity for agreement."""
    graph.__networkx_cache__.clear()
    ours, found = timed(nx.community.leiden_communities, graph, seed=SEED, backend=BACKEND)
    theirs, louvain = timed(nx.community.louvain_communities, graph, seed=SEED)
    quality = [nx.community.modularity(graph, groups) for groups in (louvain, found)]
    told = "modularity {:.4f} (Louvain), {:.4f} (Leiden)".format(*quality)
    row("leiden (networkx: Louvain)", f"{theirs:.3f}", f"{ours:.3f}", f"{theirs / ours:.1f}", told)


def side_by_side(sizes: Iterable[int], limit: float) -> None:
    for edges in sizes:
        graph, part = make(edges), make(edges, connected=True)
        print(f"\n{edges:,} edges, {len(graph):,} nodes")
        row("measure", "networkx s", "dispatched s", "ratio", "largest difference")
        for name in CALLS:
            measure(name, part if "eigenvector" in name else graph, limit)
        leiden(graph)


def million() -> None:
    """Run in a process of its own, for its peak memory."""
    graph = make(1_000_000)
    print(f"\n{graph.number_of_edges():,} edges, {len(graph):,} nodes")
    row("measure", "seconds", "")
    seconds, rank = timed(nx.pagerank, graph, backend=BACKEND)
    row("pagerank", f"{seconds:.1f}", f"sums to {sum(rank.values()):.9f}")
    graph.__networkx_cache__.clear()
    seconds, found = timed(nx.community.leiden_communities, graph, seed=SEED, backend=BACKEND)
    row("leiden", f"{seconds:.1f}", f"modularity {nx.community.modularity(graph, found):.4f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    row("peak memory, networkx's own graph included", f"{peak:.2f} GB", "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edges", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--million", action="store_true", help="only the graph of 1,000,000 edges")
    given = parser.parse_args()
    # Not what a library takes to load.
    nx.pagerank(nx.path_graph(3), backend=BACKEND)
    nx.community.leiden_communities(nx.path_graph(3), backend=BACKEND)
    nx.core_number(nx.path_graph(3), backend=BACKEND)
    if given.million:
        million()
        return
    side_by_side(given.edges, given.limit)
    subprocess.run([sys.executable, __file__, "--million"], check=True)


if __name__ == "__main__":
    main()
