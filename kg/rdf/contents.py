"""What a graph holds, as typed rows for tables, networks and pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage: its words and where they stand (code points `[start, end)` of `file`)."""

    speech: str
    start: int
    end: int
    text: str
    file: str


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: `id` is the path of its IRI (`unit/綦江区`), `cls` its class (`District`).

    `group` is the top class (`Unit`, `Initiative`, …), `speeches` the labels of the speeches that
    mention it, `quotes` the passages of those mentions.
    """

    id: str
    label: str
    cls: str
    group: str
    alt_labels: tuple[str, ...]
    code: str
    speeches: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes (by id) with the passages that state it.

    An edge that background knowledge gives has no quote and names its `authority` instead.
    """

    source: str
    predicate: str
    target: str
    status: str
    quotes: tuple[Quote, ...]
    authority: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """An observation, spelled out: labels rather than IRIs, decimals as written."""

    id: str
    unit: str
    indicator: str
    indicator_text: str
    kind: str
    comparator: str
    value: str
    unit_text: str
    amount: str
    base_unit: str
    area: str
    period: str
    whole: str
    about: str
    status: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """A speech with the labels of who gave it, for whom and where."""

    id: str
    label: str
    headline: str
    unit: str
    official: str
    posts: tuple[str, ...]
    meeting: str
    date: str
    file: str


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a graph's rows, each tuple sorted by id."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    figures: tuple[FigureRow, ...]
    speeches: tuple[SpeechRow, ...]
