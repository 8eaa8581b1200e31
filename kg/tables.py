"""The CSV tables: what each row and column holds is said here, once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from kg.network.centrality import Centrality
from kg.rdf.contents import Contents

SEPARATOR = " | "
_FORMULA = re.compile(r"[=+@\t\r]|-(?![\d.]+$)")

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
CENTRALITY_COLUMNS = {
    "id": "path of the IRI, the node key in graph.graphml",
    "label": "canonical name",
    "class": "its class",
    "degree": "number of distinct neighbours",
    "weighted_degree": "sum of the weights of its edges",
    "pagerank": "PageRank, weighted",
    "betweenness": "betweenness, normalised, unweighted",
    "eigenvector": "eigenvector centrality",
    "community": "number of its community, the largest is 1",
}


def entities(contents: Contents) -> bytes:
    """`entities.csv`: one row a thing."""
    return _csv(
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
    return _csv(RELATION_COLUMNS, rows)


def observations(contents: Contents) -> bytes:
    """`observations.csv`: one row a figure."""
    return _csv(
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
    return _csv(
        CENTRALITY_COLUMNS,
        (
            (
                row.id,
                row.label,
                row.cls,
                row.degree,
                f"{row.weighted_degree:g}",
                f"{row.pagerank:.10f}",
                f"{row.betweenness:.10f}",
                f"{row.eigenvector:.10f}",
                row.community,
            )
            for row in rows
        ),
    )


def _csv(columns: Iterable[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """UTF-8 with BOM, so that Excel takes it for UTF-8; no cell can pass for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
