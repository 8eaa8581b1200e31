from pathlib import Path

import pytest

from kg.errors import FayanError
from kg.evaluate.claims import UNIT, Claims
from kg.evaluate.predicted import family, of_graph
from kg.rdf.contents import Contents
from kg.records import Predicate
from tests.evaluate.made_up import PAGE, WEST, edge, figure, gold, graph, node, quote

HARBOUR = node("Place", "东山港", quote(100))
STEEL = node("Enterprise", "东山钢铁", quote(100), quote(1200, WEST))
PLAN = node("Programme", "千企技改行动", quote(500), group="Initiative", alt=("千企技改",))
WHEAT = node("Industry", "小麦", quote(1300, WEST))


def said(folder: Path, docid: str, contents: Contents) -> Claims:
    (passage,) = gold(folder, f"D|{docid}\n")
    return of_graph(contents, passage)


def names(claims: Claims, group: str) -> set[str]:
    return {entity.names[0] for entity in claims.entities if entity.group == group}


def test_a_speech_holds_what_is_quoted_from_it_and_who_gives_it(tmp_path: Path) -> None:
    claims = said(tmp_path, "东山县", graph(HARBOUR, STEEL, PLAN, WHEAT))
    assert names(claims, "place") == {"东山港"}
    assert names(claims, "enterprise") == {"东山钢铁"}
    assert names(claims, "initiative") == {"千企技改行动"}
    assert names(claims, "industry") == set()
    assert names(claims, "unit") == {"东山县"}
    assert names(claims, "official") == {"李明"}


def test_a_speech_is_found_by_another_name_of_its_unit(tmp_path: Path) -> None:
    contents = graph(HARBOUR)
    assert said(tmp_path, "东山", contents) == said(tmp_path, "东山县", contents)


def test_a_span_holds_what_is_quoted_from_within_it(tmp_path: Path) -> None:
    figures = (
        figure("产值", "1", "亿元", quote(100)),
        figure("产量", "2", "万吨", quote(490)),
        figure("客流", "3", "万人", quote(100, file="other.txt")),
    )
    contents = graph(HARBOUR, STEEL, PLAN, WHEAT, figures=figures)
    # the sentence of 产量 and the one of PLAN run past the end of the passage
    claims = said(tmp_path, f"{PAGE}#char=100,500", contents)
    assert [one.indicators[0] for one in claims.figures] == ["产值"]
    assert names(claims, "place") == {"东山港"}
    assert names(claims, "initiative") == set()
    assert names(claims, "unit") == {"东山县"}
    assert names(claims, "official") == set()


def test_a_span_is_about_the_unit_whose_speech_it_lies_in(tmp_path: Path) -> None:
    contents = graph(HARBOUR, STEEL, WHEAT)
    claims = said(tmp_path, f"{PAGE}#char=1000,1900", contents)
    assert [one.names[0] for one in claims.entities if UNIT in one.names] == ["西山县"]


def test_meetings_posts_and_things_without_a_quote_are_not_scored(tmp_path: Path) -> None:
    contents = graph(
        node("Meeting", "全市例会", quote(10)),
        node("Post", "东山县委书记", quote(10)),
        node("Industry", "钢铁"),
    )
    claims = said(tmp_path, "东山县", contents)
    assert {entity.group for entity in claims.entities} == {"unit", "official"}


def test_a_relation_counts_where_it_is_stated_and_once_for_its_family(tmp_path: Path) -> None:
    base = graph(PLAN, HARBOUR, STEEL)
    unit = base.nodes[0]
    contents = graph(
        PLAN,
        HARBOUR,
        STEEL,
        edges=(
            edge(unit, "implements", PLAN, quote(500)),
            edge(unit, "advances", PLAN, quote(520)),
            edge(unit, "attracts", STEEL, quote(1200, WEST)),
            edge(PLAN, "partOf", HARBOUR, quote(500)),
            edge(STEEL, "locatedIn", HARBOUR),
        ),
    )
    (relation,) = said(tmp_path, "东山县", contents).relations
    assert relation.family == "carries"
    assert UNIT in relation.subject
    assert set(relation.object) == {"千企技改行动", "千企技改"}


def test_a_figure_goes_by_its_wording_and_by_its_indicator(tmp_path: Path) -> None:
    row = figure("固投", "-3.2", "%", quote(0), kind="Growth", indicator="固定资产投资")
    (claim,) = said(tmp_path, "东山县", graph(figures=(row,))).figures
    assert claim.indicators == ("固投", "固定资产投资")
    assert (claim.kind, str(claim.amount)) == ("growth", "-3.2")


@pytest.mark.parametrize("docid", ["南山县", "other.txt#char=0,10"])
def test_a_passage_that_the_graph_does_not_hold_is_named(tmp_path: Path, docid: str) -> None:
    with pytest.raises(FayanError, match=docid.split("#")[0]):
        said(tmp_path, docid, graph())


@pytest.mark.parametrize(
    ("predicate", "object_group", "expected"),
    [
        ("attracts", "enterprise", "partners"),
        ("supports", "body", "partners"),
        ("attracts", "project", "carries"),
        ("cooperatesWith", "initiative", "partners"),
        ("hosts", "initiative", "carries"),
        ("recognisedAs", "recognition", "recognised"),
        ("develops", "industry", ""),
        ("partOf", "initiative", ""),
        ("mentions", "place", ""),
    ],
)
def test_predicates_fall_into_the_families_of_the_guide(
    predicate: str, object_group: str, expected: str
) -> None:
    assert family(predicate, object_group) == expected


def test_only_what_the_guide_leaves_out_has_no_family() -> None:
    without = {one for one in Predicate if not family(one, "project")}
    assert without == {Predicate.PART_OF, Predicate.DEVELOPS}
