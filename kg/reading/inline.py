"""Splits lines that hold a byline and text: before a colon, or in brackets at the end."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.reading.bylines import parse_byline
from kg.reading.lines import Line, make_line, without_layout
from kg.reading.notices import parse_date_line

_IN_FRONT = re.compile(r"(?P<byline>[^。！？：:]{4,60}?[：:])\s*(?=\S{2})")
_AT_THE_END = re.compile(r"(?<=[。！？”])\s*(?P<byline>[（(].{5,80}[）)])$")
# A report run together on one line: title, date line, byline, salutation.
_FRONT = re.compile(
    r"(?P<title>\S{0,40}?政府工作报告\s+)?(?P<date>[—―（(]*\s?(?:20|二).{12,80}?会议上[）)]?\s+)"
    r"(?P<byline>\S.{2,40}?\s+)(?=(?:各位|同志们))"
)
_AFTER_DATE = re.compile(r"(?P<date>.{8,80}?会(?:议)?上[）)]?)\s+(?P<byline>\S.{3,60})$")
_LONGEST_TAIL = 100


def split_inline(raw: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """`lines`, those with a byline inside cut in two at its border."""
    return tuple(piece for line in lines for piece in _split(raw, line))


def _split(raw: str, line: Line) -> tuple[Line, ...]:
    match = _IN_FRONT.match(line.text)
    if match and parse_byline(match["byline"]):
        return _cut(raw, line, line.start + match.end())
    tail = line.text[-_LONGEST_TAIL:]
    match = _AT_THE_END.search(tail)
    if match and parse_byline(match["byline"]):
        return _cut(raw, line, line.end - len(tail) + match.start("byline"))
    for pattern in (_FRONT, _AFTER_DATE):
        match = pattern.match(line.text)
        if match is None or not parse_date_line(without_layout(match["date"])):
            continue
        if parse_byline(match["byline"]):
            places = {match.start("date"), match.start("byline"), match.end("byline")}
            return _cut(raw, line, *(line.start + place for place in sorted(places)))
    return (line,)


def _cut(raw: str, line: Line, *places: int) -> tuple[Line, ...]:
    """`line` in pieces, cut at `places` of the file."""
    borders = [line.start, *places, line.end]
    pieces = [
        make_line(raw, start, end, line.blank_before and start == line.start)
        for start, end in pairwise(borders)
    ]
    return tuple(piece for piece in pieces if piece is not None)
