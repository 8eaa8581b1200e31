"""Who may call the server, who may read it, and what a browser may do with its pages."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

import kg.serve
from kg.serve.guard import is_loopback, may_call, own_names
from tests.serve.conftest import SEED
from tests.serve.server import Server, serving


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:1234", 200),
        ("fayan.localhost:80", 200),
        ("127.0.0.1", 200),
        ("[::1]:8080", 200),
        ("192.168.1.7", 200),
        ("evil.example", 421),
        ("evil.example:7878", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.1@evil.example", 421),
        ("localhost@evil.example", 421),
        ("[::1", 421),
        ("", 421),
    ],
)
def test_a_name_that_is_not_the_servers_is_refused(server: Server, host: str, status: int) -> None:
    # A site whose name is made to point at 127.0.0.1 still sends that name (DNS rebinding).
    for path in ("/", "/sparql?query=ASK{}", "/unit/綦江区", "/static/pages.css"):
        assert server.get(path, Host=host).status == status


def test_a_server_bound_elsewhere_answers_to_its_own_names() -> None:
    assert may_call("graph.example:7878", own_names("graph.example"))
    assert not may_call("other.example", own_names("graph.example"))
    assert own_names("127.0.0.1") == {"127.0.0.1"}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_loopback_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "example.org", "", "1"])
def test_what_others_reach_is_no_loopback(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://localhost:3000", True),
        ("http://127.0.0.1:8080", True),
        ("https://evil.example", False),
        ("http://localhost.evil.example", False),
        ("null", False),
        ("file://localhost", False),
    ],
)
def test_pages_of_this_machine_may_read_it_and_others_not(
    server: Server, origin: str, allowed: bool
) -> None:
    for answer in (
        server.get("/sparql?query=ASK{}", Origin=origin),
        server.get("/unit/綦江区", Origin=origin),
        server.send("OPTIONS", "/sparql", Origin=origin, Access_Control_Request_Method="POST"),
    ):
        given = answer.headers.get("access-control-allow-origin")
        assert given == (origin if allowed else None)
        assert "Origin" in answer.headers["vary"]


def test_an_origin_that_is_named_may_read_it() -> None:
    with serving(SEED, "--cors", "https://good.example") as running:
        good = running.get("/sparql?query=ASK{}", Origin="https://good.example")
        assert good.headers["access-control-allow-origin"] == "https://good.example"
        bad = running.get("/sparql?query=ASK{}", Origin="https://evil.example")
        assert "access-control-allow-origin" not in bad.headers
        asked = running.send("OPTIONS", "/sparql", Origin="https://good.example")
        assert asked.status == 204
        assert "POST" in asked.headers["access-control-allow-methods"]
        assert "Content-Type" in asked.headers["access-control-allow-headers"]
    with serving(SEED, "--cors", "*") as running:
        any_one = running.get("/sparql?query=ASK{}", Origin="https://any.example")
        assert any_one.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "path", ["/", "/query", "/unit/", "/unit/綦江区", "/sparql", "/nowhere", "/static/editor.js"]
)
def test_every_answer_says_what_a_browser_may_do(server: Server, path: str) -> None:
    headers = server.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy and "connect-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert ("unsafe-inline" in policy) == (path == "/query")
    assert "server" not in headers


def test_it_binds_to_this_machine_unless_told() -> None:
    with serving(SEED) as running:
        assert running.host == "127.0.0.1"
        assert "Warning" not in running.told


def test_binding_elsewhere_says_what_that_means() -> None:
    with serving(SEED, "--host", "0.0.0.0") as running:
        assert running.process.stderr
        warning = running.process.stderr.readline()
        assert "beyond this machine" in warning
        assert "can read the whole graph" in warning and "without a password" in warning
        assert running.ask("ASK {}").status == 200
        assert running.get("/", Host="evil.example").status == 421


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.ttl"], r"missing\.ttl: no such file"),
        ([SEED, "--host", "203.0.113.1"], r"203\.0\.113\.1:\d+: cannot be bound"),
        ([SEED, "--host", "no.such.host.invalid"], r"invalid:\d+: cannot be bound"),
    ],
)
def test_what_cannot_be_served_is_one_clear_line(arguments: list[str], message: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "kg", "serve", *arguments], capture_output=True, text=True
    )
    assert shown.returncode == 1
    assert re.search(message, shown.stderr)
    assert len(shown.stderr.splitlines()) == 1


def test_a_port_that_is_taken_is_named(server: Server) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "kg", "serve", SEED, "--port", str(server.port)],
        capture_output=True,
        text=True,
    )
    assert shown.returncode == 1
    assert f":{server.port}: cannot be bound" in shown.stderr


def test_what_is_vendored_is_what_the_lock_says() -> None:
    folder = Path(kg.serve.__file__).parent / "static" / "yasgui"
    lock = tomllib.loads((folder / "vendor.lock").read_text(encoding="utf-8"))
    assert {"package", "version", "license", "source", "integrity"} <= set(lock)
    shipped = {path.name for path in folder.iterdir()} - {"vendor.lock", "LICENSE.txt"}
    assert shipped == set(lock["sha256"])
    for name, digest in lock["sha256"].items():
        assert sha256((folder / name).read_bytes()).hexdigest() == digest
