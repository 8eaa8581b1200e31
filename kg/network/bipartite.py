"""Networks of two kinds of node, and what they say of one kind: who shares how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from kg.network.build import SEPARATOR, node_attributes, relations
from kg.rdf.contents import Contents, Edge

if TYPE_CHECKING:
    import networkx as nx


def bipartite(
    contents: Contents, left: str, right: str, predicates: Collection[str] = ()
) -> nx.Graph:
    """Who of group `left` is related to what of group `right`, in either direction.

    Nodes carry `bipartite` (0 left, 1 right, as networkx has it) beside the attributes of the whole
    network; those without a relation are left out. Edges carry `weight` (passages that state a
    relation between the two, at least 1 for each predicate), `predicates` (joined with " | ") and
    `speeches` (how many state one). `predicates` given, only these count. Nodes and edges sorted.
    """
    import networkx as nx

    nodes = {node.id: node for node in contents.nodes if node.group in (left, right)}
    between: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in relations(contents):
        if predicates and edge.predicate not in predicates:
            continue
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            ends = nodes.get(one), nodes.get(other)
            if [end and end.group for end in ends] == [left, right]:
                between[one, other].append(edge)
    graph = nx.Graph()
    for side in (0, 1):
        for name in sorted({pair[side] for pair in between}):
            graph.add_node(name, bipartite=side, **node_attributes(nodes[name]))
    for pair, edges in sorted(between.items()):
        graph.add_edge(
            *pair,
            weight=sum(max(1, len(edge.quotes)) for edge in edges),
            predicates=SEPARATOR.join(sorted({edge.predicate for edge in edges})),
            speeches=len({quote.speech for edge in edges for quote in edge.quotes}),
        )
    return graph


def one_mode(graph: nx.Graph, side: int, weight: str = "count") -> nx.Graph:
    """The nodes of one `side` (0 or 1) of a bipartite graph, joined where they share a neighbour.

    Edges carry `shared` (labels of what is shared, joined with " | ") and three weights, the one
    named in `weight` again as `weight`:

    * `count`: how many neighbours they share;
    * `jaccard`: of all neighbours of either, the share that both have, above 0 to 1;
    * `newman`: each shared neighbour adds 1/(k - 1), where k nodes share it, so that what all have
      binds less (hyperbolic weight; M. Newman, Scientific collaboration networks II, Physical
      Review E 64, 016132, 2001).

    Nodes that share nothing stay in it.
    """
    chosen = [name for name, data in graph.nodes(data=True) if data["bipartite"] == side]
    labels = dict(graph.nodes(data="label"))
    sharing = {
        str(labels[name]): sorted(graph[name])
        for name, data in graph.nodes(data=True)
        if data["bipartite"] != side
    }
    kept = {
        name: {key: value for key, value in graph.nodes[name].items() if key != "bipartite"}
        for name in chosen
    }
    return shared(kept, sharing.items(), weight)


def shared(
    nodes: dict[str, dict[str, str | int]],
    groups: Iterable[tuple[str, Collection[str]]],
    weight: str = "count",
    *,
    named: bool = True,
) -> nx.Graph:
    """`nodes` (id to attributes), joined where they come in one of `groups` together.

    A group is its label and its members, each once. See `one_mode` for the edges; `shared` is left
    out unless `named`.
    """
    import networkx as nx

    degree: dict[str, int] = defaultdict(int)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    newman: dict[tuple[str, str], float] = defaultdict(float)
    common: dict[tuple[str, str], list[str]] = defaultdict(list)
    for label, members in groups:
        for name in members:
            degree[name] += 1
        for pair in combinations(sorted(members), 2):
            counts[pair] += 1
            newman[pair] += 1 / (len(members) - 1)
            if named:
                common[pair].append(label)
    graph = nx.Graph()
    graph.add_nodes_from(nodes.items())
    for pair, count in sorted(counts.items()):
        weights = {
            "count": count,
            "jaccard": count / (degree[pair[0]] + degree[pair[1]] - count),
            "newman": newman[pair],
        }
        told = {"shared": SEPARATOR.join(sorted(common[pair]))} if named else {}
        graph.add_edge(*pair, weight=weights[weight], **weights, **told)
    return graph
