"""Decides which facts are the same, and pairs two sides' facts one to one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from kg.evaluate.claims import EntityClaim, FigureClaim, RelationClaim

INDICATOR_OVERLAP = 0.34
NAME_OVERLAP = 0.67

T = TypeVar("T")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """`name` without quotes, punctuation, spaces, and differences of width and case."""
    wide = unicodedata.normalize("NFKC", name).casefold()
    kept = "".join(sign for sign in wide if unicodedata.category(sign)[0] not in "PZC")
    return kept or name


@lru_cache(maxsize=1 << 16)
def _bigrams(folded: str) -> frozenset[str]:
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))


def dice(one: str, other: str) -> float:
    """The share of character bigrams that two folded names have in common, 0 to 1."""
    if one == other:
        return 1.0 if one else 0.0
    first, second = _bigrams(one), _bigrams(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def same_name(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two things are by their nearest names, 0 where they are not the same."""
    best = max((dice(fold(a), fold(b)) for a in one for b in other), default=0.0)
    return best if best >= NAME_OVERLAP else 0.0


def same_indicator(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two indicators are by their nearest wordings, 0 where they are not the same."""
    return max((_wording(fold(a), fold(b)) for a in one for b in other), default=0.0)


def _wording(one: str, other: str) -> float:
    overlap = dice(one, other)
    if overlap >= INDICATOR_OVERLAP:
        return overlap
    held = bool(one and other) and (one in other or other in one)
    return INDICATOR_OVERLAP if held else 0.0


def same_figure(one: FigureClaim, other: FigureClaim) -> float:
    """How alike two figures are, 0 where kind, amount or indicator differ."""
    if one.kind != other.kind or one.amount != other.amount:
        return 0.0
    return same_indicator(one.indicators, other.indicators)


def same_entity(one: EntityClaim, other: EntityClaim) -> float:
    """How alike two things are by name alone, 0 where they are not the same."""
    return same_name(one.names, other.names)


def same_grouped(one: EntityClaim, other: EntityClaim) -> float:
    """How alike two things are by name, 0 where the name or the group differs."""
    return same_entity(one, other) if one.group == other.group else 0.0


def same_relation(one: RelationClaim, other: RelationClaim) -> float:
    """How alike two relations are, 0 where the family or an end differs."""
    if one.family != other.family:
        return 0.0
    subject = same_name(one.subject, other.subject)
    return subject and min(subject, same_name(one.object, other.object))


def pair(
    left: Sequence[T], right: Sequence[T], alike: Callable[[T, T], float]
) -> tuple[tuple[int, int], ...]:
    """As many one-to-one pairs (index of `left`, index of `right`) as there can be.

    Only pairs with `alike` above 0 count; among the largest pairings, the most alike is taken.
    """
    if not left or not right:
        return ()
    # One more pair must always outweigh any gain in likeness.
    base = min(len(left), len(right)) + 1
    weights = np.zeros((len(left), len(right)))
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            likeness = alike(one, other)
            if likeness > 0:
                weights[i, j] = base + likeness
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return tuple((int(i), int(j)) for i, j in zip(rows, columns, strict=True) if weights[i, j] > 0)
