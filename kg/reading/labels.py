"""Labels the lines of a page: remnants, date lines, bylines, the notice, the page's title."""

from __future__ import annotations

import re
from collections import Counter

from kg.reading.bylines import Byline, parse_byline, parse_phrases
from kg.reading.inline import split_inline
from kg.reading.lines import column_width, cut_lines, is_wrapped
from kg.reading.names import is_name
from kg.reading.notices import (
    is_notice,
    is_subtitle,
    opens_date_line,
    opens_notice,
    parse_date_line,
    parse_notice,
    parse_subtitle,
)
from kg.reading.page import FoundByline, FoundTold, Kind, Page
from kg.reading.posts import own_unit
from kg.reading.remnants import is_link_heading, line_reason
from kg.reading.turns import mark_turns, participants, split_turns
from kg.reading.weak import weak_bylines

_NOTICE_LINES = 14
_NOTICE_LENGTH = 600
_TITLE_LINES = 3
_CAPTION_LINES = 4
_REPEAT = 100
_OFTEN = 3
_RUNNING_HEAD = re.compile("报告$|公报|日报")
_MOST_LINKS = 60
_PUBLICATION = re.compile(r"(?:大会|会议|交流|书面)*(?:发言|讲话)?(?:摘登|摘编|选登|选编|摘要)$")


def label_page(raw: str) -> Page:
    """The lines of `raw`, each with its kind."""
    lines = cut_lines(raw)
    people = participants(lines)
    lines = split_inline(raw, split_turns(raw, lines, people))
    page = Page(raw, lines, is_wrapped(lines), column_width(lines))
    if people:
        mark_turns(page, people)
    else:
        _mark_bylines(page)
    _mark_running_heads(page)
    _mark_remnants(page)
    _mark_date_lines(page)
    _mark_titles(page)
    _mark_notices(page)
    if not people:
        _mark_weak_bylines(page)
    _drop_repeated_bylines(page)
    return page


def _mark_remnants(page: Page) -> None:
    for number in page.text_lines():
        line = page.lines[number]
        reason = line_reason(line.text)
        if reason == "photo caption":
            first = _caption_start(page, number)
            if first < number or not page.goes_on(number):
                page.mark(first, number, Kind.REMNANT, reason)
        elif page.goes_on(number):
            continue
        elif is_link_heading(line.bare):
            _mark_links(page, number)
        elif reason:
            page.mark(number, number, Kind.REMNANT, reason)


def _caption_start(page: Page, last: int) -> int:
    """Where the wrapped caption begins that ends with its credit in the line `last`.

    The lines above the credit are the caption's where blank lines set the few of them off.
    """
    first = last
    while page.joins(first) and page.is_text(first - 1):
        first -= 1
        if last - first >= _CAPTION_LINES or page.lines[first].opens_section:
            return last
    return first if page.wrapped and page.stands_alone(last) else last


def _mark_running_heads(page: Page) -> None:
    """A line that many pages of a printed text repeat, but where it stands first."""
    counts = Counter(page.lines[number].bare for number in page.text_lines())
    seen = set()
    for number in page.text_lines():
        bare = page.lines[number].bare
        if counts[bare] >= _OFTEN and _RUNNING_HEAD.search(bare) and page.is_display(number):
            if bare in seen:
                page.mark(number, number, Kind.REMNANT, "running head")
            seen.add(bare)


def _mark_links(page: Page, number: int) -> None:
    """The heading of a list of links, and the list where nothing else follows it."""
    page.mark(number, number, Kind.REMNANT, "links")
    rest = range(number + 1, len(page.lines))
    if len(rest) > _MOST_LINKS:
        return
    if all(page.is_display(after) or not page.is_text(after) for after in rest):
        for after in rest:
            if page.is_text(after):
                page.mark(after, after, Kind.REMNANT, "links")


def _mark_date_lines(page: Page) -> None:
    for number in page.text_lines():
        for last in range(number, min(number + 3, len(page.lines))):
            if last > number and not (
                page.is_text(last) and page.joins(last) and opens_date_line(page.lines[number].bare)
            ):
                break
            told = parse_date_line(page.joined(number, last))
            if told is not None and not page.goes_on(number):
                page.mark(number, last, Kind.DATE_LINE, "date line")
                page.date_lines.append(FoundTold(number, last, told))
                break


