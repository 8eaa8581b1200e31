from __future__ import annotations

import subprocess
import sys

import pytest

from kg.network.build import network
from kg.rdf.contents import Contents, Edge, Node
from tests.network.sample import edge, node, quote, sample, unit


def contents(nodes: list[Node], edges: list[Edge]) -> Contents:
    return Contents(tuple(nodes), tuple(edges), (), ())


def test_a_node_carries_what_is_known_of_it() -> None:
    said = quote("綦江对标体系"), quote("綦江区举办大会", 9)
    row = unit(
        "綦江区", code="500110", alt_labels=("綦江", "綦江县"), speeches=("甲",), quotes=said
    )
    graph = network(contents([row], []))
    assert graph.nodes["unit/綦江区"] == {
        "label": "綦江区",
        "cls": "District",
        "group": "Unit",
        "code": "500110",
        "alt_labels": "綦江 | 綦江县",
        "speeches": 1,
        "mentions": 2,
    }


def test_an_edge_weighs_as_many_passages_as_state_it() -> None:
    said = quote("甲区实施一", 0, "甲"), quote("甲区实施一", 40, "甲"), quote("实施一", 90, "乙")
    rows = [edge("unit/甲区", "implements", "initiative/一", *said)]
    graph = network(contents([unit("甲区"), node("initiative/一", "一")], rows))
    assert graph.edges["unit/甲区", "initiative/一", "implements"] == {
        "predicate": "implements",
        "weight": 3,
        "status": "Reported",
        "speeches": 2,
    }


def test_a_relation_without_a_passage_still_counts_once() -> None:
    nodes = [node("industry/铝", "铝"), node("initiative/体系", "体系")]
    graph = network(contents(nodes, [edge("industry/铝", "partOf", "initiative/体系")]))
    assert graph.edges["industry/铝", "initiative/体系", "partOf"]["weight"] == 1


def test_two_predicates_between_two_nodes_are_two_edges() -> None:
    nodes = [unit("甲区"), node("initiative/一", "一")]
    rows = [edge("unit/甲区", name, "initiative/一") for name in ("implements", "creates")]
    assert sorted(network(contents(nodes, rows)).edges(keys=True)) == [
        ("unit/甲区", "initiative/一", "creates"),
        ("unit/甲区", "initiative/一", "implements"),
    ]


@pytest.mark.parametrize("order", [("Planned", "Reported"), ("Reported", "Planned")])
def test_a_relation_both_planned_and_reported_is_reported(order: tuple[str, str]) -> None:
    nodes = [unit("甲区"), node("project/一", "一", "Project", "Project")]
    rows = [
        edge("unit/甲区", "advances", "project/一", quote(status), status=status)
        for status in order
    ]
    data = network(contents(nodes, rows)).edges["unit/甲区", "project/一", "advances"]
    assert (data["status"], data["weight"]) == ("Reported", 2)


@pytest.mark.parametrize("cls", ["Post", "Meeting", "Speech", "Indicator"])
def test_what_is_no_thing_of_the_network_stays_out_with_its_relations(cls: str) -> None:
    nodes = [unit("甲区"), node("x/某", "某", cls, cls)]
    graph = network(contents(nodes, [edge("x/某", "leads", "unit/甲区")]))
    assert list(graph) == ["unit/甲区"]
    assert graph.number_of_edges() == 0


def test_nodes_without_relations_are_kept() -> None:
    assert list(network(contents([unit("乙区"), unit("甲区")], []))) == ["unit/乙区", "unit/甲区"]


def test_the_order_of_the_rows_does_not_matter() -> None:
    given = sample()
    turned = Contents(given.nodes[::-1], given.edges[::-1], (), ())
    one, other = network(given), network(turned)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))
    assert list(one) == sorted(one)


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = (
        "import sys, kg.network.build, kg.network.centrality, kg.network.write; "
        "print({'networkx', 'scipy', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
