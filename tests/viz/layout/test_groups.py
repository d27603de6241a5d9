from __future__ import annotations

import math

import numpy as np

from tests.viz.layout.shapes import edges, least_distance
from viz.layout.groups import links_between, place_groups

_NOBODY_KNOWS = (math.nan, math.nan)


def test_groups_lie_as_on_the_map() -> None:
    anchors = np.array([[4.2, -52.1], [4.4, -52.1], [4.3, -52.0]])  # west, east, south
    west, east, south = place_groups(np.ones(3), anchors, np.zeros((3, 3)))
    assert west[0] < south[0] < east[0]
    assert south[1] > max(west[1], east[1])


def test_no_group_lies_over_another() -> None:
    anchors = np.random.default_rng(3).standard_normal((15, 2))
    placed = place_groups(np.full(15, 2.0), anchors, np.zeros((15, 15)))
    assert least_distance(placed) > 3.9


def test_a_place_far_away_does_not_shrink_the_city() -> None:
    anchors = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [900.0, 0.5]])
    placed = place_groups(np.ones(5), anchors, np.zeros((5, 5)))
    assert placed[4, 0] > placed[:4, 0].max()
    assert placed[4, 0] - placed[:4, 0].max() < 20


def test_a_group_that_nobody_can_place_lies_by_those_it_is_linked_with() -> None:
    anchors = np.array([[0.0, 0.0], [9.0, 0.0], [4.0, 9.0], _NOBODY_KNOWS])
    links = links_between(edges((1, 3), (1, 3)), np.arange(4), 4)
    placed = place_groups(np.ones(4), anchors, links)
    distance = np.linalg.norm(placed[:3] - placed[3], axis=1)
    assert int(distance.argmin()) == 1


def test_groups_that_were_there_stay() -> None:
    kept = np.array([[0.0, 0.0], [8.0, 0.0], _NOBODY_KNOWS])
    anchors = np.tile(_NOBODY_KNOWS, (3, 1))
    placed = place_groups(np.ones(3), anchors, np.zeros((3, 3)), kept=kept)
    assert placed[:2].tolist() == [[0.0, 0.0], [8.0, 0.0]]
    assert np.isfinite(placed[2]).all()


def test_links_between_groups_are_counted_both_ways_and_those_inside_are_not() -> None:
    table = links_between(edges((0, 1), (0, 2), (3, 0)), np.array([0, 0, 1, 1]), 2)
    assert table.tolist() == [[0.0, 2.0], [2.0, 0.0]]
    assert place_groups(np.zeros(0), np.zeros((0, 2)), np.zeros((0, 0))).shape == (0, 2)
