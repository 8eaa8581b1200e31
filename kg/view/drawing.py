"""The network as pyvis draws it: nodes with place, size and shape, edges with width and bend."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.network.build import relations
from kg.network.centrality import Centrality
from kg.network.projection import projection
from kg.rdf.contents import Contents, Node, Quote
from kg.records import Status
from kg.view.names import MEASURES, look
from kg.view.pinyin import pinyin
from kg.view.positions import positions

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

SIZED_BY = ("pagerank", "degree", "betweenness")  # the first unless the reader chooses
SMALLEST, LARGEST = 6.0, 27.0  # radii of nodes, pixels at scale 1
NAMED, NAMED_ROOM = 12, 30.0  # the most central get room around them for their names
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": False},
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}},
        "arrowStrikethrough": False,
        "hoverWidth": 0.8,
        "selectionWidth": 1.2,
        "smooth": False,
    },
}


def drawing(
    contents: Contents, graph: nx.MultiDiGraph, rows: Sequence[Centrality], quotes: list[Quote]
) -> Network:
    """A pyvis network of `graph`, ready for `generate_html` with a template.

    Beside what vis-network draws from, nodes and edges carry what the page tells of them; their
    `quotes` are positions in `quotes`, the sorted passages of the page.
    """
    from pyvis.network import Network

    number = {quote: position for position, quote in enumerate(quotes)}
    ranks = {row.id: (rank, row) for rank, row in enumerate(rows, start=1)}
    sizes = [_sizes({row.id: float(getattr(row, name)) for row in rows}) for name in SIZED_BY]
    # Room for whichever measure the reader lets the nodes be sized by.
    room = {
        row.id: max(by[row.id] for by in sizes) + (NAMED_ROOM if rank <= NAMED else 0.0)
        for rank, row in enumerate(rows, start=1)
    }
    plain = projection(graph)
    places = positions(plain, room, _ties(contents, plain))
    net = Network(directed=True, cdn_resources="in_line")
    net.node_ids = _Ids()
    net.set_options(json.dumps(OPTIONS))
    for node in contents.nodes:
        if node.id in graph:
            rank, row = ranks[node.id]
            scale = look(node.group).scale
            radii = [round(by[node.id] * scale, 1) for by in sizes]
            x, y = places[node.id]
            told = _told(node, row, number) | {"rank": rank, "sizes": radii}
            net.add_node(node.id, shape=look(node.group).shape, size=radii[0], x=x, y=y, **told)
    _add_edges(net, contents, graph, number)
    return net


class _Ids(list[str]):
    """The ids of a pyvis network, in which it looks up each node and each end of an edge."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def append(self, node: str) -> None:
        """Takes in an id."""
        self._known.add(node)
        super().append(node)

    def __contains__(self, node: object) -> bool:
        return node in self._known


def _told(node: Node, row: Centrality, number: Mapping[Quote, int]) -> dict[str, Any]:
    """What the page tells of a node."""
    return {
        "label": node.label,
        "group": node.group,
        "cls": node.cls,
        "code": node.code,
        "alt": list(node.alt_labels),
        "pinyin": [pinyin(name) for name in (node.label, *node.alt_labels)],
        "speeches": sorted(set(node.speeches)),
        "quotes": sorted({number[quote] for quote in node.quotes}),
        "community": row.community,
        "measures": [getattr(row, name) for name in MEASURES],
    }


def _add_edges(
    net: Network, contents: Contents, graph: nx.MultiDiGraph, number: dict[Quote, int]
) -> None:
    between: dict[frozenset[str], int] = {}
    for edge in relations(contents):
        if not graph.has_edge(edge.source, edge.target, edge.predicate):
            continue
        pair = frozenset((edge.source, edge.target))
        between[pair] = between.get(pair, 0) + 1
        options: dict[str, Any] = {}
        if between[pair] > 1:  # bend aside for those drawn before
            options["smooth"] = {
                "enabled": True,
                "type": "curvedCW",
                "roundness": round(0.12 * (between[pair] - 1), 2),
            }
        if edge.status != Status.REPORTED.value:
            options["dashes"] = [6, 5]
        elif not edge.quotes:  # from the glossary, no text states it
            options["dashes"] = [2, 4]
        net.add_edge(
            edge.source,
            edge.target,
            id=len(net.edges),
            predicate=edge.predicate,
            status=edge.status,
            authority=edge.authority,
            quotes=[number[quote] for quote in edge.quotes],
            width=round(min(1.0 + 0.5 * max(0, len(edge.quotes) - 1), 4.0), 1),
            **options,
        )


def _sizes(values: Mapping[str, float]) -> dict[str, float]:
    """Radii whose square grows with the value."""
    most = max(values.values(), default=0.0) or 1.0
    return {
        node: round(SMALLEST + (LARGEST - SMALLEST) * (value / most) ** 0.5, 1)
        for node, value in values.items()
    }


def _ties(contents: Contents, plain: nx.Graph) -> list[tuple[str, str]]:
    """What no relation joins to a speaking unit is drawn near those in whose speeches it is."""
    import networkx as nx

    units = {node.label: node.id for node in contents.nodes if node.group == "Unit"}
    speakers = {row.label: units[row.unit] for row in contents.speeches if row.unit in units}
    speeches = {node.id: sorted(set(node.speeches)) for node in contents.nodes}
    return [
        (node, speakers[speech])
        for part in nx.connected_components(plain)
        if part.isdisjoint(speakers.values())
        for node in sorted(part)
        for speech in speeches[node]
        if speech in speakers
    ]
