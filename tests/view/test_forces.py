from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.forces import _neighbours, _repel, _repel_by_cells

WIDE = 9


@given(st.lists(st.tuples(st.integers(1, WIDE - 2), st.integers(1, 6)), min_size=1, max_size=60))
def test_neighbours_are_all_pairs_of_cells_that_touch_each_once(
    cells: list[tuple[int, int]],
) -> None:
    cells.sort(key=lambda cell: cell[::-1])  # row by row
    keys = np.array([row * WIDE + column for column, row in cells])
    found = [frozenset(pair) for pair in _neighbours(keys, WIDE).tolist()]
    expected = {
        frozenset((one, other))
        for one in range(len(cells))
        for other in range(one)
        if max(abs(a - b) for a, b in zip(cells[one], cells[other], strict=True)) <= 1
    }
    assert len(found) == len(set(found))
    assert set(found) == expected


@pytest.mark.parametrize("count", [1, 2, 40, 3000])
def test_repulsion_by_cells_is_nearly_that_of_each_pair(count: int) -> None:
    draw = np.random.default_rng(7)
    points = draw.random((count, 2)) * 62 * count**0.5
    charges = 1 + draw.random(count)
    exact = _repel(points, charges, 62.0)
    quick = _repel_by_cells(points, charges, 62.0)
    missed = np.sqrt(((exact - quick) ** 2).sum())
    assert missed <= 0.15 * np.sqrt((exact**2).sum()) + 1e-9
