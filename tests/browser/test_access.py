"""axe-core looks at the page in each of its states."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.helpers import Visit

STATES = {
    "the drawing": "",
    "a node": "unit/甲区",
    "an edge": "unit/甲区 alignsWith initiative/九九归一",
    "a way": "unit/甲区 ~ unit/乙区",
    "a figure": "observation/0012",
    "a speech": "speech/甲区",
    "a community": "~1",
    "units compared": "compare",
    "centrality": "centrality",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_serious_fault(visit: Visit, page_file: Path, state: str, dark: bool) -> None:
    page = visit(page_file, STATES[state]).page
    page.evaluate("dark => fayan.colours.set(dark ? 'dark' : 'light')", dark)
    found = Axe().run(page).response["violations"]
    serious = [
        (fault["id"], [node["html"][:200] for node in fault["nodes"]])
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_axe_finds_no_serious_fault_in_open_menus(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "unit/甲区").page
    page.locator("#take summary").click()
    page.locator("#panel .relations summary").first.click()
    page.locator("#panel table th button").click()
    page.locator("#search").fill("区")
    found = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
