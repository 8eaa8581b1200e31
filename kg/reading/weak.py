"""Finds bylines without a rank: a unit and a name (武侯区 林青山), or a unit as a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.divisions import find
from kg.reading.bylines import Byline, names_body
from kg.reading.names import is_name
from kg.reading.page import Page

_UNIT_AND_NAME = re.compile(
    r"(?P<unit>[\u4e00-\u9fff“”]{3,24})\s+(?P<name>[\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,2})$"
)
_ORNAMENTS = "【】[]■●◆▲★▶►◎○□—―：: 　"
_RANK_LIKE = "长记任席员官师裁监人"
_ORGAN = re.compile(r"[省市区县州](?:委|直)?[\u4e00-\u9fff]{1,12}(?:局|委|办|厅|院|会|中心|集团)")


def weak_bylines(page: Page) -> Iterator[tuple[int, Byline]]:
    """The lines that are such bylines, with what they name.

    Beside a page's full bylines a unit with a name is taken where it is set off; on a page
    without any, only where at least two lines agree.
    """
    named = [(n, byline) for n in page.text_lines() if (byline := _unit_and_name(page, n))]
    if page.bylines or len(named) > 1:
        yield from named
    elif not page.bylines:
        headings = [(n, byline) for n in page.text_lines() if (byline := _heading(page, n))]
        if len(headings) > 1:
            yield from headings


def _unit_and_name(page: Page, number: int) -> Byline | None:
    if page.goes_on(number) or not page.is_display(number):
        return None
    match = _UNIT_AND_NAME.fullmatch(page.lines[number].text.strip(_ORNAMENTS))
    if match is None:
        return None
    unit, name = match["unit"], re.sub(r"\s", "", match["name"])
    if not is_name(name):
        return None
    if names_body(unit) and (find(unit) or _ORGAN.fullmatch(unit)):
        return Byline(name, (), unit)
    return Byline(name, (), "") if page.bylines and unit[-1] in _RANK_LIKE else None


def _heading(page: Page, number: int) -> Byline | None:
    if page.goes_on(number) or not page.is_display(number):
        return None
    bare = page.lines[number].bare.strip(_ORNAMENTS)
    if (names_body(bare) and find(bare)) or _ORGAN.fullmatch(bare):
        return Byline("", (), bare)
    return None
