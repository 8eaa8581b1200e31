"""The ontology: every term explained in two languages, and reasoning over it is sound."""

from __future__ import annotations

import owlrl  # type: ignore[import-untyped]
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from kg.rdf.terms import KG, PREFIXES
from kg.rdf.turtle import turtle
from kg.rdf.write import triples
from kg.resources import ontology
from tests.rdf.made_up import knowledge

VOCABULARY = ontology("fayan.ttl")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
# The words of OWL that the ontology needs; OWL 2 RL allows each, on either side of an axiom
OWL_USED = {
    OWL.Ontology, OWL.versionInfo, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty,
    OWL.AnnotationProperty, OWL.FunctionalProperty, OWL.inverseOf, OWL.AllDisjointClasses,
    OWL.members,
}  # fmt: skip
# Of OWL 2 RL's datatypes (section 4.2 of the profiles) those that are ranges; xsd:date is none
DATATYPES = {RDFS.Literal, XSD.string, XSD.decimal}


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(VOCABULARY)


def language(text: Node) -> str:
    return (text.language or "") if isinstance(text, rdflib.Literal) else ""


def own_terms(graph: rdflib.Graph) -> set[rdflib.URIRef]:
    found = {subject for subject in graph.subjects() if isinstance(subject, rdflib.URIRef)}
    return {term for term in found if term.startswith(KG)}


def test_every_term_has_a_label_and_a_comment_in_both_languages(
    vocabulary: rdflib.Graph,
) -> None:
    for term in own_terms(vocabulary):
        for predicate in (RDFS.label, RDFS.comment):
            texts = list(vocabulary.objects(term, predicate))
            assert sorted(map(language, texts)) == ["en", "zh"], (term, predicate)
            assert all(str(text).strip() for text in texts)


def test_every_scheme_and_concept_is_named_for_tools_of_skos() -> None:
    """These look for skos:prefLabel, and for the top of a scheme; schemes explain themselves."""
    files = (VOCABULARY, ontology("indicators.ttl"), ontology("glossary.ttl"))
    everything = rdflib.Graph()
    for path in files:
        everything.parse(path)
    for scheme in everything.subjects(RDF.type, SKOS.ConceptScheme):
        for predicate in (RDFS.label, RDFS.comment):
            texts = everything.objects(scheme, predicate)
            assert sorted(map(language, texts)) == ["en", "zh"], (scheme, predicate)
    concepts = set(everything.subjects(RDF.type, SKOS.Concept))
    for concept in concepts:
        names = [language(name) for name in everything.objects(concept, SKOS.prefLabel)]
        assert names.count("zh") == 1 and len(names) == len(set(names)), concept
        assert list(everything.objects(concept, SKOS.inScheme)), concept
        # A framework of the glossary is named in Chinese alone; codes and indicators in English too
        if str(concept).startswith((KG, PREFIXES["indicator"])):
            assert sorted(names) == ["en", "zh"], concept
    for code in concepts & own_terms(everything):
        assert {*everything.objects(code, SKOS.prefLabel)} == {
            *everything.objects(code, RDFS.label)
        }
        assert (code, SKOS.topConceptOf, everything.value(code, SKOS.inScheme)) in everything


def test_no_two_terms_of_a_kind_have_the_same_name(vocabulary: rdflib.Graph) -> None:
    for kind in KINDS:
        labels = [
            str(label)
            for term in vocabulary.subjects(RDF.type, kind)
            for label in vocabulary.objects(term, RDFS.label)
            if language(label) == "zh"
        ]
        assert len(labels) == len(set(labels))


def test_every_own_term_is_of_one_kind(vocabulary: rdflib.Graph) -> None:
    for term in own_terms(vocabulary):
        types = set(vocabulary.objects(term, RDF.type))
        assert types, term
        assert len(types & set(KINDS)) <= 1, term


def test_every_class_of_ours_leads_to_a_class_that_others_know(vocabulary: rdflib.Graph) -> None:
    alone = {
        str(cls).removeprefix(KG)
        for cls in vocabulary.subjects(RDF.type, OWL.Class)
        if all(str(up).startswith(KG) for up in vocabulary.transitive_objects(cls, RDFS.subClassOf))
    }
    assert alone == {"Recognition"}


def test_only_constructs_of_owl_2_rl_are_used(vocabulary: rdflib.Graph) -> None:
    used = {term for triple in vocabulary for term in triple if str(term).startswith(str(OWL))}
    assert used == OWL_USED


