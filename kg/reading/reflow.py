"""Builds a speech's text: layout dropped, paragraphs joined, each character with its raw offset."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.lines import LAYOUT, Line, is_letter_spaced
from kg.reading.page import Page
from kg.reading.paragraphs import paragraphs
from kg.records import Text

_INK = re.compile(f"[^{LAYOUT}]+")
_SPACE = re.compile(r"\s")


class _Builder:
    """Collects characters with their raw offsets."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.characters: list[str] = []
        self.offsets: list[int] = []
        self.length = 0
        self.end = 0

    def add(self, start: int, end: int) -> None:
        """Adds raw[start:end]."""
        self.characters.append(self.raw[start:end])
        self.offsets.extend(range(start, end))
        self.length += end - start
        self.end = end

    def add_space(self, mark: str) -> None:
        """Adds `mark` for a white space of the file near the last character."""
        self.characters.append(mark)
        self.offsets.append(nearest_space(self.raw, self.end))
        self.length += 1

    def text(self) -> Text:
        return Text("".join(self.characters), tuple(self.offsets))


def nearest_space(raw: str, place: int) -> int:
    """The offset of the white space nearest to `place`, the one behind it first.

    Raises ValueError where `raw` has none.
    """
    after = _SPACE.search(raw, place)
    before = place - 1
    limit = max(-1, place - (after.start() - place) - 1) if after else -1
    while before > limit and not raw[before].isspace():
        before -= 1
    if before > limit:
        return before
    if after is None:
        raise ValueError("no white space in the file")
    return after.start()


def reflow(page: Page, headline: Sequence[int], body: Sequence[int]) -> tuple[Text, int]:
    """The text of a speech with the lines `headline` and `body`, and where its body begins."""
    builder = _Builder(page.raw)
    for position, number in enumerate(headline):
        if position:
            builder.add_space(" ")
        _add_headline(builder, page.lines[number])
    if headline and body:
        builder.add_space("\n")
    body_start = builder.length
    for position, group in enumerate(paragraphs(page, body)):
        if position:
            builder.add_space("\n")
        _add_paragraph(builder, [page.lines[number] for number in group])
    return builder.text(), body_start


def _add_headline(builder: _Builder, line: Line) -> None:
    """Adds a line of a headline, with one space where it has any between words."""
    spaced_out = is_letter_spaced(line.text)
    for position, match in enumerate(_INK.finditer(line.text)):
        if position and not spaced_out and line.text[match.start() - 1].isspace():
            builder.add_space(" ")
        builder.add(line.start + match.start(), line.start + match.end())


def _add_paragraph(builder: _Builder, lines: Sequence[Line]) -> None:
    """Adds the lines of a paragraph without layout, but one space between two English words."""
    last = ""
    for line in lines:
        spaced_out = is_letter_spaced(line.text)
        for position, match in enumerate(_INK.finditer(line.text)):
            ink = match.group()
            if position:
                divided = line.text[match.start() - 1].isspace() and _are_words(last, ink)
            else:
                divided = bool(last) and _are_long_words(last, ink)
            if divided and not spaced_out:
                builder.add_space(" ")
            builder.add(line.start + match.start(), line.start + match.end())
            last = ink


def _are_words(last: str, ink: str) -> bool:
    """Whether a space between `last` and `ink` divides English words or a word and its number."""
    border = last[-1] + ink[0]
    return border.isascii() and border.isalnum() and not border.isdigit()


def _are_long_words(last: str, ink: str) -> bool:
    """Whether the cut of a line divides English words; single letters are of one word (G-DP)."""
    border = last[-2:] + ink[:2]
    return len(border) == 4 and border.isascii() and border.isalpha()
