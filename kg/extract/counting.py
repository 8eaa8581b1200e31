"""Tells words that count things (3个, 一批) from figures inside names (20万吨, 2.0, 第26届)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.cutting import Word
from kg.lexicon import words

_NUMERAL = re.compile(r"[\d.,—－–-]+%?|[一二三四五六七八九十两百千万亿几数多余半]+")
_BARE_TENS = frozenset("万亿百千十半")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+.?")
_VERSION = re.compile(r"\d\.0")
_ROUND = re.compile(r"[十百千万]+[名家企村场户]")
_ALTOGETHER = re.compile(r"(?:[一二三四五六七八九十两]+|\d+)(?:大|项|个|座|类|条|家|方面)")
_GREAT = re.compile(r"[二两三四五六七八九十]大")
_MONEY = frozenset({"元", "万元", "亿元", "美元", "万美元", "亿美元", "万亿元"})
# 15万头生猪养殖加工项目, 30万台新能源汽车生产线: what a thing is built for is in its name.
_CAPACITIES = ("头", "只", "羽", "亩", "套", "台", "辆", "件", "支", "片", "吨", "米")
_WORKS = frozenset({"项目", "生产线", "基地", "工程", "电站"})
_FARTHEST = 6
_INDEFINITE = "个批项家条种座处场次户名位件类系"


def counting_words(line: Sequence[Word], index: int, *, after_noun: bool) -> int:
    """How many words from `index` count things; 0 where the word there does not.

    `after_noun`: a bare number counts only after a noun (项目15, but 2025年).
    """
    word = line[index]
    if word.tag not in ("m", "mq") and not word.text[0].isdigit():
        return 0
    stop = index
    while stop < len(line) and _NUMERAL.fullmatch(line[stop].text):
        stop += 1
    number = "".join(part.text for part in line[index:stop])
    if not number:
        return 1 if _is_counted(word.text) else 0
    measure = line[stop].text if stop < len(line) else ""
    if measure in _MONEY:
        return stop - index + 1
    if measure.endswith(_CAPACITIES) and _opens_work(line, stop + 1):
        return 0
    if _VERSION.fullmatch(number) or measure in words("size_units") or _is_size(number):
        return 0
    if measure and (line[stop].tag == "q" or measure in _counting_measures()):
        return 0 if measure == "号" else stop - index + 1
    if _YEAR.fullmatch(number) or number in _BARE_TENS:
        return 0
    return stop - index if number[-1].isdigit() and after_noun else 0


def _opens_work(line: Sequence[Word], index: int) -> bool:
    """Whether the words from `index` on close with 项目, 生产线 …, before 的, 、 or a stop."""
    for word in line[index : index + _FARTHEST]:
        if word.text in _WORKS:
            return True
        if word.text in ("的", "、", "等") or not word.text[0].isalnum():
            return False
    return False


def sums_up(text: str) -> bool:
    """Whether a count sums up an enumeration before it (两大平台, 三大工程)."""
    return bool(_ALTOGETHER.fullmatch(text))


def is_great(text: str) -> bool:
    """两大, 三大 …: a count only where an enumeration stands before it (but 十大工程)."""
    return bool(_GREAT.fullmatch(text))


@cache
def _counting_measures() -> frozenset[str]:
    return words("measure_words") - words("size_units")


@cache
def _is_counted(text: str) -> bool:
    """一批, 多项, 数十家: numeral and measure in one word; 万名 and 百场 open names."""
    return (
        len(text) > 1
        and text[-1] in _INDEFINITE
        and bool(_NUMERAL.fullmatch(text[:-1]))
        and not _ORDINAL.fullmatch(text)
        and not _ROUND.fullmatch(text)
    )


@cache
def _is_size(text: str) -> bool:
    return any(text.endswith(unit) for unit in words("size_units") if len(unit) > 1)
