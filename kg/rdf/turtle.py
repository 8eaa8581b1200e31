"""Writes triples as Turtle that is sorted, one triple a line, and the same bytes every time.

No line depends on what stands around it: each repeats its predicate, ends with “;”, and the full
stop has a line of its own. So a graph with one more speech differs in the lines of that speech.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.graphs import Spelling
from kg.rdf.ntriples import Facts
from kg.rdf.terms import PREFIXES

# Oxigraph escapes line feeds in literals, so these stand only where its layout puts them.
_END, _NEXT = b" .\n", b" ;\n\t"
_LABEL, _SECOND = b"rdfs:label ", b"b "  # sorts after "a " (the type) and before any prefix
SPELLING = Spelling(str.encode, {b"rdf:type": b"a", b"rdfs:label": b"b"})
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
    return layout((subject, b"\n".join(lines)) for subject, lines in facts(triples))


def layout(told: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Subjects with their lines, of `facts`, as Turtle."""
    written = b"".join([_subject(subject, lines) for subject, lines in told])
    return written.replace(_NEXT + _SECOND, _NEXT + _LABEL)


def _subject(subject: bytes, lines: bytes) -> bytes:
    if lines.startswith(_SECOND):
        lines = _LABEL + lines.removeprefix(_SECOND)
    return b"%b %b ;\n.\n" % (subject, lines.replace(b"\n", _NEXT))


def facts(triples: Iterable[ox.Triple] | ox.Store) -> Facts:
    """Each subject, sorted, with its `predicate object` lines, sorted; `b` is for rdfs:label."""
    found = _grouped(_written(triples))
    for subject in sorted(found):
        yield subject, _lines(found[subject])


def _lines(parts: list[bytes]) -> list[bytes]:
    """Takes what is said of a subject apart into one line for each triple, each once."""
    facts = parts[0] if len(parts) == 1 else _NEXT.join(parts)
    lines = facts.split(_NEXT)
    several = b" , " in facts
    if several:
        lines = [one for line in lines for one in _one_object_each(line)]
    lines.sort()
    return list(dict.fromkeys(lines)) if several or len(parts) > 1 else lines


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


def _one_object_each(line: bytes) -> list[bytes]:
    """Takes `predicate one , two` apart; a comma in a literal is none."""
    predicate, _, objects = line.partition(b" ")
    parts = _OBJECT.findall(objects) if b'"' in objects else objects.split(b" , ")
    return [predicate + b" " + one.removeprefix(b", ") for one in parts]
