"""Writes triples as Turtle that is sorted, prefixed and the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.terms import PREFIXES, path_of, term

_FIRST = {term("rdf:type").value: "0", term("rdfs:label").value: "1"}


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """The triples as UTF-8 Turtle, each once: by subject, its type and label first."""
    ordered = sorted(set(triples), key=_order)
    body = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    lines = (body or b"").decode().splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("@prefix "))
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
    return f"{header}\n{text}".encode()


def _order(triple: ox.Triple) -> tuple[str, str, str]:
    subject, predicate = str(triple.subject), triple.predicate.value
    return path_of(subject), _FIRST.get(predicate, predicate), str(triple.object)
