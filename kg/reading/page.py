"""A page as labelled lines: what each line is, before speeches are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from kg.reading.bylines import Byline
from kg.reading.lines import Line
from kg.reading.notices import Told

_DISPLAY_WIDTH = 45.0
_INNER_STOP = re.compile(r"[。；;]")
_THANKS = re.compile(r"谢谢|(?:发言|汇报|报告)(?:完毕|到此|完了)")


class Kind(Enum):
    """What a line is."""

    TEXT = auto()
    BYLINE = auto()
    NOTICE = auto()
    DATE_LINE = auto()
    TITLE = auto()
    REMNANT = auto()


@dataclass(frozen=True, slots=True)
class FoundByline:
    """A byline and the lines `[first, last]` it takes up."""

    first: int
    last: int
    byline: Byline


@dataclass(frozen=True, slots=True)
class FoundTold:
    """What the lines `[first, last]` (a notice, date line or subtitle) tell of a meeting."""

    first: int
    last: int
    told: Told


class Page:
    """The lines of one file with their kinds, filled in by the labelling passes.

    `wrapped` says that lines are cut at a column's width, `column`; `reasons` tells why a line
    that is in no speech is set aside. `turns` says that the page is a transcript, where names
    before colons take the floor.
    """

    def __init__(self, raw: str, lines: tuple[Line, ...], wrapped: bool, column: float) -> None:
        """A page of `lines` of `raw`, all of them text as yet."""
        self.raw = raw
        self.lines = lines
        self.wrapped = wrapped
        self.column = column
        self.turns = False
        self.kinds = [Kind.TEXT] * len(lines)
        self.reasons = [""] * len(lines)
        self.bylines: list[FoundByline] = []
        self.notices: list[FoundTold] = []
        self.date_lines: list[FoundTold] = []
        self.titles: list[FoundTold] = []

    def mark(self, first: int, last: int, kind: Kind, reason: str = "") -> None:
        """Labels the lines `[first, last]`."""
        for number in range(first, last + 1):
            self.kinds[number] = kind
            self.reasons[number] = reason

    def text_lines(self) -> Iterator[int]:
        """The numbers of the lines that are still text, looked up as the caller goes on."""
        return (n for n in range(len(self.lines)) if self.kinds[n] is Kind.TEXT)

    def is_text(self, number: int) -> bool:
        """Whether there is a line `number` and it is text."""
        return 0 <= number < len(self.lines) and self.kinds[number] is Kind.TEXT

    def joins(self, number: int) -> bool:
        """Whether the line stands right below another, without a blank line or a border between."""
        return number > 0 and not self.lines[number].blank_before

    def goes_on(self, number: int) -> bool:
        """Whether the line goes on a sentence that a full line of wrapped text left open."""
        if not self.wrapped or not self.joins(number) or not self.is_text(number - 1):
            return False
        last, line = self.lines[number - 1], self.lines[number]
        # Only the last line of a paragraph is short, and it ends a sentence.
        if line.width < 0.5 * self.column and not line.closed:
            return False
        return not last.closed and last.width >= 0.7 * self.column

    def stands_alone(self, number: int) -> bool:
        """Whether the line is set off from the next one: by a blank line, or as the last."""
        after = number + 1
        return after == len(self.lines) or self.lines[after].blank_before

    def is_display(self, number: int, may_go_on: bool = False, any_start: bool = False) -> bool:
        """Whether the line may be one of a headline: short, no section, no sentence.

        `may_go_on` allows a comma at its end, for a headline's line before the last; `any_start`
        allows a dash or number at its beginning.
        """
        line = self.lines[number]
        if line.width > _DISPLAY_WIDTH or line.salutation:
            return False
        if line.opens_section and not any_start:
            return False
        if line.closed or _INNER_STOP.search(line.bare) or _THANKS.search(line.bare):
            return False
        return may_go_on or line.bare[-1] not in "，,、"

    def joined(self, first: int, last: int) -> str:
        """The lines `[first, last]` without layout."""
        return "".join(line.bare for line in self.lines[first : last + 1])
