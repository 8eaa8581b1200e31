"""Finds the words of the text that say a thing, for the pages of the nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.terms import kg, term

EVIDENCE, CONTEXT, SPEECH = kg("evidence"), term("nif:referenceContext"), kg("inSpeech")
_BEGIN, _END, _QUOTE = term("nif:beginIndex"), term("nif:endIndex"), kg("quote")
_HOLDS, _POST_IN, _LEADS = term("org:holds"), term("org:postIn"), kg("leads")
_DELIVERED, _FOR, _MEETING = kg("deliveredBy"), kg("onBehalfOf"), kg("atMeeting")
_SUBJECT, _PREDICATE = term("rdf:subject"), term("rdf:predicate")


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage: its words, the IRI of its file, and where they stand there (code points)."""

    file: str
    start: int
    end: int
    text: str


def triples(
    store: ox.Store, subject: object, predicate: ox.NamedNode | None, target: object
) -> Iterator[ox.Triple]:
    """The triples of a pattern (None: any) in the default graph; none of a literal subject."""
    if not isinstance(subject, ox.Literal):
        pattern = (subject, predicate, target, ox.DefaultGraph())
        for quad in store.quads_for_pattern(*pattern):  # type: ignore[arg-type]
            yield quad.triple


def value(store: ox.Store, subject: object, predicate: ox.NamedNode) -> object:
    """A value of a property of `subject`, or None."""
    return next((found.object for found in triples(store, subject, predicate, None)), None)


class Quotes:
    """Reads passages out of the default graph of a store."""

    def __init__(self, store: ox.Store) -> None:
        """`store` is only read."""
        self._store = store

    def evidence(self, node: object) -> tuple[Quote, ...]:
        """The evidence of a statement, figure or meeting, sorted."""
        passages = [found.object for found in triples(self._store, node, EVIDENCE, None)]
        return self._read(passages)

    def within(self, node: ox.NamedNode) -> tuple[Quote, ...]:
        """The passages of a file or of a speech, or a passage's own words."""
        passages: list[object] = [node]
        for predicate in (CONTEXT, SPEECH):
            passages += [found.subject for found in triples(self._store, None, predicate, node)]
        return self._read(passages)

    def behind(self, triple: ox.Triple) -> tuple[Quote, ...]:
        """The words behind a relation that no statement states.

        Posts, their units, and who spoke for whom are told where it is told who leads the unit:
        in the byline of the speech; of a meeting its notice tells.
        """
        subject, predicate = triple.subject, triple.predicate
        if predicate == _MEETING:
            return self.evidence(triple.object)
        if predicate == _HOLDS:
            return self._read(self._told(subject))
        if predicate == _POST_IN:
            holders = [found.subject for found in triples(self._store, None, _HOLDS, subject)]
            return self._read([passage for holder in holders for passage in self._told(holder)])
        if predicate in (_DELIVERED, _FOR):
            speaker = value(self._store, subject, _DELIVERED)
            passages = set(self._told(speaker)) if speaker else set()
            inside = {found.subject for found in triples(self._store, None, SPEECH, subject)}
            return self._read(passages & inside)
        return ()

    def _told(self, official: object) -> list[object]:
        """The passages that tell what an official leads."""
        return [
            passage.object
            for found in triples(self._store, None, _SUBJECT, official)
            if value(self._store, found.subject, _PREDICATE) == _LEADS
            for passage in triples(self._store, found.subject, EVIDENCE, None)
        ]

    def _read(self, passages: Iterable[object]) -> tuple[Quote, ...]:
        return tuple(sorted({quote for one in passages if (quote := self._quote(one))}))

    def _quote(self, passage: object) -> Quote | None:
        text, file = (value(self._store, passage, part) for part in (_QUOTE, CONTEXT))
        if not (isinstance(text, ox.Literal) and isinstance(file, ox.NamedNode)):
            return None
        start, end = (self._number(passage, place) for place in (_BEGIN, _END))
        return Quote(file.value, start, end, text.value)

    def _number(self, passage: object, predicate: ox.NamedNode) -> int:
        found = value(self._store, passage, predicate)
        return int(found.value) if isinstance(found, ox.Literal) and found.value.isdigit() else 0
