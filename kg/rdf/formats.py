"""Writes a graph in each format that others read, the same bytes every time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from enum import StrEnum

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf import turtle
from kg.rdf.graphs import N_TRIPLES, Parts, placed
from kg.rdf.jsonld import jsonld
from kg.rdf.ntriples import facts, n_triples
from kg.rdf.rdfxml import rdf_xml
from kg.rdf.terms import KG, term


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
    return _WRITERS[form](store)


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


def _n_quads(store: ox.Store) -> bytes:
    return b"".join([_quads(*told) for told in placed(facts(store), N_TRIPLES)])


def _quads(subject: bytes, parts: Parts) -> bytes:
    """The facts of a subject as lines; of several graphs, they are sorted again."""
    written = [_in_graph(subject, some, file) for some, files in parts for file in files or (b"",)]
    if len(written) == 1:
        return written[0]
    return b"".join(sorted(b"".join(written).splitlines(keepends=True)))


def _in_graph(subject: bytes, lines: bytes, file: bytes) -> bytes:
    end = b" %b .\n" % file if file else b" .\n"
    return b"%b %b%b" % (subject, lines.replace(b"\n", b"%b%b " % (end, subject)), end)


def _trig(store: ox.Store) -> bytes:
    graphs: dict[bytes, list[tuple[bytes, bytes]]] = defaultdict(list)
    for subject, parts in placed(turtle.facts(store), turtle.SPELLING):
        for lines, files in parts:
            for file in files or (b"",):
                graphs[file].append((subject, lines))
    written = [turtle.header(), turtle.layout(graphs.pop(b"", ()))]
    for iri, file in sorted((_iri(file), file) for file in graphs):
        written += [b"%b {\n" % iri, turtle.layout(graphs[file]), b"}\n"]
    return b"".join(written)


def _iri(prefixed: bytes) -> bytes:
    (quad,) = ox.parse(
        b"%b%b a %b ." % (turtle.header(), prefixed, prefixed), format=ox.RdfFormat.TURTLE
    )
    return str(quad.subject).encode()


_WRITERS: dict[Format, Callable[[ox.Store], bytes]] = {
    Format.TURTLE: turtle.turtle,
    Format.N_TRIPLES: n_triples,
    Format.N_QUADS: _n_quads,
    Format.TRIG: _trig,
    Format.JSON_LD: jsonld,
    Format.RDF_XML: rdf_xml,
}
