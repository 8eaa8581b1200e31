"""Tells what marks words as a name: proper, quoted, coded, or more than generic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from kg import divisions
from kg.extract.cutting import BRACKET, DOCUMENT, QUOTE, Word, known
from kg.lexicon import words

_LATIN_OR_DIGIT = re.compile(r"[A-Za-z\d]")
_PROPER_TAGS = frozenset({"ns", "nr", "nz", "nt", "nrt", "nrfg", "eng"})
_FRAGMENT_TAGS = frozenset({"g", "zg", "ng", "ag", "vg", "nr", "nz", "n", "j", "nrfg", "ns"})
_ABBREVIATED = frozenset(
    "哈沈蓉杭甬厦榕邕筑昆京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台疆汉蓉"
)
_SETTLEMENTS = frozenset("镇乡村路街渠沟湾岭坪坝溪湖岛")
_FIGURE = re.compile(
    r"[\d.]+\D*$|(?:LNG|IPO|GDP|AI|IP|IT|VR|EDA|PM|APP|PPP|ESG|CT|A|B|C)级?$|"
    r"第|[一二三四五六七八九十百千万]+年"
)
_CODE = re.compile(r"\d{3,}|\d[\d+NX]*\+[\d+NX]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十百\d]+[届次]?|[12]\d{3}年?|[一二三四五六七八九十百千万\d]+年"
)


def is_proper(content: Sequence[Word]) -> bool:
    """Whether a proper mark is among `content`: a place, a quote, Latin, an unknown word …"""
    return _holds_proper(content) or _spelled_out(content) or _settled(content)


def is_named(content: Sequence[Word]) -> bool:
    """Whether a proper mark other than a figure or short Latin (5G, 30万) is among `content`."""
    marks = [word for word in content if not _FIGURE.match(word.text)]
    return _holds_proper(marks) or _spelled_out(content) or _settled(content)


def is_marked(content: Sequence[Word]) -> bool:
    """Whether a strong proper mark is among `content`: a quote, a division, Latin or a number."""
    return any(
        word.tag in (QUOTE, "nt")
        or bool(_LATIN_OR_DIGIT.search(word.text))
        or (len(word.text) > 1 and divisions.find(word.text) is not None)
        for word in content
    )


def is_quoted(content: Sequence[Word]) -> bool:
    """Whether a quote or a code (33618, 1+8) is among `content`; a year is none."""
    return any(
        word.tag == QUOTE or (bool(_CODE.fullmatch(word.text)) and not _YEAR.fullmatch(word.text))
        for word in content
    )


def substance(content: Sequence[Word]) -> int:
    """How many characters of `content` say something: modifiers do not."""
    return sum(len(word.text) for word in content if word.text not in words("modifiers"))


def specific(content: Sequence[Word]) -> bool:
    """Whether some word of `content` is more than a generic one."""
    return any(
        word.text not in _generic() and not word.text[0].isdigit()
        for word in content
        if len(word.text) > 1 or word.tag == QUOTE
    )


def _holds_proper(content: Sequence[Word]) -> bool:
    return any(_proper(word.text, word.tag) for word in content)


def _settled(content: Sequence[Word]) -> bool:
    """Whether a town, village or street is named (樟树/镇): no word of everyday before 镇."""
    return any(
        other.text in _SETTLEMENTS
        and len(one.text) > 1
        and one.end == other.start
        and one.text not in words("generic_words")
        and one.text not in words("modifiers")
        for one, other in pairwise(content)
    )


def _spelled_out(content: Sequence[Word]) -> bool:
    """Whether the cutter left a word in single characters because it knows none (煜/晟)."""
    return any(
        len(one.text) == len(other.text) == 1
        and one.end == other.start
        and one.tag in _FRAGMENT_TAGS
        and other.tag in _FRAGMENT_TAGS
        and not (one.text in _plain_signs() or other.text in _plain_signs())
        for one, other in pairwise(content)
    )


@cache
def _generic() -> frozenset[str]:
    return words("generic_words") | words("modifiers") | words("size_units")


@cache
def _plain_signs() -> frozenset[str]:
    """Single characters that are words of their own in reports."""
    return frozenset(
        sign
        for name in ("modifiers", "generic_words", "adverbs", "predicates", "plain_signs")
        for sign in words(name)
        if len(sign) == 1
    )


@lru_cache(maxsize=1 << 14)
def _proper(text: str, tag: str) -> bool:
    """Whether a word is a proper mark by itself."""
    if tag == QUOTE:
        return True
    if tag in (DOCUMENT, BRACKET):
        return False
    if text in words("generic_words") or text in words("modifiers"):
        return False
    if _LATIN_OR_DIGIT.search(text) or _ORDINAL.fullmatch(text):
        return True
    if len(text) == 1:
        return text in _ABBREVIATED and tag in ("j", "ns", "nr", "nz")
    if tag == "nt" or text in words("regional_names") or divisions.find(text) is not None:
        return True
    if text in words("new_words") or text in words("industries"):
        return False
    return tag in _PROPER_TAGS or not known(text)
