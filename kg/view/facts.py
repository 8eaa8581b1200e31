"""What the page tells beside the drawing: passages, texts, figures and speeches, as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.rdf.contents import Contents, Quote
from kg.records import Facts
from kg.view import figures
from kg.view.texts import Reading, Utf16, plain, readings

if TYPE_CHECKING:
    import networkx as nx


def passages(contents: Contents) -> list[Quote]:
    """Every passage of `contents` once, sorted by file and place."""
    found = {quote for node in contents.nodes for quote in node.quotes}
    found |= {quote for edge in contents.edges for quote in edge.quotes}
    found |= {figure.quote for figure in contents.figures}
    return sorted(found, key=lambda quote: (quote.file, quote.start, quote.end, quote))


def facts(
    contents: Contents,
    graph: nx.MultiDiGraph,
    quotes: list[Quote],
    read: Sequence[Facts] = (),
) -> dict[str, Any]:
    """All the page tells, as plain JSON values.

    * `speeches`: who spoke, for which unit (a node id), where and when; in the order of
      `contents.speeches`, `texts` beside them (see `kg.view.texts.plain`);
    * `quotes` as [speech, file, start, end, at, till, text]: positions of speech and file (-1 for
      none), the place in the file, the place in the speech's text (-1 where it does not stand
      there; -2 in its byline), and the words where the text does not give them;
    * `figures`, and `owned`, their positions by node id; `comparisons` of units by indicator.
    """
    nodes = [node for node in contents.nodes if node.id in graph]
    number = {quote: position for position, quote in enumerate(quotes)}
    texts = readings(contents, nodes, quotes, read)
    files = sorted({quote.file for quote in quotes})
    return {
        "files": files,
        "quotes": _quotes(contents, quotes, files, texts),
        "speeches": _speeches(contents, set(graph)),
        "texts": [plain(texts[speech.id]) for speech in contents.speeches],
        "figures": figures.rows(contents, number),
        "owned": figures.owners(contents, set(graph)),
        "comparisons": figures.comparisons(contents),
        "counts": {
            "speeches": len(contents.speeches),
            "nodes": graph.number_of_nodes(),
            "edges": graph.number_of_edges(),
            "figures": len(contents.figures),
        },
    }


def _quotes(
    contents: Contents,
    quotes: Sequence[Quote],
    files: Sequence[str],
    texts: Mapping[str, Reading],
) -> list[list[int | str]]:
    numbers = {speech.id: position for position, speech in enumerate(contents.speeches)}
    file_numbers = {file: position for position, file in enumerate(files)}
    units = {speech: Utf16(reading.text) for speech, reading in texts.items()}
    rows: list[list[int | str]] = []
    for quote in quotes:
        row: list[int | str] = [
            numbers.get(quote.speech, -1),
            file_numbers[quote.file],
            quote.start,
            quote.end,
        ]
        reading = texts.get(quote.speech)
        if reading and quote in reading.places:
            start, end = reading.places[quote]
            at = units[quote.speech]
            row += [at(start), at(end)]
            if reading.text[start:end] != quote.text:
                row.append(quote.text)
        elif reading and quote in reading.byline_quotes:
            row += [-2, -2, quote.text]
        else:
            row += [-1, -1, quote.text]
        rows.append(row)
    return rows


def _speeches(contents: Contents, drawn: set[str]) -> list[dict[str, str]]:
    units = {
        node.label: node.id for node in contents.nodes if node.group == "Unit" and node.id in drawn
    }
    return [
        {
            "id": speech.id,
            "label": speech.label,
            "unit": units.get(speech.unit, ""),
            "headline": speech.headline,
            "official": speech.official,
            "posts": "、".join(speech.posts),
            "meeting": speech.meeting,
            "date": speech.date,
            "file": speech.file,
        }
        for speech in contents.speeches
    ]
