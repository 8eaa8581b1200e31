"""What browser tests share: a small graph with known words, and looks at the drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from kg.rdf.contents import Contents
from tests.network.sample import edge, figure, node, quote, speech, unit


@dataclass
class Opened:
    """A page with what it said on the console, threw, and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


Visit = Callable[..., Opened]
Write = Callable[..., Path]

SAID = "甲区对标“九九归一”体系，实施“满堂彩”工程，一季度工业投资增长12.5%。"


def small() -> Contents:
    """Two units, a framework they share, a programme of one of them, a name without relation."""
    said, other = quote(SAID, 40, "speech/甲区"), quote("乙区围绕九九归一体系开展工作。", 300)
    framework = node(
        "initiative/九九归一",
        "九九归一",
        "Framework",
        alt_labels=("9981体系",),
        speeches=("乙区的发言", "甲区的发言"),
        quotes=(said, other),
    )
    programme = node("initiative/满堂彩", "满堂彩工程", speeches=("甲区的发言",), quotes=(said,))
    nodes = (
        node("brand/独一份", "独一份", "Brand", speeches=("甲区的发言",), quotes=(said,)),
        framework,
        programme,
        unit("乙区", quotes=(other,), speeches=("乙区的发言",)),
        unit("甲区", code="500001", alt_labels=("甲",), quotes=(said,), speeches=("甲区的发言",)),
    )
    edges = (
        edge("initiative/满堂彩", "partOf", "initiative/九九归一"),
        edge("unit/乙区", "alignsWith", "initiative/九九归一", other),
        edge("unit/甲区", "alignsWith", "initiative/九九归一", said),
        edge("unit/甲区", "implements", "initiative/满堂彩", said, status="Planned"),
    )
    return Contents(nodes, edges, (figure(12, "甲区", "", said),), (speech("甲区"),))


def until(page: Page, condition: str, given: object = None) -> None:
    """Waits until the JavaScript expression `condition` is true of the page and of `given`.

    The browser draws in a frame to come, and tells of an address a moment later.
    """
    page.wait_for_function(f"given => Boolean({condition})", arg=given)


def settle(page: Page) -> None:
    """Waits until what was asked for is drawn: a frame for it, and one to see that it is there."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def panel(opened: Opened) -> str:
    return opened.page.locator("#panel").inner_text()


def point(page: Page, node_id: str) -> tuple[float, float]:
    """Where a node is drawn, in pixels of the window."""
    x, y = page.evaluate(
        """id => {
            const point = fayan.camera.pixel(id);
            const box = document.getElementById("network").getBoundingClientRect();
            return [point.x + box.x, point.y + box.y];
        }""",
        node_id,
    )
    return x, y


# The share of the canvas in front that is drawn on.
INKED = """(() => {
    const canvas = fayan.stage.front.canvas();
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    let inked = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]) inked += 1;
    return inked / (data.length / 4);
})()"""


def inked(page: Page) -> float:
    """The share of the canvas that is drawn on."""
    return float(page.evaluate(INKED))
