from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from math import dist
from time import perf_counter

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.build import network
from kg.network.projection import projection
from kg.view.positions import positions
from tests.network.sample import sample


def radii(graph: nx.Graph) -> dict[str, float]:
    return {node: 6 + 3 * graph.degree(node) ** 0.5 for node in graph}


def overlapping(points: dict[str, tuple[int, int]], sizes: dict[str, float]) -> list[str]:
    """Pairs of nodes whose discs overlap, found along x so that thousands can be checked."""
    most = 2 * max(sizes.values(), default=0)
    found = []
    order = sorted(points, key=lambda node: points[node])
    for number, one in enumerate(order):
        for other in order[number + 1 :]:
            if points[other][0] - points[one][0] > most:
                break
            if dist(points[one], points[other]) < sizes[one] + sizes[other]:
                found.append(f"{one} {other}")
    return found


graphs = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=80)


@settings(max_examples=25, deadline=None)
@given(graphs, st.integers(0, 12))
def test_any_network_is_drawn_without_overlaps(edges: list[tuple[int, int]], alone: int) -> None:
    graph = nx.Graph([(str(a), str(b)) for a, b in edges if a != b])
    graph.add_nodes_from(f"alone {number}" for number in range(alone))
    sizes = radii(graph)
    points = positions(graph, sizes)
    assert set(points) == set(graph)
    assert all(type(value) is int for point in points.values() for value in point)
    assert overlapping(points, sizes) == []


def test_no_nodes_no_points() -> None:
    assert positions(nx.Graph(), {}) == {}


def test_neighbours_lie_nearer_than_strangers() -> None:
    graph = projection(network(sample()))
    points = positions(graph, radii(graph))
    near = [dist(points[a], points[b]) for a, b in graph.edges]
    nodes = [node for node in graph if graph.degree(node)]
    far = [dist(points[a], points[b]) for a, b in pairwise(nodes) if not graph.has_edge(a, b)]
    assert sum(near) / len(near) < 0.6 * sum(far) / len(far)


def test_parts_lie_side_by_side() -> None:
    graph = nx.disjoint_union(nx.star_graph(20), nx.star_graph(8))
    graph = nx.relabel_nodes(graph, str)
    points = positions(graph, radii(graph))
    first = [points[str(node)] for node in range(21)]
    second = [points[str(node)] for node in range(21, 30)]
    assert min(dist(a, b) for a in first for b in second) > 30


def test_a_tie_brings_a_lone_node_near_and_is_no_edge() -> None:
    graph = nx.relabel_nodes(nx.star_graph(12), str)
    graph.add_nodes_from(["tied", "lone"])
    points = positions(graph, radii(graph), [("tied", "0"), ("tied", "not there")])
    assert dist(points["tied"], points["0"]) < dist(points["lone"], points["0"])


def test_nodes_without_relations_stand_in_rows_below() -> None:
    graph = nx.relabel_nodes(nx.star_graph(12), str)
    lone = [f"x{number}" for number in range(9)]
    graph.add_nodes_from(lone)
    points = positions(graph, radii(graph))
    bottom = max(points[str(node)][1] for node in range(13))
    assert all(points[node][1] > bottom for node in lone)
    assert len({points[node][1] for node in lone}) < len(lone)


def test_every_process_draws_the_same() -> None:
    code = (
        "from tests.network.sample import sample; from kg.network.build import network; "
        "from kg.network.projection import projection; from kg.view.positions import positions; "
        "graph = projection(network(sample())); "
        "print(positions(graph, {node: 9.0 for node in graph}))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_the_last_bit_of_a_number_cannot_reach_the_drawing() -> None:
    # What differs between machines is what libm and BLAS compute, so none of it may be used.
    import ast
    from pathlib import Path

    import kg.view

    room = Path(kg.view.__file__).parent
    exact = {
        *("abs", "arange", "argsort", "array", "bincount", "concatenate", "cumsum", "float64"),
        *("floor", "int64", "lexsort", "repeat", "searchsorted", "sort"),
        *("maximum", "minimum", "ndarray", "random", "sqrt", "stack", "zeros"),
    }
    for name in ("forces.py", "positions.py"):
        for found in ast.walk(ast.parse((room / name).read_text(encoding="utf-8"))):
            if isinstance(found, ast.Attribute) and isinstance(found.value, ast.Name):
                assert found.value.id != "np" or found.attr in exact, found.attr
            assert not isinstance(found, ast.MatMult)


@pytest.mark.parametrize(("units", "things", "seconds"), [(10, 270, 2), (14, 2950, 20)])
def test_drawing_is_quick_and_without_overlaps(units: int, things: int, seconds: float) -> None:
    # Some times what it takes here, so that a busy machine does not fail it.
    graph = projection(network(sample(units, things)))
    sizes = radii(graph)
    started = perf_counter()
    points = positions(graph, sizes)
    assert perf_counter() - started < seconds
    assert overlapping(points, sizes) == []