def _mark_titles(page: Page) -> None:
    """Subtitles of the page and the lines of its title above them."""
    for number in page.text_lines():
        line = page.lines[number]
        if not is_subtitle(line.bare) or not page.is_display(number, any_start=True):
            continue
        last = number
        after = number + 1
        below = page.is_text(after) and page.joins(after)
        if below and _PUBLICATION.fullmatch(page.lines[after].bare):
            last = after
        told = _PUBLICATION.search(page.lines[last].bare) or page.stands_alone(last)
        if page.goes_on(number) and not told:
            continue
        first = _title_start(page, number)
        page.mark(first, last, Kind.TITLE, "page title")
        page.titles.append(FoundTold(number, last, parse_subtitle(page.joined(number, last))))


def _title_start(page: Page, number: int) -> int:
    first = number
    while (
        number - first < _TITLE_LINES
        and page.is_text(first - 1)
        and page.is_display(first - 1, may_go_on=True)
        and (page.joins(first) or first == number)
    ):
        first -= 1
    return first


def _mark_notices(page: Page) -> None:
    for number in page.text_lines():
        line = page.lines[number]
        if line.opens_section or page.goes_on(number) or not opens_notice(line.bare):
            continue
        last = _notice_end(page, number)
        if last is not None:
            page.mark(number, last, Kind.NOTICE, "meeting notice")
            page.notices.append(FoundTold(number, last, parse_notice(page.joined(number, last))))


def _notice_end(page: Page, first: int) -> int | None:
    length = 0
    for last in range(first, min(first + _NOTICE_LINES, len(page.lines))):
        line = page.lines[last]
        length += len(line.bare)
        if not page.is_text(last) or length > _NOTICE_LENGTH:
            return None
        if last > first and line.numbered_heading:
            return None
        if line.ends_sentence and is_notice(page.joined(first, last)):
            return last
    return None


def _mark_bylines(page: Page) -> None:
    for number in page.text_lines():
        for size in (1, 2, 3):
            byline = _byline_at(page, number, size)
            if size == 1 and byline and byline.phrases and not byline.name:
                # 发言人：鄞州区委书记, with the name on the line below.
                below = _byline_at(page, number, 2)
                if below and below.name:
                    continue
            if byline is not None:
                page.mark(number, number + size - 1, Kind.BYLINE)
                _add_byline(page, FoundByline(number, number + size - 1, byline))
                break


def _add_byline(page: Page, found: FoundByline) -> None:
    """Keeps `found`; right below a byline of the same unit it names a further person of that."""
    above = page.bylines[-1] if page.bylines else None
    if above and above.last + 1 == found.first and page.joins(found.first):
        units = [own_unit(each.byline.phrases) for each in (above, found)]
        if above.byline.name and found.byline.name and units[1] in ("", units[0]):
            page.bylines[-1] = FoundByline(above.first, found.last, above.byline)
            return
    page.bylines.append(found)


def _byline_at(page: Page, number: int, size: int) -> Byline | None:
    """The byline in `size` lines from `number` on, or None."""
    if size == 1:
        byline = parse_byline(page.lines[number].text)
        if byline and not byline.spaced and page.goes_on(number):
            return byline if page.stands_alone(number) else None
        return byline
    last = number + size - 1
    if last >= len(page.lines) or not all(page.is_text(n) for n in range(number, last + 1)):
        return None
    texts = [line.text for line in page.lines[number : last + 1]]
    if size == 2 and is_name(page.lines[number].bare) and parse_phrases(texts[1]):
        return parse_byline(" ".join(texts))
    above = parse_byline(texts[0])
    posts_only = above is not None and above.phrases and not above.name
    opening = parse_phrases(re.split("[、，,；;]", texts[0])[0])
    if not posts_only and not (opening and opening[0].prefix):
        return None
    return parse_byline("".join(texts)) or parse_byline(" ".join(texts))


def _mark_weak_bylines(page: Page) -> None:
    for number, byline in weak_bylines(page):
        page.mark(number, number, Kind.BYLINE)
        page.bylines.append(FoundByline(number, number, byline))
    page.bylines.sort(key=lambda found: found.first)


def _drop_repeated_bylines(page: Page) -> None:
    """Sets aside a byline given a second time below the speech it stood above."""
    kept: list[FoundByline] = []
    ends = [*(found.first for found in page.bylines[1:]), len(page.lines)][: len(page.bylines)]
    for found, end in zip(page.bylines, ends, strict=True):
        below = sum(len(page.lines[n].bare) for n in range(found.last + 1, end) if page.is_text(n))
        if kept and below < _REPEAT and _same_speaker(kept[-1].byline, found.byline):
            page.mark(found.first, found.last, Kind.REMNANT, "repeated byline")
        else:
            kept.append(found)
    page.bylines = kept


def _same_speaker(one: Byline, other: Byline) -> bool:
    return one == other or (bool(one.name) and one.name == other.name)
