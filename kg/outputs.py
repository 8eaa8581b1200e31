"""Makes the output files of a graph and writes them all or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import tables
from kg.atomic import write_all
from kg.exports import Export, exports

if TYPE_CHECKING:
    import networkx as nx

    from kg.api import Graph
    from kg.network.centrality import Centrality


def files(graph: Graph) -> dict[str, bytes]:
    """The content of each output file by name; the same graph always gives the same bytes."""
    from kg.network.build import network
    from kg.network.centrality import centrality
    from kg.network.write import graphml
    from kg.view import reference

    contents = graph.contents
    links = network(contents)
    rows = centrality(links)
    return {
        "speeches.ttl": graph.turtle(),
        "graph.html": _page(graph, links, rows).encode(),
        "entities.csv": tables.entities(contents),
        "relations.csv": tables.relations(contents),
        "observations.csv": tables.observations(contents),
        "centrality.csv": tables.centrality(rows),
        "graph.graphml": graphml(links),
        "ontology.html": reference.render().encode(),
    }


def page(graph: Graph) -> str:
    """`graph.html` alone; of a graph that was loaded, without the speeches themselves."""
    from kg.network.build import network
    from kg.network.centrality import centrality

    links = network(graph.contents)
    return _page(graph, links, centrality(links))


def _page(graph: Graph, links: nx.MultiDiGraph, rows: Sequence[Centrality]) -> str:
    from kg.view.page import render

    read = graph.build.facts if graph.build else ()
    return render(graph.contents, links, rows, title(graph), read)


def title(graph: Graph) -> str:
    """The page's title: the meeting where there is only one, else the number of speeches."""
    speeches = graph.contents.speeches
    meetings = {(row.meeting, row.date) for row in speeches}
    if len(meetings) == 1 and speeches[0].meeting:
        return (
            f"{speeches[0].meeting}（{speeches[0].date}）"
            if speeches[0].date
            else speeches[0].meeting
        )
    return f"{len(speeches)}篇发言与报告"


def save(
    graph: Graph, folder: Path, formats: Collection[Export] = (), rdf12: bool = False
) -> tuple[Path, ...]:
    """Writes the output files and `exports` into `folder`; see `kg.atomic.write_all`."""
    made = files(graph) | exports(graph, formats, rdf12)
    write_all(folder, made)
    return tuple(folder / name for name in made)
