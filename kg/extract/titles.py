"""Finds the titles that ministries award: 国家森林城市, 新增省级零碳园区5个, “两山”实践创新基地."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.candidates import Candidate, Member, Weight
from kg.extract.heads import strip_quotes
from kg.extract.roles import role
from kg.lexicon import either, words
from kg.records import EntityClass, Mention

_LEVEL = r"国家级|国家|全国|国际|世界|中国|省级|自治区级|市级"
_LEVEL_BEFORE = re.compile(rf"(?:{_LEVEL})$")
_LONGEST_PLACE = 9


def find_titles(group: Sequence[Member], text: str, offset: int) -> Iterator[Candidate]:
    """The titles among the members of one enumeration; `text` is their sentence, from `offset` on.

    A title without its level counts where a number of them was gained. What 新增 lists before a
    title of nature (新增A、B国家重要湿地) are the places that bear it.
    """
    titles = [_title().match(member.phrase.text) for member in group]
    listed = len(titles) - titles.count(None) > 1
    for member, title in zip(group, titles, strict=True):
        if title is None:
            continue
        phrase = member.phrase
        level = _LEVEL_BEFORE.search(text[: phrase.start - offset])
        start = phrase.start - (len(level.group()) if level else 0)
        rest = phrase.text[title.end() :]
        gained = phrase.counted and _gained(member) and not rest
        fellows = listed and title["level"] is not None
        if level or title["level"] or gained or fellows or title.group().startswith("“"):
            held = _recognition(text, offset, start, phrase.start + title.end())
            built = _built_as(member, held)
            yield replace(held, mention=replace(held.mention, cls=built)) if built else held
    yield from _borne(group, text, offset)


def _borne(group: Sequence[Member], text: str, offset: int) -> Iterator[Candidate]:
    last = group[-1].phrase
    title = _title_at_end().search(last.text) if _gained(group[-1]) else None
    if title is None or title.start() == 0:
        return
    ends = [each.phrase.end for each in group[:-1]] + [last.start + title.start()]
    bearers = list(zip([each.phrase.start for each in group], ends, strict=True))
    if any(not 2 <= end - start <= _LONGEST_PLACE for start, end in bearers):
        return
    yield _recognition(text, offset, ends[-1], last.end)
    for start, end in bearers:
        name = strip_quotes(text[start - offset : end - offset])
        mention = Mention(start, end, name, EntityClass.PLACE, "bears a title")
        yield Candidate(mention, Weight.TITLE)


def _built_as(member: Member, held: Candidate) -> EntityClass | None:
    """What a title is that is built or aimed at, not awarded: 建设国家级零碳园区.

    A zone is a place; a model province or city is a goal. None where it is an honour.
    """
    phrase = member.phrase
    said = phrase.verb is not None and phrase.verb.after in ("creates", "advances", "implements")
    told = phrase.is_subject and phrase.words[-1].text == "建设"
    if not (said or told) or phrase.preposition or phrase.counted:
        return None
    name = held.mention.name
    if name.endswith(tuple(role("zone head") | role("zone title"))):
        return EntityClass.PLACE
    return EntityClass.FRAMEWORK if name.endswith(tuple(role("goal title"))) else None


def _recognition(text: str, offset: int, start: int, end: int) -> Candidate:
    name = strip_quotes(text[start - offset : end - offset])
    mention = Mention(start, end, name, EntityClass.RECOGNITION, "title")
    return Candidate(mention, Weight.TITLE)


def _gained(member: Member) -> bool:
    verb = member.phrase.verb
    return verb is not None and verb.text in role("gaining verb")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?P<level>(?:{_LEVEL})?){either(words('titles'))}(?:名单|称号)?")


@cache
def _title_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:国家|国际|世界|全国)(?:级)?{either(words('titles'))}$")
