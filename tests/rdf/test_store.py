"""Files load or say where they are wrong; queries answer or say where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import FayanError
from kg.rdf.store import load, query, store_of
from kg.rdf.terms import PREFIXES
from kg.rdf.turtle import turtle
from kg.rdf.write import triples
from tests.rdf.made_up import knowledge


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("rdf", ox.RdfFormat.RDF_XML),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("nq", ox.RdfFormat.N_QUADS),
    ],
)
def test_a_file_loads_by_its_suffix(tmp_path: Path, suffix: str, form: ox.RdfFormat) -> None:
    made = set(triples(knowledge()))
    path = tmp_path / f"图谱 {suffix}.{suffix}"
    path.write_bytes(ox.serialize(made, format=form) or b"")
    assert {quad.triple for quad in load(path)} == made


def test_a_file_that_does_not_parse_is_named_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_bytes(turtle(triples(knowledge())) + b"\nunit:a kg:leads .\n")
    lines = path.read_text(encoding="utf-8").count("\n")
    with pytest.raises(FayanError, match=rf"broken\.ttl:{lines}:\d+: not valid RDF: .*object"):
        load(path)


def test_a_file_that_is_not_there_or_not_rdf_is_named(tmp_path: Path) -> None:
    with pytest.raises(FayanError, match=r"missing\.ttl: no such file"):
        load(tmp_path / "missing.ttl")
    (tmp_path / "notes.docx").write_bytes(b"PK")
    with pytest.raises(FayanError, match=r"notes\.docx: "):
        load(tmp_path / "notes.docx")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(FayanError, match=r"folder\.ttl: "):
        load(tmp_path / "folder.ttl")


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "gbk.ttl"
    path.write_bytes('<http://a> <http://b> "綦江区" .'.encode("gb18030"))
    with pytest.raises(FayanError, match=r"gbk\.ttl"):
        load(path)


def test_a_query_needs_no_prefixes() -> None:
    store = store_of(triples(knowledge()))
    found = query(store, "SELECT ?unit { ?unit kg:alignsWith initiative:三区一地 }")
    assert [row[0].value for row in found] == [PREFIXES["unit"] + "东山县"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT ?x WHERE { ?x", "line 1, column 21: not valid SPARQL, after “SELECT ?x WHERE"),
        ("SELECT ?x { ?x nobody:knows ?y }", "line 1, column 28: Prefix not found, after"),
        ("SELECT ?x {\n  ?x kg:value ?y\n  FILTER(?y > ) }", "line 3, column"),
        ("SELECT ?y (COUNT(?x) AS ?n) { ?x ?p ?y }", "a variable that is unbound"),
        ("", "line 1, column 1: not valid SPARQL"),
        ("DROP ALL", "line 1, column"),
        ("INSERT DATA { <http://a> <http://b> <http://c> }", "line 1, column"),
    ],
)
def test_a_query_that_is_wrong_is_an_error_of_one_line_with_the_place(
    text: str, place: str
) -> None:
    store = store_of(triples(knowledge()))
    size = len(store)
    with pytest.raises(FayanError) as caught:
        query(store, text)
    message = str(caught.value)
    assert message.startswith("query: ")
    assert place in message
    assert "\n" not in message and len(message) < 150
    assert len(store) == size
