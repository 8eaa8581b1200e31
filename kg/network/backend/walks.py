"""Breadth-first walks from many nodes at once: how far all others are, and through whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kg.network.backend.graph import CompactGraph, Floats, Integers

# One bit a source: 8 words of 64 fill a line of the processor's cache.
WORDS = 8
# Entries of the walks held at once: bounds memory to some hundred megabytes.
HELD = 4_000_000


@dataclass(frozen=True, slots=True)
class Distances:
    """By node: from how many sources it can be reached, their distances' sum, and 1/d summed.

    Itself does not count.
    """

    reached: Integers
    total: Integers
    inverse: Floats


def distances(graph: CompactGraph, sources: Integers) -> Distances:
    """How far each node is from `sources` (numbers of nodes), along the edges, unweighted.

    Walks from 512 sources at a time, a bit for each (M. Then and others, The More the Merrier:
    Efficient Multi-Source Graph Traversal, PVLDB 8(4), 2014).
    """
    size = len(graph)
    reached, total = np.zeros(size, np.int64), np.zeros(size, np.int64)
    inverse = np.zeros(size)
    for batch in _batches(sources, WORDS * 64):
        for level, new in enumerate(_levels(graph, batch), start=1):
            reached += new
            total += level * new
            inverse += new / level
    return Distances(reached, total, inverse)


def _batches(sources: Integers, size: int) -> Iterator[Integers]:
    for start in range(0, len(sources), size):
        yield sources[start : start + size]


def _levels(graph: CompactGraph, sources: Integers) -> Iterator[Integers]:
    """Of each level, from how many of `sources` a node is first reached at it."""
    incoming, outgoing = graph.incoming, graph.counts
    starts, sizes = incoming.indptr[:-1], np.diff(incoming.indptr)
    entered = np.flatnonzero(sizes)
    words = (len(sources) + 63) // 64
    seen = np.zeros((len(graph), words), np.uint64)
    place = np.arange(len(sources))
    np.bitwise_or.at(seen, (sources, place // 64), np.uint64(1) << (place % 64).astype(np.uint64))
    frontier = seen.copy()
    while True:
        active = np.flatnonzero(frontier.any(axis=1))
        if 16 * len(active) < len(graph):
            rows = np.unique(outgoing.indices[_entries(outgoing.indptr, active)])
        else:
            rows = entered
        if not len(rows):
            return
        taken = _entries(incoming.indptr, rows) if len(rows) < len(entered) else slice(None)
        first = starts[rows] if isinstance(taken, slice) else _firsts(sizes[rows])
        arrived = np.bitwise_or.reduceat(frontier[incoming.indices[taken]], first, axis=0)
        arrived &= ~seen[rows]
        new = np.zeros(len(graph), np.int64)
        new[rows] = np.bitwise_count(arrived).sum(axis=1)
        if not new.any():
            return
        yield new
        seen[rows] |= arrived
        frontier[active] = 0
        frontier[rows] = arrived


def _firsts(sizes: Integers) -> Integers:
    """Where each of the runs of `sizes` starts, laid end to end."""
    firsts = np.zeros(len(sizes), np.int64)
    np.cumsum(sizes[:-1], out=firsts[1:])
    return firsts


def _entries(indptr: Integers, rows: Integers) -> Integers:
    """The places of all entries of `rows` in a matrix of compressed rows, row by row."""
    sizes = indptr[rows + 1] - indptr[rows]
    return np.repeat(indptr[rows] - _firsts(sizes), sizes) + np.arange(sizes.sum())


def dependencies(graph: CompactGraph, sources: Integers, *, endpoints: bool = False) -> Floats:
    """By node, the share of shortest paths from `sources` to all others that pass through it.

    Not scaled. Ends of a path do not count unless `endpoints`. All walks of a batch go level by
    level together (U. Brandes, A Faster Algorithm for Betweenness Centrality, Journal of
    Mathematical Sociology 25(2), 2001).
    """
    size = len(graph)
    found = np.zeros(size)
    at_once = max(1, HELD // (size + graph.counts.nnz + 1))
    for batch in _batches(sources, at_once):
        starts = np.arange(len(batch)) * size + batch
        share, visited = _shares(graph, len(batch), starts)
        if endpoints:
            share[visited] += 1
            share[starts] = np.bincount(visited // size, minlength=len(batch)) - 1
        else:
            share[starts] = 0
        found += share.reshape(len(batch), size).sum(axis=0)
    return found


def _shares(graph: CompactGraph, walks: int, starts: Integers) -> tuple[Floats, Integers]:
    """Of `walks` copies of the graph, one walk in each: the dependency and who was visited.

    Node v of copy c has the number c × nodes + v.
    """
    size, indptr, indices = len(graph), graph.counts.indptr, graph.counts.indices
    level = np.full(walks * size, -1, np.int32)
    paths = np.zeros(walks * size)
    latest = np.zeros(walks * size, np.int64)
    level[starts], paths[starts] = 0, 1
    frontier, visited = starts, [starts]
    steps: list[tuple[Integers, Integers]] = []
    while len(frontier):
        node = frontier % size
        sizes = indptr[node + 1] - indptr[node]
        before = np.repeat(frontier, sizes)
        after = indices[_entries(indptr, node)] + np.repeat(frontier - node, sizes)
        new = level[after] == -1
        before, after = before[new], after[new]
        level[after] = len(steps) + 1
        np.add.at(paths, after, paths[before])
        steps.append((before, after))
        # Each of them once: the one that was written last.
        latest[after] = np.arange(len(after))
        frontier = after[latest[after] == np.arange(len(after))]
        visited.append(frontier)
    share = np.zeros(walks * size)
    for before, after in reversed(steps):
        np.add.at(share, before, paths[before] / paths[after] * (1 + share[after]))
    return share, np.concatenate(visited)
