"""Whom the server answers: which hosts it may be called by, and which sites may read it."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from werkzeug.wrappers import Request, Response

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in _POLICY.items())
# YASGUI brings its styles and icons in its script.
EDITOR_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
# The graph's page brings a stricter policy of its own, with the digests of its scripts.
OWN_POLICY = "frame-ancestors 'none'"


def is_loopback(host: str) -> bool:
    """Whether a host name or address reaches this machine only."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def may_call(host: str, names: Collection[str]) -> bool:
    """Whether a request may name `host` (its Host header) as the server it means.

    A site that has its own name point at this machine (DNS rebinding) is thereby refused: an
    address cannot be pointed elsewhere, localhost neither, and `names` are the server's own.
    """
    try:
        named = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    return is_loopback(named) or _address(named) is not None or named in names


def own_names(host: str) -> frozenset[str]:
    """The names of a server bound to `host`: that and, beyond this machine, the machine's own."""
    if is_loopback(host):
        return frozenset({host.lower()})
    return frozenset({host.lower(), socket.gethostname().lower(), socket.getfqdn().lower()})


def protect(response: Response, policy: str = POLICY) -> None:
    """Sets the headers that keep a browser from running or guessing what it should not."""
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"


def share(request: Request, response: Response, origins: Collection[str]) -> None:
    """Lets a page of another origin read the response (CORS), where it may.

    Pages served from this machine may; others where `origins` names their origin, or "*" all.
    """
    response.vary.add("Origin")
    origin = request.headers.get("Origin", "")
    if "*" in origins or origin in origins or _local_page(origin):
        response.headers["Access-Control-Allow-Origin"] = "*" if "*" in origins else origin
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
            response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
            response.headers["Access-Control-Max-Age"] = "86400"


def _local_page(origin: str) -> bool:
    try:
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and is_loopback(parts.hostname or "")
    except ValueError:
        return False


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
