"""A graph as arrays: what the backend's functions run on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import numpy.typing as npt
import scipy.sparse

from kg.network.backend.info import NAME

if TYPE_CHECKING:
    import networkx as nx
    import rustworkx

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class CompactGraph:
    """Adjacency in compressed sparse rows, nodes numbered in the graph's own order.

    Never changed once made: all matrices share the arrays of `counts`, whose rows are sorted, so
    that scipy has no reason to sort one of them alone. Parallel edges share an entry: `counts` says
    how many there are, the matrix of an attribute holds their sum. An undirected edge has two
    entries, a loop has one.
    """

    __networkx_backend__ = NAME

    def __init__(
        self,
        nodes: list[Hashable],
        counts: scipy.sparse.csr_array,
        attributes: Mapping[str, Floats],
        *,
        directed: bool,
        multigraph: bool,
    ) -> None:
        """`attributes` has, by name, a number for each entry of `counts`, in its order."""
        self.nodes = nodes
        self.counts = counts
        self.attributes = attributes
        self._directed = directed
        self._multigraph = multigraph

    def __len__(self) -> int:
        """The number of nodes."""
        return len(self.nodes)

    def __iter__(self) -> Iterator[Hashable]:
        """The nodes, in order."""
        return iter(self.nodes)

    def is_directed(self) -> bool:
        """As in networkx."""
        return self._directed

    def is_multigraph(self) -> bool:
        """As in networkx."""
        return self._multigraph

    def number_of_edges(self) -> int:
        """As in networkx."""
        counted = int(self.counts.sum())
        return counted if self._directed else (counted + int(self.counts.trace())) // 2

    @cached_property
    def index(self) -> dict[Hashable, int]:
        """The number of each node."""
        return {node: number for number, node in enumerate(self.nodes)}

    def matrix(self, weight: str | None) -> scipy.sparse.csr_array:
        """The adjacency matrix of edge attribute `weight`; of None, the number of edges."""
        data = self.counts.data if weight is None else self.attributes[weight]
        return scipy.sparse.csr_array(
            (data, self.counts.indices, self.counts.indptr), shape=self.counts.shape
        )

    @cached_property
    def incoming(self) -> scipy.sparse.csr_array:
        """Row v has the nodes with an edge to v."""
        return self.counts.T.tocsr() if self._directed else self.counts

    @cached_property
    def rustworkx(self) -> rustworkx.PyGraph[int, None]:
        """The same graph for rustworkx (directed: a PyDiGraph), no loops or parallel edges."""
        import rustworkx

        entries = self.counts.tocoo()
        row, column = entries.row, entries.col
        kept = row != column if self._directed else row < column
        made: Any = rustworkx.PyDiGraph() if self._directed else rustworkx.PyGraph()
        made.add_nodes_from(range(len(self)))
        made.add_edges_from_no_data(
            list(zip(row[kept].tolist(), column[kept].tolist(), strict=True))
        )
        return cast("rustworkx.PyGraph[int, None]", made)

    def by_node(self, values: Iterable[Any]) -> dict[Any, Any]:
        """`values`, one for each number, by node."""
        return dict(zip(self.nodes, values, strict=True))


def compact(graph: nx.Graph, weights: Mapping[str, float] | None = None) -> CompactGraph:
    """`graph` as arrays, with the edge attributes `weights` and what counts where one is missing.

    Raises TypeError or ValueError where an attribute is no number.
    """
    multigraph = graph.is_multigraph()
    index = {node: number for number, node in enumerate(graph)}
    rows = [neighbours for _, neighbours in graph.adjacency()]
    indptr = np.zeros(len(rows) + 1, np.int64)
    np.cumsum([len(row) for row in rows], out=indptr[1:])
    indices = np.fromiter((index[node] for row in rows for node in row), np.int64, indptr[-1])
    entries = [edge for row in rows for edge in row.values()]
    counts = (
        np.fromiter(map(len, entries), np.float64, len(entries))
        if multigraph
        else np.ones(len(entries))
    )
    attributes = {
        name: np.fromiter(_numbers(entries, name, default, multigraph), np.float64, len(entries))
        for name, default in (weights or {}).items()
    }
    matrix = scipy.sparse.csr_array(
        (np.arange(len(entries)), indices, indptr), shape=(len(rows), len(rows))
    )
    matrix.sort_indices()
    order = matrix.data
    matrix.data = counts[order]
    for array in (matrix.data, matrix.indices, matrix.indptr):
        array.flags.writeable = False
    return CompactGraph(
        list(graph),
        matrix,
        {name: values[order] for name, values in attributes.items()},
        directed=graph.is_directed(),
        multigraph=multigraph,
    )


def _numbers(entries: list[Any], name: str, default: float, multigraph: bool) -> Iterator[float]:
    if multigraph:
        return (sum(edge.get(name, default) for edge in edges.values()) for edges in entries)
    return (edge.get(name, default) for edge in entries)
