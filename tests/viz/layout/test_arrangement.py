from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial import cKDTree

from tests.viz.layout.shapes import HARD, cliques, cycle, edges, least_distance
from viz.layout.arrangement import UNIT, WIDTH, Arrangement, Drawn, arrange
from viz.layout.spectral import Floats, Ints

SIGN = 28.0
"""Pixels across the largest sign."""


def _drawn(pairs: Ints, groups: Ints) -> Drawn:
    return Drawn(pairs, groups, np.full((int(groups.max(initial=0)) + 1, 2), np.nan))


def _nearest(points: Floats, count: int) -> Ints:
    found: Ints = cKDTree(points / (UNIT * WIDTH, UNIT)).query(points / (UNIT * WIDTH, UNIT), k=count + 1)[1]
    return found[:, 1:]


@pytest.mark.parametrize("name", HARD)
def test_no_sign_lies_over_another(name: str) -> None:
    pairs, count = HARD[name]
    points = arrange(_drawn(pairs, np.zeros(count, np.int64))).points
    assert points.shape == (count, 2)
    assert count < 2 or least_distance(points) > SIGN


def test_groups_are_drawn_apart() -> None:
    groups = np.repeat(np.arange(5), 12)
    made = arrange(_drawn(cliques(5, 12), groups))
    radius = [np.linalg.norm(made.points[groups == one] - made.centres[one], axis=1).max() for one in range(5)]
    assert least_distance(made.centres) > max(radius)
    near = _nearest(made.points, 3)
    assert (groups[near] == groups[:, None]).mean() > 0.9


def test_communities_show_without_being_told() -> None:
    communities = np.repeat(np.arange(6), 15)
    points = arrange(_drawn(cliques(6, 15), np.zeros(90, np.int64))).points
    assert (communities[_nearest(points, 5)] == communities[:, None]).mean() > 0.85


def test_what_was_placed_stays_and_what_is_new_finds_room_beside_its_links() -> None:
    first = arrange(_drawn(cycle(20), np.zeros(20, np.int64)))
    kept = Arrangement(np.concatenate([first.points, np.full((1, 2), np.nan)]), first.centres)
    pairs = np.concatenate([cycle(20), edges((20, 3), (20, 4))])
    second = arrange(_drawn(pairs, np.zeros(21, np.int64)), kept)
    assert np.allclose(second.points[:20], first.points)
    assert least_distance(second.points) > SIGN * 0.9
    away = np.linalg.norm(second.points - second.points[20], axis=1)
    assert away[[3, 4]].mean() < np.median(away[:20])


def test_the_same_network_is_drawn_the_same() -> None:
    groups = np.repeat(np.arange(3), 10)
    first, again = (arrange(_drawn(cliques(3, 10), groups)) for _ in range(2))
    assert np.array_equal(first.points, again.points)
    assert np.array_equal(first.centres, again.centres)
