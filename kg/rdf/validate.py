"""Checks a graph against the shapes of the vocabulary (`ontology/shapes.ttl`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.shacl import Constraint, constraints
from kg.rdf.terms import PREFIXES, path_of
from kg.resources import ontology

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a graph, a line each, sorted; it conforms where nothing is.

    A warning (a share of 140%) may be what the text says, so a graph with warnings conforms.
    """

    findings: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def conforms(self) -> bool:
        """True where there is no finding."""
        return not self.findings


@dataclass(frozen=True, slots=True, order=True)
class _Result:
    """One violation: IRIs or literals as text."""

    node: str
    message: str
    path: str
    value: str

    def line(self) -> str:
        named = " ".join(_short(part) for part in (self.path, self.value) if part)
        line = f"{_short(self.node)}: {self.message}" + (f" ({named})" if named else "")
        return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in line)


def validate(data: bytes | ox.Store) -> Report:
    """Checks a graph, given as Turtle or as a store whose default graph it is.

    Raises FayanError where the Turtle does not parse.
    """
    store = _with_vocabulary(data)
    shapes = ox.Store()
    shapes.bulk_load(path=str(ontology("shapes.ttl")))
    lines: dict[bool, set[str]] = {True: set(), False: set()}
    for constraint in constraints(shapes):
        for result in _violators(store, constraint):
            lines[constraint.severity == "Violation"].add(result.line())
    return Report(tuple(sorted(lines[True])), tuple(sorted(lines[False])))


def _with_vocabulary(data: bytes | ox.Store) -> ox.Store:
    """A new store of the graph and the ontology, whose subclasses the shapes count on."""
    store = ox.Store()
    try:
        if isinstance(data, bytes):
            store.bulk_load(data, format=ox.RdfFormat.TURTLE)
        else:
            store.bulk_extend(data.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    except SyntaxError as error:
        raise FayanError(f"line {error.lineno}: not valid Turtle: {error.msg}") from None
    store.bulk_load(path=str(ontology("fayan.ttl")))
    return store


def _violators(store: ox.Store, constraint: Constraint) -> Iterator[_Result]:
    found = store.query(constraint.select, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    for solution in found:
        row = dict(zip(names, map(_text, solution), strict=True))
        node, value = row["this"], row.get("value", "")
        yield _Result(node, constraint.message, row.get("path", ""), value)


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _short(text: str) -> str:
    """An IRI by its path or prefixed name; long literals cut."""
    if (path := path_of(text)) != text:
        return path
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
