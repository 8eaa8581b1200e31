"""A real `kg serve` process, and plain HTTP requests to it."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True)
class Response:
    """A status, its headers by lower-case name, and the body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]


@dataclass(frozen=True)
class Server:
    """Where a server listens, and its process."""

    host: str
    port: int
    process: subprocess.Popen[str]
    told: str

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def send(
        self, method: str, path: str, body: bytes | str | None = None, **headers: str
    ) -> Response:
        """One request; `headers` are given with underscores."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = body.encode() if isinstance(body, str) else body
        try:
            connection.request(method, quote(path, safe="/?&=%#:~+"), sent, named)
            answer = connection.getresponse()
            got = {name.lower(): value for name, value in answer.getheaders()}
            return Response(answer.status, got, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Response:
        return self.send("GET", path, **headers)

    def ask(self, query: str, accept: str = "application/sparql-results+json") -> Response:
        """A query, posted as a form."""
        form = "application/x-www-form-urlencoded"
        body = urlencode({"query": query})
        return self.send("POST", "/sparql", body, Content_Type=form, Accept=accept)


@contextmanager
def serving(*arguments: str) -> Iterator[Server]:
    """A server on a free port of this machine, ended afterwards."""
    command = [sys.executable, "-m", "kg", "serve", *arguments, "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stderr
    try:
        line = process.stderr.readline()
        found = re.search(r"http://\[?([^/\]]+)\]?:(\d+)/", line)
        assert found, line
        host = "127.0.0.1" if found[1] == "0.0.0.0" else found[1]
        yield Server(host, int(found[2]), process, line)
    finally:
        process.terminate()
        process.wait()
        process.stderr.close()
