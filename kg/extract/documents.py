"""Finds documents by their title marks: 《重庆市入境旅游促进计划》."""

from __future__ import annotations

import re

from kg.extract.candidates import Candidate, Weight
from kg.extract.sentences import Sentence
from kg.lexicon import longest_first
from kg.records import EntityClass, Mention

_TITLE = re.compile(r"《([^《》\n]{2,80}(?:〈[^〉]*〉[^《》\n]{0,40})?)》")
_PARENTHESIS = re.compile(r"[（(][^（）()]*[)）]")
_SHORTEST = 5


def find_documents(sentence: Sentence) -> list[Candidate]:
    """The titled documents of `sentence`; books and films, and 《纲要》 for short, are none."""
    return [
        Candidate(
            Mention(
                sentence.start + match.start(1),
                sentence.start + match.end(1),
                match.group(1),
                EntityClass.POLICY,
                "title marks",
            ),
            Weight.DOCUMENT,
        )
        for match in _TITLE.finditer(sentence.text)
        if len(_PARENTHESIS.sub("", match.group(1))) >= _SHORTEST
        and _document_ending().search(match.group(1))
    ]


def _document_ending() -> re.Pattern[str]:
    endings = "|".join(longest_first("document_endings"))
    return re.compile(rf"(?:{endings})(?:[（(][^（）()]*[)）])?$")
