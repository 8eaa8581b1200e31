"""Reads a request by the SPARQL 1.1 Protocol: the query, its graphs, and the format wanted."""

from __future__ import annotations

from collections.abc import Iterable

from werkzeug.datastructures import MIMEAccept, MultiDict
from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType
from werkzeug.wrappers import Request

from kg.serve.query import SOLUTIONS, TRIPLES

_FORM, _QUERY, _UPDATE = (
    f"application/{name}" for name in ("x-www-form-urlencoded", "sparql-query", "sparql-update")
)


def asked(request: Request) -> dict[str, object]:
    """What `kg.serve.query.answer` needs to answer a request, the limits left out.

    Raises werkzeug's BadRequest where there is not exactly one query, Forbidden for an update,
    and UnsupportedMediaType for a body of another kind.
    """
    text, parameters = _query(request)
    accept = request.accept_mimetypes
    return {
        "text": text,
        "solutions": wanted(accept, SOLUTIONS),
        "triples": wanted(accept, TRIPLES),
        "default_graphs": parameters.getlist("default-graph-uri"),
        "named_graphs": parameters.getlist("named-graph-uri"),
    }


def wanted(accept: MIMEAccept, offered: Iterable[str]) -> str:
    """The media type to answer in: the first offered where all are welcome, "" where none is."""
    choices = list(offered)
    if not accept:
        return choices[0]
    return accept.best_match(choices) or ""


def _query(request: Request) -> tuple[str, MultiDict[str, str]]:
    kind = request.mimetype
    if request.method == "POST" and kind == _QUERY:
        try:
            return request.get_data().decode("utf-8"), request.args
        except UnicodeDecodeError:
            raise BadRequest("the query is not UTF-8") from None
    if request.method == "POST" and kind == _UPDATE:
        raise Forbidden("this endpoint is read-only: it takes no updates")
    if request.method == "POST" and kind != _FORM:
        raise UnsupportedMediaType(f"post a query as {_FORM} or {_QUERY}")
    parameters = request.form if request.method == "POST" else request.args
    if "update" in parameters:
        raise Forbidden("this endpoint is read-only: it takes no updates")
    queries = parameters.getlist("query")
    if len(queries) != 1:
        raise BadRequest(f"one parameter called query is needed, here are {len(queries)}")
    return queries[0], parameters
