from __future__ import annotations

import numpy as np
import pytest

from tests.viz.layout.shapes import HARD, cliques, cycle, edges, lengths, path
from viz.layout.spectral import adjacency_matrix, spectral_start


def test_the_adjacency_holds_each_pair_once_and_no_loop() -> None:
    matrix = adjacency_matrix(edges((0, 1), (1, 0), (0, 1), (2, 2)), 3)
    assert matrix.toarray().tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_a_path_lies_in_its_order_along_the_first_axis() -> None:
    order = np.argsort(spectral_start(path(9), 9)[:, 0])
    away = np.abs(order - np.arange(9)).max()
    assert min(away, np.abs(order[::-1] - np.arange(9)).max()) <= 1  # a little chance is mixed in


def test_neighbours_on_a_cycle_are_nearer_than_others() -> None:
    points = spectral_start(cycle(20), 20)
    opposite = edges(*((node, node + 10) for node in range(10)))
    assert 3 * lengths(points, cycle(20)).mean() < lengths(points, opposite).mean()


def test_cliques_become_knots() -> None:
    pairs = cliques(4, 6)
    points = spectral_start(pairs, 24)
    middles = points.reshape(4, 6, 2).mean(axis=1)
    assert lengths(points, pairs[:60]).mean() < lengths(middles, edges((0, 2), (0, 3), (1, 3))).min()


@pytest.mark.parametrize("name", HARD)
def test_hard_graphs_get_finite_positions(name: str) -> None:
    pairs, count = HARD[name]
    points = spectral_start(pairs, count)
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()


def test_the_same_seed_gives_the_same_start() -> None:
    first, again = spectral_start(cycle(8), 8, seed=4), spectral_start(cycle(8), 8, seed=4)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, spectral_start(cycle(8), 8, seed=5))
