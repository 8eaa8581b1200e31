"""Finds people named with a post: 市委书记袁家军, 习近平总书记, 省长王某."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract.candidates import Candidate, Weight
from kg.extract.cutting import Word, cut
from kg.extract.sentences import Sentence
from kg.lexicon import longest_first
from kg.reading.names import is_name
from kg.records import EntityClass, Mention

_LONGEST_NAME = 4
_BODIES = (
    "自治区党委",
    "自治区政府",
    "市政府",
    "省政府",
    "市委",
    "省委",
    "区委",
    "县委",
    "州委",
)
_POSTS = "书记|主要领导|省长|市长|区长|县长|主席|州长"
_AFTER_NAME = "同志|调研|视察|考察|出席|带队|率队|主持|强调|指出|讲话|作|批示|[，、。]|$"
_TITLES_AFTER = frozenset({"总书记", "同志", "总理", "主席"})


@dataclass(frozen=True, slots=True)
class NamedOfficial:
    """A person with the post before (or after) the name, and the unit that the post leads.

    The unit of 市委书记 is 市委: which city's is for resolution to tell.
    """

    person: Mention
    unit: Mention | None


def find_officials(sentence: Sentence) -> list[NamedOfficial]:
    """The people that `sentence` names with a post, in order."""
    if not _MAY_NAME.search(sentence.text):
        return []
    line = cut(sentence.text, sentence.start)
    found = [*_posted(sentence, line), *_titled(line)]
    return sorted(found, key=lambda official: official.person)


def candidates(officials: Sequence[NamedOfficial]) -> Iterator[Candidate]:
    """The people as candidates."""
    return (Candidate(official.person, Weight.OFFICIAL) for official in officials)


def _posted(sentence: Sentence, line: Sequence[Word]) -> Iterator[NamedOfficial]:
    """市委书记袁家军: a name after a post."""
    tags = {word.start: word.tag for word in line}
    for match in _post_and_name().finditer(sentence.text):
        start = sentence.start + match.start("name")
        tag = tags.get(start, "")
        if not is_name(match["name"]) or not (tag.startswith("n") or tag == "zg"):
            continue
        yield NamedOfficial(
            Mention(start, start + len(match["name"]), match["name"], EntityClass.OFFICIAL, "post"),
            _led_unit(sentence, match),
        )


def _titled(line: Sequence[Word]) -> Iterator[NamedOfficial]:
    """习近平总书记: a name before a title."""
    for word, title in pairwise(line):
        named = word.tag.startswith("nr") and 1 < len(word.text) <= _LONGEST_NAME
        if named and title.text in _TITLES_AFTER:
            person = Mention(word.start, word.end, word.text, EntityClass.OFFICIAL, "title")
            yield NamedOfficial(person, None)


def _led_unit(sentence: Sentence, match: re.Match[str]) -> Mention | None:
    if not match["body"]:
        return None
    start, end = (sentence.start + place for place in match.span("body"))
    return Mention(start, end, match["body"], EntityClass.DEPARTMENT, "post")


_MAY_NAME = re.compile(f"{_POSTS}|同志|总理")


@cache
def _post_and_name() -> re.Pattern[str]:
    bodies = "|".join(_BODIES)
    surnames = "|".join(longest_first("surnames"))
    openings = "".join(sorted({word[0] for word in (*_BODIES, *_POSTS.split("|"))}))
    return re.compile(
        rf"(?=[{openings}])(?P<body>{bodies}|)(?<!总)(?:{_POSTS})"
        rf"(?P<name>(?:{surnames})[^\W\d_A-Za-z]{{1,2}}?)(?={_AFTER_NAME})"
    )
