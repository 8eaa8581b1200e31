from __future__ import annotations

import networkx as nx

from kg.network.projection import projection


def test_edges_of_both_directions_and_all_predicates_become_one() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="implements", weight=2)
    graph.add_edge("a", "b", key="creates", weight=1)
    graph.add_edge("b", "a", key="partOf", weight=4)
    plain = projection(graph)
    assert not plain.is_directed()
    assert list(plain.edges(data="weight")) == [("a", "b", 7)]


def test_a_relation_of_a_node_with_itself_is_no_neighbour() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "a", key="supports", weight=3)
    plain = projection(graph)
    assert (list(plain), plain.number_of_edges()) == (["a"], 0)
