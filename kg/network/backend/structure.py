"""Cores, bridges and articulation points, by rustworkx."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import networkx as nx

from kg.network.backend.graph import CompactGraph


def core_number(G: CompactGraph) -> dict[Hashable, int]:
    """As `networkx.core_number`, of undirected graphs."""
    import rustworkx

    if G.counts.trace():
        raise nx.NetworkXNotImplemented("Input graph has self loops which is not permitted")
    cores: Any = rustworkx.core_number(G.rustworkx)
    return G.by_node(cores[number] for number in range(len(G)))


def articulation_points(G: CompactGraph) -> Iterator[Hashable]:
    """As `networkx.articulation_points`, in the order of the nodes."""
    import rustworkx

    return (G.nodes[number] for number in sorted(rustworkx.articulation_points(G.rustworkx)))


def bridges(G: CompactGraph, root: Hashable | None = None) -> Iterator[tuple[Hashable, Hashable]]:
    """As `networkx.bridges`, sorted by the order of the nodes.

    With `root`, only those of its component.
    """
    import rustworkx

    if root is not None and root not in G.index:
        raise nx.NodeNotFound(f"Root node {root} is not in graph")
    found = sorted((min(pair), max(pair)) for pair in rustworkx.bridges(G.rustworkx))
    if root is not None:
        near = rustworkx.node_connected_component(G.rustworkx, G.index[root])
        found = [pair for pair in found if pair[0] in near]
    return ((G.nodes[one], G.nodes[other]) for one, other in found)
