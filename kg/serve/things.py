"""What the graph says of one node, gathered for its page: relations, figures, words, quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.labels import label
from kg.rdf.terms import ID, KG, kg, term
from kg.serve.quotes import CONTEXT, EVIDENCE, SPEECH, Quote, Quotes, triples, value

MOST = 500

_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")
_ENDS = (term("rdf:subject"), term("rdf:predicate"), term("rdf:object"))
_REPORTS, _ABOUT, _UNIT, _INDICATOR = kg("reports"), kg("about"), kg("ofUnit"), kg("indicator")
# What the page shows in a place of its own, or what is only bookkeeping.
_ELSEWHERE = (_TYPE, *_ENDS, EVIDENCE, _REPORTS, term("qb:dataSet"), term("qb:structure"))
# Of figures and passages, on the pages of what they point at.
_LISTED = (CONTEXT, SPEECH, _ABOUT, _UNIT, _INDICATOR)


@dataclass(frozen=True, slots=True)
class Link:
    """A term to show: its name, and its IRI where it is a node of the graph, else ""."""

    label: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """`subject` `predicate` `object`, a note on it, and the words that say it."""

    subject: Link
    predicate: Link
    object: Link
    note: str = ""
    quotes: tuple[Quote, ...] = ()

    @property
    def ends(self) -> tuple[Link, Link, Link]:
        """The fact itself."""
        return self.subject, self.predicate, self.object

    @property
    def order(self) -> tuple[str, ...]:
        """Sorts facts by relation, then by the names of their ends."""
        ends = (self.subject, self.object)
        return (self.predicate.label, *(f"{end.label} {end.iri}" for end in ends))


@dataclass(frozen=True, slots=True)
class Thing:
    """A node with what is said of it; `more` counts what is left out beyond `MOST` of a kind."""

    iri: str
    label: str
    cls: str
    values: tuple[Fact, ...]
    relations: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    more: int


class Things:
    """Reads nodes out of the default graph of a store."""

    def __init__(self, store: ox.Store) -> None:
        """`store` is only read."""
        self._store = store
        self._quotes = Quotes(store)

    def thing(self, node: ox.NamedNode) -> Thing | None:
        """What is said of `node`, or None where nothing is."""
        own, incoming = self._about(node, None), self._about(None, node)
        if not own and not incoming:
            return None
        evidence = self._quotes.evidence(node)
        stated, plain = list(self._stated(node)), list(self._plain(own, incoming, evidence))
        told = {fact.ends for fact in stated}
        plain = [fact for fact in plain if fact.ends not in told]
        # What no words say is a property of the node, as its names and codes are.
        values = [fact for fact in plain if not fact.quotes and fact.subject.iri == node.value]
        name = self._name(node)
        values += [
            self._fact(one)
            for one in own
            if isinstance(one.object, ox.Literal)
            and (one.predicate, one.object.value) != (_LABEL, name)
        ]
        relations = sorted({*stated, *plain}.difference(values), key=lambda fact: fact.order)
        figures = sorted(self._figures(node), key=lambda fact: (fact.quotes, fact.order))
        shown = {quote for fact in self._own_statement(node) for quote in fact.quotes}
        quotes = sorted({*evidence, *self._quotes.within(node)} - shown)
        return Thing(
            iri=node.value,
            label=name,
            cls=self._class(node),
            values=tuple(sorted(values, key=lambda fact: fact.order)),
            relations=tuple(relations[:MOST]),
            figures=tuple(figures[:MOST]),
            quotes=tuple(quotes[:MOST]),
            more=sum(max(0, len(some) - MOST) for some in (relations, figures, quotes)),
        )

    def about(self, node: ox.NamedNode) -> set[ox.Triple]:
        """The triples of a node's page for machines, none where the graph does not know it.

        They are its own, those that point at it, and of each statement and figure of it all that
        is said, with its passages, and the names of all that these speak of.
        """
        found = {*self._about(node, None), *self._about(None, node)}
        inner: set[object] = {one.subject for one in found if one.predicate in (*_ENDS, _ABOUT)}
        inner |= {one.object for one in found if one.predicate in (_REPORTS, EVIDENCE)}
        for extra in inner:
            found |= set(self._about(extra, None))
        for passage in [one.object for one in found if one.predicate == EVIDENCE]:
            found |= set(self._about(passage, None))
        for other in {end for one in found for end in (one.subject, one.object)}:
            if isinstance(other, ox.NamedNode):
                found |= set(triples(self._store, other, _LABEL, None))
        return found

    def size(self) -> int:
        """The number of triples."""
        found = self._store.query("SELECT (COUNT(*) AS ?count) { ?s ?p ?o }")
        assert isinstance(found, ox.QuerySolutions)
        return int(next(found)[0].value)

    def of_class(self, name: str) -> list[Link]:
        """The nodes whose path starts with `name` (`unit`), sorted by label; at most 10 × MOST."""
        found = self._store.query(
            "SELECT ?node (SAMPLE(?name) AS ?label) {"
            f" ?node {_LABEL} ?name FILTER(STRSTARTS(STR(?node), {ox.Literal(f'{ID}{name}/')})) }}"
            f" GROUP BY ?node ORDER BY ?label ?node LIMIT {10 * MOST}"
        )
        assert isinstance(found, ox.QuerySolutions)
        return [Link(label.value, node.value) for node, label in found]

    def classes(self) -> list[tuple[str, int]]:
        """The first parts of the paths of labelled nodes (`unit`), with their numbers of nodes."""
        found = self._store.query(
            "SELECT ?class (COUNT(DISTINCT ?node) AS ?count) {"
            f" ?node {_LABEL} ?name FILTER(STRSTARTS(STR(?node), {ox.Literal(ID)}))"
            f' BIND(STRBEFORE(STRAFTER(STR(?node), {ox.Literal(ID)}), "/") AS ?class) }}'
            " GROUP BY ?class ORDER BY DESC(?count) ?class"
        )
        assert isinstance(found, ox.QuerySolutions)
        return [(name.value, int(count.value)) for name, count in found]

    def _about(self, subject: object, target: object) -> list[ox.Triple]:
        return list(triples(self._store, subject, None, target))

    def _one(self, subject: object, predicate: ox.NamedNode) -> object:
        return value(self._store, subject, predicate)

    def _plain(
        self, own: list[ox.Triple], incoming: list[ox.Triple], evidence: tuple[Quote, ...]
    ) -> Iterator[Fact]:
        """The relations that are no statements; words of the node itself are not repeated."""
        for one in own + [one for one in incoming if one.predicate not in _LISTED]:
            if one.predicate not in _ELSEWHERE and isinstance(one.object, ox.NamedNode):
                fact = self._fact(one)
                yield replace(fact, quotes=()) if fact.quotes == evidence else fact

    def _stated(self, node: ox.NamedNode) -> Iterator[Fact]:
        """The statements that speak of a node; of a statement, what it states."""
        found = [one.subject for end in _ENDS for one in triples(self._store, None, end, node)]
        for statement in dict.fromkeys(found):
            yield self._statement(statement)
        yield from self._own_statement(node)

    def _own_statement(self, node: ox.NamedNode) -> Iterator[Fact]:
        if all(self._one(node, end) for end in _ENDS):
            yield self._statement(node)

    def _statement(self, statement: object) -> Fact:
        subject, predicate, target = (self._link(self._one(statement, end)) for end in _ENDS)
        status = self._one(statement, kg("status"))
        source = self._one(statement, term("dcterms:source"))
        notes = [] if status in (None, kg("Reported")) else [label(self._store, status)]
        notes += [source.value] if isinstance(source, ox.Literal) else []
        words = self._quotes.evidence(statement)
        return Fact(subject, predicate, target, "；".join(notes), words)

    def _name(self, node: ox.NamedNode) -> str:
        """The label of a node; of a statement or a figure, which have none, what it says."""
        for fact in self._own_statement(node):
            return " ".join(end.label for end in fact.ends)
        if self._one(node, kg("indicatorText")):
            return " ".join(end.label for end in self._figure(node).ends)
        return label(self._store, node)

    def _figures(self, node: ox.NamedNode) -> Iterator[Fact]:
        found: list[object] = [one.object for one in triples(self._store, node, _REPORTS, None)]
        for pointing in (_ABOUT, _INDICATOR):
            found += [one.subject for one in triples(self._store, None, pointing, node)]
        for figure in dict.fromkeys(found):
            yield self._figure(figure)

    def _figure(self, figure: object) -> Fact:
        said = {
            one.predicate.value.removeprefix(KG): label(self._store, one.object)
            for one in self._about(figure, None)
        }
        plain = self._one(figure, kg("comparator")) == kg("Equal")
        notes = [said.get("kind", ""), "" if plain else said.get("comparator", "")]
        notes += [said.get(name, "") for name in ("area", "period")]
        return Fact(
            self._link(self._one(figure, _UNIT)),
            Link(said.get("indicatorText", ""), getattr(figure, "value", "")),
            Link(said.get("value", "") + said.get("unitText", "")),
            " · ".join(note for note in notes if note),
            self._quotes.evidence(figure),
        )

    def _fact(self, one: ox.Triple) -> Fact:
        ends = self._link(one.subject), self._link(one.predicate), self._link(one.object)
        return Fact(*ends, quotes=self._quotes.behind(one))

    def _link(self, node: object) -> Link:
        iri = node.value if isinstance(node, ox.NamedNode) else ""
        return Link(label(self._store, node), iri if iri.startswith(ID) else "")

    def _class(self, node: ox.NamedNode) -> str:
        classes = sorted(
            (one.object for one in triples(self._store, node, _TYPE, None)),
            key=lambda cls: (not getattr(cls, "value", "").startswith(KG), str(cls)),
        )
        return label(self._store, classes[0]) if classes else ""
