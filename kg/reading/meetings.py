"""Makes the meeting of a page out of its notice, date lines and subtitle."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg import divisions
from kg.reading.dates import Day, find_date, likely_year, titled_year
from kg.reading.layout import Draft
from kg.reading.notices import with_place
from kg.reading.page import FoundTold, Kind, Page
from kg.records import Meeting, Span


def page_date(page: Page) -> date | None:
    """The date of the page itself: of its masthead or source line, or one on a line of its own."""
    for number, kind in enumerate(page.kinds):
        dated = kind is Kind.REMNANT and page.reasons[number] in ("masthead", "source line")
        if dated and (found := find_date(page.lines[number].text)):
            return found
    for found_line in page.date_lines:
        if found_line.told.day and (day := found_line.told.day.in_year(None)):
            return day
    return None


def page_meeting(page: Page, region: str) -> Meeting | None:
    """The meeting that a page's notice tells of, else the one its subtitle names, or None.

    A place that the name leaves out (市委…例会) is `region`. A day without a year gets the year
    of the page's date, else the one the text speaks from, else none.
    """
    for found in page.notices:
        name = found.told.name or next((t.told.name for t in page.titles if t.told.name), "")
        if name:
            return _meeting(page, found, name, region)
    for found in page.titles:
        if found.told.name:
            return _meeting(page, found, found.told.name, region)
    return None


def speech_meeting(page: Page, draft: Draft, region: str) -> Meeting | None:
    """The meeting that a speech's own date line names (——…在…会议上), or None."""
    for found in draft.date_lines:
        if found.told.name:
            meeting = _meeting(page, found, found.told.name, region)
            days = [d.told.day for d in draft.date_lines if d.told.day]
            if meeting.held_on is None and days:
                return Meeting(meeting.name, days[0].in_year(None), meeting.notice)
            return meeting
    return None


def _meeting(page: Page, found: FoundTold, name: str, region: str) -> Meeting:
    notice = Span(page.lines[found.first].start, page.lines[found.last].end)
    return Meeting(_placed(name, region), _held_on(page, found.told.day), notice)


def _placed(name: str, region: str) -> str:
    """`name` with its unnamed place: the region, or what that lies in (全省 in a city's)."""
    division = divisions.find(region)
    outer = [row.name for row in divisions.above(division)] if division else []
    placed = (with_place(name, place) for place in (region, *outer))
    return next((each for each in placed if each != name), name)


def _held_on(page: Page, day: Day | None) -> date | None:
    if day is None:
        return None
    if day.year is not None:
        return day.in_year(None)
    if printed := page_date(page):
        held = day.in_year(printed.year)
        # What a page of January reports of December was held the year before.
        return held if held is None or held <= printed else day.in_year(printed.year - 1)
    titles = (page.joined(told.first, told.last) for told in page.titles)
    titled = next((year for each in titles if (year := titled_year(each, day.month))), None)
    return day.in_year(titled or likely_year(_running_text(page), day.month))


def _running_text(page: Page) -> str:
    kept = (Kind.TEXT, Kind.TITLE, Kind.NOTICE)
    return "".join(
        line.bare for line, kind in zip(page.lines, page.kinds, strict=True) if kind in kept
    )


def spoken_on(draft: Draft, meeting: Meeting | None, printed: date | None) -> date | None:
    """The day of a speech: its meeting's, else a date line's, else `printed`, the page's."""
    if meeting and meeting.held_on:
        return meeting.held_on
    days: Sequence[Day] = [d.told.day for d in draft.date_lines if d.told.day]
    for day in days:
        if (found := day.in_year(None)) is not None:
            return found
    return printed
