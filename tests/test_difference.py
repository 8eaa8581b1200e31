"""What changed between two graphs, on rows made for it and on two texts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg.difference import Change, Difference, Part, difference, to_json
from kg.rdf.contents import Contents, FigureRow
from tests.network.sample import edge, figure, node, quote, sample, unit

SAID, LATER = quote("话"), quote("后话", 50)
FIGURE = replace(figure(1, "甲区", "", SAID), value="6", amount="6", period="2025-Q1")


def of_figures(*rows: FigureRow) -> Contents:
    return Contents((), (), rows, ())


def told(found: tuple[Difference, ...]) -> list[tuple[Change, str, str]]:
    return [(one.change, one.before, one.after) for one in found]


def test_a_graph_does_not_differ_from_itself() -> None:
    assert difference(sample(), sample()) == ()


def test_nodes_new_gone_and_changed() -> None:
    old = Contents((node("a", "A"), node("b", "B"), node("c", "C")), (), (), ())
    new = Contents(
        (node("b", "B", quotes=(LATER,)), node("c", "C", "Pilot"), unit("丁")), (), (), ()
    )
    found = difference(old, new)
    assert [(one.change, one.name) for one in found] == [
        (Change.NEW, "丁"),
        (Change.GONE, "A"),
        (Change.CHANGED, "C"),
    ]
    assert (found[2].before, found[2].after) == ("Programme; C", "Pilot; C")


def test_relations_new_gone_and_changed() -> None:
    nodes = (unit("甲"), node("x", "X"), node("y", "Y"), node("z", "Z"))
    plan = edge("unit/甲", "creates", "x", SAID, status="Planned")
    old = Contents(nodes, (plan, edge("unit/甲", "creates", "y", SAID)), (), ())
    done = edge("unit/甲", "creates", "x", LATER)
    new = Contents(nodes, (done, edge("unit/甲", "hosts", "z", LATER)), (), ())
    found = difference(old, new)
    assert [(one.change, one.name) for one in found] == [
        (Change.NEW, "甲 hosts Z"),
        (Change.GONE, "甲 creates Y"),
        (Change.CHANGED, "甲 creates X"),
    ]
    assert (found[2].before, found[2].after) == ("Planned, 1 passages", "Reported, 1 passages")
    assert (found[2].quote_before, found[2].quote_after) == (SAID, LATER)


def test_a_figure_restated_is_changed() -> None:
    new = replace(FIGURE, id="observation/x", value="6.2", amount="6.2", comparator="AtLeast")
    assert told(difference(of_figures(FIGURE), of_figures(new))) == [
        (Change.CHANGED, "6% (2025-Q1)", "≥6.2% (2025-Q1)")
    ]


def test_the_same_figure_in_other_words_is_no_change() -> None:
    yuan = replace(FIGURE, value="1", unit_text="亿元", amount="100000000", base_unit="元")
    again = replace(yuan, id="x", value="10000", unit_text="万元", quote=LATER)
    assert difference(of_figures(yuan), of_figures(again)) == ()


def test_the_figure_of_the_next_period_is_the_same_one_changed() -> None:
    new = replace(FIGURE, value="5.8", amount="5.8", period="2025-H1")
    (found,) = difference(of_figures(FIGURE), of_figures(new))
    assert (found.change, found.before, found.after) == (
        Change.CHANGED,
        "6% (2025-Q1)",
        "5.8% (2025-H1)",
    )
    assert found.name == "甲区 工业投资 Growth"


def test_where_both_periods_are_stated_the_later_is_new() -> None:
    new = replace(FIGURE, value="5.8", amount="5.8", period="2025-H1")
    assert told(difference(of_figures(FIGURE), of_figures(FIGURE, new))) == [
        (Change.NEW, "", "5.8% (2025-H1)")
    ]


def test_figures_of_several_periods_are_not_guessed_into_pairs() -> None:
    later = [replace(FIGURE, period=f"2025-Q{number}") for number in (2, 3)]
    found = difference(of_figures(FIGURE), of_figures(*later))
    assert [one.change for one in found] == [Change.NEW, Change.NEW, Change.GONE]


@pytest.mark.parametrize("field", ["unit", "indicator", "kind", "status", "area", "about"])
def test_figures_of_other_things_are_other_figures(field: str) -> None:
    new = replace(FIGURE, **{field: "Target"})  # type: ignore[arg-type]
    found = difference(of_figures(FIGURE), of_figures(new))
    assert [one.change for one in found] == [Change.NEW, Change.GONE]


def test_json_holds_what_the_rows_hold() -> None:
    new = replace(FIGURE, value="7", amount="7")
    rows = json.loads(to_json(difference(of_figures(FIGURE), of_figures(new))))
    assert rows == [
        {
            "part": "figures",
            "change": "changed",
            "key": "observation/0001",
            "name": "甲区 工业投资 Growth",
            "before": "6% (2025-Q1)",
            "after": "7% (2025-Q1)",
            "quote_before": {
                "speech": "甲区",
                "start": 0,
                "end": 1,
                "text": "话",
                "file": "发言摘登.txt",
            },
            "quote_after": {
                "speech": "甲区",
                "start": 0,
                "end": 1,
                "text": "话",
                "file": "发言摘登.txt",
            },
        }
    ]


def test_two_texts_differ_in_what_they_say(tmp_path: Path) -> None:
    graphs = []
    for growth, work in (("6", "实施“满园”行动"), ("6.5", "实施“清风”行动")):
        path = tmp_path / "speech.txt"
        path.write_text(
            f"一季度全区GDP增长{growth}%，{work}。\n\n綦江区委书记 王建国\n", encoding="utf-8"
        )
        graphs.append(kg.build(path))
    found = graphs[1].difference(graphs[0])
    figures = [one for one in found if one.part is Part.FIGURES]
    assert [(one.before[:4], one.after[:4]) for one in figures] == [("6%", "6.5%")]
    relations = {(one.change, one.name) for one in found if one.part is Part.RELATIONS}
    assert {change for change, _ in relations} == {Change.NEW, Change.GONE}
    assert any("清风" in name for change, name in relations if change is Change.NEW)
    assert any("满园" in name for change, name in relations if change is Change.GONE)
