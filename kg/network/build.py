"""Makes the network of things and relations out of a graph's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.rdf.contents import Contents, Quote
from kg.records import EntityClass, Status

if TYPE_CHECKING:
    import networkx as nx

# They say how the other things came to be spoken of; as nodes they would tie all to all.
LEFT_OUT = frozenset(
    {EntityClass.POST.value, EntityClass.MEETING.value, EntityClass.SPEECH.value, "Indicator"}
)
SEPARATOR = " | "


def network(contents: Contents) -> nx.MultiDiGraph:
    """The directed network of `contents`; nodes without a relation stay in it.

    Node keys are node ids, edge keys predicates. Every attribute is a string or an int, so that
    any GraphML reader takes them:

    * nodes: `label`, `cls`, `group`, `code` ("" if none), `alt_labels` (joined with " | "),
      `speeches` (how many mention it), `mentions` (how many passages do);
    * edges: `predicate`, `weight` (how many passages state it; 1 where the glossary does),
      `status`, `speeches` (how many state it).

    Posts, meetings, speeches and indicators are left out, and relations with them. Two rows of
    one relation become one edge, Reported if either is. Nodes and edges come sorted.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in sorted(contents.nodes, key=lambda node: node.id):
        if node.cls in LEFT_OUT:
            continue
        graph.add_node(
            node.id,
            label=node.label,
            cls=node.cls,
            group=node.group,
            code=node.code,
            alt_labels=SEPARATOR.join(node.alt_labels),
            speeches=len(set(node.speeches)),
            mentions=len(set(node.quotes)),
        )
    for (source, predicate, target), (quotes, status) in relations(contents).items():
        if source in graph and target in graph:
            graph.add_edge(
                source,
                target,
                key=predicate,
                predicate=predicate,
                weight=max(1, len(quotes)),
                status=status,
                speeches=len({quote.speech for quote in quotes}),
            )
    return graph


def relations(
    contents: Contents,
) -> dict[tuple[str, str, str], tuple[tuple[Quote, ...], str]]:
    """Passages and status of each (source, predicate, target), sorted by that triple."""
    quotes: dict[tuple[str, str, str], set[Quote]] = {}
    status: dict[tuple[str, str, str], set[str]] = {}
    for edge in contents.edges:
        triple = (edge.source, edge.predicate, edge.target)
        quotes.setdefault(triple, set()).update(edge.quotes)
        status.setdefault(triple, set()).add(edge.status)
    return {
        triple: (tuple(sorted(quotes[triple])), _one(status[triple])) for triple in sorted(quotes)
    }


def _one(statuses: set[str]) -> str:
    """What counts of several: reported before target before planned."""
    known = [status.value for status in Status if status.value in statuses]
    return known[0] if known else min(statuses)
