"""Fayan (发言图谱): a knowledge graph of what Chinese officials report.

import kg
g = kg.build("seeds")                     # or kg.load("outputs/speeches.ttl")
g.sparql("SELECT ?unit { ?unit kg:alignsWith initiative:33618 }").rows
g.network()                               # a networkx MultiDiGraph
g.network(projection="unit-initiative")  # what ties the units together
g.entity("綦江区").figures
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import FayanError
from kg.version import __version__

if TYPE_CHECKING:
    from kg.api import Graph, Thing, build, load

__all__ = ["FayanError", "Graph", "Thing", "__version__", "build", "load"]


def __getattr__(name: str) -> object:
    """Loads the interface on first use, so that `kg --help` need not wait for the libraries."""
    if name in ("Graph", "Thing", "build", "load"):
        from kg import api

        return getattr(api, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
