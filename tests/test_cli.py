"""The commands, as a user meets them: what is printed, where errors point, what stays untouched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS

GRAPH = ["--graph", str(ROOT / "outputs" / "speeches.ttl")]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], capture_output=True, encoding="utf-8"
    )


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_text(
        "一季度全区GDP增长6%，引进企业12家。\n\n某某区委书记 王建国\n", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    "command",
    [
        *("build", "query", "publish", "serve", "centrality", "show", "audit", "compare"),
        *("validate", "evaluate", "export"),
    ],
)
def test_every_command_shows_an_example(command: str) -> None:
    shown = run(command, "--help")
    assert shown.returncode == 0
    assert f"Example: kg {command}" in shown.stdout


def test_help_waits_for_no_heavy_library() -> None:
    heavy = "{'networkx', 'scipy', 'pyoxigraph', 'pyvis', 'rdflib', 'waitress', 'werkzeug'}"
    code = f"import sys, kg.cli; print(sorted({heavy} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert shown.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("english.txt", b"No Chinese is written here at all.\n" * 20),
        ("broken.txt", "全区GDP增长6%。".encode()[:-2] + b"\xff\xfe\xfd" * 30),
    ],
)
def test_a_bad_file_is_one_clear_line_and_leaves_the_outputs(
    tmp_path: Path, name: str, content: bytes
) -> None:
    bad, out = tmp_path / name, tmp_path / "out"
    bad.write_bytes(content)
    out.mkdir()
    (out / "speeches.ttl").write_text("earlier")
    shown = run("build", str(bad), "--out", str(out))
    assert shown.returncode == 1
    assert len(shown.stderr.strip().splitlines()) == 1
    assert name in shown.stderr
    assert [path.name for path in out.iterdir()] == ["speeches.ttl"]
    assert (out / "speeches.ttl").read_text() == "earlier"


@pytest.mark.parametrize("path", ["missing.txt", "empty-folder"])
def test_a_place_with_nothing_to_read_is_named(tmp_path: Path, path: str) -> None:
    (tmp_path / "empty-folder").mkdir()
    shown = run("build", str(tmp_path / path), "--out", str(tmp_path / "out"))
    assert shown.returncode == 1
    assert path in shown.stderr
    assert "Traceback" not in shown.stderr


def test_good_files_are_built_and_bad_ones_listed(tmp_path: Path, speech: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    shown = run("build", str(speech), str(bad), "--out", str(tmp_path / "out"))
    assert shown.returncode == 1
    assert "bad.txt" in shown.stderr
    assert "speech.txt" not in shown.stderr
    assert (tmp_path / "out" / "graph.html").exists()


def test_a_build_prints_what_it_found_and_what_to_open(tmp_path: Path, speech: Path) -> None:
    shown = run("build", str(speech), "--out", str(tmp_path / "out"))
    assert shown.returncode == 0, shown.stderr
    for word in ("speeches", "relations", "observations", "unexplained numerals", "graph.html"):
        assert word in shown.stdout


def test_a_query_is_printed_as_table_csv_and_json() -> None:
    gdp = "kg:indicatorText 'GDP'@zh ; kg:value ?value"
    text = f"SELECT ?value {{ unit:綦江区 kg:reports ?o . ?o {gdp} }}"
    assert "6" in run("query", "-e", text, *GRAPH).stdout
    assert run("query", "-e", text, "--format", "csv", *GRAPH).stdout.split() == ["value", "6"]
    assert json.loads(run("query", "-e", text, "--format", "json", *GRAPH).stdout) == [{"value": 6}]


def test_the_questions_are_listed_with_their_parameters() -> None:
    shown = run("query", "--list")
    assert shown.returncode == 0
    for said in (
        "who-aligns [FRAMEWORK]",
        "哪些单位对标某一战略框架？",
        "Which units align",
        "六区一高地",
    ):
        assert said in shown.stdout
    assert len([line for line in shown.stdout.splitlines() if line[:1].strip()]) >= 15


def test_a_question_is_asked_by_its_name_with_a_value() -> None:
    shown = run("query", "who-aligns", "六区一高地", *GRAPH)
    assert shown.returncode == 0
    for unit in ("丰都县", "市委金融办", "石柱县"):
        assert unit in shown.stdout
    assert "4 rows" in shown.stdout  # 石柱县 says it in its headline as well
    listed = run("query", "who-aligns", "六区一高地", "--format", "csv", *GRAPH).stdout
    assert [line.split(",")[0] for line in listed.splitlines()] == [
        *("unit", "丰都县", "市委金融办", "石柱县", "石柱县")
    ]


def test_a_table_names_things_where_csv_and_json_have_their_paths() -> None:
    text = "SELECT ?unit ?class { ?unit kg:alignsWith initiative:33618 ; a ?class }"
    shown = run("query", "-e", text, *GRAPH).stdout
    assert "綦江区" in shown and "地区" in shown
    assert "unit/" not in shown and "kg:" not in shown
    assert "unit/綦江区,kg:District" in run("query", "-e", text, "--format", "csv", *GRAPH).stdout


def test_a_graph_is_printed_as_turtle_and_rows_are_not() -> None:
    shown = run("query", "graph-of", "九龙新城园区", "--format", "ttl", *GRAPH)
    assert "kg:recognisedAs recognition:第二批国家碳达峰试点" in shown.stdout
    shown = run("query", "who-aligns", "--format", "ttl", *GRAPH)
    assert shown.returncode == 1
    assert "only CONSTRUCT and DESCRIBE" in shown.stderr


def test_a_question_about_what_nothing_is_called_says_so() -> None:
    shown = run("query", "who-aligns", "六区高地", *GRAPH)
    assert "0 rows" in shown.stdout
    assert "六区高地: nothing in the graph is called so" in shown.stderr


def test_one_way_of_asking_is_needed() -> None:
    for arguments in ([], ["who-aligns", "-e", "ASK {}"], ["who-aligns", "--list"]):
        shown = run("query", *arguments, *GRAPH)
        assert shown.returncode == 1
        assert "give a question, a .rq file, -e 'QUERY' or --list" in shown.stderr


def test_builds_load_into_a_store_that_is_asked_and_shown(tmp_path: Path, speech: Path) -> None:
    store = str(tmp_path / "store")
    for source, told in ((SEEDS, "1 files loaded"), (speech, "1 files loaded")):
        shown = run("build", str(source), "--out", str(tmp_path / "out"), "--store", store)
        assert shown.returncode == 0, shown.stderr
        assert told in shown.stdout
    shown = run("build", str(speech), "--out", str(tmp_path / "out"), "--store", store)
    assert "0 files loaded, 1 unchanged" in shown.stdout
    asked = run("query", "-e", "SELECT ?f { ?f a kg:SourceFile }", "--store", store).stdout
    assert "speech.txt" in asked and "000_9a077f0b941a7940.txt" in asked
    assert "alignsWith 33618" in run("show", "綦江", "--graph", store).stdout


def test_a_broken_query_says_where(tmp_path: Path) -> None:
    shown = run("query", "-e", "SELECT ?x { ?x kg:reports", *GRAPH)
    assert shown.returncode == 1
    assert shown.stderr.startswith("kg: query: ")
    shown = run("query", str(tmp_path / "none.rq"), *GRAPH)
    assert "none.rq" in shown.stderr and shown.returncode == 1


def test_show_prints_each_relation_with_its_sentence_and_place() -> None:
    shown = run("show", "綦江", *GRAPH).stdout
    assert "alignsWith 33618" in shown
    assert "“綦江对标“33618”现代制造业产业集群" in shown
    assert "000_9a077f0b941a7940.txt" in shown


def test_an_unknown_name_gets_what_is_near() -> None:
    shown = run("show", "綦江曲", *GRAPH)
    assert shown.returncode == 1
    assert "綦江区" in shown.stderr


def test_centrality_ranks_by_the_measure_and_class_asked_for() -> None:
    shown = run("centrality", "--by", "degree", "--top", "3", "--class", "Enterprise", *GRAPH)
    lines = [line for line in shown.stdout.splitlines() if "Enterprise" in line]
    assert len(lines) == 3
    assert run("centrality", "--class", "Nonsense", *GRAPH).returncode == 1


def test_compare_ranks_the_districts_by_growth() -> None:
    shown = run("compare", "GDP", *GRAPH).stdout
    # Read from the page: 忠县 6.2, 丰都 6.1, and six others at or under 6.
    assert shown.index("忠县") < shown.index("丰都县") < shown.index("綦江区")
    assert "2025-Q1" in shown


def test_audit_lists_figures_and_reasons() -> None:
    shown = run("audit", str(SEEDS))
    assert shown.returncode == 0
    assert "0 unexplained" in shown.stdout


def test_the_seed_graph_conforms_and_a_broken_one_does_not(tmp_path: Path) -> None:
    shown = run("validate", GRAPH[1])
    assert shown.returncode == 0, shown.stdout
    broken = tmp_path / "broken.ttl"
    whole = Path(GRAPH[1]).read_text(encoding="utf-8")
    broken.write_text(whole.replace("kg:kind kg:Growth", "kg:kind kg:Level , kg:Growth", 1))
    shown = run("validate", str(broken))
    assert shown.returncode == 1
    assert "kg:kind" in shown.stdout


def test_a_graph_that_is_no_turtle_is_named_with_the_place(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("this is\nnot turtle")
    shown = run("show", "綦江区", "--graph", str(bad))
    assert shown.returncode == 1
    assert "bad.ttl" in shown.stderr


def test_export_writes_each_format_asked_for_and_says_where(tmp_path: Path) -> None:
    source = ROOT / "outputs" / "speeches.ttl"
    formats = ("ttl", "nt", "nq", "trig", "jsonld", "rdf", "neo4j")
    asked = [word for form in formats for word in ("--format", form)]
    shown = run("export", str(source), *asked, "--rdf12", "--out", str(tmp_path))
    assert shown.returncode == 0, shown.stderr
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        *(f"speeches.{form}" for form in formats[:-1]),
        "speeches.rdf12.ttl",
        "neo4j-nodes.csv",
        "neo4j-observations.csv",
        "neo4j-relationships.csv",
    }
    assert all(name in shown.stdout for name in names)
    assert "neo4j-admin database import full" in shown.stdout
    assert (tmp_path / "speeches.ttl").read_bytes() == source.read_bytes()


def test_export_without_a_format_is_one_clear_line(tmp_path: Path) -> None:
    shown = run("export", str(ROOT / "outputs" / "speeches.ttl"), "--out", str(tmp_path))
    assert shown.returncode == 1
    assert shown.stderr == "kg: give a --format, or --rdf12\n"
    assert list(tmp_path.iterdir()) == []


def test_a_build_writes_more_formats_beside_its_outputs(tmp_path: Path) -> None:
    shown = run("build", str(SEEDS), "--out", str(tmp_path), "--format", "trig", "--rdf12")
    assert shown.returncode == 0, shown.stderr
    assert {"speeches.ttl", "speeches.trig", "speeches.rdf12.ttl", "ontology.html"} <= {
        path.name for path in tmp_path.iterdir()
    }


def test_a_build_checks_what_it_wrote(tmp_path: Path) -> None:
    """A rule that wrote a wrong graph is caught by the build itself."""
    code = f"""
import sys, kg.rdf.write as writing
from kg.cli import main
from kg.rdf.terms import kg as own, resource
from pyoxigraph import Triple
sound = writing.triples
def unsound(knowledge):
    yield from sound(knowledge)
    yield Triple(resource("unit/綦江区"), own("implements"), resource("initiative/没有"))
import kg.api
kg.api.triples = unsound
main(["build", {str(SEEDS)!r}, "--out", {str(tmp_path)!r}])
"""
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert shown.returncode == 1
    assert "unit/綦江区: has a relation for which there is no kg:Statement" in shown.stderr
    assert "Traceback" not in shown.stderr
