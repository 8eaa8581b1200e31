"""Cuts a graph into one portion for each source file, each of which can be read by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.rdf.graphs import by_file
from kg.rdf.terms import ID, kg, term
from kg.vocabulary import Predicate

# A node brings along what points at it by these: a framework its parts, a thing its statements.
_BACKWARD = {kg(one.value) for one in Predicate} | {term("rdf:subject"), term("rdf:object")}


def portions(store: ox.Store) -> dict[str, set[ox.Triple]]:
    """The triples of the default graph by the IRI of the file that states them.

    Each portion also holds what is known across files of the things that it speaks of: names,
    classes, the parts of a framework. The vocabulary, and what belongs to nothing that any file
    speaks of, stand in every portion, so that together they are the whole graph. A graph of no
    file is one portion, "".
    """
    graphs = by_file(store)
    shared = graphs.pop(None, [])
    if not graphs:
        return {"": set(shared)}
    reach = _Reach(shared)
    found: dict[str, set[ox.Triple]] = {}
    for file, triples in graphs.items():
        assert file is not None
        found[file.value] = {*triples, *reach.from_triples(triples)}
    everywhere = set(shared).difference(*found.values())
    everywhere |= {one for one in shared if not str(one.subject).startswith(f"<{ID}")}
    return {file: triples | everywhere for file, triples in found.items()}


class _Reach:
    """Follows shared triples from node to node."""

    def __init__(self, shared: Iterable[ox.Triple]) -> None:
        forward: dict[object, list[ox.Triple]] = defaultdict(list)
        backward: dict[object, list[ox.Triple]] = defaultdict(list)
        for triple in shared:
            forward[triple.subject].append(triple)
            if triple.predicate in _BACKWARD:
                backward[triple.object].append(triple)
        self._forward: Mapping[object, list[ox.Triple]] = forward
        self._backward: Mapping[object, list[ox.Triple]] = backward

    def from_triples(self, triples: Iterable[ox.Triple]) -> set[ox.Triple]:
        """All shared triples to be reached from the nodes of `triples`."""
        waiting = {end for one in triples for end in (one.subject, one.object)}
        seen: set[object] = set(waiting)
        found: set[ox.Triple] = set()
        while waiting:
            node = waiting.pop()
            here = [*self._forward.get(node, ()), *self._backward.get(node, ())]
            found.update(here)
            ends = {end for one in here for end in (one.subject, one.object)} - seen
            seen |= ends
            waiting |= ends
        return found
