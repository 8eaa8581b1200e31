"""Writes triples as Turtle that is sorted, prefixed and the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.terms import PREFIXES, term

_FIRST = {term("rdf:type").value: "0", term("rdfs:label").value: "1"}


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """The triples as UTF-8 Turtle, each once: by subject, its type and label first."""
    ordered = sorted(set(triples), key=_order)
    written = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    # Oxigraph declares the prefixes first, one a line, in an order of its own.
    *_, body = written.split(b"\n", len(PREFIXES))
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
    return header.encode() + b"\n" + body


def _order(triple: ox.Triple) -> tuple[str, str, str]:
    subject, predicate = triple.subject, triple.predicate.value
    # The bare IRI, so that a file comes before its passages ("<file>" would sort after "<file#").
    name = subject.value if isinstance(subject, ox.NamedNode) else str(subject)
    return name, _FIRST.get(predicate, predicate), str(triple.object)
