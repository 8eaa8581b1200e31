"""Answers one query in the format that was asked for, and no more rows than allowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.jsonld import jsonld
from kg.rdf.store import query
from kg.rdf.terms import PREFIXES
from kg.rdf.turtle import turtle
from kg.serve.reply import Reply

SOLUTIONS: dict[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES: dict[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_UTF_8 = ("text/csv", "text/tab-separated-values", "text/turtle")


def answer(
    store: ox.Store,
    text: str,
    *,
    solutions: str,
    triples: str,
    rows: int,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> Reply:
    """The reply to a SPARQL query over `store`.

    `solutions` and `triples` are the media types for the two kinds of answers, "" where the client
    takes none. The graphs are those of SPARQL's protocol and always the store's own: nothing is
    fetched. Must run confined (`kg.serve.limits`), since Oxigraph itself would follow SERVICE.
    """
    try:
        results = query(store, text, default_graphs, named_graphs)
    except FayanError as error:
        return Reply.error(400, str(error))
    try:
        if isinstance(results, ox.QueryTriples):
            return _triples(results, triples, rows)
        return _solutions(results, solutions, rows)
    except _TooMany:
        many = f"the answer has more than {rows} rows: add LIMIT, or ask for less"
        return Reply.error(400, many)
    except OSError:
        return Reply.error(403, "SERVICE is not allowed: this endpoint asks no other one")
    except (FayanError, RuntimeError, ValueError) as error:
        return Reply.error(400, str(error))


class _TooMany(Exception):
    """An answer has more rows than allowed."""


class _Lines:
    """A sink that stops the evaluation once it has taken too many lines."""

    def __init__(self, most: int) -> None:
        self.parts: list[bytes] = []
        self._left = most

    def write(self, part: bytes) -> int:
        self._left -= part.count(b"\n")
        if self._left < 0:
            raise _TooMany
        self.parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        pass


def _solutions(results: ox.QuerySolutions | ox.QueryBoolean, media_type: str, rows: int) -> Reply:
    if not media_type:
        return _unacceptable(SOLUTIONS)
    if isinstance(results, ox.QuerySolutions):
        # In TSV each solution is one line, whatever its values hold: so rows can be counted.
        lines = _Lines(rows + 1)
        results.serialize(cast(IO[bytes], lines), ox.QueryResultsFormat.TSV)
        tsv = b"".join(lines.parts)
        if media_type == "text/tab-separated-values":
            return Reply(200, _typed(media_type), tsv)
        parsed = ox.parse_query_results(tsv, ox.QueryResultsFormat.TSV)
        assert isinstance(parsed, ox.QuerySolutions)
        results = parsed
    form = SOLUTIONS[media_type]
    if isinstance(results, ox.QueryBoolean) and media_type.startswith("text/"):
        # SPARQL has no CSV or TSV for ASK.
        return Reply(200, _typed(media_type), b"true\n" if results else b"false\n")
    return Reply(200, _typed(media_type), results.serialize(format=form) or b"")


def _triples(results: Iterable[ox.Triple], media_type: str, rows: int) -> Reply:
    if not media_type:
        return _unacceptable(TRIPLES)
    found = list(islice(results, rows + 1))
    if len(found) > rows:
        raise _TooMany
    return Reply(200, _typed(media_type), written(found, media_type))


def prepare() -> None:
    """Reads what a confined process could read no more: what the writers need of the ontology."""
    for media_type in TRIPLES:
        written([], media_type)


def written(triples: Iterable[ox.Triple], media_type: str) -> bytes:
    """The triples in a format of `TRIPLES`."""
    if media_type == "text/turtle":
        return turtle(triples)
    ordered = sorted(triples, key=str)
    if media_type == "application/ld+json":
        if any(isinstance(one.object, ox.Triple) for one in ordered):
            raise FayanError("JSON-LD cannot hold a triple as a term: ask for Turtle")
        return jsonld(ordered)
    return ox.serialize(ordered, format=TRIPLES[media_type], prefixes=PREFIXES) or b""


def _unacceptable(offered: Iterable[str]) -> Reply:
    return Reply.error(406, f"this query answers in {', '.join(offered)}")


def _typed(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type in _UTF_8 else media_type
