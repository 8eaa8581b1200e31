"""A relation as a clause states it, before the sentence's place and status are put to it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records import Mention, Predicate


@dataclass(frozen=True, slots=True)
class Stated:
    """`subject` is None where the clause names none; `rule` tells what found the relation."""

    subject: Mention | None
    predicate: Predicate
    object: Mention
    rule: str
