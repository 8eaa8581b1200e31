"""What a network is like as a whole, in a few figures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.network import measures
from kg.network.communities import communities
from kg.network.projection import projection

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a whole network; see `summary`."""

    nodes: int
    edges: int
    density: float
    components: int
    largest_component: int
    communities: int
    modularity: float
    stability: float
    assortativity_class: float | None
    assortativity_group: float | None
    bridges: int
    articulation_points: int


def summary(graph: nx.Graph) -> Summary:
    """The figures of a network or projection; `edges` as they are, all else on the plain network.

    `density` is 0 to 1; `stability` is the mean of that of the nodes (`kg.network.communities`).
    Assortativity (-1 to 1, `networkx.attribute_assortativity_coefficient`; M. Newman, Mixing
    patterns in networks, Physical Review E 67, 026126, 2003) says whether nodes of one class, or
    group, are related to their own kind (above 0) or to others (below); None where there is no
    edge or only one class.
    """
    import networkx as nx

    plain = projection(graph)
    parts = [len(part) for part in nx.connected_components(plain)]
    groups = communities(plain)
    structure = measures.structure(plain)
    stability = groups.stability.values()
    return Summary(
        nodes=len(plain),
        edges=graph.number_of_edges(),
        density=round(nx.density(plain), 9),
        components=len(parts),
        largest_component=max(parts, default=0),
        communities=len(set(groups.of.values())),
        modularity=round(groups.modularity, 9),
        stability=round(sum(stability) / len(plain), 9) if stability else 1.0,
        assortativity_class=assortativity(plain, "cls"),
        assortativity_group=assortativity(plain, "group"),
        bridges=sum(structure.bridges.values()) // 2,
        articulation_points=len(structure.articulation),
    )


def assortativity(plain: nx.Graph, attribute: str) -> float | None:
    """How far nodes are related to nodes of the same `attribute`; see `summary`."""
    import networkx as nx

    kinds = {plain.nodes[node][attribute] for edge in plain.edges for node in edge}
    if len(kinds) < 2:
        return None
    found = float(nx.attribute_assortativity_coefficient(plain, attribute))
    return None if math.isnan(found) else round(found, 9)
