"""Every measure on graphs small enough to count by hand."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest

from kg.network import measures
from kg.network.backend.graph import CompactGraph, compact
from kg.network.communities import _stability, communities
from kg.network.summary import assortativity, summary


def weighted(*edges: tuple[str, str, float], **attributes: str) -> nx.Graph:
    graph = nx.Graph()
    graph.add_weighted_edges_from(edges)
    for node in graph:
        graph.nodes[node].update(label=node, cls=attributes.get(node, "Unit"), group="Unit")
    return graph


# A triangle a b c, and d that hangs on c.
KITE = weighted(("a", "b", 1), ("b", "c", 2), ("a", "c", 1), ("c", "d", 3))


@pytest.fixture(params=["networkx", "backend"])
def least_edges(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Every measure is computed by networkx, and again by the backend."""
    least = {"networkx": 1000, "backend": 0}[request.param]
    monkeypatch.setattr(measures, "LEAST_EDGES", least)
    assert isinstance(measures.quick(KITE), CompactGraph) == (least == 0)
    return least


def test_shortest_paths_of_the_kite(least_edges: int) -> None:
    found = measures.paths(KITE)
    # of the three pairs of a, b, d that c stands outside of, a-d and b-d meet in c
    assert found.betweenness == pytest.approx({"a": 0, "b": 0, "c": 2 / 3, "d": 0})
    assert found.closeness == pytest.approx({"a": 3 / 4, "b": 3 / 4, "c": 1, "d": 3 / 5})
    assert found.harmonic == pytest.approx({"a": 2.5, "b": 2.5, "c": 3, "d": 2})
    assert found.error == 0


def test_structure_of_the_kite(least_edges: int) -> None:
    found = measures.structure(KITE)
    assert found.core == {"a": 2, "b": 2, "c": 2, "d": 1}
    assert found.articulation == {"c"}
    assert found.bridges == {"a": 0, "b": 0, "c": 1, "d": 1}


def test_pagerank_of_a_weighted_star(least_edges: int) -> None:
    star = weighted(("h", "x", 1), ("h", "y", 2), ("h", "z", 3))
    found = nx.pagerank(measures.quick(star), weight="weight", tol=1e-12, max_iter=1000)
    # the hub has all but (1 - d)/n of the leaves' rank, they share it by weight
    hub = (0.15 / 4 + 0.85) / 1.85
    leaves = {
        leaf: 0.15 / 4 + 0.85 * hub * weight / 6
        for leaf, weight in zip("xyz", (1, 2, 3), strict=True)
    }
    assert found == pytest.approx({"h": hub, **leaves}, abs=1e-9)


def test_eigenvector_of_a_weighted_star(least_edges: int) -> None:
    star = weighted(("h", "x", 3), ("h", "y", 4), ("p", "q", 9))
    # the eigenvalue is the root of 9 + 16; the pair apart has no share in it
    half = math.sqrt(0.5)
    expected = {"h": half, "x": half * 3 / 5, "y": half * 4 / 5, "p": 0, "q": 0}
    assert measures.eigenvector(star) == pytest.approx(expected, abs=1e-9)


def test_hubs_and_authorities_of_two_units(least_edges: int) -> None:
    pairs = nx.Graph()
    pairs.add_nodes_from(["u", "v"], bipartite=0)
    pairs.add_nodes_from(["x", "y"], bipartite=1)
    pairs.add_weighted_edges_from([("u", "x", 1), ("u", "y", 1), ("v", "y", 1)])
    hubs, authorities = measures.hits(pairs)
    # the matrix of authorities ((1, 1), (1, 2)) has the golden ratio for eigenvector
    golden = (1 + math.sqrt(5)) / 2
    one, other = 1 / (1 + golden), golden / (1 + golden)
    assert hubs == pytest.approx({"u": other, "v": one, "x": 0, "y": 0}, abs=1e-9)
    assert authorities == pytest.approx({"u": 0, "v": 0, "x": one, "y": other}, abs=1e-9)


