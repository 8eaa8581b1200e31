"""The network as one HTML page that opens offline."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.network.centrality import Centrality
from kg.rdf.contents import Contents
from kg.records import Facts
from kg.view.drawing import drawing
from kg.view.facts import facts, passages
from kg.view.names import names

if TYPE_CHECKING:
    import networkx as nx

FOLDER = Path(__file__).parent / "web"
TEMPLATE = "page.html.jinja"
STYLES = ("colours", "sheet", "legend", "network", "panel", "reader", "tables", "narrow", "print")
# In this order: each uses what the ones before it define.
SCRIPTS = (
    *("data", "dom", "address", "colours", "labels", "network"),
    *("nearest", "gestures", "whole", "stage", "camera"),
    *("quotes", "figures", "panel", "overview", "reader", "search", "routes", "legend"),
    *("tables", "compare", "centrality", "svg", "take", "keys", "main"),
)
VIS = Path("templates", "lib", "vis-9.1.2")

# What ends a script or reads otherwise as a line end, written so that JSON reads it back.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def render(
    contents: Contents,
    graph: nx.MultiDiGraph,
    rows: Sequence[Centrality],
    title: str,
    read: Sequence[Facts] = (),
) -> str:
    """An HTML document that shows `graph`, with everything it needs inside.

    `graph` and `rows` are `kg.network.build.network` and `kg.network.centrality.centrality` of
    `contents`. pyvis makes the network and fills the template; the page opens drawn, asks for
    nothing outside itself (its Content-Security-Policy forbids it), and is the same string for
    the same input. `read` is what the build read of each speech, for the reader to show; a graph
    that was loaded has none, and its reader shows the passages alone. All text reaches it as JSON
    data, none as markup but the escaped `title`.
    """
    quotes = passages(contents)
    net = drawing(contents, graph, rows, quotes)
    net.heading = title
    styles, scripts = _styles(), _scripts()
    net.templateEnv = Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    net.templateEnv.filters["data"] = _data
    net.templateEnv.globals.update(
        facts=facts(contents, graph, quotes, read),
        names=names(),
        policy=_policy(styles, scripts),
        scripts=[Markup(script) for script in scripts],
        styles=[Markup(style) for style in styles],
    )
    net.path = TEMPLATE
    html = net.generate_html()
    assert isinstance(html, str)
    return html


def _data(value: object) -> Markup:
    """`value` as JSON that stands safely inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))


@cache
def _styles() -> tuple[str, ...]:
    return (_vis("vis-network.css"), "\n".join(_own(f"styles/{name}.css") for name in STYLES))


@cache
def _scripts() -> tuple[str, ...]:
    # Without the last line, which has a browser's tools look for a file that is not there.
    library = _vis("vis-network.min.js").replace("//# sourceMappingURL=vis-network.min.js.map", "")
    return (library, "\n".join(_own(f"scripts/{name}.js") for name in SCRIPTS))


def _own(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _vis(name: str) -> str:
    import pyvis

    return (Path(pyvis.__file__).parent / VIS / name).read_text(encoding="utf-8")


def _policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """A Content-Security-Policy that lets these styles and scripts run, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(_digest(script) for script in scripts)}",
            f"style-src {' '.join(_digest(style) for style in styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
