"""Takes the pictures of the page that the README shows: the drawing, and the evidence of an edge.

python docs/pictures.py
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "outputs" / "graph.html"
# file, address in the page
PICTURES = {
    ROOT / "outputs" / "graph.png": "",
    ROOT
    / "docs"
    / "evidence.png": "speech/2025-04-24-綦江区@2434,2488;unit/綦江区 alignsWith initiative/33618",
}


def main() -> None:
    """Opens the page of the seed once for each picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for path, address in PICTURES.items():
            page = browser.new_page(
                viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
            )
            page.goto(PAGE.as_uri() + (f"#{address}" if address else ""))
            page.wait_for_function("() => typeof fayan !== 'undefined' && fayan.labelled")
            page.wait_for_timeout(500)
            page.screenshot(path=path)
            page.close()
            print(path.relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()
