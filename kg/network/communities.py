"""Groups of nodes that are more related among themselves than with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

SEED = 20250424


def communities(plain: nx.Graph) -> dict[str, int]:
    """The community of each node of a projection, numbered from 1 by size, then smallest id.

    `networkx.community.louvain_communities(plain, weight="weight", seed=SEED)`, run on nodes
    renamed 0, 1, 2 … in order: sets of strings iterate differently in every process, sets of
    small integers do not. A node without relations is a community of its own.
    """
    import networkx as nx

    if not plain:
        return {}
    names = list(plain)
    numbered = nx.convert_node_labels_to_integers(plain)
    found = nx.community.louvain_communities(numbered, weight="weight", seed=SEED)
    groups = [sorted(names[number] for number in group) for group in found]
    groups.sort(key=lambda group: (-len(group), group[0]))
    return {name: rank for rank, group in enumerate(groups, start=1) for name in group}
