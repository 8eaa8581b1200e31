"""Every statement and figure tells which extractor, version, options and file it is from."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox

import kg
from kg.api import Graph
from kg.rdf.store import query, store_of
from kg.rdf.write import triples
from kg.records import Passage, Span
from tests.rdf.made_up import PAGE, SPEECH, knowledge


def rows(store: ox.Store, select: str) -> list[tuple[str, ...]]:
    found = query(store, select)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(term.value for term in row) for row in found]


WHERE_FROM = """SELECT ?extractor ?version ?options ?sha {{ {pattern}
    ?x prov:wasGeneratedBy ?e . ?e prov:used ?file ; kg:options ?options ;
       prov:wasAssociatedWith ?by , ?software .
    ?by a/rdfs:subClassOf* kg:Extractor ; rdfs:label ?extractor .
    ?software schema:softwareVersion ?version . ?file kg:sha256 ?sha
    FILTER(LANG(?extractor) = "en") }}"""


def with_ontology(store: ox.Store) -> ox.Store:
    from kg.resources import ontology

    store.load(path=str(ontology("fayan.ttl")))
    return store


def test_a_figure_and_a_relation_lead_to_version_options_and_input() -> None:
    store = with_ontology(store_of(triples(knowledge(), {"min": "2"})))
    told = (kg.__version__, '{"min": "2"}', "ab" * 32)
    for pattern, extractor in [
        ("?x a kg:Observation .", "Figure extractor"),
        ("?x rdf:predicate kg:alignsWith .", "Relation extractor"),
        ("?x rdf:predicate kg:mentions ; rdf:object body:河州大学 .", "Mention extractor"),
    ]:
        assert rows(store, WHERE_FROM.format(pattern=pattern)) == [(extractor, *told)]


def test_what_the_glossary_gives_is_from_the_glossary() -> None:
    store = store_of(triples(knowledge()))
    found = rows(
        store,
        "SELECT ?by ?used { ?x rdf:predicate kg:partOf ; prov:wasGeneratedBy ?e ."
        " ?e prov:used ?used ; prov:wasAssociatedWith ?by }",
    )
    used = {used for _, used in found}
    assert used == {"https://w3id.org/fayan/ns#glossary"}
    assert "https://w3id.org/fayan/ns#GlossaryLookup" in {by for by, _ in found}


def test_the_byline_tells_which_unit_a_speaker_leads(seed_graph: Graph) -> None:
    store = with_ontology(store_of(quad.triple for quad in seed_graph.store))
    pattern = """?speech kg:deliveredBy ?official ; kg:onBehalfOf ?unit .
        ?x rdf:subject ?official ; rdf:predicate kg:leads ; rdf:object ?unit ."""
    found = [row[0] for row in rows(store, WHERE_FROM.format(pattern=pattern))]
    assert found == ["Byline reader"] * 10


def test_a_relation_in_two_files_is_from_both() -> None:
    body = knowledge()
    statement = next(row for row in body.statements if row.passages)
    elsewhere = Passage("b.txt", Span(3, 5), "两字", SPEECH)
    statement = replace(statement, passages=(*statement.passages, elsewhere))
    store = store_of(triples(replace(body, statements=(statement,), speeches=())))
    found = rows(
        store,
        "SELECT ?file { ?x a kg:Statement ; prov:wasGeneratedBy/prov:used ?file } ORDER BY ?file",
    )
    names = [one.rsplit("/", 1)[1] for (one,) in found]
    assert names == ["b.txt", PAGE.replace(" ", "%20").replace("#", "%23")]


def test_every_statement_and_figure_of_the_seed_has_its_origin(seed_graph: Graph) -> None:
    found = query(
        seed_graph.store,
        "SELECT ?x { VALUES ?class { kg:Statement kg:Observation } ?x a ?class"
        " FILTER NOT EXISTS { ?x prov:wasGeneratedBy/prov:used ?any } }",
    )
    assert list(found) == []  # type: ignore[arg-type]
