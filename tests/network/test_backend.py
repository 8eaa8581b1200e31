"""The backend gives what networkx gives: on drawn graphs, and in networkx's own tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.network.backend.graph import compact
from kg.network.backend.leiden import leiden_labels, modularity
from kg.network.backend.walks import dependencies, distances

BACKEND = "fayan"
EXACT = 1e-8
# networkx tells each time that it uses a conversion it has kept.
pytestmark = pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")


@st.composite
def graphs(
    draw: st.DrawFn,
    kinds: tuple[type[nx.Graph], ...] = (nx.Graph, nx.DiGraph),
    loops: bool = True,
) -> nx.Graph:
    """A graph of up to 14 nodes with strings for nodes, weights, loops and parts."""
    graph = draw(st.sampled_from(kinds))()
    size = draw(st.integers(1, 14))
    names = [f"n{number}" for number in draw(st.permutations(range(size)))]
    graph.add_nodes_from(names)
    ends = st.sampled_from(names)
    for one, other, weight in draw(
        st.lists(st.tuples(ends, ends, st.integers(1, 5)), max_size=3 * size)
    ):
        if loops or one != other:
            graph.add_edge(one, other, weight=weight)
    return graph


ANY = graphs((nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph))
UNDIRECTED = graphs((nx.Graph,), loops=False)


def agree(function: Callable[..., Any], graph: nx.Graph, **given: object) -> None:
    """Both give the same to 1e-8, or both fail alike."""
    try:
        expected = function(graph, **given)
    except (nx.NetworkXException, ZeroDivisionError) as error:
        with pytest.raises(type(error)):
            function(graph, backend=BACKEND, **given)
        return
    found = function(graph, backend=BACKEND, **given)
    for one, other in (
        zip(expected, found, strict=True) if isinstance(found, tuple) else [(expected, found)]
    ):
        assert one.keys() == other.keys()
        assert [other[key] for key in one] == pytest.approx(
            list(one.values()), abs=EXACT, rel=0, nan_ok=True
        )


@given(ANY, st.sampled_from([None, "weight"]))
def test_pagerank(graph: nx.Graph, weight: str | None) -> None:
    agree(nx.pagerank, graph, weight=weight)


@given(graphs(), st.data())
def test_pagerank_with_a_preference(graph: nx.Graph, data: st.DataObject) -> None:
    chosen = {data.draw(st.sampled_from(list(graph))): 2.0}
    agree(nx.pagerank, graph, personalization=chosen, dangling=chosen, nstart=chosen)


@given(ANY, st.booleans(), st.booleans())
def test_betweenness(graph: nx.Graph, normalized: bool, endpoints: bool) -> None:
    agree(nx.betweenness_centrality, graph, normalized=normalized, endpoints=endpoints)


@given(ANY, st.booleans(), st.booleans(), st.integers(0, 9), st.data())
def test_betweenness_from_the_same_pivots(
    graph: nx.Graph, normalized: bool, endpoints: bool, seed: int, data: st.DataObject
) -> None:
    k = data.draw(st.integers(1, len(graph)))
    agree(
        nx.betweenness_centrality,
        graph,
        k=k,
        seed=seed,
        normalized=normalized,
        endpoints=endpoints,
    )


@given(graphs(), st.booleans())
def test_edge_betweenness(graph: nx.Graph, normalized: bool) -> None:
    agree(nx.edge_betweenness_centrality, graph, normalized=normalized)


@given(ANY, st.booleans())
def test_closeness(graph: nx.Graph, wf_improved: bool) -> None:
    agree(nx.closeness_centrality, graph, wf_improved=wf_improved)


@given(ANY, st.data())
def test_harmonic(graph: nx.Graph, data: st.DataObject) -> None:
    some = st.none() | st.sets(st.sampled_from(list(graph)), min_size=1)
    agree(nx.harmonic_centrality, graph, nbunch=data.draw(some), sources=data.draw(some))


@given(graphs(), st.sampled_from([None, "weight"]))
def test_eigenvector_by_power_iteration(graph: nx.Graph, weight: str | None) -> None:
    agree(nx.eigenvector_centrality, graph, weight=weight, max_iter=500)


@given(UNDIRECTED, st.sampled_from([None, "weight"]))
def test_eigenvector_by_arnoldi(graph: nx.Graph, weight: str | None) -> None:
    part = graph.subgraph(max(nx.connected_components(graph), key=len))
    if len(part) > 2:  # networkx fails on fewer
        agree(nx.eigenvector_centrality_numpy, part, weight=weight)


@given(graphs((nx.DiGraph,), loops=False))
def test_hits(graph: nx.DiGraph) -> None:
    matrix = nx.to_numpy_array(graph)
    if len(graph) > 2 and matrix.any():
        values = np.linalg.svd(matrix, compute_uv=False)
        if values[0] - values[1] > 1e-3:  # else no pair of hubs and authorities is the only one
            agree(nx.hits, graph, tol=0, nstart=dict.fromkeys(graph, 1.0))


@given(graphs((nx.Graph,)))
def test_core_numbers(graph: nx.Graph) -> None:
    agree(nx.core_number, graph)


@given(graphs((nx.Graph,)))
def test_bridges_and_articulation_points(graph: nx.Graph) -> None:
    expected = {frozenset(pair) for pair in nx.bridges(graph)}
    assert {frozenset(pair) for pair in nx.bridges(graph, backend=BACKEND)} == expected
    root = next(iter(graph))
    near = {frozenset(pair) for pair in nx.bridges(graph, root=root)}
    assert {frozenset(pair) for pair in nx.bridges(graph, root=root, backend=BACKEND)} == near
    points = set(nx.articulation_points(graph))
    assert set(nx.articulation_points(graph, backend=BACKEND)) == points


@given(UNDIRECTED, st.integers(0, 9))
def test_leiden_gives_connected_communities_that_networkx_finds_as_modular(
    graph: nx.Graph, seed: int
) -> None:
    found = nx.community.leiden_communities(graph, seed=seed, backend=BACKEND)
    assert nx.community.is_partition(graph, found)
    for group in found:
        assert nx.is_connected(graph.subgraph(group))
    if graph.number_of_edges():
        labels = {node: number for number, group in enumerate(found) for node in group}
        ours = modularity(compact(graph, {"weight": 1}), [labels[node] for node in graph])
        assert ours == pytest.approx(nx.community.modularity(graph, found), abs=EXACT)


def test_leiden_is_no_worse_than_louvain_and_its_rounds_rise() -> None:
    graph = nx.gnm_random_graph(300, 900, seed=1)
    louvain = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=1))
    rounds = [
        nx.community.modularity(graph, found)
        for found in nx.community.leiden_partitions(graph, seed=1, backend=BACKEND)
    ]
    assert rounds == sorted(rounds)
    assert rounds[-1] >= louvain


def test_leiden_refuses_what_it_could_not_end_on() -> None:
    graph = compact(nx.Graph([("a", "b", {"weight": -1})]), {"weight": 1})
    with pytest.raises(nx.NetworkXError, match="weights"):
        leiden_labels(graph, 1)


def test_functions_run_after_one_another_on_one_graph() -> None:
    """scipy sorts the rows of a matrix in place; the weights must not stay behind."""
    drawn = nx.gnm_random_graph(60, 200, seed=2)
    for number, (_, _, data) in enumerate(drawn.edges(data=True)):
        data["weight"] = number % 5 + 1
    graph = nx.Graph()
    graph.add_nodes_from(sorted(drawn, key=lambda node: -node % 7))
    graph.add_edges_from(drawn.edges(data=True))
    whole = compact(graph, {"weight": 1})
    assert whole.number_of_edges() == 200
    weights = whole.matrix("weight")
    weights.sort_indices()
    weights.sum_duplicates()
    assert (weights != weights.T).nnz == 0
    assert nx.pagerank(whole) == pytest.approx(nx.pagerank(graph), abs=EXACT)
    assert leiden_labels(whole, 1) == leiden_labels(compact(graph, {"weight": 1}), 1)


def test_a_path_of_more_nodes_than_a_batch_of_walks() -> None:
    """1,100 sources are three batches of 512; on a path the frontier is narrow."""
    graph = nx.path_graph(1100)
    whole = compact(graph)
    found = distances(whole, np.arange(1100))
    assert set(found.reached) == {1099}
    assert found.total[0] == 1099 * 1100 // 2
    assert found.inverse[0] == pytest.approx(sum(1 / step for step in range(1, 1100)))
    # of the middle of a path of 2m + 1 nodes m × m pairs have it between them, either way
    middle = nx.path_graph(31)
    assert dependencies(compact(middle), np.arange(31))[15] == 2 * 15 * 15


def test_small_graphs_stay_with_networkx_and_large_ones_do_not() -> None:
    code = (
        "import sys, networkx as nx; nx.betweenness_centrality(nx.gnm_random_graph(60, {}, seed=1))"
        "; print('rustworkx' in sys.modules)"
    )
    environment = os.environ | {"NETWORKX_BACKEND_PRIORITY": BACKEND}
    answers = [
        subprocess.run(
            [sys.executable, "-c", code.format(edges)],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for edges in (100, 1500)
    ]
    assert answers == ["False", "True"]


def test_what_the_backend_leaves_to_networkx_still_runs_under_it() -> None:
    graph = nx.gnm_random_graph(40, 100, seed=1)
    nx.set_edge_attributes(graph, 2, "weight")
    expected = nx.betweenness_centrality(graph, weight="weight")
    with nx.config(backend_priority=[BACKEND]), nx.config.backends.fayan(least_edges=1):
        assert nx.betweenness_centrality(graph, weight="weight") == expected
        assert nx.core_number(nx.DiGraph(graph)) == nx.core_number(
            nx.DiGraph(graph), backend="networkx"
        )


def test_using_all_cores_changes_no_more_than_the_last_bits() -> None:
    graph = nx.gnm_random_graph(200, 700, seed=3)
    expected = nx.betweenness_centrality(graph)
    with nx.config.backends.fayan(parallel=True):
        found = nx.betweenness_centrality(graph, backend=BACKEND)
    assert found == pytest.approx(expected, abs=1e-12)


def test_importing_networkx_loads_nothing_heavy_of_ours() -> None:
    code = (
        "import sys, networkx; names = {'rustworkx', 'graspologic_native', 'pyoxigraph', 'numpy'}; "
        "print(sorted(names & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_networkx_s_own_tests_pass_on_the_backend() -> None:
    parts = (
        "centrality.tests.test_betweenness_centrality",
        "centrality.tests.test_closeness_centrality",
        "centrality.tests.test_harmonic_centrality",
        "centrality.tests.test_eigenvector_centrality",
        "link_analysis.tests.test_pagerank",
        "link_analysis.tests.test_hits",
        "tests.test_core",
        "tests.test_bridges",
        "components.tests.test_biconnected",
        "community.tests.test_leiden",
    )
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--pyargs"),
            *(f"networkx.algorithms.{part}" for part in parts),
        ],
        env=os.environ | {"NETWORKX_TEST_BACKEND": BACKEND, "NETWORKX_FALLBACK_TO_NX": "True"},
        capture_output=True,
        text=True,
        cwd="/",
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
