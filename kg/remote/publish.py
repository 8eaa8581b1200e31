"""Publishes a graph to a store over the SPARQL 1.1 Graph Store HTTP Protocol, part by part.

The first part of a graph replaces what is there (PUT), the others join it (POST). A set of triples
takes no harm from a part that is sent twice, so after an interruption one goes on where the notes
end. Blank nodes would: they would become new ones; all of them travel in the part that replaces.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.atomic import write_all
from kg.errors import FayanError
from kg.remote.http import Refused, send, with_parameters

TRIPLES_A_PART = 20_000
_MISSING = 404
_TYPE = "application/n-triples"

Progress = Callable[[Sequence["Part"], str], Iterable["Part"]]


@dataclass(frozen=True, slots=True)
class Part:
    """Some triples (lines of N-Triples) for a graph, whose IRI is "" for the default graph."""

    graph: str
    first: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """How many triples the graphs have, and how many of these an earlier run had sent already."""

    graphs: tuple[str, ...]
    triples: int
    resumed: int


def publish(
    store: ox.Store, endpoint: str, into: str, notes: Path, progress: Progress
) -> Published:
    """Sends all graphs of `store` to the Graph Store at the URL `endpoint`.

    The default graph goes into the graph `into` ("": the default graph there), named graphs into
    those of their names; what these held before is replaced. `notes` is a file that remembers how
    far an interrupted run came, and is gone after a whole one. Raises FayanError where the store
    refuses; run it again to go on.
    """
    parts = list(_parts(store, into))
    if not parts:
        raise FayanError("nothing to publish: the graph is empty")
    triples = sum(len(part.lines) for part in parts)
    digest = _digest(endpoint, parts)
    done = _done(notes, digest, endpoint, parts)
    resumed = sum(len(part.lines) for part in parts[:done])
    for number, part in enumerate(progress(parts[done:], "publishing"), done + 1):
        body = "".join(part.lines).encode()
        method = "PUT" if part.first else "POST"
        send(method, address(endpoint, part.graph), body, Content_Type=_TYPE)
        note = json.dumps({"digest": digest, "parts": number})
        write_all(notes.parent, {notes.name: note.encode()})
    notes.unlink(missing_ok=True)
    graphs = tuple(dict.fromkeys(part.graph for part in parts))
    return Published(graphs, triples, resumed)


def address(endpoint: str, graph: str) -> str:
    """The URL of a graph of a Graph Store ("": its default graph)."""
    return with_parameters(endpoint, {"graph": graph} if graph else {"default": ""})


def _parts(store: ox.Store, into: str) -> Iterator[Part]:
    names: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [ox.DefaultGraph()]
    names += sorted(store.named_graphs(), key=str)
    for name in names:
        if isinstance(name, ox.BlankNode):
            raise FayanError("a graph without a name cannot be published")
        triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, name)]
        graph = into if isinstance(name, ox.DefaultGraph) else name.value
        with_blank = sorted(_line(one) for one in triples if _has_blank(one))
        lines = with_blank + sorted(_line(one) for one in triples if not _has_blank(one))
        start, end = 0, max(len(with_blank), TRIPLES_A_PART)
        while lines[start:end]:
            yield Part(graph, start == 0, tuple(lines[start:end]))
            start, end = end, end + TRIPLES_A_PART


def _line(triple: ox.Triple) -> str:
    return f"{triple} .\n"


def _has_blank(triple: ox.Triple) -> bool:
    return isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode)


def _digest(endpoint: str, parts: Iterable[Part]) -> str:
    """Names one undertaking: the same graphs in the same parts to the same place."""
    digest = hashlib.sha256(endpoint.encode())
    for part in parts:
        digest.update(f"\n{part.graph} {len(part.lines)}\n".encode())
        digest.update("".join(part.lines).encode())
    return digest.hexdigest()


def _done(notes: Path, digest: str, endpoint: str, parts: Sequence[Part]) -> int:
    """How many parts an earlier run sent, 0 where the graph it wrote to is there no longer."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(notes.read_bytes())
        if found["digest"] == digest and 0 < found["parts"] <= len(parts):
            last = parts[found["parts"] - 1]
            return int(found["parts"]) if _exists(endpoint, last.graph) else 0
    return 0


def _exists(endpoint: str, graph: str) -> bool:
    try:
        send("HEAD", address(endpoint, graph))
    except Refused as refused:
        return refused.status != _MISSING  # a store need not speak HEAD
    return True
