"""The questions of `ontology/queries` over the seed: each answer is what a reader of it finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kg.api import Graph
from kg.resources import ontology
from tests.conftest import SEEDS

QUERIES = sorted(Path(str(ontology("queries"))).glob("*.rq"))
Rows = list[tuple[object, ...]]
Ask = Callable[[str], Rows]


@pytest.fixture
def ask(seed_graph: Graph) -> Ask:
    def answer(name: str) -> Rows:
        text = (Path(str(ontology("queries"))) / f"{name}.rq").read_text(encoding="utf-8")
        return [
            tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row)
            for row in seed_graph.sparql(text).rows
        ]

    return answer


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_each_question_says_in_two_languages_what_it_asks(path: Path) -> None:
    chinese, english = path.read_text(encoding="utf-8").splitlines()[:2]
    assert re.match(r"# .*[一-鿿]", chinese)
    assert re.match(r"# [A-Z][a-z]", english)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_each_question_has_an_answer_in_the_seed(path: Path, seed_graph: Graph) -> None:
    assert seed_graph.sparql(path.read_text(encoding="utf-8")).rows


def test_units_ranked_by_growth_of_gdp(ask: Ask) -> None:
    assert ask("rank-units") == [
        ("忠县", 6.2),
        ("丰都县", 6.1),
        ("九龙坡区", 6),
        ("石柱县", 6),
        ("綦江区", 6),
        ("荣昌区", 6),
        ("两江新区", 5.7),
    ]


def test_units_over_a_threshold(ask: Ask) -> None:
    # 荣昌区 states 8.1%; 石柱县 also states 10% or more over ten quarters, which is not more.
    assert [row[:2] for row in ask("over-threshold")] == [
        ("市文化旅游委", 30),
        ("綦江区", 21.1),
        ("丰都县", 18.8),
        ("石柱县", 11.3),
        ("两江新区", 10.7),
    ]


def test_the_largest_growth_of_all_indicators(ask: Ask) -> None:
    assert ask("largest-growth") == [
        ("市文化旅游委", "接待游客", 211.62),
        ("市文化旅游委", "入境游客", 102),
        ("石柱县", "招商引资到位资金", 93.3),
        ("石柱县", "绿色贷款余额", 80.89),
        ("綦江区", "贸易额", 78.4),
        ("两江新区", "基础设施投资", 64),
        ("忠县", "市级重点项目完成投资", 62.7),
        ("荣昌区", "信息技术服务业产值", 58.7),
        ("丰都县", "亩均税收", 54.5),
        ("荣昌区", "技改投资", 49.2),
    ]


def test_figures_of_projects(ask: Ask) -> None:
    told = [(thing, *rest) for thing, _, *rest in ask("figures-about")]
    wanted: dict[tuple[object, ...], str] = {
        ("綦江区", 20, "万吨"): "再生铝",
        ("丰都县", 96, "亿元"): "特铝新材料",
        ("忠县", 50, "万吨"): "页岩油生产基地",
    }
    for thing, unit, _, value, unit_text in told:
        assert wanted[unit, value, unit_text] in str(thing)
    assert len(told) == len(wanted)


def test_officials_with_two_posts(ask: Ask) -> None:
    assert ask("officials-with-two-posts") == [
        ("周和华", "市委金融办副主任、市委金融工委副书记"),
        ("罗蔺", "两江新区党工委书记、市委常委"),
        ("谢礼国", "市人力社保局党组书记、市人力社保局局长"),
    ]


def test_initiatives_that_tie_units_together(ask: Ask) -> None:
    assert ask("shared-initiatives") == [("六区一高地", 3)]


def test_units_that_align_with_an_initiative_and_their_words(ask: Ask) -> None:
    rows = ask("who-aligns")
    assert [unit for unit, _ in rows] == ["丰都县", "市委金融办", "石柱县"]
    assert all("“六区一高地”" in str(quote) for _, quote in rows)


def test_enterprises_that_units_brought_in(ask: Ask) -> None:
    assert ask("who-attracts") == [
        ("两江新区", "中信集团", "罗蔺"),
        ("两江新区", "中国机械工业仪器仪表集团", "罗蔺"),
        ("綦江区", "爱尔思", "尹国喜"),
    ]


def test_where_an_edge_comes_from(ask: Ask) -> None:
    ((file, start, end, quote),) = ask("edge-provenance")
    raw = (SEEDS / str(file)).read_text(encoding="utf-8")
    assert re.sub(r"\s", "", raw[int(str(start)) : int(str(end))]) == quote
    assert str(quote).startswith("綦江对标“33618”现代制造业产业集群")
