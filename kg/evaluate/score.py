"""Scores what a graph says of each passage against what a reader wrote down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from kg.errors import FayanError
from kg.evaluate.claims import (
    UNIT,
    Claims,
    EntityClaim,
    FigureClaim,
    RelationClaim,
    of_reader,
)
from kg.evaluate.gold import GoldPassage
from kg.evaluate.match import (
    pair,
    same_entity,
    same_figure,
    same_grouped,
    same_name,
    same_relation,
)
from kg.evaluate.predicted import of_graph
from kg.rdf.contents import Contents

Claim = TypeVar("Claim", FigureClaim, EntityClaim, RelationClaim)


class Measure(StrEnum):
    """What is scored; the value is its heading in a table."""

    OBSERVATIONS = "observations"
    ENTITIES = "entities by name"
    GROUPED = "entities by name and group"
    RELATIONS = "relations"
    UNITS = "units"
    OFFICIALS = "officials"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, missed and wrong, each fact as a line to read.

    `found` pairs the reader's wording with the graph's. Over nothing at all, precision and recall
    are 1: nothing said was wrong, nothing stated was missed.
    """

    found: tuple[tuple[str, str], ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.found + other.found, self.missed + other.missed, self.wrong + other.wrong
        )

    @property
    def precision(self) -> float:
        """The share of what was said that is right, 0 to 1."""
        return _ratio(len(self.found), len(self.found) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what the reader found that was said, 0 to 1."""
        return _ratio(len(self.found), len(self.found) + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        both = 2 * len(self.found)
        return _ratio(both, both + len(self.missed) + len(self.wrong))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class PassageScore:
    """The outcome of one passage by measure."""

    docid: str
    outcomes: dict[Measure, Outcome]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all passages, in the reader's order."""

    passages: tuple[PassageScore, ...]

    def total(self, measure: Measure) -> Outcome:
        """The outcome over all passages: every fact weighs the same."""
        return sum((passage.outcomes[measure] for passage in self.passages), Outcome((), (), ()))


def evaluate(contents: Contents, gold: Sequence[GoldPassage]) -> Evaluation:
    """Scores the graph's facts inside each passage of `gold` against that passage's lines.

    Raises FayanError where a passage is of a speech or a file that the graph does not hold.
    """
    return Evaluation(
        tuple(
            PassageScore(passage.docid, compare(of_reader(passage), of_graph(contents, passage)))
            for passage in gold
        )
    )


def agreement(one: Sequence[GoldPassage], other: Sequence[GoldPassage]) -> Evaluation:
    """Scores the reader `other` against the reader `one`.

    A thing that either of them holds for optional is neither missed nor wrong, so that swapping
    the two swaps precision and recall and leaves F1 as it is. Raises FayanError where the two did
    not read the same passages.
    """
    others = {passage.docid: passage for passage in other}
    unshared = {passage.docid for passage in one} ^ others.keys()
    if unshared:
        raise FayanError(f"read by one reader only: {', '.join(sorted(unshared))}")
    return Evaluation(
        tuple(
            PassageScore(
                passage.docid, compare(of_reader(passage), of_reader(others[passage.docid]))
            )
            for passage in one
        )
    )


def compare(gold: Claims, said: Claims) -> dict[Measure, Outcome]:
    """The outcome of every measure for one passage."""
    stated, claimed = (
        [each for each in side.relations if not _optional(each, gold, said)]
        for side in (gold, said)
    )
    return {
        Measure.OBSERVATIONS: _shown(*_split(gold.figures, said.figures, same_figure)),
        Measure.ENTITIES: _entities(gold, said, _is_thing, same_entity),
        Measure.GROUPED: _entities(gold, said, _is_thing, same_grouped),
        Measure.RELATIONS: _shown(*_split(stated, claimed, same_relation)),
        Measure.UNITS: _entities(gold, said, _is_unit, same_entity),
        Measure.OFFICIALS: _entities(gold, said, _is_official, same_entity),
    }


def _is_unit(entity: EntityClaim) -> bool:
    return entity.group == "unit"


def _is_official(entity: EntityClaim) -> bool:
    return entity.group == "official"


def _is_thing(entity: EntityClaim) -> bool:
    return not _is_unit(entity) and not _is_official(entity)


def _entities(
    gold: Claims,
    said: Claims,
    scored: Callable[[EntityClaim], bool],
    alike: Callable[[EntityClaim, EntityClaim], float],
) -> Outcome:
    """Pairs the things that are not optional; what is left over may be optional to the other side.

    An optional line excuses a thing by name alone, whatever group either side gives it.
    """
    found, missed, wrong = _split(
        [each for each in gold.entities if scored(each) and not each.optional],
        [each for each in said.entities if scored(each) and not each.optional],
        alike,
    )
    return _shown(
        found,
        [each for each in missed if not _excused(each, said)],
        [each for each in wrong if not _excused(each, gold)],
    )


def _excused(entity: EntityClaim, other: Claims) -> bool:
    # Whether a reader lists the unit whose speech it is says nothing of the extractor.
    return UNIT in entity.names or any(
        each.optional and same_entity(entity, each) for each in other.entities
    )


def _optional(relation: RelationClaim, *sides: Claims) -> bool:
    return any(
        _optional_end(end, side) for side in sides for end in (relation.subject, relation.object)
    )


def _optional_end(names: tuple[str, ...], side: Claims) -> bool:
    """Whether the thing on an E line that `names` fits best is optional."""
    fits = [(same_name(names, each.names), not each.optional) for each in side.entities]
    likeness, required = max(fits, default=(0.0, True))
    return likeness > 0 and not required and UNIT not in names


def _split(
    gold: Sequence[Claim], said: Sequence[Claim], alike: Callable[[Claim, Claim], float]
) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """What was found (paired with what was said), what was missed, and what was wrong."""
    pairs = pair(gold, said, alike)
    found, right = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        [(gold[i], said[j]) for i, j in pairs],
        [each for i, each in enumerate(gold) if i not in found],
        [each for j, each in enumerate(said) if j not in right],
    )


def _shown(
    found: Sequence[tuple[Claim, Claim]], missed: Sequence[Claim], wrong: Sequence[Claim]
) -> Outcome:
    return Outcome(
        tuple((one.shown, other.shown) for one, other in found),
        tuple(each.shown for each in missed),
        tuple(each.shown for each in wrong),
    )
