"""Keeps the verb that tells a flow from a stock in the name of a figure: 新增企业, 带动消费."""

from __future__ import annotations

import re

from kg.extract.cutting import Word
from kg.extract.figure_tokens import kept_with, tokens, verb_class
from kg.extract.measures import Quantity

_DETERMINER = re.compile(r"(?:各类|各种|各级|一批|了)$")
_CAUSED = ("money", "people")
_JOINING = ("、", "和", "与", "或", "并")


def kept_verb(before: str, quantity: Quantity) -> str:
    """The verb that ends `before`, the words before a name, where the name needs it; else ""."""
    if quantity.family == "capacity":
        return ""
    before = _DETERMINER.sub("", before.rstrip("，、 "))
    cut = tokens(before)
    kept = kept_with(cut[-1].text) if cut else ""
    if len(cut) > 1 and cut[-2].text == "新" and verb_class(cut[-1].text):
        kept = "all"
    if kept != "all":
        return cut[-1].text if kept == "sum" and quantity.family in _CAUSED else ""
    first = len(cut) - 1
    while first and _goes_before(cut, first):
        first -= 1
    return before[cut[first].start :].lstrip("、和与或并")


def own_verb(name: str) -> tuple[str, str]:
    """The verb that opens `name` and stays in it, and the rest (盘活土地); "" without one."""
    cut = tokens(name)
    if len(cut) > 1 and kept_with(cut[0].text) == "all" and len(name) - cut[0].end > 1:
        return cut[0].text, name[cut[0].end :]
    return "", name


def _goes_before(cut: tuple[Word, ...], index: int) -> bool:
    """True where the word before `index` is a verb of the same list (新建、改造; 新改扩建)."""
    word = cut[index - 1].text
    if word in _JOINING:
        return index > 1 and kept_with(cut[index - 2].text) == "all"
    return kept_with(word) == "all" or word == "新"
