"""Oxigraph and rdflib's own engine give the same answers; how fast each is, the suite prints."""

from __future__ import annotations

import importlib.util
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest
import rdflib

from kg.api import Graph
from kg.labels import short
from kg.questions import questions
from tests.conftest import ROOT

NAMES = [one.name for one in questions()]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("queries", ROOT / "benchmarks" / "queries.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measured(benchmark: ModuleType, seed_graph: Graph) -> dict[str, Any]:
    found = benchmark.measure(seed_graph, benchmark.memory(seed_graph))
    return {one.name: one for one in found}


def plain(value: object) -> str:
    """A value of either engine as text: numbers by their size, IRIs short."""
    if isinstance(value, rdflib.URIRef):
        return short(str(value))
    number = value.value if isinstance(value, rdflib.Literal) else value
    if isinstance(number, int | float | Decimal):
        return f"{float(number):g}"
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_give_the_same_answer(name: str, measured: dict[str, Any]) -> None:
    one = measured[name]
    ours, theirs = (
        sorted(tuple(map(plain, row)) for row in rows) for rows in (one.ours, one.theirs)
    )
    assert ours == theirs


def test_the_times_are_printed(
    benchmark: ModuleType, measured: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    printed = benchmark.table(list(measured.values()))
    assert all(name in printed for name in NAMES)
    with capsys.disabled():
        print(f"\n{printed}")
