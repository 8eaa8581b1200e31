"""The shapes accept a sound graph and catch each way in which one can be broken."""

from __future__ import annotations

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kg.errors import FayanError
from kg.rdf.shacl import constraints
from kg.rdf.store import store_of
from kg.rdf.terms import PREFIXES, path_of
from kg.rdf.turtle import turtle
from kg.rdf.validate import validate
from kg.rdf.write import triples
from kg.resources import ontology
from tests.rdf.made_up import figure, knowledge

RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
UNIT = "unit:东山县"
SPEECH = "speech:2025-04-24-东山县"
FIGURE = "observation:2025-04-24-东山县-120"
STATEMENT = "statement:unit_东山县-alignsWith-initiative_三区一地"
PLACE = "<https://w3id.org/fayan/id/file/发言%20摘登%231.txt#char=360,369>"

# an update that breaks the graph, and the line that must tell of it
BREAKS = [
    (f"DELETE WHERE {{ {UNIT} a kg:District }}",
     "unit/东山县: is named by a relation but has no type"),
    (f"INSERT DATA {{ {UNIT} a kg:Department }}",
     "unit/东山县: is of two classes (kg:District)"),
    (f"INSERT DATA {{ {UNIT} rdfs:label '东山'@zh }}",
     "unit/东山县: needs exactly one rdfs:label, in Chinese and not empty"),
    (f"DELETE WHERE {{ {UNIT} rdfs:label ?l }}",
     "unit/东山县: needs exactly one rdfs:label, in Chinese and not empty"),
    (f"DELETE {{ {UNIT} rdfs:label ?l }} INSERT {{ {UNIT} rdfs:label 'Dongshan'@en }}"
     f" WHERE {{ {UNIT} rdfs:label ?l }}",
     "unit/东山县: needs exactly one rdfs:label, in Chinese and not empty (Dongshan)"),
    (f"INSERT DATA {{ {UNIT} skos:altLabel '东山县'@zh }}",
     "unit/东山县: has its rdfs:label again as skos:altLabel (东山县)"),
    (f"INSERT DATA {{ {UNIT} skos:altLabel '  '@zh }}",
     "unit/东山县: has a skos:altLabel that is not Chinese, or is empty (  )"),
    ("INSERT DATA { place:东山港 a kg:Harbour }",
     "place/东山港: is of a class that the vocabulary does not have (kg:Harbour)"),
    ("INSERT DATA { unit:东山县 kg:allignsWith initiative:三区一地 }",
     "unit/东山县: uses a property that the vocabulary does not have (kg:allignsWith)"),
    ("DELETE { ?x ?p ?o } INSERT { enterprise:河州大学 ?p ?o } WHERE"
     " { BIND(body:河州大学 AS ?x) ?x ?p ?o }",
     "enterprise/河州大学: is a body and needs an IRI in body/"),
    (f"DELETE {{ {UNIT} kg:divisionCode ?c }} INSERT {{ {UNIT} kg:divisionCode '9901' }}"
     f" WHERE {{ {UNIT} kg:divisionCode ?c }}",
     "unit/东山县: needs at most one kg:divisionCode, of six digits (9901)"),
    ("INSERT DATA { unit:西山区 kg:divisionCode '990101' }",
     "unit/西山区: has the division code of another node (unit/东山县)"),
    # relations and their evidence
    (f"DELETE WHERE {{ {STATEMENT} ?p ?o }}",
     "unit/东山县: has a relation for which there is no kg:Statement"
     " (kg:alignsWith initiative/三区一地)"),
    ("INSERT DATA { unit:西山区 kg:implements initiative:强基 }",
     "unit/西山区: has a relation for which there is no kg:Statement"
     " (kg:implements initiative/强基)"),
    (f"DELETE DATA {{ {UNIT} kg:alignsWith initiative:三区一地 }}",
     "statement/unit_东山县-alignsWith-initiative_三区一地:"
     " states a relation that the graph does not have"),
    (f"DELETE WHERE {{ {STATEMENT} kg:evidence ?p }}",
     "statement/unit_东山县-alignsWith-initiative_三区一地: needs a passage (kg:evidence)"
     " or the source it is known from (dcterms:source)"),
    (f"DELETE WHERE {{ {STATEMENT} kg:status ?p }}",
     "statement/unit_东山县-alignsWith-initiative_三区一地:"
     " needs exactly one kg:status: kg:Reported or kg:Planned"),
    (f"DELETE WHERE {{ {STATEMENT} rdf:object ?p }}",
     "statement/unit_东山县-alignsWith-initiative_三区一地: needs exactly one rdf:object"),
    (f"INSERT DATA {{ {STATEMENT} kg:evidence {SPEECH} }}",
     "statement/unit_东山县-alignsWith-initiative_三区一地:"
     " has evidence that is no kg:Passage (speech/2025-04-24-东山县)"),
    (f"INSERT {{ statement:again ?p ?o }} WHERE {{ {STATEMENT} ?p ?o }}",
     "statement/again: states the relation of another statement"
     " (statement/unit_东山县-alignsWith-initiative_三区一地)"),
    (f"INSERT DATA {{ {STATEMENT} kg:confidence 0.9 }}",
     "statement/unit_东山县-alignsWith-initiative_三区一地:"
     " is a statement and has a property that statements do not have (kg:confidence 0.9)"),
    ("DELETE { ?p kg:inSpeech ?s } WHERE { ?x rdf:predicate kg:mentions ; kg:evidence ?p ."
     " ?p kg:inSpeech ?s }",
     "statement/speech_2025-04-24-东山县-mentions-body_河州大学:"
     " says what a speech mentions, with evidence from elsewhere"),
    ("INSERT DATA { unit:东山县 kg:leads unit:西山区 }",
     "unit/东山县: leads something but is no kg:Official"),
    # passages and files
    (f"DELETE {{ {PLACE} nif:endIndex ?e }} INSERT {{ {PLACE} nif:endIndex 360 }}"
     f" WHERE {{ {PLACE} nif:endIndex ?e }}",
     "file/发言 摘登#1.txt#char=360,369: begins at or after its end (360)"),
    (f"DELETE {{ {PLACE} nif:beginIndex ?b }} INSERT {{ {PLACE} nif:beginIndex -1 }}"
     f" WHERE {{ {PLACE} nif:beginIndex ?b }}",
     "file/发言 摘登#1.txt#char=360,369:"
     " needs exactly one nif:beginIndex, an xsd:integer from 0 (-1)"),
    (f"DELETE {{ {PLACE} kg:quote ?q }} INSERT {{ {PLACE} kg:quote ''@zh }}"
     f" WHERE {{ {PLACE} kg:quote ?q }}",
     "file/发言 摘登#1.txt#char=360,369: needs exactly one kg:quote, in Chinese and not empty"),
    (f"DELETE {{ {PLACE} kg:quote ?q }} INSERT {{ {PLACE} kg:quote '一二三四五六七八九十'@zh }}"
     f" WHERE {{ {PLACE} kg:quote ?q }}",
     "file/发言 摘登#1.txt#char=360,369: has a quote longer than its span"),
    (f"DELETE WHERE {{ {PLACE} nif:referenceContext ?f }}",
     "file/发言 摘登#1.txt#char=360,369: needs exactly one nif:referenceContext, a kg:SourceFile"),
    (f"DELETE {{ {PLACE} ?p ?o . ?s kg:evidence {PLACE} }} INSERT {{ file:x ?p ?o ."
     f" ?s kg:evidence file:x }} WHERE {{ {PLACE} ?p ?o . ?s kg:evidence {PLACE} }}",
     "file/x: has an IRI that does not tell its file and offsets"),
    (f"DELETE WHERE {{ ?s kg:evidence {PLACE} }}",
     "file/发言 摘登#1.txt#char=360,369: is the evidence of nothing"),
    ("DELETE { ?f kg:sha256 ?h } INSERT { ?f kg:sha256 'abc' } WHERE { ?f kg:sha256 ?h }",
     "file/发言 摘登#1.txt: needs exactly one kg:sha256, of 64 hexadecimal digits (abc)"),
    # speeches
    (f"DELETE WHERE {{ {SPEECH} kg:onBehalfOf ?u }}",
     "speech/2025-04-24-东山县: needs exactly one kg:onBehalfOf, a kg:Unit"),
    (f"INSERT DATA {{ {SPEECH} dcterms:date 'yesterday' }}",
     "speech/2025-04-24-东山县: needs at most one dcterms:date, an xsd:date"),
    (f"DELETE {{ {SPEECH} kg:deliveredBy ?o }} INSERT {{ {SPEECH} kg:deliveredBy unit:西山区 }}"
     f" WHERE {{ {SPEECH} kg:deliveredBy ?o }}",
     "speech/2025-04-24-东山县: needs at most one kg:deliveredBy, a kg:Official (unit/西山区)"),
    # figures
    (f"INSERT DATA {{ {FIGURE} kg:value 6.5 }}",
     "observation/2025-04-24-东山县-120: needs exactly one kg:value, an xsd:decimal"),
    (f"DELETE {{ {FIGURE} kg:amount ?v }} INSERT {{ {FIGURE} kg:amount '567' }}"
     f" WHERE {{ {FIGURE} kg:amount ?v }}",
     "observation/2025-04-24-东山县-120: needs exactly one kg:amount, an xsd:decimal (567)"),
    (f"DELETE WHERE {{ {FIGURE} kg:kind ?k }}",
     "observation/2025-04-24-东山县-120: needs exactly one kg:kind of the scheme kg:kinds"),
    (f"DELETE WHERE {{ {FIGURE} kg:indicator ?i }}",
     "observation/2025-04-24-东山县-120: needs exactly one kg:indicator, a kg:Indicator"),
    (f"DELETE WHERE {{ {FIGURE} kg:ofUnit ?u }}",
     "observation/2025-04-24-东山县-120: needs exactly one kg:ofUnit, a kg:Unit"),
    (f"DELETE WHERE {{ ?u kg:reports {FIGURE} }}",
     "observation/2025-04-24-东山县-120:"
     " needs the unit of its kg:ofUnit, and no other, to kg:reports it"),
    (f"DELETE WHERE {{ {FIGURE} kg:evidence ?p }}",
     "observation/2025-04-24-东山县-120: needs kg:evidence, each a kg:Passage"),
    (f"DELETE {{ {FIGURE} kg:ofUnit ?u }} INSERT {{ {FIGURE} kg:ofUnit unit:西山区 }}"
     f" WHERE {{ {FIGURE} kg:ofUnit ?u }}",
     "observation/2025-04-24-东山县-120: is of a unit other than the one that the speech"
     " of its evidence is given for"),
    (f"DELETE {{ {FIGURE} kg:period ?v }} INSERT {{ {FIGURE} kg:period '去年' }}"
     f" WHERE {{ {FIGURE} kg:period ?v }}",
     "observation/2025-04-24-东山县-120: needs at most one kg:period:"
     " an ISO 8601 year, quarter, month, day or interval (去年)"),
    (f"DELETE {{ {FIGURE} kg:kind ?k }} INSERT {{ {FIGURE} kg:kind kg:Rank }}"
     f" WHERE {{ {FIGURE} kg:kind ?k }} ;"
     f"DELETE {{ {FIGURE} kg:amount ?k }} INSERT {{ {FIGURE} kg:amount 0.5 }}"
     f" WHERE {{ {FIGURE} kg:amount ?k }}",
     "observation/2025-04-24-东山县-120: is a rank and needs a whole number from 1 (0.5)"),
    (f"INSERT {{ observation:again ?p ?o }} WHERE {{ {FIGURE} ?p ?o }}",
     "observation/again: has the kg:key of another observation"
     " (observation/2025-04-24-东山县-120)"),
    ("DELETE DATA { indicator:地区生产总值 a skos:Concept }",
     "indicator/地区生产总值: needs the type skos:Concept too, as a code of the data cube"),
    ("DELETE WHERE { ?d qb:structure ?s }",
     "dataset/observations: needs exactly one qb:structure: kg:ObservationStructure"),
    # where it comes from, and when
    (f"DELETE WHERE {{ {STATEMENT} prov:wasGeneratedBy ?e }}",
     "statement/unit_东山县-alignsWith-initiative_三区一地:"
     " needs prov:wasGeneratedBy, each a kg:Extraction"),
    (f"DELETE WHERE {{ {FIGURE} prov:wasGeneratedBy ?e }}",
     "observation/2025-04-24-东山县-120: needs prov:wasGeneratedBy, each a kg:Extraction"),
    (f"DELETE {{ ?e prov:used ?f }} INSERT {{ ?e prov:used file:b }}"
     f" WHERE {{ {FIGURE} prov:wasGeneratedBy ?e . ?e prov:used ?f }}",
     "observation/2025-04-24-东山县-120: has evidence in a file that no extraction that"
     " generated it has read (file/发言 摘登#1.txt)"),
    ("DELETE { ?e prov:wasAssociatedWith ?s } WHERE { ?e a kg:Extraction ;"
     " prov:wasAssociatedWith ?s . ?s schema:softwareVersion ?v }",
     "extraction/FigureExtractor-发言 摘登#1.txt: needs two prov:wasAssociatedWith:"
     " a kg:Extractor and a version of the software"),
    ("DELETE { ?e kg:options ?o } INSERT { ?e kg:options 'none' } WHERE { ?e kg:options ?o }",
     "extraction/FigureExtractor-发言 摘登#1.txt: needs exactly one kg:options, a JSON object"
     " (none)"),
    ("DELETE WHERE { interval:2025-Q1 time:hasEnd ?d }",
     "interval/2025-Q1: needs exactly one time:hasEnd, a time:Instant"),
    ("DELETE { day:2025-01-01 time:inXSDDate ?d }"
     " INSERT { day:2025-01-01 time:inXSDDate '2026-01-01'^^xsd:date }"
     " WHERE { day:2025-01-01 time:inXSDDate ?d }",
     "interval/2025-Q1: ends before it begins"),
    (f"INSERT DATA {{ {FIGURE} time:hasTime unit:东山县 }}",
     "unit/东山县: is a time and needs to be a time:Interval"),
    (f"DELETE WHERE {{ {SPEECH} a kg:Speech }}",
     "kg:Speech: no node is one: this is no graph of Fayan"),
]  # fmt: skip


