"""Reads a store back into typed rows: nodes, edges, figures and speeches with their quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.rdf.contents import Contents, Edge, FigureRow, Node, Quote, SpeechRow
from kg.rdf.terms import KG, NAMESPACES, path_of
from kg.records import EntityClass, Predicate

_RDF, _RDFS, _SKOS = (NAMESPACES[name] for name in ("rdf", "rdfs", "skos"))
_NIF, _ORG, _DCTERMS = (NAMESPACES[name] for name in ("nif", "org", "dcterms"))
_ENTITIES = {cls.value for cls in EntityClass} - {EntityClass.SPEECH.value}
_RELATIONS = {predicate.value for predicate in Predicate}

Values = Mapping[str, list[str]]
Facts = Mapping[str, Values]


def read(store: ox.Store) -> Contents:
    """All rows of the graph; resources appear by the path of their IRI (`unit/綦江区`)."""
    facts = _by_subject(store)
    rows = _Rows(facts)
    return Contents(
        nodes=tuple(rows.node(name) for name in rows.of_classes(_ENTITIES)),
        edges=tuple(
            sorted(rows.edges(), key=lambda edge: (edge.source, edge.predicate, edge.target))
        ),
        figures=tuple(rows.figure(name) for name in rows.of_classes({"Observation"})),
        speeches=tuple(rows.speech(name) for name in rows.of_classes({"Speech"})),
    )


def _by_subject(store: ox.Store) -> Facts:
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in store:
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.BlankNode):
            value = quad.object.value if not isinstance(quad.object, ox.Triple) else ""
            if isinstance(quad.object, ox.NamedNode):
                value = path_of(value)
            facts[path_of(quad.subject.value)][quad.predicate.value].append(value)
    return facts


class _Rows:
    """Makes rows of the values gathered by subject and predicate."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._quotes: dict[str, Quote] = {}
        self._named: dict[str, list[str]] = defaultdict(list)
        for name in self.of_classes({"Statement"}):
            values = facts[name]
            if self._last(values, _RDF + "predicate") == "mentions":
                self._named[values[_RDF + "object"][0]].append(name)

    def of_classes(self, classes: set[str]) -> list[str]:
        wanted = {KG + name for name in classes}
        return sorted(
            name
            for name, values in self._facts.items()
            if wanted & set(values.get(_RDF + "type", ()))
        )

    @staticmethod
    def _one(values: Values, predicate: str) -> str:
        found = values.get(predicate)
        return min(found) if found else ""

    def _last(self, values: Values, predicate: str) -> str:
        return self._one(values, predicate).removeprefix(KG)

    def _label(self, name: str) -> str:
        return self._one(self._facts.get(name, {}), _RDFS + "label") if name else ""

    def quotes(self, values: Values) -> tuple[Quote, ...]:
        return tuple(sorted(self._quote(name) for name in values.get(KG + "evidence", ())))

    def _quote(self, name: str) -> Quote:
        if name not in self._quotes:
            values = self._facts.get(name, {})
            self._quotes[name] = Quote(
                speech=self._one(values, KG + "inSpeech"),
                start=int(self._one(values, _NIF + "beginIndex") or 0),
                end=int(self._one(values, _NIF + "endIndex") or 0),
                text=self._one(values, KG + "quote"),
                file=self._label(self._one(values, _NIF + "referenceContext")),
            )
        return self._quotes[name]

    def node(self, name: str) -> Node:
        values = self._facts[name]
        classes = [one.removeprefix(KG) for one in values[_RDF + "type"]]
        cls = EntityClass(min(one for one in classes if one in _ENTITIES))
        statements = [self._facts[one] for one in self._named.get(name, ())]
        speeches = {self._label(self._one(one, _RDF + "subject")) for one in statements}
        return Node(
            id=name,
            label=self._label(name),
            cls=cls.value,
            group=cls.group.value,
            alt_labels=tuple(sorted(values.get(_SKOS + "altLabel", ()))),
            code=self._one(values, KG + "divisionCode"),
            speeches=tuple(sorted(speeches)),
            quotes=tuple(sorted({quote for one in statements for quote in self.quotes(one)})),
        )

    def edges(self) -> Iterable[Edge]:
        for name in self.of_classes({"Statement"}):
            values = self._facts[name]
            predicate = self._last(values, _RDF + "predicate")
            if predicate in _RELATIONS:
                yield Edge(
                    source=self._one(values, _RDF + "subject"),
                    predicate=predicate,
                    target=self._one(values, _RDF + "object"),
                    status=self._last(values, KG + "status"),
                    quotes=self.quotes(values),
                    authority=self._one(values, _DCTERMS + "source"),
                )

    def figure(self, name: str) -> FigureRow:
        values = self._facts[name]
        return FigureRow(
            id=name,
            unit=self._label(self._one(values, KG + "ofUnit")),
            indicator=self._label(self._one(values, KG + "indicator")),
            indicator_text=self._one(values, KG + "indicatorText"),
            kind=self._last(values, KG + "kind"),
            comparator=self._last(values, KG + "comparator"),
            value=self._one(values, KG + "value"),
            unit_text=self._one(values, KG + "unitText"),
            amount=self._one(values, KG + "amount"),
            base_unit=self._one(values, KG + "baseUnit"),
            area=self._one(values, KG + "area"),
            period=self._one(values, KG + "period"),
            whole=self._one(values, KG + "shareOf"),
            about=self._label(self._one(values, KG + "about")),
            status=self._last(values, KG + "status"),
            quote=next(iter(self.quotes(values)), Quote("", 0, 0, "", "")),
        )

    def speech(self, name: str) -> SpeechRow:
        values = self._facts[name]
        official = self._one(values, KG + "deliveredBy")
        posts = self._facts.get(official, {}).get(_ORG + "holds", ()) if official else ()
        return SpeechRow(
            id=name,
            label=self._label(name),
            headline=self._one(values, KG + "headline"),
            unit=self._label(self._one(values, KG + "onBehalfOf")),
            official=self._label(official),
            posts=tuple(sorted(self._label(post) for post in posts)),
            meeting=self._label(self._one(values, KG + "atMeeting")),
            date=self._one(values, _DCTERMS + "date"),
            file=self._label(self._one(values, _DCTERMS + "source")),
        )
