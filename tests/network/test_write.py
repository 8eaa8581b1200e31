from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import networkx as nx

from kg.network.build import network
from kg.network.write import graphml
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
