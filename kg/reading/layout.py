"""Divides a labelled page into speeches: which body and headline belong to which byline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kg.divisions import find
from kg.reading.bylines import names_body
from kg.reading.names import is_name
from kg.reading.notices import parse_notice, tells_of_speeches
from kg.reading.openings import bodies_above
from kg.reading.page import FoundByline, FoundTold, Kind, Page
from kg.reading.unsigned import unsigned_speech
from kg.reading.zones import leading_display, nearest_run, substance, trailing_display, without

_SUBSTANTIAL = 0.25
_FRONT_LINES = 5
_CAPTION_LENGTH = 100
_LONGEST_LEAD_IN = 800


@dataclass(frozen=True, slots=True)
class Draft:
    """A speech as line numbers: byline, headline, body, date lines; and the speaker's name."""

    byline: FoundByline | None
    headline: tuple[int, ...]
    body: tuple[int, ...]
    date_lines: tuple[FoundTold, ...] = ()
    name: str = ""


def arrange(page: Page) -> tuple[Draft, ...]:
    """The speeches of `page` in its order; lines that are in none are marked with a reason."""
    gaps = _gaps(page)
    if not page.bylines:
        drafts = _alone(page, gaps[0])
    elif not page.turns and _bylines_follow(page, gaps):
        drafts = _bodies_first(page, gaps)
    else:
        drafts = _bylines_first(page, gaps)
    drafts = [_with_headline(page, draft, len(drafts)) for draft in drafts if draft.body]
    drafts = [_tidied(page, draft) for draft in drafts]
    _set_rest_aside(page, drafts)
    return tuple(_with_date_lines(page, drafts))


def _gaps(page: Page) -> list[list[int]]:
    """The text lines before the first byline, between each two, and after the last."""
    borders = [-1, *(found.first for found in page.bylines), len(page.lines)]
    return [
        [number for number in range(start + 1, end) if page.is_text(number)]
        for start, end in pairwise(borders)
    ]


def _bylines_follow(page: Page, gaps: Sequence[Sequence[int]]) -> bool:
    """Whether bylines stand below their speeches.

    The units that the speeches open with decide, else where the substantial texts lie.
    """
    sizes = [substance(page, gap) for gap in gaps]
    first, *inner, last = sizes
    enough = _SUBSTANTIAL * median(inner or [max(sizes)])
    votes = bodies_above(
        page, [gap if size >= enough else () for gap, size in zip(gaps, sizes, strict=True)]
    )
    if votes:
        return votes > 0
    if not inner:
        return first > last
    if first < enough or last < enough:
        return first > last
    opens_with_title = bool(leading_display(page, gaps[0])) or bool(page.titles)
    return not opens_with_title and not _headlines_lead(page, gaps[1:], gaps[1:-1])


def _headlines_lead(
    page: Page, after_bylines: Sequence[Sequence[int]], before_bylines: Sequence[Sequence[int]]
) -> bool:
    """Whether headlines begin the stretches after bylines rather than end those before them."""
    leads = sum(bool(leading_display(page, gap)) for gap in after_bylines)
    tails = sum(bool(trailing_display(page, gap)) for gap in before_bylines)
    return leads * max(len(before_bylines), 1) > tails * max(len(after_bylines), 1)


def _alone(page: Page, gap: Sequence[int]) -> list[Draft]:
    lead = leading_display(page, gap)
    body = without(gap, lead) or tuple(gap)
    headline = nearest_run(page, lead) if len(lead) < len(gap) else ()
    return [Draft(None, headline, body)]


def _bodies_first(page: Page, gaps: Sequence[Sequence[int]]) -> list[Draft]:
    drafts = []
    above = gaps[:-1]
    if _headlines_below(page, gaps):
        headlines = [tuple(leading_display(page, gap)) for gap in gaps[1:]]
        bodies = [gaps[0], *map(without, gaps[1:-1], headlines)]
        drafts = list(map(Draft, page.bylines, headlines, map(tuple, bodies)))
        return drafts + _unsigned(page, without(gaps[-1], headlines[-1]), drafts, below=True)
    lead_mode = _headlines_lead(page, above, above)
    for found, gap in zip(page.bylines, above, strict=True):
        tail = () if lead_mode else tuple(trailing_display(page, gap))
        rest = without(gap, tail)
        lead = leading_display(page, rest)
        body = without(rest, lead)
        headline = nearest_run(page, lead) if lead_mode or not tail else tail
        drafts.append(Draft(found, headline, body) if body else Draft(found, tail, rest))
    return drafts + _unsigned(page, gaps[-1], drafts, below=True)


def _headlines_below(page: Page, gaps: Sequence[Sequence[int]]) -> bool:
    """Whether each headline stands below its byline, which stands below its body."""
    leads = [leading_display(page, gap) for gap in gaps]
    last = len(leads[-1]) == len(gaps[-1])
    return len(gaps) > 2 and not leads[0] and all(leads[1:]) and last


