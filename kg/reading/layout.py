"""Divides a labelled page into speeches: which body and headline belong to which byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kg.divisions import find
from kg.reading.bylines import names_body
from kg.reading.names import is_name
from kg.reading.notices import parse_notice, tells_of_speeches
from kg.reading.page import FoundByline, FoundTold, Kind, Page
from kg.reading.zones import leading_display, trailing_display

_SUBSTANTIAL = 0.25
_SHORTEST_EXTRA = 150
_FRONT_LINES = 5
_CAPTION_LENGTH = 100
_LONGEST_LEAD_IN = 800
_TITLE_BEGINS = re.compile(r"(?:年|[省市区县州盟旗])度?$")
_REPORT = re.compile(r"(?:报告|讲话|发言|致辞)$")


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
    elif _bylines_follow(page, gaps):
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


def _substance(page: Page, gap: Sequence[int]) -> int:
    """How many characters of running text `gap` holds."""
    rest = _without(gap, trailing_display(page, gap))
    rest = _without(rest, leading_display(page, rest))
    return sum(len(page.lines[number].bare) for number in rest)


def _bylines_follow(page: Page, gaps: Sequence[Sequence[int]]) -> bool:
    """Whether bylines stand below their speeches, by where the substantial texts lie."""
    first, *inner, last = [_substance(page, gap) for gap in gaps]
    if not inner:
        return first > last
    enough = _SUBSTANTIAL * median(inner)
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
    body = _without(gap, lead) or tuple(gap)
    headline = _nearest_run(page, lead) if len(lead) < len(gap) else ()
    return [Draft(None, headline, body)]


def _bodies_first(page: Page, gaps: Sequence[Sequence[int]]) -> list[Draft]:
    drafts = []
    above = gaps[:-1]
    if _headlines_below(page, gaps):
        headlines = [tuple(leading_display(page, gap)) for gap in gaps[1:]]
        bodies = [gaps[0], *map(_without, gaps[1:-1], headlines)]
        drafts = list(map(Draft, page.bylines, headlines, map(tuple, bodies)))
        return drafts + _extra(page, _without(gaps[-1], headlines[-1]), drafts)
    lead_mode = _headlines_lead(page, above, above)
    for found, gap in zip(page.bylines, above, strict=True):
        tail = () if lead_mode else tuple(trailing_display(page, gap))
        rest = _without(gap, tail)
        lead = leading_display(page, rest)
        body = _without(rest, lead)
        headline = _nearest_run(page, lead) if lead_mode or not tail else tail
        drafts.append(Draft(found, headline, body) if body else Draft(found, tail, rest))
    return drafts + _extra(page, gaps[-1], drafts)


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
        rest = _without(gaps[position + 1], tails[position + 1])
        lead = tuple(leading_display(page, rest)) if lead_mode else ()
        if len(lead) == len(rest):
            lead = ()
        drafts.append(Draft(found, lead or tails[position], _without(rest, lead)))
    if not lead_mode:
        usual = round(median([len(tail) for tail in tails[1:-1]] or [0]))
        first = _first_headline(page, tails[0], usual)
        drafts[0] = replace(drafts[0], headline=first)
    rest = _without(gaps[0], tails[0])
    if len(drafts) > 1:
        _mark_lead_in(page, rest)
    return _extra(page, [n for n in rest if page.is_text(n)], drafts) + drafts


def _mark_lead_in(page: Page, numbers: Sequence[int]) -> None:
    """Takes for the notice what stands above the speeches and tells of their meeting."""
    lines = [number for number in numbers if not page.is_display(number)]
    if not lines or lines[-1] - lines[0] != len(lines) - 1:
        return
    text = page.joined(lines[0], lines[-1])
    if len(text) <= _LONGEST_LEAD_IN and tells_of_speeches(text):
        page.mark(lines[0], lines[-1], Kind.NOTICE, "meeting notice")
        page.notices.append(FoundTold(lines[0], lines[-1], parse_notice(text)))


def _first_headline(page: Page, tail: tuple[int, ...], usual: int) -> tuple[int, ...]:
    """Of the display lines above the first byline those that are no page title."""
    if not usual:
        return _nearest_run(page, tail)
    return tail[-usual:]


def _nearest_run(page: Page, numbers: Sequence[int]) -> tuple[int, ...]:
    """The run of neighbouring lines that ends as the name of a report does, else the last run."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        if _REPORT.search(page.lines[run[-1]].bare):
            return _report_title(page, run)
    return tuple(runs[-1]) if runs else ()


def _report_title(page: Page, run: Sequence[int]) -> tuple[int, ...]:
    """Of the lines above a report those of its title: 2024年成都市 / 政府工作报告."""
    last = page.lines[run[-1]].bare
    if not last.endswith("政府工作报告"):
        return tuple(run)
    if last == "政府工作报告" and len(run) > 1 and _TITLE_BEGINS.search(page.lines[run[-2]].bare):
        return tuple(run[-2:])
    return tuple(run[-1:])


def _extra(page: Page, gap: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """A speech without a byline in `gap`, where as much text stands there as in the others."""
    usual = median([_substance(page, draft.body) for draft in drafts] or [0])
    lead = leading_display(page, gap)
    body = _without(gap, lead)
    text = "".join(page.lines[number].bare for number in body)
    long_enough = len(text) >= max(_SHORTEST_EXTRA, usual / 2)
    if len(drafts) < 2 or not long_enough or tells_of_speeches(text[:_SHORTEST_EXTRA]):
        return []
    return [Draft(None, _nearest_run(page, lead), body)]


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
        body = _without(body, _captions(page, body, name))
    elif draft.byline:
        names = [n for n in headline if is_name(page.lines[n].bare)]
        if names and len(headline) > 1 and draft.byline.byline.phrases:
            name = page.lines[names[-1]].bare
            page.reasons[names[-1]] = "byline"
            headline = _without(headline, names[-1:])
    headings = [n for n in headline if _is_unit(page.lines[n].bare.strip("【】■●◆▲：:"))]
    if len(headings) < len(headline):
        headline = _without(headline, headings)
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


def _without(numbers: Sequence[int], others: Sequence[int]) -> tuple[int, ...]:
    gone = set(others)
    return tuple(number for number in numbers if number not in gone)
