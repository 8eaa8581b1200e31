"""Binds the application to an address and serves until it is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import waitress

from kg.errors import FayanError
from kg.serve.application import Application
from kg.serve.guard import is_loopback, own_names
from kg.serve.limits import Limits
from kg.serve.pool import Pool

LOOPBACK = "127.0.0.1"
_THREADS = 16
_LONGEST_REQUEST = 1 << 20


def serve(
    graph: Path,
    host: str,
    port: int,
    limits: Limits,
    origins: Collection[str],
    tell: Callable[[str], None],
) -> None:
    """Serves `graph` at `host` and `port` (0: any free one) until interrupted.

    `tell` is given the lines that a user should read: the address, and what it means where others
    can reach it. Raises FayanError where the graph does not load or the address cannot be had.
    """
    pool = Pool(graph, limits)
    try:
        server = waitress.create_server(
            Application(pool, own_names(host), origins),
            host=host,
            port=port,
            threads=_THREADS,
            max_request_body_size=_LONGEST_REQUEST,
            ident=None,
        )
    except (OSError, ValueError) as error:
        pool.close()
        raise FayanError(f"{host}:{port}: cannot be bound: {error}") from None
    bound = getattr(server, "effective_port", port)
    shown = f"[{host}]" if ":" in host else host
    tell(f"{graph}: http://{shown}:{bound}/  (SPARQL at /sparql, stop with Ctrl-C)")
    if not is_loopback(host):
        tell(EXPOSED.format(host=host))
    try:
        server.run()
    finally:
        server.close()
        pool.close()


EXPOSED = (
    "Warning: bound to {host}, beyond this machine. Whoever can reach this address can read the "
    "whole graph and have this machine run queries, without a password and unencrypted; nobody "
    "can change anything. Put a server with TLS and access control before it if that is not meant."
)
