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
CELL, AROUND = 1.4, 3  # spacings to a side of a cell; cells around a node's whose pull counts


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
    return _gathered(pairs, points[pairs[:, 1]] - points[pairs[:, 0]], len(points))


def _repel(points: Points, charges: Points, spacing: float) -> Points:
    from scipy.spatial import cKDTree

    near = cKDTree(points).query_pairs(CUT * spacing, output_type="ndarray")
    one, other = near[:, 0], near[:, 1]
    across = points[one] - points[other]
    strength = charges[one] * charges[other] * _fading(across, spacing)
    return _gathered(near, across * strength[:, None], len(points))


def _repel_by_cells(points: Points, charges: Points, spacing: float) -> Points:
    """As `_repel`, nearly: what is not in a cell next to a node's own repels it as one body."""
    import numpy as np

    cells = np.floor(points / (CELL * spacing)).astype(np.int64)
    cells -= cells.min(axis=0) - AROUND  # with a margin of empty cells
    wide, high = (int(most) + AROUND + 1 for most in cells.max(axis=0))
    keys = cells[:, 1] * wide + cells[:, 0]
    charge = np.bincount(keys, charges, wide * high)
    some = np.maximum(charge, 1e-9)
    bodies = np.stack(
        [np.bincount(keys, charges * points[:, axis], wide * high) / some for axis in (0, 1)],
        axis=1,
    )
    near = _neighbours(keys, wide)
    across = points[near[:, 0]] - points[near[:, 1]]
    strength = charges[near[:, 0]] * charges[near[:, 1]] * _fading(across, spacing)
    force = _gathered(near, across * strength[:, None], len(points))
    for row in range(-AROUND, AROUND + 1):
        for column in range(-AROUND, AROUND + 1):
            if max(abs(row), abs(column)) > 1:
                there = keys + (row * wide + column)
                across = points - bodies[there]
                strength = charges * charge[there] * _fading(across, spacing)
                force = force + across * strength[:, None]
    return force


def _neighbours(keys: Pairs, wide: int) -> Pairs:
    """Each pair of nodes in one cell or in two that touch, by the cells' numbers in rows."""
    import numpy as np

    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    places = np.arange(len(keys))
    found = []
    for shift in (0, 1, wide - 1, wide, wide + 1):
        first = np.searchsorted(ordered, ordered + shift, side="left")
        last = np.searchsorted(ordered, ordered + shift, side="right")
        if shift == 0:
            first = places + 1
        many = last - first
        starts = np.cumsum(many) - many
        inside = np.arange(int(many.sum())) - np.repeat(starts, many)
        found.append(np.stack((np.repeat(places, many), np.repeat(first, many) + inside), axis=1))
    pairs: Pairs = order[np.concatenate(found)]
    return pairs


def _fading(across: Points, spacing: float) -> Points:
    """The strength of repulsion between two unit charges, over their distance."""
    square = across[:, 0] * across[:, 0] + across[:, 1] * across[:, 1]
    square += (0.05 * spacing) * (0.05 * spacing)
    fading = 1.0 + square / (REACH * spacing * REACH * spacing)
    return (0.2 * spacing * spacing) / (square * fading)


def _gathered(pairs: Pairs, forces: Points, count: int) -> Points:
    """The sum at each node of the forces on the first of each pair, and their opposites on the
    second."""
    import numpy as np

    return np.stack(
        [
            np.bincount(pairs[:, 0], forces[:, axis], count)
            - np.bincount(pairs[:, 1], forces[:, axis], count)
            for axis in (0, 1)
        ],
        axis=1,
    )
