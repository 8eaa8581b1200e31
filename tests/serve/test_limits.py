"""No query reaches out, runs on, fills the memory or floods the client, whatever it says."""

from __future__ import annotations

import http.client
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.answers import Answer
from kg.errors import FayanError
from kg.rdf.store import query
from tests.serve.conftest import SEED
from tests.serve.server import Server, serving

EVERYTHING = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
RUNAWAY = f"SELECT (COUNT(*) AS ?n) {{ {EVERYTHING} }}"
SORTED = f"SELECT * {{ {EVERYTHING} }} ORDER BY ?l"


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another server, and what it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(500)

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    other = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=other.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{other.server_port}", asked
    other.shutdown()
    thread.join()
    other.server_close()


@pytest.mark.parametrize(
    "clause",
    [
        "SERVICE <{url}/sparql> {{ ?s ?p ?o }}",
        "SERVICE SILENT <{url}/sparql> {{ ?s ?p ?o }}",
        "VALUES ?x {{ <{url}/sparql> }} SERVICE ?x {{ ?s ?p ?o }}",
        "BIND(IRI('{url}/sparql') AS ?x) SERVICE ?x {{ ?s ?p ?o }}",
        "{{ SELECT * {{ SERVICE <{url}/sparql> {{ ?s ?p ?o }} }} }}",
        "FILTER EXISTS {{ SERVICE <{url}/sparql> {{ ?s ?p ?o }} }}",
        "\n#\nsErViCe\n#\n<{url}/sparql>{{?s ?p ?o}}",
    ],
)
def test_a_query_reaches_no_other_server(
    server: Server, elsewhere: tuple[str, list[str]], clause: str
) -> None:
    url, asked = elsewhere
    answer = server.ask("SELECT * { " + clause.format(url=url) + " }")
    assert asked == []
    if answer.status == 200:
        assert b'"s":{' not in answer.body
    else:
        assert answer.status in (400, 403)
        assert "service" in answer.text.lower()


def test_oxigraph_alone_would_reach_it(elsewhere: tuple[str, list[str]]) -> None:
    # So that the tests above test something: without limits the same query goes out.
    url, asked = elsewhere
    with pytest.raises(FayanError):
        Answer(query(ox.Store(), f"SELECT * {{ SERVICE <{url}/sparql> {{ ?s ?p ?o }} }}"))
    assert asked == ["/sparql"]


@pytest.mark.parametrize("form", ["FROM <{url}/x.ttl>", "FROM NAMED <{url}/x.ttl>"])
def test_a_graph_elsewhere_is_not_fetched(
    server: Server, elsewhere: tuple[str, list[str]], form: str
) -> None:
    url, asked = elsewhere
    answer = server.ask(f"SELECT * {form.format(url=url)} {{ ?s kg:none ?o }}")
    assert answer.status == 200
    assert asked == []
    assert server.ask(f"LOAD <{url}/x.ttl>").status == 400
    assert asked == []


@pytest.mark.parametrize("text", [RUNAWAY, SORTED])
def test_a_runaway_query_is_ended_and_leaves_nothing_running(text: str) -> None:
    with serving(SEED, "--seconds", "1") as running:
        started = time.monotonic()
        answer = running.ask(text)
        took = time.monotonic() - started
        assert answer.status == 503
        assert "stopped: it " in answer.text
        assert "retry-after" in answer.headers
        assert took < 20
        assert running.ask("ASK {}").status == 200
        assert _only_the_worker_is_left(running)


def test_while_queries_run_away_the_pages_and_later_queries_are_answered() -> None:
    with serving(SEED, "--seconds", "2") as running, ThreadPoolExecutor(6) as clients:
        waiting = [clients.submit(running.ask, RUNAWAY) for _ in range(6)]
        time.sleep(0.5)
        assert running.get("/unit/綦江区", Accept="text/turtle").status == 200
        assert [one.result().status for one in waiting] == [503] * 6
        assert running.ask("ASK {}").status == 200


def test_the_query_of_a_client_that_went_away_ends_too() -> None:
    with serving(SEED, "--seconds", "1") as running:
        with socket.create_connection((running.host, running.port)) as gone:
            line = f"GET /sparql?query={RUNAWAY.replace(' ', '%20').replace('?', '%3F')} HTTP/1.1"
            gone.sendall(f"{line}\r\nHost: localhost\r\n\r\n".encode())
            time.sleep(0.3)
        assert _only_the_worker_is_left(running)


def test_an_answer_has_no_more_rows_than_allowed(server: Server) -> None:
    for text in ("SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
        answer = server.ask(text, "application/sparql-results+json, text/turtle")
        assert answer.status == 400
        assert "more than 1000 rows: add LIMIT" in answer.text
    for text in ("SELECT * { ?s ?p ?o } LIMIT 1000", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"):
        assert server.ask(text).status == 200
    exact = server.ask("SELECT ?s { ?s ?p ?o } LIMIT 1000", "text/tab-separated-values").text
    assert exact.count("\n") == 1001


def test_a_row_is_a_row_whatever_line_breaks_it_holds(server: Server) -> None:
    lines = "SELECT ?x { VALUES ?x { '''" + "\n" * 3000 + "''' } }"
    answer = server.ask(lines)
    assert answer.status == 200


def test_a_request_that_is_too_long_is_refused(server: Server) -> None:
    connection = http.client.HTTPConnection(server.host, server.port, timeout=30)
    connection.putrequest("POST", "/sparql")
    connection.putheader("Content-Type", "application/sparql-query")
    connection.putheader("Content-Length", str(2 << 20))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def _only_the_worker_is_left(running: Server) -> bool:
    """Whether soon the server has one process beside it, the one that holds the graph."""
    deadline = time.monotonic() + 20
    while _children(running.process.pid, depth=2) != 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    return _children(running.process.pid, depth=2) == 1


def _children(pid: int, depth: int) -> int:
    """How many processes stand under `pid`, down to `depth`."""
    tasks = Path(f"/proc/{pid}/task")
    found = [
        int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()
    ]
    below = sum(_children(child, depth - 1) for child in found) if depth > 1 else 0
    return len(found) + below
