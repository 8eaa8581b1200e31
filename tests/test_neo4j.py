"""The CSV files for Neo4j: what its importer demands, and every edge with its sentence."""

from __future__ import annotations

import csv
import io

import pytest

from kg.api import Graph
from kg.neo4j import COMMAND, EDGES, FIGURES, NODES, tables
from kg.rdf.read import read
from kg.rdf.store import store_of
from kg.rdf.write import triples
from tests.rdf.made_up import knowledge

Rows = list[dict[str, str]]
ARRAY = "\x1f"


@pytest.fixture(scope="module")
def files(seed_graph: Graph) -> dict[str, Rows]:
    made = tables(seed_graph.store, seed_graph.contents)
    return {
        name: list(csv.DictReader(io.StringIO(content.decode()))) for name, content in made.items()
    }


def test_ids_are_unique_and_every_edge_has_both_ends(files: dict[str, Rows]) -> None:
    ids = [row["id:ID"] for name in (NODES, FIGURES) for row in files[name]]
    assert len(ids) == len(set(ids))
    ends = {row[end] for row in files[EDGES] for end in (":START_ID", ":END_ID")}
    assert ends <= set(ids)


def test_an_edge_opens_its_sentence(files: dict[str, Rows]) -> None:
    (row,) = [
        row
        for row in files[EDGES]
        if (row[":START_ID"], row[":TYPE"], row[":END_ID"])
        == ("unit/綦江区", "ALIGNS_WITH", "initiative/33618")
    ]
    assert row["quotes:string[]"].startswith("綦江对标“33618”现代制造业产业集群")
    assert (row["starts:long[]"], row["ends:long[]"]) == ("2434", "2488")


def test_arrays_of_an_edge_are_of_one_length(files: dict[str, Rows]) -> None:
    lengths = set()
    for row in files[EDGES]:
        arrays = [row[name].split(ARRAY) for name in row if name.endswith("[]")]
        assert len({len(array) for array in arrays}) == 1
        lengths.add(len(arrays[0]))
    assert max(lengths) > 1


def test_a_figure_is_a_node_with_numbers(files: dict[str, Rows]) -> None:
    (row,) = [
        row for row in files[FIGURES] if row["unit"] == "两江新区" and row["value:double"] == "72.5"
    ]
    assert (row["indicator"], row["unit_text"]) == ("工业投资", "亿元")
    assert float(row["amount:double"]) == 7_250_000_000
    links = {one[":TYPE"] for one in files[EDGES] if row["id:ID"] in one.values()}
    assert links == {"REPORTS", "INDICATOR"}


def test_labels_are_class_and_group_and_every_class_is_there(files: dict[str, Rows]) -> None:
    labels = {row["id:ID"]: row[":LABEL"].split(ARRAY) for row in files[NODES]}
    assert labels["unit/綦江区"] == ["District", "Unit"]
    assert labels["indicator/工业投资"] == ["Indicator"]
    assert {"Official", "Post", "Meeting", "Speech", "Initiative"} <= {
        label for row in labels.values() for label in row
    }


def test_every_relation_of_the_graph_is_there() -> None:
    store = store_of(triples(knowledge()))
    contents = read(store)
    rows = list(csv.DictReader(io.StringIO(tables(store, contents)[EDGES].decode())))
    found = {
        (row[":START_ID"], row[":TYPE"].replace("_", "").lower(), row[":END_ID"]) for row in rows
    }
    assert found >= {(one.source, one.predicate.lower(), one.target) for one in contents.edges}


def test_the_command_names_the_files_and_the_mark_between_values() -> None:
    assert all(name in COMMAND for name in (NODES, FIGURES, EDGES))
    assert "--array-delimiter=U+001F" in COMMAND