def _bylines_first(page: Page, gaps: Sequence[Sequence[int]]) -> list[Draft]:
    lead_mode = _headlines_lead(page, gaps[1:], gaps[1:-1] or gaps[:1])
    tails = [() if lead_mode else tuple(trailing_display(page, gap)) for gap in gaps]
    tails[-1] = ()
    drafts = []
    for position, found in enumerate(page.bylines):
        rest = without(gaps[position + 1], tails[position + 1])
        lead = tuple(leading_display(page, rest)) if lead_mode else ()
        if len(lead) == len(rest):
            lead = ()
        drafts.append(Draft(found, lead or tails[position], without(rest, lead)))
    if not lead_mode:
        usual = round(median([len(tail) for tail in tails[1:-1]] or [0]))
        first = _first_headline(page, tails[0], usual)
        drafts[0] = replace(drafts[0], headline=first)
    rest = without(gaps[0], tails[0])
    if len(drafts) > 1:
        _mark_lead_in(page, rest)
    return _unsigned(page, [n for n in rest if page.is_text(n)], drafts, below=False) + drafts


def _mark_lead_in(page: Page, numbers: Sequence[int]) -> None:
    """Takes for the notice what stands above the speeches and tells of their meeting."""
    lines = [number for number in numbers if not page.is_display(number)]
    if not lines or lines[-1] - lines[0] != len(lines) - 1:
        return
    text = page.joined(lines[0], lines[-1])
    title = "".join(page.lines[number].bare for number in numbers if number < lines[0])
    if len(text) <= _LONGEST_LEAD_IN and tells_of_speeches(text, title):
        page.mark(lines[0], lines[-1], Kind.NOTICE, "meeting notice")
        page.notices.append(FoundTold(lines[0], lines[-1], parse_notice(text)))


def _first_headline(page: Page, tail: tuple[int, ...], usual: int) -> tuple[int, ...]:
    """Of the display lines above the first byline those that are no page title."""
    if not usual:
        return nearest_run(page, tail)
    return tail[-usual:]


def _unsigned(page: Page, gap: Sequence[int], drafts: Sequence[Draft], below: bool) -> list[Draft]:
    """The speech in `gap`, before or `below` all the others, that no byline was read for."""
    if len(drafts) < 2:
        return []
    usual = median(substance(page, draft.body) for draft in drafts)
    found = unsigned_speech(page, gap, usual, below)
    return [Draft(None, *found)] if found else []


def _with_headline(page: Page, draft: Draft, count: int) -> Draft:
    """`draft` with the page's title for a headline, where it is the only speech and has none."""
    if count > 1 or draft.headline:
        return draft
    subtitles = {n for found in page.titles for n in range(found.first, found.last + 1)}
    titles = [n for n, kind in enumerate(page.kinds) if kind is Kind.TITLE and n not in subtitles]
    headline = tuple(titles[:1])
    for number in titles[1:]:
        if number == headline[-1] + 1:
            headline += (number,)
    for number in headline:
        page.mark(number, number, Kind.TEXT)
    return replace(draft, headline=headline)


def _tidied(page: Page, draft: Draft) -> Draft:
    """`draft` without captions in its body and names in its headline."""
    body, headline, name = draft.body, draft.headline, ""
    if draft.byline and draft.byline.byline.name:
        name = draft.byline.byline.name
        body = without(body, _captions(page, body, name))
    elif draft.byline:
        names = [n for n in headline if is_name(page.lines[n].bare)]
        if names and len(headline) > 1 and draft.byline.byline.phrases:
            name = page.lines[names[-1]].bare
            page.reasons[names[-1]] = "byline"
            headline = without(headline, names[-1:])
    headings = [n for n in headline if _is_unit(page.lines[n].bare.strip("【】■●◆▲：:"))]
    if len(headings) < len(headline):
        headline = without(headline, headings)
    return replace(draft, body=body, headline=headline, name=name)


def _captions(page: Page, body: Sequence[int], name: str) -> list[int]:
    """Lines between byline and salutation that tell of the speaker (张工作政府工作报告。)."""
    front = body[:_FRONT_LINES]
    greeting = next((n for n in front if page.lines[n].salutation), None)
    if greeting is None:
        return []
    captions = [
        n
        for n in front
        if n < greeting and name in page.lines[n].bare and len(page.lines[n].bare) < _CAPTION_LENGTH
    ]
    for number in captions:
        page.reasons[number] = "photo caption"
    return captions


def _is_unit(bare: str) -> bool:
    return names_body(bare) and find(bare) is not None


def _set_rest_aside(page: Page, drafts: Sequence[Draft]) -> None:
    used = {number for draft in drafts for number in (*draft.headline, *draft.body)}
    used |= {n for d in drafts if d.byline for n in range(d.byline.first, d.byline.last + 1)}
    for number, kind in enumerate(page.kinds):
        if number in used or (page.reasons[number] and kind is not Kind.TEXT):
            continue
        if kind is Kind.BYLINE:
            reason = "byline without a speech"
        elif kind is Kind.TEXT:
            reason = page.reasons[number] or (
                "page title" if page.is_display(number) else "text outside the speeches"
            )
        page.mark(number, number, Kind.REMNANT, reason)


def _with_date_lines(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives each speech the date lines above its body, or those of the page."""
    given = []
    end_of_last = -1
    shared = [d for d in page.date_lines if not drafts or d.first < drafts[0].body[0]]
    for draft in drafts:
        start = draft.body[0]
        own = [d for d in page.date_lines if end_of_last < d.first < start]
        if len(drafts) == 1:
            own = page.date_lines
        given.append(replace(draft, date_lines=tuple(own or shared)))
        end_of_last = draft.body[-1]
    return given
