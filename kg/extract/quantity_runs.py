"""Gathers the quantities of a sentence into runs: those parted by nothing but 、 or 和."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.figure_words import change_of
from kg.extract.measures import Quantity, is_range, with_unit_of
from kg.extract.quantities import Item
from kg.records import Comparator

_CHANGE = re.compile(r"(?:、|，|，?和|，?与|及)(?:同比)?(?P<verb>[一-鿿]{2})")
_APART = re.compile(r"分别[一-鿿]{0,6}$")
_SEPARATOR = re.compile(r"(?:、|，?和|，?与|及|以及|或|[：:∶])")


@dataclass(frozen=True, slots=True)
class Run:
    """Quantities that stand together, one slot for each thing named before or behind them.

    A slot holds two quantities where a range is written (5%—5.5%). `field` is what a rank is a
    rank in, or "". `signs` are those of a run whose changes are told one by one
    (分别增长5%、下降12%), 0 for the first, which the words before the run tell.
    """

    slots: tuple[tuple[Quantity, ...], ...]
    start: int
    end: int
    field: str = ""
    signs: tuple[int, ...] = ()

    @property
    def first(self) -> Quantity:
        """The first quantity."""
        return self.slots[0][0]


def runs(text: str, items: Sequence[Item]) -> tuple[Run, ...]:
    """The quantities of `items`, gathered, in order."""
    found: list[Run] = []
    for item in items:
        quantity = item.quantity
        if quantity is None:
            continue
        sign = _sign_between(text, found[-1], item, quantity) if found else 0
        if sign:
            found[-1] = _with_sign(found[-1], quantity, sign)
        elif found and _joins(text, found[-1], item, quantity):
            found[-1] = _joined(text, found[-1], quantity)
        else:
            found.append(Run(((quantity,),), item.start, quantity.tail, item.field))
    return tuple(found)


def _sign_between(text: str, run: Run, item: Item, quantity: Quantity) -> int:
    """The sign of the change between `run` and `quantity` where 分别 opens both, else 0."""
    same = run.first.family == quantity.family and run.first.percent_like
    between = _CHANGE.fullmatch(text, run.end, item.start) if same else None
    apart = len(run.slots) > 1 or _APART.search(text, max(0, run.start - 12), run.start)
    if between is None or not apart:
        return 0
    return change_of(between["verb"])


def _with_sign(run: Run, quantity: Quantity, sign: int) -> Run:
    signs = (run.signs or (0,) * len(run.slots)) + (sign,)
    return replace(run, slots=(*run.slots, (quantity,)), end=quantity.tail, signs=signs)


def _joins(text: str, run: Run, item: Item, quantity: Quantity) -> bool:
    previous = run.slots[-1][-1]
    if len(run.slots[-1]) == 1 and is_range(text, previous, quantity):
        return True
    if previous.family == quantity.family == "place" and previous.tail == item.start:
        return True
    ranked = quantity.family == "rank"
    if (previous.family == "rank") != ranked or (not ranked and item.start != quantity.start):
        return False
    if ranked and item.field not in ("", run.field):
        return False
    return _SEPARATOR.fullmatch(text, previous.tail, item.start) is not None


def _joined(text: str, run: Run, quantity: Quantity) -> Run:
    previous, slots = run.slots[-1][-1], run.slots
    if len(slots[-1]) == 1 and is_range(text, previous, quantity):
        low = previous if previous.family != "bare" else with_unit_of(previous, quantity)
        bounds = (
            replace(low, after=Comparator.AT_LEAST),
            replace(quantity, after=Comparator.AT_MOST),
        )
        return replace(run, slots=(*slots[:-1], bounds), end=quantity.tail)
    if quantity.family != "bare" and all(_lacks_unit(slot[0], quantity) for slot in slots):
        slots = tuple(tuple(with_unit_of(part, quantity) for part in slot) for slot in slots)
    signs = (*run.signs, run.signs[-1]) if run.signs else ()
    return replace(run, slots=(*slots, (quantity,)), end=quantity.tail, signs=signs)


def _lacks_unit(quantity: Quantity, following: Quantity) -> bool:
    """True for 18.6 of 18.6、20.3亿元, and for 3.4个 of 3.4个、1个百分点."""
    short = quantity.unit_text == "个" and following.family == "points"
    return quantity.family == "bare" or short
