"""Tells by the units that bodies open with on which side of their bylines bodies stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.divisions import find
from kg.reading.bylines import names_body
from kg.reading.page import Page
from kg.reading.posts import BARE_LEVELS, own_unit
from kg.reading.zones import leading_display

# 今年以来， and 一季度， stand before the unit.
_BEFORE_UNIT = 12
_LINES = 4
_LONGEST = 12
_LEVELS = "省市区县州"


def bodies_above(page: Page, gaps: Sequence[Sequence[int]]) -> int:
    """How many more bylines have their unit or speaker opening the text above them than below.

    `gaps` are the text lines around the bylines, one more than there are bylines; empty ones have
    no say. Negative where more bodies stand below their bylines.
    """
    openings = [_opening(page, gap) for gap in gaps]
    votes = 0
    for found, (above, below) in zip(page.bylines, pairwise(openings), strict=True):
        unit = own_unit(found.byline.phrases) or found.byline.unit
        if name := found.byline.name:
            votes += above.startswith(name) - below.startswith(name)
        if unit and unit not in BARE_LEVELS:
            reach = _BEFORE_UNIT + len(unit)
            votes += (unit in above[:reach]) - (unit in below[:reach])
    return votes


def opens_with_unit(body: str) -> bool:
    """Whether `body` begins with a division or a department (市商务局)."""
    names = (body[:length] for length in range(3, _LONGEST))
    return any(names_body(name) and (find(name) or name[0] in _LEVELS) for name in names)


def _opening(page: Page, gap: Sequence[int]) -> str:
    """The first lines of the running text of `gap`, behind the headline it may begin with."""
    body = gap[len(leading_display(page, gap)) :]
    return "".join(page.lines[number].bare for number in body[:_LINES])
