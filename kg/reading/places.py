"""Finds divisions in text, and the place that a page speaks of: its region, its bare 市 and 省."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.divisions import Division, above, called, find, register, short_names

_COUNTED = 120_000
_LEVEL_WORD = re.compile(r"[全我](省|市|州|县|旗|盟|区)(?![域属级])")
_FOR_GOVERNMENT = re.compile(
    r"代表[\u4e00-\u9fff]{0,12}?(自治区|自治州|自治县|[省市州县旗盟区])人民政府"
)
_GREETING = 600
_KINDS = {
    "省": ("province", "省"),
    "自治区": ("province", "自治区"),
    "市": ("", "市"),
    "区": ("county", "区"),
    "县": ("county", "县"),
    "自治县": ("county", "自治县"),
    "州": ("prefecture", "州"),
    "自治州": ("prefecture", "州"),
    "盟": ("prefecture", "盟"),
    "地区": ("prefecture", "地区"),
    "旗": ("county", "旗"),
}


@cache
def _full_names() -> Mapping[str, tuple[str, ...]]:
    """The full names of all divisions by their first two characters, longest first."""
    return _by_beginning(d.name for d in register().values())


@cache
def _short_to_full(counties: bool) -> Mapping[str, str]:
    """Short names of provinces and prefectures, or of counties, and what each stands for."""
    found: dict[str, str] = {}
    for division in sorted(register().values()):
        if (division.level == "county") is counties:
            for short in short_names(division.name):
                found.setdefault(short, division.name)
    return found


@cache
def _short_names(counties: bool) -> Mapping[str, tuple[str, ...]]:
    return _by_beginning(_short_to_full(counties))


def _by_beginning(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if len(name) > 1:
            found[name[:2]].add(name)
    return {start: tuple(sorted(rows, key=len, reverse=True)) for start, rows in found.items()}


def named_divisions(text: str) -> Iterator[str]:
    """The full names of divisions that stand in `text`, in order, longest first at each place."""
    yield from _scan(text, _full_names())


def _scan(text: str, names: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    place = 0
    while place < len(text) - 1:
        for name in names.get(text[place : place + 2], ()):
            if text.startswith(name, place):
                yield name
                place += len(name)
                break
        else:
            place += 1


def place_named(level: str, texts: Sequence[str], body: str) -> str:
    """The full name of the 省, 市, 区 … that a page means by the bare word `level`.

    The first of `texts` (titles, date line, bylines) that names one of that level decides, else
    the one that `body` names most; "" where nothing does.
    """
    for text in texts:
        fitting = [name for name in named_divisions(text) if is_of_level(name, level)]
        if fitting:
            return fitting[0]
    return _most_named(level, body[:_COUNTED])


def _most_named(level: str, body: str) -> str:
    counts: Counter[str] = Counter()
    for name in named_divisions(body):
        if is_of_level(name, level):
            counts[name] += 3
    counties = level in ("区", "县", "旗")
    for short in _scan(body, _short_names(counties)):
        full = _short_to_full(counties)[short]
        if is_of_level(full, level):
            counts[full] += 1
    # In one place first comes what is named most, then what the register lists first.
    return max(sorted(counts), key=lambda name: counts[name], default="")


def is_of_level(name: str, level: str) -> bool:
    """Whether the division `name` is a 省 (市, 区 …) as `level` says."""
    kind, suffix = _KINDS.get(level, ("", level))
    if level == "区" and name.endswith("自治区"):
        return True
    division = find(name)
    if kind and division and division.level != kind:
        return False
    return name.endswith(suffix)


def own_level(body: str) -> str:
    """The level a text speaks from: by 代表市人民政府, else by most of 全市, 我省, 我区; or ""."""
    if speaks := _FOR_GOVERNMENT.search(body[:_GREETING]):
        return speaks.group(1)
    counts = Counter(_LEVEL_WORD.findall(body[:_COUNTED]))
    return max(sorted(counts), key=lambda level: counts[level], default="")


def common_region(units: Sequence[str]) -> str:
    """The lowest division that most of `units` lie in, by the register; "" where none do."""
    counts: Counter[Division] = Counter()
    for unit in units:
        counts.update({outer for row in _candidates(unit) for outer in above(row)})
    best = max(
        sorted(counts), key=lambda row: (counts[row], row.level == "prefecture"), default=None
    )
    return best.name if best else ""


def _candidates(unit: str) -> tuple[Division, ...]:
    rows = called(unit)
    return tuple(row for row in rows if row.name == unit) or rows


def city_or_province_above(unit: str) -> str:
    """The nearest prefecture or province that the division `unit` lies in, or ""."""
    division = find(unit)
    rows = above(division) if division else iter(())
    return next((row.name for row in rows), "")
