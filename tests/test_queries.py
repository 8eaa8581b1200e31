"""The questions of `ontology/queries` over the seed: each answer is what a reader of it finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.answers import Answer
from kg.api import Graph
from kg.questions import Question, question, questions
from kg.rdf.store import query, store_of
from kg.rdf.terms import PREFIXES, kg, resource
from tests.conftest import SEEDS

QUESTIONS = questions()
Rows = list[tuple[object, ...]]
Ask = Callable[..., Rows]
# The page holds no figures that contradict each other; made-up ones are found further below.
UNANSWERED = {"contradictions"}


@pytest.fixture
def ask(seed_graph: Graph) -> Ask:
    def answer(name: str, *values: str) -> Rows:
        return [
            tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row)
            for row in seed_graph.sparql(question(name).bind(values)).rows
        ]

    return answer


def test_there_are_at_least_fifteen_questions() -> None:
    assert len(QUESTIONS) >= 15


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda one: one.name)
def test_each_question_says_in_two_languages_what_it_asks(asked: Question) -> None:
    assert re.search("[一-鿿]", asked.chinese)
    assert re.match(r"[A-Z][a-z]", asked.english)
    for parameter in asked.parameters:
        assert re.search("[一-鿿]", parameter.chinese)
        assert re.match("[a-z]", parameter.english)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda one: one.name)
def test_each_question_has_an_answer_in_the_seed(asked: Question, seed_graph: Graph) -> None:
    assert bool(seed_graph.sparql(asked.text).rows) == (asked.name not in UNANSWERED)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda one: one.name)
def test_each_question_declares_its_prefixes(asked: Question, seed_graph: Graph) -> None:
    assert seed_graph.store.query(asked.text) is not None


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda one: one.name)
def test_each_default_may_be_given_as_a_value(asked: Question, seed_graph: Graph) -> None:
    defaults = [re.sub(r'^"(.*)"(@zh)?$|^kg:', r"\1", one.default) for one in asked.parameters]
    # Without an order in the query a CONSTRUCT may answer in any.
    given, left = (
        sorted(map(str, seed_graph.sparql(asked.bind(values)).rows)) for values in (defaults, [])
    )
    assert given == left


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
    assert ask("over-threshold", "固投", "10") == ask("over-threshold")
    assert [row[0] for row in ask("over-threshold", "固投", "20")] == ["市文化旅游委", "綦江区"]
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
    assert [unit for unit, _ in rows] == ["丰都县", "市委金融办", "石柱县", "石柱县"]
    assert all("“六区一高地”" in str(quote) for _, quote in rows)


def test_a_framework_is_found_by_any_of_its_spellings(ask: Ask) -> None:
    assert ask("who-aligns", "六区一高地建设") == ask("who-aligns", "六区一高地")
    # 綦江区: “綦江对标“33618”现代制造业产业集群”
    assert [unit for unit, _ in ask("who-aligns", "33618")] == ["綦江区"]


def test_enterprises_that_came_through_an_officials_unit(ask: Ask) -> None:
    # “引进爱尔思（上海交大）……”; “推动签约落地中信集团陆海书局等……”; “……集团落地两江并揭牌”
    assert ask("who-attracts") == [
        ("罗蔺", "两江新区", "中信集团"),
        ("罗蔺", "两江新区", "中国机械工业仪器仪表集团"),
        ("尹国喜", "綦江区", "爱尔思"),
    ]


def test_what_the_name_of_a_framework_covers(ask: Ask) -> None:
    # Six 区 and one 高地; the page does not spell them out, the glossary does.
    parts = [str(part) for part, _ in ask("parts-of", "六区一高地")]
    assert len(parts) == 7
    assert [part for part in parts if part.endswith("高地")] == ["新时代市域党建新高地"]
    assert all(part.endswith("区") for part in parts if not part.endswith("高地"))
    assert all(source for _, source in ask("parts-of", "六区一高地"))
    # 33618: 3 + 3 + 6 clusters (and 18, which the glossary does not list).
    assert len(ask("parts-of", "33618")) == 12


def test_the_spellings_of_one_thing(ask: Ask) -> None:
    assert ask("names-of", "綦江") == [("綦江区", "綦江", "綦江: GB/T 2260 500110 綦江区")]
    spellings = {spelling for _, spelling, _ in ask("names-of", "市文化旅游委")}
    assert "重庆市文化和旅游发展委员会" in spellings


def test_projects_with_an_investment_over_a_bound(ask: Ask) -> None:
    # “推动投资96亿元的特铝新材料等5个项目在全市集中开工”; 300亿元 is that of thirty projects.
    ((project, *rest, quote),) = ask("investment-over", "5000000000")
    assert (project, *rest) == ("特铝新材料", "丰都县", 96, "亿元")
    assert "投资96亿元的特铝新材料" in str(quote)
    assert ask("investment-over", "9600000000") == []


def test_recognitions_by_level(ask: Ask) -> None:
    told = {
        (str(level), str(recognition)) for level, recognition, _ in ask("recognitions-by-level")
    }
    assert told >= {
        ("国家级", "第二批国家碳达峰试点"),
        ("国家级", "国家级绿色工厂"),
        ("国家级", "全国河长制典型案例"),
        ("市级", "全市重大产业技术创新产品"),
        ("市级", "市级科研重点专项"),
        ("市级", "全市改革创新成果"),
    }
    holders = {(recognition, holder) for _, recognition, holder in ask("recognitions-by-level")}
    assert ("国家级绿色工厂", "瑞竹公司") in holders
    assert ("第二批国家碳达峰试点", "九龙新城园区") in holders


def test_what_two_units_share(ask: Ask) -> None:
    aligned = ("六区一高地", "kg:Framework", "alignsWith", "alignsWith")
    assert aligned in ask("shared-by-two", "丰都县", "石柱县")
    assert aligned in ask("shared-by-two", "石柱土家族自治县", "丰都县")
    assert ask("shared-by-two", "綦江区", "忠县") == []
    assert ask("shared-by-two", "綦江", "綦江区") == []


def test_what_fell(ask: Ask) -> None:
    # “报件量压减20%，办理时限缩短80%以上”, “平均降本20%”
    assert [row[:3] for row in ask("falls")] == [
        ("綦江区", "办理时限", -80),
        ("綦江区", "平均降本", -20),
        ("綦江区", "报件量", -20),
    ]


def test_the_places_that_units_claim(ask: Ask) -> None:
    # 丰都: “征地拆迁、用地交付、投资完成率全线第一”; 石柱: “工业投资增长46.9%、全市第六”
    claimed = ask("ranks-claimed")
    assert {(unit, place, among) for unit, _, place, among in claimed} == {
        ("丰都县", 1, "全线"),
        ("石柱县", 6, "全市"),
    }
    assert [row[1] for row in claimed if row[0] == "石柱县"] == ["工业投资"]


def test_all_figures_of_a_unit(ask: Ask) -> None:
    # Every number of 忠县's speech, in the order of the text, save the date and the names.
    told = [(indicator, kind, value) for indicator, kind, value, *_ in ask("figures-of", "忠县")]
    assert sorted(told, key=str) == sorted(
        [
            ("GDP", "Growth", 6.2),
            ("年产页岩油", "Level", 50),
            ("市级重点项目完成投资", "Growth", 62.7),
            ("第三产业增加值", "Growth", 7.7),
            ("各领域体征指标", "Level", 8500),
            ("进出口总额", "Growth", 23.7),
            ("城镇调查失业率", "Level", 5.4),
        ],
        key=str,
    )


def test_the_projects_of_a_unit(ask: Ask) -> None:
    # 丰都: “推动投资96亿元的特铝新材料等5个项目……推动玻纤、抽水蓄能等4个百亿项目……”
    projects = {str(project) for project, *_ in ask("projects-of", "丰都县")}
    assert projects >= {"特铝新材料", "玻纤", "抽水蓄能", "渝万高铁", "垫丰武高速"}


def test_units_that_develop_an_industry_of_a_framework(ask: Ask) -> None:
    # 两江新区: “围绕国际物流、现代金融、软件信息服务等重点领域”, “瞄准……生物医药等领域攻坚突破”
    assert ask("industries-in", "33618") == [
        ("两江新区", "生物医药", "生物医药产业集群"),
        ("两江新区", "软件信息服务", "软件信息服务产业集群"),
    ]


def test_who_works_together(ask: Ask) -> None:
    # “与中建材、中煤等央企国企深度合作”, “联动乌鲁木齐发起“渝疆万里行”文旅活动”
    assert {(one, other) for one, other, _ in ask("who-cooperates")} >= {
        ("綦江区", "中建材"),
        ("綦江区", "中煤"),
        ("荣昌区", "乌鲁木齐市"),
    }


def test_what_enterprises_build(ask: Ask) -> None:
    built = {(enterprise, thing) for enterprise, thing, _ in ask("what-enterprises-build")}
    # “忠润能源建成西南地区单厂最大的LNG加工基地，新兴际华建成……化学原料药生产基地，金沙河面业……”
    assert built >= {
        ("忠润能源", "LNG加工基地"),
        ("新兴际华", "化学原料药生产基地"),
        ("金沙河面业", "面业加工基地"),
    }


def test_who_spoke_for_whom(ask: Ask) -> None:
    rows = ask("speeches")
    assert len(rows) == 10
    assert {date for _, _, date, _ in rows} == {"2025-04-24"}
    assert (
        "忠县",
        "李电",
        "2025-04-24",
        "干字当头 唯实争先 加快探索跨越式高质量发展新路子",
    ) in rows


def test_the_graph_of_one_thing_holds_its_relation_and_the_words(seed_graph: Graph) -> None:
    made = seed_graph.sparql(question("graph-of").bind(["九龙新城园区"])).to_turtle()
    assert "kg:recognisedAs recognition:第二批国家碳达峰试点" in made
    assert "九龙新城园区入选第二批国家碳达峰试点。" in made


def figure(key: str, comparator: str, amount: str, **more: str) -> list[ox.Triple]:
    """One figure of the growth of GDP of a made-up unit, and the words that state it."""
    node, passage = resource(f"observation/{key}"), resource(f"file/x#{key}")
    told = {"ofUnit": resource("unit/东山"), "indicator": resource("indicator/GDP")}
    told |= {"kind": kg("Growth"), "status": kg("Reported"), "comparator": kg(comparator)}
    triples = [ox.Triple(node, kg(name), value) for name, value in told.items()]
    triples.append(ox.Triple(resource("unit/东山"), kg("reports"), node))
    texts = {"period": "2025-Q1", "key": key, **more}
    triples += [ox.Triple(node, kg(name), ox.Literal(text)) for name, text in texts.items()]
    number = ox.Literal(amount, datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal"))
    triples += [ox.Triple(node, kg(name), number) for name in ("amount", "value")]
    label = ox.NamedNode(PREFIXES["rdfs"] + "label")
    named = (resource("unit/东山"), "东山"), (resource("indicator/GDP"), "GDP")
    triples += [ox.Triple(thing, label, ox.Literal(name)) for thing, name in named]
    triples.append(ox.Triple(node, kg("evidence"), passage))
    triples.append(ox.Triple(passage, kg("quote"), ox.Literal(f"增长{amount}%")))
    return triples


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (("Equal", "6"), ("Equal", "7"), True),
        (("Equal", "6"), ("Equal", "6"), False),
        (("Equal", "6"), ("AtLeast", "7"), True),
        (("Equal", "7"), ("AtLeast", "6"), False),
        (("Equal", "7"), ("AtMost", "6"), True),
        (("AtMost", "5"), ("AtLeast", "6"), True),
        (("AtLeast", "5"), ("AtLeast", "6"), False),
        (("About", "5"), ("Equal", "6"), False),
    ],
)
def test_figures_that_cannot_both_hold_are_found(
    one: tuple[str, str], other: tuple[str, str], contradict: bool
) -> None:
    store = store_of([*figure("a", *one), *figure("b", *other)])
    rows = Answer(query(store, question("contradictions").text)).rows
    assert len(rows) == contradict


def test_figures_of_other_areas_periods_or_wholes_do_not_contradict() -> None:
    text = question("contradictions").text
    for more in ({"area": "直管区"}, {"period": "2024"}, {"shareOf": "全市"}, {"baseUnit": "元"}):
        store = store_of([*figure("a", "Equal", "6"), *figure("b", "Equal", "7", **more)])
        assert not Answer(query(store, text)).rows, more


def test_where_an_edge_comes_from(ask: Ask) -> None:
    ((file, start, end, quote),) = ask("edge-provenance", "綦江", "alignsWith", "33618")
    raw = (SEEDS / str(file)).read_text(encoding="utf-8")
    assert re.sub(r"\s", "", raw[int(str(start)) : int(str(end))]) == quote
    assert str(quote).startswith("綦江对标“33618”现代制造业产业集群")
