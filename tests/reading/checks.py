"""What must hold of every document: nothing of the file lost, every span true."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kg.reading import take_apart, without_layout
from kg.records import Document, SourceFile, Span, Speech

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds"
CORPUS = ROOT / ".." / "shared" / "corpus"


def read_text(raw: str, name: str = "page.txt") -> Document:
    """The document that a file with the text `raw` makes."""
    return take_apart(SourceFile(name, raw, "", "utf-8"))


def places(document: Document) -> Counter[int]:
    """How often each raw character is in a speech, a byline, a notice or set aside."""
    spans = {item.span for item in document.set_aside}
    meetings = [document.meeting, *(speech.meeting for speech in document.speeches)]
    spans |= {meeting.notice for meeting in meetings if meeting and meeting.notice}
    spans |= {speech.byline for speech in document.speeches if speech.byline}
    taken: Counter[int] = Counter()
    for span in spans:
        taken.update(range(span.start, span.end))
    for speech in document.speeches:
        taken.update(
            offset
            for offset, character in zip(speech.text.offsets, speech.text.characters, strict=True)
            if not character.isspace()
        )
    return taken


def assert_partition(document: Document) -> None:
    """Every character that is no layout is in exactly one place."""
    raw = document.file.raw
    taken = places(document)
    wrong = [
        (place, taken[place])
        for place, character in enumerate(raw)
        if without_layout(character) and taken[place] != 1
    ]
    assert not wrong, [(raw[max(0, p - 10) : p + 10], times) for p, times in wrong[:5]]


def assert_true_offsets(speech: Speech) -> None:
    """Characters stand where their offsets say; a space of the text stands for one of the file."""
    raw = speech.file.raw
    for character, offset in zip(speech.text.characters, speech.text.offsets, strict=True):
        assert raw[offset].isspace() if character.isspace() else raw[offset] == character
    assert not set(speech.headline) & {"\n"}
    assert speech.text.characters.startswith(speech.headline)
    assert speech.body_start == (len(speech.headline) + 1 if speech.headline else 0)


def assert_true_spans(speech: Speech) -> None:
    """The raw span of any stretch of a paragraph reads as that stretch, layout dropped."""
    place = speech.body_start
    for paragraph in speech.text.characters[place:].split("\n"):
        end = place + len(paragraph)
        for start, stop in _stretches(place, end):
            span = speech.text.span(start, stop)
            assert quote(speech, span) == without_layout(speech.text.characters[start:stop])
            assert speech.body.start <= span.start < span.end <= speech.body.end
        place = end + 1


def quote(speech: Speech, span: Span) -> str:
    """What stands at `span` of the file, layout dropped."""
    return without_layout(speech.file.raw[span.start : span.end])


def assert_sound(document: Document) -> None:
    """All of the above."""
    assert_partition(document)
    for speech in document.speeches:
        assert_true_offsets(speech)
        assert_true_spans(speech)
        assert speech.unit
        assert without_layout(speech.text.characters[speech.body_start :])


def _stretches(start: int, end: int) -> list[tuple[int, int]]:
    """The whole of `[start, end)` and pieces of it."""
    step = max(1, (end - start) // 7)
    pieces = [(place, min(place + 11, end)) for place in range(start, end, step)]
    return [(start, end), *pieces] if end > start else []
