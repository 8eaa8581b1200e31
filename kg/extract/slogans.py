"""Finds the programmes that are called after a quality and a place: 数字重庆, 健康中国."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.candidates import Candidate, Weight, candidate
from kg.extract.cutting import Word
from kg.extract.units import is_division
from kg.lexicon import words
from kg.records import EntityClass as Cls
from kg.records import Speech


def find_slogans(line: Sequence[Word], speech: Speech) -> Iterator[Candidate]:
    """A quality of the lexicon directly before a division, a region or 中国."""
    qualities = words("slogan_qualities")
    for index, (quality, place) in enumerate(pairwise(line)):
        if quality.text not in qualities or quality.end != place.start:
            continue
        named = place.text == "中国" or place.text in words("regional_names")
        if named or is_division(place.text, speech.region):
            era = line[max(0, index - 2) : index]
            kept = era if "".join(word.text for word in era) == "新时代" else ()
            name = (*kept, quality, place)
            yield candidate(name, Cls.FRAMEWORK, "quality of a place", Weight.SLOGAN)
