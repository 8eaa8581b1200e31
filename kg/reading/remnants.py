"""Recognises what a page carries besides its text: navigation, imprint, captions, mastheads."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import longest_first, table
from kg.reading.lines import without_layout
from kg.reading.notices import parse_date_line

_BORDERS = re.compile(r"[\s【】\[\]（）()|｜]+")
_LONGEST = 160
_MOST_WORDS = 12


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in table("page_remnants", 2))


@cache
def _any_pattern() -> re.Pattern[str]:
    """All patterns in one, to pass by quickly the many lines that match none."""
    return re.compile("|".join(f"(?:{row[0]})" for row in table("page_remnants", 2)))


@cache
def _headings() -> re.Pattern[str]:
    return re.compile(
        "[【\\[]?(?:" + "|".join(map(re.escape, longest_first("link_headings"))) + ")[】\\]]?[：:]?"
    )


def remnant_reason(bare: str) -> str:
    """Why the line `bare` (layout dropped) belongs to no speech; "" where it may belong to one."""
    if len(bare) > _LONGEST or not _any_pattern().fullmatch(bare):
        return ""
    for pattern, reason in _patterns():
        if pattern.fullmatch(bare):
            return reason
    return ""


def line_reason(text: str) -> str:
    """As `remnant_reason` for a line with its layout: of the whole, or of all its words alike."""
    if len(text) > 2 * _LONGEST:
        return ""
    reason = remnant_reason(without_layout(text))
    words = [without_layout(word) for word in _BORDERS.split(text)]
    words = [word for word in words if word]
    if not reason and 1 < len(words) <= _MOST_WORDS:
        reasons = [remnant_reason(word) or _date_reason(word) for word in words]
        reason = reasons[0] if all(reasons) else ""
    return reason


def _date_reason(word: str) -> str:
    """A date among the words of a masthead is part of it."""
    return "masthead" if parse_date_line(word) else ""


def is_link_heading(bare: str) -> bool:
    """Whether the line `bare` heads a list of other pages (相关报道：)."""
    return bool(_headings().fullmatch(bare))
