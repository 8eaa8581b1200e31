"""Finds the times a text names and writes them as ISO 8601: 一季度 -> 2025-Q1."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.extract.numerals import chinese_number

_NUMBER = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_YEAR = r"(?:(?P<year>(?:19|20)[0-9]{2})年|(?P<relative>今年|去年|上年|当年))"
_PATTERNS = (
    r"(?P<first>(?:19|20)[0-9]{2})年?(?:至|到|—|－|–|-)(?P<last>(?:19|20)[0-9]{2})年?",
    rf"{_YEAR}?(?:的)?前(?P<months>{_NUMBER})个月",
    rf"{_YEAR}?前(?P<quarters>[二三])季度",
    rf"{_YEAR}?第?(?P<quarter>[一二三四1-4])季度",
    rf"{_YEAR}?(?P<half>[上下])半年",
    rf"{_YEAR}?(?P<from_month>[0-9]{{1,2}})月?[—－–至-](?P<to_month>[0-9]{{1,2}})月份?(?![0-9]|末|底)",
    rf"{_YEAR}?(?P<end_month>[0-9]{{1,2}})月(?:末|底)",
    rf"{_YEAR}?(?P<day_month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}})日",
    rf"{_YEAR}?(?P<month>[0-9]{{1,2}})月份?(?![0-9末底])",
    rf"{_YEAR}?(?P<whole_year>全年)",
    rf"{_YEAR}(?P<since>以来)",
    rf"{_YEAR}(?P<year_end>年?[末底])",
    rf"{_YEAR}",
    r"(?P<past_year>过去一年|一年来|刚刚过去的一年|这一年)",
    r"(?P<past_five>过去五年|这五年|五年来|近五年|过去的五年)",
    r"(?P<next_five>未来五年|今后五年)",
    r"“?(?P<plan>十[一二三四五六七八九]?|[一二三四五六七八九])五”?(?:规划)?(?:时期|期间|以来|期末|末)",
)
# No time opens with other signs; so the seventeen patterns are tried in few places.
_OPENING = (
    "(?=[0-9]{1,4}[年月季至到—－–-]|[一二三四五六七八九十]{1,2}[季年五]"
    "|[今去上下当的前第全过刚这近未“])"
)
_TIME = re.compile(
    f"{_OPENING}(?:"
    + "|".join(f"(?:{re.sub(r'P<', f'P<p{i}_', p)})" for i, p in enumerate(_PATTERNS))
    + ")"
)
_AIM = re.compile(r"(力争|确保|预计|争取|计划|目标)[^。\n]*")
_AIM_BEHIND = re.compile(r"(力争|确保|预计|争取|计划|目标|将|拟)")
_COMPARED = re.compile(r"(?:比|较|于|超|自|是)$")
_LEAD = re.compile(
    r"(?:^|[，；。：:！!？、（(\n\s—“])(?:截至|到|在|自|从|预计|力争|确保|推动|争取|初步统计，|回望|回首|刚刚过去的|面向|展望){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A time named at characters `[start, end)`.

    `iso` is an ISO 8601 date, month, year or interval (a quarter as 2025-Q1), or "" where the
    date of the speech is needed and not known. `leads` is True where the time opens a clause and
    so governs what follows.
    """

    start: int
    end: int
    iso: str
    leads: bool

    @property
    def first_year(self) -> int:
        """The year it begins in, 0 where that is not known."""
        return int(self.iso[:4]) if self.iso else 0


def find_periods(text: str, spoken_on: date | None) -> tuple[Period, ...]:
    """The times that `text` names, in order; not those that a figure is compared with (比上年)."""
    found = []
    for match in _TIME.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        if _COMPARED.search(before):
            continue
        fields = {
            name.split("_", 1)[1]: value for name, value in match.groupdict().items() if value
        }
        aim = _aim(text, match.start(), match.end())
        if fields.keys() & {"whole_year", "year"} == {"whole_year"} and not _whole(aim, spoken_on):
            # Said of the year before in January and of this one in July: the frame knows better.
            continue
        iso = _iso(fields, spoken_on, aim != "")
        found.append(Period(match.start(), match.end(), iso, _LEAD.search(before) is not None))
    return tuple(found)


