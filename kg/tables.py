"""The CSV tables: what each row and column holds is said here, once."""

from __future__ import annotations

from collections.abc import Iterable

from kg.network.centrality import MEASURES, Centrality
from kg.rdf.contents import Contents
from kg.spreadsheet import spreadsheet

SEPARATOR = " | "

ENTITY_COLUMNS = {
    "id": "path of the IRI under https://w3id.org/fayan/id/",
    "class": "the most specific class (District, Pilot, …)",
    "group": "the top class (Unit, Initiative, …)",
    "label": "canonical name",
    "alt_labels": f"other spellings, joined with '{SEPARATOR}'",
    "code": "GB/T 2260 code of a division",
    "speeches": f"speeches that mention it, joined with '{SEPARATOR}'",
    "mentions": "number of passages that mention it",
}
RELATION_COLUMNS = {
    "subject": "label of the thing the relation starts from",
    "predicate": "local name of the relation (alignsWith, …)",
    "object": "label of the thing it goes to",
    "status": "Reported or Planned",
    "quote": "the sentence that states it; a relation has one row for each",
    "file": "source file",
    "start": "first code point of the quote in the raw file",
    "end": "code point after its last",
    "authority": "source in the glossary of a relation that no sentence states",
    "subject_id": "path of the subject's IRI",
    "object_id": "path of the object's IRI",
}
OBSERVATION_COLUMNS = {
    "unit": "the body that reports the figure",
    "indicator": "the shared concept measured",
    "indicator_text": "the wording of the text",
    "kind": "Level, Growth (per cent, negative = fell), Share, Rank or PointChange",
    "comparator": "Equal, AtLeast, AtMost or About",
    "value": "the number as written",
    "unit_text": "its unit as written, with 万 and 亿",
    "amount": "the value in the base unit",
    "base_unit": "元, 人次, %, …",
    "area": "the area it holds for where the text names one (全市)",
    "period": "ISO 8601 year, quarter, day or interval",
    "share_of": "the whole of a share",
    "about": "the project, enterprise or initiative measured, where not the unit itself",
    "status": "Reported or Target",
    "quote": "the sentence that states it",
    "file": "source file",
    "start": "first code point of the quote in the raw file",
    "end": "code point after its last",
    "id": "path of the observation's IRI",
}
_MEASURE_COLUMNS = {
    "degree": "number of distinct neighbours",
    "weighted_degree": "strength: sum of the weights of its edges, passages",
    "pagerank": "PageRank, weighted, damping 0.85; all sum to 1",
    "betweenness": "share of shortest paths that pass through it, unweighted, 0 to 1",
    "closeness": "closeness after Wasserman and Faust, unweighted, 0 to 1",
    "harmonic": "sum of 1/distance to all others, 0 to nodes - 1",
    "eigenvector": "eigenvector centrality, weighted, on the largest component, else 0",
    "hub": "HITS on units and initiatives: units that good initiatives share; sums to 1, else 0",
    "authority": "HITS: initiatives that good units share; sums to 1, else 0",
    "core": "largest k so that it is in a part where all have k neighbours or more",
}
CENTRALITY_COLUMNS = {
    "id": "path of the IRI, the node key in graph.graphml",
    "label": "canonical name",
    "class": "its class",
    **{
        column: told
        for name in MEASURES
        for column, told in (
            (name, _MEASURE_COLUMNS[name]),
            (f"{name}_rank", "rank by it, 1 is the highest, equals share one"),
        )
    },
    "error": "0: exact; else no betweenness, and no harmonic/(nodes - 1), is off by more (95 %)",
    "articulation": "1 where its component falls apart without it, else 0",
    "bridges": "how many of its edges are bridges: without one, its component falls apart",
    "community": "number of its Leiden community, the largest is 1",
    "stability": "share of its community that other runs of Leiden put with it too, 0 to 1",
}


def entities(contents: Contents) -> bytes:
    """`entities.csv`: one row a thing."""
    return spreadsheet(
        ENTITY_COLUMNS,
        (
            (
                node.id,
                node.cls,
                node.group,
                node.label,
                SEPARATOR.join(node.alt_labels),
                node.code,
                SEPARATOR.join(node.speeches),
                len(node.quotes),
            )
            for node in contents.nodes
        ),
    )


def relations(contents: Contents) -> bytes:
    """`relations.csv`: one row for each passage that states a relation."""
    labels = {node.id: node.label for node in contents.nodes}
    rows: list[tuple[str | int, ...]] = []
    for edge in contents.edges:
        ends = (labels[edge.source], edge.predicate, labels[edge.target], edge.status)
        tail = (edge.authority, edge.source, edge.target)
        for quote in edge.quotes:
            rows.append((*ends, quote.text, quote.file, quote.start, quote.end, *tail))
        if not edge.quotes:
            rows.append((*ends, "", "", "", "", *tail))
    return spreadsheet(RELATION_COLUMNS, rows)


def observations(contents: Contents) -> bytes:
    """`observations.csv`: one row a figure."""
    return spreadsheet(
        OBSERVATION_COLUMNS,
        (
            (
                row.unit,
                row.indicator,
                row.indicator_text,
                row.kind,
                row.comparator,
                row.value,
                row.unit_text,
                row.amount,
                row.base_unit,
                row.area,
                row.period,
                row.whole,
                row.about,
                row.status,
                row.quote.text,
                row.quote.file,
                row.quote.start,
                row.quote.end,
                row.id,
            )
            for row in contents.figures
        ),
    )


def centrality(rows: Iterable[Centrality]) -> bytes:
    """`centrality.csv`: one row a node of the network, the highest PageRank first."""
    return spreadsheet(CENTRALITY_COLUMNS, map(_centrality_row, rows))


def _centrality_row(row: Centrality) -> list[str | int]:
    cells: list[str | int] = [row.id, row.label, row.cls]
    for name in MEASURES:
        cells += [_number(getattr(row, name)), row.ranks[name]]
    return [
        *cells,
        _number(row.error),
        int(row.articulation),
        row.bridges,
        row.community,
        _number(row.stability),
    ]


def _number(value: float) -> str:
    """Up to nine places, without a tail of zeros."""
    return f"{value:.9f}".rstrip("0").rstrip(".")
