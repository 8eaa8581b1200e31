"""Reads a rank: 居全国第4位, 全市第六, 进入全国前十, 稳居首位."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.figure_patterns import any_of
from kg.extract.figure_words import rank_verbs
from kg.extract.indicators import head_of
from kg.extract.measures import Quantity, read_quantity
from kg.extract.numerals import FoundNumeral
from kg.records import Comparator

_LEFT = 26
_WITHIN = "前"
_ASSESSED = re.compile(r"(?:考核|评估|评价|考评|测评|评比|排名|排行|榜单?|竞赛|大赛)$")
_PLACE = re.compile(
    r"(?:[国省市区县州盟旗城部期中内]|城市|地区|省份|区域|[行产同]业|[业同][界内类级])$|^$"
)
# The name of a list that ranks things by itself: 工业百强区, 投资潜力百强县, 营商环境评价.
_LIST = re.compile(
    r"^[一-鿿]{0,8}(?:百强|[0-9]+强)[一-鿿]{0,2}|(?:竞争力|潜力|评价|考核|考评|测评|满意度|指数|榜单?)$"
)
_ANY_FIELD = r"[^，。；、：\s第0-9]{1,14}?"
_BEHIND = re.compile(
    r"[位名]|强(?=[，。；、])|(?=$|[，。；、！”）\n和及并且跃升提]|的(?!一)|前移|上升|双双)"
)
_BEHIND_WORD = re.compile(r"(?=$|[，。；、！”）\n]|和|及|并|且)")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    verbs = "|".join(sorted(map(re.escape, rank_verbs()), key=lambda verb: (-len(verb), verb)))
    field = any_of("field") + r"[^，。；、：\s第0-9]{0,8}?"
    listed = r"(?<=第)[0-9一二三四五六七八九十]{1,3}[位名]?[、，和与]"
    return (
        # 居全市12个县区第2位: how many there are in the field.
        re.compile(
            rf"(?P<verb>{verbs})[了在于]?(?P<field>[一-鿿]{{0,6}}?[0-9]{{1,4}}[个家座](?!月|季)[一-鿿]{{1,8}}?[中里]?)$"
        ),
        re.compile(r"(?<=综合排名|考核排名|总体排名)(?P<verb>)(?P<field>)$"),
        re.compile(rf"(?P<verb>{verbs})[了在于]?(?P<field>{field})?$"),
        re.compile(rf"(?P<verb>居|列|位列|位居|稳居|跃居|排)[了在于]?(?P<field>{_ANY_FIELD})$"),
        re.compile(rf"(?P<verb>)(?P<field>{field})$"),
        # 位列中国企业500强第186位
        re.compile(
            rf"(?P<verb>{verbs})[了在于]?(?P<field>[一-鿿]{{0,12}}[0-9]{{2,4}}强[一-鿿]{{0,4}})$"
        ),
        re.compile(rf"{listed}(?P<verb>)(?P<field>)$"),
        # 居全市第8位、主城第3位: behind a rank any word may be the field.
        re.compile(rf"{listed}(?P<verb>)(?P<field>[一-鿿]{{2,12}}?)$"),
    )


@cache
def _field_before() -> re.Pattern[str]:
    return re.compile(any_of("field") + "$")


def _before(left: str) -> re.Match[str] | None:
    return next((match for pattern in _patterns() if (match := pattern.search(left))), None)


def _with_field(left: str, match: re.Match[str]) -> tuple[str, int]:
    """The field of the rank and where its words begin; it may stand before the verb (全国排名)."""
    if not match["verb"] and not match["field"]:
        return "", match.end()
    if match["field"]:
        return match["field"], match.start("verb")
    earlier = _field_before().search(left[: match.start()])
    return (earlier.group(), earlier.start()) if earlier else ("", match.start())


def split_field(field: str) -> tuple[str, str]:
    """The area of a rank's field and what is ranked: 全国推广面积 -> (全国, 推广面积)."""
    found = _field_area().search(field)
    if found is None:
        return (field, "") if _PLACE.search(field) and not is_list(field) else ("", field)
    area, rest = found["area"], field[found.end("area") :]
    if head_of(rest) or _LIST.search(rest):
        return area, rest
    return area + rest, field[: found.start()]


def is_list(field: str) -> bool:
    """True for the name of a list or contest that ranks by itself (工业百强区, 投资潜力)."""
    return any(pattern.search(field) is not None for pattern in (_LIST, _ASSESSED))


@cache
def _field_area() -> re.Pattern[str]:
    return re.compile(rf"(?P<area>{any_of('field')})")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank: the quantity, the field it is a rank in (全国), and where its words begin."""

    quantity: Quantity
    field: str
    start: int


def read_rank(text: str, numeral: FoundNumeral) -> Rank | None:
    """The rank that `numeral` of `text` states; None if it states none."""
    if numeral.special:
        return _rank_word(text, numeral)
    if numeral.magnitude or numeral.value is None or numeral.start == 0:
        return None
    mark = text[numeral.start - 1]
    if mark not in "第" + _WITHIN:
        return None
    begin = max(0, numeral.start - _LEFT)
    left = text[begin : numeral.start - 1]
    behind = _BEHIND.match(text, numeral.end)
    match = _before(left)
    if behind is None or match is None:
        return None
    if mark == _WITHIN and not match["field"]:
        return None
    quantity = read_quantity(text, replace(numeral, more=False))
    if quantity is None:
        return None
    within = mark == _WITHIN
    field, start = _with_field(left, match)
    return Rank(
        replace(
            quantity,
            start=numeral.start - 1,
            end=behind.end(),
            tail=behind.end(),
            unit_text="位" if behind.group() else "",
            amount=quantity.value,
            base_unit="位",
            family="rank",
            after=Comparator.AT_MOST if within else None,
        ),
        field,
        begin + start,
    )


def _rank_word(text: str, numeral: FoundNumeral) -> Rank | None:
    quantity = read_quantity(text, numeral)
    if quantity is None or quantity.family != "rank":
        return None
    begin = max(0, numeral.start - _LEFT)
    left = text[begin : numeral.start]
    match = _before(left)
    if match is None:
        return None
    if _BEHIND_WORD.match(text, numeral.end) is None:
        return None
    ranked = replace(quantity, unit_text="", base_unit="位")
    field, start = _with_field(left, match)
    return Rank(ranked, field, begin + start)
