import re
from pathlib import Path

from kg.evaluate.report import misses, table
from kg.evaluate.score import evaluate
from tests.evaluate.made_up import figure, gold, graph, node, quote

GRAPH = graph(
    node("Place", "东山港", quote(100)),
    node("Place", "东山码头", quote(100)),
    figures=(figure("产值", "1", "亿元", quote(0)), figure("产量", "2", "吨", quote(0))),
)
GOLD = (
    "D|东山县\nO|产值|level|=|1|亿元|\nE|official|李明\nE|project|东山港\n"
    "E|place|东山机场\nD|西山县\nE|official|王芳\n"
)


def test_the_table_gives_totals_and_each_passage(tmp_path: Path) -> None:
    lines = table(evaluate(GRAPH, gold(tmp_path, GOLD))).splitlines()
    observations = next(line for line in lines if line.startswith("observations"))
    # one of two figures is right and none is missed: F1 is 2/3
    assert observations.split()[1:] == ["0.500", "1.000", "0.667", "1", "0", "1"]
    east, west = (
        next(line for line in lines if line.endswith(name)) for name in ("东山县", "西山县")
    )
    assert east.split()[:3] == ["0.667", "0.500", "0.000"]
    assert west.split()[:3] == ["-", "-", "-"]


def test_a_dash_stands_where_nothing_was_scored(tmp_path: Path) -> None:
    lines = table(evaluate(GRAPH, gold(tmp_path, GOLD))).splitlines()
    relations = next(line for line in lines if line.startswith("relations"))
    assert relations.split()[1:] == ["-", "-", "-", "0", "0", "0"]


def test_misses_names_each_fault_once_under_its_passage(tmp_path: Path) -> None:
    text = misses(evaluate(GRAPH, gold(tmp_path, GOLD)))
    assert [re.sub(r" +", " ", line.strip()) for line in text.splitlines()] == [
        "东山县",
        "observations: wrong 产量 level =2吨",
        "entities by name: missed place 东山机场",
        "entities by name: wrong place 东山码头",
        "entities by name and group: missed project 东山港",
        "entities by name and group: wrong place 东山港",
    ]


def test_misses_of_a_faultless_graph_is_empty(tmp_path: Path) -> None:
    assert misses(evaluate(graph(), gold(tmp_path, "D|东山县\nE|official|李明\n"))) == ""
