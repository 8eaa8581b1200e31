"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

GraphOption = Annotated[
    Path, typer.Option("--graph", help="The Turtle file to ask.", show_default=True)
]
StoreOption = Annotated[
    Path | None, typer.Option("--store", help="A store on disk, made by kg build --store.")
]
DEFAULT_GRAPH = Path("outputs/speeches.ttl")
