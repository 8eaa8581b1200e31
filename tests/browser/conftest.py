"""A Chromium that opens pages from files, and notes whatever a page should not do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from kg.network.build import network
from kg.network.centrality import centrality
from kg.rdf.contents import Contents
from kg.view.page import render
from tests.browser.helpers import Opened, Write, settle, small
from tests.network.sample import sample

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PATIENCE = 15_000  # milliseconds; a slow machine is no failure
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("Chromium is missing: the page is tested in it (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            headless=True,
            executable_path=chromium,
            args=list(FLAGS),
            viewport={"width": 1280, "height": 800},
            reduced_motion="reduce",
            color_scheme="light",
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Contents, str], Path]:
    """Writes the page of some contents and says where."""

    def write(contents: Contents, title: str = "发言图谱") -> Path:
        graph = network(contents)
        path = tmp_path_factory.mktemp("page") / "graph.html"
        path.write_text(render(contents, graph, centrality(graph), title), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def page_file(written: Write) -> Path:
    """The page of a small graph, see `helpers.small`."""
    return written(small(), "两区发言")


@pytest.fixture(scope="session")
def sample_file(written: Write) -> Path:
    """The page of a graph of the size of a newspaper page."""
    return written(sample())


@pytest.fixture(scope="session")
def large_file(written: Write) -> Path:
    """The page of a graph too large to be drawn at once by vis-network."""
    return written(sample(30, 3200))


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Callable[..., Opened]]:
    """Opens a file, at an address in it if given, and waits until the network is drawn."""
    pages: list[Page] = []

    def go(path: Path, address: str = "", size: tuple[int, int] = (1280, 800)) -> Opened:
        page = context.new_page()
        pages.append(page)
        page.set_default_timeout(PATIENCE)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        opened = Opened(page)
        page.on("console", lambda message: opened.complaints.append(message.text))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("request", lambda request: opened.requests.append(request.url))
        page.goto(path.as_uri() + (f"#{address}" if address else ""))
        page.wait_for_function("() => typeof fayan !== 'undefined' && fayan.labelled !== undefined")
        settle(page)
        return opened

    yield go
    for page in pages:
        page.close()
