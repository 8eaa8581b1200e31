"""What the graph says of one node, gathered for its page: relations, figures, words, quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.labels import label
from kg.rdf.terms import ID, KG, kg, term

MOST = 500

_TYPE, _LABEL, _EVIDENCE = term("rdf:type"), term("rdfs:label"), kg("evidence")
_ENDS = (term("rdf:subject"), term("rdf:predicate"), term("rdf:object"))
_BEGIN, _END, _CONTEXT = term("nif:beginIndex"), term("nif:endIndex"), term("nif:referenceContext")
_REPORTS, _ABOUT, _SPEECH, _QUOTE = kg("reports"), kg("about"), kg("inSpeech"), kg("quote")
# What the page shows in a place of its own, or what is only bookkeeping.
_ELSEWHERE = (
    *(_TYPE, *_ENDS, _EVIDENCE, _REPORTS, _CONTEXT, _ABOUT, _SPEECH),
    *(kg("ofUnit"), kg("indicator"), term("qb:dataSet"), term("qb:structure")),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A term to show: its name, and its IRI where it is a node of the graph, else ""."""

    label: str
    iri: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage: its words, the IRI of its file, and where they stand there (code points)."""

    file: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """`subject` `predicate` `object`, a note on it, and the words that say it."""

    subject: Link
    predicate: Link
    object: Link
    note: str = ""
    quotes: tuple[Quote, ...] = ()

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

    def thing(self, node: ox.NamedNode) -> Thing | None:
        """What is said of `node`, or None where nothing is."""
        own, incoming = self._about(node, None), self._about(None, node)
        if not own and not incoming:
            return None
        stated = list(self._stated(node))
        told = {(fact.subject, fact.predicate, fact.object) for fact in stated}
        plain = [
            fact
            for one in own + incoming
            if one.predicate not in _ELSEWHERE and isinstance(one.object, ox.NamedNode)
            for fact in [self._fact(one)]
            if (fact.subject, fact.predicate, fact.object) not in told
        ]
        relations = sorted(stated + plain, key=lambda fact: fact.order)
        figures = sorted(self._figures(node), key=lambda fact: (fact.quotes, fact.order))
        values = [self._fact(one) for one in own if isinstance(one.object, ox.Literal)]
        quotes = sorted({*self._quotes(node), *self._own_words(node)})
        return Thing(
            iri=node.value,
            label=label(self._store, node),
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
        inner |= {one.object for one in found if one.predicate in (_REPORTS, _EVIDENCE)}
        for extra in inner:
            found |= set(self._about(extra, None))
        for passage in [one.object for one in found if one.predicate == _EVIDENCE]:
            found |= set(self._about(passage, None))
        for other in {end for one in found for end in (one.subject, one.object)}:
            if isinstance(other, ox.NamedNode):
                found |= set(self._triples(other, _LABEL, None))
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

    def _triples(
        self, subject: object, predicate: ox.NamedNode | None, target: object
    ) -> Iterator[ox.Triple]:
        pattern = (subject, predicate, target, ox.DefaultGraph())
        for quad in self._store.quads_for_pattern(*pattern):  # type: ignore[arg-type]
            yield quad.triple

    def _about(self, subject: object, target: object) -> list[ox.Triple]:
        if isinstance(subject, ox.Literal):
            return []
        return list(self._triples(subject, None, target))

    def _one(self, subject: object, predicate: ox.NamedNode) -> object:
        return next((one.object for one in self._triples(subject, predicate, None)), None)

    def _stated(self, node: ox.NamedNode) -> Iterator[Fact]:
        statements = [one.subject for end in _ENDS for one in self._triples(None, end, node)]
        for statement in dict.fromkeys(statements):
            subject, predicate, target = (self._link(self._one(statement, end)) for end in _ENDS)
            status = self._one(statement, kg("status"))
            source = self._one(statement, term("dcterms:source"))
            notes = [] if status in (None, kg("Reported")) else [label(self._store, status)]
            notes += [source.value] if isinstance(source, ox.Literal) else []
            yield Fact(subject, predicate, target, "；".join(notes), self._quotes(statement))

    def _figures(self, node: ox.NamedNode) -> Iterator[Fact]:
        found: list[object] = [one.object for one in self._triples(node, _REPORTS, None)]
        for pointing in (_ABOUT, kg("indicator")):
            found += [one.subject for one in self._triples(None, pointing, node)]
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
            self._link(self._one(figure, kg("ofUnit"))),
            Link(said.get("indicatorText", ""), getattr(figure, "value", "")),
            Link(said.get("value", "") + said.get("unitText", "")),
            " · ".join(note for note in notes if note),
            self._quotes(figure),
        )

    def _quotes(self, node: object) -> tuple[Quote, ...]:
        passages = [one.object for one in self._triples(node, _EVIDENCE, None)]
        return tuple(sorted(quote for one in passages if (quote := self._quote(one))))

    def _quote(self, passage: object) -> Quote | None:
        text, file = self._one(passage, _QUOTE), self._one(passage, _CONTEXT)
        if not (isinstance(text, ox.Literal) and isinstance(file, ox.NamedNode)):
            return None
        start, end = (self._number(passage, place) for place in (_BEGIN, _END))
        return Quote(file.value, start, end, text.value)

    def _number(self, passage: object, predicate: ox.NamedNode) -> int:
        found = self._one(passage, predicate)
        return int(found.value) if isinstance(found, ox.Literal) and found.value.isdigit() else 0

    def _own_words(self, node: ox.NamedNode) -> Iterator[Quote]:
        """The passages of a file or of a speech, or a passage's own words."""
        passages: list[object] = [node]
        for predicate in (_CONTEXT, _SPEECH):
            passages += [one.subject for one in self._triples(None, predicate, node)]
        yield from filter(None, map(self._quote, passages))

    def _fact(self, one: ox.Triple) -> Fact:
        return Fact(self._link(one.subject), self._link(one.predicate), self._link(one.object))

    def _link(self, node: object) -> Link:
        iri = node.value if isinstance(node, ox.NamedNode) else ""
        return Link(label(self._store, node), iri if iri.startswith(ID) else "")

    def _class(self, node: ox.NamedNode) -> str:
        classes = sorted(
            (one.object for one in self._triples(node, _TYPE, None)),
            key=lambda cls: (not getattr(cls, "value", "").startswith(KG), str(cls)),
        )
        return label(self._store, classes[0]) if classes else ""
