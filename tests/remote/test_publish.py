"""A graph arrives whole at another store, also after an interruption."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg.remote.publish
from kg.api import Graph
from kg.errors import FayanError
from kg.rdf.store import load, store_of
from kg.remote.publish import Part, Published, publish
from kg.remote.query import Endpoint
from tests.conftest import ROOT
from tests.remote.conftest import Store, start

SEED = ROOT / "outputs" / "speeches.ttl"
NAME = "https://w3id.org/fayan/id/graph/speeches"


def silently(parts: Sequence[Part], doing: str) -> Iterable[Part]:
    return parts


def stopping_after(number: int) -> kg.remote.publish.Progress:
    """Progress that an interruption ends once `number` parts are sent."""

    def progress(parts: Sequence[Part], doing: str) -> Iterable[Part]:
        for count, part in enumerate(parts):
            if count == number:
                raise KeyboardInterrupt
            yield part

    return progress


def there(store: Store, graph: str = NAME) -> set[ox.Triple]:
    """The triples of a graph of the store, or of its default graph."""
    where = "?s ?p ?o" if not graph else f"GRAPH <{graph}> {{ ?s ?p ?o }}"
    made = Endpoint(store.query).sparql(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}")
    text = made.to_turtle().encode()
    return {quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)}


def here(path: Path = SEED) -> set[ox.Triple]:
    return {quad.triple for quad in load(path)}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], capture_output=True, encoding="utf-8"
    )


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.remote.publish, "TRIPLES_A_PART", 1000)


def test_the_seed_is_published_and_asked_there(store: Store) -> None:
    shown = run("publish", str(SEED), "--endpoint", store.graphs)
    assert shown.returncode == 0, shown.stderr
    assert f"{len(here())} triples published" in shown.stdout
    assert NAME in shown.stdout
    assert there(store) == here()
    assert there(store, "") == set()
    asked = ["query", "who-aligns", "--endpoint", store.query, "--from", NAME]
    assert "石柱县" in run(*asked).stdout
    assert not list(SEED.parent.glob(".*.publish"))


def test_it_goes_into_the_graph_that_is_named_or_the_default(store: Store) -> None:
    assert run("publish", str(SEED), "--endpoint", store.graphs, "--default").returncode == 0
    assert there(store, "") == here()
    name = "http://example.org/图?a=b&c=d"
    run("publish", str(SEED), "--endpoint", store.graphs, "--into", name)
    assert there(store, name) == here()
    assert run("publish", "--endpoint", store.graphs, "--into", name, "--default").returncode == 1


def test_what_the_graph_held_before_is_replaced_and_the_rest_stays(
    store: Store, tmp_path: Path
) -> None:
    old, other = tmp_path / "old.ttl", "http://example.org/other"
    old.write_text("<http://a> <http://b> <http://c> .")
    send(store, load(old), other, tmp_path)
    send(store, load(old), NAME, tmp_path)
    send(store, load(SEED), NAME, tmp_path)
    assert there(store) == here()
    assert there(store, other) == here(old)


def send(
    store: Store,
    graph: ox.Store,
    into: str,
    folder: Path,
    progress: kg.remote.publish.Progress = silently,
) -> Published:
    return publish(graph, store.graphs, into, folder / ".notes", progress)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("sent", [0, 1, 3, 7])
def test_an_interrupted_run_goes_on_where_it_stopped(
    store: Store, tmp_path: Path, sent: int
) -> None:
    with pytest.raises(KeyboardInterrupt):
        send(store, load(SEED), NAME, tmp_path, stopping_after(sent))
    assert len(there(store)) == sent * 1000
    published = send(store, load(SEED), NAME, tmp_path)
    assert published.resumed == sent * 1000
    assert there(store) == here()
    assert not (tmp_path / ".notes").exists()


@pytest.mark.usefixtures("small")
def test_it_starts_again_where_the_store_lost_what_was_sent(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        send(store, load(SEED), NAME, tmp_path, stopping_after(3))
    store.stop()
    again = start(store.port)
    try:
        assert send(again, load(SEED), NAME, tmp_path).resumed == 0
        assert there(again) == here()
    finally:
        again.stop()


@pytest.mark.usefixtures("small")
def test_notes_of_another_graph_or_store_are_not_taken_for_its_own(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        send(store, load(SEED), NAME, tmp_path, stopping_after(3))
    assert send(store, load(SEED), "http://example.org/other", tmp_path).resumed == 0
    (tmp_path / ".notes").write_text("no notes")
    assert send(store, load(SEED), NAME, tmp_path).resumed == 0
    assert there(store) == here()


def test_a_store_that_is_away_is_named_and_the_notes_stay(store: Store, tmp_path: Path) -> None:
    store.stop()
    with pytest.raises(FayanError, match=re.escape(store.graphs) + r".*cannot be reached"):
        send(store, load(SEED), NAME, tmp_path)


def test_a_process_killed_at_any_moment_is_taken_up(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "many.nt"
    lines = (f'<http://e/{n}> <http://e/p> "{n}\\n一" .\n' for n in range(120_000))
    path.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "kg", "publish", str(path), "--endpoint", store.graphs]
    notes = tmp_path / ".many.nt.publish"
    for _ in range(3):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        before = notes.read_bytes() if notes.exists() else b""
        while process.poll() is None and (not notes.exists() or notes.read_bytes() == before):
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
    shown = run(*command[3:])
    assert shown.returncode == 0, shown.stderr
    resumed = re.search(r"went on after (\d+) triples", shown.stdout)
    assert resumed and int(resumed[1]) >= 20_000
    count = Endpoint(store.query).sparql(
        "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/fayan/id/graph/many> { ?s ?p ?o } }"
    )
    assert count.rows == [(120_000,)]
    assert not notes.exists()


@pytest.mark.usefixtures("small")
def test_blank_nodes_stay_what_they_are_over_an_interruption(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "blank.nt"
    lines = [f"_:b{n % 7} <http://e/p> <http://e/{n}> .\n" for n in range(1500)]
    lines += [f"<http://e/{n}> <http://e/q> <http://e/x> .\n" for n in range(1500)]
    path.write_text("".join(lines))
    with pytest.raises(KeyboardInterrupt):
        send(store, load(path), NAME, tmp_path, stopping_after(2))
    send(store, load(path), NAME, tmp_path)
    blank = (
        "SELECT (COUNT(DISTINCT ?s) AS ?n) (COUNT(*) AS ?m)"
        " { GRAPH ?g { ?s ?p ?o } FILTER(isBlank(?s)) }"
    )
    assert Endpoint(store.query).sparql(blank).rows == [(7, 1500)]
    assert len(there(store)) == 3000


def test_a_store_on_disk_is_published_with_the_graph_of_each_file(
    store: Store, tmp_path: Path, seed_graph: Graph
) -> None:
    seed_graph.load_into(tmp_path / "store")
    shown = run("publish", str(tmp_path / "store"), "--endpoint", store.graphs)
    assert shown.returncode == 0, shown.stderr
    (file,) = seed_graph.sparql("SELECT (STR(?f) AS ?x) { ?f a kg:SourceFile }").rows[0]
    assert there(store, str(file)) == {quad.triple for quad in seed_graph.store}


def test_an_empty_graph_is_not_published(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FayanError, match="nothing to publish"):
        send(store, store_of([]), NAME, tmp_path)


def test_the_server_of_our_own_refuses_to_be_written_to(tmp_path: Path) -> None:
    from tests.serve.server import serving

    small = store_of(list(here())[:10])
    with serving(str(SEED)) as running, pytest.raises(FayanError, match="405"):
        publish(small, running.url + "/sparql", NAME, tmp_path / ".notes", silently)
