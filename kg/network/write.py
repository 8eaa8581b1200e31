"""Writes the network as GraphML."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

# Control characters that XML 1.0 has no way to write, nor any parser to read.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def graphml(graph: nx.MultiDiGraph) -> bytes:
    """`graph` as a UTF-8 GraphML document, the same bytes for the same network.

    Attributes keep their names (Gephi takes `label` and `weight` as its own). Edge ids are `e1`,
    `e2` … in order, since readers drop a second edge of one id; the key of each edge is its
    attribute `predicate`. `networkx.read_graphml(…, force_multigraph=True)` reads it back.
    """
    import networkx as nx

    numbered = nx.MultiDiGraph()
    numbered.add_nodes_from(graph.nodes(data=True))
    for number, (source, target, data) in enumerate(graph.edges(data=True), start=1):
        numbered.add_edge(source, target, key=f"e{number}", **data)
    stream = io.BytesIO()
    nx.write_graphml_xml(numbered, stream)
    return _NOT_XML.sub("\ufffd", stream.getvalue().decode("utf-8")).encode("utf-8") + b"\n"
