"""Makes the network of things and relations out of a graph's rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.rdf.contents import Contents, Edge, Node
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
        graph.add_node(node.id, **node_attributes(node))
    for edge in relations(contents):
        if edge.source in graph and edge.target in graph:
            graph.add_edge(
                edge.source,
                edge.target,
                key=edge.predicate,
                predicate=edge.predicate,
                weight=max(1, len(edge.quotes)),
                status=edge.status,
                speeches=len({quote.speech for quote in edge.quotes}),
            )
    return graph


def node_attributes(node: Node) -> dict[str, str | int]:
    """What a node of any projection carries; see `network`."""
    return {
        "label": node.label,
        "cls": node.cls,
        "group": node.group,
        "code": node.code,
        "alt_labels": SEPARATOR.join(node.alt_labels),
        "speeches": len(set(node.speeches)),
        "mentions": len(set(node.quotes)),
    }


def relations(contents: Contents) -> list[Edge]:
    """The edges of `contents` with rows of the same source, predicate and target made one.

    Sorted by that triple; passages are joined, and the status is reported before target before
    planned.
    """
    rows: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in contents.edges:
        rows.setdefault((edge.source, edge.predicate, edge.target), []).append(edge)
    return [_merged(rows[triple]) for triple in sorted(rows)]


def _merged(rows: list[Edge]) -> Edge:
    statuses = {row.status for row in rows}
    known = [status.value for status in Status if status.value in statuses]
    return replace(
        rows[0],
        status=known[0] if known else min(statuses),
        quotes=tuple(sorted({quote for row in rows for quote in row.quotes})),
        authority=max(row.authority for row in rows),
    )
