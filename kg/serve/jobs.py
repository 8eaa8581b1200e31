"""The jobs of a forked process, by name, each under the limits that suit it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyoxigraph as ox

from kg.rdf.terms import resource
from kg.serve import pages
from kg.serve.limits import confine, end_after
from kg.serve.query import answer, written
from kg.serve.reply import Reply
from kg.serve.things import Things

HTML = "text/html; charset=utf-8"


def run(store: ox.Store, name: str, seconds: float, asked: dict[str, Any]) -> Reply:
    """Does one job in a process that is for nothing else; it may be ended at any moment.

    `query` runs what a stranger wrote, and so is confined; the other jobs are our own.
    """
    end_after(seconds)
    if name == "query":
        confine(asked.pop("memory"))
        return answer(store, **asked)
    return _JOBS[name](store, **asked)


def _thing(store: ox.Store, path: str, media_type: str) -> Reply:
    node = resource(path)
    if media_type != "text/html":
        found = Things(store).about(node)
        if found:
            return Reply(200, media_type, written(found, media_type))
    elif page := Things(store).thing(node):
        return Reply(200, HTML, pages.thing(page).encode())
    return Reply.error(404, f"{path}: the graph says nothing of it")


def _listing(store: ox.Store, cls: str) -> Reply:
    things = Things(store).of_class(cls)
    if not things:
        return Reply.error(404, f"{cls}: the graph has no such nodes")
    return Reply(200, HTML, pages.listing(cls, things).encode())


def _index(store: ox.Store) -> Reply:
    things = Things(store)
    return Reply(200, HTML, pages.index(things.size(), things.classes()).encode())


def _graph(store: ox.Store) -> Reply:
    from kg.api import Graph
    from kg.outputs import page

    return Reply(200, HTML, page(Graph(store)).encode())


_JOBS: dict[str, Callable[..., Reply]] = {
    "thing": _thing,
    "listing": _listing,
    "index": _index,
    "graph": _graph,
}
