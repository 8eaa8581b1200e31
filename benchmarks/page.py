"""The page beside plain pyvis on the same network, in headless Chromium: prints ratios.

python -m benchmarks.page [FOLDER_OF_TEXTS]

For the seed, the seed with the texts of the folder, and a made-up network of 10,000 nodes: how long
until the network is drawn, how long a frame takes while it is dragged, and the memory its scripts
hold. pyvis is left as it comes; where it is not drawn after `PATIENCE` seconds, that is said.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

import kg
from kg.network.build import network
from kg.network.centrality import centrality
from kg.rdf.contents import Contents
from kg.records import Facts
from kg.view.page import render
from tests.browser.conftest import FLAGS
from tests.network.sample import sample

PATIENCE = 240
SEEDS = Path(__file__).parents[1] / "seeds"
FRAMES = 40
# Notes when the network is drawn first, on either page.
WATCH = """() => {
  let found = null;
  const drawn = () => { window.drawnAt ||= performance.now(); };
  const look = () => {
    if (typeof fayan !== "undefined") {
      if (fayan.labelled) drawn();
    } else if (typeof network !== "undefined" && network && network.on && network !== found) {
      found = network;
      found.on("afterDrawing", () => Object.keys(found.body.nodes).length && drawn());
    }
    if (!window.drawnAt) setTimeout(look, 5);
  };
  look();
}"""
# Drags the drawing a little in each frame; the lengths of the frames, sorted.
DRAG = """frames => new Promise(done => {
  const canvas = [...document.querySelectorAll("canvas")].find(one => one.offsetParent);
  const box = canvas.getBoundingClientRect();
  const [x, y] = [box.x + 24, box.y + box.height / 2];
  const send = (type, step) => canvas.dispatchEvent(new PointerEvent(type, {
    bubbles: true, clientX: x + 4 * step, clientY: y - 3 * step, pointerId: 1,
    pointerType: "mouse", button: 0, buttons: 1, isPrimary: true }));
  const times = [];
  let last = performance.now();
  let step = 0;
  send("pointerdown", 0);
  const next = now => {
    times.push(now - last);
    last = now;
    step += 1;
    send(step > frames ? "pointerup" : "pointermove", step);
    if (step > frames) done(times.slice(2).sort((a, b) => a - b));
    else requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds until drawn, milliseconds a frame while dragged, megabytes; None if never."""

    drawn: float | None
    frame: float | None
    memory: float | None


def networks(texts: Path | None) -> Iterator[tuple[str, Contents, Sequence[Facts]]]:
    """What is measured: a name, the contents, and what was read."""
    seed = kg.build(SEEDS)
    yield "seed", seed.contents, seed.build.facts if seed.build else ()
    if texts:
        more = kg.build(SEEDS, texts)
        yield "seed and reports", more.contents, more.build.facts if more.build else ()
    yield "3,000 nodes", sample(20, 2960), ()
    yield "10,000 nodes", sample(60, 9880), ()


def plain(contents: Contents) -> str:
    """The same network by pyvis, as it comes."""
    from pyvis.network import Network

    graph = network(contents)
    net = Network(directed=True, cdn_resources="in_line", height="900px")
    for node, told in graph.nodes(data=True):
        net.add_node(node, label=told["label"])
    for source, target, told in graph.edges(data=True):
        net.add_edge(source, target, title=told["predicate"])
    html = net.generate_html()
    assert isinstance(html, str)
    return html


def measure(browser: Browser, html: str, folder: Path, setting: str = "") -> Measured:
    """Opens `html` and looks at it; `setting` is run once it is drawn."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route(
        "**/*", lambda route: route.continue_() if "file:" in route.request.url else route.abort()
    )
    page.add_init_script(f"({WATCH})()")
    try:
        page.goto(path.as_uri(), wait_until="commit", timeout=PATIENCE * 1000)
        page.wait_for_function("() => window.drawnAt", timeout=PATIENCE * 1000)
        drawn = float(page.evaluate("window.drawnAt"))
        if setting:
            page.evaluate(setting)
        page.wait_for_timeout(1000)
        times = page.evaluate(DRAG, FRAMES)
        return Measured(drawn, float(times[len(times) // 2]), memory(page))
    except Error:
        return Measured(None, None, None)
    finally:
        page.close()


def memory(page: Page) -> float:
    """Megabytes that the page's scripts hold."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    found: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in found if one["name"] == "JSHeapUsedSize") / 1e6


def line(name: str, ours: float | None, theirs: float | None, unit: str) -> str:
    """One measure of both, and how many times as much pyvis takes."""
    if ours is None:
        return f"  {name:<10} not drawn in {PATIENCE} s"
    if theirs is None:
        least = f", at least {PATIENCE * 1000 / ours:.0f} times" if name == "drawn" else ""
        return f"  {name:<10} {ours:8.0f} {unit}   pyvis: not in {PATIENCE} s{least}"
    return (
        f"  {name:<10} {ours:8.0f} {unit}   pyvis {theirs:8.0f} {unit}   ratio {theirs / ours:6.1f}"
    )


def main(texts: Path | None) -> None:
    """Prints the measures of each network."""
    chromium = shutil.which("chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for name, contents, facts in networks(texts):
            graph = network(contents)
            rows = centrality(graph)
            started = time.perf_counter()
            html = render(contents, graph, rows, name, facts)
            took = time.perf_counter() - started
            print(f"{name}: {len(graph)} nodes, {graph.number_of_edges()} edges")
            print(f"  made in {took:.1f} s, {len(html.encode()) / 1e6:.1f} MB", flush=True)
            ours = measure(browser, html, Path(folder))
            whole = "document.getElementById('entire').click()"
            all_of_it = measure(browser, html, Path(folder), whole) if len(graph) > 3000 else None
            theirs = measure(browser, plain(contents), Path(folder))
            print(line("drawn", ours.drawn, theirs.drawn, "ms"))
            print(line("frame", ours.frame, theirs.frame, "ms"))
            if all_of_it:
                print(line("frame, all", all_of_it.frame, theirs.frame, "ms"))
            print(line("memory", ours.memory, theirs.memory, "MB"), flush=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
