"""One HTTP request to a store, with the user's credentials and errors that say what went wrong."""

from __future__ import annotations

import base64
import http.client
import netrc
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from kg.errors import FayanError
from kg.version import __version__

_SECONDS = 60.0
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Answered:
    """The status, media type and body of an HTTP response."""

    status: int
    type: str
    body: bytes


def send(method: str, url: str, body: bytes | None = None, **headers: str) -> Answered:
    """Sends a request; `headers` are given with underscores (`Content_Type`).

    Name and password are taken from `~/.netrc` where it has the host. Raises FayanError with the
    server's reason where it refuses or cannot be reached.
    """
    if not _is_http(url):
        raise FayanError(f"{url}: not an http or https address")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named |= {"User-Agent": f"fayan/{__version__}"} | _credentials(url)
    try:
        request = urllib.request.Request(url, body, named, method=method)
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:
            return Answered(response.status, response.headers.get_content_type(), response.read())
    except urllib.error.HTTPError as error:
        raise Refused(url, error.code, error.reason, error.read(10_000)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise FayanError(f"{url}: cannot be reached: {reason}") from None


class Refused(FayanError):
    """A server answered that it will not; `status` says how."""

    def __init__(self, url: str, status: int, reason: str, body: bytes) -> None:
        """`body` is what the server says, of which the first line is kept."""
        self.status = status
        said = body.decode("utf-8", "replace").strip().split("\n")[0][:_LONGEST_REASON]
        printable = "".join(char for char in said if char.isprintable())
        super().__init__(f"{url}: {status} {reason}" + (f": {printable}" if printable else ""))


def with_parameters(url: str, parameters: Mapping[str, str | list[str]]) -> str:
    """`url` with further parameters in its query part."""
    if not _is_http(url):
        raise FayanError(f"{url}: not an http or https address")
    parts = urlsplit(url)
    query = "&".join(filter(None, (parts.query, urlencode(parameters, doseq=True))))
    return urlunsplit(parts._replace(query=query, fragment=""))


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _credentials(url: str) -> dict[str, str]:
    try:
        found = netrc.netrc().authenticators(urlsplit(url).hostname or "")
    except (OSError, netrc.NetrcParseError):
        return {}
    if found is None:
        return {}
    pair = f"{found[0]}:{found[2]}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
