"""Each format beside Oxigraph's own writer for a million triples: prints the ratios.

python benchmarks/serialising.py outputs/speeches.ttl

The graph is repeated, each time with another number at the end of the names of its resources,
until there are a million triples: so there are as many source files as copies. Ours is sorted and
has one triple a line; Oxigraph's own is in whatever order the store has. Of N-Quads and TriG
Oxigraph writes the same quads, in the named graphs that ours have. Seconds are of the processor.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from kg.rdf.formats import Format, write
from kg.rdf.terms import PREFIXES

TRIPLES = 1_000_000
ROUNDS = 5


def million(path: Path) -> ox.Store:
    triples = [quad.triple for quad in ox.parse(path=str(path))]
    own = {one.subject for one in triples}
    store, left = ox.Store(), TRIPLES
    for number in count():
        if left <= 0:
            return store
        names = {one: ox.NamedNode(f"{one.value}-{number}") for one in own}  # type: ignore[union-attr]
        store.bulk_extend(
            ox.Quad(names[one.subject], one.predicate, names.get(one.object, one.object))  # type: ignore[call-overload]
            for one in triples[:left]
        )
        left -= len(triples)
    raise AssertionError("unreachable")


def best(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return min(seconds)


def quads(store: ox.Store) -> ox.Store:
    """The same triples in their named graphs."""
    named = ox.Store()
    named.bulk_load(write(store, Format.N_QUADS), format=ox.RdfFormat.N_QUADS)
    return named


def main(path: Path) -> None:
    store = million(path)
    named = quads(store)
    print(f"{len(store):,} triples, {len(named):,} quads, best of {ROUNDS}")
    print(f"{'format':8}{'Oxigraph':>10}{'ours':>10}{'ratio':>8}")
    for form in Format:
        rdf = ox.RdfFormat.from_extension(form.value)
        assert rdf is not None

        def own(rdf: ox.RdfFormat = rdf) -> object:
            if rdf.supports_datasets and rdf != ox.RdfFormat.JSON_LD:
                return named.dump(format=rdf, prefixes=PREFIXES)
            return store.dump(format=rdf, prefixes=PREFIXES, from_graph=ox.DefaultGraph())

        theirs, ours = best(own), best(lambda form=form: write(store, form))  # type: ignore[misc]
        print(f"{form.value:8}{theirs:9.2f}s{ours:9.2f}s{ours / theirs:8.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
