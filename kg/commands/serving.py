"""The commands that give the graph to others: kg publish and kg serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.options import DEFAULT_GRAPH, StoreOption
from kg.errors import FayanError


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `app`."""
    app.command(
        epilog="Example: kg publish outputs/speeches.ttl --endpoint http://127.0.0.1:7878/store"
    )(publish)
    app.command(epilog="Example: kg serve outputs/speeches.ttl")(serve)


def publish(
    endpoint: Annotated[str, typer.Option("--endpoint", help="URL of a Graph Store (HTTP).")],
    file: Annotated[Path, typer.Argument(help="The graph to publish.")] = DEFAULT_GRAPH,
    into: Annotated[
        str, typer.Option("--into", help="IRI of the graph there; what it held is replaced.")
    ] = "",
    default: Annotated[
        bool, typer.Option("--default", help="Into the default graph there.")
    ] = False,
) -> None:
    """Publish a graph to any SPARQL 1.1 store; run again after an interruption, it goes on."""
    from kg import api, terminal
    from kg.rdf.terms import resource
    from kg.remote.publish import publish as send

    if into and default:
        raise FayanError("give either --into IRI or --default")
    target = "" if default else into or resource(f"graph/{file.stem}").value
    notes = file.parent / f".{file.name}.publish"
    published = send(api.load(file).store, endpoint, target, notes, terminal.progress)
    if published.resumed:
        typer.echo(f"went on after {published.resumed} triples that were there already")
    typer.echo(f"{published.triples} triples published at {endpoint}, in")
    for name in published.graphs:
        typer.echo(f"  {name or 'the default graph'}")


def serve(
    file: Annotated[Path, typer.Argument(help="The graph to serve.")] = DEFAULT_GRAPH,
    store: StoreOption = None,
    host: Annotated[
        str, typer.Option("--host", help="Address to bind; others can reach any but loopback.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any free one.")] = 7878,
    cors: Annotated[
        list[str] | None,
        typer.Option("--cors", help="An origin whose pages may read it, or '*'; can be repeated."),
    ] = None,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Time for a query.")] = 10,
    rows: Annotated[int, typer.Option("--rows", min=1, help="Most rows of an answer.")] = 10_000,
) -> None:
    """Serve the graph: SPARQL endpoint, query editor, and a page for every node. Read-only."""
    from kg import terminal
    from kg.serve import run
    from kg.serve.limits import Limits

    limits = Limits(seconds=seconds, rows=rows)
    run.serve(store or file, host, port, limits, cors or (), terminal.note)
