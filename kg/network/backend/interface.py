"""The entry point that networkx calls: what can run, what should, and the conversions."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from kg.network.backend.graph import CompactGraph, compact
from kg.network.backend.leiden import leiden_communities, leiden_partitions
from kg.network.backend.paths import (
    betweenness_centrality,
    closeness_centrality,
    edge_betweenness_centrality,
    harmonic_centrality,
)
from kg.network.backend.spectral import (
    eigenvector_centrality,
    eigenvector_centrality_numpy,
    hits,
    pagerank,
)
from kg.network.backend.structure import articulation_points, bridges, core_number

__all__ = [
    "articulation_points",
    "betweenness_centrality",
    "bridges",
    "can_run",
    "closeness_centrality",
    "convert_from_nx",
    "convert_to_nx",
    "core_number",
    "edge_betweenness_centrality",
    "eigenvector_centrality",
    "eigenvector_centrality_numpy",
    "harmonic_centrality",
    "hits",
    "leiden_communities",
    "leiden_partitions",
    "pagerank",
    "should_run",
]

# By function, the arguments that must be None, and the kinds of graph that are left to networkx.
_NONE = {
    "betweenness_centrality": ("weight",),
    "closeness_centrality": ("distance", "u"),
    "edge_betweenness_centrality": ("k", "weight"),
    "harmonic_centrality": ("distance",),
    "leiden_communities": ("max_level",),
}
_NO_MULTIGRAPH = {"bridges", "core_number", "edge_betweenness_centrality"}
_NO_DIRECTED = {"core_number", "eigenvector_centrality_numpy"}


def can_run(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool | str:
    """Whether the function `name` of networkx runs here with these arguments; else why not."""
    function: Callable[..., Any] = globals()[name]
    given = inspect.signature(function).bind(*args, **kwargs).arguments
    graph = given["G"]
    for argument in _NONE.get(name, ()):
        if given.get(argument) is not None:
            return f"{argument} is left to networkx"
    if callable(given.get("weight")):
        return "a weight that is a function is left to networkx"
    if name in _NO_MULTIGRAPH and graph.is_multigraph():
        return "multigraphs are left to networkx"
    if name in _NO_DIRECTED and graph.is_directed():
        return "directed graphs are left to networkx"
    return True


def should_run(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool | str:
    """Whether the graph has `least_edges` of the configuration; Leiden always should."""
    graph = args[0] if args else kwargs["G"]
    least = nx.config.backends.fayan.least_edges
    if name.startswith("leiden") or graph.number_of_edges() >= least:
        return True
    return f"networkx is quick enough below {least} edges"


def convert_from_nx(
    graph: nx.Graph,
    *,
    edge_attrs: Mapping[str, float] | None = None,
    preserve_edge_attrs: bool = False,
    **_unused: object,
) -> CompactGraph:
    """`graph` as arrays, with the edge attributes that the function called needs."""
    return compact(graph, edge_attrs or ({"weight": 1} if preserve_edge_attrs else None))


def convert_to_nx(result: object, **_unused: object) -> object:
    """A result as networkx gives it; CompactGraphs become graphs of networkx again."""
    if not isinstance(result, CompactGraph):
        return result
    kinds = {
        (False, False): nx.Graph,
        (True, False): nx.DiGraph,
        (False, True): nx.MultiGraph,
        (True, True): nx.MultiDiGraph,
    }
    graph = kinds[result.is_directed(), result.is_multigraph()]()
    graph.add_nodes_from(result.nodes)
    entries = result.counts.tocoo()
    for place, (row, column) in enumerate(zip(entries.row, entries.col, strict=True)):
        if result.is_directed() or row <= column:
            for _ in range(int(entries.data[place])):
                data = {name: float(of[place]) for name, of in result.attributes.items()}
                graph.add_edge(result.nodes[row], result.nodes[column], **data)
    return graph
