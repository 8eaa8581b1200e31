from decimal import Decimal

import pytest

from kg.evaluate.claims import UNIT, amount, of_reader
from kg.evaluate.gold import GoldEntity, GoldFigure, GoldPassage, GoldRelation
from kg.records import Span


@pytest.mark.parametrize(
    ("kind", "value", "unit", "expected"),
    [
        ("level", "1.12", "亿人次", "112000000"),
        ("level", "2.5", "万亿元", "2500000000000"),
        ("level", "4", "万亿", "4000000000000"),
        ("level", "57.93", "万人次", "579300"),
        ("level", "26", "个", "26"),
        ("level", "98.1", "%", "98.1"),
        ("growth", "1.3", "倍", "130"),
        ("growth", "-2", "成", "-20"),
        ("share", "8", "成", "80"),
        ("level", "3", "‰", "0.3"),
        ("points", "45", "个基点", "0.45"),
        ("level", "2", "千万元", "20000000"),
        ("level", "3", "倍", "3"),
        ("rank", "4", "", "4"),
    ],
)
def test_values_are_compared_in_the_base_unit(
    kind: str, value: str, unit: str, expected: str
) -> None:
    assert amount(kind, Decimal(value), unit) == Decimal(expected)


def test_a_share_is_scored_as_a_level() -> None:
    figure = GoldFigure("高技术产业占比", "share", "=", Decimal("40"), "%", "")
    claims = of_reader(GoldPassage("东山县", "", None, (figure,), (), ()))
    assert claims.figures[0].kind == "level"


def test_the_unit_of_a_speech_goes_by_u_and_by_its_name() -> None:
    passage = GoldPassage(
        "东山县",
        "",
        None,
        (),
        (GoldEntity("unit", "东山县", False), GoldEntity("unit", "西山县", False)),
        (GoldRelation("李明", "leads", "U"), GoldRelation("东山县", "partners", "西山县")),
    )
    claims = of_reader(passage)
    assert UNIT in claims.entities[0].names
    assert UNIT not in claims.entities[1].names
    assert {UNIT, "东山县"} <= set(claims.relations[0].object)
    assert UNIT in claims.relations[1].subject
    assert claims.relations[1].object == ("西山县",)


def test_the_unit_of_a_stretch_of_a_file_is_the_one_the_file_is_named_after() -> None:
    passage = GoldPassage(
        "2026-东山省.txt#char=0,9",
        "2026-东山省.txt",
        Span(0, 9),
        (),
        (GoldEntity("unit", "东山", False), GoldEntity("unit", "东山省人民政府", False)),
        (GoldRelation("东山", "partners", "东山省人民政府"),),
    )
    (relation,) = of_reader(passage).relations
    assert UNIT in relation.subject
    assert UNIT not in relation.object
