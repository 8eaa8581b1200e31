"""Reads the transcript of a press conference: who has the floor, by the names before colons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.reading.bylines import Byline, parse_byline
from kg.reading.lines import Line, make_line
from kg.reading.names import is_name
from kg.reading.page import FoundByline, Kind, Page

_TURN = re.compile(r"(?P<name>[\u3400-\u9fff·]{2,12})\s*[：:]\s*")
_OTHERS = re.compile(
    r"(?:主持人|[^，。；：:]{0,20}记者[\u3400-\u9fff]{0,4}|[^，。；：:]{0,12}(?:电视台|日报社?|网|媒体)|问|提问)\s*[：:]"
)
_PIECE = re.compile(r"[，,；;。：:]")
_ADDRESS = re.compile(r"^(?:有|是|为|以及|和)|(?:先生|女士|同志)$")
_LEAST = 2


def participants(lines: Sequence[Line]) -> dict[str, Byline]:
    """Who takes the floor in the transcript that `lines` are, with the posts told of each.

    Empty where `lines` are none: at least two lines open with somebody's name and a colon, and
    one of the names stands with its posts elsewhere.
    """
    opening = [match["name"] for line in lines if (match := _TURN.match(line.text))]
    others = sum(bool(_OTHERS.match(line.text)) for line in lines)
    if not opening or len(opening) < _LEAST:
        return {}
    told: dict[str, Byline] = {}
    for line in lines:
        if any(name in line.text for name in opening):
            for piece in (line.text, *_PIECE.split(line.text)):
                byline = parse_byline(_ADDRESS.sub("", piece.strip()))
                if byline and byline.name in opening and byline.phrases:
                    told.setdefault(byline.name, byline)
    turns = sum(name in told for name in opening)
    return told if turns + others >= _LEAST else {}


def split_turns(raw: str, lines: Sequence[Line], people: Mapping[str, Byline]) -> tuple[Line, ...]:
    """`lines`, those cut in two that a name of `people` with a colon opens."""
    found: list[Line | None] = []
    for line in lines:
        match = _TURN.match(line.text)
        if match and match["name"] in people and match.end() < len(line.text):
            border = line.start + match.end()
            found.append(make_line(raw, line.start, border, line.blank_before))
            found.append(make_line(raw, border, line.end, blank_before=False))
        else:
            found.append(line)
    return tuple(line for line in found if line is not None)


def mark_turns(page: Page, people: Mapping[str, Byline]) -> None:
    """Marks who has the floor as bylines; the host, questions and the list of speakers are none."""
    page.turns = True
    asking = False
    for number in page.text_lines():
        line = page.lines[number]
        if byline := _floor(line.text, people):
            asking = False
            page.mark(number, number, Kind.BYLINE)
            page.bylines.append(FoundByline(number, number, byline))
            continue
        match = _TURN.match(line.text)
        # Somebody whose posts the page does not tell: no question, and nobody's speech.
        asking = (asking or bool(_OTHERS.match(line.text))) and not (
            match and is_name(match["name"]) and not _OTHERS.match(line.text)
        )
        if asking:
            page.mark(number, number, Kind.REMNANT, "question")
        elif _lists(line.text, people):
            page.mark(number, number, Kind.REMNANT, "list of speakers")


def _floor(text: str, people: Mapping[str, Byline]) -> Byline | None:
    """Who takes the floor with the line `text` (李某：, 县长李某：), or None."""
    match = _TURN.fullmatch(text)
    if match and match["name"] in people:
        return people[match["name"]]
    return parse_byline(text) if text.rstrip().endswith(("：", ":")) else None


def _lists(text: str, people: Mapping[str, Byline]) -> bool:
    byline = parse_byline(_ADDRESS.sub("", text))
    return byline is not None and byline.name in people