def broken(update: str) -> ox.Store:
    store = store_of(triples(knowledge()))
    before = turtle(quad.triple for quad in store)
    store.update(update, prefixes=PREFIXES)
    assert turtle(quad.triple for quad in store) != before, "the update changes nothing"
    return store


def test_a_sound_graph_conforms_as_turtle_and_as_a_store() -> None:
    body = knowledge(figure("observation/2025-04-24-东山县-200", 200))
    for report in (validate(turtle(triples(body))), validate(store_of(triples(body)))):
        assert report.conforms
        assert report.findings == report.warnings == ()


@pytest.mark.parametrize(("update", "line"), BREAKS, ids=[line for _, line in BREAKS])
def test_a_broken_graph_is_caught_and_the_line_says_how(update: str, line: str) -> None:
    report = validate(broken(update))
    assert not report.conforms
    assert any(found.startswith(line) for found in report.findings), report.findings
    assert list(report.findings) == sorted(set(report.findings))


@pytest.mark.parametrize(
    ("kind", "amount", "line"),
    [
        ("Share", "140", "is a share outside 0 to 100 per cent (140)"),
        ("Share", "-3", "is a share outside 0 to 100 per cent (-3)"),
        ("Growth", "-120.5", "is a fall by more than all there was (-120.5)"),
        ("Growth", "180", ""),
        ("Share", "100", ""),
    ],
)
def test_what_is_only_unlikely_is_a_warning(kind: str, amount: str, line: str) -> None:
    store = broken(
        f"DELETE {{ {FIGURE} kg:kind ?k ; kg:amount ?a }}"
        f" INSERT {{ {FIGURE} kg:kind kg:{kind} ; kg:amount '{amount}'^^xsd:decimal }}"
        f" WHERE {{ {FIGURE} kg:kind ?k ; kg:amount ?a }}"
    )
    report = validate(store)
    assert report.conforms
    assert report.warnings == ((f"observation/2025-04-24-东山县-120: {line}",) if line else ())


