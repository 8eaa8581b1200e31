"""An endpoint elsewhere answers as the graph here does, or says what is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.api import Graph
from kg.errors import FayanError
from kg.questions import Question, questions
from kg.remote.http import with_parameters
from kg.remote.query import Endpoint, with_prefixes
from tests.conftest import ROOT
from tests.remote.conftest import start
from tests.remote.test_publish import silently
from tests.serve.server import serving

SEED = ROOT / "outputs" / "speeches.ttl"


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """The seed's graph in the default graph of a real Oxigraph server."""
    from kg.remote.publish import publish

    running = start()
    notes = tmp_path_factory.mktemp("notes") / "notes"
    publish(kg.load(SEED).store, running.graphs, "", notes, silently)
    yield Endpoint(running.query)
    running.stop()


@pytest.fixture(scope="module")
def ours() -> Iterator[Endpoint]:
    with serving(str(SEED)) as running:
        yield Endpoint(running.url + "/sparql")


@pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)
def test_every_question_has_the_same_answer_there(
    asked: Question, oxigraph: Endpoint, ours: Endpoint
) -> None:
    local = kg.load(SEED).sparql(asked.text)
    for endpoint in (oxigraph, ours):
        answer = endpoint.sparql(asked.text)
        assert answer.columns == local.columns
        assert sorted(map(str, answer.rows)) == sorted(map(str, local.rows))


def test_the_names_are_looked_up_there(oxigraph: Endpoint, seed_graph: Graph) -> None:
    iris = seed_graph.sparql("SELECT * { ?s ?p ?o } LIMIT 900").iris
    assert oxigraph.labels(iris) == seed_graph.labels(iris)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], capture_output=True, encoding="utf-8"
    )


@pytest.mark.parametrize("output", ["table", "csv", "json"])
def test_the_command_prints_the_same_from_there(oxigraph: Endpoint, output: str) -> None:
    for asked in (
        ["rank-units", "固投"],
        ["-e", "SELECT ?x { ?x kg:alignsWith initiative:33618 }"],
    ):
        there = run("query", *asked, "--format", output, "--endpoint", oxigraph.url)
        here = run("query", *asked, "--format", output, "--graph", str(SEED))
        assert there.returncode == here.returncode == 0, there.stderr
        assert there.stdout == here.stdout


def test_hostile_values_do_nothing_there(oxigraph: Endpoint) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = oxigraph.sparql(count).rows
    for value in ('" } } ; DROP ALL #', "\\u0022 } UNION { ?f ?p ?o", "x\ny"):
        shown = run("query", "who-aligns", value, "--endpoint", oxigraph.url)
        assert shown.returncode == 0
        assert "0 rows" in shown.stdout
        assert "nothing in the graph is called so" in shown.stderr
    assert oxigraph.sparql(count).rows == before


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "not an http or https address"),
        ("ftp://example.org/x", "not an http or https address"),
        ("nonsense", "not an http or https address"),
        ("http://127.0.0.1:9/query", "cannot be reached"),
        ("http://[::1", "Invalid IPv6|not an http"),
    ],
)
def test_an_address_that_is_none_is_named(url: str, message: str) -> None:
    shown = run("query", "-e", "ASK {}", "--endpoint", url)
    assert shown.returncode == 1
    assert re.search(message, shown.stderr)
    assert len(shown.stderr.splitlines()) == 1


def test_what_the_endpoint_says_is_wrong_is_passed_on(oxigraph: Endpoint, ours: Endpoint) -> None:
    for endpoint in (oxigraph, ours):
        with pytest.raises(FayanError, match="400") as caught:
            endpoint.sparql("SELECT nonsense")
        assert "\n" not in str(caught.value)


def test_what_is_no_endpoint_is_named(ours: Endpoint) -> None:
    with pytest.raises(FayanError, match="405"):
        Endpoint(ours.url.replace("/sparql", "/graph")).sparql("ASK {}")


def test_only_prefixes_that_are_used_and_not_declared_are_added() -> None:
    text = 'SELECT * { ?s kg:value "org:x" ; rdfs:label <foaf:x> } # skos:no'
    declared = [line for line in with_prefixes(text).splitlines() if line.startswith("PREFIX")]
    assert [line.split()[1] for line in declared] == ["kg:", "rdfs:"]
    own = "PREFIX kg: <http://example.org/>\nASK { ?s kg:value ?o }"
    assert with_prefixes(own) == own


def test_parameters_join_those_of_the_address() -> None:
    assert with_parameters("http://h/s?a=1#x", {"graph": "http://g/图"}) == (
        "http://h/s?a=1&graph=http%3A%2F%2Fg%2F%E5%9B%BE"
    )


def test_a_password_is_taken_from_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.remote.http import _credentials

    (tmp_path / ".netrc").write_text("machine store.example login me password secret\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert _credentials("https://store.example/x") == {"Authorization": "Basic bWU6c2VjcmV0"}
    assert _credentials("https://other.example/x") == {}
