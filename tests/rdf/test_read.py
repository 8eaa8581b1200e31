"""Reading a graph gives back what was written, row by row."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.rdf.contents import Contents, Quote
from kg.rdf.read import read
from kg.rdf.store import store_of
from kg.rdf.turtle import turtle
from kg.rdf.write import triples
from kg.records import Entity, EntityClass, Passage, SourceFile, Span
from kg.resolve.names import entity_id
from tests.rdf.made_up import EAST, FIGURE, FRAMEWORK, PAGE, PERSON, PLAN, SPEECH, knowledge
from tests.rdf.test_turtle import HOSTILE


@pytest.fixture(scope="module")
def contents() -> Contents:
    return read(store_of(triples(knowledge())))


def test_every_thing_comes_back_with_its_class_names_and_code(contents: Contents) -> None:
    written = {row.id: row for row in knowledge().entities}
    assert [node.id for node in contents.nodes] == sorted(written)
    for node in contents.nodes:
        entity = written[node.id]
        assert (node.label, node.cls, node.alt_labels, node.code) == (
            entity.label,
            entity.cls.value,
            entity.alt_labels,
            entity.code,
        )
        assert node.group == entity.cls.group.value
    assert {node.cls for node in contents.nodes} == {cls.value for cls in EntityClass} - {"Speech"}


def test_every_thing_tells_where_it_is_mentioned(contents: Contents) -> None:
    for node in contents.nodes:
        assert node.speeches == ("东山县李明的发言",)
        assert node.quotes == (Quote(SPEECH, 40, 56, "我们围绕三区一地，推进满园行动。", PAGE),)


def test_every_edge_comes_back_with_its_status_passages_and_authority(contents: Contents) -> None:
    written = {
        (row.subject, row.predicate.value, row.object): row for row in knowledge().statements
    }
    assert [(edge.source, edge.predicate, edge.target) for edge in contents.edges] == sorted(
        written
    )
    for edge in contents.edges:
        statement = written[edge.source, edge.predicate, edge.target]
        assert edge.status == statement.status.value
        assert edge.authority == statement.source
        assert edge.quotes == tuple(
            Quote(one.speech, one.span.start, one.span.end, one.quote, one.file)
            for one in statement.passages
        )


def test_an_edge_from_the_glossary_has_no_quote(contents: Contents) -> None:
    (edge,) = (row for row in contents.edges if row.predicate == "partOf")
    assert (edge.source, edge.target, edge.quotes) == (PLAN, FRAMEWORK, ())
    assert edge.authority == "a register"


def test_a_figure_comes_back_spelled_out(contents: Contents) -> None:
    (row,) = contents.figures
    assert row.id == FIGURE
    assert (row.unit, row.indicator, row.indicator_text) == ("东山县", "地区生产总值", "GDP")
    assert (row.kind, row.comparator, row.status) == ("Level", "AtLeast", "Target")
    assert (row.value, row.unit_text, row.amount, row.base_unit) == (
        "5.67",
        "亿元",
        "567000000",
        "元",
    )
    assert (row.area, row.period, row.whole, row.about) == (
        "全县",
        "2025-Q1",
        "全市",
        "东山水库项目",
    )
    assert row.quote == Quote(SPEECH, 100, 115, "一季度GDP超过5.67亿元。", PAGE)


def test_a_speech_comes_back_with_labels(contents: Contents) -> None:
    (row,) = contents.speeches
    assert (row.id, row.label, row.headline) == (SPEECH, "东山县李明的发言", "干字当头 开创新局")
    assert (row.unit, row.official, row.posts) == ("东山县", "李明", ("东山县委书记",))
    assert (row.meeting, row.date, row.file) == ("例会", "2025-04-24", PAGE)


def test_a_speech_without_official_meeting_and_date_has_empty_fields() -> None:
    body = knowledge()
    bare = replace(
        body.speeches[0], official="", meeting="", spoken_on=None, headline="", mentions=()
    )
    (row,) = read(store_of(triples(replace(body, speeches=(bare,))))).speeches
    assert (row.official, row.posts, row.meeting, row.date, row.headline) == ("", (), "", "", "")


def test_a_graph_reads_the_same_after_a_trip_through_turtle(contents: Contents) -> None:
    store = ox.Store()
    store.bulk_load(turtle(triples(knowledge())), format=ox.RdfFormat.TURTLE)
    assert read(store) == contents


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_quotes_of_a_text_come_back_as_they_were(text: str) -> None:
    said = Passage(f"{text[:50]}.txt", Span(0, len(text)), text, SPEECH)
    thing = Entity(entity_id(EntityClass.PLACE, text), EntityClass.PLACE, text, (text + "二",))
    body = knowledge()
    statement = replace(body.statements[0], object=thing.id, passages=(said,))
    body = replace(
        body,
        files=(*body.files, SourceFile(said.file, "", "cd" * 32, "utf-8")),
        entities=(*body.entities, thing),
        statements=(statement,),
        speeches=(replace(body.speeches[0], headline=text, mentions=()),),
    )
    store = ox.Store()
    store.bulk_load(turtle(triples(body)), format=ox.RdfFormat.TURTLE)
    found = read(store)
    (node,) = (row for row in found.nodes if row.cls == "Place" and row.id == thing.id)
    assert (node.label, node.alt_labels) == (text, (text + "二",))
    (edge,) = found.edges
    assert edge.quotes == (Quote(SPEECH, 0, len(text), text, said.file),)
    assert found.speeches[0].headline == text


def test_an_empty_graph_has_no_rows() -> None:
    assert read(ox.Store()) == Contents((), (), (), ())


def test_foreign_triples_do_not_disturb(contents: Contents) -> None:
    store = store_of(triples(knowledge()))
    store.update("INSERT DATA { <https://example.org/x> a <https://example.org/Y> . [] a [] }")
    assert read(store) == contents
    assert {EAST, PERSON} <= {node.id for node in contents.nodes}
