"""Tells whether a piece of a byline is a person's name."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import words

_HAN = "\u3400-\u9fff\U00020000-\U0003134f"
_HAN_ONLY = re.compile(f"[{_HAN}]+")
# A dotted name (艾尔肯·吐尼亚孜) gives itself away.
_DOTTED = re.compile(rf"[{_HAN}]{{1,8}}(?:[·•・‧．][{_HAN}]{{1,10}}){{1,3}}")
_LONGEST = 4


@cache
def _single_surnames() -> frozenset[str]:
    return frozenset(word for word in words("surnames") if len(word) == 1)


@cache
def _compound_surnames() -> frozenset[str]:
    return frozenset(word for word in words("surnames") if len(word) == 2)


def is_name(text: str) -> bool:
    """A dotted name, or a surname with one or two more characters; layout must be dropped."""
    if _DOTTED.fullmatch(text):
        return True
    if not 2 <= len(text) <= _LONGEST or not _HAN_ONLY.fullmatch(text):
        return False
    if text in words("not_names"):
        return False
    if text[:2] in _compound_surnames() and len(text) > 2:
        return True
    return text[0] in _single_surnames() and len(text) < _LONGEST


def is_transliterated(text: str) -> bool:
    """Three to six characters of the set that names are transliterated with (嘎玛泽登).

    One character may be another; of two characters none.
    """
    usual = sum(character in words("name_characters") for character in text)
    return 2 <= len(text) <= 6 and usual >= max(2, len(text) - 1)
