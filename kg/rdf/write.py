"""Writes what is known as triples in the vocabulary of the ontology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from kg.lexicon import table
from kg.rdf import intervals, provenance, terms
from kg.rdf.provenance import Extraction, Extractor, extractions_of
from kg.rdf.terms import kg, resource, term
from kg.records import (
    Entity,
    EntityClass,
    Figure,
    Indicator,
    Knowledge,
    Passage,
    ResolvedSpeech,
    Statement,
    Status,
)

_TYPE, _LABEL, _ALT = term("rdf:type"), term("rdfs:label"), term("skos:altLabel")
_EVIDENCE = kg("evidence")
# NIF's offsets are xsd:nonNegativeInteger; Oxigraph keeps every integer type as xsd:integer, and
# so do we, or a graph would change by being stored.
_INTEGER, _DECIMAL, _DATE = (NamedNode(terms.XSD + name) for name in ("integer", "decimal", "date"))
DATASET = resource("dataset/observations")


def triples(knowledge: Knowledge, options: Mapping[str, str] | None = None) -> Iterator[Triple]:
    """All triples of the graph, some more than once, in no particular order.

    `options` are those of the build that bear on what is found; see `kg.rdf.provenance`.
    """
    yield from provenance.triples(_extractions(knowledge), options or {})
    yield from _classes()
    yield from _files(knowledge)
    for entity in knowledge.entities:
        yield from _entity(entity)
    for holding in knowledge.holdings:
        yield Triple(resource(holding.official), term("org:holds"), resource(holding.post))
        if holding.unit:
            yield Triple(resource(holding.post), term("org:postIn"), resource(holding.unit))
    for meeting in knowledge.meetings:
        node = resource(meeting.id)
        if meeting.held_on:
            yield Triple(node, term("dcterms:date"), _day(meeting.held_on))
        if meeting.notice:
            yield from _evidence(node, meeting.notice)
    for speech in knowledge.speeches:
        yield from _speech(speech)
    for statement in knowledge.statements:
        yield from _statement(statement)
    for indicator in knowledge.indicators:
        yield from _indicator(indicator)
    yield Triple(DATASET, _TYPE, term("qb:DataSet"))
    yield Triple(DATASET, term("qb:structure"), kg("ObservationStructure"))
    yield Triple(DATASET, _LABEL, Literal("发言中的数据", language="zh"))
    for figure in knowledge.figures:
        yield from _figure(figure)
    for period in filter(intervals.exists, {one.observation.period for one in knowledge.figures}):
        yield from intervals.triples(period)


def _extractions(knowledge: Knowledge) -> set[Extraction]:
    found = {Extraction(Extractor.FIGURES, one.passage.file) for one in knowledge.figures}
    for speech in knowledge.speeches:
        found |= {Extraction(Extractor.MENTIONS, one.file) for _, one in speech.mentions}
    for statement in knowledge.statements:
        found.update(extractions_of(statement))
    return found


def _classes() -> Iterator[Triple]:
    """The hierarchy of classes, so that `?x a/rdfs:subClassOf* kg:Initiative` finds pilots too."""
    for cls in EntityClass:
        if cls.group is not cls:
            yield Triple(kg(cls.value), term("rdfs:subClassOf"), kg(cls.group.value))


def _zh(text: str) -> Literal:
    return Literal(text, language="zh")


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=_DATE)


def plain_decimal(value: Decimal) -> str:
    """The shortest xsd:decimal form: no exponent, no trailing zeros (`96`, `0.5`, `-20`)."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _files(knowledge: Knowledge) -> Iterator[Triple]:
    for file in knowledge.files:
        node = resource(f"file/{file.name}")
        yield Triple(node, _TYPE, kg("SourceFile"))
        yield Triple(node, _LABEL, Literal(file.name))
        yield Triple(node, kg("sha256"), Literal(file.sha256))
        yield Triple(node, kg("encoding"), Literal(file.encoding))


def _entity(entity: Entity) -> Iterator[Triple]:
    node = resource(entity.id)
    yield Triple(node, _TYPE, kg(entity.cls.value))
    yield Triple(node, _LABEL, _zh(entity.label))
    for name in entity.alt_labels:
        yield Triple(node, _ALT, _zh(name))
    if entity.code:
        yield Triple(node, kg("divisionCode"), Literal(entity.code))
    for reason in entity.merged:
        yield Triple(node, kg("mergedBecause"), _zh(reason))


def _evidence(node: NamedNode, passage: Passage) -> Iterator[Triple]:
    start, end = passage.span.start, passage.span.end
    place = terms.passage(passage.file, start, end)
    yield Triple(node, _EVIDENCE, place)
    yield Triple(place, _TYPE, kg("Passage"))
    yield Triple(place, term("nif:beginIndex"), Literal(str(start), datatype=_INTEGER))
    yield Triple(place, term("nif:endIndex"), Literal(str(end), datatype=_INTEGER))
    yield Triple(place, term("nif:referenceContext"), resource(f"file/{passage.file}"))
    yield Triple(place, kg("quote"), _zh(passage.quote))
    if passage.speech:
        yield Triple(place, kg("inSpeech"), resource(passage.speech))


