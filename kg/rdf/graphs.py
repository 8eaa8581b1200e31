"""Sorts the facts of a graph into one named graph for each source file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.ntriples import Facts, facts
from kg.rdf.terms import term

# The graphs that something stands in, sorted; of none stands what is known across all files.
Files = tuple[bytes, ...]

_OF_FILE = "nif:referenceContext", "dcterms:source", "prov:used"
_ENDS = "rdf:subject", "rdf:predicate", "rdf:object"
_EVIDENCE, _TYPE, _FILE = "kg:evidence", "rdf:type", "kg:SourceFile"
_OF_OBJECT = _EVIDENCE, "prov:wasGeneratedBy", "kg:reports"


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a syntax writes a term that is named with its prefix (`rdf:type`).

    `predicates` has those that it writes otherwise where they are the predicate of a fact.
    """

    of: Callable[[str], bytes]
    predicates: Mapping[bytes, bytes]

    def predicate(self, name: str) -> bytes:
        """The term where it is the predicate of a fact."""
        written = self.of(name)
        return self.predicates.get(written, written)


N_TRIPLES = Spelling(lambda name: str(term(name)).encode(), {})


def by_file(store: ox.Store) -> dict[ox.NamedNode | None, list[ox.Triple]]:
    """The triples of the default graph by the IRI of the file that states them.

    Under a file stand its passages and speeches, and the relations and figures that they are
    evidence of; what two files state stands under both. Under None stands what is known across
    all files: the names and classes of things, and what background knowledge gives.
    """
    found: dict[bytes, list[bytes]] = defaultdict(list)
    for subject, lines, files in placed(facts(store), N_TRIPLES):
        for file in files or (b"",):
            found[file] += [b"%b %b .\n" % (subject, line) for line in lines]
    form = ox.RdfFormat.N_TRIPLES
    return {
        ox.NamedNode(file[1:-1].decode()) if file else None: [
            quad.triple for quad in ox.parse(b"".join(lines), format=form)
        ]
        for file, lines in found.items()
    }


def placed(grouped: Facts, spelling: Spelling) -> Iterator[tuple[bytes, list[bytes], Files]]:
    """The facts of each subject, in order, with the files that state them; see `by_file`.

    A subject comes once for each set of files that state facts of it.
    """
    known = _stated(grouped, spelling)
    nodes, edges = _nodes(known, spelling), _edges(known, _nodes(known, spelling), spelling)
    moved = tuple(spelling.predicate(name) + b" " for name in _OF_OBJECT)
    for subject, lines in grouped.items():
        home = nodes.get(subject, ())
        apart = {} if home else edges.get(subject, {})
        for line in lines:
            if line.startswith(moved):
                files = nodes.get(line[line.index(b" ") + 1 :], ())
                if files != home:
                    apart = {**apart, line: files}
        if not apart:
            yield subject, lines, home
            continue
        parts: dict[Files, list[bytes]] = defaultdict(list)
        for line in lines:
            parts[apart.get(line, home)].append(line)
        for files, some in parts.items():
            yield subject, some, files


Stated = Mapping[str, list[tuple[bytes, bytes]]]


def _stated(grouped: Facts, spelling: Spelling) -> Stated:
    """Subject and object of the facts that tell where others belong, by predicate."""
    found: dict[str, list[tuple[bytes, bytes]]] = {
        name: [] for name in (*_OF_FILE, *_ENDS, _EVIDENCE, _TYPE)
    }
    pairs = {spelling.predicate(name): some for name, some in found.items()}
    heads = tuple(predicate + b" " for predicate in pairs)
    for subject, lines in grouped.items():
        for line in lines:
            if line.startswith(heads):
                predicate, _, target = line.partition(b" ")
                pairs[predicate].append((subject, target))
    return found


def _nodes(known: Stated, spelling: Spelling) -> Mapping[bytes, Files]:
    """The files that each passage, speech, statement, figure, extraction or file belongs to."""
    kind = spelling.of(_FILE)
    own: dict[bytes, Files] = {file: (file,) for file, cls in known[_TYPE] if cls == kind}
    found = dict(own)
    for name in _OF_FILE:
        for node, file in known[name]:
            if file in own:
                found[node] = _both(found.get(node, ()), own[file])
    passages = dict(found)
    for node, passage in known[_EVIDENCE]:
        if passage in passages:
            found[node] = _both(found.get(node, ()), passages[passage])
    return found


def _edges(
    known: Stated, nodes: Mapping[bytes, Files], spelling: Spelling
) -> Mapping[bytes, dict[bytes, Files]]:
    """The files of the statement of each relation, by subject and line of the relation's fact."""
    _, predicates, objects = (dict(known[name]) for name in _ENDS)
    found: dict[bytes, dict[bytes, Files]] = defaultdict(dict)
    for statement, subject in known["rdf:subject"]:
        predicate, target = predicates.get(statement), objects.get(statement)
        if predicate and target and statement in nodes:
            line = spelling.predicates.get(predicate, predicate) + b" " + target
            found[subject][line] = _both(found[subject].get(line, ()), nodes[statement])
    return found


def _both(one: Files, other: Files) -> Files:
    return other if not one or one == other else tuple(sorted({*one, *other}))
