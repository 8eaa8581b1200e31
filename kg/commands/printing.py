"""Prints rankings, networks and changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.markup import escape

from kg.network.centrality import MEASURES
from kg.terminal import make_console, print_quote, table

if TYPE_CHECKING:
    import networkx as nx

    from kg.answers import Value
    from kg.api import Graph
    from kg.difference import Difference
    from kg.network.centrality import Centrality
    from kg.network.explain import Why
    from kg.network.meetings import Meeting
    from kg.network.projections import Name

# What a ranking shows beside the measure it is sorted by; centrality.csv has the others.
_SHOWN = ("degree", "weighted_degree", "pagerank", "betweenness", "eigenvector")


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def ranking(rows: Sequence[Centrality], by: str) -> None:
    """Prints the top of a centrality ranking, the measure sorted by first."""
    shown = [by, *(name for name in _SHOWN if name != by)]
    cells: list[tuple[Value, ...]] = [
        (
            number,
            row.label,
            row.cls,
            *(_number(getattr(row, name)) for name in shown),
            row.community,
        )
        for number, row in enumerate(rows, start=1)
    ]
    table(("", "label", "class", *shown, "community"), cells)
    error = max((row.error for row in rows), default=0.0)
    if error and by in ("betweenness", "closeness", "harmonic"):
        make_console().print(
            f"[dim]estimated from pivots; betweenness is off by at most {error:.3f} (95 %)[/dim]"
        )


def by_meeting(ranked: Mapping[Meeting, Sequence[Centrality]], by: str, top: int) -> None:
    """Prints the rank of each thing at each meeting, those that rank high at any first."""
    ranks: dict[str, dict[Meeting, int]] = {}
    labels: dict[str, tuple[str, str]] = {}
    for meeting, rows in ranked.items():
        for row in rows:
            ranks.setdefault(row.id, {})[meeting] = row.ranks[by]
            labels[row.id] = (row.label, row.cls)
    ordered = sorted(ranks, key=lambda name: (-len(ranks[name]), min(ranks[name].values()), name))
    table(
        ("label", "class", *map(str, ranked)),
        [
            (*labels[name], *(ranks[name].get(meeting, "–") for meeting in ranked))
            for name in ordered[:top]
        ],
    )


def why(found: Why, graph: Graph) -> None:
    """Prints what a node's rank comes from: neighbours with their sentences, then speeches."""
    console = make_console()
    row = found.row
    place = (
        f"{found.measure} {_number(getattr(row, found.measure))}, rank {row.ranks[found.measure]}"
    )
    console.print(f"[bold]{escape(row.label)}[/bold]  {row.cls}  {place}")
    others = (
        f"{name} {row.ranks[name]}"
        for name in MEASURES
        if name != found.measure and getattr(row, name)
    )
    console.print(f"[dim]rank by {', '.join(others)}[/dim]")
    labels = {node.id: node.label for node in graph.contents.nodes}
    for reason in found.reasons:
        console.print(f"\n{_percent(reason.share):>7}  {escape(reason.label)}")
        for edge in reason.edges:
            console.print(
                f"    {escape(f'{labels[edge.source]} {edge.predicate} {labels[edge.target]}')}"
            )
            for quote in edge.quotes:
                print_quote(console, quote)
            if not edge.quotes:
                console.print(f"    glossary: {escape(edge.authority)}", style="dim")
    if found.rest:
        console.print(f"\n{_percent(found.rest):>7}  of itself, as every node")
    console.print("\n[bold]by speech[/bold]")
    names = {speech.id: speech.label for speech in graph.contents.speeches}
    for speech, share in found.speeches:
        console.print(f"{_percent(share):>7}  {escape(names.get(speech, speech))}")
    unsaid = sum(
        reason.share for reason in found.reasons if not any(e.quotes for e in reason.edges)
    )
    if unsaid:
        console.print(f"{_percent(unsaid):>7}  glossary")


def projections() -> None:
    """Prints every projection with its question and weight."""
    from kg.network.projections import PROJECTIONS

    table(
        ("projection", "nodes", "an edge weighs", "question"),
        [(name, one.nodes, one.weight, one.question) for name, one in PROJECTIONS.items()],
    )


def network(name: Name, graph: nx.Graph) -> None:
    """Prints the figures of a network."""
    from kg.network.projections import PROJECTIONS
    from kg.network.summary import summary

    make_console().print(f"[bold]{name}[/bold]  {escape(PROJECTIONS[name].question)}")
    figures = asdict(summary(graph))
    table(
        ("figure", "value"),
        [
            (key.replace("_", " "), "–" if value is None else _number(value))
            for key, value in figures.items()
        ],
    )


def changes(found: Sequence[Difference]) -> None:
    """Prints changes, what they change from and to, and the first words of the sentence."""
    table(
        ("", "what", "name", "before", "after", "place"),
        [
            (
                one.change,
                one.part.removesuffix("s"),
                one.name,
                one.before,
                one.after,
                f"{quote.file} {quote.start}–{quote.end}" if quote else "",
            )
            for one in found
            for quote in [one.quote_after or one.quote_before]
        ],
    )
