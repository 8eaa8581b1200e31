"""Finds the project, enterprise or initiative that a figure measures, where it is not the unit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.measures import Quantity
from kg.records import EntityClass, Mention

_MEASURED = (
    EntityClass.ENTERPRISE,
    EntityClass.PROJECT,
    EntityClass.INITIATIVE,
    EntityClass.PLACE,
    EntityClass.BODY,
)
_OF_THING = re.compile(r"的(?:“|《)?")
_LISTED = re.compile(r"”?[一-鿿]{0,2}(?:、|等|和)")
_CAPACITY = re.compile(r"(?:年产|日产|年处理|日处理|年加工)$")
_SIZES = ("money", "physical", "people", "time")
_COST = re.compile(
    r"(?:计划|预计|概算|规划)?(?:总投资|投资额|投资|占地|占地面积|总建筑面积|年产值|年产能|设计年产)$"
)


def measured_thing(
    text: str,
    mentions: Sequence[Mention],
    clause: tuple[int, int],
    topic: tuple[int, int],
    quantity: Quantity,
) -> Mention | None:
    """The mention that `quantity` is about, or None for a figure of the unit itself.

    `mentions` are in order. `clause` is the clause before the figure's own, and `topic` the span
    of the words that name what is measured.
    """
    if quantity.family == "capacity" or _CAPACITY.search(text, topic[0], topic[1]):
        return _with_capacity(mentions, quantity)
    behind = _OF_THING.match(text, quantity.tail)
    if behind and quantity.family in _SIZES:
        return _starting(mentions, behind.end(), behind.end() + 1)
    subject = _starting(mentions, topic[0], topic[0] + 2)
    if subject and subject.end < topic[1]:
        return None if _LISTED.match(text, subject.end) else subject
    if _COST.fullmatch(text[topic[0] : topic[1]]):
        inside = [one for one in mentions if clause[0] <= one.start and one.end <= clause[1]]
        projects = [one for one in inside if one.cls is EntityClass.PROJECT]
        return projects[0] if len(projects) == 1 else None
    return None


def _with_capacity(mentions: Sequence[Mention], quantity: Quantity) -> Mention | None:
    """The project or place whose name holds the capacity, or follows it (50万吨页岩油基地)."""
    return next(
        (
            one
            for one in mentions
            if one.cls.group in (EntityClass.PROJECT, EntityClass.PLACE)
            and one.start <= quantity.tail < one.end
        ),
        None,
    )


def _starting(mentions: Sequence[Mention], low: int, high: int) -> Mention | None:
    """The longest measurable mention that starts in `[low, high)`."""
    first = bisect_left(mentions, low, key=lambda one: one.start)
    found = None
    for mention in mentions[first:]:
        if mention.start >= high:
            break
        if mention.cls.group in _MEASURED and (found is None or mention.end > found.end):
            found = mention
    return found