def _speech(speech: ResolvedSpeech) -> Iterator[Triple]:
    node = resource(speech.id)
    yield Triple(node, _TYPE, kg("Speech"))
    yield Triple(node, _LABEL, _zh(speech.label))
    yield Triple(node, kg("onBehalfOf"), resource(speech.unit))
    yield Triple(node, term("dcterms:source"), resource(f"file/{speech.file}"))
    if speech.headline:
        yield Triple(node, kg("headline"), _zh(speech.headline))
    if speech.official:
        yield Triple(node, kg("deliveredBy"), resource(speech.official))
    if speech.meeting:
        yield Triple(node, kg("atMeeting"), resource(speech.meeting))
    if speech.spoken_on:
        yield Triple(node, term("dcterms:date"), _day(speech.spoken_on))
    for thing, passage in speech.mentions:
        yield from _edge(speech.id, "mentions", thing, Status.REPORTED)
        node = statement_node(speech.id, "mentions", thing)
        yield from _evidence(node, passage)
        yield from provenance.generated(node, [Extraction(Extractor.MENTIONS, passage.file)])


def statement_node(subject: str, predicate: str, target: str) -> NamedNode:
    """The IRI of the evidence node for one edge, made of the edge's own names."""
    named = "-".join((subject.replace("/", "_", 1), predicate, target.replace("/", "_", 1)))
    return resource(f"statement/{named}")


def _edge(subject: str, predicate: str, target: str, status: Status) -> Iterator[Triple]:
    node = statement_node(subject, predicate, target)
    ends = resource(subject), kg(predicate), resource(target)
    yield Triple(*ends)
    yield Triple(node, _TYPE, kg("Statement"))
    for part, value in zip(("subject", "predicate", "object"), ends, strict=True):
        yield Triple(node, term(f"rdf:{part}"), value)
    yield Triple(node, kg("status"), kg(status.value))


def _statement(statement: Statement) -> Iterator[Triple]:
    ends = statement.subject, statement.predicate.value, statement.object
    node = statement_node(*ends)
    yield from _edge(*ends, statement.status)
    yield from provenance.generated(node, extractions_of(statement))
    for passage in statement.passages:
        yield from _evidence(node, passage)
    for rule in statement.rules:
        yield Triple(node, kg("rule"), Literal(rule))
    if statement.source:
        yield Triple(node, term("dcterms:source"), Literal(statement.source))


def _indicator(indicator: Indicator) -> Iterator[Triple]:
    node = resource(indicator.id)
    yield Triple(node, _TYPE, kg("Indicator"))
    # The data cube's code list: its members must say that they are concepts of it (IC-19).
    yield Triple(node, _TYPE, term("skos:Concept"))
    yield Triple(node, term("skos:inScheme"), kg("indicatorCodes"))
    yield Triple(node, _LABEL, _zh(indicator.label))
    for name in indicator.alt_labels:
        yield Triple(node, _ALT, _zh(name))
    if indicator.defined:
        yield Triple(node, term("skos:inScheme"), kg("indicators"))


def _figure(figure: Figure) -> Iterator[Triple]:
    node, told = resource(figure.id), figure.observation
    yield Triple(resource(figure.unit), kg("reports"), node)
    yield Triple(node, _TYPE, kg("Observation"))
    yield Triple(node, term("qb:dataSet"), DATASET)
    yield Triple(node, kg("key"), Literal(figure.id.removeprefix("observation/")))
    yield Triple(node, kg("ofUnit"), resource(figure.unit))
    yield Triple(node, kg("indicator"), resource(figure.indicator))
    yield Triple(node, kg("indicatorText"), _zh(told.indicator))
    yield Triple(node, kg("kind"), kg(told.kind.value))
    yield Triple(node, kg("comparator"), kg(told.comparator.value))
    yield Triple(node, kg("status"), kg(told.status.value))
    for name, number in (("value", told.value), ("amount", told.amount)):
        yield Triple(node, kg(name), Literal(plain_decimal(number), datatype=_DECIMAL))
    code, qudt = _unit_codes().get(told.base_unit, ("", ""))
    texts = {
        "unitText": told.unit_text,
        "baseUnit": told.base_unit,
        "unitCode": code,
        "area": told.area,
        "period": told.period,
        "shareOf": told.whole,
    }
    for name, text in texts.items():
        if text:
            yield Triple(node, kg(name), Literal(text))
    if qudt:
        yield Triple(node, kg("qudtUnit"), term(f"qudt-unit:{qudt}"))
    if figure.about:
        yield Triple(node, kg("about"), resource(figure.about))
    if intervals.exists(told.period):
        yield Triple(node, term("time:hasTime"), intervals.interval(told.period))
    yield from provenance.generated(node, [Extraction(Extractor.FIGURES, figure.passage.file)])
    yield from _evidence(node, figure.passage)


@cache
def _unit_codes() -> dict[str, tuple[str, str]]:
    """The UCUM code and the QUDT name of each base unit that has one."""
    return {base: (ucum, qudt) for base, ucum, qudt in table("base_units", 3)}
