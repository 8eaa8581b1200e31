"""What the page tells beside the drawing: passages, figures and speeches, as plain JSON values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.rdf.contents import Contents, FigureRow, Quote

if TYPE_CHECKING:
    import networkx as nx

_INTERVAL = re.compile(r"(\d{4})-(\d\d)-(\d\d)/(\d{4})-(\d\d)-(\d\d)")
# (first month, last month) of a year -> what that stretch is called
_STRETCHES = {
    (1, 12): "年",
    (1, 6): "年上半年",
    (7, 12): "年下半年",
    (1, 3): "年一季度",
    (4, 6): "年二季度",
    (7, 9): "年三季度",
    (10, 12): "年四季度",
    (1, 9): "年前三季度",
}


def passages(contents: Contents) -> list[Quote]:
    """Every passage of `contents` once, sorted by file and place."""
    found = {quote for node in contents.nodes for quote in node.quotes}
    found |= {quote for edge in contents.edges for quote in edge.quotes}
    found |= {figure.quote for figure in contents.figures}
    return sorted(found, key=lambda quote: (quote.file, quote.start, quote.end, quote))


def facts(contents: Contents, graph: nx.MultiDiGraph, quotes: list[Quote]) -> dict[str, Any]:
    """`quotes` as [speech, file, start, end, text], figures by node id, speeches by unit id.

    A figure stands with the unit that reports it and with what it is about.
    """
    labels = {speech.id: speech.label for speech in contents.speeches}
    number = {quote: position for position, quote in enumerate(quotes)}
    nodes = [node for node in contents.nodes if node.id in graph]
    units = {node.label: node.id for node in nodes if node.group == "Unit"}
    named: dict[str, list[str]] = {}
    for node in nodes:
        named.setdefault(node.label, []).append(node.id)
    figures: dict[str, list[dict[str, Any]]] = {}
    for row in contents.figures:
        owners = [units[row.unit]] if row.unit in units else []
        for owner in dict.fromkeys(owners + (named.get(row.about, []) if row.about else [])):
            figures.setdefault(owner, []).append(_figure(row, number[row.quote]))
    speeches: dict[str, list[dict[str, str]]] = {}
    for speech in contents.speeches:
        speeches.setdefault(units.get(speech.unit, ""), []).append(
            {
                "headline": speech.headline,
                "official": speech.official,
                "posts": "、".join(speech.posts),
                "meeting": speech.meeting,
                "date": speech.date,
                "file": speech.file,
            }
        )
    return {
        "quotes": [
            [labels.get(said.speech, said.speech), said.file, said.start, said.end, said.text]
            for said in quotes
        ],
        "figures": figures,
        "speeches": speeches,
        "counts": {
            "speeches": len(contents.speeches),
            "nodes": graph.number_of_nodes(),
            "edges": graph.number_of_edges(),
            "figures": len(contents.figures),
        },
    }


def _figure(row: FigureRow, quote: int) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "about": row.about,
        "indicator": row.indicator_text or row.indicator,
        "shared": row.indicator,
        "kind": row.kind,
        "value": spelled(row),
        "whole": row.whole,
        "area": row.area,
        "period": period(row.period),
        "status": row.status,
        "quote": quote,
    }


def spelled(row: FigureRow) -> str:
    """The value with its unit and bound as one reads it: +30%以上, −8.1%, 第 6, +5 个百分点.

    A bound is said in words since of a fall it bounds the size: −80%以上 is −80% or lower.
    """
    sign = "−" if row.value.startswith("-") else ""
    digits = row.value.lstrip("+-")
    if row.kind in ("Growth", "PointChange") and not sign and digits.strip("0."):
        sign = "+"
    about = "约 " if row.comparator == "About" else ""
    bound = {"AtLeast": "以上", "AtMost": "以内"}.get(row.comparator, "")
    if row.kind == "Rank":
        return f"{about}第 {digits}{bound}"
    unit = row.unit_text
    if row.kind == "PointChange" and unit in ("", "%"):
        unit = "个百分点"
    space = " " if unit and unit[0] not in "%‰" else ""
    return f"{about}{sign}{digits}{space}{unit}{bound}"


def period(interval: str) -> str:
    """An ISO 8601 interval in words where it is a whole stretch of one year, else as it is."""
    match = _INTERVAL.fullmatch(interval)
    if not match:
        return interval
    year, first, day, last_year, last, last_day = (int(part) for part in match.groups())
    whole = year == last_year and day == 1 and last_day >= 28
    if whole and (first, last) in _STRETCHES:
        return f"{year}{_STRETCHES[first, last]}"
    if (first, day, last, last_day) == (1, 1, 12, 31):
        return f"{year}—{last_year}年"
    if whole and first == last:
        return f"{year}年{first}月"
    if whole:
        return f"{year}年{first}—{last}月"
    if match[0][:10] == match[0][11:]:
        return f"{year}年{first}月{day}日"
    return f"{match[0][:10]} 至 {match[0][11:]}"
