"""Asks a SPARQL 1.1 endpoint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.answers import Answer
from kg.errors import FayanError
from kg.labels import short, vocabulary
from kg.rdf.terms import PREFIXES
from kg.remote.http import send, with_parameters

_SOLUTIONS = ("application/sparql-results+json", "application/sparql-results+xml")
_TRIPLES = ("application/n-triples", "text/turtle")
_ACCEPT = ", ".join((*_SOLUTIONS, *_TRIPLES))
_NOT_NAMES = re.compile(r"""<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
_MOST_LABELS = 500


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL 1.1 endpoint; it answers as a `kg.Graph` does.

    `url` is where it is queried; `graphs` are the IRIs of those of its graphs that a query is to
    see, without any those that the endpoint itself takes for its default graph.
    """

    url: str
    graphs: Sequence[str] = ()

    def sparql(self, query: str) -> Answer:
        """The answer to a query; the vocabulary's prefixes are known already.

        Raises FayanError where the endpoint refuses, or answers with something else.
        """
        url = with_parameters(self.url, {"default-graph-uri": list(self.graphs)})
        text = with_prefixes(query).encode()
        answered = send("POST", url, text, Content_Type="application/sparql-query", Accept=_ACCEPT)
        try:
            if results := ox.QueryResultsFormat.from_media_type(answered.type):
                return Answer(ox.parse_query_results(answered.body, results))
            if answered.type in _TRIPLES:
                form = ox.RdfFormat.from_media_type(answered.type)
                return Answer(quad.triple for quad in ox.parse(answered.body, form))
        except (SyntaxError, ValueError) as error:
            raise FayanError(f"{self.url}: its answer does not parse: {error}") from None
        raise FayanError(f"{self.url}: answers with {answered.type}: not a SPARQL endpoint?")

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """The name of each IRI: its label there or in the vocabulary, else a short form."""
        wanted = sorted(set(iris))
        found = {iri: vocabulary().get(iri) or short(iri) for iri in wanted}
        for start in range(0, len(wanted), _MOST_LABELS):
            some = " ".join(str(ox.NamedNode(iri)) for iri in wanted[start : start + _MOST_LABELS])
            rows = self.sparql(
                f"SELECT (STR(?x) AS ?iri) ?name {{ VALUES ?x {{ {some} }} ?x rdfs:label ?name }}"
            ).rows
            found |= {str(iri): str(name) for iri, name in rows}
        return found


def with_prefixes(query: str) -> str:
    """`query` after declarations of the vocabulary's prefixes that it uses and does not declare."""
    plain = re.sub(r"#.*", "", _NOT_NAMES.sub("", query))
    declared = set(re.findall(r"PREFIX\s+([\w-]*):", plain, re.IGNORECASE))
    used = set(re.findall(r"(?<![\w?$])([A-Za-z][\w-]*):", plain)) - declared
    lines = (f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in sorted(used & set(PREFIXES)))
    return "".join(lines) + query
