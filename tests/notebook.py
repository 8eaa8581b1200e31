"""Runs outputs/analysis.ipynb; `python -m tests.notebook` writes its outputs back into it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from tests.conftest import ROOT

NOTEBOOK = ROOT / "outputs" / "analysis.ipynb"
TURTLE = ROOT / "outputs" / "speeches.ttl"


def executed(graph: Path) -> Any:  # noqa: ANN401 (nbformat has no types)
    """The notebook as it runs on the graph in a Turtle file, without what changes by the run.

    Raises nbclient.exceptions.CellExecutionError where a cell fails.
    """
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
    )
    client.execute(env=os.environ | {"FAYAN_GRAPH": str(graph)})
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(TURTLE), NOTEBOOK)
