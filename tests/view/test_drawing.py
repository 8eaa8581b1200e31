from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING

from kg.network.build import network
from kg.network.centrality import centrality
from kg.rdf.contents import Contents
from kg.view.drawing import drawing
from kg.view.facts import passages
from tests.network.sample import edge, node, quote, sample, speech, unit

if TYPE_CHECKING:
    from pyvis.network import Network


def drawn(contents: Contents) -> Network:
    graph = network(contents)
    return drawing(contents, graph, centrality(graph), passages(contents))


def test_every_node_and_every_parallel_edge_is_drawn() -> None:
    graph = network(sample())
    net = drawn(sample())
    assert {item["id"] for item in net.nodes} == set(graph)
    assert {(item["from"], item["predicate"], item["to"]) for item in net.edges} == {
        (source, key, target) for source, target, key in graph.edges(keys=True)
    }
    assert [item["id"] for item in net.edges] == list(range(graph.number_of_edges()))


def test_the_most_central_node_is_the_largest_of_its_shape() -> None:
    given = sample()
    best = centrality(network(given))[0]
    discs = [item for item in drawn(given).nodes if item["group"] == "Unit"]
    assert max(discs, key=lambda item: item["size"])["id"] == best.id
    assert next(item for item in discs if item["id"] == best.id)["rank"] == 1


def test_parallel_edges_bend_apart() -> None:
    given = Contents(
        (node("initiative/一", "一"), unit("甲区")),
        tuple(edge("unit/甲区", name, "initiative/一") for name in ("creates", "implements")),
        (),
        (),
    )
    bends = [item.get("smooth", {}).get("roundness", 0) for item in drawn(given).edges]
    assert len(set(bends)) == 2


def test_plans_and_the_glossary_are_drawn_in_other_strokes_than_reports() -> None:
    given = Contents(
        (node("initiative/一", "一"), unit("甲区"), unit("乙区"), unit("丙区")),
        (
            edge("unit/甲区", "creates", "initiative/一", quote("甲")),
            edge("unit/乙区", "creates", "initiative/一", quote("乙"), status="Planned"),
            edge("unit/丙区", "alignsWith", "initiative/一"),
        ),
        (),
        (),
    )
    strokes = {item["from"]: item.get("dashes") for item in drawn(given).edges}
    assert strokes["unit/甲区"] is None
    assert strokes["unit/乙区"] and strokes["unit/丙区"]
    assert strokes["unit/乙区"] != strokes["unit/丙区"]


def test_more_passages_make_a_wider_edge() -> None:
    said = tuple(quote("话", start) for start in (0, 10, 20))
    given = Contents(
        (node("initiative/一", "一"), unit("甲区"), unit("乙区")),
        (
            edge("unit/甲区", "creates", "initiative/一", *said),
            edge("unit/乙区", "creates", "initiative/一", said[0]),
        ),
        (),
        (),
    )
    widths = {item["from"]: item["width"] for item in drawn(given).edges}
    assert widths["unit/甲区"] > widths["unit/乙区"]


def test_what_is_only_mentioned_lies_by_the_unit_in_whose_speech_it_is() -> None:
    names = ["甲区", "乙区"]
    things = [node(f"project/{name}{i}", f"{name}{i}") for name in names for i in range(9)]
    edges = [edge(f"unit/{row.label[:2]}", "advances", row.id) for row in things]
    only = node("brand/牌", "牌", speeches=("乙区的发言",))
    given = Contents(
        (*things, *(unit(name) for name in names), only),
        tuple(edges),
        (),
        tuple(speech(name) for name in names),
    )
    at = {item["id"]: (item["x"], item["y"]) for item in drawn(given).nodes}

    assert dist(at["brand/牌"], at["unit/乙区"]) < dist(at["brand/牌"], at["unit/甲区"])


def test_physics_is_off() -> None:
    assert drawn(sample()).options["physics"] == {"enabled": False}
