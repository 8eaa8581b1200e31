"""The pages for people, as HTML: all text of the graph reaches them escaped."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.questions import questions
from kg.rdf.terms import ID, path_of
from kg.serve.things import MOST, Link, Thing

FOLDER = Path(__file__).parent
# What ends a script or reads otherwise as a line end, written so that JSON reads it back.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def address(iri: str) -> str:
    """The address of a node's page on this server, percent-encoded (`/unit/%E7%B6%A6…`)."""
    return "/" + quote(iri.removeprefix(ID), safe="/%#-._~!$&'()*+,;=:@")


def thing(found: Thing) -> str:
    """The page of one node."""
    return _html("thing", thing=found)


def listing(cls: str, things: list[Link]) -> str:
    """The page that lists the nodes of one kind (`unit`)."""
    return _html("list", cls=cls, things=things, full=len(things) == 10 * MOST)


def index(triples: int, classes: list[tuple[str, int]]) -> str:
    """The first page."""
    return _html("index", triples=triples, classes=classes, questions=questions())


def editor() -> str:
    """The query editor, with every question ready."""
    asked = questions()
    texts = json.dumps({one.name: one.text for one in asked}, ensure_ascii=False)
    return _html("editor", questions=asked, texts=Markup(texts.translate(_ESCAPES)))


def _html(name: str, **values: object) -> str:
    return _environment().get_template(f"{name}.html.jinja").render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["address"] = address
    environment.filters["name"] = lambda iri: path_of(iri).split("/", 1)[-1]
    return environment
