"""Makes what a graph can be exported as: RDF in other formats, and CSV for Neo4j."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Graph


class Export(StrEnum):
    """What a graph can be written as besides the outputs; the value is the word for it."""

    TURTLE = "ttl"
    N_TRIPLES = "nt"
    N_QUADS = "nq"
    TRIG = "trig"
    JSON_LD = "jsonld"
    RDF_XML = "rdf"
    NEO4J = "neo4j"


def exports(
    graph: Graph, formats: Collection[Export], rdf12: bool = False, stem: str = "speeches"
) -> dict[str, bytes]:
    """The content of each export by file name: `speeches.trig`, `neo4j-nodes.csv`, ….

    With `rdf12` there is `speeches.rdf12.ttl` as well: the graph as Turtle of RDF 1.2, in which
    each statement annotates its triple. Raises FayanError where a format cannot hold the graph.
    """
    from kg import neo4j
    from kg.rdf.formats import Format, write

    made: dict[str, bytes] = {}
    for form in formats:
        if form is Export.NEO4J:
            made |= neo4j.tables(graph.store, graph.contents)
        else:
            made[f"{stem}.{form.value}"] = write(graph.store, Format(form.value))
    if rdf12:
        made[f"{stem}.rdf12.ttl"] = write(graph.store, Format.TURTLE, rdf12=True)
    return made
