"""Writes a network in the formats of other programs; the same network gives the same bytes."""

from __future__ import annotations

import io
import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.spreadsheet import spreadsheet

if TYPE_CHECKING:
    import networkx as nx

# Control characters that XML 1.0 has no way to write, nor any parser to read.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# networkx writes the day of writing into GEXF.
_DAY = re.compile(r' lastmodifieddate="[^"]*"')


class Format(StrEnum):
    """The formats a network is written in; the value is also the end of the file's name."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CYTOSCAPE = "cytoscape"
    CSV = "csv"
    NPZ = "npz"

    @property
    def suffix(self) -> str:
        """The usual end of a file's name."""
        return ".cyjs" if self is Format.CYTOSCAPE else f".{self}"


def write(graph: nx.Graph, form: Format) -> dict[str, bytes]:
    """The files of a network by the end of their names.

    One file `form.suffix`, in CSV two: `.csv` has the edges, `.nodes.csv` the nodes.
    """
    if form is Format.CSV:
        return {".csv": edges_csv(graph), ".nodes.csv": nodes_csv(graph)}
    writers = {
        Format.GRAPHML: graphml,
        Format.GEXF: gexf,
        Format.CYTOSCAPE: cytoscape,
        Format.NPZ: npz,
    }
    return {form.suffix: writers[form](graph)}


def graphml(graph: nx.Graph) -> bytes:
    """`graph` as a UTF-8 GraphML document, the same bytes for the same network.

    Attributes keep their names (Gephi takes `label` and `weight` as its own). Edge ids are `e1`,
    `e2` … in order, since readers drop a second edge of one id; the key of each edge is its
    attribute `predicate`. `networkx.read_graphml(…, force_multigraph=True)` reads it back.
    """
    import networkx as nx

    stream = io.BytesIO()
    nx.write_graphml_xml(_numbered(graph), stream)
    return _xml(stream.getvalue().decode("utf-8"))


def gexf(graph: nx.Graph) -> bytes:
    """`graph` as a UTF-8 GEXF 1.2 document for Gephi, with edge ids as in GraphML."""
    import networkx as nx

    numbered = _numbered(graph)
    for _, _, key, data in numbered.edges(keys=True, data=True):
        data["id"] = key
    stream = io.BytesIO()
    nx.write_gexf(numbered, stream)
    return _xml(_DAY.sub("", stream.getvalue().decode("utf-8"), count=1))


def cytoscape(graph: nx.Graph) -> bytes:
    """`graph` as Cytoscape JSON; `networkx.cytoscape_graph` reads it back."""
    import networkx as nx

    data = nx.cytoscape_data(graph, name="label")
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def edges_csv(graph: nx.Graph) -> bytes:
    """One row an edge: `source`, `target`, `source_label`, `target_label`, then its attributes."""
    labels = dict(graph.nodes(data="label"))
    names = sorted({name for _, _, data in graph.edges(data=True) for name in data})
    return spreadsheet(
        ("source", "target", "source_label", "target_label", *names),
        (
            (one, other, labels[one], labels[other], *(data.get(name, "") for name in names))
            for one, other, data in graph.edges(data=True)
        ),
    )


def nodes_csv(graph: nx.Graph) -> bytes:
    """One row a node: `id`, then its attributes."""
    names = sorted({name for _, data in graph.nodes(data=True) for name in data})
    return spreadsheet(
        ("id", *names),
        ((node, *(data.get(name, "") for name in names)) for node, data in graph.nodes(data=True)),
    )


def npz(graph: nx.Graph) -> bytes:
    """The adjacency matrix of `weight` as NumPy arrays, parallel edges summed.

    `scipy.sparse.load_npz` reads the matrix; `numpy.load` also has `nodes` and `labels`, the id and
    the label of each row.
    """
    import numpy as np

    from kg.network.backend.graph import compact

    matrix = compact(graph, {"weight": 1}).matrix("weight")
    matrix.sort_indices()
    stream = io.BytesIO()
    np.savez(
        stream,
        indices=matrix.indices.astype("<i8"),
        indptr=matrix.indptr.astype("<i8"),
        format=np.array(b"csr"),
        shape=np.array(matrix.shape, dtype="<i8"),
        data=matrix.data.astype("<f8"),
        nodes=np.array(list(graph), dtype=str),
        labels=np.array([label for _, label in graph.nodes(data="label")], dtype=str),
    )
    return stream.getvalue()


def _numbered(graph: nx.Graph) -> nx.MultiGraph:
    """`graph` as a multigraph whose edges have the keys `e1`, `e2` … in order."""
    import networkx as nx

    numbered = nx.MultiDiGraph() if graph.is_directed() else nx.MultiGraph()
    numbered.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True))
    for number, (source, target, data) in enumerate(graph.edges(data=True), start=1):
        numbered.add_edge(source, target, key=f"e{number}", **data)
    return numbered


def _xml(text: str) -> bytes:
    return _NOT_XML.sub("\ufffd", text).encode("utf-8") + b"\n"
