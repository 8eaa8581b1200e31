"""What the words of a figure itself add to the name of what it measures: 增加量, 台阶, 事故."""

from __future__ import annotations

import re

from kg.extract.figure_context import Context
from kg.extract.figure_words import Words
from kg.extract.quantity_runs import Run

_CLAUSE = re.compile(r"[^，。；、\n]*")
_NUMBERS = re.compile(r"[0-9.,]+(?:%|个百分点)?(?:以上|以下|左右)?|两位数")
_MERE_VERBS = ("发生", "新增", "复发")


def addition(context: Context, run: Run, words: Words) -> str:
    """What stands behind the names of `run`: 增加量, 台阶 of 跨两个台阶, 事故 of 零事故, or ""."""
    first = run.first
    if first.family == "zero":
        none = first.numeral.special.removeprefix("零")
        return "" if none in _MERE_VERBS else none
    if first.family == "time" and context.text.endswith("连续", 0, first.start):
        clause = _CLAUSE.match(context.text, first.tail)
        return "连续" + _NUMBERS.sub("", clause.group() if clause else "")
    return steps(context, run) or change_suffix(run, words)


def change_suffix(run: Run, words: Words) -> str:
    """增加量 or 减少量 where the figure is an absolute change, else ""."""
    if run.first.relative or not words.change:
        return ""
    if words.to or words.source or words.act:
        return ""
    return "增加量" if words.change > 0 else "减少量"


def steps(context: Context, run: Run) -> str:
    """The steps that a figure counts (万亿元台阶), or ""."""
    counted = context.text[run.first.end : run.first.tail]
    return counted if counted.endswith(("台阶", "大关")) else ""
