"""Every format says the same triples to three independent parsers, the same bytes every time."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st

from kg.api import Graph
from kg.errors import FayanError
from kg.rdf.formats import Format, annotated, write
from kg.rdf.graphs import by_file
from kg.rdf.jsonld import context
from kg.rdf.store import query, store_of
from kg.rdf.terms import NAMESPACES, PREFIXES, kg, resource, term
from kg.rdf.write import triples
from tests.rdf.made_up import knowledge
from tests.rdf.test_turtle import HOSTILE

# The names that rapper has for the formats; it reads no JSON-LD.
RAPPER = {
    Format.TURTLE: "turtle",
    Format.N_TRIPLES: "ntriples",
    Format.N_QUADS: "nquads",
    Format.TRIG: "trig",
    Format.RDF_XML: "rdfxml",
}
RDFLIB = {
    Format.TURTLE: "turtle",
    Format.N_TRIPLES: "nt",
    Format.N_QUADS: "nquads",
    Format.TRIG: "trig",
    Format.JSON_LD: "json-ld",
    Format.RDF_XML: "xml",
}
Triples = set[ox.Triple]
# rdflib's own readers and writers use what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def by_oxigraph(written: bytes, form: Format) -> Triples:
    rdf = ox.RdfFormat.from_extension(form.value)
    assert rdf is not None
    return {quad.triple for quad in ox.parse(written, format=rdf)}


def by_rdflib(written: bytes, form: Format) -> Triples:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=written, format=RDFLIB[form])
    lines = dataset.serialize(format="nquads").encode()
    return {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}


def by_rapper(written: bytes, form: Format, folder: Path) -> Triples:
    path = folder / f"graph.{form.value}"
    path.write_bytes(written)
    command = ["rapper", "-q", "-i", RAPPER[form], "-o", "ntriples", str(path), "https://e.org/"]
    read = subprocess.run(command, capture_output=True, check=True)
    assert read.stderr == b""
    return {quad.triple for quad in ox.parse(read.stdout, format=ox.RdfFormat.N_TRIPLES)}


@pytest.fixture(scope="module", params=["made up", "seed"])
def store(request: pytest.FixtureRequest) -> ox.Store:
    if request.param == "seed":
        seed: Graph = request.getfixturevalue("seed_graph")
        return seed.store
    return store_of(triples(knowledge()))


@pytest.mark.parametrize("form", Format)
def test_three_parsers_find_the_triples_of_the_graph(
    store: ox.Store, form: Format, tmp_path: Path
) -> None:
    written, expected = write(store, form), {quad.triple for quad in store}
    assert by_oxigraph(written, form) == expected
    assert by_rdflib(written, form) == expected
    if form in RAPPER:
        if shutil.which("rapper") is None:
            pytest.skip("rapper is not installed; .ci/run installs raptor2-utils")
        assert by_rapper(written, form, tmp_path) == expected


@pytest.mark.parametrize("form", Format)
def test_the_order_in_which_triples_come_does_not_change_the_bytes(form: Format) -> None:
    made = list(triples(knowledge()))
    expected = write(store_of(made), form)
    for seed in range(3):
        random.Random(seed).shuffle(made)
        assert write(store_of(made), form) == expected


def hostile(test: Callable[[str], None]) -> Callable[[str], None]:
    for text in HOSTILE:
        test = example(text)(test)
    return test


@hostile
@example("a\rb\r\nc")
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_comes_back_unharmed_or_is_refused(text: str) -> None:
    node = resource(f"unit/{text}x")
    values: list[ox.Literal | ox.NamedNode]
    values = [ox.Literal(text, language="zh"), ox.Literal(text), resource(f"place/{text}")]
    made = {ox.Triple(node, kg("quote"), value) for value in values}
    for form in Format:
        try:
            written = write(store_of(made), form)
        except FayanError as error:
            assert form is Format.RDF_XML and "cannot hold its character U+" in str(error)
            continue
        assert by_oxigraph(written, form) == made, form
        assert by_rdflib(written, form) == made, form


IRIS = st.sampled_from(
    ["https://w3id.org/fayan/ns#", "http://e/a?b=1&c='", "urn:x:", "http://e/é-"]
)
NODES = st.builds(
    lambda iri, name: ox.NamedNode(iri + name), IRIS, st.sampled_from(["a", "乙", ""])
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
OBJECTS = st.one_of(
    NODES,
    st.builds(ox.BlankNode, st.sampled_from(["x", "y"])),
    st.builds(ox.Literal, TEXTS),
    st.builds(lambda text: ox.Literal(text, language="zh-hans"), TEXTS),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), TEXTS, NODES),
)
PREDICATES = st.one_of(st.just(term("rdf:type")), st.just(term("rdfs:label")), NODES)


@given(st.sets(st.builds(ox.Triple, NODES, PREDICATES, OBJECTS), max_size=8))
def test_rdf_xml_is_what_oxigraph_writes_of_sorted_triples(made: set[ox.Triple]) -> None:
    used = {name: PREFIXES[name] for name in NAMESPACES}
    ordered = sorted(made, key=lambda one: f"{one} .")
    expected = ox.serialize(ordered, format=ox.RdfFormat.RDF_XML, prefixes=used)
    assert write(store_of(made), Format.RDF_XML) == expected


def test_a_control_character_is_refused_by_rdf_xml_alone() -> None:
    made = [ox.Triple(resource("unit/a"), kg("quote"), ox.Literal("a\x0bb"))]
    with pytest.raises(FayanError, match=r"RDF/XML cannot hold its character U\+000B"):
        write(store_of(made), Format.RDF_XML)


# Named graphs


def test_each_file_has_a_graph_with_its_passages_relations_and_figures() -> None:
    graphs = by_file(store_of(triples(knowledge())))
    file = resource("file/发言 摘登#1.txt")
    assert set(graphs) == {file, None}
    stated, known = store_of(graphs[file]), store_of(graphs[None])
    for pattern in (
        "unit:东山县 kg:alignsWith initiative:三区一地",
        "unit:东山县 kg:reports ?o . ?o kg:value 5.67 ; kg:evidence/kg:quote ?q",
        "?s a kg:Speech ; kg:mentions body:河州大学",
        "?s a kg:Statement ; rdf:predicate kg:leads ; prov:wasGeneratedBy/prov:used ?file",
        "?f a kg:SourceFile ; kg:sha256 ?hash",
    ):
        assert query(stated, f"ASK {{ {pattern} }}"), pattern
        assert not query(known, f"ASK {{ {pattern} }}"), pattern
    for pattern in (
        "unit:东山县 a kg:District ; rdfs:label ?l ; skos:altLabel ?other",
        "initiative:满园行动 kg:partOf initiative:三区一地",
        "?s rdf:predicate kg:partOf ; dcterms:source ?source",
    ):
        assert query(known, f"ASK {{ {pattern} }}"), pattern
        assert not query(stated, f"ASK {{ {pattern} }}"), pattern


def test_a_relation_of_two_files_is_in_both_graphs_each_with_its_own_passage() -> None:
    update = """INSERT DATA {
        file:b a kg:SourceFile . file:b%231 nif:referenceContext file:b ; kg:quote "乙"@zh .
        statement:unit_东山县-alignsWith-initiative_三区一地 kg:evidence file:b%231 }"""
    store = store_of(triples(knowledge()))
    store.update(update, prefixes=PREFIXES)
    graphs = by_file(store)
    edge = ox.Triple(resource("unit/东山县"), kg("alignsWith"), resource("initiative/三区一地"))
    holding = {file for file, rows in graphs.items() if edge in rows}
    assert holding == set(graphs) - {None}
    assert len(holding) == 2
    quotes = {
        file: {str(one.object) for one in rows if one.predicate == kg("quote")}
        for file, rows in graphs.items()
    }
    assert quotes[resource("file/b")] == {'"乙"@zh'}
    assert '"乙"@zh' not in quotes[resource("file/发言 摘登#1.txt")]
    assert {triple for rows in graphs.values() for triple in rows} == {q.triple for q in store}


def test_trig_and_n_quads_say_the_same_quads(seed_graph: Graph) -> None:
    quads = [
        set(ox.parse(write(seed_graph.store, form), format=rdf))
        for form, rdf in [(Format.TRIG, ox.RdfFormat.TRIG), (Format.N_QUADS, ox.RdfFormat.N_QUADS)]
    ]
    assert quads[0] == quads[1]
    graphs = {quad.graph_name for quad in quads[0]}
    assert graphs == {resource("file/000_9a077f0b941a7940.txt"), ox.DefaultGraph()}


# JSON-LD


def test_json_ld_reads_like_the_vocabulary(seed_graph: Graph) -> None:
    document = json.loads(write(seed_graph.store, Format.JSON_LD))
    nodes = {node["id"]: node for node in document["@graph"]}
    district = nodes["unit:綦江区"]
    assert (district["type"], district["label"]) == ("District", "綦江区")
    assert (district["altLabel"], district["divisionCode"]) == ("綦江", "500110")
    assert "initiative:33618" in district["alignsWith"]
    (figure,) = [
        node
        for node in document["@graph"]
        if node.get("type") == "Observation"
        and node["ofUnit"] == "unit:两江新区"
        and node["value"] == "72.5"
    ]
    assert (figure["kind"], figure["status"]) == ("Level", "Reported")
    assert figure["kg:indicator"] == "indicator:工业投资"
    assert isinstance(nodes[figure["evidence"]]["beginIndex"], int)
    assert not [key for node in document["@graph"] for key in node if "://" in key]


def test_the_context_knows_every_property_of_the_vocabulary_once() -> None:
    known = {how["@id"]: key for key, how in context().items() if isinstance(how, dict)}
    assert known["kg:alignsWith"] == "alignsWith"
    written = {triple.predicate for triple in triples(knowledge())} - {term("rdf:type")}
    assert {one.value for one in written} <= {term(name).value for name in known}
    assert not set(known.values()) & set(PREFIXES)


def test_an_iri_that_passes_for_a_prefixed_name_is_refused_by_json_ld() -> None:
    made = [ox.Triple(ox.NamedNode("unit:綦江区"), kg("quote"), ox.Literal("a"))]
    with pytest.raises(FayanError, match="JSON-LD would take this IRI for a prefixed name"):
        write(store_of(made), Format.JSON_LD)


# RDF 1.2


@pytest.mark.parametrize("form", [Format.TURTLE, Format.TRIG, Format.N_TRIPLES, Format.N_QUADS])
def test_rdf_1_2_finds_the_quote_of_a_triple_by_its_annotation(form: Format) -> None:
    store = ox.Store()
    rdf = ox.RdfFormat.from_extension(form.value)
    store.load(write(store_of(triples(knowledge())), form, rdf12=True), format=rdf)
    found = store.query(
        """SELECT ?quote { unit:东山县 kg:alignsWith initiative:三区一地 {| kg:evidence ?p |} .
        ?p kg:quote ?quote }""",
        prefixes=PREFIXES,
        use_default_graph_as_union=True,
    )
    assert {row[0].value for row in found} == {"东山县的第1句话。"}  # type: ignore[union-attr]


def test_the_annotations_are_one_triple_more_for_each_statement() -> None:
    plain = store_of(triples(knowledge()))
    more = {quad.triple for quad in annotated(plain)} - {quad.triple for quad in plain}
    statements = {
        quad.subject for quad in plain.quads_for_pattern(None, term("rdf:type"), kg("Statement"))
    }
    assert {triple.subject for triple in more} == statements
    assert len(more) == len(statements) > 20
    assert {triple.predicate for triple in more} == {term("rdf:reifies")}


@pytest.mark.parametrize("form", [Format.JSON_LD, Format.RDF_XML])
def test_a_format_without_annotations_says_so(form: Format) -> None:
    with pytest.raises(FayanError, match=r"no RDF 1\.2 annotations"):
        write(store_of(triples(knowledge())), form, rdf12=True)


def test_no_triples_are_still_a_file_in_every_format() -> None:
    for form in Format:
        assert by_oxigraph(write(ox.Store(), form), form) == set()
