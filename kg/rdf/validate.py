"""Checks a graph against the shapes of the vocabulary (`ontology/shapes.ttl`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.terms import PREFIXES, path_of
from kg.resources import ontology

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

SH = "http://www.w3.org/ns/shacl#"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a graph, a line each, sorted; it conforms where nothing is.

    A warning (a share of 140%) may be what the text says, so a graph with warnings conforms.
    """

    findings: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def conforms(self) -> bool:
        """True where there is no finding."""
        return not self.findings


@dataclass(frozen=True, slots=True, order=True)
class _Result:
    """One violation: IRIs or literals as text, severity as the local name of SHACL's term."""

    node: str
    message: str
    path: str
    value: str
    severity: str

    def line(self) -> str:
        named = " ".join(_short(part) for part in (self.path, self.value) if part)
        line = f"{_short(self.node)}: {self.message}" + (f" ({named})" if named else "")
        return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in line)


def validate(data: bytes | ox.Store) -> Report:
    """Checks a graph, given as Turtle or as a store whose default graph it is.

    Raises FayanError where the Turtle does not parse.
    """
    store = _with_vocabulary(data)
    shapes = _parsed(ontology("shapes.ttl").read_bytes())
    results = {*_whole_graph(store, shapes), *_node_by_node(store, shapes)}
    lines: dict[bool, set[str]] = {True: set(), False: set()}
    for result in results:
        lines[result.severity == "Violation"].add(result.line())
    return Report(tuple(sorted(lines[True])), tuple(sorted(lines[False])))


def _with_vocabulary(data: bytes | ox.Store) -> ox.Store:
    """A new store of the graph and the ontology, whose subclasses the shapes count on."""
    store = ox.Store()
    try:
        if isinstance(data, bytes):
            store.bulk_load(data, format=ox.RdfFormat.TURTLE)
        else:
            store.bulk_extend(data.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    except SyntaxError as error:
        raise FayanError(f"line {error.lineno}: not valid Turtle: {error.msg}") from None
    store.bulk_load(path=str(ontology("fayan.ttl")))
    return store


def _parsed(data: bytes) -> ox.Store:
    store = ox.Store()
    store.bulk_load(data, format=ox.RdfFormat.TURTLE)
    return store


def _whole_graph(store: ox.Store, shapes: ox.Store) -> Iterator[_Result]:
    """Runs each query of a sh:sparql constraint once; see the note in shapes.ttl."""
    queries = shapes.query(
        """SELECT ?select ?message ?severity {
            ?shape sh:sparql [ sh:select ?select ; sh:message ?message ] .
            OPTIONAL { ?shape sh:severity ?severity }
        }""",
        prefixes={"sh": SH},
    )
    assert isinstance(queries, ox.QuerySolutions)
    for select, message, severity in queries:
        found = store.query(_text(select), prefixes=PREFIXES)
        assert isinstance(found, ox.QuerySolutions)
        names = [variable.value for variable in found.variables]
        for solution in found:
            row = dict(zip(names, solution, strict=True))
            yield _Result(
                node=_text(row["this"]),
                message=_text(message),
                path=_text(row.get("path")),
                value=_text(row.get("value")),
                severity=(_text(severity) or SH + "Violation").removeprefix(SH),
            )


def _node_by_node(store: ox.Store, shapes: ox.Store) -> Iterator[_Result]:
    """Lets pySHACL check what SHACL Core says of each node."""
    import pyshacl
    import rdflib

    sparql = ox.NamedNode(SH + "sparql")
    core = _rdflib(quad for quad in shapes if quad.predicate != sparql)
    _, found, _ = pyshacl.validate(_rdflib(store), shacl_graph=core)
    assert isinstance(found, rdflib.Graph)
    sh = rdflib.Namespace(SH)

    def text(result: Node, term: rdflib.URIRef) -> str:
        value = found.value(result, term)
        return "" if value is None or isinstance(value, rdflib.BNode) else str(value)

    for result in found.subjects(rdflib.RDF.type, sh.ValidationResult):
        node, value = text(result, sh.focusNode), text(result, sh.value)
        yield _Result(
            node=node,
            message=text(result, sh.resultMessage),
            path="",
            value=value if value != node else "",
            severity=text(result, sh.resultSeverity).removeprefix(SH),
        )


def _rdflib(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    import rdflib

    def converted(term: object) -> Node:
        if isinstance(term, ox.NamedNode):
            return rdflib.URIRef(term.value)
        if isinstance(term, ox.BlankNode):
            return rdflib.BNode(term.value)
        assert isinstance(term, ox.Literal)
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        datatype = rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)

    graph = rdflib.Graph()
    for quad in quads:
        if isinstance(quad.object, ox.Triple):
            continue  # an annotation in RDF 1.2, of which neither rdflib nor SHACL Core knows
        graph.add((converted(quad.subject), converted(quad.predicate), converted(quad.object)))
    return graph


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _short(text: str) -> str:
    """An IRI by its path or prefixed name; long literals cut."""
    if (path := path_of(text)) != text:
        return path
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