def test_every_axiom_is_between_named_terms_of_a_known_kind(vocabulary: rdflib.Graph) -> None:
    """So no class expression stands where OWL 2 RL has none, and no property is of two kinds."""

    def of(kind: rdflib.URIRef) -> set[Node]:
        return set(vocabulary.subjects(RDF.type, kind))

    classes, links, values = of(OWL.Class), of(OWL.ObjectProperty), of(OWL.DatatypeProperty)
    assert not links & values and not (links | values) & of(OWL.AnnotationProperty)
    for one, other in vocabulary.subject_objects(RDFS.subClassOf):
        assert one in classes and (other in classes or other == RDF.Statement), (one, other)
    for one, other in vocabulary.subject_objects(RDFS.subPropertyOf):
        assert (one in links) == (other in links) and (one in values) == (other in values), one
        assert one in links | values
    for one, other in vocabulary.subject_objects(RDFS.domain):
        assert one in links | values and other in classes
    for one, other in vocabulary.subject_objects(RDFS.range):
        assert other in (classes if one in links else DATATYPES), one
    for one, other in vocabulary.subject_objects(OWL.inverseOf):
        assert {one, other} <= links
    for one in of(OWL.FunctionalProperty):
        assert one in links | values


def test_every_alignment_that_was_asked_for_is_there(vocabulary: rdflib.Graph) -> None:
    up = [*vocabulary.objects(None, RDFS.subClassOf), *vocabulary.objects(None, RDFS.subPropertyOf)]
    for name in ("org", "foaf", "prov", "skos", "qb", "nif", "schema", "dcterms"):
        assert any(str(term).startswith(PREFIXES[name]) for term in up), name
    assert any("sdmx/2009/dimension#refArea" in str(term) for term in up)
    # OWL-Time's terms are used as they are.
    assert (node("time:hasTime"), RDF.type, OWL.ObjectProperty) in vocabulary


def closure(*data: bytes) -> rdflib.Graph:
    graph = rdflib.Graph()
    for one in data:
        graph.parse(data=one, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: rdflib.Graph) -> list[str]:
    """What the reasoner reports as contradictions; it has a vocabulary of its own for that."""
    error = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return [str(text) for text in graph.objects(None, error)]


@pytest.fixture(scope="module")
def inferred() -> rdflib.Graph:
    return closure(VOCABULARY.read_bytes(), turtle(triples(knowledge())))


def node(name: str) -> rdflib.URIRef:
    prefix, local = name.split(":", 1)
    return rdflib.URIRef(PREFIXES[prefix] + local)


def test_a_graph_and_the_ontology_do_not_contradict_each_other(inferred: rdflib.Graph) -> None:
    assert errors(inferred) == []


def test_a_thing_of_two_groups_is_a_contradiction() -> None:
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    both = f"{header} unit:东山县 a kg:District , kg:Enterprise ."
    (error,) = errors(closure(VOCABULARY.read_bytes(), both.encode()))
    assert "Enterprise" in error and "Unit" in error


def test_others_find_our_things_by_the_classes_they_know(inferred: rdflib.Graph) -> None:
    for name, cls in [
        ("unit:东山县", "org:Organization"),
        ("official:东山县-李明", "foaf:Person"),
        ("post:东山县委书记", "org:Post"),
        ("meeting:例会-2025-04-24", "schema:Event"),
        ("speech:2025-04-24-东山县", "schema:CreativeWork"),
        ("initiative:小城试点", "skos:Concept"),
        ("observation:2025-04-24-东山县-120", "qb:Observation"),
        ("extraction:FigureExtractor-发言%20摘登%231.txt", "prov:Activity"),
        ("interval:2025-Q1", "time:Interval"),
    ]:
        assert (node(name), RDF.type, node(cls)) in inferred
    speech, official = node("speech:2025-04-24-东山县"), node("official:东山县-李明")
    assert (speech, node("prov:wasAttributedTo"), official) in inferred
    assert (official, node("org:headOf"), node("unit:东山县")) in inferred


def test_reasoning_makes_no_two_things_one_and_gives_none_a_second_class(
    inferred: rdflib.Graph,
) -> None:
    assert not [(one, two) for one, two in inferred.subject_objects(OWL.sameAs) if one != two]
    groups = ("Unit", "Enterprise", "Project", "Place", "Initiative", "Official")
    for thing in set(inferred.subjects(RDF.type, node("kg:Enterprise"))):
        types = set(inferred.objects(thing, RDF.type))
        assert {group for group in groups if node(f"kg:{group}") in types} == {"Enterprise"}
