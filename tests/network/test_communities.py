from __future__ import annotations

import os
import subprocess
import sys

import networkx as nx

from kg.network.communities import communities


def two_cliques() -> nx.Graph:
    """Five things that all know each other, four others that do, one bridge, one alone."""
    graph = nx.Graph()
    graph.add_nodes_from(["独"])
    for names in ("甲乙丙丁戊", "子丑寅卯"):
        graph.add_edges_from((a, b, {"weight": 2}) for a in names for b in names if a < b)
    graph.add_edge("甲", "子", weight=1)
    return graph


def test_cliques_are_communities_numbered_by_size() -> None:
    found = communities(two_cliques()).of
    assert {found[name] for name in "甲乙丙丁戊"} == {1}
    assert {found[name] for name in "子丑寅卯"} == {2}
    assert found["独"] == 3


def test_equal_communities_are_numbered_by_their_smallest_id() -> None:
    graph = nx.Graph()
    graph.add_edges_from([("d", "e"), ("b", "c"), ("a", "f")], weight=1)
    found = communities(graph).of
    assert (found["a"], found["b"], found["d"]) == (1, 2, 3)


def test_no_nodes_no_communities() -> None:
    assert communities(nx.Graph()).of == {}


def test_every_process_finds_the_same() -> None:
    # Sets of strings iterate in another order under each hash seed.
    code = (
        "from tests.network.sample import sample; from kg.network.build import network; "
        "from kg.network.projection import projection; "
        "from kg.network.communities import communities; "
        "print(sorted(communities(projection(network(sample()))).of.items()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
