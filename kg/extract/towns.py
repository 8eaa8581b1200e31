"""Tells towns, townships and subdistricts, which no register here lists: 唐崖镇, 曲江镇."""

from __future__ import annotations

import re

from kg.extract.cutting import Word
from kg.lexicon import words

_TOWN = re.compile(r"[^\W\d_A-Za-z]{2,4}(?<![小古名城家故])(?:[镇乡]|街道)")
_NAMES = frozenset({"ns", "nr", "nrt", "nz"})


def is_town(word: Word) -> bool:
    """Whether `word` names a town: a proper word that ends in 镇, 乡 or 街道 (no 特色小镇)."""
    if word.tag not in _NAMES or not _TOWN.fullmatch(word.text):
        return False
    return word.text not in words("generic_words") and word.text not in words("new_words")
