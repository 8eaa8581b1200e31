"""Holds a graph in Oxigraph and answers SPARQL over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.atomic import finish
from kg.errors import FayanError
from kg.rdf.terms import PREFIXES

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def store_of(triples: Iterable[ox.Triple]) -> ox.Store:
    """An in-memory store of the triples."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(one.subject, one.predicate, one.object) for one in triples)
    return store


def load(path: Path) -> ox.Store:
    """An in-memory store of an RDF file (Turtle, N-Triples, RDF/XML, … by its suffix).

    Raises FayanError naming the file, and line and column where it does not parse.
    """
    store = ox.Store()
    finish(path.parent)
    if not path.is_file():
        raise FayanError(f"{path}: {'a folder, not a file' if path.is_dir() else 'no such file'}")
    try:
        store.bulk_load(path=str(path))
    except SyntaxError as error:
        place = f"{path}:{error.lineno}:{error.offset}" if error.lineno else str(path)
        raise FayanError(f"{place}: not valid RDF: {error.msg}") from None
    except (OSError, ValueError) as error:
        raise FayanError(f"{path}: {error}") from None
    return store


def query(
    store: ox.Store,
    text: str,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> Results:
    """Runs a SPARQL query; the vocabulary's prefixes need no declaration in it.

    `default_graphs` and `named_graphs` are IRIs of graphs of the store that the query is to see,
    as in SPARQL's protocol; without them it sees all. Raises FayanError with the line and column
    where the query is wrong.
    """
    try:
        return store.query(
            text,
            prefixes=PREFIXES,
            default_graph=[ox.NamedNode(one) for one in default_graphs] or None,
            named_graphs=[ox.NamedNode(one) for one in named_graphs] or None,
        )
    except SyntaxError as error:
        raise FayanError(f"query: {_where(error.msg, text)}") from None
    except (OSError, ValueError) as error:
        raise FayanError(f"query: {error}") from None


_PLACE = re.compile(r"error at (\d+):(\d+): ")
_REASON = re.compile(r"[A-Z]\w+(?: \w+){2,}")
_BEFORE = 20


def _where(message: str, text: str) -> str:
    """The place and reason out of Oxigraph's message, which lists all that it would have taken."""
    place = _PLACE.match(message)
    if place is None:
        return message
    line, column = int(place[1]), int(place[2])
    before = text.split("\n")[line - 1][:column][-_BEFORE:].strip()
    found = _REASON.search(message)
    reason = found.group() if found else "not valid SPARQL"
    return f"line {line}, column {column}: {reason}" + (f", after “{before}”" if before else "")
