"""A build or a server killed at any moment leaves the old or the new, whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.rdf.persistent import open_store
from tests.serve.server import serving

MOMENTS = 20
TEXT = "一季度全区GDP增长{}%，引进企业12家。围绕“六区一高地”建设。\n\n东山区委书记 王建国\n"
Outputs = Mapping[str, bytes]


def command(folder: Path, out: str) -> list[str]:
    arguments = [str(folder / "speech.txt"), "--out", str(folder / out)]
    return [sys.executable, "-m", "kg", "build", *arguments, "--store", str(folder / f"{out}.db")]


def outputs(folder: Path) -> Outputs:
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")
    }


def union(folder: Path) -> frozenset[ox.Triple]:
    quads = open_store(folder).quads_for_pattern(None, None, None, ox.DefaultGraph())
    return frozenset(quad.triple for quad in quads)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Outputs], float]:
    """A folder with a speech, the outputs of its two versions, and the seconds of a build."""
    folder = tmp_path_factory.mktemp("kills")
    versions: list[Outputs]
    versions, took = [], 60.0
    for growth in (6, 7):
        (folder / "speech.txt").write_text(TEXT.format(growth), encoding="utf-8")
        started = time.monotonic()
        subprocess.run(command(folder, f"whole{growth}"), check=True, capture_output=True)
        took = min(took, time.monotonic() - started)
        versions.append(outputs(folder / f"whole{growth}"))
    assert versions[0] != versions[1]
    return folder, versions, took


def test_a_build_killed_at_any_moment(made: tuple[Path, list[Outputs], float]) -> None:
    folder, versions, took = made
    graphs = [kg.load(folder / f"whole{growth}" / "speeches.ttl").store for growth in (6, 7)]
    triples = [frozenset(quad.triple for quad in graph) for graph in graphs]
    (folder / "speech.txt").write_text(TEXT.format(6), encoding="utf-8")
    subprocess.run(command(folder, "out"), check=True, capture_output=True)
    chance = random.Random(5)
    killed = 0
    for moment in range(MOMENTS):
        (folder / "speech.txt").write_text(TEXT.format(7 - moment % 2), encoding="utf-8")
        process = subprocess.Popen(
            command(folder, "out"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if moment % 2:
            time.sleep(took * chance.random())
        else:
            _wait_until_it_writes(process, folder)
            time.sleep(chance.random() / 5)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        for name, content in outputs(folder / "out").items():
            assert content in (versions[0][name], versions[1][name]), name
        assert union(folder / "out.db") in triples
        # Whatever reads the graph first completes what was cut off while renaming.
        kg.load(folder / "out" / "speeches.ttl")
        assert outputs(folder / "out") in versions
    assert killed >= MOMENTS // 3
    subprocess.run(command(folder, "out"), check=True, capture_output=True)
    assert outputs(folder / "out") == versions[1 - (MOMENTS - 1) % 2]
    assert union(folder / "out.db") == triples[1 - (MOMENTS - 1) % 2]


def _wait_until_it_writes(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Returns once a build has begun to write outputs, or ended."""
    earlier = {path.name: path.stat().st_mtime_ns for path in (folder / "out").iterdir()}
    while process.poll() is None:
        with suppress(FileNotFoundError):  # renamed meanwhile
            now = {path.name: path.stat().st_mtime_ns for path in (folder / "out").iterdir()}
            if now != earlier:
                return
        time.sleep(0.001)


def test_a_server_killed_at_any_moment_leaves_the_store_and_no_process(
    made: tuple[Path, list[Outputs], float],
) -> None:
    folder, _, _ = made
    store = folder / "whole6.db"
    before = union(store)
    chance = random.Random(7)
    for _ in range(5):
        with serving(str(store)) as running:
            workers = _children(running.process.pid)
            assert running.ask("ASK { ?s ?p ?o }").status == 200
            time.sleep(chance.random() / 5)
            running.process.kill()
            running.process.wait()
        deadline = time.monotonic() + 15
        while any(map(_runs, workers)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert workers and not any(map(_runs, workers))
        assert union(store) == before


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"
