"""Why a node ranks as it does, counted by hand."""

from __future__ import annotations

import pytest

from kg.errors import FayanError
from kg.network.build import network
from kg.network.centrality import centrality
from kg.network.explain import EXPLAINED, Why, why
from kg.rdf.contents import Contents
from tests.network.sample import edge, node, quote, sample

# A triangle a b c, and d that hangs on c: two passages of two speeches say so.
KITE = Contents(
    nodes=tuple(node(name, name.upper()) for name in "abcd"),
    edges=(
        edge("a", "partOf", "b", quote("一", 0, "s1")),
        edge("b", "partOf", "c", quote("二", 10, "s1")),
        edge("c", "creates", "a", quote("三", 20, "s2")),
        edge("d", "builds", "c", quote("四", 30, "s1"), quote("五", 40, "s2")),
    ),
    figures=(),
    speeches=(),
)


def shares(found: Why) -> dict[str, float]:
    return {reason.neighbour: reason.share for reason in found.reasons}


def test_of_the_degree_every_neighbour_is_an_equal_part() -> None:
    found = why(KITE, "c", "degree")
    assert shares(found) == pytest.approx(dict.fromkeys("abd", 1 / 3), abs=1e-8)
    assert (found.row.degree, found.row.ranks["degree"]) == (3, 1)


def test_of_the_strength_by_passages_and_by_speech() -> None:
    found = why(KITE, "c", "weighted_degree")
    assert shares(found) == {"d": 0.5, "a": 0.25, "b": 0.25}
    assert [reason.neighbour for reason in found.reasons] == ["d", "a", "b"]
    # of the four passages s1 has the second and fourth, s2 the third and fifth
    assert found.speeches == (("s1", 0.5), ("s2", 0.5))


def test_of_the_betweenness_by_the_paths_over_each_edge() -> None:
    # a-d and b-d pass through c: both over d, one each over a and b
    assert shares(why(KITE, "c", "betweenness")) == {"d": 0.5, "a": 0.25, "b": 0.25}
    assert set(shares(why(KITE, "a", "betweenness")).values()) == {0}


def test_of_the_pagerank_what_neighbours_pass_on() -> None:
    rank = {row.id: row.pagerank for row in centrality(network(KITE))}
    found = why(KITE, "d", "pagerank")
    # c has strength 1 + 1 + 2, half of it to d
    assert shares(found)["c"] == pytest.approx(0.85 * rank["c"] / 2 / rank["d"], abs=1e-6)
    assert found.rest == pytest.approx(0.15 / 4 / rank["d"], abs=1e-4)


@pytest.mark.parametrize("measure", EXPLAINED)
def test_shares_make_up_the_whole(measure: str) -> None:
    contents = sample()
    found = why(contents, centrality(network(contents))[0].id, measure)
    assert sum(reason.share for reason in found.reasons) + found.rest == pytest.approx(1)
    assert all(reason.edges for reason in found.reasons)
    said = sum(
        reason.share for reason in found.reasons if any(edge.quotes for edge in reason.edges)
    )
    assert sum(share for _, share in found.speeches) == pytest.approx(said)


def test_a_thing_without_relations_has_no_reasons() -> None:
    alone = Contents((node("a", "A"),), (), (), ())
    for measure in EXPLAINED:
        assert why(alone, "a", measure).reasons == ()


def test_what_cannot_be_explained_is_named() -> None:
    with pytest.raises(FayanError, match="core: cannot be explained; these can: degree"):
        why(KITE, "a", "core")
    with pytest.raises(FayanError, match="meeting/x: is no node"):
        why(KITE, "meeting/x", "degree")
