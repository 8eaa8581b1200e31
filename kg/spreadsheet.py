"""CSV as Excel opens it rightly: UTF-8 with BOM, and no cell that can pass for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"[=+@\t\r]|-(?![\d.]+$)")

Cell = str | int | float


def spreadsheet(columns: Iterable[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV table with a header line; text that could run as a formula is led by `'`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
