"""The projections, counted by hand on three units and four initiatives."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import FayanError
from kg.network.bipartite import one_mode
from kg.network.projections import PROJECTIONS, Name, project
from kg.rdf.contents import Contents
from tests.network.sample import edge, node, quote, unit

A, B, C, D = (f"unit/{name}" for name in "甲乙丙丁")
X, Y, Z = (f"initiative/{name}" for name in ("六区", "行动", "机制"))
FIRM = "enterprise/公司"


S1, S2, S3 = quote("甲丙话", 0, "s1"), quote("甲话", 10, "s1"), quote("乙话", 20, "s2")
CONTENTS = Contents(
    nodes=(
        unit("甲", quotes=(S1, S2), speeches=("一",)),
        unit("乙", quotes=(S3,), speeches=("二",)),
        unit("丙", quotes=(S1,), speeches=("一",)),
        unit("丁"),
        node(X, "六区", quotes=(S1, S2, S3)),
        node(Y, "行动", quotes=(S2,)),
        node(Z, "机制"),
        node(FIRM, "公司", "Enterprise", "Enterprise"),
        node("speech/1", "甲的发言", "Speech", "Speech", quotes=(S1,)),
    ),
    edges=(
        edge(A, "alignsWith", X, S1, S2),
        edge(A, "implements", X, S1),
        edge(A, "implements", Y, S2),
        edge(B, "alignsWith", X, S3),
        edge(B, "creates", Y, S3),
        edge(C, "alignsWith", X),
        edge(C, "creates", Z),
        edge(X, "partOf", Z),
        edge(FIRM, "locatedIn", A, S1),
        edge(B, "attracts", FIRM, S3),
    ),
    figures=(),
    speeches=(),
)


def weights(graph: nx.Graph) -> dict[frozenset[str], float]:
    return {frozenset((one, other)): data for one, other, data in graph.edges(data="weight")}


def test_units_and_initiatives_are_the_two_sides() -> None:
    graph = project(CONTENTS, "unit-initiative")
    assert weights(graph) == {
        frozenset((A, X)): 3,  # two sentences align, one implements
        frozenset((A, Y)): 1,
        frozenset((B, X)): 1,
        frozenset((B, Y)): 1,
        frozenset((C, X)): 1,
        frozenset((C, Z)): 1,
    }
    assert graph.edges[A, X]["predicates"] == "alignsWith | implements"
    assert graph.edges[A, X]["speeches"] == 1
    sides = dict(graph.nodes(data="bipartite"))
    assert sides == {A: 0, B: 0, C: 0, X: 1, Y: 1, Z: 1}
    assert nx.is_bipartite(graph)
    assert graph.nodes[A]["label"] == "甲" and graph.nodes[X]["group"] == "Initiative"


@pytest.mark.parametrize(
    ("weight", "ab", "ac", "bc"),
    [
        ("count", 2, 1, 1),
        # A and B have 六区 and 行动, and no others; C has 六区 and 机制
        ("jaccard", 1, 1 / 3, 1 / 3),
        # 六区 is shared by three, 行动 by two
        ("newman", 1 / 2 + 1, 1 / 2, 1 / 2),
    ],
)
def test_units_that_share_initiatives(weight: str, ab: float, ac: float, bc: float) -> None:
    graph = project(CONTENTS, "unit-unit", weight)
    assert weights(graph) == pytest.approx(
        {frozenset((A, B)): ab, frozenset((A, C)): ac, frozenset((B, C)): bc}
    )
    assert graph.edges[A, B]["shared"] == "六区 | 行动"
    assert graph.edges[A, B]["count"] == 2
    assert "bipartite" not in graph.nodes[A]


def test_initiatives_that_units_share() -> None:
    graph = project(CONTENTS, "initiative-initiative")
    assert weights(graph) == {frozenset((X, Y)): 2, frozenset((X, Z)): 1}
    assert graph.edges[X, Z]["shared"] == "丙"


def test_alignment_counts_no_other_relation() -> None:
    graph = project(CONTENTS, "unit-alignment")
    assert set(weights(graph).values()) == {1}
    assert graph.edges[A, B]["shared"] == "六区"
    assert graph.edges[A, B]["newman"] == 0.5


def test_enterprises_and_units_in_either_direction() -> None:
    graph = project(CONTENTS, "enterprise-unit")
    assert weights(graph) == {frozenset((FIRM, A)): 1, frozenset((FIRM, B)): 1}
    assert graph.nodes[FIRM]["bipartite"] == 0


def test_things_named_in_one_sentence() -> None:
    graph = project(CONTENTS, "sentence")
    # S1 names 甲, 丙, 六区; S2 甲, 六区, 行动; S3 乙, 六区
    assert weights(graph)[frozenset((A, X))] == 2
    assert weights(graph)[frozenset((A, C))] == weights(graph)[frozenset((B, X))] == 1
    assert not graph.has_edge(A, B)
    assert graph.edges[B, X]["newman"] == 1
    assert graph.edges[A, X]["newman"] == 0.5 + 0.5
    assert graph.edges[A, X]["jaccard"] == pytest.approx(2 / 3)
    assert "speech/1" not in graph and D in graph


def test_things_named_in_one_speech() -> None:
    graph = project(CONTENTS, "speech")
    assert weights(graph)[frozenset((A, X))] == 1  # two sentences, one speech
    assert graph.has_edge(C, Y)
    assert not graph.has_edge(C, B)


def test_full_and_simple() -> None:
    full, simple = project(CONTENTS, "full"), project(CONTENTS, "simple")
    assert isinstance(full, nx.MultiDiGraph) and type(simple) is nx.Graph
    assert full.number_of_edges(A, X) == 2
    assert simple.edges[A, X] == {"weight": 3}
    assert simple.nodes[A]["label"] == "甲"


@pytest.mark.parametrize("name", list(Name))
def test_every_projection_says_what_it_is_and_has_the_documented_attributes(name: Name) -> None:
    told = PROJECTIONS[name]
    assert told.question.rstrip(".").count("?") >= 1 and told.weight and told.nodes
    graph = project(CONTENTS, name)
    for _, data in graph.nodes(data=True):
        documented = {"label", "cls", "group", "code", "alt_labels", "speeches", "mentions"}
        assert data.keys() - {"bipartite"} == documented
    assert graph.number_of_edges()
    for _, _, data in graph.edges(data=True):
        assert data["weight"] > 0


def test_an_empty_graph_has_every_projection() -> None:
    for name in Name:
        assert len(project(Contents((), (), (), ()), name)) == 0


def test_what_is_unknown_is_named() -> None:
    with pytest.raises(FayanError, match="units: no such projection; there are full, simple"):
        project(CONTENTS, "units")
    with pytest.raises(FayanError, match="cosine: no such weight"):
        project(CONTENTS, "unit-unit", "cosine")
    with pytest.raises(FayanError, match="unit-initiative: its weight cannot be chosen"):
        project(CONTENTS, "unit-initiative", "newman")


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(10, 16)), min_size=1, unique=True),
    st.integers(0, 1),
)
def test_weights_are_those_of_networkx(pairs: list[tuple[int, int]], side: int) -> None:
    graph = nx.Graph()
    for one, other in pairs:
        for number, of in ((one, 0), (other, 1)):
            graph.add_node(str(number), bipartite=of, label=str(number))
        graph.add_edge(str(one), str(other))
    chosen = [name for name, of in graph.nodes(data="bipartite") if of == side]
    theirs = {
        "count": nx.bipartite.weighted_projected_graph(graph, chosen),
        "jaccard": nx.bipartite.overlap_weighted_projected_graph(graph, chosen),
        "newman": nx.bipartite.collaboration_weighted_projected_graph(graph, chosen),
    }
    for weight, expected in theirs.items():
        assert weights(one_mode(graph, side, weight)) == pytest.approx(weights(expected))
