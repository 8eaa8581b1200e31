"""Writes triples as Turtle that is sorted, one triple a line, and the same bytes every time.

No line depends on what stands around it: each repeats its predicate, ends with “;”, and the full
stop has a line of its own. So a graph with one more speech differs in the lines of that speech.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rdf.terms import PREFIXES

# Oxigraph escapes line feeds in literals, so these stand only where its layout puts them.
_END, _NEXT = b" .\n", b" ;\n\t"
_LABEL, _SECOND = b"rdfs:label ", b"b "  # sorts after "a " (the type) and before any prefix
_OBJECT = re.compile(rb'(?:"(?:[^"\\]|\\.)*"|[^" ]| (?!, ))+')


def turtle(triples: Iterable[ox.Triple] | ox.Store) -> bytes:
    """The triples, or the default graph of a store, as UTF-8 Turtle, each once.

    Subjects are sorted as written; of each the type comes first, then the label.
    """
    return header() + block(triples)


def header() -> bytes:
    """The declarations of all prefixes, sorted, and an empty line."""
    lines = (f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
    return "".join(lines).encode() + b"\n"


def block(triples: Iterable[ox.Triple] | ox.Store) -> bytes:
    """The triples alone, without the prefixes, as `turtle` writes them."""
    written = b"".join(_subjects(_grouped(_written(triples))))
    return written.replace(_NEXT + _SECOND, _NEXT + _LABEL)


def _written(triples: Iterable[ox.Triple] | ox.Store) -> bytes:
    """Oxigraph's own Turtle without its prefixes, in whatever order things come."""
    form, prefixes = ox.RdfFormat.TURTLE, PREFIXES
    if isinstance(triples, ox.Store):
        written = triples.dump(format=form, prefixes=prefixes, from_graph=ox.DefaultGraph())
    else:
        written = ox.serialize(triples, format=form, prefixes=prefixes)
    *_, body = (written or b"").split(b"\n", len(PREFIXES))
    return body


def _grouped(body: bytes) -> dict[bytes, list[bytes]]:
    """The predicates and objects of each subject, as written but for the label's mark."""
    found: dict[bytes, list[bytes]] = defaultdict(list)
    for part in body.replace(_NEXT + _LABEL, _NEXT + _SECOND).split(_END):
        subject, _, facts = part.partition(b" ")
        if facts.startswith(_LABEL):
            facts = _SECOND + facts.removeprefix(_LABEL)
        if facts:
            found[subject].append(facts)
    return found


def _subjects(grouped: dict[bytes, list[bytes]]) -> Iterator[bytes]:
    for subject in sorted(grouped):
        facts = _NEXT.join(grouped[subject])
        lines = facts.split(_NEXT)
        if b" , " in facts:
            lines = [one for line in lines for one in _one_object_each(line)]
        lines.sort()
        if len(grouped[subject]) > 1 or b" , " in facts:
            lines = list(dict.fromkeys(lines))
        if lines[0].startswith(_SECOND):
            lines[0] = _LABEL + lines[0].removeprefix(_SECOND)
        yield b"%b %b ;\n.\n" % (subject, _NEXT.join(lines))


def _one_object_each(line: bytes) -> list[bytes]:
    """Takes `predicate one , two` apart; a comma in a literal is none."""
    predicate, _, objects = line.partition(b" ")
    parts = _OBJECT.findall(objects) if b'"' in objects else objects.split(b" , ")
    return [predicate + b" " + one.removeprefix(b", ") for one in parts]
