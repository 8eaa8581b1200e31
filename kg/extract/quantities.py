"""Sorts the numerals of a text: quantities that may be figures, and those that are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from kg.extract.cutting import words_with
from kg.extract.figure_patterns import any_of
from kg.extract.figure_tokens import tokens
from kg.extract.figure_words import read_words
from kg.extract.indicators import head_of
from kg.extract.measures import Quantity, read_quantity
from kg.extract.numeral_reasons import names_in, passes_round_sum, reason_for, span_at
from kg.extract.numerals import FoundNumeral, find_numerals
from kg.extract.ranks import read_rank
from kg.records import Comparator, Mention

_BEHIND = 30
_NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百千万亿]")
_BOUNDED = re.compile(r"[近超约逾达][〇零一二两三四五六七八九十百千万亿]+[成倍]?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RATIO = re.compile(r"\s?[：:∶]\s?")
_VERSION = re.compile(r"[版时计行模工方政]|[”，。]|、(?![0-9])")
_BEFORE_NOUN = re.compile(r"(?!以|和|与|及|至|到)[一-鿿]")
_COUNTED = re.compile(r"(?![和与及或])的?[^，。；、：0-9一二三四五六七八九两]{1,24}[0-9]")
_COUNT = re.compile(r"[0-9]+[余多]?[个家项户座人名]")
_CHANGED_TO = re.compile(r"[增提上扩发减下降缩][一-鿿]?[到至]")
_MORE_THAN = re.compile(r"(?:超过?|不足|(?<!突)过|(?<!突)破)$")
_SPECIFIED = re.compile(r"(?:时速|海拔|口径|单机容量)(?:近|约|超)?$")
_SLOPE = re.compile(r"坡")
_STEP = re.compile(r"(?:[百千万亿]+元?级?)?[大新]?(?:台阶|大关)")
_RUN_OF_TIME = ("个季度", "个月")
_CAPACITY_UNITS = ("吨", "千瓦", "兆瓦", "吉瓦", "千瓦时", "立方米", "平方米")
_PLACE_BEHIND = re.compile(r"(?:省份|城市|企业|县|园区|产业|集群)")
_PAYING = ("发放", "安排", "投入", "争取", "落实", "下达", "筹集", "为", "向")
_FINE_UNITS = ("千伏", "kV", "微米", "纳米", "nm")
_SUMS = ("money", "physical", "people")
_DURATION = re.compile(r"(?:时间|时限|周期|寿命|时长|期限|年限)$")
_TOLD_OF_GROWTH = re.compile(r"[^，。；、]{0,12}?(?:增长|上升|回升|上涨|下降|回落|扩张|高于|快于)")
_SETTLERS = ("户", "人")
_SETTLEMENT = re.compile(r"以[上下]的?(?:自然)?(?:村|屯|组|聚居点|居民点|院落)")
_YIELDS = ("头", "只", "羽", "尾", "台", "辆", "套", "件", "箱", "株", "台套")
_PLANT = re.compile(
    r"[^，。；、0-9的]{2,14}?(?:养殖|屠宰|加工|生产|制造|繁育|育苗|装配)[^，。；、0-9的]{0,6}(?:项目|基地|生产线|工程|厂)"
)
_PRODUCES = re.compile(
    r"(?:年[一-鿿]{1,3}|日产|产能|规模|超|达|近|约|突破|新增|累计|出栏|存栏)(?:达到?|超过?|近|约)?$"
)
_SINCE = re.compile(r"已经?(?:有|达|近|超|满|逾|约)*$")
_CLOSED = re.compile(r"$|[，。；、！）]|和|以[上内下]|左右")


@dataclass(frozen=True, slots=True)
class Item:
    """A numeral with the quantity it opens, or the reason why it is no figure.

    `start` is where the words of the quantity begin (居 of 居全国第4位), `field` what a rank is
    a rank in.
    """

    numeral: FoundNumeral
    reason: str
    quantity: Quantity | None = None
    start: int = 0
    field: str = ""


def sort_numerals(text: str, mentions: Sequence[Mention]) -> tuple[Item, ...]:
    """Every numeral of `text` (with narrow digits), in order."""
    names = names_in(text)
    words = _dictionary_words(text)
    items = [_sort(text, numeral, names, mentions, words) for numeral in find_numerals(text)]
    _mark_ranges(text, items)
    _join_ratios(text, items)
    return tuple(items)


def _sort(
    text: str,
    numeral: FoundNumeral,
    names: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    words: Sequence[tuple[int, int]],
) -> Item:
    start, end = span_at(names, numeral.start)
    if start < numeral.start and numeral.end < end:
        return Item(numeral, "quoted name")
    rank = read_rank(text, numeral)
    if rank:
        return Item(numeral, "", rank.quantity, rank.start, rank.field)
    reason = reason_for(text, numeral, mentions, words)
    if reason:
        return Item(numeral, reason)
    quantity = read_quantity(text, numeral)
    if quantity is None:
        return Item(numeral, "digits in a word")
    quantity = _with_step(text, quantity)
    reason = _no_figure(text, quantity)
    if reason == "size in a name" and _is_capacity(quantity):
        return Item(numeral, "", replace(quantity, family="capacity"), quantity.start)
    return Item(numeral, reason, None if reason else quantity, quantity.start)


def _with_step(text: str, quantity: Quantity) -> Quantity:
    """`quantity` with the steps it counts as its tail (连跨两个万亿元台阶)."""
    step = _STEP.match(text, quantity.end) if quantity.unit_text == "个" else None
    return replace(quantity, tail=step.end()) if step else quantity


def _is_capacity(quantity: Quantity) -> bool:
    """True for the yearly output or power of a plant (20万吨再生铝项目), false for 110米口径."""
    magnitude = quantity.numeral.magnitude
    return bool(magnitude) and quantity.after is None and quantity.base_unit in _CAPACITY_UNITS


def _dictionary_words(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of words of several characters that are no numbers but hold a numeral (统一)."""
    return tuple(
        (word.start, word.end)
        for word in words_with(_NUMERAL, text)
        if len(word.text) > 1
        and word.tag not in ("m", "mq", "q", "t", "x")
        and not _BOUNDED.fullmatch(word.text)
    )


