"""Finds documents and works by their title marks: 《重庆市入境旅游促进计划》, 舞剧《龟兹》."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.candidates import Candidate, Weight
from kg.extract.sentences import Sentence
from kg.lexicon import longest_first
from kg.records import EntityClass, Mention

WORK = "work of art"
"""The reason of a mention that is a film, a play, a book …"""
_TITLE = re.compile(r"《([^《》\n]{2,80}(?:〈[^〉]*〉[^《》\n]{0,40})?)》")
_KINDS = ("作品", "佳作", "精品", "力作", "剧目", "影片", "影视", "节目", "电影", "歌曲")
_WORK = re.compile(r"《([^《》\n]{2,30})》")
_PARENTHESIS = re.compile(r"[（(][^（）()]*[)）]")
_SHORTEST = 5


def find_documents(sentence: Sentence) -> list[Candidate]:
    """The titled documents of `sentence`, and its works of art; 《纲要》 for short is neither."""
    return [*_works(sentence), *_documents(sentence)] if "《" in sentence.text else []


def _documents(sentence: Sentence) -> Iterator[Candidate]:
    for title in _TITLE.finditer(sentence.text):
        name = title.group(1)
        told = len(_PARENTHESIS.sub("", name)) >= _SHORTEST
        if told and _document_ending().search(name):
            yield _titled(title, sentence, EntityClass.POLICY, "title marks")


@cache
def _document_ending() -> re.Pattern[str]:
    endings = "|".join(longest_first("document_endings"))
    return re.compile(rf"(?:{endings})(?:[（(][^（）()]*[)）])?$")


def _works(sentence: Sentence) -> Iterator[Candidate]:
    """What a genre stands beside: 纪录片《A》《B》, 《C》文艺节目."""
    for works in _of_genre().finditer(sentence.text):
        for title in _WORK.finditer(sentence.text, works.start(), works.end()):
            if not _document_ending().search(title.group(1)):
                yield _titled(title, sentence, EntityClass.BRAND, WORK)


def _titled(title: re.Match[str], sentence: Sentence, cls: EntityClass, reason: str) -> Candidate:
    start, end = (sentence.start + place for place in title.span(1))
    return Candidate(Mention(start, end, title.group(1), cls, reason), Weight.DOCUMENT)


@cache
def _of_genre() -> re.Pattern[str]:
    genres = "|".join(longest_first("genres"))
    titles = rf"(?:{_WORK.pattern})+"
    listed = rf"{titles}(?:、{titles})*等[^，。；]{{0,6}}?(?:{'|'.join(_KINDS)})"
    return re.compile(rf"(?:{genres}){titles}|{titles}[^\W\d]{{0,2}}(?:{genres})|{listed}")
