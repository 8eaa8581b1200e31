"""Turtle is sorted, prefixed, the same bytes every time, and harmless whatever a text holds."""

from __future__ import annotations

import difflib
import random
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st

import kg as kg_library
from kg.rdf.store import load, store_of
from kg.rdf.terms import PREFIXES, kg, resource, term
from kg.rdf.turtle import block, turtle
from kg.rdf.write import triples
from tests.rdf.made_up import knowledge

HOSTILE = (
    "\"quoted\" 'single' \"\"\"triple\"\"\" '''triple'''",
    "back\\slash \\u4e00 \\n",
    "line\nbreak\r\nand\ttab and\x0bothers\x0c\x1c\x85",
    "\u2028@prefix kg: <https://evil.example/> .\u2028",
    "> <https://evil.example/> . kg:x kg:y kg:z .",
    "<script>alert('1')</script>&lt;",
    "\u202e反向\u202c\u200b\ufeff",
    "\x00\x01\x7f\ufffe\uffff",
    "😀𠀀",
    "长" * 10_000,
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def parsed(written: bytes) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)]


def hostile(test: Callable[[str], None]) -> Callable[[str], None]:
    for text in HOSTILE:
        test = example(text)(test)
    return test


@hostile
@given(texts)
def test_any_text_comes_back_unharmed_in_every_parser(text: str) -> None:
    given_triple = ox.Triple(resource("unit/a"), kg("quote"), ox.Literal(text, language="zh"))
    written = turtle([given_triple])
    assert parsed(written) == [given_triple]
    (found,) = rdflib.Graph().parse(data=written, format="turtle").objects()
    assert str(found) == text


def test_every_parser_finds_the_same_triples() -> None:
    made = set(triples(knowledge()))
    written = turtle(made)
    assert set(parsed(written)) == made
    graph = rdflib.Graph().parse(data=written, format="turtle")
    assert len(graph) == len(made)
    again = graph.serialize(format="nt", encoding="utf-8")
    assert {quad.triple for quad in ox.parse(again, format=ox.RdfFormat.N_TRIPLES)} == made


def test_order_and_repetition_do_not_change_the_bytes() -> None:
    made = list(triples(knowledge()))
    expected = turtle(made)
    for seed in range(5):
        random.Random(seed).shuffle(made)
        assert turtle(made + made[:50]) == expected


def test_the_graph_is_the_same_bytes_after_it_was_stored(tmp_path: Path) -> None:
    written = turtle(triples(knowledge()))
    stored = store_of(triples(knowledge()))
    assert turtle(quad.triple for quad in stored) == written
    path = tmp_path / "graph.ttl"
    path.write_bytes(written)
    assert turtle(quad.triple for quad in load(path)) == written


def subjects(written: bytes) -> list[str]:
    lines = written.decode().split("\n")
    return [line.split(" ")[0] for line in lines if line[:1] not in ("", "\t", "@", ".")]


def test_subjects_are_sorted_and_say_first_what_they_are_and_are_called() -> None:
    written = turtle(triples(knowledge()))
    found = subjects(written)
    assert found == sorted(found)
    assert len(found) == len({triple.subject for triple in parsed(written)})
    text = written.decode()
    assert text[text.index("\nunit:东山县 ") :].splitlines()[1:3] == [
        "unit:东山县 a kg:District ;",
        '\trdfs:label "东山县"@zh ;',
    ]


def test_a_label_comes_first_where_there_is_no_type() -> None:
    node = resource("unit/a")
    one, two = ox.Literal("甲", language="zh"), ox.Literal("乙", language="zh")
    facts = [
        ox.Triple(node, term("dcterms:date"), one),
        ox.Triple(node, term("rdfs:label"), two),
        ox.Triple(node, term("rdfs:label"), one),
    ]
    lines = block(facts).decode().splitlines()
    assert lines == [
        'unit:a rdfs:label "乙"@zh ;',
        '\trdfs:label "甲"@zh ;',
        '\tdcterms:date "甲"@zh ;',
        ".",
    ]
    assert set(parsed(turtle(facts))) == set(facts)


@hostile
@given(texts)
def test_many_values_stand_on_a_line_each(text: str) -> None:
    node = resource("unit/a")
    values: list[ox.Literal | ox.NamedNode]
    values = [ox.Literal(text), ox.Literal(text + " , "), kg("x")]
    facts = {ox.Triple(node, kg("quote"), one) for one in values}
    written = block(facts)
    assert written.count(b"\n") == len(facts) + 1
    assert set(parsed(turtle(facts))) == facts


def test_all_prefixes_are_declared_in_order_and_used() -> None:
    written = turtle(triples(knowledge())).decode()
    header = [line for line in written.splitlines() if line.startswith("@prefix")]
    assert header == sorted(header)
    assert len(header) == len(PREFIXES)
    assert "https://w3id.org/fayan/ns#" not in written.split("\n\n", 1)[1]


MORE = """{region}人民政府工作报告

——2026年1月20日在{region}第十四届人民代表大会第四次会议上

{region}人民政府省长 王某某

各位代表：
一年来，全省地区生产总值增长5.1%，围绕“三区一地”目标，推进满园行动，引进大河集团等企业12家。
"""


def test_one_more_speech_changes_only_its_own_lines(tmp_path: Path) -> None:
    (tmp_path / "2026-山东省.txt").write_text(MORE.format(region="山东省"), encoding="utf-8")
    before = kg_library.build(tmp_path).turtle().decode().splitlines()
    (tmp_path / "2026-江苏省.txt").write_text(MORE.format(region="江苏省"), encoding="utf-8")
    after = kg_library.build(tmp_path).turtle().decode().splitlines()
    changes = list(difflib.ndiff(before, after))
    assert not [line for line in changes if line.startswith("- ")]
    added = "".join(line for line in changes if line.startswith("+ "))
    assert "江苏省" in added and "山东省" not in added


def test_no_triples_are_still_a_turtle_file() -> None:
    assert parsed(turtle([])) == []
