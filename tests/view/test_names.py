from __future__ import annotations

from kg.network.build import LEFT_OUT
from kg.records import EntityClass, Kind, Predicate, Status
from kg.view.names import CLASSES, FAMILIES, KINDS, LOOKS, OTHER_LOOK, PREDICATES, STATUSES, look


def test_all_that_can_be_shown_has_a_chinese_name() -> None:
    shown = [cls for cls in EntityClass if cls.value not in LEFT_OUT]
    assert set(CLASSES) == set(shown)
    assert set(PREDICATES) == set(Predicate)
    assert set(KINDS) == set(Kind)
    assert set(STATUSES) == set(Status)
    assert {relation.family for relation in PREDICATES.values()} <= set(FAMILIES)


def test_every_group_can_be_told_without_its_colour() -> None:
    assert set(LOOKS) == {cls.group for cls in CLASSES}
    drawn = [(found.shape, found.hollow) for found in LOOKS.values()]
    assert len(drawn) == len(set(drawn))


def test_an_unknown_group_is_drawn_plainly() -> None:
    assert look("Starship") == OTHER_LOOK
