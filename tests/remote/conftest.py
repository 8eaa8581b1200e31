"""A store that others wrote: a real Oxigraph server, empty, in memory."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass
class Store:
    """Where an Oxigraph server listens."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def query(self) -> str:
        return f"http://127.0.0.1:{self.port}/query"

    @property
    def graphs(self) -> str:
        return f"http://127.0.0.1:{self.port}/store"

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def start(port: int = 0) -> Store:
    if not port:
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    assert binary, "oxigraph is a development dependency: make .venv/development"
    process = subprocess.Popen(
        [binary, "serve", "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Store(port, process)
        time.sleep(0.02)
    process.kill()
    raise AssertionError("Oxigraph did not start")


@pytest.fixture
def store() -> Iterator[Store]:
    running = start()
    yield running
    running.stop()