def _no_figure(text: str, quantity: Quantity) -> str:
    """Why a numeral that reads as a quantity is still no figure, or ""."""
    behind = text[quantity.tail : quantity.tail + _BEHIND].split("\n")[0]
    if quantity.numeral.special:
        return _no_rank_or_growth(quantity, behind)
    if quantity.family == "bare":
        return _no_bare_figure(text, quantity, behind)
    level = text[quantity.end : quantity.end + 2]
    if level[:1] == "级" and level != "级别":
        return "size class"
    if quantity.family == "percent" and text[quantity.start - 1 : quantity.start] == "前":
        return "size class"
    if _is_planned_herd(text, quantity, behind):
        return "size in a name"
    if quantity.unit_text in _SETTLERS and _SETTLEMENT.match(text, quantity.end):
        return "size class"
    if quantity.family == "physical":
        reason = _size(text, quantity, behind)
        if reason:
            return reason
    sized = quantity.family in (*_SUMS, "time", "percent") or quantity.base_unit == "分"
    if sized and _tells_apart(text, quantity, behind):
        return "size class"
    return _duration(text, quantity) if quantity.family == "time" else ""


def _no_rank_or_growth(quantity: Quantity, behind: str) -> str:
    word = quantity.numeral.text
    if word == "两位数" and not re.match(r"(?:以上|的)?增", behind):
        return "order of magnitude"
    loose = quantity.family == "rank" or (word == "翻倍" and behind.startswith("增长"))
    return "figure of speech" if loose else ""


def _no_bare_figure(text: str, quantity: Quantity, behind: str) -> str:
    """Reasons for a numeral without a unit."""
    numeral = quantity.numeral
    round_sum = numeral.text.endswith("亿") and passes_round_sum(text, numeral)
    if numeral.chinese and not quantity.after and not numeral.more and not round_sum:
        return "part of a word"
    if _YEAR.fullmatch(numeral.text):
        return "year"
    if behind[:1] in ("级", "大") and not behind.startswith("大关"):
        return "size class"
    if re.fullmatch(r"[0-9]\.[0-9]", numeral.text) and _VERSION.match(behind):
        return "version"
    if numeral.magnitude or quantity.after:
        return ""
    if re.fullmatch(r"0[0-9]+|[0-9]{5,}", numeral.text):
        return "name"
    if text[quantity.start - 1 : quantity.start] in tuple("从由为达至到：∶"):
        return ""
    # A count needs a measure word in Chinese; digits straight before a noun belong to a name.
    return "no measure word" if _BEFORE_NOUN.match(behind) else ""


@cache
def _thing_named_by_size() -> re.Pattern[str]:
    thing = any_of("sized")
    return re.compile(
        rf"(?!以|的|，|、)(?:[^，。；：、0-9]{{0,16}}?|[^，。；：0-9]{{2,24}}?等){thing}"
    )


@cache
def _measuring() -> re.Pattern[str]:
    return re.compile(any_of("measure") + "$")


@cache
def _thing_told_apart() -> re.Pattern[str]:
    return re.compile(rf"的?[^，。；、：]{{0,8}}?{any_of('sorted')}")


