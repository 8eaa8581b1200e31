"""Groups of nodes that are more related among themselves than with the rest: Leiden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.network.measures import SEED

if TYPE_CHECKING:
    import networkx as nx

# Runs from different seeds; fewer on graphs of more edges, where one run takes seconds.
RUNS, FEWER_RUNS, MANY_EDGES = 20, 5, 100_000


@dataclass(frozen=True, slots=True)
class Communities:
    """A partition of the nodes, and how sure it is.

    `of` numbers communities from 1 by size, then smallest id. `stability` is by node, 0 to 1: of
    the other members of its community, the share that is with it in a run, on the average of all
    runs (1 for one that is alone). `modularity` is that of the partition, `runs` how many were
    made.
    """

    of: dict[str, int]
    stability: dict[str, float]
    modularity: float
    runs: int


def communities(plain: nx.Graph, runs: int = 0) -> Communities:
    """The communities of a plain network, weighted.

    Leiden from the seeds `SEED`, `SEED` + 1, …, `RUNS` of them (or `runs`); the run of the highest
    modularity is taken, of equals the first. A node without relations is a community of its own.
    """
    from kg.network.backend.graph import compact
    from kg.network.backend.leiden import leiden_labels, modularity

    if not len(plain):
        return Communities({}, {}, 0.0, 0)
    graph = compact(plain, {"weight": 1})
    runs = runs or (RUNS if plain.number_of_edges() <= MANY_EDGES else FEWER_RUNS)
    found = [leiden_labels(graph, SEED + run) for run in range(runs)]
    # More digits would let the last bits of two sums choose among equals.
    quality = [round(modularity(graph, labels), 12) for labels in found]
    best = found[quality.index(max(quality))]
    names = [str(node) for node in graph.nodes]
    stability = _stability(best, found)
    return Communities(
        _numbered(names, best), dict(zip(names, stability, strict=True)), max(quality), runs
    )


def _numbered(names: Sequence[str], labels: Sequence[int]) -> dict[str, int]:
    groups: dict[int, list[str]] = {}
    for name, label in zip(names, labels, strict=True):
        groups.setdefault(label, []).append(name)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), min(group)))
    numbers = {name: number for number, group in enumerate(ordered, start=1) for name in group}
    return {name: numbers[name] for name in names}


def _stability(labels: Sequence[int], runs: Sequence[Sequence[int]]) -> list[float]:
    sizes = Counter(labels)
    together = [0] * len(labels)
    for run in runs:
        pairs = list(zip(labels, run, strict=True))
        both = Counter(pairs)
        for place, pair in enumerate(pairs):
            together[place] += both[pair] - 1
    return [
        count / (len(runs) * (sizes[label] - 1)) if sizes[label] > 1 else 1.0
        for count, label in zip(together, labels, strict=True)
    ]
