"""Reads the unit and the bound that follow a numeral: from 2000余场次 to a quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.extract.numerals import FoundNumeral, magnitude_factor, narrow
from kg.lexicon import table
from kg.records import Comparator

_MORE = "余多来"
_ASIDE = re.compile(r"[（(][间户人个处套家]{1,2}[）)]")
_BOUNDARY = re.compile(r"$|[^一-鿿]|[的等和及与全均都开实共]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word that follows numbers; `factor` brings a value to the `base` unit."""

    word: str
    family: str
    base: str
    factor: Decimal
    counts_chinese: bool
    not_before: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    `[start, end)` is the numeral with its unit, `tail` the end of what belongs to it (以上, 左右).
    `family` is that of the unit, or "bare" without one. `after` is what the words behind the
    number say of its bound; `low` and `high` mark the ends of a range (6-8亿元).
    """

    numeral: FoundNumeral
    start: int
    end: int
    tail: int
    value: Decimal
    unit_text: str
    amount: Decimal
    base_unit: str
    family: str
    after: Comparator | None = None

    @property
    def percent_like(self) -> bool:
        """True for %, 成, 倍 and the words that mean a per cent."""
        return self.family in ("percent", "times")

    @property
    def relative(self) -> bool:
        """True for a quantity that is no amount of anything: a rate, a change, a rank."""
        return self.family in ("percent", "times", "points", "growth", "rank", "share")


@cache
def units() -> dict[str, Unit]:
    """The units of the lexicon by word."""
    return {
        word: Unit(word, family, base, Decimal(factor), chinese == "y", not_before)
        for word, family, base, factor, chinese, not_before in table("measure_words", 6)
    }


@cache
def _longest_unit() -> int:
    return max(map(len, units()))


@cache
def _comparators(place: str) -> dict[str, Comparator]:
    rows = sorted(table("comparators", 3), key=lambda row: -len(row[0]))
    return {word: Comparator(name) for word, where, name in rows if where == place}


def bound_before(word: str) -> Comparator | None:
    """The comparator that `word` before a number states (超 -> AtLeast), None for another word."""
    return _comparators("before").get(word)


def unit_at(text: str, position: int) -> Unit | None:
    """The longest unit that stands at `position` of `text`."""
    for length in range(min(_longest_unit(), len(text) - position), 0, -1):
        unit = units().get(text[position : position + length])
        if unit and _fits(unit, text[position + length : position + length + 1]):
            return unit
    return None


def _fits(unit: Unit, following: str) -> bool:
    if following and following in unit.not_before:
        return False
    if unit.word.isascii() and unit.word.isalpha() and following.isascii() and following.isalnum():
        return False
    return unit.family != "place" or _BOUNDARY.match(following) is not None


def read_quantity(text: str, numeral: FoundNumeral) -> Quantity | None:
    """The quantity that `numeral` opens in `text`; None where its characters write no number."""
    if numeral.value is None:
        return None
    if numeral.special:
        return _special(text, numeral, numeral.value)
    position, more = _over_space(text, numeral.end), numeral.more
    magnitude = numeral.magnitude
    if text[position : position + 1] in tuple(_MORE) and text[position + 1 : position + 2] != "式":
        position, more = position + 1, True
        while text[position : position + 1] in ("万", "亿"):
            magnitude += text[position]
            position += 1
    unit = unit_at(text, position)
    end = position + len(unit.word) if unit else position
    end, per = _per(text, end) if unit else (end, "")
    if aside := _ASIDE.match(text, end):
        end = aside.end()
    quantity = _quantity(numeral, end, numeral.value, magnitude, unit, per)
    return _with_bound(text, quantity, more)


def _over_space(text: str, position: int) -> int:
    """`position`, or that behind one stray space where a unit follows it."""
    spaced = text[position : position + 1] in (" ", "\u00a0", "　") and unit_at(text, position + 1)
    return position + 1 if spaced else position


def _quantity(
    numeral: FoundNumeral, end: int, value: Decimal, magnitude: str, unit: Unit | None, per: str
) -> Quantity:
    factor = magnitude_factor(magnitude) * (unit.factor if unit else 1)
    return Quantity(
        numeral=numeral,
        start=numeral.start,
        end=end,
        tail=end,
        value=value,
        unit_text=magnitude + (unit.word if unit else "") + per,
        amount=value * factor,
        base_unit=(unit.base if unit else "") + per,
        family=unit.family if unit else "bare",
    )


def _per(text: str, position: int) -> tuple[int, str]:
    """A second unit after a stroke (微克/立方米, 元/月): where it ends, and its text."""
    if text[position : position + 1] in ("/", "／"):
        start = position + 1
        while text[start : start + 1] in tuple("百千万亿"):
            start += 1
        unit = unit_at(text, start)
        if unit:
            return start + len(unit.word), "/" + text[position + 1 : start + len(unit.word)]
    return position, ""


def _special(text: str, numeral: FoundNumeral, value: Decimal) -> Quantity:
    rows = {word: (unit, kind, bound) for word, _, unit, kind, bound in table("number_words", 5)}
    unit, kind, bound = rows.get(numeral.special, ("%", "percent", ""))
    quantity = Quantity(
        numeral=numeral,
        start=numeral.start,
        end=numeral.end,
        tail=numeral.end,
        value=value,
        unit_text=unit,
        amount=value,
        base_unit=unit,
        family=kind,
        after=Comparator(bound) if bound else None,
    )
    return _with_bound(text, quantity, more=False)


def _with_bound(text: str, quantity: Quantity, more: bool) -> Quantity:
    tail = quantity.end
    after = Comparator.AT_LEAST if more else quantity.after
    for word, comparator in _comparators("after").items():
        if text.startswith(word, tail) and not (word == "内" and quantity.family != "time"):
            if word in _MORE and quantity.family == "bare":
                continue
            return replace(quantity, tail=tail + len(word), after=comparator)
    return quantity if after is quantity.after else replace(quantity, after=after)


def is_range(text: str, first: Quantity, second: Quantity) -> bool:
    """True where the two are the ends of one range (6-8亿元, 5%—5.5%, 6%至7%, 5至8家)."""
    between = narrow(text[first.end : second.numeral.start])
    if between in ("-", "—", "–", "~", "～", "——", "－"):
        return True
    if between not in ("至", "到"):
        return False
    if first.family == second.family == "percent":
        return text[first.start - 1 : first.start] not in ("从", "由")
    return first.family == "bare" and not first.numeral.magnitude


def with_unit_of(first: Quantity, second: Quantity) -> Quantity:
    """`first` with the unit of `second`, for 6-8亿元, 18.6、20.3亿元 and 3.4个、1个百分点."""
    written, stroke, per = second.unit_text.partition("/")
    starts = [start for start in range(len(written)) if written[start:] in units()]
    unit = units()[written[starts[0] :]] if starts else None
    magnitude = first.numeral.magnitude or (written[: starts[0]] if starts else "")
    factor = magnitude_factor(magnitude) * (unit.factor if unit else 1)
    return replace(
        first,
        unit_text=magnitude + (unit.word if unit else "") + stroke + per,
        amount=first.value * factor,
        base_unit=second.base_unit,
        family=second.family,
    )
