"""What the finders of mentions hand over before overlaps are settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from kg.extract.cutting import Word
from kg.extract.heads import name_of
from kg.extract.phrases import Phrase
from kg.records import EntityClass, Mention


class Weight(IntEnum):
    """How much the evidence for a mention counts against one that overlaps it."""

    UNIT = 30
    ORGAN = 40
    HONOURED = 45
    INDUSTRY = 50
    DEPARTMENT = 57
    LISTED = 58
    ENTERPRISE = 60
    FRAMEWORK = 62
    SLOGAN = 66
    HEAD = 70
    ROAD = 71
    GLOSSED = 75
    QUOTATION = 80
    TITLE = 84
    RECOGNITION = 85
    DOCTRINE = 88
    DOCUMENT = 90
    OFFICIAL = 95


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention; among overlapping ones the heavier stands, then the longer."""

    mention: Mention
    weight: Weight


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an enumeration with what its fellows tell of it.

    `composed` are the words it shares with a later member or the marker (中瑞、中德等合作园区).
    """

    phrase: Phrase
    composed: tuple[Word, ...] = field(default=())

    @property
    def words(self) -> tuple[Word, ...]:
        """The member's own words and those it shares."""
        return self.phrase.words + self.composed


def candidate(
    own: Sequence[Word],
    cls: EntityClass,
    reason: str,
    weight: Weight,
    composed: Sequence[Word] = (),
    aliases: tuple[str, ...] = (),
) -> Candidate:
    """A candidate that covers the words `own`; `composed` adds to its name, not to its span."""
    name = name_of([*own, *composed])
    mention = Mention(
        start=own[0].start,
        end=own[-1].end,
        name=name,
        cls=cls,
        reason=reason,
        aliases=tuple(alias for alias in aliases if alias and alias != name),
    )
    return Candidate(mention, weight)