def _aim(text: str, start: int, end: int) -> str:
    """The word that puts the time from `start` to `end` ahead (力争, 预计), or ""."""
    aim = _AIM.search(text, max(0, start - 30), start) or _AIM_BEHIND.match(text, end)
    return aim[1] if aim else ""


def _whole(aim: str, spoken_on: date | None) -> bool:
    """True where `aim` makes a whole year that of the speech; 预计 in its first months does not."""
    return aim != "" and not (aim == "预计" and spoken_on is not None and spoken_on.month <= 3)


def _iso(fields: dict[str, str], spoken_on: date | None, aimed: bool) -> str:
    if "first" in fields:
        return f"{fields['first']}/{fields['last']}"
    if "plan" in fields:
        return five_year_plan(fields["plan"])
    year = _year(fields, spoken_on, aimed)
    if year is None:
        return ""
    for name, write in _WRITERS.items():
        if name in fields:
            return write(year, fields)
    if "since" in fields and spoken_on:
        return f"{year}-01-01/{spoken_on.isoformat()}"
    return str(year)


def five_year_plan(ordinal: str) -> str:
    """The years of the 十四 (14th) five-year plan: 2021/2025; the first began in 1953."""
    number = chinese_number(ordinal) or 0
    first = 1951 + 5 * number
    return f"{first}/{first + 4}"


def _year(fields: dict[str, str], spoken_on: date | None, aimed: bool) -> int | None:
    """The year that a time belongs to: its own, or the last one in which it was over.

    `aimed` times lie ahead (力争二季度…), in the year of the speech.
    """
    if "year" in fields:
        return int(fields["year"])
    if spoken_on is None:
        return None
    relative = fields.get("relative", "")
    if relative in ("去年", "上年") or "past_year" in fields:
        return spoken_on.year - 1
    if relative or fields.keys() & {"past_five", "next_five"}:
        return spoken_on.year
    return spoken_on.year if aimed or _last_month(fields) <= spoken_on.month else spoken_on.year - 1


def _last_month(fields: dict[str, str]) -> int:
    if "quarter" in fields:
        return 3 * _small(fields["quarter"])
    if "quarters" in fields:
        return 3 * _small(fields["quarters"])
    if "half" in fields:
        return 6 if fields["half"] == "上" else 12
    for name in ("months", "to_month", "end_month", "month", "day_month"):
        if name in fields:
            return _small(fields[name])
    return 1


def _small(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text) or 0


def _until(year: int, month: int) -> str:
    month = min(max(month, 1), 12)
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _month(year: int, text: str) -> str:
    return f"{year}-{min(max(_small(text), 1), 12):02d}"


_WRITERS: dict[str, Callable[[int, dict[str, str]], str]] = {
    "months": lambda year, f: f"{year}-01-01/{_until(year, _small(f['months']))}",
    "quarters": lambda year, f: f"{year}-01-01/{_until(year, 3 * _small(f['quarters']))}",
    "quarter": lambda year, f: f"{year}-Q{_small(f['quarter'])}",
    "half": lambda year, f: (
        f"{year}-01-01/{year}-06-30" if f["half"] == "上" else f"{year}-07-01/{year}-12-31"
    ),
    "to_month": lambda year, f: (
        f"{_month(year, f['from_month'])}-01/{_until(year, _small(f['to_month']))}"
    ),
    "end_month": lambda year, f: _until(year, _small(f["end_month"])),
    "day": lambda year, f: f"{_month(year, f['day_month'])}-{min(max(int(f['day']), 1), 31):02d}",
    "month": lambda year, f: _month(year, f["month"]),
    "year_end": lambda year, f: f"{year}-12-31",
    "past_year": lambda year, f: str(year),
    "past_five": lambda year, f: f"{year - 5}/{year - 1}",
    "next_five": lambda year, f: f"{year}/{year + 4}",
}
