"""The server's side of the worker: starts it, hands it jobs, and waits for each reply."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from kg.errors import FayanError
from kg.serve.limits import Limits
from kg.serve.reply import Reply

_AT_ONCE = 4
_GRACE = 1.0


class Pool:
    """Answers jobs over one graph, each in a process of its own; safe to call from threads."""

    def __init__(self, graph: Path, limits: Limits) -> None:
        """Loads `graph` in a process beside; FayanError with what is wrong with it."""
        self.limits = limits
        self._graph = graph
        self._starting = threading.Lock()
        self._free = threading.BoundedSemaphore(_AT_ONCE)
        self._start()

    @property
    def worker(self) -> int:
        """The number of the process that holds the graph."""
        return self._process.pid

    def close(self) -> None:
        """Ends the process that holds the graph."""
        self._control.close()
        self._process.wait()

    def query(self, **asked: object) -> Reply:
        """The reply to a query; see `kg.serve.query.answer` for what can be asked.

        Four queries run at once; a further one waits its turn, but not longer than one may run.
        """
        limits = self.limits
        if not self._free.acquire(timeout=limits.seconds):
            return Reply.error(503, "too many queries are running: try again later")
        try:
            return self.job(
                "query", limits.seconds, memory=limits.memory, rows=limits.rows, **asked
            )
        finally:
            self._free.release()

    def job(self, name: str, seconds: float, **asked: object) -> Reply:
        """The reply to a job of `kg.serve.jobs`, which ends after `seconds` at the latest."""
        started = time.monotonic()
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._send(theirs)
            ours.settimeout(seconds + _GRACE)
            try:
                with ours.makefile("rwb") as stream:
                    stream.write(json.dumps([name, seconds, asked]).encode() + b"\n")
                    stream.flush()
                    reply = Reply.read(stream)
            except OSError:  # a TimeoutError too
                reply = None
        if reply is not None:
            return reply
        if time.monotonic() - started >= seconds:
            return Reply.error(503, f"stopped: it took longer than {seconds:g} seconds")
        return Reply.error(503, "stopped: it needs more memory than it may use")

    def _send(self, theirs: socket.socket) -> None:
        """Hands a socket to the worker; starts it again once if it is gone."""
        with self._starting:
            try:
                socket.send_fds(self._control, [b"j"], [theirs.fileno()])
            except OSError:
                self._start()
                socket.send_fds(self._control, [b"j"], [theirs.fileno()])

    def _start(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            number = theirs.fileno()
            command = [sys.executable, "-m", "kg.serve.worker", str(number), str(self._graph)]
            self._process = subprocess.Popen(command, pass_fds=[number])
        told = self._control.recv(1 << 16).decode()
        if told != "ready":
            raise FayanError(told or f"{self._graph}: the process that holds the graph ended")