def test_a_line_stays_one_line_and_cannot_command_a_terminal() -> None:
    value = "a\nb\x1b[2J\u202e" + "长" * 100
    store = store_of(triples(knowledge()))
    node = ox.NamedNode(PREFIXES["unit"] + "%0A")
    store.add(ox.Quad(node, ox.NamedNode(PREFIXES["kg"] + "mergedBecause"), ox.Literal(value)))
    store.add(ox.Quad(node, RDF_TYPE, ox.NamedNode(PREFIXES["kg"] + "Unit")))
    lines = [line for line in validate(store).findings if "mergedBecause" in line]
    assert lines
    for line in lines:
        assert line.isprintable() and len(line) < 200
        assert line.startswith("unit/\\u000a: has a kg:mergedBecause that is not Chinese")


def test_validating_leaves_the_store_as_it_was() -> None:
    store = store_of(triples(knowledge()))
    before = turtle(quad.triple for quad in store)
    validate(store)
    assert turtle(quad.triple for quad in store) == before


def test_turtle_that_does_not_parse_is_an_error_that_names_the_line() -> None:
    with pytest.raises(FayanError, match="line 2: not valid Turtle"):
        validate(b"@prefix a: <https://example.org/> .\na:b a:c .\n")


def test_another_shacl_engine_finds_the_same_in_a_graph_broken_in_every_way() -> None:
    """pySHACL goes from node to node with the shapes as they are; we ask the whole graph."""
    store = store_of(triples(knowledge()))
    for update, line in BREAKS:
        if "no node is one" not in line:
            store.update(update, prefixes=PREFIXES)
    report = validate(store)
    ours = {tuple(line.split(" (")[0].split(": ", 1)) for line in report.findings}
    graph = rdflib.Graph().parse(data=turtle(store), format="turtle")
    graph.parse(ontology("fayan.ttl"))
    shapes = rdflib.Graph().parse(ontology("shapes.ttl"))
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert not conforms
    assert isinstance(results, rdflib.Graph)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    theirs = {
        (path_of(str(results.value(result, sh.focusNode))), str(message).split(" (")[0])
        for result, message in results.subject_objects(sh.resultMessage)
    }
    assert {(_short(node), message) for node, message in theirs} == ours
    assert len({message for _, message in ours}) >= 35


