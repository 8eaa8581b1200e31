"""Which things are named together, in one sentence or in one speech."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from kg.network.bipartite import shared
from kg.network.build import LEFT_OUT, node_attributes
from kg.rdf.contents import Contents

if TYPE_CHECKING:
    import networkx as nx


def mentions(
    contents: Contents, within: Literal["sentence", "speech"], weight: str = "count"
) -> nx.Graph:
    """Things joined where one sentence, or one speech, names both.

    Nodes are those of the whole network with its attributes. Edges carry `count` (sentences or
    speeches that name both), `jaccard`, `newman` and `weight`, see `kg.network.bipartite.one_mode`;
    `newman` lets a long list that names many things bind each pair less.
    """
    nodes = {node.id: node_attributes(node) for node in contents.nodes if node.cls not in LEFT_OUT}
    named: dict[tuple[str | int, ...], set[str]] = defaultdict(set)
    for node in contents.nodes:
        if node.id in nodes:
            for quote in node.quotes:
                place = (
                    (quote.speech,) if within == "speech" else (quote.file, quote.start, quote.end)
                )
                named[place].add(node.id)
    groups = ((str(place[0]), named[place]) for place in sorted(named, key=str))
    return shared(nodes, groups, weight, named=False)
