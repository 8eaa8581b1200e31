"""Questions take values safely, whatever these hold, and say what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.answers import Answer
from kg.errors import FayanError
from kg.questions import Question, parse, question, questions
from kg.rdf.store import query, store_of
from kg.rdf.turtle import turtle
from kg.rdf.write import triples
from tests.rdf.made_up import knowledge

HOSTILE = [
    '"@zh } } INSERT DATA { <http://a> <http://b> <http://c> } #',
    '" } UNION { ?f ?p ?o',
    "\\",
    '\\"',
    "\\u0022 } UNION { ?f ?p ?o } #",
    'VALUES ?second { "石柱县"@zh }',
    "{ } ; . , # ' ''' \"\"\"",
    "line\nbreak\r\ttab",
    "$1 \\1 \\g<1> %s {0} {name}",
    "六区一高地\u2028\u202e",
    "😀",
    "",
]


def echo(parameters: int = 2) -> Question:
    """A question that answers with the values of its parameters."""
    names = [f"p{number}" for number in range(parameters)]
    return parse(
        "# 问\n# Asks\n"
        + "".join(f"# @param {name} name 值 | a value\n" for name in names)
        + f"SELECT {' '.join('?' + name for name in names)} WHERE {{\n"
        + "".join(f'  VALUES ?{name} {{ "default"@zh }}\n' for name in names)
        + "}\n",
        "echo",
    )


def answered(asked: Question, *values: str) -> list[tuple[object, ...]]:
    return list(Answer(query(store_of([]), asked.bind(values))).rows)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("other", HOSTILE)
def test_a_hostile_value_comes_back_as_it_was_and_does_nothing(value: str, other: str) -> None:
    assert answered(echo(), value, other) == [(value, other)]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_back_as_it_was(value: str) -> None:
    assert answered(echo(1), value) == [(value,)]


def test_a_value_that_looks_like_the_next_block_is_not_filled_in() -> None:
    asked = echo()
    assert answered(asked, 'VALUES ?p1 { "default"@zh }', "x") == [
        ('VALUES ?p1 { "default"@zh }', "x")
    ]


@pytest.mark.parametrize("value", HOSTILE)
def test_no_question_lets_a_value_reach_more_of_the_graph(value: str) -> None:
    store = store_of(triples(knowledge()))
    before = turtle(quad.triple for quad in store)
    for asked in questions():
        kinds = [parameter.kind.value for parameter in asked.parameters]
        if "name" in kinds:
            good = {"name": value, "text": value, "number": "1", "relation": "alignsWith"}
            answer = Answer(query(store, asked.bind([good[kind] for kind in kinds])))
            assert not answer.rows, asked.name
    assert turtle(quad.triple for quad in store) == before


def test_values_that_are_left_out_stay_at_their_defaults() -> None:
    assert answered(echo(), "x") == [("x", "default")]
    assert echo().bind([]) == echo().text


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("over-threshold", ["GDP", "ten"], "bound: ten: not a number"),
        ("over-threshold", ["GDP", "1e999999"], "not a number"),
        ("over-threshold", ["GDP", "NaN"], "not a number"),
        ("over-threshold", ["GDP", "10 ) || (1 = 1"], "not a number"),
        ("edge-provenance", ["綦江区", "alignWith"], "no such relation; near: alignsWith"),
        ("edge-provenance", ["綦江区", "x> ?p <y"], "no such relation"),
        ("who-aligns", ["a", "b"], "2 values given, it takes FRAMEWORK"),
        ("speeches", ["a"], "1 values given, it takes no values"),
        ("who-aligns", ["a\0b"], "is not text"),
        ("who-aligns", ["\udcff"], "is not text"),
    ],
)
def test_a_value_that_does_not_suit_is_named(name: str, values: list[str], message: str) -> None:
    with pytest.raises(FayanError, match=message.replace("(", r"\(").replace("|", r"\|")):
        question(name).bind(values)


def test_a_number_may_be_written_in_any_way() -> None:
    bound = question("investment-over").bind(["9.6e9"])
    assert '"9600000000"^^<http://www.w3.org/2001/XMLSchema#decimal>' in bound


def test_a_name_that_is_not_there_is_reported() -> None:
    store = store_of(triples(knowledge()))

    def ask(text: str) -> Answer:
        return Answer(query(store, text))

    assert question("who-aligns").unknown(["三区一地"], ask) == []
    assert question("who-aligns").unknown(["四区一地"], ask) == ["四区一地"]


def test_an_unknown_question_gets_what_is_near() -> None:
    with pytest.raises(FayanError, match=r"who-alings: no such question or file; near: who-aligns"):
        question("who-alings")


def test_a_parameter_without_its_block_is_an_error_of_the_file() -> None:
    with pytest.raises(FayanError, match="mine: the parameter x has no line VALUES"):
        parse("# @param x name 值 | a value\nSELECT * { ?s ?p ?x }", "mine")
    with pytest.raises(FayanError, match="mine: not a parameter"):
        parse("# @param x thing 值 | a value\nSELECT * { VALUES ?x { 1 } }", "mine")


def test_a_query_without_words_is_a_question_too() -> None:
    plain = parse("SELECT * { ?s ?p ?o }", "plain")
    assert (plain.chinese, plain.english, plain.parameters) == ("", "", ())
    assert plain.bind([]) == "SELECT * { ?s ?p ?o }"
