"""What the two READMEs show is what the seed gives, and both say the same."""

from __future__ import annotations

import re

import pytest

from kg.api import Graph
from kg.outputs import files
from tests.conftest import ROOT

READMES = ["README.md", "README.zh.md"]
_QUESTION = re.compile(r"```sparql\n(.*?)```\s+((?:\|[^\n]*\n)+)", re.S)


def questions(name: str) -> list[tuple[str, list[list[str]]]]:
    """The SPARQL blocks of a README, each with the rows of the table below it."""
    found = []
    for query, table in _QUESTION.findall((ROOT / name).read_text(encoding="utf-8")):
        lines = [line.strip("|\n").split("|") for line in table.strip().splitlines()]
        found.append((query, [[cell.strip() for cell in line] for line in lines[2:]]))
    return found


@pytest.mark.parametrize("name", READMES)
def test_the_questions_shown_have_the_answers_shown(name: str, seed_graph: Graph) -> None:
    shown = questions(name)
    assert len(shown) == 3
    for query, rows in shown:
        answer = [[str(cell) for cell in row] for row in seed_graph.sparql(query).rows]
        assert answer[: len(rows)] == rows


def test_the_twins_ask_the_same_questions_and_name_the_same_files() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    assert questions("README.md") == questions("README.zh.md")
    for pattern in (r"```(?:sh|python|sparql)\n.*?```", r"^\| `[^`]+`", r"^## ", r"F1 [0-9.]+"):
        flags = re.S | re.M
        one, other = (re.findall(pattern, text, flags) for text in (english, chinese))
        assert len(one) == len(other), pattern
        if pattern != r"^## ":
            assert [re.sub(r"#.*", "", part) for part in one] == [
                re.sub(r"#.*", "", part) for part in other
            ]


@pytest.mark.parametrize("name", READMES)
def test_every_output_and_command_has_its_row(name: str, seed_graph: Graph) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for output in files(seed_graph):
        assert f"| `{output}`" in text or f"| `outputs/{output}`" in text
    places = [ROOT / "kg/cli.py", *(ROOT / "kg/commands").glob("*.py")]
    code = "".join(place.read_text(encoding="utf-8") for place in places)
    commands = re.findall(r"Example: (kg \w+)", code)
    assert len(set(commands)) > 10
    for command in set(commands):
        assert f"| `{command}" in text
