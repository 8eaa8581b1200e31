"""Finds headlines: the display lines at the beginning and at the end of a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.reading.lines import column_width, is_letter_spaced
from kg.reading.page import Kind, Page

_MOST_LINES = 4
_EXCLAMATION_WIDTH = 30.0
_EXCLAIMS = re.compile(r"[！？!?][”’」』]?$")
_IN_COLUMN = 2.0
_COLUMN_LINES = 7
_NARROWER, _WIDER = 3.0, 4.0
_TITLE_BEGINS = re.compile(r"(?:年|[省市区县州盟旗])度?$")
_REPORT = re.compile(r"(?:报告|讲话|发言|致辞)$")


def blocks(page: Page, numbers: Sequence[int]) -> Iterator[list[int]]:
    """The runs of lines in `numbers` that stand right below each other."""
    block: list[int] = []
    for number in numbers:
        if block and (number != block[-1] + 1 or not page.joins(number)):
            yield block
            block = []
        block.append(number)
    if block:
        yield block


def leading_display(page: Page, numbers: Sequence[int]) -> list[int]:
    """The display lines that the text lines `numbers` begin with."""
    if not page.wrapped:
        taken = []
        for number in numbers[:_MOST_LINES]:
            if not page.is_display(number):
                break
            taken.append(number)
        return taken
    found: list[int] = []
    for block in blocks(page, numbers):
        column = _column_below(page, numbers, len(found) + len(block))
        if len(found) + len(block) <= _MOST_LINES and _is_display_block(page, block, column):
            found += block
            continue
        return found or _narrow_start(page, block)
    return found


def trailing_display(page: Page, numbers: Sequence[int]) -> list[int]:
    """The display lines that the text lines `numbers` end with, in order.

    Remnants and date lines may stand between them, a notice or the page's title may not.
    """
    taken: list[int] = []
    for number in reversed(numbers):
        if len(taken) == _MOST_LINES or (taken and _is_border(page, number, taken[0])):
            break
        if not page.is_display(number, may_go_on=bool(taken)) and (
            taken or not _is_exclamation(page, number)
        ):
            break
        taken.insert(0, number)
    return taken


def _is_border(page: Page, number: int, below: int) -> bool:
    between = page.kinds[number + 1 : below]
    return Kind.NOTICE in between or Kind.TITLE in between or Kind.BYLINE in between


def _is_exclamation(page: Page, number: int) -> bool:
    line = page.lines[number]
    return (
        line.width <= _EXCLAMATION_WIDTH
        and bool(_EXCLAIMS.search(line.bare))
        and not re.search("[。；]|谢谢|各位", line.bare)
        and not page.goes_on(number)
        and (number == 0 or line.blank_before or page.lines[number - 1].closed)
    )


def _is_display_block(page: Page, block: list[int], column: float) -> bool:
    """Whether all of `block` is display, and not text that a column break cuts off.

    Such text is as wide as the `column` it goes on in, or stretched with spaces to that width.
    """
    if not all(page.is_display(number, may_go_on=number != block[-1]) for number in block):
        return False
    lines = [page.lines[number] for number in block]
    return not all(
        abs(line.width + line.indent - column) <= _IN_COLUMN or is_letter_spaced(line.text)
        for line in lines
    )


def _column_below(page: Page, numbers: Sequence[int], position: int) -> float:
    """The width of the column that the text lines from `numbers[position]` on are set in."""
    lines = [page.lines[number] for number in numbers[position : position + _COLUMN_LINES]]
    return column_width(lines) or page.column


def _narrow_start(page: Page, block: list[int]) -> list[int]:
    """The lines at the beginning of `block` that are much narrower or wider than the rest."""
    taken: list[int] = []
    for position, number in enumerate(block[:3]):
        width = page.lines[number].width + page.lines[number].indent
        column = _column_below(page, block, position + 1)
        in_column = column - _NARROWER < width < column + _WIDER
        if in_column or not page.is_display(number):
            break
        taken.append(number)
    return taken


def substance(page: Page, gap: Sequence[int]) -> int:
    """How many characters of running text `gap` holds."""
    rest = without(gap, trailing_display(page, gap))
    rest = without(rest, leading_display(page, rest))
    return sum(len(page.lines[number].bare) for number in rest)


def nearest_run(page: Page, numbers: Sequence[int]) -> tuple[int, ...]:
    """The run of neighbouring lines that ends as the name of a report does, else the last run."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        if _REPORT.search(page.lines[run[-1]].bare):
            return _report_title(page, run)
    return tuple(runs[-1]) if runs else ()


def _report_title(page: Page, run: Sequence[int]) -> tuple[int, ...]:
    """Of the lines above a report those of its title: 2024年成都市 / 政府工作报告."""
    last = page.lines[run[-1]].bare
    if not last.endswith("政府工作报告"):
        return tuple(run)
    if last == "政府工作报告" and len(run) > 1 and _TITLE_BEGINS.search(page.lines[run[-2]].bare):
        return tuple(run[-2:])
    return tuple(run[-1:])


def without(numbers: Sequence[int], others: Sequence[int]) -> tuple[int, ...]:
    """The line `numbers` that are not among `others`."""
    gone = set(others)
    return tuple(number for number in numbers if number not in gone)
