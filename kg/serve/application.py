"""The web application: which address is answered by what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException, MisdirectedRequest, NotAcceptable, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from kg.rdf.terms import NAMESPACES, PREFIXES
from kg.serve import guard, pages, protocol
from kg.serve.jobs import HTML
from kg.serve.pool import Pool
from kg.serve.query import TRIPLES
from kg.serve.reply import Reply

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_STATIC = Path(__file__).parent / "static"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_SHORT = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
_PAGE_SECONDS, _GRAPH_SECONDS = 30.0, 600.0
_SPARQL = ("GET", "HEAD", "POST", "OPTIONS")
_READ = ("GET", "HEAD", "OPTIONS")
_CLASSES = "|".join(sorted(set(PREFIXES) - set(NAMESPACES)))


def _rules() -> Iterable[Rule]:
    yield Rule("/", endpoint="index", methods=_READ)
    yield Rule("/sparql", endpoint="sparql", methods=_SPARQL)
    yield Rule("/query", endpoint="editor", methods=_READ)
    yield Rule("/graph", endpoint="graph", methods=_READ)
    yield Rule("/static/<path:name>", endpoint="static", methods=_READ)
    for cls in sorted(set(PREFIXES) - set(NAMESPACES)):
        yield Rule(f"/{cls}/", endpoint="listing", methods=_READ, defaults={"cls": cls})
        yield Rule(f"/{cls}/<path:name>", endpoint="thing", methods=_READ, defaults={"cls": cls})


class Application:
    """A WSGI application over the graph of a pool of workers."""

    def __init__(self, pool: Pool, names: Collection[str], origins: Collection[str] = ()) -> None:
        """`names` are the host names it answers to, `origins` those that may read it (CORS)."""
        self._pool = pool
        self._names = names
        self._origins = origins
        self._map = Map(list(_rules()), merge_slashes=False)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answers one request."""
        request = Request(environ)
        try:
            response = self._answer(request)
        except HTTPException as error:
            response = _refusal(error)
        return response(environ, start)

    def _answer(self, request: Request) -> Response:
        if not guard.may_call(request.headers.get("Host", ""), self._names):
            raise MisdirectedRequest("this server is not called so")
        adapter = self._map.bind_to_environ(request.environ)
        try:
            endpoint, values = adapter.match()
            if request.method == "OPTIONS":
                response = Response(status=204)
            else:
                handler: Callable[..., Response] = getattr(self, f"_{endpoint}")
                response = handler(request, **values)
        except HTTPException as error:
            response = _refusal(error)
        if "Content-Security-Policy" not in response.headers:
            guard.protect(response)
        guard.share(request, response, self._origins)
        return response

    def _sparql(self, request: Request) -> Response:
        bare = request.method in ("GET", "HEAD") and not request.args
        if (
            bare
            and request.accept_mimetypes.best_match(["text/turtle", "text/html"]) == "text/html"
        ):
            return Response(status=303, headers={"Location": "/query"})
        return _sent(self._pool.query(**protocol.asked(request)), varies=True)

    def _thing(self, request: Request, cls: str, name: str) -> Response:
        if short := request.args.get("format"):
            media_type = _SHORT.get(short, "")
        else:
            media_type = protocol.wanted(request.accept_mimetypes, ["text/html", *TRIPLES])
        if not media_type:
            raise NotAcceptable(f"a node comes as text/html, {', '.join(TRIPLES)}")
        path = f"{cls}/{name}"
        return _sent(
            self._pool.job("thing", _PAGE_SECONDS, path=path, media_type=media_type), varies=True
        )

    def _listing(self, request: Request, cls: str) -> Response:
        return _sent(self._pool.job("listing", _PAGE_SECONDS, cls=cls))

    def _index(self, request: Request) -> Response:
        return _sent(self._pool.job("index", _PAGE_SECONDS))

    def _editor(self, request: Request) -> Response:
        response = Response(pages.editor(), content_type=HTML)
        guard.protect(response, guard.EDITOR_POLICY)
        return response

    def _graph(self, request: Request) -> Response:
        response = _sent(self._graph_page)
        guard.protect(response, guard.OWN_POLICY)
        return response

    @cached_property
    def _graph_page(self) -> Reply:
        return self._pool.job("graph", _GRAPH_SECONDS)

    def _static(self, request: Request, name: str) -> Response:
        if name not in _static_names():
            raise NotFound
        path = _STATIC / name
        response = Response(path.read_bytes(), content_type=_TYPES[path.suffix])
        response.add_etag()
        response.headers["Cache-Control"] = "no-cache"
        return response.make_conditional(request)


def _static_names() -> Collection[str]:
    found = (path for path in _STATIC.rglob("*") if path.suffix in _TYPES)
    return {path.relative_to(_STATIC).as_posix() for path in found}


def _sent(reply: Reply, varies: bool = False) -> Response:
    response = Response(reply.body, status=reply.status, content_type=reply.type)
    if varies:
        response.vary.add("Accept")
    if reply.status == 503:
        response.headers["Retry-After"] = "10"
    return response


def _refusal(error: HTTPException) -> Response:
    """An error in words, as plain text; a redirect stays one."""
    if error.code is not None and error.code < 400:
        return Response.force_type(error.get_response())
    reply = Reply.error(error.code or 500, error.description or error.name)
    response = _sent(reply)
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    guard.protect(response)
    return response
