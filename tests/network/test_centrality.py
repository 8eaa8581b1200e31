from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import networkx as nx
import pytest

from kg.network import measures
from kg.network.build import network
from kg.network.centrality import MEASURES, Centrality, centrality
from kg.network.communities import communities
from kg.network.projection import projection
from kg.network.write import graphml
from kg.rdf.contents import Contents
from tests.network.sample import edge, node, sample, unit

THREADS = ("RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


def rows_of(*triples: tuple[str, str, str], alone: str = "") -> dict[str, Centrality]:
    """The rows of a network of these relations, by label."""
    names = sorted({name for a, _, b in triples for name in (a, b)} | set(alone))
    given = Contents(
        tuple(node(name, name) for name in names),
        tuple(edge(*triple) for triple in triples),
        (),
        (),
    )
    return {row.label: row for row in centrality(network(given))}


def test_a_star_is_ranked_by_hand() -> None:
    rows = rows_of(("h", "implements", "a"), ("h", "creates", "b"), ("c", "leads", "h"), alone="z")
    hub = rows["h"]
    assert (hub.degree, hub.weighted_degree) == (3, 3)
    # all three pairs of leaves meet in the hub, of (n-1)(n-2)/2 = 6 pairs of others
    assert hub.betweenness == 0.5
    assert (rows["a"].betweenness, rows["z"].betweenness) == (0, 0)
    # the eigenvector of a star: 1/√2 at the hub, 1/√6 at each of three leaves
    assert hub.eigenvector == pytest.approx(0.5**0.5, abs=1e-6)
    assert rows["a"].eigenvector == pytest.approx(6**-0.5, abs=1e-6)
    assert rows["z"].eigenvector == 0
    assert max(rows.values(), key=lambda row: row.pagerank) is hub
    assert sum(row.pagerank for row in rows.values()) == pytest.approx(1, abs=1e-6)


def test_parallel_relations_count_as_one_neighbour_and_all_their_passages() -> None:
    rows = rows_of(("a", "implements", "b"), ("a", "creates", "b"), ("b", "partOf", "a"))
    assert (rows["a"].degree, rows["a"].weighted_degree) == (1, 3)


def test_rows_come_by_falling_pagerank_then_id() -> None:
    rows = centrality(network(sample()))
    assert list(rows) == sorted(rows, key=lambda row: (-row.pagerank, row.id))
    assert len(rows) == len(network(sample()))


def test_the_eigenvector_belongs_to_the_largest_part() -> None:
    small = [("x", "leads", "y"), ("y", "leads", "z"), ("z", "leads", "x")]
    rows = rows_of(("a", "leads", "b"), ("b", "leads", "c"), ("c", "leads", "d"), *small)
    assert all(rows[name].eigenvector > 0 for name in "abcd")
    assert all(rows[name].eigenvector == 0 for name in "xyz")


@pytest.mark.parametrize("edges", [[], [("a", "leads", "b")], [("a", "leads", "a")]])
def test_the_smallest_networks_have_centralities_too(edges: list[tuple[str, str, str]]) -> None:
    rows = rows_of(*edges, alone="ab")
    assert {row.label for row in rows.values()} == {"a", "b"}
    assert all(row.pagerank == 0.5 for row in rows.values())


def test_an_empty_network_has_no_rows() -> None:
    assert centrality(network(Contents((), (), (), ()))) == ()


def test_the_rows_agree_with_networkx_on_the_file(tmp_path: Path) -> None:
    graph = network(sample())
    rows = centrality(graph)
    path = tmp_path / "graph.graphml"
    path.write_bytes(graphml(graph))
    plain = projection(nx.read_graphml(path, force_multigraph=True))
    parts = sorted(nx.connected_components(plain), key=lambda part: -len(part))
    largest = plain.subgraph(sorted(parts[0]))
    pagerank = nx.pagerank(plain, weight="weight")
    betweenness = nx.betweenness_centrality(plain)
    eigenvector = nx.eigenvector_centrality_numpy(largest, weight="weight")
    community = communities(plain).of
    for row in rows:
        assert row.degree == plain.degree(row.id)
        assert row.weighted_degree == plain.degree(row.id, weight="weight")
        assert row.pagerank == pytest.approx(pagerank[row.id], abs=1e-8)
        assert row.betweenness == pytest.approx(betweenness[row.id], abs=1e-8)
        assert row.eigenvector == pytest.approx(eigenvector.get(row.id, 0), abs=1e-8)
        assert row.community == community[row.id]


def test_beyond_its_limit_betweenness_is_the_documented_estimate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(measures, "EXACT_STEPS", 1_000_000)
    graph = network(sample(20, 1000))
    plain = projection(graph)
    expected = nx.betweenness_centrality(plain, k=measures.PIVOTS, seed=measures.SEED)
    for row in centrality(graph):
        assert row.betweenness == pytest.approx(expected[row.id], abs=1e-8)
        assert row.error == round(measures.sampling_error(len(plain), measures.PIVOTS), 9)


def test_ranks_follow_the_values() -> None:
    rows = centrality(network(sample()))
    for name in MEASURES:
        for row in rows:
            value = getattr(row, name)
            assert row.ranks[name] == 1 + sum(getattr(one, name) > value for one in rows)


def test_the_table_says_who_holds_the_network_together() -> None:
    rows = rows_of(
        ("a", "leads", "b"), ("b", "leads", "c"), ("a", "leads", "c"), ("c", "leads", "d")
    )
    assert [row.label for row in rows.values() if row.articulation] == ["c"]
    assert {name: row.bridges for name, row in rows.items()} == {"a": 0, "b": 0, "c": 1, "d": 1}
    assert {name: row.core for name, row in rows.items()} == {"a": 2, "b": 2, "c": 2, "d": 1}


def test_hubs_are_units_and_authorities_initiatives_of_the_whole_network() -> None:
    nodes = (unit("甲"), unit("乙"), *(node(name, name) for name in "xyz"))
    triples = [("甲", "x"), ("甲", "y"), ("乙", "y")]
    edges = (*(edge(f"unit/{a}", "creates", b) for a, b in triples), edge("x", "partOf", "z"))
    rows = {row.id: row for row in centrality(network(Contents(nodes, edges, (), ())))}
    golden = (1 + 5**0.5) / 2
    assert rows["unit/甲"].hub == pytest.approx(golden / (1 + golden), abs=1e-8)
    assert rows["y"].authority == pytest.approx(golden / (1 + golden), abs=1e-8)
    assert (rows["y"].hub, rows["z"].authority) == (0, 0)


def test_the_same_table_under_any_hash_seed_and_number_of_threads() -> None:
    code = (
        "import hashlib; from kg import tables; from kg.network.build import network; "
        "from kg.network.centrality import centrality; from tests.network.sample import sample; "
        "print([hashlib.sha256(tables.centrality(centrality(network(sample(*size))))).hexdigest()"
        " for size in ((10, 220), (30, 1500))])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | dict.fromkeys(THREADS, threads) | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "2"), ("3", "4"))
    }
    assert len(outputs) == 1


def test_a_newspaper_page_takes_well_under_a_second() -> None:
    graph = network(sample())
    centrality(graph)  # the first call loads scipy
    started = perf_counter()
    centrality(graph)
    assert perf_counter() - started < 1


def test_units_lead_where_all_else_hangs_on_them() -> None:
    given = sample()
    best = centrality(network(given))[:5]
    assert {row.cls for row in best} == {"District"}
