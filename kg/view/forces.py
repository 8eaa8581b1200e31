"""Lays out one connected network by forces, the same on every machine.

Layouts by force are chaotic: the last bit of one number, and the drawing is another. Hence only
what IEEE 754 settles to the last bit is used here (+ - * / and square roots, sums in a fixed
order, seeded uniform numbers), no matrix products and no trigonometry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Pairs = NDArray[np.int64]

SEED = 20250424
STEPS = 240
LARGE, FEWER = 1000, 110  # nodes from which on fewer steps have to do
GRAVITY = (11.0, 13.0)  # for all nodes together; stronger along y: screens are wide
STRONGEST = 0.1  # gravity on one node of a small network
REACH = 3.0  # spacings beyond which repulsion fades
CUT = 4.0  # spacings beyond which it is not computed
CELL, AROUND = 0.8, 5  # spacings to a side of a cell; cells around a node's whose pull counts


def layout(count: int, pairs: Pairs, spacing: float) -> Points:
    """Points of `count` nodes, `pairs` of which pull each other; shape (count, 2), centred.

    As in ForceAtlas2, neighbours attract by distance and all repel by degree over distance, so
    that the neighbours of a hub spread over a disc with room for them, about `spacing` apart;
    but repulsion fades with distance, which keeps the whole compact and the work small.
    """
    import numpy as np

    degrees = 1.0 + np.bincount(pairs.ravel(), minlength=count)
    side = spacing * np.sqrt(count)
    points = (np.random.default_rng(SEED).random((count, 2)) - 0.5) * side
    gravity = degrees[:, None] * np.minimum(np.array(GRAVITY) / count, STRONGEST)
    steps, repel = (STEPS, _repel) if count < LARGE else (FEWER, _repel_by_cells)
    for step in range(steps):
        force = _attract(points, pairs) + repel(points, np.sqrt(degrees), spacing)
        move = (force - gravity * points) / degrees[:, None]
        length = np.sqrt(move[:, 0] * move[:, 0] + move[:, 1] * move[:, 1])
        # Large steps first, to untangle; small ones at the end, to settle.
        left = 1.0 - step / steps
        limit = 0.3 * side * left * left + 0.01 * spacing
        points = points + move * (0.5 * np.minimum(1.0, limit / np.maximum(length, 1e-9)))[:, None]
    centred: Points = points - points.sum(axis=0) / count
    return centred


def _attract(points: Points, pairs: Pairs) -> Points:
    x, y = _across(points, pairs)
    return _gathered(pairs, (-x, -y), len(points))


def _repel(points: Points, charges: Points, spacing: float) -> Points:
    from scipy.spatial import cKDTree

    near = cKDTree(points).query_pairs(CUT * spacing, output_type="ndarray")
    return _repel_pairs(points, charges, near, spacing)


def _repel_pairs(points: Points, charges: Points, pairs: Pairs, spacing: float) -> Points:
    x, y = _across(points, pairs)
    one, other = pairs[:, 0], pairs[:, 1]
    strength = charges[one] * charges[other] * _fading(x, y, spacing)
    return _gathered(pairs, (x * strength, y * strength), len(points))


def _repel_by_cells(points: Points, charges: Points, spacing: float) -> Points:
    """As `_repel`, nearly: what is not in a cell next to a node's own repels it as one body."""
    import numpy as np

    cells = np.floor(points / (CELL * spacing)).astype(np.int64)
    cells -= cells.min(axis=0) - 1  # with a margin of empty cells
    wide, high = (int(most) + 2 for most in cells.max(axis=0))
    keys = cells[:, 1] * wide + cells[:, 0]
    order = np.argsort(keys, kind="stable")  # what is near in the plane is near in memory
    keys, points, charges = keys[order], points[order], charges[order]
    force = _repel_pairs(points, charges, _neighbours(keys, wide), spacing)

    def grid(values: Points) -> Points:
        found = np.bincount(keys, values, wide * high)
        return found.astype(np.float64).reshape(high, wide)

    charge = grid(charges)
    some = np.maximum(charge, 1e-9)
    x, y = grid(charges * points[:, 0]) / some, grid(charges * points[:, 1]) / some
    push = _repel_bodies(charge, x, y, spacing)
    force = force + np.stack([charges * pushed.ravel()[keys] for pushed in push], axis=1)
    back = np.zeros(force.shape)
    back[order] = force
    return back


def _repel_bodies(charge: Points, x: Points, y: Points, spacing: float) -> tuple[Points, Points]:
    """The push, along x and y, on a unit charge in each cell of a grid from all cells around it
    but those that touch it."""
    import numpy as np

    high, wide = charge.shape
    push = np.zeros(charge.shape), np.zeros(charge.shape)
    for row in range(min(AROUND + 1, high)):
        for column in range(-min(AROUND, wide - 1), min(AROUND + 1, wide)):
            if max(row, abs(column)) <= 1 or (row == 0 and column < 0):
                continue
            here = slice(0, high - row), slice(max(0, -column), wide - max(0, column))
            there = slice(row, high), slice(max(0, column), wide - max(0, -column))
            across = x[here] - x[there], y[here] - y[there]
            fading = _fading(*across, spacing)
            for axis in (0, 1):
                push[axis][here] += charge[there] * fading * across[axis]
                push[axis][there] -= charge[here] * fading * across[axis]
    return push


def _neighbours(keys: Pairs, wide: int) -> Pairs:
    """Each pair of nodes in one cell or in two that touch, by the cells' numbers in rows.

    `keys` rise. A node meets those behind it in its own cell and the next, and those in the three
    cells below: two runs of the nodes in order.
    """
    import numpy as np

    many = np.bincount(keys, minlength=int(keys[-1]) + wide + 2)
    ends = np.cumsum(many)
    places = np.arange(len(keys))
    found = []
    for first, last in (
        (places + 1, ends[keys + 1]),
        (ends[keys + (wide - 2)], ends[keys + (wide + 1)]),
    ):
        run = last - first
        starts = np.cumsum(run) - run
        inside = np.arange(int(run.sum())) - np.repeat(starts, run)
        found.append(np.stack((np.repeat(places, run), np.repeat(first, run) + inside), axis=1))
    return np.concatenate(found)


def _fading(x: Points, y: Points, spacing: float) -> Points:
    """The strength of repulsion between two unit charges, over their distance."""
    square = x * x + y * y
    square += (0.05 * spacing) * (0.05 * spacing)
    fading = 1.0 + square / (REACH * spacing * REACH * spacing)
    return (0.2 * spacing * spacing) / (square * fading)


def _across(points: Points, pairs: Pairs) -> tuple[Points, Points]:
    """How far the first of each pair is from the second, along x and y."""
    x, y = points[:, 0].copy(), points[:, 1].copy()
    return x[pairs[:, 0]] - x[pairs[:, 1]], y[pairs[:, 0]] - y[pairs[:, 1]]


def _gathered(pairs: Pairs, forces: tuple[Points, Points], count: int) -> Points:
    """The sum at each node of the forces on the first of each pair, and their opposites on the
    second."""
    import numpy as np

    return np.stack(
        [
            np.bincount(pairs[:, 0], force, count) - np.bincount(pairs[:, 1], force, count)
            for force in forces
        ],
        axis=1,
    )
