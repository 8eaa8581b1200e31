"""Prints results for people at a terminal, and plainly into a pipe."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from kg.answers import Value
    from kg.api import Graph, Thing
    from kg.compare import Comparison
    from kg.questions import Question
    from kg.rdf.contents import Quote

_PIPE_WIDTH = 200
_Item = TypeVar("_Item")


def make_console() -> Console:
    """A console as wide as the terminal, or wide enough for a pipe."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPE_WIDTH)


def progress(items: Sequence[_Item], doing: str) -> Iterable[_Item]:
    """Yields `items` under a progress bar on a terminal's stderr, and nothing in a pipe."""
    from rich.progress import track

    console = Console(stderr=True)
    if not console.is_terminal or len(items) < 2:
        return items
    return track(items, description=doing, console=console, transient=True)


def note(line: str) -> None:
    """Prints a line on stderr, where it does not mix with results."""
    print(line, file=sys.stderr, flush=True)


def _cell(value: object) -> str:
    return escape("" if value is None else str(value))


def table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Prints rows under their column names."""
    grid = Table(*columns, header_style="bold", box=None, pad_edge=False)
    count = 0
    for row in rows:
        grid.add_row(*(_cell(value) for value in row))
        count += 1
    console = make_console()
    console.print(grid)
    console.print(f"[dim]{count} rows[/dim]")


def questions(all_of_them: Iterable[Question]) -> None:
    """Prints each question with its name, its parameters and their defaults."""
    console = make_console()
    for one in all_of_them:
        takes = " ".join(f"[{parameter.name.upper()}]" for parameter in one.parameters)
        console.print(f"[bold]{escape(one.name)}[/bold] {escape(takes)}")
        console.print(f"    {escape(one.chinese)}")
        console.print(f"    {escape(one.english)}", style="dim")
        for parameter in one.parameters:
            told = f"{parameter.name.upper()}: {parameter.chinese} | {parameter.english}"
            console.print(f"      {escape(told)} = {escape(parameter.default)}", style="dim")


def summary(graph: Graph, written: Sequence[Path], seconds: float) -> None:
    """Prints what a build found and what to open next."""
    contents = graph.contents
    grid = Table(show_header=False, box=None, pad_edge=False)
    grid.add_row("speeches", str(len(contents.speeches)))
    counts = Counter(node.cls for node in contents.nodes)
    grid.add_row("entities", str(len(contents.nodes)))
    for cls, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        grid.add_row(f"  {cls}", str(count))
    grid.add_row("relations", str(len(contents.edges)))
    grid.add_row("observations", str(len(contents.figures)))
    grid.add_row("unexplained numerals", str(len(unexplained(graph))))
    grid.add_row("triples", str(len(graph)))
    grid.add_row("seconds", f"{seconds:.1f}")
    console = make_console()
    console.print(grid)
    names = {path.name: path for path in written}
    console.print("\nOpen next:")
    console.print(f"  {names['graph.html']}   the graph in a browser")
    console.print(f"  {_command()} query -e '…' --graph {names['speeches.ttl']}   SPARQL")
    console.print(f"  {_command()} centrality --graph {names['speeches.ttl']}")


def unexplained(graph: Graph) -> list[str]:
    """The numerals that neither an observation nor a reason explains, with their place."""
    if graph.build is None:
        return []
    return [
        f"{facts.speech.file.name}: {facts.speech.unit}: {numeral.text}"
        for facts in graph.build.facts
        for numeral in facts.numerals
        if numeral.reason == UNEXPLAINED
    ]


def _command() -> str:
    """How the user called `kg`, so that the lines shown can be pasted."""
    called = Path(sys.argv[0])
    if called.name != "kg":
        return "python -m kg"
    if not called.is_absolute():
        return str(called)
    return str(called.relative_to(Path.cwd())) if called.is_relative_to(Path.cwd()) else "kg"


UNEXPLAINED = "unexplained"
_AROUND = 12


def audit(graph: Graph) -> int:
    """Prints every numeral with what explains it; returns how many nothing does."""
    console = make_console()
    if graph.build is None:
        return 0
    for facts in graph.build.facts:
        console.print(f"[bold]{escape(facts.speech.unit)}[/bold]  {escape(facts.speech.file.name)}")
        text = facts.speech.text
        figures = {(one.start, one.end): one for one in facts.observations}
        for numeral in facts.numerals:
            near = text.characters[max(numeral.start - _AROUND, 0) : numeral.end + _AROUND]
            place = text.span(numeral.start, numeral.end).start
            told = [
                f"{one.indicator} {one.kind} {one.value}{one.unit_text}"
                for (start, end), one in figures.items()
                if start < numeral.end and numeral.start < end
            ]
            why = numeral.reason or "; ".join(told)
            line = f"  {place:>6}  {numeral.text}  {why}  …{near}…".replace("\n", " ")
            console.print(escape(line), style="red" if why == UNEXPLAINED else "")
    left = unexplained(graph)
    total = sum(len(facts.numerals) for facts in graph.build.facts)
    figures_told = sum(len(facts.observations) for facts in graph.build.facts)
    console.print(f"{total} numerals, {figures_told} observations, {len(left)} unexplained")
    return len(left)


_BAR = 24


def comparison(found: Comparison) -> None:
    """Prints a ranking of units with bars, period and quote."""
    console = make_console()
    console.print(f"[bold]{escape(found.indicator)}[/bold]  {found.kind}")
    grid = Table("", "unit", "value", "", "period", "quote", header_style="bold", box=None)
    longest = max(abs(Decimal(row.amount)) for row in found.rows) or Decimal(1)
    for place, row in zip(found.places, found.rows, strict=True):
        bar = "█" * round(_BAR * abs(Decimal(row.amount)) / longest)
        value = f"{_SIGNS[row.comparator]}{row.value}{row.unit_text}"
        start = row.quote.text.find(f"{row.value.lstrip('-')}{row.unit_text}")
        near = row.quote.text[max(start - _BEFORE, 0) : start + _AROUND]
        cells = (str(place), row.unit, value, bar, row.period, f"…{near}…")
        grid.add_row(*(escape(cell) for cell in cells))
    console.print(grid)


_BEFORE = 24
_SIGNS = {"Equal": "", "AtLeast": "≥", "AtMost": "≤", "About": "≈"}


def thing(found: Thing, graph: Graph) -> None:
    """Prints a thing: its names, relations and figures, each with its quote and place."""
    console = make_console()
    node = found.node
    labels = {one.id: one.label for one in graph.contents.nodes}
    console.print(f"[bold]{escape(node.label)}[/bold]  {node.cls}  [dim]{escape(node.id)}[/dim]")
    if node.code:
        console.print(f"GB/T 2260 {node.code}")
    for reason in graph.reasons(node.id):
        console.print(f"also {escape(reason)}")
    for edge in found.relations:
        ends = f"{labels.get(edge.source)} {edge.predicate} {labels.get(edge.target)}"
        planned = "" if edge.status == "Reported" else f"  ({edge.status})"
        console.print(f"\n{escape(ends)}{planned}")
        for quote in edge.quotes:
            print_quote(console, quote)
        if not edge.quotes:
            console.print(f"    glossary: {escape(edge.authority)}", style="dim")
    if found.figures:
        console.print("\n[bold]figures[/bold]")
    for row in found.figures:
        about = f" ({row.about})" if row.about else ""
        told = f"{row.indicator_text}{about}  {row.kind}  {row.value}{row.unit_text}"
        console.print(f"\n{escape(told)}  [dim]{escape(f'{row.area} {row.period}')}[/dim]")
        print_quote(console, row.quote)
    if not found.relations and not found.figures:
        for quote in node.quotes:
            print_quote(console, quote)


def print_quote(console: Console, quote: Quote) -> None:
    """Prints a passage and where it stands."""
    console.print(f"    “{escape(quote.text)}”")
    console.print(f"    [dim]{escape(quote.file)} {quote.start}–{quote.end}[/dim]")
