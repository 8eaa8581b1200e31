"""The commands, thin: each takes its words apart, calls the library and prints."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands import networks, serving
from kg.commands.options import DEFAULT_GRAPH, GraphOption, StoreOption
from kg.errors import FayanError
from kg.exports import Export
from kg.records import Kind

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.rdf.validate import Report

app = typer.Typer(
    help="Fayan (发言图谱): a knowledge graph of what Chinese officials report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

ExportOption = Annotated[
    list[Export], typer.Option("--format", help="Write the graph in this format too; repeat.")
]
Rdf12Option = Annotated[
    bool, typer.Option("--rdf12", help="Write Turtle with RDF 1.2 annotations too.")
]
networks.add_to(app)
serving.add_to(app)


class Format(StrEnum):
    """How `kg query` prints an answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


@app.command(epilog="Example: kg build seeds --out outputs")
def build(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of speeches.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the outputs.")] = Path("outputs"),
    formats: ExportOption = [],  # noqa: B006 (typer's way to say: none)
    rdf12: Rdf12Option = False,
    store: Annotated[
        Path | None, typer.Option("--store", help="Also load into this store on disk.")
    ] = None,
) -> None:
    """Read speeches and write the graph, the page and the tables.

    Exits with 1 where a file cannot be read, or where the graph does not conform to its shapes.
    """
    import time

    from kg import api, terminal

    started = time.perf_counter()
    graph = api.build(paths, progress=terminal.progress)
    written = graph.save(out, formats, rdf12)
    report = validate_file(out / DEFAULT_GRAPH.name)
    terminal.summary(graph, written, time.perf_counter() - started)
    for finding in report.findings:
        typer.echo(f"kg: {out / DEFAULT_GRAPH.name}: {finding}", err=True)
    if store:
        loaded = graph.load_into(store)
        typer.echo(
            f"{store}: {len(loaded.changed)} files loaded, {len(loaded.unchanged)} unchanged"
        )
    _report_problems(graph)
    if not report.conforms:
        raise typer.Exit(1)


@app.command(epilog="Example: kg export outputs/speeches.ttl --format jsonld --out exports")
def export(
    file: Annotated[Path, typer.Argument(help="A Turtle file that `kg build` wrote.")],
    formats: ExportOption = [],  # noqa: B006
    rdf12: Rdf12Option = False,
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")] = Path("outputs"),
) -> None:
    """Write a graph in other formats: RDF for other stores, CSV for Neo4j."""
    from kg import api, neo4j
    from kg.atomic import write_all
    from kg.exports import exports

    if not formats and not rdf12:
        raise FayanError("give a --format, or --rdf12")
    made = exports(api.load(file), formats, rdf12, stem=file.stem)
    write_all(out, made)
    for name in made:
        typer.echo(str(out / name))
    if Export.NEO4J in formats:
        typer.echo(f"\ncd {out} && {neo4j.COMMAND}")


@app.command(epilog="Example: kg query who-aligns 六区一高地")
def query(
    asked: Annotated[
        str, typer.Argument(metavar="QUESTION", help="A question of --list, or a .rq file.")
    ] = "",
    values: Annotated[list[str] | None, typer.Argument(help="Values of its parameters.")] = None,
    expression: Annotated[str, typer.Option("-e", help="The query itself.")] = "",
    list_all: Annotated[bool, typer.Option("--list", help="List the questions.")] = False,
    output: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TABLE,
    graph: GraphOption = DEFAULT_GRAPH,
    store: StoreOption = None,
    endpoint: Annotated[str, typer.Option("--endpoint", help="Ask this SPARQL endpoint.")] = "",
    from_graph: Annotated[
        list[str] | None, typer.Option("--from", help="Ask only this graph of the endpoint.")
    ] = None,
) -> None:
    """Ask the graph a question, or in SPARQL; the vocabulary's prefixes are known."""
    from kg import api, terminal
    from kg.questions import question, questions
    from kg.remote.query import Endpoint

    if bool(asked) + bool(expression) + list_all != 1:
        raise FayanError("give a question, a .rq file, -e 'QUERY' or --list")
    if list_all:
        terminal.questions(questions())
        return
    source = Endpoint(endpoint, from_graph or ()) if endpoint else api.load(store or graph)
    if expression:
        answer = source.sparql(expression)
    else:
        chosen = question(asked)
        answer = source.sparql(chosen.bind(values or ()))
        if not answer:
            for name in chosen.unknown(values or (), source.sparql):
                terminal.note(f"{name}: nothing in the graph is called so")
    if output is Format.TABLE:
        terminal.table(answer.columns, answer.labelled(source.labels(answer.iris)))
    elif output is Format.CSV:
        typer.echo(answer.to_csv(), nl=False)
    elif output is Format.JSON:
        typer.echo(answer.to_json(), nl=False)
    else:
        typer.echo(answer.to_turtle(), nl=False)


