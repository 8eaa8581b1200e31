"""The answer to a SPARQL query, as rows for people and as the standard formats for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import pyoxigraph as ox

from kg.errors import FayanError
from kg.labels import short
from kg.rdf.terms import XSD
from kg.rdf.turtle import turtle

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value = str | int | float | Decimal | bool | None
_NUMBERS: dict[str, type[int] | type[Decimal] | type[float]] = {
    XSD + "integer": int,
    XSD + "nonNegativeInteger": int,
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "float": float,
}


class Answer:
    """The answer to one query; it is read once and then kept.

    `columns` are the variables; `rows` one tuple of Python values for each solution: an IRI of the
    graph is its path (`unit/綦江区`), another IRI whole, a number a number, no value None. ASK has
    one column `answer`; CONSTRUCT has the columns subject, predicate, object.
    """

    def __init__(self, results: ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]) -> None:
        """`results` come from Oxigraph, or are triples; FayanError where reading them fails."""
        try:
            self._read(results)
        except (OSError, RuntimeError, ValueError) as error:
            raise FayanError(f"query: {error}") from None

    def _read(self, results: ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]) -> None:
        self._solutions: list[tuple[Term | None, ...]] = []
        self._triples: list[ox.Triple] | None = None
        self.columns: tuple[str, ...]
        if isinstance(results, ox.QueryBoolean):
            self.columns = ("answer",)
            flag = ox.Literal(bool(results))
            self._solutions = [(flag,)]
        elif isinstance(results, ox.QuerySolutions):
            self.columns = tuple(variable.value for variable in results.variables)
            self._solutions = [tuple(solution) for solution in results]
        else:
            self.columns = ("subject", "predicate", "object")
            self._triples = list(results)
            self._solutions = [(one.subject, one.predicate, one.object) for one in self._triples]

    @property
    def rows(self) -> list[tuple[Value, ...]]:
        """The solutions as Python values, in the query's order."""
        return [tuple(_value(term) for term in solution) for solution in self._solutions]

    @property
    def iris(self) -> frozenset[str]:
        """All IRIs in the answer."""
        return frozenset(
            term.value
            for solution in self._solutions
            for term in solution
            if isinstance(term, ox.NamedNode)
        )

    def labelled(self, labels: Mapping[str, str]) -> list[tuple[Value, ...]]:
        """The rows with a name in the place of each IRI that `labels` has one for."""
        return [
            tuple(
                labels.get(term.value, _value(term))
                if isinstance(term, ox.NamedNode)
                else _value(term)
                for term in solution
            )
            for solution in self._solutions
        ]

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self._solutions)

    def __bool__(self) -> bool:
        """For ASK its answer, else whether there is any row."""
        if self.columns == ("answer",) and len(self._solutions) == 1:
            return bool(_value(self._solutions[0][0]))
        return bool(self._solutions)

    def to_json(self) -> str:
        """A JSON array of objects, one for each row; numbers stay numbers, no value is null."""
        import json

        rows = [
            {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in pairs}
            for pairs in (zip(self.columns, row, strict=True) for row in self.rows)
        ]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"

    def to_csv(self) -> str:
        """CSV with a header line, RFC 4180."""
        import csv
        import io

        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows(["" if cell is None else cell for cell in row] for row in self.rows)
        return text.getvalue()

    def to_turtle(self) -> str:
        """The triples of a CONSTRUCT or DESCRIBE query; FayanError for another query."""
        if self._triples is None:
            raise FayanError("only CONSTRUCT and DESCRIBE answer with triples")
        return turtle(self._triples).decode()


def _value(term: Term | None) -> Value:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return short(term.value)
    if isinstance(term, ox.Literal):
        if term.datatype.value == XSD + "boolean":
            return term.value in ("true", "1")
        number = _NUMBERS.get(term.datatype.value)
        return number(term.value) if number else term.value
    return str(term)
