"""Decides what a quantity says of its topic: a level, a growth, a share, a rank, points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.figure_tokens import tokens
from kg.extract.figure_words import Words, change_of
from kg.extract.indicators import head_of
from kg.extract.measures import Quantity
from kg.lexicon import words as words_of
from kg.records import Kind

_GROWTH_BEHIND = re.compile(
    r"(?:以上|以下|左右|多)?的?(?:年均|高位|高速|较快|快速|稳定|正|两位数|年|平均|速度|的){0,2}(?:增长|增速|增幅|涨幅|提升(?!工程|行动))"
)
_FALL_BEHIND = re.compile(r"(?:以上|左右)?的?(?:年均|速度)?(?:降幅|下降|降低|减少|压减)")
_AMONG = re.compile(r"在(?P<whole>[^，。；、在]{2,10}?)中?的?(?P<share>占比|比重|份额)$")
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{0,16}的$")


@dataclass(frozen=True, slots=True)
class Reading:
    """The kind of a figure, the sign its value takes, and the topic left after its own words."""

    kind: Kind
    sign: int
    topic: str
    whole: str = ""
    leading: bool = False


def read_kind(quantity: Quantity, words: Words, topic: str, behind: str) -> Reading:
    """What `quantity` says, between its `topic` with the `words` after it and the text `behind`."""
    if quantity.family == "rank":
        return Reading(Kind.RANK, 1, topic)
    if quantity.family == "points":
        return Reading(Kind.POINT_CHANGE, words.change or 1, topic, whole=words.reference or "")
    if quantity.family == "growth":
        return Reading(Kind.GROWTH, 1, topic)
    if quantity.family == "times":
        return _times(words, topic)
    if quantity.family in ("percent", "share"):
        return _percent(words, topic, behind)
    return Reading(Kind.LEVEL, 1, topic)


def _times(words: Words, topic: str) -> Reading:
    if _TIMES_OF.search(topic) or words.to or not words.change or words.source:
        return Reading(Kind.LEVEL, 1, topic)
    return Reading(Kind.GROWTH, words.change, topic)


def _percent(words: Words, topic: str, behind: str) -> Reading:
    if words.whole is not None:
        return Reading(Kind.SHARE, 1, topic, whole=words.whole)
    among = _AMONG.search(topic)
    if among:
        return Reading(Kind.SHARE, 1, topic[: among.start()] + among["share"], among["whole"])
    head = head_of(topic)
    if words.to or words.source:
        return Reading(Kind.SHARE if head and head.kind == "share" else Kind.LEVEL, 1, topic)
    if words.change:
        return Reading(Kind.GROWTH, words.change, _without_growth(topic))
    if _GROWTH_BEHIND.match(behind):
        return Reading(Kind.GROWTH, 1, topic)
    if _FALL_BEHIND.match(behind):
        return Reading(Kind.GROWTH, -1, topic)
    if head and head.kind in ("growth", "fall"):
        return Reading(Kind.GROWTH, -1 if head.kind == "fall" else 1, topic[: -len(head.text)])
    if head and head.kind == "share":
        return Reading(Kind.SHARE, 1, topic)
    if head is None or head.kind == "amount":
        changed = _leading_change(topic)
        if changed and not words.reached and not words.has:
            return Reading(Kind.GROWTH, changed[0], changed[1], leading=True)
    return Reading(Kind.LEVEL, 1, topic)


def _without_growth(topic: str) -> str:
    """`topic` without 增速 where another word states the growth (增速目标设定为年均增长5%)."""
    head = head_of(topic)
    return topic[: -len(head.text)] if head and head.kind == "growth" and head.bare else topic


def _leading_change(topic: str) -> tuple[int, str] | None:
    """The sign and object of a change that governs the topic (压减报件量 20%)."""
    cut, lead = tokens(topic), words_of("lead_words")
    for index, token in enumerate(cut[:-1][:2]):
        sign = change_of(token.text)
        if index and cut[0].tag not in ("d", "ad", "v", "vd") and cut[0].text not in lead:
            return None
        if sign and cut[index + 1].tag[:1] in ("n", "v", "j", "b", "a"):
            return sign, topic[token.end :]
    return None


def signed(quantity: Quantity, reading: Reading) -> tuple[Decimal, Decimal, str]:
    """Value, amount and base unit of the figure with its sign; 增长1.3倍 amounts to 130 %."""
    if quantity.value < 0 and reading.sign < 0:
        return quantity.value, quantity.amount, quantity.base_unit
    if quantity.family == "times" and reading.kind is Kind.GROWTH:
        return reading.sign * quantity.value, reading.sign * quantity.value * 100, "%"
    return reading.sign * quantity.value, reading.sign * quantity.amount, quantity.base_unit
