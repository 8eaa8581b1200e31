"""Finds every numeral of a text, Arabic or Chinese, and says what number it writes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.lexicon import longest_first, table

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

# 千瓦 千米 千兆 and 百分点 are units; their first character is no numeral.
_PLACE = r"(?:百(?!分[点之])|千(?![瓦米克伏卡焦赫兆帕])|[万亿])"
_CHINESE = rf"(?:[〇零一二两三四五六七八九十]|{_PLACE})+"
_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
# A minus sign before a rate, no dash of a range (增速为-3.2%).
_MINUS = r"(?<=[一-鿿：:、])[-－−](?=[0-9.]+ ?(?:[%‰℃]|个百分点))"
_WIDE = re.compile("[０-９．％]")
_NARROW_MARK = re.compile(r"(?<![0-9]),|,(?![0-9])|;")
_MARKS = {",": "，", ";": "；"}
_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


@dataclass(frozen=True, slots=True)
class FoundNumeral:
    """A numeral at characters `[start, end)` of the text that was searched.

    `value` times the `magnitude` (万, 亿, 万亿, …, or "") is the number; `value` is None where the
    characters write no number (十四五, 一二三). `digits` is False for a bare magnitude (百亿),
    `more` is True where 余 多 几 数 says that the number is a lower bound. `special` is set for a
    word of the lexicon that says a number without a numeral (一半, 翻番).
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    magnitude: str = ""
    chinese: bool = False
    digits: bool = True
    more: bool = False
    special: str = ""


def narrow(text: str) -> str:
    """`text` with full-width digits, point and per cent sign made narrow; same length."""
    return _WIDE.sub(lambda match: match.group().translate(_WIDTH), text)


def with_wide_marks(text: str) -> str:
    """`text` with the commas and semicolons that part clauses made full-width; same length."""
    return _NARROW_MARK.sub(lambda match: _MARKS[match.group()], text)


def chinese_number(text: str) -> int | None:
    """The number that Chinese numerals write (二百零五 -> 205); None where they write none."""
    total = section = 0
    digit: int | None = None
    last_place = 10**9
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _PLACES:
            place = _PLACES[character]
            if place >= last_place or digit == 0:
                return None
            section += (1 if digit is None else digit) * place
            last_place, digit = place, None
        elif character in _MYRIADS:
            section += digit or 0
            total = (total + (section or (0 if total else 1))) * _MYRIADS[character]
            section, digit, last_place = 0, None, 10**9
        else:
            return None
    return total + section + (digit or 0)


def magnitude_factor(magnitude: str) -> int:
    """What a magnitude multiplies by: 万亿 -> 10**12, "" -> 1."""
    factor = 1
    for character in magnitude:
        factor *= (_PLACES | _MYRIADS)[character]
    return factor


def find_numerals(text: str) -> tuple[FoundNumeral, ...]:
    """All numerals of `text` in order, none overlapping another."""
    return tuple(_read(match) for match in _pattern().finditer(narrow(text)))


@cache
def _special_values() -> dict[str, Decimal]:
    return {row[0]: Decimal(row[1]) for row in table("number_words", 5)}


@cache
def _pattern() -> re.Pattern[str]:
    special = "|".join(map(re.escape, longest_first("number_words")))
    openings = "".join(sorted({word[0] for word in longest_first("number_words")}))
    return re.compile(
        # Nothing else opens a numeral; without this each form is tried at every character.
        rf"(?=[-－−0-9〇零一二两三四五六七八九十百千万亿数几{re.escape(openings)}])(?:"
        rf"(?<!社)(?P<special>{special})"
        rf"|百分之(?P<percent>{_ARABIC}|{_CHINESE})"
        rf"|(?P<below>{_CHINESE}|[0-9]+)分之(?P<above>{_CHINESE}|[0-9]+)"
        r"|(?<![0-9/])(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?![0-9/])"
        rf"|(?P<minus>{_MINUS})?(?P<arabic>{_ARABIC})(?P<more>[余多来几](?={_PLACE}))?"
        rf"(?:[ \u00a0]?(?P<magnitude>{_PLACE}+))?"
        rf"|(?P<several>[数几](?=[十百千万亿]))?(?P<chinese>{_CHINESE})"
        r"(?:(?P<over>[余多来几])(?P<myriads>[万亿]+))?)"
    )


def _read(match: re.Match[str]) -> FoundNumeral:
    start, end, text = match.start(), match.end(), match.group()
    if word := match["special"]:
        return FoundNumeral(start, end, text, _special_values()[word], special=word)
    if match["percent"]:
        return FoundNumeral(start, end, text, _number(match["percent"]), special="百分之")
    if match["below"] or match["bottom"]:
        above = _number(match["above"] or match["top"])
        below = _number(match["below"] or match["bottom"])
        value = _percent(above, below) if above and below else None
        return FoundNumeral(start, end, text, value, special="分之")
    if match["arabic"]:
        value = Decimal(match["arabic"].replace(",", ""))
        value = -value if match["minus"] else value
        return FoundNumeral(
            start, end, text, value, match["magnitude"] or "", more=match["more"] is not None
        )
    return _read_chinese(match)


def _percent(above: Decimal, below: Decimal) -> Decimal:
    """A fraction as per cent, to four places at most: 1/4 -> 25, 1/3 -> 33.3333."""
    value = (above * 100 / below).quantize(Decimal("0.0001"))
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _number(text: str) -> Decimal | None:
    if text[0].isdigit() and text[0].isascii():
        return Decimal(text.replace(",", ""))
    number = chinese_number(text)
    return None if number is None else Decimal(number)


def _read_chinese(match: re.Match[str]) -> FoundNumeral:
    text = match["chinese"]
    stem = text.rstrip("万亿")
    magnitude = text[len(stem) :] + (match["myriads"] or "")
    number = chinese_number(stem) if stem else 1
    return FoundNumeral(
        match.start(),
        match.end(),
        match.group(),
        None if number is None else Decimal(number),
        magnitude,
        chinese=True,
        digits=not _DIGITS.keys().isdisjoint(text) or text in ("十", "几十"),
        more=bool(match["several"] or match["over"]),
    )
