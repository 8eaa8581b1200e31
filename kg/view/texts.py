"""The speeches themselves for the page's reader: their text, and what is named where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from kg.rdf.contents import Contents, Node, Quote
from kg.records import Facts, Mention

SHORTEST = 2  # characters of a name that is looked for in the words of a passage

Naming = Mapping[Quote, Sequence[Node]]


@dataclass(slots=True)
class Reading:
    """One speech as the reader shows it.

    `text` has its paragraphs on lines; where `whole` is false it is only the passages known, one
    a line. `places` gives the stretch of `text` in which a passage stands, `marks` the stretches
    that name a thing, by node id; both in code points of `text`, marks in order and apart.
    `byline` says who speaks, in the words of the file.
    """

    text: str
    whole: bool
    byline: str = ""
    byline_quotes: list[Quote] = field(default_factory=list)
    places: dict[Quote, tuple[int, int]] = field(default_factory=dict)
    marks: list[tuple[int, int, str]] = field(default_factory=list)


def readings(
    contents: Contents, nodes: Sequence[Node], quotes: Sequence[Quote], facts: Sequence[Facts]
) -> dict[str, Reading]:
    """The reading of each speech of `contents`, by speech id.

    `nodes` are those that can be clicked, `quotes` the passages of the page, `facts` what the
    build read; a speech that is not in them (a graph loaded from Turtle) has its passages only.
    """
    naming: dict[Quote, list[Node]] = {}
    for node in nodes:
        for quote in node.quotes:
            naming.setdefault(quote, []).append(node)
    by_speech: dict[str, list[Quote]] = {speech.id: [] for speech in contents.speeches}
    for quote in quotes:
        if quote.speech in by_speech:
            by_speech[quote.speech].append(quote)
    whole = dict(_whole(quotes, facts))
    return {
        speech: _whole_text(whole[speech], said, naming)
        if speech in whole
        else _passages_only(said, naming)
        for speech, said in by_speech.items()
    }


def plain(reading: Reading) -> dict[str, Any]:
    """A reading as plain JSON values, its marks in UTF-16 units as browsers count."""
    at = Utf16(reading.text)
    return {
        "text": reading.text,
        "whole": reading.whole,
        "byline": reading.byline,
        "marks": [[at(start), at(end), node] for start, end, node in reading.marks],
    }


class Utf16:
    """Turns positions of a text from code points, as Python counts, to UTF-16 units."""

    def __init__(self, text: str) -> None:
        """`text` is what the positions lie in."""
        self._beyond = [place for place, sign in enumerate(text) if sign > "\uffff"]

    def __call__(self, position: int) -> int:
        """The position in UTF-16 units."""
        return position + bisect_left(self._beyond, position)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A speech as the build read it, with the place in its text of each offset of the file."""

    facts: Facts
    index: Mapping[int, int]


def _whole(quotes: Iterable[Quote], facts: Sequence[Facts]) -> Iterable[tuple[str, _Whole]]:
    """Each speech that was read, by the id that the passages inside its text name."""
    by_file: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_file.setdefault(quote.file, []).append(quote)
    for one in facts:
        index = {offset: place for place, offset in enumerate(one.speech.text.offsets)}
        said = Counter(
            quote.speech
            for quote in by_file.get(one.speech.file.name, ())
            if quote.speech and quote.start in index
        )
        if said:
            yield min(said, key=lambda speech: (-said[speech], speech)), _Whole(one, index)


def _whole_text(read: _Whole, said: Sequence[Quote], naming: Naming) -> Reading:
    speech = read.facts.speech
    reading = Reading(speech.text.characters, whole=True)
    byline = speech.byline
    if byline:
        raw = speech.file.raw[byline.start : byline.end]
        reading.byline = re.sub(r"\s+", " ", raw).strip()
    for quote in said:
        start, last = read.index.get(quote.start), read.index.get(quote.end - 1)
        if start is not None and last is not None and start <= last:
            reading.places[quote] = start, last + 1
        elif byline and byline.start <= quote.start < byline.end:
            reading.byline_quotes.append(quote)
    stated = [
        (mention.start, mention.end, node)
        for mention in read.facts.mentions
        if (node := _named_by(mention, reading, naming))
    ]
    reading.marks = _apart(len(reading.text), stated, _found(reading, naming))
    return reading


def _passages_only(said: Sequence[Quote], naming: Naming) -> Reading:
    kept: list[Quote] = []
    for quote in sorted(said, key=lambda one: (one.file, one.start, -one.end)):
        if not kept or (quote.file, quote.end) > (kept[-1].file, kept[-1].end):
            kept.append(quote)
    lines = [_line(quote) for quote in kept]
    reading = Reading("\n".join(lines), whole=False)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for quote in said:
        for around, line, start in zip(kept, lines, starts, strict=False):
            covered = around.start <= quote.start and quote.end <= around.end
            inside = line.find(_line(quote))
            if around.file == quote.file and covered and inside >= 0:
                reading.places[quote] = start + inside, start + inside + len(_line(quote))
                break
    reading.marks = _apart(len(reading.text), [], _found(reading, naming))
    return reading


def _line(quote: Quote) -> str:
    return re.sub(r"\s*\n\s*", " ", quote.text)


def _named_by(mention: Mention, reading: Reading, naming: Naming) -> str:
    """The id of the thing that a mention names, "" for one that is not drawn."""
    for quote, (start, end) in reading.places.items():
        if start <= mention.start < end:
            for node in naming.get(quote, ()):
                if mention.name == node.label or mention.name in node.alt_labels:
                    return node.id
    return ""


def _found(reading: Reading, naming: Naming) -> list[tuple[int, int, str]]:
    """Where a name of a thing stands in a passage that is known to name it."""
    found = []
    for quote, (start, end) in reading.places.items():
        for node in naming.get(quote, ()):
            for name in (node.label, *node.alt_labels):
                if len(name) < SHORTEST:
                    continue
                at = reading.text.find(name, start, end)
                while at >= 0:
                    found.append((at, at + len(name), node.id))
                    at = reading.text.find(name, at + len(name), end)
    return found


def _apart(
    length: int, stated: list[tuple[int, int, str]], found: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The stretches without those that overlap: stated before found, long before short."""
    taken = bytearray(length)
    kept = []
    for stretches in (stated, found):
        for start, end, node in sorted(stretches, key=lambda one: (one[0] - one[1], one)):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                kept.append((start, end, node))
    return sorted(kept)
