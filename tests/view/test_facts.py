from __future__ import annotations

from kg.network.build import network
from kg.rdf.contents import Contents
from kg.view.facts import facts, passages
from tests.network.sample import edge, figure, node, quote, speech, unit


def test_each_passage_is_kept_once_in_the_order_of_the_files() -> None:
    first, second, third = quote("一", 5), quote("二", 90), quote("三", 1, file="乙.txt")
    given = Contents(
        (unit("甲区", quotes=(second, first)), node("initiative/一", "一", quotes=(third,))),
        (edge("unit/甲区", "implements", "initiative/一", first),),
        (figure(0, "甲区", "", second),),
        (),
    )
    assert sorted(passages(given), key=lambda said: (said.file, said.start)) == passages(given)
    assert set(passages(given)) == {first, second, third}
    assert len(passages(given)) == 3


def test_quotes_tell_their_speech_and_their_place() -> None:
    row = speech("甲区")
    said = quote("甲区举办大会", 12, speech=row.id)
    outside = quote("另一句", 99, speech="")
    given = Contents((unit("甲区", quotes=(said, outside)),), (), (), (row,))
    found = facts(given, network(given), passages(given))
    assert found["files"] == [said.file]
    # the words of the first stand in the text of its speech, at its start
    assert found["quotes"] == [[0, 0, 12, 18, 0, 6], [-1, 0, 99, 102, -1, -1, "另一句"]]
    assert found["texts"][0]["text"] == "甲区举办大会"


def test_a_speech_tells_for_which_unit_it_was_given() -> None:
    given = Contents((unit("甲区"),), (), (), (speech("甲区"), speech("丙区")))
    found = facts(given, network(given), [])["speeches"]
    assert [(row["label"], row["unit"]) for row in found] == [
        ("甲区的发言", "unit/甲区"),
        ("丙区的发言", ""),
    ]
