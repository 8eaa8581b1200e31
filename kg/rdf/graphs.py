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
# Lines with the graphs that all of them stand in.
Parts = list[tuple[bytes, Files]]

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
    for subject, parts in placed(facts(store), N_TRIPLES):
        for lines, files in parts:
            written = subject + b" " + lines.replace(b"\n", b" .\n" + subject + b" ") + b" .\n"
            for file in files or (b"",):
                found[file].append(written)
    form = ox.RdfFormat.N_TRIPLES
    return {
        ox.NamedNode(file[1:-1].decode()) if file else None: [
            quad.triple for quad in ox.parse(b"".join(written), format=form)
        ]
        for file, written in found.items()
    }


def placed(grouped: Facts, spelling: Spelling) -> Iterator[tuple[bytes, Parts]]:
    """Each subject with its lines, taken apart by the files that state them; see `by_file`."""
    told, known = _told(grouped, spelling)
    nodes = _nodes(known, spelling)
    apart = _apart(known, nodes, spelling)
    for subject, lines in told.items():
        home = nodes.get(subject, ())
        if subject in apart:
            parts: dict[Files, list[bytes]] = defaultdict(list)
            for line in lines.split(b"\n"):
                parts[apart[subject].get(line, home)].append(line)
            yield subject, [(b"\n".join(some), files) for files, some in parts.items()]
        else:
            yield subject, [(lines, home)]


# Subjects and objects of facts by predicate.
Stated = Mapping[str, list[tuple[bytes, bytes]]]


def _told(grouped: Facts, spelling: Spelling) -> tuple[dict[bytes, bytes], Stated]:
    """The lines of each subject, and those facts that tell where others belong."""
    told: dict[bytes, bytes] = {}
    stated: dict[str, list[tuple[bytes, bytes]]] = {
        name: [] for name in (*_OF_FILE, *_ENDS, *_OF_OBJECT, _TYPE)
    }
    pairs = {spelling.predicate(name): some for name, some in stated.items()}
    file = spelling.predicate(_TYPE) + b" " + spelling.of(_FILE)
    heads = file, *(spelling.predicate(name) + b" " for name in stated if name != _TYPE)
    for subject, lines in grouped:
        told[subject] = b"\n".join(lines)
        for line in lines:
            if line.startswith(heads):
                predicate, _, target = line.partition(b" ")
                pairs[predicate].append((subject, target))
    return told, stated


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


def _apart(
    known: Stated, nodes: Mapping[bytes, Files], spelling: Spelling
) -> Mapping[bytes, dict[bytes, Files]]:
    """The files of those facts that do not stand where their subject does, by subject and line."""
    found: dict[bytes, dict[bytes, Files]] = defaultdict(dict)
    _, predicates, objects = (dict(known[name]) for name in _ENDS)
    for statement, subject in known["rdf:subject"]:
        predicate, target = predicates.get(statement), objects.get(statement)
        if predicate and target and statement in nodes and subject not in nodes:
            line = spelling.predicates.get(predicate, predicate) + b" " + target
            found[subject][line] = _both(found[subject].get(line, ()), nodes[statement])
    for name in _OF_OBJECT:
        head = spelling.predicate(name) + b" "
        for subject, target in known[name]:
            files = nodes.get(target, ())
            if files != nodes.get(subject, ()):
                found[subject][head + target] = files
    return found


def _both(one: Files, other: Files) -> Files:
    return other if not one or one == other else tuple(sorted({*one, *other}))
