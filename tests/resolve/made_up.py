"""Made-up speeches and facts; a mention is found in the text by its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kg.records import (
    Comparator,
    EntityClass,
    Facts,
    Kind,
    Knowledge,
    Meeting,
    Mention,
    Observation,
    Official,
    Post,
    Predicate,
    Relation,
    SourceFile,
    Span,
    Speech,
    Status,
    Text,
)

DAY = date(2024, 7, 18)
BYLINE = "（甲市 张三）\n"


def speech(
    body: str,
    unit: str = "萧山区",
    region: str = "浙江省",
    *,
    official: str = "",
    posts: Sequence[tuple[str, str]] = (),
    meeting: str = "",
    notice: bool = True,
    raw: str = "",
    file: str = "page.txt",
    day: date | None = DAY,
) -> Speech:
    """A speech whose body stands in its file after a byline, so that offsets differ.

    `raw` is the whole file where that holds more, `notice` whether it tells of the meeting.
    """
    raw = raw or BYLINE + body
    start = raw.index(body)
    return Speech(
        file=SourceFile(file, raw, "0" * 64, "utf-8"),
        unit=unit,
        official=Official(official, tuple(Post(*post) for post in posts)) if official else None,
        region=region,
        meeting=Meeting(meeting, day, Span(0, 7) if notice else None) if meeting else None,
        spoken_on=day,
        text=Text(body, tuple(range(start, start + len(body)))),
        body_start=0,
        headline="",
        byline=Span(raw.rfind("（", 0, start), start - 1) if official else None,
        body=Span(start, start + len(body)),
    )


def mention(text: str, name: str, cls: EntityClass, words: str = "") -> Mention:
    """The first mention of `name` in `text`, spelled there as `words` where they differ."""
    start = text.index(words or name)
    return Mention(start, start + len(words or name), name, cls, "made up")


def relation(
    text: str,
    subject: Mention | None,
    predicate: Predicate,
    target: Mention,
    status: Status = Status.REPORTED,
) -> Relation:
    """A relation that the sentence around `target` states."""
    start = text.rfind("。", 0, target.start) + 1
    end = text.index("。", target.start) + 1
    return Relation(subject, predicate, target, start, end, status, "made up")


def observation(
    text: str, words: str, indicator: str, value: str, about: Mention | None = None
) -> Observation:
    """A growth figure written as `words`."""
    start = text.index(words)
    return Observation(
        start=start,
        end=start + len(words),
        sentence_start=text.rfind("。", 0, start) + 1,
        sentence_end=text.index("。", start) + 1,
        indicator=indicator,
        kind=Kind.GROWTH,
        comparator=Comparator.EQUAL,
        value=Decimal(value),
        unit_text="%",
        amount=Decimal(value),
        base_unit="%",
        about=about,
    )


def facts(
    given: Speech,
    *mentions: Mention,
    relations: Sequence[Relation] = (),
    observations: Sequence[Observation] = (),
) -> Facts:
    return Facts(given, mentions, tuple(relations), tuple(observations), ())


def only(given: Speech, name: str, cls: EntityClass) -> Facts:
    """A speech that mentions one thing."""
    return facts(given, mention(given.text.characters, name, cls))


def label_of(knowledge: Knowledge, identifier: str) -> str:
    return {row.id: row.label for row in knowledge.entities}[identifier]
