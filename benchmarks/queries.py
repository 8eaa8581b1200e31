"""Times the questions of ontology/queries on Oxigraph beside rdflib's own engine.

python benchmarks/queries.py [GRAPH.ttl]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import rdflib

import kg
from kg.questions import questions

REPEAT = 5


class Measured(NamedTuple):
    """One question on each engine: its rows, and milliseconds (Oxigraph: the best of several)."""

    name: str
    ours: list[tuple[object, ...]]
    theirs: list[tuple[object, ...]]
    oxigraph: float
    rdflib: float


def measure(graph: kg.Graph, other: rdflib.Graph) -> list[Measured]:
    found = []
    for asked in questions():
        answer, ours = _timed(lambda text=asked.text: graph.sparql(text), REPEAT)  # type: ignore[misc]
        rows, theirs = _timed(lambda text=asked.text: list(other.query(text)), 1)  # type: ignore[misc]
        found.append(Measured(asked.name, answer.rows, [tuple(row) for row in rows], ours, theirs))
    return found


def table(measured: list[Measured]) -> str:
    lines = [f"{'question':26} {'rows':>5} {'Oxigraph ms':>12} {'rdflib ms':>10} {'ratio':>7}"]
    for one in measured:
        ratio = one.rdflib / one.oxigraph
        lines.append(
            f"{one.name:26} {len(one.ours):5} {one.oxigraph:12.2f} {one.rdflib:10.1f} {ratio:7.0f}"
        )
    return "\n".join(lines)


def memory(graph: kg.Graph) -> rdflib.Graph:
    """The graph in rdflib's own store, so that its own engine has to answer."""
    return rdflib.Graph().parse(data=graph.turtle(), format="turtle")


def _timed(run: Callable[[], Any], times: int) -> tuple[Any, float]:
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        answer = run()
        best = min(best, time.perf_counter() - started)
    return answer, best * 1000


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("outputs/speeches.ttl")
    loaded = kg.load(path)
    print(f"{len(loaded)} triples")
    print(table(measure(loaded, memory(loaded))))
