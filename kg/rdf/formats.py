"""Writes a graph in each format that others read, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.graphs import by_file
from kg.rdf.jsonld import jsonld
from kg.rdf.terms import KG, NAMESPACES, PREFIXES, term
from kg.rdf.turtle import block, header, turtle


class Format(StrEnum):
    """A format of RDF; the value is its usual file suffix."""

    TURTLE = "ttl"
    N_TRIPLES = "nt"
    N_QUADS = "nq"
    TRIG = "trig"
    JSON_LD = "jsonld"
    RDF_XML = "rdf"


_RDF_1_1_ONLY = (Format.JSON_LD, Format.RDF_XML)


def write(store: ox.Store, form: Format, rdf12: bool = False) -> bytes:
    """The default graph of `store` in a format; `rdf12` adds the annotations of `annotated`.

    N-Quads and TriG have one named graph for each source file (`kg.rdf.graphs`). Raises
    FayanError where the format cannot hold the graph.
    """
    if rdf12:
        if form in _RDF_1_1_ONLY:
            raise FayanError(f"{form}: this format has no RDF 1.2 annotations; take ttl or trig")
        store = annotated(store)
    if form is Format.TURTLE:
        return turtle(store)
    if form is Format.TRIG:
        return _trig(store)
    if form is Format.N_QUADS:
        return _sorted(ox.serialize(_quads(store), format=ox.RdfFormat.N_QUADS))
    if form is Format.JSON_LD:
        return jsonld(quad.triple for quad in store if quad.graph_name == ox.DefaultGraph())
    lines = _sorted(store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()))
    if form is Format.N_TRIPLES:
        return lines
    return _rdf_xml(quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))


def annotated(store: ox.Store) -> ox.Store:
    """A copy in which every kg:Statement also is the RDF 1.2 reifier of the triple it states.

    So `?s ?p ?o {| kg:evidence ?passage |}` finds the evidence of a relation.
    """
    copy = ox.Store()
    copy.bulk_extend(store)
    parts = {
        name: {
            quad.subject: quad.object
            for quad in store.quads_for_pattern(None, term(f"rdf:{name}"), None, ox.DefaultGraph())
        }
        for name in ("subject", "predicate", "object")
    }
    kind = ox.NamedNode(KG + "Statement")
    for quad in store.quads_for_pattern(None, term("rdf:type"), kind, ox.DefaultGraph()):
        ends = [parts[name].get(quad.subject) for name in ("subject", "predicate", "object")]
        if None not in ends:
            stated = ox.Triple(*ends)  # type: ignore[arg-type]
            copy.add(ox.Quad(quad.subject, term("rdf:reifies"), stated))
    return copy


def _sorted(lines: bytes | None) -> bytes:
    # Line ends in literals are escaped, so each line is one statement.
    return b"".join(sorted((lines or b"").splitlines(keepends=True)))


def _quads(store: ox.Store) -> Iterator[ox.Quad]:
    for file, triples in by_file(store).items():
        for one in triples:
            yield ox.Quad(one.subject, one.predicate, one.object, file or ox.DefaultGraph())


def _trig(store: ox.Store) -> bytes:
    graphs = by_file(store)
    parts = [header(), block(graphs.pop(None, []))]
    for file in sorted(filter(None, graphs), key=str):
        parts += [f"{file} {{\n".encode(), block(graphs[file]), b"}\n"]
    return b"".join(parts)


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _rdf_xml(triples: Iterable[ox.Triple]) -> bytes:
    used = {name: iri for name, iri in PREFIXES.items() if name in NAMESPACES}
    form = ox.RdfFormat.RDF_XML
    written = ox.serialize(map(_in_xml, triples), format=form, prefixes=used) or b""
    # An XML parser takes a bare carriage return for a line feed.
    return written.replace(b"\r", b"&#xD;")


def _in_xml(triple: ox.Triple) -> ox.Triple:
    text = triple.object.value if isinstance(triple.object, ox.Literal) else ""
    if found := _NO_XML.search(text):
        point = ord(found.group())
        raise FayanError(f"{triple.subject}: RDF/XML cannot hold its character U+{point:04X}")
    return triple