def test_hubs_of_one_unit_and_of_none() -> None:
    pair = nx.Graph()
    pair.add_node("u", bipartite=0)
    pair.add_node("x", bipartite=1)
    pair.add_edge("x", "u", weight=2)
    assert measures.hits(pair) == ({"u": 1, "x": 0}, {"u": 0, "x": 1})
    assert measures.hits(nx.Graph()) == ({}, {})


def test_assortativity_of_a_path_of_two_classes() -> None:
    path = weighted(("a", "b", 1), ("b", "c", 1), ("c", "d", 1), c="Place", d="Place")
    # of 6 ends 4 meet their own class; half would by chance: (2/3 - 1/2) / (1 - 1/2)
    assert assortativity(path, "cls") == pytest.approx(1 / 3)
    assert assortativity(path, "group") is None
    assert assortativity(nx.Graph(), "cls") is None


def test_communities_of_two_triangles_on_a_bridge() -> None:
    graph = weighted(
        *(("a", "b", 1), ("b", "c", 1), ("a", "c", 1), ("c", "x", 1)),
        *(("x", "y", 1), ("y", "z", 1), ("x", "z", 1)),
    )
    found = communities(graph)
    assert found.of == {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2, "z": 2}
    # each has 3 of 7 edges inside and 7 of 14 ends
    assert found.modularity == pytest.approx(2 * (3 / 7 - 1 / 4))
    assert set(found.stability.values()) == {1.0}
    told = summary(graph)
    assert (told.communities, told.bridges, told.articulation_points) == (2, 1, 2)
    assert (told.components, told.largest_component, told.density) == (1, 6, round(7 / 15, 9))


def test_stability_is_the_share_of_companions_met_again() -> None:
    # 0, 1, 2 are together; the second run puts 2 with 3
    assert _stability([0, 0, 0, 1], [[0, 0, 0, 1], [5, 5, 7, 7]]) == [0.75, 0.75, 0.5, 1.0]


def test_ranks_of_equals_are_shared() -> None:
    assert measures.ranks({"a": 3, "b": 5, "c": 3, "d": 1}) == {"a": 2, "b": 1, "c": 2, "d": 4}


def test_the_error_bound_by_hand() -> None:
    # 5 of 9 other sources: sqrt((1 - 4/9) ln(2 × 10 / 0.05) / (2 × 5))
    by_hand = math.sqrt(5 / 9 * math.log(400) / 10)
    assert measures.sampling_error(10, 6) == pytest.approx(by_hand)
    assert measures.sampling_error(10, 10) == 0
    assert measures.sampling_error(10, 1) == 1
    assert measures.sampling_error(10_000, 3000) < measures.sampling_error(10_000, 300)


@pytest.mark.parametrize("seed", range(5))
def test_estimates_lie_within_their_bound(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.gnm_random_graph(400, 1000, seed=seed)
    exact = measures.paths(graph)
    monkeypatch.setattr(measures, "EXACT_STEPS", 0)
    monkeypatch.setattr(measures, "PIVOTS", 60)
    monkeypatch.setattr(measures, "SEED", seed)
    found = measures.paths(graph)
    assert 0 < found.error < 1
    assert found.betweenness == pytest.approx(
        nx.betweenness_centrality(graph, k=60, seed=seed), abs=1e-8
    )
    for node in graph:
        assert abs(found.betweenness[node] - exact.betweenness[node]) <= found.error
        assert abs(found.harmonic[node] - exact.harmonic[node]) <= found.error * 399
    closeness = np.corrcoef(
        [found.closeness[node] for node in graph], [exact.closeness[node] for node in graph]
    )
    assert closeness[0, 1] > 0.9


def test_all_nodes_as_pivots_are_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = measures.paths(KITE)
    monkeypatch.setattr(measures, "PIVOTS", 4)
    closeness, harmonic = measures._from_pivots(compact(KITE))
    assert closeness == pytest.approx(exact.closeness)
    assert harmonic == pytest.approx(exact.harmonic)
