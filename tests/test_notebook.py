"""The notebook runs on the seed and on other reports, and says what the graph says."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import nbformat
import pytest

from kg.api import Graph
from tests.notebook import NOTEBOOK, TURTLE, executed

PNG = b"\x89PNG\r\n"


def printed(notebook: Any) -> str:  # noqa: ANN401 (nbformat has no types)
    """All that its cells print, errors and warnings too."""
    return "".join(
        output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", ())
    )


def plots(notebook: Any) -> list[bytes]:  # noqa: ANN401
    return [
        base64.b64decode(output.data["image/png"])
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", {})
    ]


def test_the_notebook_kept_is_what_it_gives_on_the_seed() -> None:
    made, kept = executed(TURTLE), nbformat.read(NOTEBOOK, as_version=4)
    hint = "outputs/analysis.ipynb is not of this graph: run `make notebook`"
    assert printed(kept) == printed(made), hint
    assert len(plots(kept)) == len(plots(made)) == 3
    assert all(plot.startswith(PNG) and len(plot) > 5000 for plot in plots(kept))
    # Read from the page: these three say 六区一高地, and no others.
    assert "六区一高地 ties 3 together: 丰都县、市委金融办、石柱县." in printed(kept)
    assert "石柱县积极融入服务“六区一高地”建设" in printed(kept)
    assert "missing from" not in printed(made), "matplotlib has no glyph for a character"


def test_the_notebook_kept_holds_nothing_of_the_run() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    for volatile in ("iopub", "T00:", str(Path.cwd()), '"version":', "Traceback"):
        assert volatile not in text


def test_it_runs_on_reports_too(corpus_graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "speeches.ttl"
    path.write_bytes(corpus_graph.turtle())
    made = executed(path)
    assert len(plots(made)) == 3
    assert f"{len(corpus_graph.contents.speeches)} speeches" in printed(made)
    assert "missing from" not in printed(made)


def test_without_a_chinese_font_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from matplotlib import font_manager

    from kg.errors import FayanError
    from kg.network.plots import use_chinese_font

    latin = [font for font in font_manager.fontManager.ttflist if font.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", latin)
    with pytest.raises(FayanError, match="install Noto Sans CJK"):
        use_chinese_font()
