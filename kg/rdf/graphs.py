"""Sorts the triples of a graph into one named graph for each source file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.rdf.terms import kg, term

Subject = ox.NamedNode | ox.BlankNode
Files = Mapping[object, set[ox.NamedNode]]

_TYPE, _USED, _MADE = term("rdf:type"), term("prov:used"), term("prov:wasGeneratedBy")
_CONTEXT, _SOURCE = term("nif:referenceContext"), term("dcterms:source")
_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
_EVIDENCE, _REPORTS, _FILE = kg("evidence"), kg("reports"), kg("SourceFile")


def by_file(store: ox.Store) -> dict[ox.NamedNode | None, list[ox.Triple]]:
    """The triples of the default graph by the IRI of the file that states them.

    Under a file stand its passages and speeches, and the relations and figures that they are
    evidence of; what two files state stands under both. Under None stands what is known across
    all files: the names and classes of things, and what background knowledge gives.
    """
    triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())]
    nodes = _nodes(triples)
    edges = _edges(triples, nodes)
    found: dict[ox.NamedNode | None, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        for file in _files(triple, nodes, edges) or (None,):
            found[file].append(triple)
    return found


def _nodes(triples: Iterable[ox.Triple]) -> Files:
    """The files that each passage, speech, statement, figure, extraction or file belongs to."""
    files = {one.subject for one in triples if one.predicate == _TYPE and one.object == _FILE}
    found: dict[object, set[ox.NamedNode]] = defaultdict(set)
    for file in files:
        found[file].add(file)  # type: ignore[arg-type]
    for triple in triples:
        if triple.predicate in (_CONTEXT, _SOURCE, _USED) and triple.object in files:
            found[triple.subject].add(triple.object)  # type: ignore[arg-type]
    for triple in triples:
        if triple.predicate == _EVIDENCE:
            found[triple.subject] |= found[triple.object]
    return found


def _edges(triples: Iterable[ox.Triple], nodes: Files) -> Files:
    """The files of the statement of each relation, by the relation's triple."""
    parts: dict[object, dict[ox.NamedNode, object]] = defaultdict(dict)
    for triple in triples:
        if triple.predicate in (_SUBJECT, _PREDICATE, _OBJECT):
            parts[triple.subject][triple.predicate] = triple.object
    found: dict[object, set[ox.NamedNode]] = defaultdict(set)
    for statement, ends in parts.items():
        edge = ends.get(_SUBJECT), ends.get(_PREDICATE), ends.get(_OBJECT)
        found[edge] |= nodes.get(statement, set())
    return found


def _files(triple: ox.Triple, nodes: Files, edges: Files) -> Iterable[ox.NamedNode]:
    if triple.predicate in (_EVIDENCE, _MADE, _REPORTS):
        return nodes.get(triple.object, ())
    if triple.subject in nodes:
        return nodes[triple.subject]
    return edges.get((triple.subject, triple.predicate, triple.object), ())
