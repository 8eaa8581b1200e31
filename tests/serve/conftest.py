"""The seed's graph, served by a real process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.serve.server import Server, serving

SEED = str(ROOT / "outputs" / "speeches.ttl")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving(SEED, "--seconds", "5", "--rows", "1000") as running:
        yield running
