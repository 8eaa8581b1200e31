from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import networkx as nx
import numpy as np
import pytest
import scipy.sparse

from kg.network.build import network
from kg.network.projections import project
from kg.network.write import Format, cytoscape, gexf, graphml, nodes_csv, npz, write
from kg.rdf.contents import Contents
from tests.network.sample import edge, node, quote, sample, unit

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


def read(content: bytes) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(content), force_multigraph=True)


def test_what_is_read_back_is_what_was_written() -> None:
    graph = network(sample())
    back = read(graphml(graph))
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted(
        (a, b, data["predicate"], data["weight"]) for a, b, data in back.edges(data=True)
    ) == sorted(
        (a, b, key, data["weight"]) for a, b, key, data in graph.edges(keys=True, data=True)
    )


def test_edge_ids_are_unique_so_that_gephi_keeps_parallel_edges() -> None:
    root = ET.fromstring(graphml(network(sample())))
    ids = [found.get("id") for found in root.iter(f"{NAMESPACE}edge")]
    assert len(ids) == len(set(ids)) == network(sample()).number_of_edges()


def test_labels_and_weights_bear_the_names_gephi_reads() -> None:
    root = ET.fromstring(graphml(network(sample())))
    keys = {
        (key.get("for"), key.get("attr.name"), key.get("attr.type"))
        for key in root.iter(f"{NAMESPACE}key")
    }
    assert ("node", "label", "string") in keys
    assert ("edge", "weight", "long") in keys


def test_chinese_stands_in_the_file_as_chinese() -> None:
    content = graphml(network(Contents((unit("綦江区"),), (), (), ())))
    assert content.startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    assert "綦江区" in content.decode("utf-8")


def test_hostile_text_comes_back_as_text() -> None:
    label = 'A<script>&"]]> \x00\x1b 尾'
    given = Contents(
        (node("initiative/一", label, quotes=(quote("话"),)), unit("甲区")),
        (edge("unit/甲区", "implements", "initiative/一"),),
        (),
        (),
    )
    back = read(graphml(network(given)))
    assert back.nodes["initiative/一"]["label"] == 'A<script>&"]]> \ufffd\ufffd 尾'


def test_an_empty_network_is_a_file_too() -> None:
    assert len(read(graphml(network(Contents((), (), (), ()))))) == 0


def test_two_writings_are_the_same_bytes() -> None:
    assert graphml(network(sample())) == graphml(network(sample()))


NETWORKS = [network(sample(4, 30)), project(sample(4, 30), "unit-unit")]


@pytest.mark.parametrize("graph", NETWORKS, ids=["directed", "undirected"])
@pytest.mark.parametrize("form", Format)
def test_every_format_is_the_same_bytes_twice(graph: nx.Graph, form: Format) -> None:
    assert write(graph, form) == write(graph.copy(), form)


@pytest.mark.parametrize("graph", NETWORKS, ids=["directed", "undirected"])
def test_gexf_comes_back_with_labels_weights_and_all_edges(graph: nx.Graph) -> None:
    content = gexf(graph)
    assert b"lastmodified" not in content
    back = nx.read_gexf(io.BytesIO(content))
    assert back.is_directed() == graph.is_directed()
    assert dict(back.nodes(data="label")) == dict(graph.nodes(data="label"))
    assert back.number_of_edges() == graph.number_of_edges()
    weights = sorted(float(data["weight"]) for _, _, data in back.edges(data=True))
    assert weights == sorted(data["weight"] for _, _, data in graph.edges(data=True))


@pytest.mark.parametrize("graph", NETWORKS, ids=["directed", "undirected"])
def test_cytoscape_comes_back_as_it_was(graph: nx.Graph) -> None:
    back = nx.cytoscape_graph(json.loads(cytoscape(graph)))
    assert set(back) == set(graph)
    for name, data in graph.nodes(data=True):
        assert data.items() <= back.nodes[name].items()
    key = ("predicate", "weight") if graph.is_directed() else ("weight", "shared")
    for one, other in ((graph, back), (back, graph)):
        assert sorted([a, b, *(d[k] for k in key)] for a, b, d in one.edges(data=True)) == sorted(
            [a, b, *(d[k] for k in key)] for a, b, d in other.edges(data=True)
        )


@pytest.mark.parametrize("graph", NETWORKS, ids=["directed", "undirected"])
def test_npz_holds_the_matrix_of_weights_and_who_its_rows_are(graph: nx.Graph) -> None:
    content = npz(graph)
    matrix = scipy.sparse.load_npz(io.BytesIO(content))
    assert (matrix.toarray() == nx.to_numpy_array(graph, weight="weight")).all()
    held = np.load(io.BytesIO(content))
    assert held["nodes"].tolist() == list(graph)
    assert held["labels"].tolist() == [label for _, label in graph.nodes(data="label")]


def test_csv_has_a_row_for_each_edge_and_each_node() -> None:
    graph = NETWORKS[0]
    files = write(graph, Format.CSV)
    edges, nodes = (
        list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))
        for name in (".csv", ".nodes.csv")
    )
    assert {
        (row["source"], row["target"], row["predicate"], int(row["weight"])) for row in edges
    } == {
        (one, other, key, data["weight"])
        for one, other, key, data in graph.edges(keys=True, data=True)
    }
    assert [row["id"] for row in nodes] == list(graph)
    assert edges[0]["source_label"] == graph.nodes[edges[0]["source"]]["label"]


def test_hostile_text_is_text_in_every_format() -> None:
    label = "=cmd|'/C calc'!A0</script>&\"]]>\x00"
    given = Contents((node("initiative/一", label), unit("甲区")), (), (), ())
    graph = network(given)
    back = nx.read_gexf(io.BytesIO(gexf(graph)))
    assert back.nodes["initiative/一"]["label"] == label.replace("\x00", "\ufffd")
    assert json.loads(cytoscape(graph))["elements"]["nodes"][0]["data"]["label"] == label
    (row,) = [
        row
        for row in csv.reader(io.StringIO(nodes_csv(graph).decode("utf-8-sig")))
        if row[0] == "initiative/一"
    ]
    assert not [cell for cell in row if cell[:1] in "=+@" and cell]
