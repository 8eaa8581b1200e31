"""Gathers the quantities of a sentence into runs: those parted by nothing but 、 or 和."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.measures import Quantity, is_range, with_unit_of
from kg.extract.quantities import Item
from kg.records import Comparator

_SEPARATOR = re.compile(r"(?:、|，?和|，?与|及|以及|或|[：:∶])")


@dataclass(frozen=True, slots=True)
class Run:
    """Quantities that stand together, one slot for each thing named before or behind them.

    A slot holds two quantities where a range is written (5%—5.5%). `field` is what a rank is a
    rank in, or "".
    """

    slots: tuple[tuple[Quantity, ...], ...]
    start: int
    end: int
    field: str = ""

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
        if found and _joins(text, found[-1], item, quantity):
            found[-1] = _joined(text, found[-1], quantity)
        else:
            found.append(Run(((quantity,),), item.start, quantity.tail, item.field))
    return tuple(found)


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
    return replace(run, slots=(*slots, (quantity,)), end=quantity.tail)


def _lacks_unit(quantity: Quantity, following: Quantity) -> bool:
    """True for 18.6 of 18.6、20.3亿元, and for 3.4个 of 3.4个、1个百分点."""
    short = quantity.unit_text == "个" and following.family == "points"
    return quantity.family == "bare" or short
