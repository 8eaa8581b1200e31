"""IRIs can hold any name, and every term that code uses is declared in the ontology."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st

from kg.rdf.terms import ID, KG, NAMESPACES, PREFIXES, kg, passage, path_of, resource, term
from kg.rdf.turtle import turtle
from kg.rdf.write import statement_node, triples
from kg.records import Comparator, EntityClass, Kind, Predicate, Status
from kg.resources import ontology
from tests.conftest import ROOT
from tests.rdf.made_up import figure, knowledge, observation

HOSTILE = (
    '"><script>alert(1)</script>',
    "a\\b\"c'd\n\r\t\x00\x7f",
    "\u202e反了",
    "a b<c>d{e}|f^g`h#i?j%k%2Fl",
    ".",
    "..",
    "a.",
    ".a",
    "-",
    "é́ 😀",
    "\ufffe\ue000",
    "长" * 10_000,
)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def hostile(test: Callable[[str], None]) -> Callable[[str], None]:
    for name in HOSTILE:
        test = example(name)(test)
    return test


@hostile
@given(names)
def test_a_resource_has_a_legal_iri_that_leads_back_to_its_path(name: str) -> None:
    iri = resource(f"unit/{name}").value
    assert path_of(iri) == f"unit/{name}"
    assert iri.startswith(ID)
    assert not set(iri) & set(' <>"{}|\\^`#?\n\r\t')


@hostile
@given(names)
def test_a_resource_is_the_same_node_in_every_parser_of_our_turtle(name: str) -> None:
    node = resource(f"unit/{name}")
    written = turtle([ox.Triple(node, term("rdf:type"), kg("Unit"))])
    assert [quad.subject for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)] == [node]
    subjects = rdflib.Graph().parse(data=written, format="turtle").subjects()
    assert [str(subject) for subject in subjects] == [node.value]


@given(names, names)
def test_two_names_never_share_an_iri(one: str, other: str) -> None:
    assert (resource(one) == resource(other)) == (one == other)


def test_a_readable_name_stays_readable() -> None:
    assert resource("initiative/六区一高地").value == ID + "initiative/六区一高地"
    assert resource("unit/綦江区") == term("unit:綦江区")


def test_the_iri_of_a_passage_is_the_files_with_an_rfc_5147_fragment() -> None:
    file = resource("file/摘登 #1.txt").value
    assert passage("摘登 #1.txt", 3, 17).value == f"{file}#char=3,17"


def test_an_iri_from_elsewhere_is_left_whole() -> None:
    assert path_of("https://example.org/id/%E5") == "https://example.org/id/%E5"
    with pytest.raises(KeyError):
        term("nobody:knows")


def test_statements_of_different_edges_have_different_nodes() -> None:
    edges = [
        ("unit/a", "leads", "unit/b"),
        ("unit/a-leads-unit", "leads", "unit/b"),
        ("unit/a", "leads", "unit/unit-b"),
        ("unit/a", "partOf", "unit/b"),
    ]
    assert len({statement_node(*edge) for edge in edges}) == len(edges)


# The ontology


@pytest.fixture(scope="module")
def declared() -> dict[str, set[str]]:
    """The types of every kg: term by its local name, over all files of the vocabulary."""
    types: dict[str, set[str]] = {}
    for name in ("fayan.ttl", "indicators.ttl", "glossary.ttl"):
        for quad in ox.parse(path=str(ontology(name))):
            known = isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(KG)
            if known and quad.predicate == term("rdf:type"):
                local = quad.subject.value.removeprefix(KG)
                types.setdefault(local, set()).add(quad.object.value)
    return types


def locals_of(*nodes: object) -> set[str]:
    return {
        node.value.removeprefix(KG)
        for node in nodes
        if isinstance(node, ox.NamedNode) and node.value.startswith(KG)
    }


def test_every_term_that_is_written_is_declared_with_its_kind(
    declared: dict[str, set[str]],
) -> None:
    written = list(triples(knowledge()))
    owl = NAMESPACES["owl"]
    for triple in written:
        for local in locals_of(triple.predicate):
            is_literal = isinstance(triple.object, ox.Literal)
            kind = "DatatypeProperty" if is_literal else "ObjectProperty"
            assert owl + kind in declared[local], local
        for local in locals_of(triple.object):
            is_class = triple.predicate == term("rdf:type")
            assert not is_class or owl + "Class" in declared[local], local
            assert local in declared, local


def test_every_term_that_the_code_names_is_declared(declared: dict[str, set[str]]) -> None:
    named = re.compile(r'\b(?:kg\(|_?KG \+ )"(\w+)"|term\("kg:(\w+)"\)')
    found = {
        one or other
        for path in (ROOT / "kg").rglob("*.py")
        for one, other in named.findall(path.read_text(encoding="utf-8"))
    }
    assert len(found) > 30
    assert found <= declared.keys()


def test_every_borrowed_term_that_is_written_is_declared_with_its_kind() -> None:
    owl, rdf, rdfs = (NAMESPACES[name] for name in ("owl", "rdf", "rdfs"))
    types: dict[str, set[str]] = {}
    for quad in ox.parse(path=str(ontology("fayan.ttl"))):
        if quad.predicate == term("rdf:type") and isinstance(quad.subject, ox.NamedNode):
            types.setdefault(quad.subject.value, set()).add(quad.object.value)
    for triple in triples(knowledge()):
        iri = triple.predicate.value
        kind = "DatatypeProperty" if isinstance(triple.object, ox.Literal) else "ObjectProperty"
        if not iri.startswith((KG, rdf, rdfs)):
            assert types[iri] & {owl + kind, owl + "AnnotationProperty"}, iri
        is_class = triple.predicate == term("rdf:type") and isinstance(triple.object, ox.NamedNode)
        if is_class and not triple.object.value.startswith(KG):  # type: ignore[union-attr]
            assert owl + "Class" in types[triple.object.value]  # type: ignore[union-attr]


def test_every_class_and_relation_of_the_records_is_declared(declared: dict[str, set[str]]) -> None:
    owl = NAMESPACES["owl"]
    for cls in EntityClass:
        assert owl + "Class" in declared[cls.value]
    for predicate in Predicate:
        assert owl + "ObjectProperty" in declared[predicate.value]
    for code, cls_name in [(Kind, "Kind"), (Comparator, "Comparator"), (Status, "Status")]:
        assert {name for name, types in declared.items() if KG + cls_name in types} == {
            member.value for member in code
        }


def test_nothing_is_declared_that_is_never_written(declared: dict[str, set[str]]) -> None:
    used: set[str] = set()
    weight = replace(figure(), observation=replace(observation(), base_unit="吨"))
    for triple in triples(knowledge(weight)):
        used |= locals_of(triple.predicate, triple.object)
    kinds = {NAMESPACES["owl"] + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty")}
    terms = {name for name, types in declared.items() if types & kinds}
    assert terms - used == {"Kind", "Comparator", "Status", "Extractor"}


def test_the_prefixes_of_the_ontology_are_those_of_the_code() -> None:
    for name in ("fayan.ttl", "shapes.ttl", "indicators.ttl", "glossary.ttl"):
        parser = ox.parse(path=str(ontology(name)))
        list(parser)
        for prefix, iri in parser.prefixes.items():
            assert PREFIXES.get(prefix, iri) == iri, (name, prefix)
