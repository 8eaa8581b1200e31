"""What several test modules share: the graph built from the seed, and where real texts lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import kg
from kg.api import Graph

# The same examples every time: what passes here passes on every machine.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def seed_graph() -> Graph:
    return kg.build(SEEDS)


@pytest.fixture(scope="session")
def corpus_graph() -> Graph:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of work reports is not here")
    return kg.build(CORPUS)
