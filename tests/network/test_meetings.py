"""Two meetings in one graph: what was said at each is what its files alone would give."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.api import Graph
from kg.errors import FayanError
from kg.network.build import network
from kg.network.meetings import Meeting, at_meeting, find_meeting, meetings
from kg.rdf.contents import Contents
from tests.conftest import SEEDS
from tests.network.sample import edge, node, quote, speech

NAME = "重庆市委区县委书记和部门一把手例会"
APRIL, JULY = Meeting("2025-04-24", NAME), Meeting("2025-07-24", NAME)


@pytest.fixture(scope="module")
def july(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed as if it had been said three months later, 綦江区 without its alignment."""
    (seed,) = SEEDS.glob("*.txt")
    text = seed.read_text(encoding="utf-8").replace("4月24日", "7月24日")
    assert "綦江对标" in text
    path = tmp_path_factory.mktemp("july") / "july.txt"
    later = text.replace("一季度", "上半年").replace("綦江对标", "綦江谈到")
    path.write_text(later, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def both(july: Path) -> Graph:
    return kg.build(SEEDS, july)


def test_one_graph_holds_both_meetings(both: Graph) -> None:
    assert both.meetings == (APRIL, JULY)
    assert both.network().edges["unit/綦江区", "initiative/33618", "alignsWith"]["weight"] == 1


def test_a_meeting_of_two_is_as_its_files_alone(both: Graph, july: Path, seed_graph: Graph) -> None:
    for meeting, alone in ((APRIL, seed_graph), (JULY, kg.build(july))):
        found = network(at_meeting(both.contents, meeting))
        expected = network(alone.contents)
        for graph in (found, expected):  # spellings are told of the whole graph
            for _, data in graph.nodes(data=True):
                data.pop("alt_labels")
        assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
        assert list(found.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))
        assert both.centrality(meeting=meeting.date) == alone.centrality()


def test_a_relation_of_one_meeting_is_not_in_the_other(both: Graph) -> None:
    edge = ("unit/綦江区", "initiative/33618", "alignsWith")
    assert both.network(meeting="2025-04-24").has_edge(*edge)
    assert not both.network(meeting="2025-07-24").has_edge(*edge)
    april = both.network("unit-alignment", meeting="2025-04-24")
    assert "unit/綦江区" in april
    assert "unit/綦江区" not in both.network("unit-alignment", meeting="2025-07-24")


def test_meetings_are_found_by_day_name_or_part() -> None:
    contents = Contents((), (), (), (speech("甲"),))
    assert meetings(contents) == (Meeting("2025-04-24", "例会"),)
    for asked in ("2025-04-24", "例会", "2025-04", "2025-04-24 例会"):
        assert find_meeting(contents, asked) == Meeting("2025-04-24", "例会")
    with pytest.raises(FayanError, match="2024: no such meeting: 2025-04-24 例会"):
        find_meeting(contents, "2024")


def test_two_meetings_called_alike_are_told_apart(both: Graph) -> None:
    with pytest.raises(FayanError, match=r"例会: several meetings: 2025-04-24 .*, 2025-07-24"):
        both.network(meeting="例会")


def test_what_the_glossary_states_stays_where_it_is_spoken_of() -> None:
    row = speech("甲")
    said = quote("话", 0, row.id)
    nodes = (
        node("x", "X", speeches=(row.label,), quotes=(said,)),
        node("part", "P"),
        node("elsewhere", "E"),
        node("other", "O"),
    )
    edges = (edge("part", "partOf", "x"), edge("other", "partOf", "elsewhere"))
    found = at_meeting(Contents(nodes, edges, (), (row,)), Meeting("2025-04-24", "例会"))
    assert {one.id for one in found.nodes} == {"x", "part"}
    assert found.edges == edges[:1]
