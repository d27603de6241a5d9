from __future__ import annotations

import numpy as np

from tests.viz.layout.shapes import least_distance
from viz.layout.separation import push_apart


def test_a_heap_of_discs_becomes_discs_side_by_side() -> None:
    points = np.random.default_rng(2).standard_normal((80, 2))
    apart = push_apart(points, np.full(80, 0.5))
    assert least_distance(apart) > 0.85


def test_discs_on_one_spot_part() -> None:
    apart = push_apart(np.zeros((5, 2)), np.full(5, 1.0))
    assert least_distance(apart) > 1.9


def test_discs_that_do_not_touch_stay() -> None:
    points = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 3.0]])
    assert np.array_equal(push_apart(points, np.ones(3)), points)


def test_a_pinned_disc_stays_and_the_other_makes_room() -> None:
    apart = push_apart(np.array([[0.0, 0.0], [0.5, 0.0]]), np.ones(2), pinned=np.array([1.0, 0.0]))
    assert apart[0].tolist() == [0.0, 0.0]
    assert apart[1, 0] > 1.95


def test_gravity_closes_gaps_without_overlap() -> None:
    points = np.array([[-50.0, 0.0], [50.0, 0.0], [0.0, 80.0], [10.0, -60.0]])
    radii = np.array([1.0, 2.0, 1.5, 1.0])
    drawn = push_apart(points, radii, gravity=0.05, rounds=400)
    assert np.abs(drawn).max() < 25
    wanted = radii[:, None] + radii[None]
    distance = np.linalg.norm(drawn[:, None] - drawn[None], axis=2) + 99 * np.eye(4)
    assert (distance > 0.98 * wanted).all()


def test_one_disc_or_none_is_no_trouble() -> None:
    assert push_apart(np.zeros((0, 2)), np.zeros(0)).shape == (0, 2)
    assert push_apart(np.ones((1, 2)), np.ones(1)).tolist() == [[1.0, 1.0]]
