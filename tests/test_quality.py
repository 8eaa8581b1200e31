"""Quality is tracked: what lowers a score must change `tests/scores.tsv` and say why."""

from __future__ import annotations

import pytest

from kg.api import Graph
from kg.evaluate import evaluate, read_gold
from kg.evaluate.score import Measure
from tests.conftest import ROOT

SCORES = ROOT / "tests" / "scores.tsv"


def tracked() -> list[tuple[str, str, float]]:
    rows = [line.split("\t") for line in SCORES.read_text(encoding="utf-8").splitlines()[1:]]
    return [(gold, measure, float(score)) for gold, measure, score in rows]


@pytest.mark.parametrize(("gold", "measure", "score"), tracked())
def test_no_score_falls_below_the_tracked_one(
    gold: str, measure: str, score: float, request: pytest.FixtureRequest
) -> None:
    graph: Graph = request.getfixturevalue("seed_graph" if gold == "seed" else "corpus_graph")
    result = evaluate(graph.contents, read_gold(ROOT / "tests" / "gold" / f"{gold}.tsv"))
    assert round(result.total(Measure(measure)).f1, 3) >= score


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_shows_the_tracked_scores(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for measure in dict.fromkeys(measure for _, measure, _ in tracked()):
        scores = [f"{score:.3f}" for _, one, score in tracked() if one == measure]
        assert " | ".join(scores) in text
