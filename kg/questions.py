"""The questions of `ontology/queries`: their words, their parameters, and safe values for these."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.terms import KG, XSD
from kg.resources import ontology
from kg.vocabulary import Predicate

_DECLARED = re.compile(r"#\s*@param (?P<name>\w+) (?P<kind>\w+) (?P<zh>[^|]+) \| (?P<en>.+)")
_VALUES = r"^[ \t]*VALUES \?{name} {{ (.+) }}[ \t]*$"


class ParameterKind(StrEnum):
    """What a value of a parameter is.

    `NAME` any name of a thing (`綦江`), `TEXT` other words (`2025-Q1`), `NUMBER` a decimal,
    `RELATION` the local name of a relation (`alignsWith`).
    """

    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that can be given another value; `default` is written as SPARQL."""

    name: str
    kind: ParameterKind
    chinese: str
    english: str
    default: str

    def term(self, value: str) -> ox.Literal | ox.NamedNode:
        """`value`, as a user types it, as an RDF term; FayanError where it is none of the kind."""
        if "\0" in value or any("\ud800" <= char <= "\udfff" for char in value):
            raise FayanError(f"{self.name}: {value!r} is not text")
        if self.kind is ParameterKind.NUMBER:
            return ox.Literal(f"{self._number(value):f}", datatype=ox.NamedNode(XSD + "decimal"))
        if self.kind is ParameterKind.RELATION:
            if value not in set(Predicate):
                near = difflib.get_close_matches(value, list(Predicate), n=1, cutoff=0)
                raise FayanError(f"{self.name}: {value}: no such relation; near: {near[0]}")
            return ox.NamedNode(KG + value)
        if self.kind is ParameterKind.NAME:
            return ox.Literal(value, language="zh")
        return ox.Literal(value)

    def _number(self, value: str) -> Decimal:
        try:
            number = Decimal(value)
        except InvalidOperation:
            raise FayanError(f"{self.name}: {value}: not a number") from None
        if not number.is_finite() or abs(number.adjusted()) > 30:
            raise FayanError(f"{self.name}: {value}: not a number")
        return number


@dataclass(frozen=True, slots=True)
class Question:
    """A query with the question it answers.

    `text` is complete SPARQL that any engine runs: each parameter stands in it as a VALUES block
    that holds its default.
    """

    name: str
    chinese: str
    english: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, values: Sequence[str]) -> str:
        """The query with its first parameters set to `values`, the rest at their defaults.

        A value becomes an RDF term, and the term, written by the RDF library, the content of the
        parameter's VALUES block: nothing in it can end the block. Raises FayanError for too many
        values, and for one that does not suit its parameter.
        """
        if len(values) > len(self.parameters):
            takes = " ".join(one.name.upper() for one in self.parameters) or "no values"
            raise FayanError(f"{self.name}: {len(values)} values given, it takes {takes}")
        parts, written = [], 0
        # The blocks are found in the text as it stands in the file, never in a value put in before.
        blocks = [
            (*_block(self.text, parameter.name).span(1), str(parameter.term(value)))
            for parameter, value in zip(self.parameters, values, strict=False)
        ]
        for start, end, term in sorted(blocks):
            parts += [self.text[written:start], term]
            written = end
        return "".join(parts) + self.text[written:]

    def unknown(self, values: Sequence[str], ask: Callable[[str], Iterable[object]]) -> list[str]:
        """Those of `values` that should name a thing and name none; `ask` runs a query."""
        return [
            value
            for parameter, value in zip(self.parameters, values, strict=False)
            if parameter.kind is ParameterKind.NAME
            and not ask(_CALLED.format(parameter.term(value)))
        ]


_CALLED = (
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    "SELECT ?x {{ VALUES ?name {{ {} }} ?x rdfs:label|skos:altLabel ?name }} LIMIT 1"
)


def parse(text: str, name: str) -> Question:
    """The question in the text of a `.rq` file.

    Its first comment asks in Chinese, its second in English, and each line
    `# @param NAME KIND 中文 | English` declares a parameter; a query without comments is a question
    without words. Raises FayanError naming the file where a declared parameter has no VALUES block.
    """
    comments = [line for line in text.splitlines() if line.startswith("#")]
    words = [line.lstrip("# ").strip() for line in comments if "@param" not in line]
    parameters = []
    for line in comments:
        if "@param" not in line:
            continue
        declared = _DECLARED.fullmatch(line.strip())
        if declared is None or declared["kind"] not in set(ParameterKind):
            raise FayanError(f"{name}: not a parameter: {line}")
        default = _block(text, declared["name"], name)[1]
        kind = ParameterKind(declared["kind"])
        parameters.append(
            Parameter(declared["name"], kind, declared["zh"].strip(), declared["en"], default)
        )
    chinese, english = (*words, "", "")[:2]
    return Question(name, chinese, english, tuple(parameters), text)


def _block(text: str, name: str, file: str = "") -> re.Match[str]:
    found = re.search(_VALUES.format(name=name), text, re.MULTILINE)
    if found is None:
        raise FayanError(f"{file or name}: the parameter {name} has no line VALUES ?{name} {{ … }}")
    return found


def questions() -> tuple[Question, ...]:
    """All questions of `ontology/queries`, sorted by name."""
    paths = sorted(ontology("queries").glob("*.rq"))
    return tuple(parse(path.read_text(encoding="utf-8"), path.stem) for path in paths)


def question(name: str) -> Question:
    """The question called `name`, or the one in the `.rq` file of that path.

    Raises FayanError where there is none, naming what is near.
    """
    known = {one.name: one for one in questions()}
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix != ".rq" and not path.is_file():
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
        hint = f"near: {', '.join(near)}" if near else "kg query --list names them"
        raise FayanError(f"{name}: no such question or file; {hint}")
    try:
        return parse(path.read_text(encoding="utf-8"), path.stem)
    except (OSError, UnicodeDecodeError) as error:
        raise FayanError(f"{path}: cannot be read: {error}") from None
