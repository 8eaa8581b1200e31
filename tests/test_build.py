"""The whole path on the published page: who spoke, what was said, and that nothing is invented."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import rdflib

import kg
from kg.api import Graph
from tests.conftest import SEEDS

SPEAKERS = {
    "市文化旅游委": ("石强", {"市文化旅游委党委书记"}),
    "两江新区": ("罗蔺", {"市委常委", "两江新区党工委书记"}),
    "九龙坡区": ("覃昌德", {"九龙坡区委书记"}),
    "綦江区": ("尹国喜", {"綦江区委书记"}),
    "荣昌区": ("高洪波", {"荣昌区委书记"}),
    "丰都县": ("张国忠", {"丰都县委书记"}),
    "忠县": ("李电", {"忠县县委书记"}),
    "石柱县": ("张华", {"石柱县委书记"}),
    "市委金融办": ("周和华", {"市委金融办副主任", "市委金融工委副书记"}),
    "市人力社保局": ("谢礼国", {"市人力社保局党组书记", "市人力社保局局长"}),
}
HEADLINES = {
    "市文化旅游委": "激活文旅新引擎 跑出发展加速度 助推全市经济高质量发展",
    "两江新区": "强化项目引领 夯实产业支撑 全力推动经济高质量发展",
    "九龙坡区": "拓展主战场 做强主力军 激活主引擎 推动工业经济跑出扩量提质新速度",
    "綦江区": "突出“链”上发力 推动工业高质量发展跑出加速度",
    "荣昌区": "精准落子消费 促进市场产业民生满盘皆活",
    "丰都县": "发展为要 项目为王 奋力推动经济社会高质量发展",
    "忠县": "干字当头 唯实争先 加快探索跨越式高质量发展新路子",
    "石柱县": "融入“六区一高地”扛起小县大担当 奋力夺取一季度“开门红”",
    "市委金融办": "深化实施“智融惠畅”工程 以高质量金融服务助推经济高质量发展",
    "市人力社保局": "民生为大 就业优先 奋力跑出高质量充分就业“加速度”",
}
GOVERNORS = {
    "上海市": "龚正",
    "北京市": "殷勇",
    "天津市": "张工",
    "安徽省": "王清宪",
    "山东省": "周乃翔",
    "山西省": "卢东亮",
    "广西壮族自治区": "韦韬",
    "新疆维吾尔自治区": "艾尔肯·吐尼亚孜",
    "江西省": "叶建春",
    "河北省": "王正谱",
    "福建省": "赵龙",
    "西藏自治区": "嘎玛泽登",
    "青海省": "罗东川",
    "黑龙江省": "梁惠玲",
}
_LAYOUT = re.compile(r"\s")


def test_the_ten_speeches_have_their_units_officials_and_posts(seed_graph: Graph) -> None:
    found = {row.unit: (row.official, set(row.posts)) for row in seed_graph.contents.speeches}
    assert found == SPEAKERS


def test_the_ten_speeches_have_their_headlines(seed_graph: Graph) -> None:
    assert {row.unit: row.headline for row in seed_graph.contents.speeches} == HEADLINES


def test_all_were_given_at_one_meeting_on_its_day(seed_graph: Graph) -> None:
    rows = seed_graph.contents.speeches
    assert {row.date for row in rows} == {"2025-04-24"}
    assert len({row.meeting for row in rows}) == 1
    assert "区县委书记和部门一把手例会" in rows[0].meeting


def test_every_quote_is_what_the_file_says_there(seed_graph: Graph) -> None:
    raw = {path.name: path.read_bytes().decode("utf-8") for path in SEEDS.iterdir()}
    quotes = seed_graph.sparql(
        "SELECT ?file ?start ?end ?quote { ?p a kg:Passage ; kg:quote ?quote ;"
        " nif:beginIndex ?start ; nif:endIndex ?end ; nif:referenceContext/rdfs:label ?file }"
    ).rows
    assert len(quotes) > 100
    for file, start, end, quote in quotes:
        assert isinstance(start, int) and isinstance(end, int)
        text = raw[str(file)][start:end]
        assert _LAYOUT.sub("", text) == _LAYOUT.sub("", str(quote))


def test_one_thing_is_one_node_under_all_its_names(seed_graph: Graph) -> None:
    for name, other in [
        ("綦江", "綦江区"),
        ("石柱土家族自治县", "石柱县"),
        ("重庆市文化和旅游发展委员会", "市文化旅游委"),
    ]:
        assert seed_graph.entity(name).node == seed_graph.entity(other).node
    assert seed_graph.entity("石柱县").node.code == "500240"


def test_a_framework_of_several_speeches_is_one_node(seed_graph: Graph) -> None:
    # The page names it four times in three speeches: 石柱县 in its headline and in its body.
    quotes = seed_graph.entity("六区一高地").node.quotes
    assert len(quotes) == 4
    units = {row.id: row.unit for row in seed_graph.contents.speeches}
    assert {units[quote.speech] for quote in quotes} == {"丰都县", "石柱县", "市委金融办"}


def test_a_framework_brings_its_parts_and_an_industry_its_cluster(seed_graph: Graph) -> None:
    parts = seed_graph.sparql("SELECT ?part { ?part kg:partOf initiative:33618 }").rows
    assert len(parts) == 12
    for industry, cluster in [
        ("轻合金", "轻合金材料产业集群"),
        ("新能源汽车", "智能网联新能源汽车产业集群"),
    ]:
        assert seed_graph.sparql(
            f'ASK {{ ?i rdfs:label "{industry}"@zh ; kg:partOf ?c . ?c rdfs:label "{cluster}"@zh }}'
        )


def test_an_official_named_in_a_text_holds_the_post_it_gives(seed_graph: Graph) -> None:
    # 忠县: “认真落实市委书记袁家军调研忠县指示要求”
    rows = seed_graph.sparql(
        'SELECT ?post ?unit { ?o rdfs:label "袁家军"@zh ; org:holds ?p .'
        " ?p rdfs:label ?post ; org:postIn/rdfs:label ?unit }"
    ).rows
    assert rows == [("市委书记", "重庆市委")]


def test_a_class_of_initiatives_is_found_by_the_class_above(seed_graph: Graph) -> None:
    assert seed_graph.sparql("ASK { initiative:小县大城试点 a/rdfs:subClassOf* kg:Initiative }")


def test_what_the_build_writes_conforms_to_the_shapes(seed_graph: Graph) -> None:
    from kg.rdf.validate import validate

    assert validate(seed_graph.store).findings == ()


def test_the_turtle_loads_in_rdflib_and_in_oxigraph_alike(
    seed_graph: Graph, tmp_path: Path
) -> None:
    path = tmp_path / "speeches.ttl"
    path.write_bytes(seed_graph.turtle())
    assert len(rdflib.Graph().parse(path, format="turtle")) == len(kg.load(path)) > 3000


def test_a_loaded_graph_answers_like_the_built_one(seed_graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "speeches.ttl"
    path.write_bytes(seed_graph.turtle())
    loaded = kg.load(path)
    assert loaded.contents == seed_graph.contents
    assert loaded.turtle() == seed_graph.turtle()
    assert len(loaded.rdflib()) == len(loaded)


def test_two_builds_are_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "kg", "build", str(SEEDS), "--out", str(out)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        outputs.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert outputs[0] == outputs[1]


def test_the_committed_outputs_are_what_the_seed_gives_today(seed_graph: Graph) -> None:
    from kg.outputs import files

    stale = [
        name
        for name, content in files(seed_graph).items()
        if (SEEDS.parent / "outputs" / name).read_bytes() != content
    ]
    assert not stale, f"run `make graph` and commit outputs/: stale are {stale}"


def test_no_numeral_of_the_seed_is_left_unexplained(seed_graph: Graph) -> None:
    from kg.terminal import unexplained

    assert unexplained(seed_graph) == []


def test_each_work_report_has_its_province_and_governor(corpus_graph: Graph) -> None:
    found = {row.unit: row.official for row in corpus_graph.contents.speeches}
    assert found == GOVERNORS


def test_no_numeral_of_the_work_reports_is_left_unexplained(corpus_graph: Graph) -> None:
    from kg.terminal import unexplained

    assert unexplained(corpus_graph) == []
