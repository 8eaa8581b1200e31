"""The library's face: build or load a graph, ask it, take its network."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.answers import Answer
from kg.errors import FayanError
from kg.labels import label
from kg.rdf import persistent
from kg.rdf import store as stores
from kg.rdf.contents import Contents, Edge, FigureRow, Node
from kg.rdf.read import read
from kg.rdf.terms import PREFIXES, kg, resource
from kg.rdf.turtle import turtle
from kg.rdf.write import triples

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.difference import Difference
    from kg.network.centrality import Centrality
    from kg.network.explain import Why
    from kg.network.meetings import Meeting
    from kg.pipeline import Build, Progress
    from kg.rdf.persistent import Loaded

StrPath = str | os.PathLike[str]


class Thing:
    """One thing of the graph with everything said about it."""

    def __init__(self, node: Node, graph: Graph) -> None:
        """`node` is a row of `graph`."""
        self.node = node
        self._graph = graph

    @property
    def label(self) -> str:
        """The canonical name."""
        return self.node.label

    @property
    def relations(self) -> tuple[Edge, ...]:
        """The edges that start or end here, sorted by source, predicate and target."""
        here = self.node.id
        return tuple(
            edge for edge in self._graph.contents.edges if here in (edge.source, edge.target)
        )

    @property
    def figures(self) -> tuple[FigureRow, ...]:
        """The observations it reports, or that measure it."""
        return tuple(
            row for row in self._graph.contents.figures if self.label in (row.unit, row.about)
        )

    def __repr__(self) -> str:
        return f"<{self.node.cls} {self.label}>"


class Graph:
    """A knowledge graph in an Oxigraph store.

    Make one with `kg.build` or `kg.load`; both answer the same questions.
    """

    def __init__(self, store: ox.Store, build: Build | None = None) -> None:
        """`build` is what the graph was built from, None for one that was loaded."""
        self.store = store
        self.build = build

    def __len__(self) -> int:
        """The number of triples."""
        return len(self._triples)

    @cached_property
    def _triples(self) -> ox.Store:
        """The default graph alone, where the store also holds a graph for each file."""
        if not any(self.store.named_graphs()):
            return self.store
        quads = self.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        return stores.store_of(quad.triple for quad in quads)

    def sparql(self, query: str) -> Answer:
        """The answer to a SPARQL query; the prefixes of the vocabulary are known already.

        Raises FayanError where the query does not parse.
        """
        return Answer(stores.query(self.store, query))

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """The name to show for each IRI; see `kg.labels`."""
        return {iri: label(self.store, ox.NamedNode(iri)) for iri in iris}

    @cached_property
    def contents(self) -> Contents:
        """All rows: nodes, edges, figures, speeches."""
        return read(self._triples)

    def network(self, projection: str = "full", weight: str = "", meeting: str = "") -> nx.Graph:
        """The network of things and relations, or a projection of it, as a plain networkx graph.

        `kg.network.projections` says what each answers and what its edges weigh; `weight` chooses
        among count, jaccard and newman where nodes share something; `meeting` (a day, or a name or
        part of it) leaves only what was said there. Raises FayanError for an unknown one.
        """
        from kg.network.projections import project

        return project(self._at(meeting), projection, weight)

    def centrality(
        self, projection: str = "full", weight: str = "", meeting: str = ""
    ) -> tuple[Centrality, ...]:
        """The rows of `centrality.csv`, the highest PageRank first, or those of another network.

        See `network` for the arguments, `kg.network.centrality` for the columns.
        """
        from kg.network.centrality import centrality

        return centrality(self.network(projection, weight, meeting))

    def why(self, name: str, measure: str = "pagerank", meeting: str = "") -> Why:
        """The edges, passages and speeches that give the thing called `name` its rank.

        Raises FayanError for an unknown thing, or a measure that cannot be explained so.
        """
        from kg.network.explain import why

        return why(self._at(meeting), self.entity(name).node.id, measure)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings that the speeches were given at, by day."""
        from kg.network.meetings import meetings

        return meetings(self.contents)

    def _at(self, meeting: str) -> Contents:
        from kg.network.meetings import at_meeting, find_meeting

        if not meeting:
            return self.contents
        return at_meeting(self.contents, find_meeting(self.contents, meeting))

    def difference(self, old: Graph) -> tuple[Difference, ...]:
        """What is new, gone or changed in this graph against an `old` one."""
        from kg.difference import difference

        return difference(old.contents, self.contents)

    def entity(self, name: str) -> Thing:
        """The thing called `name`: an id (`unit/綦江区`), a label, or another spelling.

        Raises FayanError where nothing or several things are called so, naming what is near.
        """
        for match in self._matches(name):
            if len(match) > 1:
                raise FayanError(f"{name}: several things: {', '.join(one.id for one in match)}")
            if match:
                return Thing(match[0], self)
        labels = sorted({node.label for node in self.contents.nodes})
        near = difflib.get_close_matches(name, labels, n=3, cutoff=0.4)
        hint = f"; near: {'、'.join(near)}" if near else ""
        raise FayanError(f"{name}: nothing in the graph is called so{hint}")

    def _matches(self, name: str) -> Iterator[Sequence[Node]]:
        nodes = self.contents.nodes
        yield [node for node in nodes if node.id == name]
        yield [node for node in nodes if node.label == name]
        yield [node for node in nodes if name in node.alt_labels]

    def reasons(self, identifier: str) -> tuple[str, ...]:
        """Why the other spellings of a thing are the same thing, one line each, sorted."""
        node, because = resource(identifier), kg("mergedBecause")
        return tuple(
            sorted(
                quad.object.value
                for quad in self._triples.quads_for_pattern(node, because, None)
                if isinstance(quad.object, ox.Literal)
            )
        )

    def rdflib(self) -> rdflib.Graph:
        """The graph as an rdflib Graph, kept in Oxigraph through oxrdflib."""
        import rdflib

        graph = rdflib.Graph(store="Oxigraph")
        graph.parse(data=self.turtle(), format="ox-turtle")
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace, replace=True)
        return graph

    def turtle(self) -> bytes:
        """The graph as sorted, prefixed Turtle: the bytes of `speeches.ttl`."""
        return turtle(self._triples)

    def load_into(self, folder: StrPath) -> Loaded:
        """Loads the graph into a store on disk; `kg.load(folder)` then opens that store.

        Only the graphs of source files that changed are replaced; what other builds loaded stays.
        Raises FayanError where it cannot write; the earlier store is then untouched.
        """
        return persistent.load_into(Path(folder), self._triples)

    def save(
        self, folder: StrPath, formats: Iterable[str] = (), rdf12: bool = False
    ) -> tuple[Path, ...]:
        """Writes every output file into `folder`; returns their paths.

        `formats` are more to write the graph in: ttl, nt, nq, trig, jsonld, rdf, neo4j; `rdf12`
        adds Turtle with RDF 1.2 annotations. Raises FayanError where it cannot write; earlier
        files are then untouched.
        """
        from kg.exports import Export
        from kg.outputs import save

        return save(self, Path(folder), [Export(one) for one in formats], rdf12)


def build(*paths: StrPath | Sequence[StrPath], progress: Progress | None = None) -> Graph:
    """Builds a graph from files and folders of speeches.

    `graph.build.problems` has a line for each file that could not be read; FayanError if none
    could.
    """
    from kg.pipeline import run

    flat = [
        Path(one)
        for path in paths
        for one in ([path] if isinstance(path, str | os.PathLike) else path)
    ]
    made = run(flat, progress) if progress else run(flat)
    return Graph(stores.store_of(triples(made.knowledge)), made)


def load(path: StrPath) -> Graph:
    """Loads a graph that was built before (`outputs/speeches.ttl`), or any RDF file.

    A store on disk (`Graph.load_into`) is opened, not read into memory: its default graph is all
    that builds loaded into it, its named graphs are the source files. Raises FayanError naming the
    file, and the place where it does not parse.
    """
    path = Path(path)
    return Graph(persistent.open_store(path) if path.is_dir() else stores.load(path))
