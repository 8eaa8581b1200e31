"""The commands on networks: kg network, kg centrality and kg diff."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.options import DEFAULT_GRAPH, GraphOption
from kg.difference import Part
from kg.errors import FayanError
from kg.network.centrality import Measure
from kg.network.projections import Name, Weight
from kg.network.write import Format

if TYPE_CHECKING:
    import networkx as nx

    from kg.api import Graph


class Table(StrEnum):
    """How a table is printed."""

    TABLE = "table"
    CSV = "csv"


class Changes(StrEnum):
    """How changes are printed."""

    TABLE = "table"
    JSON = "json"


ProjectionOption = Annotated[
    Name, typer.Option("--projection", help="Which network; `kg network --list` tells of each.")
]
WeightOption = Annotated[
    Weight | None, typer.Option("--weight", help="What edges weigh where nodes share something.")
]
MeetingOption = Annotated[
    str, typer.Option("--meeting", help="Only what was said there: a day, or a name or part of it.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `app`."""
    app.command(epilog="Example: kg network --projection unit-initiative --format gexf")(network)
    app.command(epilog="Example: kg centrality --why 六区一高地")(centrality)
    app.command(epilog="Example: kg diff old/speeches.ttl new/speeches.ttl")(diff)


def network(
    projection: ProjectionOption = Name.FULL,
    weight: WeightOption = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Write the network in this format.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="File to write, else to standard output.")
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="List the projections.")] = False,
    meeting: MeetingOption = "",
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Tell of a network and its figures, or write it for other programs."""
    from kg import api
    from kg.commands import printing

    if list_all:
        printing.projections()
        return
    made = api.load(graph).network(projection.value, weight or "", meeting)
    if form:
        _write(made, form, out)
    elif out:
        raise FayanError("--out needs --format")
    else:
        printing.network(projection, made)


def _write(made: nx.Graph, form: Format, out: Path | None) -> None:
    from kg.atomic import write_all
    from kg.network.write import write

    files = write(made, form)
    if out:
        first, *others = files
        named = {out.name: files[first]}
        named |= {out.with_suffix(suffix).name: files[suffix] for suffix in others}
        write_all(out.parent, named)
    elif form is Format.NPZ and sys.stdout.isatty():
        raise FayanError("npz is no text for a terminal: give --out FILE")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(next(iter(files.values())))


def centrality(
    by: Annotated[Measure, typer.Option("--by", help="Measure to sort by.")] = Measure.PAGERANK,
    top: Annotated[int, typer.Option("--top", min=1, help="How many rows.")] = 20,
    cls: Annotated[str, typer.Option("--class", help="Only this class or group.")] = "",
    why: Annotated[str, typer.Option("--why", help="Tell what gives this thing its rank.")] = "",
    projection: ProjectionOption = Name.FULL,
    weight: WeightOption = None,
    meeting: MeetingOption = "",
    by_meeting: Annotated[
        bool, typer.Option("--by-meeting", help="The ranks at each meeting, side by side.")
    ] = False,
    form: Annotated[Table, typer.Option("--format", help="How to print.")] = Table.TABLE,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Rank the things of the graph by how central they are, and tell why."""
    from kg import api, tables
    from kg.commands import printing

    loaded = api.load(graph)
    if why:
        if projection is not Name.FULL:
            raise FayanError("--why tells of the whole network: leave out --projection")
        printing.why(loaded.why(why, by.value, meeting), loaded)
        return
    chosen = _of_class(loaded, cls)
    if by_meeting:
        if meeting:
            raise FayanError("give either --meeting or --by-meeting")
        ranked = {
            one: [
                row
                for row in loaded.centrality(projection.value, weight or "", str(one))
                if row.id in chosen
            ]
            for one in loaded.meetings
        }
        printing.by_meeting(ranked, by.value, top)
        return
    rows = [
        row
        for row in loaded.centrality(projection.value, weight or "", meeting)
        if row.id in chosen
    ]
    rows.sort(key=lambda row: (-getattr(row, by.value), row.id))
    if form is Table.CSV:
        sys.stdout.flush()
        sys.stdout.buffer.write(tables.centrality(rows))
    else:
        printing.ranking(rows[:top], by.value)


def _of_class(graph: Graph, cls: str) -> set[str]:
    """The ids of the nodes of a class or group, all where none is named."""
    nodes = graph.contents.nodes
    known = {name for row in nodes for name in (row.cls, row.group)}
    if cls and cls not in known:
        raise FayanError(f"--class {cls}: no such class here; there are {', '.join(sorted(known))}")
    return {row.id for row in nodes if cls in ("", row.cls, row.group)}


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier graph.")],
    new: Annotated[Path, typer.Argument(help="The later graph.")],
    form: Annotated[Changes, typer.Option("--format", help="How to print.")] = Changes.TABLE,
    only: Annotated[
        Part | None, typer.Option("--only", help="Only nodes, relations or figures.")
    ] = None,
) -> None:
    """Tell which things, relations and figures are new, gone or changed between two graphs."""
    from kg import api
    from kg.commands import printing
    from kg.difference import to_json

    found = [
        one for one in api.load(new).difference(api.load(old)) if only is None or one.part is only
    ]
    if form is Changes.JSON:
        typer.echo(to_json(found), nl=False)
    else:
        printing.changes(found)
