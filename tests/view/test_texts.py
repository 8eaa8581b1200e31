from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.api import Graph
from kg.rdf.contents import Contents
from kg.view.facts import passages
from kg.view.texts import Reading, Utf16, plain, readings
from tests.network.sample import node, quote, speech, unit

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seed() -> Graph:
    return kg.build(SEEDS)


@pytest.fixture(scope="module")
def read(seed: Graph) -> dict[str, Reading]:
    assert seed.build is not None
    contents = seed.contents
    return readings(contents, contents.nodes, passages(contents), seed.build.facts)


def test_each_speech_of_the_seed_is_there_whole(seed: Graph, read: dict[str, Reading]) -> None:
    assert len(read) == 10
    reading = read["speech/2025-04-24-綦江区"]
    assert reading.whole
    assert reading.text.startswith("突出“链”上发力 推动工业高质量发展跑出加速度\n綦江对标“33618”")
    assert reading.byline == "綦江区委书记 尹国喜"


def test_every_passage_stands_where_the_text_has_its_words(
    seed: Graph, read: dict[str, Reading]
) -> None:
    found = 0
    for said in passages(seed.contents):
        reading = read[said.speech]
        if said in reading.places:
            start, end = reading.places[said]
            assert reading.text[start:end] == said.text
            found += 1
        else:
            assert said in reading.byline_quotes, said
    assert found > 100


def test_every_mention_that_was_read_is_marked_as_what_it_names(
    seed: Graph, read: dict[str, Reading]
) -> None:
    assert seed.build is not None
    names = {row.id: (row.label, *row.alt_labels) for row in seed.contents.nodes}
    ids = {row.file: row.id for row in seed.contents.speeches}
    assert len(ids) == 1  # all speeches stand in one file
    marks = {
        (reading.text, start, end): id
        for reading in read.values()
        for start, end, id in reading.marks
    }
    for facts in seed.build.facts:
        for mention in facts.mentions:
            id = marks[facts.speech.text.characters, mention.start, mention.end]
            assert mention.name in names[id]


def test_marks_are_in_order_and_apart(read: dict[str, Reading]) -> None:
    for reading in read.values():
        ends = [0]
        for start, end, _ in reading.marks:
            assert ends[-1] <= start < end <= len(reading.text)
            ends.append(end)


def test_without_the_file_the_passages_are_all_there_is() -> None:
    row = speech("甲区")
    whole = quote("甲区实施甲工程，建设乙园。", 40, speech=row.id)
    part = quote("建设乙园", 48, speech=row.id)
    first = quote("开头一句。", 7, speech=row.id)
    contents = Contents(
        (
            node("initiative/甲工程", "甲工程", quotes=(whole,)),
            node("place/乙园", "乙园", "Place", "Place", quotes=(part,)),
            unit("甲区", quotes=(first,)),
        ),
        (),
        (),
        (row,),
    )
    reading = readings(contents, contents.nodes, passages(contents), ())[row.id]
    assert not reading.whole
    assert reading.text == "开头一句。\n甲区实施甲工程，建设乙园。"
    assert {reading.text[start:end] for start, end in reading.places.values()} == {
        first.text,
        whole.text,
        part.text,
    }
    assert [(reading.text[start:end], id) for start, end, id in reading.marks] == [
        ("甲工程", "initiative/甲工程"),
        ("乙园", "place/乙园"),
    ]


def test_a_speech_of_which_nothing_is_known_is_empty() -> None:
    contents = Contents((unit("甲区"),), (), (), (speech("甲区"),))
    (reading,) = readings(contents, contents.nodes, (), ()).values()
    assert (reading.text, reading.whole, reading.marks) == ("", False, [])


@given(st.text(), st.data())
def test_places_count_as_browsers_count(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    expected = len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
    assert Utf16(text)(position) == expected


def test_marks_beyond_the_basic_plane_are_told_as_browsers_count() -> None:
    reading = Reading("𫟼𫟼甲工程", True, marks=[(2, 5, "initiative/甲工程")])
    assert plain(reading)["marks"] == [[4, 7, "initiative/甲工程"]]
    assert plain(replace(reading, marks=[]))["marks"] == []
