"""Where each node of the network is drawn, computed beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from kg.view.forces import layout

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Pairs = NDArray[np.int64]

SPACING = 62.0
GAP = 10.0  # least room between the rims of two nodes
LARGE, LASTS = 1000, 6  # nodes from which on pairs that may overlap are sought less often
COMMON = 0.97  # share of the discs that are no larger than is common
CELL = 30.0  # of the raster on which components are packed
RING = 8  # cells by which the search for room for a component widens
ASPECT = 1.15  # wide as a screen
BLOCK = (150.0, 56.0)  # room for one node with its label among those without relations


def positions(
    plain: nx.Graph, radii: Mapping[str, float], ties: Iterable[tuple[str, str]] = ()
) -> dict[str, tuple[int, int]]:
    """The point of each node, in whole pixels, y downwards, around (0, 0); the same every time.

    `plain` is an undirected network, `radii` says how large each node is drawn (pixels), `ties`
    are pairs to be drawn near each other although no edge joins them. No two discs overlap.
    Connected parts lie side by side, the largest in the middle; nodes with neither edge nor tie
    stand in rows below, in the order of `plain`.
    """
    import networkx as nx
    import numpy as np

    joined = nx.Graph()
    joined.add_nodes_from(plain)
    joined.add_edges_from(plain.edges)
    joined.add_edges_from(pair for pair in ties if pair[0] in plain and pair[1] in plain)
    parts = sorted(
        (sorted(part) for part in nx.connected_components(joined) if len(part) > 1),
        key=lambda part: (-len(part), part[0]),
    )
    placed: dict[str, Points] = {}
    taken: set[tuple[int, int]] = set()
    for part in parts:
        points = _draw(joined, part, radii)
        points = points + _room(points, np.array([radii[node] for node in part]), taken)
        placed.update(zip(part, points, strict=True))
    placed.update(_rows([node for node in plain if not joined.degree(node)], placed))
    return {node: (round(float(placed[node][0])), round(float(placed[node][1]))) for node in plain}


def _draw(joined: nx.Graph, part: list[str], radii: Mapping[str, float]) -> Points:
    import numpy as np

    index = {node: number for number, node in enumerate(part)}
    pairs = np.array(
        sorted(
            (min(index[a], index[b]), max(index[a], index[b]))
            for a, b in joined.edges(part)
            if a != b
        ),
        dtype=np.int64,
    )
    points = _level(layout(len(part), pairs, SPACING))
    return _separate(points, np.array([radii[node] for node in part]))


def _level(points: Points) -> Points:
    """Turned so that the longer extent lies flat (by square roots alone, see `forces`)."""
    import numpy as np

    x, y = points[:, 0], points[:, 1]
    xx, yy, xy = (x * x).sum(), (y * y).sum(), (x * y).sum()
    double = np.sqrt((xx - yy) * (xx - yy) + 4.0 * xy * xy)
    if double == 0.0:
        return points
    cos2 = (xx - yy) / double
    cos = np.sqrt(max(0.0, (1.0 + cos2) / 2.0))
    sin = np.sqrt(max(0.0, (1.0 - cos2) / 2.0)) * (1.0 if xy >= 0.0 else -1.0)
    return np.stack((cos * x + sin * y, cos * y - sin * x), axis=1)


def _separate(points: Points, radii: Points) -> Points:
    """Pushed apart until no two discs overlap."""
    import numpy as np

    lasts = 1 if len(points) < LARGE else LASTS
    age = lasts
    for attempt in range(1000):
        if age >= lasts:
            near, age = _near(points, radii), 0
        a, b = near[:, 0], near[:, 1]
        across = points[b] - points[a]
        distance = np.sqrt(across[:, 0] ** 2 + across[:, 1] ** 2)
        lacking = radii[a] + radii[b] + GAP - distance
        close = lacking > 0.01
        if not close.any():
            if age == 0:
                break
            age = lasts
            continue
        age += 1
        a, b, across = a[close], b[close], across[close]
        push = across * (lacking[close] / np.maximum(distance[close], 1e-6) * 0.5)[:, None]
        # Two nodes on one point have no direction to part in: the later one goes right.
        push[distance[close] < 1e-6] = (0.5, 0.1)
        # Where pushing alone goes in circles, room helps.
        points = points * (1.0 if attempt < 100 else 1.01)
        for axis in (0, 1):
            points[:, axis] += np.bincount(b, push[:, axis], len(points))
            points[:, axis] -= np.bincount(a, push[:, axis], len(points))
    return points


def _near(points: Points, radii: Points) -> Pairs:
    """Every pair of discs that may overlap (and some more), the lower number first, in order.

    The few large discs are looked at one by one, or their reach would pair all with all.
    """
    import numpy as np
    from scipy.spatial import cKDTree

    tree = cKDTree(points)
    common = float(np.sort(radii)[int(COMMON * (len(radii) - 1))])
    large = radii > common
    pairs = tree.query_pairs(2.0 * common + GAP, output_type="ndarray")
    found = [pairs[~(large[pairs[:, 0]] | large[pairs[:, 1]])]]
    for one in large.nonzero()[0].tolist():
        reach = float(radii[one] + radii.max()) + GAP
        around = [
            (min(one, other), max(one, other))
            for other in tree.query_ball_point(points[one], reach)
            if other != one and (other > one or not large[other])
        ]
        found.append(np.array(around, dtype=np.int64).reshape(-1, 2))
    near = np.concatenate(found)
    ordered: Pairs = near[np.lexsort((near[:, 1], near[:, 0]))]
    return ordered


def _room(points: Points, radii: Points, taken: set[tuple[int, int]]) -> Points:
    """The shift that brings a part as near to the middle as what is `taken` allows; takes it."""
    import numpy as np

    cells = {
        (column, row)
        for (x, y), radius in zip(points.tolist(), radii.tolist(), strict=True)
        for column in range(int((x - radius) // CELL) - 1, int((x + radius) // CELL) + 2)
        for row in range(int((y - radius) // CELL) - 1, int((y + radius) // CELL) + 2)
    }
    column, row = next(
        (column, row)
        for column, row in _outwards()
        if all((x + column, y + row) not in taken for x, y in cells)
    )
    taken.update((x + column, y + row) for x, y in cells)
    return np.array((column * CELL, row * CELL))


def _outwards() -> Iterator[tuple[int, int]]:
    """Shifts by falling nearness, the plane squeezed so that the whole becomes wide; endless."""
    for ring in count():
        inner, outer = float(RING * ring) ** 2, float(RING * (ring + 1)) ** 2
        reach = range(-RING * (ring + 1), RING * (ring + 1) + 1)
        shifts = ((x * x + (ASPECT * y) ** 2, (x, y)) for x in reach for y in reach)
        yield from (at for _, at in sorted(one for one in shifts if inner <= one[0] < outer))


def _rows(alone: list[str], placed: Mapping[str, Points]) -> dict[str, Points]:
    """Nodes without company, in rows under the rest."""
    import numpy as np

    if not alone:
        return {}
    drawn = np.array(list(placed.values())) if placed else np.zeros((1, 2))
    left, right = float(drawn[:, 0].min()), float(drawn[:, 0].max())
    top = float(drawn[:, 1].max()) + 2 * BLOCK[1] if placed else 0.0
    wide = max(right - left, BLOCK[0] * np.sqrt(len(alone) * ASPECT * BLOCK[1] / BLOCK[0]))
    columns = max(1, round(float(wide) / BLOCK[0]))
    middle = (left + right) / 2.0 - (min(columns, len(alone)) - 1) * BLOCK[0] / 2.0
    return {
        node: np.array((middle + number % columns * BLOCK[0], top + number // columns * BLOCK[1]))
        for number, node in enumerate(alone)
    }
