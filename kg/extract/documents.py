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
_KINDS = (
    "作品", "佳作", "精品", "力作", "剧目", "剧作", "影片", "短片", "影视", "节目", "电影", "歌曲",
    "曲目", "画作", "书画", "图书",
)  # fmt: skip
# 花鼓戏, 湘剧, 油画, 合唱曲, 秦腔: the last character of a genre tells it before a title.
_GENRE_ENDING = r"[\u4e00-\u9fff](?:戏|剧|画|曲|腔|舞)"
_COUNTED = r"等?[一二两三四五六七八九十\d]{1,3}[幅部件首个支篇组项台出]"
_HONOURED = (
    r"(?:分别|均|先后|成功)?"
    r"(?:荣获|获评|获得|获|斩获|摘得|夺得|入选|入围|被评为|亮相|首演|上演|热播)"
)
_WORK = re.compile(r"《([^《》\n]{1,30})》")
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
    """What a genre stands beside, or is honoured: 纪录片《A》《B》, 《C》文艺节目, 《D》荣获…奖."""
    for works in _of_genre().finditer(sentence.text):
        for title in _WORK.finditer(sentence.text, works.start(), works.end()):
            if not _document_ending().search(title.group(1)):
                yield _titled(title, sentence, EntityClass.BRAND, WORK)


def _titled(title: re.Match[str], sentence: Sentence, cls: EntityClass, reason: str) -> Candidate:
    start, end = (sentence.start + place for place in title.span(1))
    return Candidate(Mention(start, end, title.group(1), cls, reason), Weight.DOCUMENT)


@cache
def _of_genre() -> re.Pattern[str]:
    genres = "|".join((*longest_first("genres"), _GENRE_ENDING))
    kinds = "|".join(_KINDS)
    titles = rf"(?:{_WORK.pattern})+"
    enumerated = rf"{titles}(?:[、和]{titles})*"
    forms = (
        rf"(?:{genres}){enumerated}",
        rf"{enumerated}{_COUNTED}[^，。；]{{0,4}}?(?:{kinds}|{genres})",
        rf"{enumerated}等[^，。；]{{0,6}}?(?:{kinds})",
        rf"{enumerated}{_HONOURED}",
        rf"{titles}[^\W\d]{{0,2}}(?:{genres})",
    )
    return re.compile("|".join(forms))
