"""Tells which mentions each phrase of a clause names, and which verb governs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from kg.extract.neighbours import adjoins
from kg.extract.phrases import ClauseParts, Phrase, Verb
from kg.extract.sentences import Sentence
from kg.extract.signatures import fits
from kg.extract.verbs import entries
from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

_PRODUCTS = ("产品", "新产品", "车型", "新车型")
_NO_NAME = frozenset({"t", "m", "r", "d"})


@dataclass(frozen=True, slots=True)
class ClauseMentions:
    """A clause of `sentence` with the `mentions` (sorted) inside it; `unit` is who speaks."""

    clause: ClauseParts
    sentence: Sentence
    mentions: Sequence[Mention]
    unit: str

    def of(self, phrase: Phrase) -> tuple[Mention, ...]:
        """What `phrase` is about: of two names side by side the first tells whose it is."""
        inside = self._within(phrase)
        return tuple(
            one
            for one, other in zip_longest(inside, inside[1:])
            if other is None or not adjoins(one, other, self.sentence)
        )

    def owners(self, phrase: Phrase) -> tuple[Mention, ...]:
        """The enterprises whose things `phrase` names."""
        return tuple(one for one, _ in self._pairs(phrase) if one.cls is Cls.ENTERPRISE)

    def makers(self, phrase: Phrase) -> tuple[Mention, ...]:
        """The enterprises whose products the enumeration of `phrase` lists (E的甲、乙等新产品)."""
        fellows = self.fellows(phrase)
        return self.owners(fellows[0]) if phrase.marker_text.startswith(_PRODUCTS) else ()

    def bearers(self, phrase: Phrase) -> tuple[tuple[Mention, ...], Mention | None]:
        """Who bears the title that closes the enumeration of `phrase`, and that title.

        A、B、C国家重要湿地: the first three. The title is None where none closes it.
        """
        fellows = self.fellows(phrase)
        for one, other in self._pairs(fellows[-1]):
            if other.cls is Cls.RECOGNITION:
                bearers = [each for fellow in fellows[:-1] for each in self.of(fellow)]
                return (*bearers, one), other
        return (), None

    def fellows(self, phrase: Phrase) -> list[Phrase]:
        """The members of the enumeration that `phrase` belongs to, in order."""
        return [
            part
            for part in self.clause.parts
            if isinstance(part, Phrase) and (part is phrase or part.group == phrase.group >= 0)
        ]

    def governor(self, phrase: Phrase) -> Verb | None:
        """The verb that governs `phrase`; one inside a name (贯彻 of 学习贯彻…教育) does not."""
        if phrase.verb is None or not self._is_in_name(phrase.verb):
            return phrase.verb
        earlier = [
            part
            for part in self.clause.parts
            if isinstance(part, Verb) and part.end <= phrase.start and not self._is_in_name(part)
        ]
        return earlier[-1] if earlier else None

    def settled(self, phrase: Phrase) -> tuple[Mention, Mention] | None:
        """Who settles where by a verb within `phrase` (X集团落地Y并揭牌), None if nobody does."""
        inside = self._within(phrase)
        if not inside:
            return None
        later = [word for word in phrase.words if word.start >= inside[0].end]
        entry = entries().get(later[0].text) if len(later) > 1 else None
        if entry is None or entry.before != Predicate.ATTRACTS:
            return None
        word = later[1]
        if len(word.text) > 1 and self.unit.startswith(word.text):
            own = Mention(word.start, word.end, self.unit, Cls.DISTRICT, "the speaker")
            return inside[0], own
        place = inside[1] if len(inside) > 1 else None
        return (inside[0], place) if place and fits(Predicate.LOCATED_IN, place) else None

    def text(self, start: int, end: int) -> str:
        """The characters between two places of the speech; the sentence's are all there are."""
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def _is_in_name(self, verb: Verb) -> bool:
        return any(each.start <= verb.start and verb.end <= each.end for each in self.mentions)

    def _pairs(self, phrase: Phrase) -> list[tuple[Mention, Mention]]:
        """The names of `phrase` that stand side by side."""
        inside = self._within(phrase)
        return [pair for pair in pairwise(inside) if adjoins(*pair, self.sentence)]

    def _within(self, phrase: Phrase) -> list[Mention]:
        return [
            mention
            for mention in self.mentions
            if mention.start < phrase.end
            and phrase.start < mention.end
            and mention.cls is not Cls.OFFICIAL
        ]


def as_written(mention: Mention, phrase: Phrase) -> Mention:
    """A known initiative by the longer name that the text gives it (党建引领X for X).

    The mention itself where it is quoted, where it is no initiative, and where it is all of
    `phrase` or more stands after it.
    """
    first = phrase.words[0]
    longer = phrase.start < mention.start and mention.end == phrase.end
    named = mention.end - mention.start == len(mention.name) and first.tag not in _NO_NAME
    if mention.cls.group is not Cls.INITIATIVE or not longer or not named:
        return mention
    if phrase.quoted:
        return mention
    return Mention(phrase.start, phrase.end, phrase.text, mention.cls, "longer name")
