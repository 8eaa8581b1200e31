"""The process that holds the graph may die; the server starts it again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import FayanError
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from tests.serve.conftest import SEED

ASKED = {"solutions": "text/csv", "triples": "text/turtle"}
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(Path(SEED), Limits(seconds=5, rows=10, memory=64))
    yield made
    made.close()


def test_a_worker_that_was_killed_is_started_again(pool: Pool) -> None:
    before = pool.query(text=COUNT, **ASKED)
    os.kill(pool.worker, signal.SIGKILL)
    os.waitpid(pool.worker, 0)
    after = pool.query(text=COUNT, **ASKED)
    assert (before.status, before.body) == (after.status, after.body)


def test_a_job_that_is_killed_is_reported_and_the_next_is_answered(pool: Pool) -> None:
    killing = pool.job("listing", 0.000_001, cls="unit")
    assert killing.status == 503
    assert b"took longer than" in killing.body
    assert pool.job("listing", 5, cls="unit").status == 200


def test_memory_is_bounded(pool: Pool) -> None:
    many = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
    answer = pool.query(text=many, **ASKED)
    assert answer.status == 503
    assert b"memory" in answer.body


def test_a_failure_of_our_own_is_told_and_logged() -> None:
    program = (
        "from pathlib import Path; from kg.serve.pool import Pool; from kg.serve.limits import *\n"
        f"pool = Pool(Path({SEED!r}), Limits()); print(pool.job('nonsense', 5)); pool.close()"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "status=500" in shown.stdout and "its log says why" in shown.stdout
    assert "KeyError: 'nonsense'" in shown.stderr


def test_a_store_on_disk_is_served_with_the_graph_of_each_file(tmp_path: Path) -> None:
    kg.load(SEED).load_into(tmp_path / "store")
    pool = Pool(tmp_path / "store", Limits())
    try:
        graphs = "SELECT ?g { GRAPH ?g { ?f a kg:SourceFile } }"
        assert b"file/000_9a077f0b941a7940.txt" in pool.query(text=graphs, **ASKED).body
        assert int(pool.query(text=COUNT, **ASKED).body.split()[1]) == len(kg.load(SEED))
    finally:
        pool.close()


def test_a_graph_that_does_not_parse_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<a> <b>")
    with pytest.raises(FayanError, match=r"broken\.ttl:1:\d+: not valid RDF"):
        Pool(path, Limits())
