"""Groups the lines of a speech's body into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from kg.reading.lines import Line
from kg.reading.page import Page

_SHORT_BY = 1.5
# The first line of a paragraph is two columns narrower where its indent is lost.
_HEADING_SHORT_BY = 4.0
_NEIGHBOURS = 6


def paragraphs(page: Page, body: Sequence[int]) -> list[list[int]]:
    """The line numbers `body` cut into paragraphs, in order.

    Lines that something set aside stands between never share a paragraph.
    """
    groups: list[list[int]] = []
    widths = _column_widths(page, body) if page.wrapped else {}
    for position, number in enumerate(body):
        if position and not _breaks(page, body[position - 1], number, widths):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _breaks(page: Page, last: int, number: int, widths: dict[int, float]) -> bool:
    if number != last + 1:
        return True
    above, below = page.lines[last], page.lines[number]
    if page.wrapped:
        return _breaks_column(above, below, widths[last])
    return above.bare[-1] not in "，、" or below.numbered_heading


def _breaks_column(above: Line, below: Line, column: float) -> bool:
    short = above.width + above.indent < column - _SHORT_BY
    if above.numbered_heading and _is_heading(above, column):
        return True
    if above.ends_sentence:
        return short or below.blank_before or below.indented or below.opens_section
    if above.closed:
        return (short or below.blank_before) and below.opens_section
    return below.numbered_heading and (short or below.blank_before)


def _is_heading(line: Line, column: float) -> bool:
    """Whether a numbered line is a heading by itself, and not cut at the column's width."""
    return not line.closed and "。" not in line.bare and line.width < column - _HEADING_SHORT_BY


def _column_widths(page: Page, body: Sequence[int]) -> dict[int, float]:
    """For each line the width of the column it stands in: that of the open lines around it."""
    lines = ((number, page.lines[number]) for number in body)
    cut = [(number, line.width + line.indent) for number, line in lines if not line.closed]
    if not cut:
        return dict.fromkeys(body, page.column)
    found = {}
    at = 0
    for number in body:
        while at < len(cut) and cut[at][0] < number:
            at += 1
        near = cut[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
        found[number] = median(width for _, width in near)
    return found
