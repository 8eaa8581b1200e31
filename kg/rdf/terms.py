"""The IRIs of the vocabulary: Fayan's own and those it aligns with."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

KG = "https://w3id.org/fayan/ns#"
ID = "https://w3id.org/fayan/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"

NAMESPACES: dict[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "kg": KG,
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "qudt-unit": "http://qudt.org/vocab/unit/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": XSD,
}

_RESOURCES = (
    "body",
    "dataset",
    "day",
    "enterprise",
    "extraction",
    "file",
    "indicator",
    "industry",
    "initiative",
    "interval",
    "meeting",
    "observation",
    "official",
    "place",
    "post",
    "project",
    "recognition",
    "software",
    "speech",
    "statement",
    "unit",
)
PREFIXES: dict[str, str] = NAMESPACES | {name: f"{ID}{name}/" for name in _RESOURCES}


def term(name: str) -> NamedNode:
    """The IRI of a prefixed name (`rdfs:label`, `unit:綦江区`); KeyError for an unknown prefix."""
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


def kg(local: str) -> NamedNode:
    """A term of the `kg:` vocabulary."""
    return NamedNode(KG + local)


_UNSAFE = re.compile(r"[^\w/\-.~!$&'()*+,;=:@·]+")
# A browser takes the segment .. for the way up, and rdflib cannot read a last dot in Turtle.
_OUTER_DOT = re.compile(r"(?<![^/])\.|\.(?![^/])")


def resource(path: str) -> NamedNode:
    """The IRI of a resource by its path (`unit/綦江区`); what an IRI may not hold is escaped."""
    escaped = _UNSAFE.sub(lambda unsafe: quote(unsafe.group(), safe=""), path)
    return NamedNode(ID + _OUTER_DOT.sub("%2E", escaped))


def path_of(iri: str) -> str:
    """The path of a resource's IRI, the inverse of `resource`; other IRIs come back whole."""
    return unquote(iri.removeprefix(ID)) if iri.startswith(ID) else iri


def passage(file: str, start: int, end: int) -> NamedNode:
    """The IRI of code points `[start, end)` of a source file (RFC 5147)."""
    return NamedNode(f"{resource('file/' + file).value}#char={start},{end}")
