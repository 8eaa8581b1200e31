"""Takes a file apart into a document: its speeches, their meeting, and what is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kg.reading.labels import label_page
from kg.reading.layout import Draft, arrange
from kg.reading.meetings import page_date, page_meeting, speech_meeting, spoken_on
from kg.reading.page import Kind, Page
from kg.reading.reflow import reflow
from kg.reading.units import Speaker, speakers
from kg.records import Document, Meeting, SetAside, SourceFile, Span, Speech


def take_apart(file: SourceFile) -> Document:
    """The speeches of `file` in its order, their meeting, and the stretches that are in none."""
    page = label_page(file.raw)
    drafts = arrange(page)
    found = speakers(page, drafts, file.name)
    meeting = page_meeting(page, found[0].region if found else "")
    printed = page_date(page)
    speeches = tuple(
        _speech(file, page, draft, speaker, meeting, printed)
        for draft, speaker in zip(drafts, found, strict=True)
    )
    meetings = [meeting, *(speech.meeting for speech in speeches)]
    first = next((each for each in meetings if each), None)
    return Document(file, first, speeches, _set_aside(page, meetings))


def _speech(
    file: SourceFile,
    page: Page,
    draft: Draft,
    speaker: Speaker,
    shared: Meeting | None,
    printed: date | None,
) -> Speech:
    text, body_start = reflow(page, draft.headline, draft.body)
    meeting = speech_meeting(page, draft, speaker.region) or shared
    lines = page.lines
    byline = draft.byline
    return Speech(
        file=file,
        unit=speaker.unit,
        official=speaker.official,
        region=speaker.region,
        meeting=meeting,
        spoken_on=spoken_on(draft, meeting, printed),
        text=text,
        body_start=body_start,
        headline=text.characters[: max(body_start - 1, 0)],
        byline=Span(lines[byline.first].start, lines[byline.last].end) if byline else None,
        body=Span(lines[draft.body[0]].start, lines[draft.body[-1]].end),
    )


def _set_aside(page: Page, meetings: Sequence[Meeting | None]) -> tuple[SetAside, ...]:
    """The lines in no speech and no meeting's notice, neighbours of one reason together."""
    notices = [meeting.notice for meeting in meetings if meeting and meeting.notice]
    found: list[SetAside] = []
    last = -2
    for number in _outside(page, notices):
        line, reason = page.lines[number], page.reasons[number]
        if number == last + 1 and found[-1].reason == reason:
            found[-1] = SetAside(Span(found[-1].span.start, line.end), reason)
        else:
            found.append(SetAside(Span(line.start, line.end), reason))
        last = number
    return tuple(found)


def _outside(page: Page, notices: Sequence[Span]) -> Iterator[int]:
    for number, kind in enumerate(page.kinds):
        start = page.lines[number].start
        told = any(notice.start <= start < notice.end for notice in notices)
        if kind not in (Kind.TEXT, Kind.BYLINE) and not told:
            yield number
