"""A store on disk holds what builds loaded, whatever their order, and changes as a whole."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.api import Graph
from kg.errors import FayanError
from kg.rdf.persistent import graphs, load_into, open_store
from kg.rdf.portions import portions
from kg.rdf.store import store_of
from kg.rdf.terms import kg as vocabulary
from kg.rdf.terms import resource, term
from kg.rdf.validate import validate

EAST = "一季度全区GDP增长{}%，引进企业12家。围绕“六区一高地”建设。\n\n东山区委书记 王建国\n"
WEST = "一季度全县GDP增长5%。围绕“六区一高地”建设，打造西河产业园。\n\n西河县委书记 李红\n"


def union(store: ox.Store) -> set[ox.Triple]:
    return {quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}


def named(store: ox.Store) -> set[str]:
    return {graph.value for graph in store.named_graphs()}


@pytest.fixture
def east(tmp_path: Path) -> Graph:
    return built(tmp_path, "east.txt", EAST.format(6))


@pytest.fixture
def west(tmp_path: Path) -> Graph:
    return built(tmp_path, "west.txt", WEST)


def built(folder: Path, name: str, text: str) -> Graph:
    (folder / name).write_text(text, encoding="utf-8")
    return kg.build(folder / name)


def test_the_portions_of_a_graph_make_it_up_and_each_names_its_things(corpus_graph: Graph) -> None:
    found = portions(corpus_graph.store)
    files = corpus_graph.sparql("SELECT (COUNT(*) AS ?n) { ?f a kg:SourceFile }").rows[0][0]
    assert len(found) == files
    assert set().union(*found.values()) == union(corpus_graph.store)
    for triples in found.values():
        labelled = {one.subject for one in triples if one.predicate == term("rdfs:label")}
        spoken_of = {one.object for one in triples if one.predicate == vocabulary("mentions")}
        assert spoken_of and spoken_of <= labelled


def test_a_framework_brings_its_parts_into_the_portion(seed_graph: Graph) -> None:
    (triples,) = portions(seed_graph.store).values()
    parts = {one.subject for one in triples if one.object == resource("initiative/33618")}
    assert len(parts) > 12


def test_a_build_is_loaded_whole_and_read_back(seed_graph: Graph, tmp_path: Path) -> None:
    loaded = seed_graph.load_into(tmp_path / "store")
    assert len(loaded.changed) == 1
    again = kg.load(tmp_path / "store")
    assert again.turtle() == seed_graph.turtle()
    assert again.contents == seed_graph.contents
    assert len(again) == len(seed_graph) == len(again.rdflib())
    who = "SELECT ?u { ?u kg:alignsWith initiative:六区一高地 } ORDER BY ?u"
    assert again.sparql(who).rows == seed_graph.sparql(who).rows


def test_a_second_build_of_the_same_changes_no_file(east: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    east.load_into(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert east.load_into(folder).changed == ()
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    after.pop(folder / "lock"), before.pop(folder / "lock")
    assert after == before


def test_several_builds_load_into_one_store_in_any_order(
    east: Graph, west: Graph, tmp_path: Path
) -> None:
    for name, order in (("one", [east, west]), ("two", [west, east])):
        for graph in order:
            graph.load_into(tmp_path / name)
    one, two = open_store(tmp_path / "one"), open_store(tmp_path / "two")
    assert union(one) == union(two) == union(east.store) | union(west.store)
    assert named(one) == named(two) == {resource(f"file/{n}.txt").value for n in ("east", "west")}


def test_only_the_file_that_changed_is_replaced(east: Graph, west: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    east.load_into(folder)
    west.load_into(folder)
    both = kg.build(tmp_path / "east.txt", tmp_path / "west.txt")
    assert both.load_into(folder).changed == ()
    changed = built(tmp_path, "east.txt", EAST.format("7.5"))
    both = kg.build(tmp_path / "east.txt", tmp_path / "west.txt")
    loaded = both.load_into(folder)
    assert loaded.changed == (resource("file/east.txt").value,)
    assert loaded.unchanged == (resource("file/west.txt").value,)
    store = open_store(folder)
    assert union(store) == union(changed.store) | union(west.store)
    growth = kg.load(folder).sparql(
        "SELECT ?v { ?o kg:value ?v ; kg:kind kg:Growth ; kg:ofUnit/rdfs:label ?u } ORDER BY ?v"
    )
    assert [float(str(row[0])) for row in growth.rows] == [5, 7.5]


def test_the_digest_of_a_graph_follows_the_source_file(east: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    east.load_into(folder)
    before = graphs(folder)
    built(tmp_path, "east.txt", EAST.format(6) + "\n").load_into(folder)
    after = graphs(folder)
    assert before.keys() == after.keys() and before != after


def made_up(label: str, cls: str, file: str, *others: ox.Triple) -> ox.Store:
    """A graph of one file that calls one unit so."""
    source, passage = resource(f"file/{file}"), resource(f"file/{file}x")
    unit, speech = resource("unit/东山"), resource(f"speech/{file}")
    triples: Iterable[ox.Triple] = [
        ox.Triple(source, term("rdf:type"), vocabulary("SourceFile")),
        ox.Triple(passage, term("nif:referenceContext"), source),
        ox.Triple(speech, term("dcterms:source"), source),
        ox.Triple(speech, vocabulary("onBehalfOf"), unit),
        ox.Triple(unit, term("rdf:type"), vocabulary(cls)),
        ox.Triple(unit, term("rdfs:label"), ox.Literal(label, language="zh")),
        *others,
    ]
    return store_of(triples)


def test_builds_that_name_a_thing_differently_give_it_one_name_and_class(tmp_path: Path) -> None:
    stores = [
        made_up("东山", "Unit", "a"),
        made_up("东山区", "District", "b"),
        made_up("东山区", "District", "c"),
    ]
    results = []
    for turn in range(3):
        folder = tmp_path / str(turn)
        for store in stores[turn:] + stores[:turn]:
            load_into(folder, store)
        results.append(union(open_store(folder)))
    assert results[0] == results[1] == results[2]
    about = {(one.predicate, one.object) for one in results[0] if "unit/" in str(one.subject)}
    assert about == {
        (term("rdfs:label"), ox.Literal("东山区", language="zh")),
        (term("skos:altLabel"), ox.Literal("东山", language="zh")),
        (term("rdf:type"), vocabulary("District")),
    }
    # When the majority goes, so does its name.
    load_into(folder, made_up("东山", "Unit", "b"))
    load_into(folder, made_up("东山", "Unit", "c"))
    about = {
        (one.predicate, one.object)
        for one in union(open_store(folder))
        if "unit/" in str(one.subject)
    }
    assert about == {
        (term("rdfs:label"), ox.Literal("东山", language="zh")),
        (term("rdf:type"), vocabulary("Unit")),
    }


def test_a_store_of_several_builds_conforms_to_the_shapes(
    seed_graph: Graph, east: Graph, tmp_path: Path
) -> None:
    seed_graph.load_into(tmp_path / "store")
    east.load_into(tmp_path / "store")
    whole = store_of(union(open_store(tmp_path / "store")))
    assert validate(whole).findings == ()


def test_a_reader_keeps_its_generation_while_another_is_written(
    east: Graph, west: Graph, tmp_path: Path
) -> None:
    folder = tmp_path / "store"
    east.load_into(folder)
    reader = open_store(folder)
    west.load_into(folder)
    assert union(reader) == union(east.store)
    assert union(open_store(folder)) == union(east.store) | union(west.store)
    built(tmp_path, "west.txt", WEST.replace("5", "4")).load_into(folder)
    generations = [path.name for path in folder.iterdir() if path.is_dir()]
    assert sorted(generations) == ["2", "3"]


def test_a_half_made_generation_is_never_seen(east: Graph, west: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    east.load_into(folder)
    shutil.copytree(folder / "1", folder / "2")
    (folder / "2" / "graphs.json").write_text("{")
    assert union(open_store(folder)) == union(east.store)
    west.load_into(folder)
    assert union(open_store(folder)) == union(east.store) | union(west.store)


def test_two_builds_do_not_write_at_once(east: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(FayanError, match="another build is loading into this store"):
            east.load_into(folder)
    assert east.load_into(folder).changed


def test_what_is_no_store_is_named(tmp_path: Path, east: Graph) -> None:
    with pytest.raises(FayanError, match="nothing: no store"):
        open_store(tmp_path / "nothing")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "current").write_text("7\n")
    with pytest.raises(FayanError, match="broken: the store cannot be read"):
        open_store(broken)
    (broken / "current").write_text("../../etc\n")
    with pytest.raises(FayanError, match="broken: the store cannot be read"):
        kg.load(broken)
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(FayanError, match="file: cannot be written"):
        east.load_into(file)


def test_a_graph_of_no_file_is_kept_too(tmp_path: Path) -> None:
    triple = ox.Triple(resource("unit/a"), term("rdfs:label"), ox.Literal("甲", language="zh"))
    load_into(tmp_path / "store", store_of([triple]))
    assert union(open_store(tmp_path / "store")) == {triple}
