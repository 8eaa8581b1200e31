"""Answers give Python values, and the standard formats for machines."""

import csv
import io
import json
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.answers import Answer
from kg.errors import FayanError
from kg.rdf.store import query, store_of
from kg.rdf.terms import XSD, kg, resource

DECIMAL = ox.NamedNode(XSD + "decimal")


def answer_to(text: str) -> Answer:
    store = store_of(
        [
            ox.Triple(resource("unit/忠县"), kg("value"), ox.Literal("6.20", datatype=DECIMAL)),
            ox.Triple(resource("unit/忠县"), kg("quote"), ox.Literal('一"句，\n二', language="zh")),
            ox.Triple(resource("unit/忠县"), kg("alignsWith"), resource("initiative/33618")),
        ]
    )
    return Answer(query(store, text))


def test_rows_hold_numbers_as_numbers_and_things_by_their_path() -> None:
    answer = answer_to("SELECT ?s ?v ?none { ?s kg:value ?v }")
    assert answer.columns == ("s", "v", "none")
    assert answer.rows == [("unit/忠县", Decimal("6.20"), None)]


def test_an_ask_is_true_or_false() -> None:
    assert answer_to("ASK { unit:忠县 kg:alignsWith initiative:33618 }")
    assert not answer_to("ASK { unit:忠县 kg:alignsWith initiative:685 }")


def test_csv_and_json_keep_quotes_and_line_breaks() -> None:
    answer = answer_to("SELECT ?q { ?s kg:quote ?q }")
    assert list(csv.reader(io.StringIO(answer.to_csv()))) == [["q"], ['一"句，\n二']]
    assert json.loads(answer.to_json()) == [{"q": '一"句，\n二'}]


def test_a_construct_answers_with_turtle_and_a_select_does_not() -> None:
    made = answer_to("CONSTRUCT { ?s kg:alignsWith ?o } WHERE { ?s kg:alignsWith ?o }")
    assert "unit:忠县 kg:alignsWith initiative:33618" in made.to_turtle()
    with pytest.raises(FayanError):
        answer_to("SELECT ?s { ?s ?p ?o }").to_turtle()