def _size(text: str, quantity: Quantity, behind: str) -> str:
    """Reasons for a physical quantity that tells the size of a thing: 10万吨再生铝项目."""
    if quantity.base_unit.startswith(_FINE_UNITS):
        return "size class"
    if re.match(r"(?:以|范围)?内[一-鿿]", text[quantity.end : quantity.end + 4]):
        return "size class"
    before = text[max(0, quantity.start - 14) : quantity.start]
    named = _thing_named_by_size().match(behind) and not _measuring().search(before)
    return "size in a name" if named else ""


def _tells_apart(text: str, quantity: Quantity, behind: str) -> bool:
    """True for 亿元以上 of 亿元以上项目12个: the quantity tells which things are counted."""
    left = text[max(0, quantity.start - 12) : quantity.start]
    if quantity.base_unit == "岁":
        return re.match(r"[^，。；、：！）和提增]", behind) is not None
    if quantity.family == "percent":
        bounded = quantity.after in (Comparator.AT_LEAST, Comparator.AT_MOST)
        return bounded and _SLOPE.match(behind) is not None
    if _SPECIFIED.search(left) and re.match(r"[一-鿿]", behind):
        return True
    if _CHANGED_TO.match(behind):
        return False
    counted = (_COUNTED.match(behind) or _COUNT.match(behind)) is not None
    near = behind.startswith("的") or counted or _PLACE_BEHIND.match(behind) is not None
    if not ("以" in text[quantity.end : quantity.tail] or (_MORE_THAN.search(left) and near)):
        return False
    cut = tokens(left)
    paying = bool(cut) and cut[-1].text in _PAYING
    return counted or (_thing_told_apart().match(behind) is not None and not paying)


def _is_planned_herd(text: str, quantity: Quantity, behind: str) -> bool:
    """True for the size of a thing named by how much it will yield (15万头生猪养殖项目)."""
    if quantity.family != "count" or quantity.numeral.magnitude != "万" or quantity.after:
        return False
    before = text[max(0, quantity.start - 8) : quantity.start]
    named = _PLANT.match(behind) if quantity.unit_text[1:] in _YIELDS else None
    return named is not None and _PRODUCES.search(before) is None


def _duration(text: str, quantity: Quantity) -> str:
    """Durations are figures where the text measures them (缩短至3天), not to date things."""
    begin = max(text.rfind(mark, 0, quantity.start) for mark in "，。；：\n、") + 1
    left = text[begin : quantity.start]
    words = read_words(left, quantity)
    topic = left[: words.topic]
    if quantity.base_unit == "岁" or words.source:
        return ""
    if quantity.base_unit in _RUN_OF_TIME and left.endswith("连续"):
        told = _TOLD_OF_GROWTH.match(text, quantity.tail)
        return "" if told else "span of time"
    changed = words.to or bool(words.change)
    measured = changed or words.reached or words.has or words.bound is not None
    if quantity.base_unit == "年" and words.has and not changed and _SINCE.search(left):
        return "span of time"
    closed = _CLOSED.match(text[quantity.end : quantity.end + 2]) is not None
    named = head_of(topic) is not None or _DURATION.search(topic) is not None
    return "" if closed and left and (measured or named) else "span of time"


def _mark_ranges(text: str, items: list[Item]) -> None:
    """The low end of a range is no figure where the high end is none (2—3岁幼儿)."""
    for index, (low, high) in enumerate(pairwise(items)):
        bare = low.quantity is not None and low.quantity.family == "bare"
        between = text[low.numeral.end : high.numeral.start]
        if bare and high.reason and between in ("-", "—", "–", "~", "至"):
            items[index] = Item(low.numeral, high.reason)


def _join_ratios(text: str, items: list[Item]) -> None:
    """Makes one quantity of 5：1; the parts of 8∶41∶50 stay quantities of their own."""
    for index in range(len(items) - 1):
        first, second = items[index].quantity, items[index + 1].quantity
        if first is None or second is None or {first.family, second.family} != {"bare"}:
            continue
        before = items[index - 1].numeral.end if index else first.start
        behind = items[index + 2].numeral.start if index + 2 < len(items) else second.end
        longer = _RATIO.fullmatch(text, before, first.start) or _RATIO.fullmatch(
            text, second.end, behind
        )
        if longer or not second.value or not _RATIO.fullmatch(text, first.end, second.start):
            continue
        whole = replace(
            first,
            end=second.end,
            tail=second.tail,
            unit_text=text[first.end : second.end],
            amount=round(first.value / second.value, 4),
        )
        items[index] = replace(items[index], quantity=whole)
        items[index + 1] = Item(items[index + 1].numeral, "second part of a ratio")
