from __future__ import annotations

import numpy as np
import pytest

from tests.viz.layout.shapes import HARD, cliques, cycle, edges, lengths
from viz.layout.forces import Bounds, attract_and_repel
from viz.layout.spectral import Floats


def _anywhere(count: int) -> Floats:
    return np.random.default_rng(1).standard_normal((count, 2)) * 3


def test_linked_nodes_end_nearer_than_strangers() -> None:
    pairs = cliques(3, 8)
    points = attract_and_repel(pairs, _anywhere(24))
    strangers = edges(*((node, node + 8) for node in range(16)))
    assert 2 * np.median(lengths(points, pairs)) < np.median(lengths(points, strangers))


def test_two_nodes_on_one_spot_are_not_torn_to_infinity() -> None:
    points = attract_and_repel(edges((0, 1)), np.zeros((2, 2)))
    assert np.isfinite(points).all()


def test_what_is_pinned_stays_where_it_was() -> None:
    start = _anywhere(10)
    pinned = np.array([1.0] * 4 + [0.0] * 6)
    points = attract_and_repel(cycle(10), start, pinned=pinned)
    assert np.array_equal(points[:4], start[:4])
    assert not np.allclose(points[4:], start[4:])


def test_nobody_leaves_the_disc_that_bounds_them() -> None:
    bounds = Bounds(np.tile([5.0, -2.0], (12, 1)), np.linspace(0.5, 3.0, 12))
    points = attract_and_repel(cycle(12), _anywhere(12), bounds=bounds)
    assert (np.linalg.norm(points - [5.0, -2.0], axis=1) <= bounds.reach + 1e-9).all()


def test_strangers_of_another_group_do_not_push() -> None:
    start = np.array([[0.0, 0.0], [0.1, 0.0]])
    alone = attract_and_repel(edges(), start, groups=np.array([0, 1]))
    together = attract_and_repel(edges(), start, groups=np.array([0, 0]))
    assert np.allclose(alone, start)
    assert np.linalg.norm(together[0] - together[1]) > 1.0


@pytest.mark.parametrize("name", HARD)
def test_hard_graphs_get_finite_positions(name: str) -> None:
    pairs, count = HARD[name]
    assert np.isfinite(attract_and_repel(pairs, _anywhere(count))).all()


def test_the_same_seed_gives_the_same_picture_and_leaves_the_start_alone() -> None:
    start = _anywhere(9)
    before = start.copy()
    first, again = (attract_and_repel(cycle(9), start, seed=3) for _ in range(2))
    assert np.array_equal(first, again)
    assert np.array_equal(start, before)