@app.command(epilog="Example: kg show 綦江区")
def show(
    name: Annotated[str, typer.Argument(help="A label, another spelling, or an id.")],
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Print all that is said of a thing, each line with its quote and place."""
    from kg import api, terminal

    loaded = api.load(graph)
    terminal.thing(loaded.entity(name), loaded)


@app.command(epilog="Example: kg audit seeds")
def audit(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of speeches.")],
) -> None:
    """List every numeral of the texts with the observation or the reason that explains it.

    Exits with 1 where a numeral is left unexplained.
    """
    from kg import api, terminal

    graph = api.build(paths, progress=terminal.progress)
    left = terminal.audit(graph)
    _report_problems(graph)
    if left:
        raise typer.Exit(1)


@app.command(epilog="Example: kg compare GDP")
def compare(
    indicator: Annotated[str, typer.Argument(help="An indicator: GDP, 固投, 规上工业增加值.")] = "",
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only figures of this kind.")] = None,
    period: Annotated[str, typer.Option("--period", help="Only this period, as 2025-Q1.")] = "",
    list_all: Annotated[bool, typer.Option("--list", help="List what can be compared.")] = False,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Rank the units by an indicator, each figure with its period and quote."""
    from kg import api, terminal
    from kg import compare as comparing

    if bool(indicator) == list_all:
        raise FayanError("give either an indicator or --list")
    contents = api.load(graph).contents
    if list_all:
        rows = [(one.indicator, one.kind, one.units) for one in comparing.comparable(contents)]
        terminal.table(("indicator", "kind", "units"), rows)
    else:
        terminal.comparison(comparing.compare(contents, indicator, kind, period))


@app.command(epilog="Example: kg validate outputs/speeches.ttl")
def validate(
    file: Annotated[Path, typer.Argument(help="A Turtle file.")],
) -> None:
    """Check a graph against the SHACL shapes of the vocabulary.

    Exits with 1 where it does not conform.
    """
    report = validate_file(file)
    for finding in report.findings:
        typer.echo(finding)
    for warning in report.warnings:
        typer.echo(f"warning: {warning}")
    typer.echo(f"{file}: {len(report.findings)} findings, {len(report.warnings)} warnings")
    if not report.conforms:
        raise typer.Exit(1)


@app.command(epilog="Example: kg evaluate tests/gold/seed.tsv --misses")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated facts, as tests/gold/*.tsv.")],
    graph: GraphOption = DEFAULT_GRAPH,
    misses: Annotated[bool, typer.Option("--misses", help="List what is missed or wrong.")] = False,
) -> None:
    """Score a graph against annotated facts: precision, recall and F1."""
    from kg import api
    from kg.evaluate import evaluate as score
    from kg.evaluate import read_gold
    from kg.evaluate.report import misses as list_misses
    from kg.evaluate.report import table

    result = score(api.load(graph).contents, read_gold(gold))
    typer.echo(list_misses(result) if misses else table(result))


def validate_file(path: Path) -> Report:
    """The report on an RDF file; FayanError where it cannot be read."""
    from kg.rdf.store import load
    from kg.rdf.validate import validate as check

    return check(load(path))


def _report_problems(graph: Graph) -> None:
    problems = graph.build.problems if graph.build else ()
    for problem in problems:
        typer.echo(f"kg: {problem}", err=True)
    if problems:
        raise typer.Exit(1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command; an error of the user's is one line on stderr and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that cannot show Chinese shows question marks rather than a traceback.
            stream.reconfigure(errors="replace")
    try:
        app(arguments)
    except FayanError as error:
        for line in str(error).splitlines():
            typer.echo(f"kg: {line}", err=True)
        sys.exit(1)
