"""Writes a graph as CSV files for `neo4j-admin database import`: each edge with its quotes.

Arrays are joined with U+001F, which no text holds, because names and quotes hold every other mark;
`COMMAND` tells Neo4j so.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from kg.rdf.contents import Contents, FigureRow, Quote
from kg.rdf.terms import KG, kg, path_of, term

NODES, FIGURES, EDGES = "neo4j-nodes.csv", "neo4j-observations.csv", "neo4j-relationships.csv"
COMMAND = (
    f"neo4j-admin database import full --nodes={NODES} --nodes={FIGURES}"
    f" --relationships={EDGES} --array-delimiter=U+001F --multiline-fields=true"
)
_SEPARATOR = "\x1f"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

_NODE_HEADER = ("id:ID", ":LABEL", "label", "alt_labels:string[]", "code", "headline", "date")
_FIGURE_HEADER = (
    *("id:ID", ":LABEL", "unit", "indicator", "indicator_text", "kind", "comparator"),
    *("value:double", "unit_text", "amount:double", "base_unit", "area", "period", "share_of"),
    *("about", "status", "quote", "file", "start:long", "end:long"),
)
_EDGE_HEADER = (
    *(":START_ID", ":END_ID", ":TYPE", "status", "authority"),
    *("quotes:string[]", "files:string[]", "starts:long[]", "ends:long[]"),
)
# The edges that are plain triples; the others come with quotes.
_PLAIN = {
    "ABOUT": kg("about"),
    "AT_MEETING": kg("atMeeting"),
    "DELIVERED_BY": kg("deliveredBy"),
    "HOLDS": term("org:holds"),
    "INDICATOR": kg("indicator"),
    "ON_BEHALF_OF": kg("onBehalfOf"),
    "POST_IN": term("org:postIn"),
    "REPORTS": kg("reports"),
}
Row = Sequence[str | int]


def tables(store: ox.Store, contents: Contents) -> dict[str, bytes]:
    """The CSV files by name, UTF-8; `contents` are the rows of `store`.

    A node's labels are its class and its group; ids are paths of IRIs.
    """
    return {
        NODES: _csv(_NODE_HEADER, sorted(_nodes(store, contents), key=str)),
        FIGURES: _csv(_FIGURE_HEADER, map(_figure, contents.figures)),
        EDGES: _csv(_EDGE_HEADER, sorted(_edges(store, contents), key=str)),
    }


def _nodes(store: ox.Store, contents: Contents) -> Iterator[Row]:
    for node in contents.nodes:
        classes = _SEPARATOR.join(dict.fromkeys((node.cls, node.group)))
        names = _SEPARATOR.join(map(_plain, node.alt_labels))
        yield node.id, classes, node.label, names, node.code, "", ""
    for speech in contents.speeches:
        yield speech.id, "Speech", speech.label, "", "", speech.headline, speech.date
    for quad in store.quads_for_pattern(None, term("rdf:type"), kg("Indicator")):
        labels = _texts(store, quad.subject, "rdfs:label")
        names = _SEPARATOR.join(map(_plain, _texts(store, quad.subject, "skos:altLabel")))
        yield _path(quad.subject), "Indicator", labels[0], names, "", "", ""


def _texts(store: ox.Store, subject: object, name: str) -> list[str]:
    assert isinstance(subject, ox.NamedNode)
    found = (quad.object for quad in store.quads_for_pattern(subject, term(name), None))
    return sorted(one.value for one in found if isinstance(one, ox.Literal))


def _figure(row: FigureRow) -> Row:
    named = (row.unit, row.indicator, row.indicator_text, row.kind, row.comparator)
    measured = (row.value, row.unit_text, row.amount, row.base_unit, row.area, row.period)
    said = (row.quote.text, row.quote.file, row.quote.start, row.quote.end)
    return (row.id, "Observation", *named, *measured, row.whole, row.about, row.status, *said)


def _edges(store: ox.Store, contents: Contents) -> Iterator[Row]:
    for edge in contents.edges:
        ends = edge.source, edge.target, _upper(edge.predicate)
        yield (*ends, edge.status, edge.authority, *_arrays(edge.quotes))
    for node in contents.nodes:
        for speech in sorted({quote.speech for quote in node.quotes}):
            quotes = [quote for quote in node.quotes if quote.speech == speech]
            yield speech, node.id, "MENTIONS", "Reported", "", *_arrays(quotes)
    for name, predicate in _PLAIN.items():
        for quad in store.quads_for_pattern(None, predicate, None):
            yield _path(quad.subject), _path(quad.object), name, "", "", *_arrays(())


def _arrays(quotes: Iterable[Quote]) -> tuple[str, str, str, str]:
    rows = [(one.text, one.file, str(one.start), str(one.end)) for one in quotes]
    texts, files, starts, ends = zip(*rows, strict=True) if rows else ((), (), (), ())
    cells = (map(_plain, texts), map(_plain, files), starts, ends)
    one, two, three, four = (_SEPARATOR.join(cell) for cell in cells)
    return one, two, three, four


def _upper(predicate: str) -> str:
    """Neo4j's convention for types: alignsWith -> ALIGNS_WITH."""
    return re.sub(r"(?=[A-Z])", "_", predicate).upper()


def _path(node: object) -> str:
    assert isinstance(node, ox.NamedNode)
    return path_of(node.value).removeprefix(KG)


def _plain(text: str) -> str:
    """Control characters other than line ends become spaces: one of them parts arrays."""
    return _CONTROL.sub(" ", text)


def _csv(header: Row, rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
