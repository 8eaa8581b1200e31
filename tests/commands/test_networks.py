"""kg network, kg centrality and kg diff, as a user meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
import scipy.sparse

from kg import tables
from kg.network.projections import Name
from tests.conftest import ROOT
from tests.test_cli import run

TURTLE = ROOT / "outputs" / "speeches.ttl"
GRAPH = ["--graph", str(TURTLE)]


@pytest.mark.parametrize("command", ["network", "diff"])
def test_every_command_shows_an_example(command: str) -> None:
    assert f"Example: kg {command}" in run(command, "--help").stdout


def test_the_list_tells_the_question_of_every_projection() -> None:
    shown = run("network", "--list").stdout
    for name in Name:
        assert f"\n{name} " in shown
    assert "Which units work on the same initiatives?" in shown


def test_a_network_is_told_in_figures() -> None:
    shown = run("network", "--projection", "unit-alignment", *GRAPH).stdout
    assert "modularity" in shown and "assortativity class" in shown


def test_a_projection_is_written_for_gephi(tmp_path: Path) -> None:
    out = tmp_path / "net.graphml"
    args = ["--projection", "unit-initiative", "--format", "graphml", "--out", str(out)]
    assert run("network", *args, *GRAPH).returncode == 0
    graph = nx.read_graphml(out)
    assert graph.edges["unit/綦江区", "initiative/33618"]["weight"] >= 1
    assert [path.name for path in tmp_path.iterdir()] == ["net.graphml"]


def test_csv_is_two_files_and_npz_a_matrix(tmp_path: Path) -> None:
    for form in ("csv", "npz"):
        out = tmp_path / f"net.{form}"
        done = run("network", "--format", form, "--out", str(out), *GRAPH)
        assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"net.csv", "net.nodes.csv", "net.npz"}
    nodes = (tmp_path / "net.nodes.csv").read_text(encoding="utf-8-sig").splitlines()
    assert scipy.sparse.load_npz(tmp_path / "net.npz").shape[0] == len(nodes) - 1


def test_without_a_file_it_goes_to_standard_output() -> None:
    shown = run("network", "--projection", "unit-alignment", "--format", "csv", *GRAPH).stdout
    rows = list(csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"))))
    # who answers to 六区一高地 is read in the README too
    assert {"丰都县", "石柱县"} <= {row["target_label"] for row in rows}
    assert all("六区一高地" in row["shared"] for row in rows if "丰都县" in row.values())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["network", "--projection", "unit-initiative", "--weight", "newman"], "cannot be chosen"),
        (["network", "--out", "x.gexf"], "--out needs --format"),
        (["network", "--meeting", "1999"], "1999: no such meeting"),
        (["centrality", "--why", "没有这个"], "没有这个"),
        (["centrality", "--why", "六区一高地", "--by", "core"], "cannot be explained"),
        (["centrality", "--by-meeting", "--meeting", "2025"], "either"),
        (["centrality", "--why", "六区一高地", "--projection", "simple"], "--projection"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(arguments: list[str], told: str) -> None:
    done = run(*arguments, *GRAPH)
    assert done.returncode == 1
    assert told in done.stderr and len(done.stderr.splitlines()) == 1


def test_why_names_edges_sentences_and_speeches() -> None:
    shown = run("centrality", "--why", "六区一高地", "--by", "betweenness", *GRAPH).stdout
    assert "rank" in shown.splitlines()[0]
    for unit in ("丰都县", "石柱县", "市委金融办"):
        assert f"{unit} alignsWith 六区一高地" in shown
    assert "石柱县积极融入服务“六区一高地”建设" in shown
    assert "glossary: " in shown
    assert "%  丰都县张国忠的发言" in shown


def test_centrality_of_a_projection_as_csv() -> None:
    args = ["--projection", "unit-initiative", "--by", "authority", "--format", "csv"]
    shown = run("centrality", *args, *GRAPH).stdout.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert list(rows[0]) == list(tables.CENTRALITY_COLUMNS)
    assert rows[0]["authority_rank"] == "1"
    assert sum(float(row["authority"]) for row in rows) == pytest.approx(1, abs=1e-6)


def test_ranks_at_each_meeting_stand_side_by_side(tmp_path: Path) -> None:
    for month, day, growth in (("一", "4月24日", "6"), ("二", "7月24日", "5.5")):
        text = (
            f"{day}，市委召开{month}季度县域经济推进会。鄞州区负责人作交流发言。现将发言摘登如下。\n\n"
            f"鄞州区围绕“五大提升工程”，一季度全区GDP增长{growth}%。实施“满园”行动。\n\n"
            "鄞州区委书记 王建国\n"
        )
        (tmp_path / f"{month}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    assert run("build", str(tmp_path), "--out", str(out)).returncode == 0
    graph = ["--graph", str(out / "speeches.ttl")]
    shown = run("centrality", "--by-meeting", *graph).stdout
    assert "一季度县域经济推进会" in shown and "二季度县域经济推进会" in shown
    (line,) = [line for line in shown.splitlines() if line.startswith("鄞州区 ")]
    assert line.split()[-2:] == ["1", "1"]
    one = run("centrality", "--meeting", "二季度县域经济推进会", *graph)
    assert one.returncode == 0 and "鄞州区" in one.stdout


def test_diff_tells_what_changed_and_nothing_else(tmp_path: Path) -> None:
    assert "0 rows" in run("diff", str(TURTLE), str(TURTLE)).stdout
    later = tmp_path / "later.ttl"
    whole = TURTLE.read_text(encoding="utf-8")
    # 忠县's growth, 6.2 per cent in the seed
    assert whole.count("kg:value 6.2") == whole.count("kg:amount 6.2") == 1
    later.write_text(
        whole.replace("kg:value 6.2", "kg:value 6.4").replace("kg:amount 6.2", "kg:amount 6.4"),
        encoding="utf-8",
    )
    shown = run("diff", str(TURTLE), str(later)).stdout
    assert "1 rows" in shown and "忠县" in shown
    assert "6.2% (2025-Q1)" in shown and "6.4% (2025-Q1)" in shown
    rows = json.loads(run("diff", str(TURTLE), str(later), "--format", "json").stdout)
    assert [(row["part"], row["change"]) for row in rows] == [("figures", "changed")]
    assert "GDP增长6.2%" in rows[0]["quote_after"]["text"]
    assert "0 rows" in run("diff", str(TURTLE), str(later), "--only", "nodes").stdout
    assert run("diff", str(TURTLE), str(tmp_path / "none.ttl")).returncode == 1
