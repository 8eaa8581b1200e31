"""The output files, as the programs open them that users have."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import networkx as nx
import pytest

from kg import tables
from kg.api import Graph
from kg.outputs import files
from kg.rdf.contents import Contents, Edge, Node


@pytest.fixture(scope="module")
def outputs(seed_graph: Graph) -> Mapping[str, bytes]:
    return files(seed_graph)


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel takes a CSV without BOM for another encoding"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_centrality_agrees_with_networkx_on_the_graphml(outputs: Mapping[str, bytes]) -> None:
    read = nx.read_graphml(io.BytesIO(outputs["graph.graphml"]), force_multigraph=True)
    plain = nx.Graph()
    plain.add_nodes_from(read)
    for source, target, data in read.edges(data=True):
        if source != target:
            weight = plain.get_edge_data(source, target, {"weight": 0})["weight"]
            plain.add_edge(source, target, weight=weight + data["weight"])
    pagerank = nx.pagerank(plain, weight="weight")
    betweenness = nx.betweenness_centrality(plain)
    rows = rows_of(outputs["centrality.csv"])
    assert len(rows) == len(plain)
    for row in rows:
        assert int(row["degree"]) == plain.degree(row["id"])
        assert float(row["weighted_degree"]) == plain.degree(row["id"], weight="weight")
        assert float(row["pagerank"]) == pytest.approx(pagerank[row["id"]], abs=1e-6)
        assert float(row["betweenness"]) == pytest.approx(betweenness[row["id"]], abs=1e-8)


def test_every_relation_row_opens_a_sentence_or_names_its_source(
    outputs: Mapping[str, bytes],
) -> None:
    for row in rows_of(outputs["relations.csv"]):
        assert row["quote"] or row["authority"]


def test_observations_hold_a_figure_checked_against_the_page(outputs: Mapping[str, bytes]) -> None:
    rows = rows_of(outputs["observations.csv"])
    (row,) = [one for one in rows if one["unit"] == "两江新区" and one["value"] == "72.5"]
    assert (row["indicator"], row["unit_text"], row["kind"]) == ("工业投资", "亿元", "Level")
    assert row["amount"] == "7250000000"
    assert "完成工业投资72.5亿元、增长10.2%" in row["quote"]


def test_columns_are_those_documented(outputs: Mapping[str, bytes]) -> None:
    documented = {
        "entities.csv": tables.ENTITY_COLUMNS,
        "relations.csv": tables.RELATION_COLUMNS,
        "observations.csv": tables.OBSERVATION_COLUMNS,
        "centrality.csv": tables.CENTRALITY_COLUMNS,
    }
    for name, columns in documented.items():
        assert list(rows_of(outputs[name])[0]) == list(columns)


def test_no_text_of_a_speech_runs_as_a_formula() -> None:
    evil = "=cmd|' /C calc'!A0"
    node = Node("project/x", evil, "Project", "Project", ("+1", "-2+3"), "", (), ())
    edge = Edge("project/x", "builds", "project/x", "Reported", (), "@SUM(A1)")
    contents = Contents((node,), (edge,), (), ())
    cells = [
        cell
        for content in (tables.entities(contents), tables.relations(contents))
        for row in rows_of(content)
        for cell in row.values()
    ]
    assert evil in "".join(cells)
    assert not [cell for cell in cells if cell[:1] in "=+@" and cell]
