"""Which classes of things each predicate can have for its object."""

from __future__ import annotations

from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

AGENTS = frozenset({Cls.ENTERPRISE, Cls.BODY, Cls.UNIT})
"""What acts for itself."""

CARRYING = frozenset(
    {
        Predicate.IMPLEMENTS,
        Predicate.CREATES,
        Predicate.HOSTS,
        Predicate.ISSUES,
        Predicate.ADVANCES,
        Predicate.SIGNS,
    }
)
"""What a unit does with an undertaking of its own."""

_UNDERTAKINGS = frozenset({Cls.INITIATIVE, Cls.PROJECT, Cls.PLACE, Cls.BODY})
_OBJECTS: dict[Predicate, frozenset[Cls]] = {
    Predicate.ALIGNS_WITH: frozenset({Cls.INITIATIVE, Cls.PLACE}),
    Predicate.IMPLEMENTS: _UNDERTAKINGS,
    Predicate.CREATES: _UNDERTAKINGS | {Cls.ENTERPRISE},
    Predicate.HOSTS: frozenset({Cls.INITIATIVE}),
    Predicate.ISSUES: frozenset({Cls.INITIATIVE}),
    Predicate.ADVANCES: _UNDERTAKINGS,
    Predicate.SIGNS: frozenset({Cls.INITIATIVE, Cls.PROJECT, Cls.PLACE}),
    Predicate.SUPPORTS: _UNDERTAKINGS | {Cls.ENTERPRISE, Cls.UNIT},
    Predicate.COOPERATES_WITH: AGENTS,
    Predicate.ATTRACTS: frozenset({Cls.ENTERPRISE, Cls.BODY, Cls.PROJECT, Cls.PLACE}),
    Predicate.DEVELOPS: frozenset({Cls.INDUSTRY}),
    Predicate.RECOGNISED_AS: frozenset({Cls.RECOGNITION}),
    Predicate.LOCATED_IN: frozenset({Cls.PLACE, Cls.UNIT}),
    Predicate.BUILDS: _UNDERTAKINGS,
}


def fits(predicate: Predicate, thing: Mention) -> bool:
    """Whether `thing` can be the object of `predicate`."""
    return thing.cls.group in _OBJECTS.get(predicate, frozenset())


def is_agent(thing: Mention) -> bool:
    """Whether `thing` acts for itself: an enterprise, a body, a unit."""
    return thing.cls.group in AGENTS
