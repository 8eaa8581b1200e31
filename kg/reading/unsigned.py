"""Finds a speech that no byline was read for, at the beginning or the end of a page."""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.bylines import names_post
from kg.reading.notices import tells_of_speeches
from kg.reading.openings import opens_with_unit
from kg.reading.page import Page
from kg.reading.zones import leading_display, nearest_run, trailing_display, without

_SHORTEST = 150
_SHORTEST_OF_UNIT = 60


def unsigned_speech(
    page: Page, gap: Sequence[int], usual: float, below: bool
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Headline and body of the speech in `gap`, or None where its text is too little for one.

    `usual` is the length in characters of the page's other speeches. `below` says that bylines
    stand below their speeches: a text there that opens with its unit may be shorter, and the
    line that names a post is the byline that could not be read.
    """
    lead = leading_display(page, gap)
    body = without(gap, lead)
    tail = trailing_display(page, body) if below and not lead else []
    unread = [number for number in tail if names_post(page.lines[number].bare)]
    if unread:
        body = without(body, tail)
    text = "".join(page.lines[number].bare for number in body)
    told = unread and opens_with_unit(text)
    least = _SHORTEST_OF_UNIT if told else max(_SHORTEST, usual / 2)
    if len(text) < least or tells_of_speeches(text[:_SHORTEST]):
        return None
    for number in unread:
        page.reasons[number] = "unread byline"
    return nearest_run(page, without(tail, unread) if unread else lead), body
