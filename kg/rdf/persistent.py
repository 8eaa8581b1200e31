"""Keeps graphs on disk in Oxigraph: one named graph for each source file, their union as default.

A folder holds generations, each a whole store that is never changed once it is current:

    current       the number of the current generation
    7/graphs.json the digest of each named graph of generation 7
    7/store/      its store

To load a build, the current generation is copied (Oxigraph links its files, which takes
milliseconds), what differs is replaced in the copy, and `current` is renamed into place. So who
reads meanwhile is not disturbed, and a process killed at any moment leaves the old or the new.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.atomic import write_all
from kg.errors import FayanError
from kg.rdf.portions import portions
from kg.rdf.terms import ID, KG, term
from kg.vocabulary import EntityClass

Node = ox.NamedNode | ox.BlankNode | ox.Triple
Term = Node | ox.Literal

WITHOUT_FILE = f"{ID}graph/background"
_LABEL, _ALT, _TYPE = term("rdfs:label"), term("skos:altLabel"), term("rdf:type")
_CLASSES = {KG + cls.value for cls in EntityClass}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a build did: the IRIs of the named graphs replaced, and of those left alone."""

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]


def is_store(folder: Path) -> bool:
    """Whether `folder` is one that `load_into` made."""
    return (folder / "current").is_file()


def open_store(folder: Path) -> ox.Store:
    """The current generation, to be read only; FayanError where there is none or it is broken."""
    number = _current(folder)
    if not number:
        raise FayanError(f"{folder}: no store; kg build … --store {folder} makes one")
    try:
        return ox.Store.read_only(str(folder / str(number) / "store"))
    except (OSError, ValueError) as error:
        raise FayanError(f"{folder}: the store cannot be read: {error}") from None


def graphs(folder: Path) -> dict[str, str]:
    """The named graphs of the current generation: IRI of the source file → SHA-256 of its triples.

    The digest is of the sorted N-Triples; these name the file's own SHA-256.
    """
    number = _current(folder)
    if not number:
        return {}
    try:
        known = json.loads((folder / str(number) / "graphs.json").read_bytes())
    except (OSError, ValueError) as error:
        raise FayanError(f"{folder}: the store cannot be read: {error}") from None
    return {str(name): str(digest) for name, digest in known.items()}


def load_into(folder: Path, store: ox.Store) -> Loaded:
    """Loads the default graph of `store` into the store on disk, making it where there is none.

    Only the graphs of files whose triples changed are replaced; the graphs of other files stay as
    other builds left them. Raises FayanError where it cannot write, or another build is writing.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            return _load(folder, store)
    except OSError as error:
        raise FayanError(f"{folder}: cannot be written: {error.strerror or error}") from None


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Holds the folder's lock, which the kernel frees when the process ends, however it ends."""
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise FayanError(f"{folder}: another build is loading into this store") from None
        yield


def _current(folder: Path) -> int:
    try:
        return int((folder / "current").read_text(encoding="ascii"))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError) as error:
        raise FayanError(f"{folder}: the store cannot be read: {error}") from None


def _load(folder: Path, store: ox.Store) -> Loaded:
    known = graphs(folder)
    wanted = {file or WITHOUT_FILE: triples for file, triples in portions(store).items()}
    digests = {file: _digest(triples) for file, triples in wanted.items()}
    changed = sorted(file for file, digest in digests.items() if known.get(file) != digest)
    if changed:
        number = _current(folder)
        made = folder / str(number + 1)
        shutil.rmtree(made, ignore_errors=True)  # what a killed build left
        made.mkdir()
        if number:
            open_store(folder).backup(str(made / "store"))
        _change(made / "store", {file: wanted[file] for file in changed})
        write_all(made, {"graphs.json": json.dumps(known | digests, indent=1).encode()})
        write_all(folder, {"current": f"{number + 1}\n".encode()})
        _forget(folder, number)
    return Loaded(tuple(changed), tuple(sorted(set(digests) - set(changed))))


def _forget(folder: Path, oldest: int) -> None:
    """Removes the generations before `oldest`, which may still have readers."""
    for path in folder.iterdir():
        if path.name.isdecimal() and int(path.name) < oldest:
            shutil.rmtree(path, ignore_errors=True)


def _digest(triples: Iterable[ox.Triple]) -> str:
    lines = sorted(f"{triple} .\n" for triple in triples)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _change(path: Path, wanted: dict[str, set[ox.Triple]]) -> None:
    """Replaces named graphs of the store at `path`, and brings its default graph up to date."""
    store = ox.Store(str(path))
    added: set[ox.Triple] = set()
    removed: set[ox.Triple] = set()
    for file, triples in wanted.items():
        graph = ox.NamedNode(file)
        before = {quad.triple for quad in store.quads_for_pattern(None, None, None, graph)}
        store.remove_graph(graph)
        store.bulk_extend(_quad(triple, graph) for triple in triples)
        added |= triples - before
        removed |= before - triples
    union = ox.DefaultGraph()
    for one in removed:
        if not any(_named(store, one.subject, one.predicate, one.object)):
            store.remove(_quad(one, union))
    store.bulk_extend(_quad(triple, union) for triple in added)
    for node in {one.subject for one in added | removed if _names(one)}:
        _settle(store, node)
    store.flush()


def _names(triple: ox.Triple) -> bool:
    """Whether a triple gives a name, or one of the classes of which a thing has only one."""
    if triple.predicate == _TYPE:
        return getattr(triple.object, "value", "") in _CLASSES
    return triple.predicate in (_LABEL, _ALT)


def _quad(triple: ox.Triple, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _named(
    store: ox.Store, subject: Node, predicate: ox.NamedNode, target: Term | None
) -> Iterator[ox.Quad]:
    """The quads of a pattern in named graphs."""
    for quad in store.quads_for_pattern(subject, predicate, target, None):
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            yield quad


def _settle(store: ox.Store, node: Node) -> None:
    """Gives a node that builds name or class differently one name and one class in the union.

    It is what most files say, then what sorts first; the other names become other spellings.
    """
    union = ox.DefaultGraph()
    labels: Counter[Term] = Counter(quad.object for quad in _named(store, node, _LABEL, None))
    classes: Counter[Term] = Counter(
        quad.object
        for quad in _named(store, node, _TYPE, None)
        if getattr(quad.object, "value", "") in _CLASSES
    )
    others = {quad.object for quad in _named(store, node, _ALT, None)} | set(labels)
    told = {(_LABEL, _most(labels)), (_TYPE, _most(classes))}
    told |= {(_ALT, other) for other in others - {_most(labels)}}
    wanted = {
        ox.Quad(node, predicate, value, union) for predicate, value in told if value is not None
    }
    before = {
        quad
        for predicate in (_LABEL, _ALT, _TYPE)
        for quad in store.quads_for_pattern(node, predicate, None, union)
        if predicate != _TYPE or quad.object in classes
    }
    for quad in before - wanted:
        store.remove(quad)
    if wanted - before:
        store.extend(wanted - before)


def _most(counted: Counter[Term]) -> Term | None:
    return min(counted, key=lambda one: (-counted[one], str(one)), default=None)