def _short(node: str) -> str:
    return node.replace(PREFIXES["kg"], "kg:")


@pytest.mark.parametrize(
    "shape",
    [
        "sh:property [ sh:path kg:quote ; sh:uniqueLang true ]",
        "sh:property [ sh:path [ sh:zeroOrMorePath kg:partOf ] ; sh:minCount 1 ]",
        "sh:nodeKind sh:Literal",
        "sh:not kg:Other",
    ],
)
def test_what_the_compiler_does_not_cover_is_refused_and_not_passed_over(shape: str) -> None:
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    header += "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    shapes = ox.Store()
    shapes.load(
        f"{header} kg:S a sh:NodeShape ; sh:targetClass kg:Unit ; {shape} .",
        format=ox.RdfFormat.TURTLE,
    )
    with pytest.raises(NotImplementedError, match="not covered"):
        list(constraints(shapes))


@pytest.mark.parametrize("text", ['"nonsense"^^xsd:decimal', '"1e3"^^xsd:decimal', "5"])
def test_a_number_must_be_what_it_claims_to_be(text: str) -> None:
    store = broken(
        f"DELETE {{ {FIGURE} kg:amount ?a }} INSERT {{ {FIGURE} kg:amount {text} }}"
        f" WHERE {{ {FIGURE} kg:amount ?a }}"
    )
    (line, *_) = validate(store).findings
    assert line.startswith("observation/2025-04-24-东山县-120: needs exactly one kg:amount")
