"""Figures of a sentence as `indicator|kind|comparator|value|unit` lines, for the tests."""

from kg.extract.figures import extract_figures
from kg.extract.sentences import sentences
from kg.records import Comparator, Kind, Mention, Observation
from tests.extract.helpers import speech_of

KINDS = {
    Kind.LEVEL: "level",
    Kind.SHARE: "share",
    Kind.GROWTH: "growth",
    Kind.RANK: "rank",
    Kind.POINT_CHANGE: "points",
}
COMPARATORS = {
    Comparator.EQUAL: "=",
    Comparator.AT_LEAST: ">=",
    Comparator.AT_MOST: "<=",
    Comparator.ABOUT: "~",
}


def observations(text: str, *mentions: Mention) -> tuple[Observation, ...]:
    speech = speech_of(text)
    return extract_figures(speech, sentences(speech.text), mentions)[0]


def lines(text: str) -> list[str]:
    return [
        f"{one.indicator}|{KINDS[one.kind]}|{COMPARATORS[one.comparator]}|{one.value}|{one.unit_text}"
        for one in observations(text)
    ]
