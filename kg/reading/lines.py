"""Cuts raw text into lines and knows what is layout in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

# White space, controls and the invisible characters that web pages and PDF text leave behind.
LAYOUT = r"\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff"
_LAYOUT_RUN = re.compile(f"[{LAYOUT}]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_INK = re.compile(f"[^{LAYOUT}]")
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_CLOSED = re.compile(r"[。！？!?：:；;…][”’」』）)】》\"']*$")
_ENDS_SENTENCE = re.compile(r"[。！？!?：:…][”’」』）)】》\"']*$")
_NUMBER = "[一二三四五六七八九十]"
_SECTION = re.compile(
    rf"(?:{_NUMBER}{{1,3}}、(?!{_NUMBER}、)|[（(](?:{_NUMBER}{{1,3}}|\d{{1,2}})[）)]"
    rf"|第{_NUMBER}{{1,3}}[，,、章节部]|{_NUMBER}{{1,2}}(?:是|要)|\d{{1,2}}[.．、](?!\d)"
    r"|[①-⑳]|[—―]{2}|[●■◆▲★•])"
)
_HEADING = re.compile(rf"{_NUMBER}{{1,3}}、|[（(]{_NUMBER}{{1,3}}[）)]|第{_NUMBER}{{1,3}}[章节部]")
_SALUTATION = re.compile(r"(?:尊敬的)?(?:各位|同志们|女士们|朋友们)[^。]{0,30}[：:！!，,]?$")
_ENDING = 10
_LEAST_WIDTH, _PARAGRAPH_WIDTH = 8.0, 60.0
_LIKE = 2.5
_CUT_SHARE = 0.4
_LONG_INDENT = 2
_INDENT = {"\u3000": 1.0, "\t": 2.0}


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `text` is raw[start:end], outer layout left off.

    `bare` is `text` without any layout and with narrow digits, for recognition; `width` counts
    it in full-width columns; `indent` counts the columns of layout before it; `blank_before`
    says that a blank line comes before.
    """

    start: int
    end: int
    text: str
    bare: str
    width: float
    indent: float
    blank_before: bool

    @property
    def closed(self) -> bool:
        """Ends with a mark that ends a sentence, a clause of a list or an introduction."""
        return bool(_CLOSED.search(self.bare[-_ENDING:]))

    @property
    def ends_sentence(self) -> bool:
        """Ends with a full stop or a colon, not with a semicolon or in the middle."""
        return bool(_ENDS_SENTENCE.search(self.bare[-_ENDING:]))

    @property
    def opens_section(self) -> bool:
        """Begins with a section number, an ordinal (一是) or a bullet."""
        return bool(_SECTION.match(self.bare))

    @property
    def numbered_heading(self) -> bool:
        """Begins with a number that headings have (一、 （一）)."""
        return bool(_HEADING.match(self.bare))

    @property
    def salutation(self) -> bool:
        """Addresses the audience (各位代表：)."""
        return bool(_SALUTATION.match(self.bare))

    @property
    def indented(self) -> bool:
        """Set in by two columns or more, as the first line of a paragraph is."""
        return self.indent >= _LONG_INDENT


def without_layout(text: str) -> str:
    """`text` without white space, controls and invisible characters."""
    return _LAYOUT_RUN.sub("", text)


def is_letter_spaced(text: str) -> bool:
    """Whether spaces stand between the single characters of `text` (民 生 为 大)."""
    parts = text.split()
    return len(parts) >= 4 and sum(len(part) == 1 for part in parts) >= 0.8 * len(parts)


def cut_lines(raw: str) -> tuple[Line, ...]:
    """The lines of `raw` that hold more than layout, in order."""
    lines: list[Line] = []
    end_of_last = 0
    for match in _LINE.finditer(raw):
        breaks = len(_BREAK.findall(raw, end_of_last, match.start()))
        line = make_line(raw, match.start(), match.end(), blank_before=bool(lines) and breaks > 1)
        if line is not None:
            lines.append(line)
            end_of_last = match.end()
    return tuple(lines)


def make_line(raw: str, start: int, end: int, blank_before: bool) -> Line | None:
    """The line that raw[start:end] makes, or None where that is all layout."""
    piece = raw[start:end]
    found = _INK.search(piece)
    if found is None:
        return None
    bare = without_layout(piece)
    first, last = found.start(), piece.rindex(bare[-1]) + 1
    narrow = len(bare.encode("ascii", "ignore"))
    indent = sum(_INDENT.get(character, 0.5) for character in piece[:first])
    return Line(
        start + first,
        start + last,
        piece[first:last],
        bare.translate(_NARROW),
        len(bare) - narrow / 2,
        indent,
        blank_before,
    )


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines are cut at a column's width, not at the ends of paragraphs.

    Cut lines end in the middle of a sentence and come in rows of like width.
    """
    total = sum(line.width for line in lines if line.width >= _LEAST_WIDTH)
    cut = 0.0
    for number, line in enumerate(lines):
        near = (*lines[max(0, number - 2) : number], *lines[number + 1 : number + 3])
        if _is_cut(line) and any(abs(other.width - line.width) <= _LIKE for other in near):
            cut += line.width
    return cut > _CUT_SHARE * total


def column_width(lines: Sequence[Line]) -> float:
    """The width in columns at which wrapped lines are cut; 0.0 where none is."""
    return median([line.width for line in lines if _is_cut(line)] or [0.0])


def _is_cut(line: Line) -> bool:
    return not line.closed and _LEAST_WIDTH <= line.width <= _PARAGRAPH_WIDTH
