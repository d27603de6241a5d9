"""Composition: the smallest sets, against every subset of small problems."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from graph.algorithms.composition import EXACT_ROWS, smallest_sets
from graph.errors import InputError


def _smallest(amounts: np.ndarray, goal: float, covers: np.ndarray, most: int) -> int | None:
    """Return the size of the smallest set, found by trying them all."""
    for size in range(most + 1):
        for rows in map(list, combinations(range(len(amounts)), size)):
            if amounts[rows].sum() >= goal and covers[rows].any(axis=0).all():
                return size
    return None


@pytest.mark.parametrize("seed", range(12))
def test_no_smaller_set_exists(seed: int) -> None:
    random = np.random.default_rng(seed)
    amounts, covers = random.integers(0, 50, (10, 1)).astype(float), random.random((10, 3)) < 0.3
    found = smallest_sets(amounts, [90.0], covers, most=6)
    size = _smallest(amounts[:, 0], 90.0, covers, 6)
    assert found[0].is_complete == (size is not None)
    assert size is None or len(found[0].rows) == size


def test_sets_differ_and_are_ordered_by_size() -> None:
    found = smallest_sets(np.full((12, 1), 10.0), [40.0], np.zeros((12, 0)), count=3)
    sets = [set(one.rows.tolist()) for one in found]
    assert [len(one) for one in sets] == [4, 4, 4]
    assert all(len(one - other) >= 2 for one, other in combinations(sets, 2))


def test_where_there_is_none_the_nearest_covers_most_and_then_lacks_least() -> None:
    (one,) = smallest_sets([[5.0], [3.0], [1.0]], [100.0], [[0, 0], [1, 0], [0, 0]], most=2)
    assert one.rows.tolist() == [0, 1]
    assert one.short.tolist() == [92.0]
    assert one.uncovered.tolist() == [False, True]


@pytest.mark.parametrize("goal", [10_000.0, 10_000_000.0])
def test_beside_a_goal_far_beyond_all_every_row_that_brings_anything_counts(goal: float) -> None:
    (one,) = smallest_sets([[335.0], [9.0], [0.0], [2.0]], [goal], np.zeros((4, 0)))
    assert one.rows.tolist() == [0, 1, 3]
    assert one.short.tolist() == [goal - 346.0]


def test_required_rows_are_in_every_set_and_useless_ones_in_none() -> None:
    found = smallest_sets([[10.0], [0.0], [10.0], [10.0]], [10.0], np.zeros((4, 0)), required=[1], count=3)
    assert all(1 in one.rows for one in found)
    assert all(len(one.rows) == 2 for one in found)
    free = smallest_sets([[10.0], [0.0]], [10.0], np.zeros((2, 0)))
    assert [one.rows.tolist() for one in free] == [[0]]


def test_costs_decide_between_sets_of_one_size_only() -> None:
    (best, *_) = smallest_sets([[10.0], [10.0], [5.0], [5.0]], [10.0], np.zeros((4, 0)), costs=[1.0, 0.2, 0.0, 0.0])
    assert best.rows.tolist() == [1]


def test_of_very_many_the_ones_that_bring_most_are_looked_at() -> None:
    amounts = np.arange(EXACT_ROWS * 2, dtype=float)[:, None]
    best = smallest_sets(amounts, [3.0 * EXACT_ROWS], np.ones((EXACT_ROWS * 2, 1)), count=1)[0]
    assert best.is_complete
    assert len(best.rows) == 2


def test_nothing_to_choose_from_and_what_does_not_fit() -> None:
    (one,) = smallest_sets(np.zeros((0, 1)), [5.0], np.zeros((0, 2)))
    assert (one.rows.tolist(), one.short.tolist(), one.uncovered.tolist()) == ([], [5.0], [True, True])
    for amounts, goals, required in (([[1.0]], [0.0], []), ([[1.0]], [1.0, 2.0], []), ([[1.0], [1.0]], [1.0], [0, 1])):
        with pytest.raises(InputError):
            smallest_sets(amounts, goals, np.zeros((len(amounts), 0)), required=required, most=1)
