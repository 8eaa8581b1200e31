"""The shapes themselves: valid SHACL, complete for the vocabulary, portable to other engines."""

from __future__ import annotations

import re

import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS
from rdflib.collection import Collection

from kg.rdf.terms import KG, PREFIXES
from kg.records import Comparator, EntityClass, Kind, Predicate
from kg.resources import ontology

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHAPE = rdflib.Namespace("https://w3id.org/fayan/shapes#")
RELATIONS = {predicate.value for predicate in Predicate} | {"mentions"}


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology("shapes.ttl"))


def local(nodes: object) -> set[str]:
    return {str(node).removeprefix(KG) for node in nodes if str(node).startswith(KG)}  # type: ignore[attr-defined]


def codes(shapes: rdflib.Graph, path: str) -> list[set[str]]:
    """The sh:in lists of the property shapes for `kg:path` or another IRI."""
    return [
        local(Collection(shapes, found))
        for shape in shapes.subjects(SH.path, rdflib.URIRef(path))
        for found in shapes.objects(shape, SH["in"])
    ]


def test_the_shapes_are_valid_shacl(shapes: rdflib.Graph) -> None:
    pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)  # raises where not


def test_every_class_of_things_is_targeted_by_its_group(shapes: rdflib.Graph) -> None:
    targets = local(shapes.objects(SHAPE.Thing, SH.targetClass))
    assert targets == {cls.group.value for cls in EntityClass} | {"Indicator"}
    for name in targets | {"Statement", "Passage", "SourceFile", "Observation"}:
        own = set(shapes.subjects(SH.targetClass, rdflib.URIRef(KG + name))) - {SHAPE.Thing}
        assert own, f"no shape for kg:{name} alone"


def test_every_relation_is_checked_wherever_relations_are_listed(shapes: rdflib.Graph) -> None:
    assert codes(shapes, str(RDF.predicate)) == [RELATIONS]
    assert local(shapes.objects(SHAPE.Relation, SH.targetSubjectsOf)) == RELATIONS
    ends = local(shapes.objects(SHAPE.RelationEnd, SH.targetSubjectsOf))
    assert ends == RELATIONS | {"reports"}
    assert local(shapes.objects(SHAPE.RelationEnd, SH.targetObjectsOf)) == ends | {"about"}
    for constraint in shapes.objects(SHAPE.Relation, SH.sparql):
        query = str(shapes.value(constraint, SH.select))
        assert set(re.findall(r"kg:([a-z]\w+)", query)) == RELATIONS


def test_the_codes_are_those_of_the_records(shapes: rdflib.Graph) -> None:
    assert codes(shapes, KG + "kind") == [{kind.value for kind in Kind}]
    assert codes(shapes, KG + "comparator") == [{one.value for one in Comparator}]
    assert sorted(map(sorted, codes(shapes, KG + "status"))) == [
        ["Planned", "Reported"],
        ["Reported", "Target"],
    ]


def test_every_finding_has_words(shapes: rdflib.Graph) -> None:
    """A shape inside a sh:or needs none: what is found is told by the shape around it."""
    for shape in shapes.subjects(SH.path, None):
        (owner,) = shapes.subjects(SH.property, shape)
        assert isinstance(owner, rdflib.BNode) or shapes.value(shape, SH.message)


def test_the_queries_keep_to_what_shacl_lets_an_engine_bind_beforehand(
    shapes: rdflib.Graph,
) -> None:
    """SHACL 5.2.1: no MINUS, VALUES or SERVICE, and $this is selected."""
    queries = [str(query) for query in shapes.objects(None, SH.select)]
    assert len(queries) >= 15
    for query in queries:
        assert not re.search(r"\b(MINUS|VALUES|SERVICE)\b", query)
        assert re.match(r"SELECT (DISTINCT )?\$this\b", query)
        assert query.count("SELECT") == 1


def test_the_queries_prefixes_are_declared_and_are_ours(shapes: rdflib.Graph) -> None:
    (header,) = shapes.subjects(SH.declare, None, unique=True)
    declared = {
        str(shapes.value(one, SH.prefix)): str(shapes.value(one, SH.namespace))
        for one in shapes.objects(header, SH.declare)
    }
    assert {name: PREFIXES[name] for name in declared} == declared
    for constraint in shapes.objects(None, SH.sparql):
        assert shapes.value(constraint, SH.prefixes) == header
        query = str(shapes.value(constraint, SH.select))
        without_strings = re.sub(r'"[^"]*"', "", query)
        assert set(re.findall(r"\b([a-z]+):", without_strings)) <= set(declared)
    assert (header, RDFS.label, None) in shapes
