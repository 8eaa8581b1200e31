"""Dates as Chinese texts write them: 2026年2月2日, 二〇二六年二月二日, and the year of 4月24日."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
}
_HAN_YEAR = "[二][〇零○Ｏ一二三四五六七八九]{3}"
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
DATE = re.compile(
    rf"(?:(?P<year>20\d\d|{_HAN_YEAR})年)?"
    rf"(?P<month>\d{{1,2}}|{_HAN_NUMBER})月(?P<day>\d{{1,2}}|{_HAN_NUMBER})日"
)
_DASHED = re.compile(r"(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d{3})")
# A year the text speaks from: 2025年, or one that names an event (2025重庆国际旅行商大会);
# not one it looks ahead to (到2027年) and not a range (2025—2027年).
_YEAR = re.compile(
    r"(?<![\d—\-～~至到])(20[0-4]\d)(?:年(?![—\-～~至到])|(?=[\u4e00-\u9fff]{2,14}"
    r"(?:大会|年会|博览会|展览会|交易会|论坛|峰会|挑战赛|大赛|锦标赛|马拉松|文化节|艺术节)))"
)
_LOOKING_BACK = 10
_TITLE_YEAR = re.compile(
    rf"(?<![\d至到])(?<!\d[—\-～~])(?<!年[—\-～~])(20[0-4]\d|{_HAN_YEAR})年(?![—\-～~至到])"
)
_PAST = re.compile(r"第?四季度|下半年|年终|(?:述职|考核|总结|表彰|述评|评议|述学)")
_FIRST_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Day:
    """A day whose year may be missing (None), as a notice gives it."""

    year: int | None
    month: int
    day: int

    def in_year(self, year: int | None) -> date | None:
        """The date in its own year, else in `year`; None where that is none of the calendar."""
        chosen = self.year if self.year is not None else year
        if chosen is None:
            return None
        try:
            return date(chosen, self.month, self.day)
        except ValueError:
            return None


def find_day(text: str) -> Day | None:
    """The first day that `text` names with month and day, or None."""
    match = DATE.search(text)
    if match is None:
        return None
    year = match["year"]
    return Day(_year(year) if year else None, _number(match["month"]), _number(match["day"]))


def find_date(text: str) -> date | None:
    """The first full date of `text` (2026年2月2日, 2026-02-02), or None."""
    for match in DATE.finditer(text):
        if match["year"]:
            return Day(
                _year(match["year"]), _number(match["month"]), _number(match["day"])
            ).in_year(None)
    if dashed := _DASHED.search(text):
        year, month, day = map(int, dashed.groups())
        return Day(year, month, day).in_year(None)
    return None


def likely_year(text: str, month: int) -> int | None:
    """The year that `text`, given in `month` (1 to 12), speaks from: the one it names most.

    A text of the first ten months looks back on the year before, so the year after the most
    named one is taken where it is named at all; one of the last two looks ahead. None where the
    text names no year.
    """
    named = Counter(int(year) for year in _YEAR.findall(text))
    if not named:
        return None
    most = max(named, key=lambda year: (named[year], year))
    return most + 1 if month <= _LOOKING_BACK and most + 1 in named else most


def titled_year(title: str, month: int) -> int | None:
    """The year that a meeting held in `month` (1 to 12) under `title` was held in, or None.

    The title names it (2024年三季度…点评会), or the year that the meeting looks back on: one of
    the first months on a fourth quarter or a whole year (2024年度述职会).
    """
    match = _TITLE_YEAR.search(title)
    if match is None:
        return None
    year = _year(match[1])
    return year + 1 if month <= _FIRST_MONTHS and _PAST.search(title, match.end()) else year


def _year(text: str) -> int:
    return int("".join(_DIGITS.get(character, character) for character in text))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(_DIGITS[text[0]])
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
