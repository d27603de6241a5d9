"""Walks and currents agree with their definitions."""

from __future__ import annotations

import networkx as nx
import numpy as np

from graph.algorithms.walk_spectrum import LONG_WALK, SHORT_WALK, WalkSpectrum

GRAPH: nx.Graph[int] = nx.barabasi_albert_graph(30, 2, seed=3)
FOUND = WalkSpectrum(nx.to_numpy_array(GRAPH)).columns(np.arange(30))


def test_pagerank_is_that_of_networkx_both_ways_added() -> None:
    for going_on, name in ((SHORT_WALK, "pagerank"), (LONG_WALK, "pagerank_long")):
        there, back = (nx.pagerank(GRAPH, alpha=going_on, personalization={u: 1}, tol=1e-12) for u in (4, 20))
        assert np.isclose(FOUND[name][20, 4], there[20] + back[4], rtol=1e-5)


def test_nearness_is_the_resistance_of_a_ring() -> None:
    ring = np.exp(-WalkSpectrum(nx.to_numpy_array(nx.cycle_graph(8))).columns(np.arange(8))["nearness"])
    assert np.allclose([ring[0, end] for end in (1, 2, 4)], [7 / 8, 12 / 8, 16 / 8], rtol=1e-3)


def test_features_are_symmetric_and_finite() -> None:
    for values in FOUND.values():
        assert np.isfinite(values).all()
        assert np.allclose(values, values.T)


def test_a_column_does_not_need_the_others() -> None:
    some = WalkSpectrum(nx.to_numpy_array(GRAPH)).columns(np.array([3, 11]))
    for name, values in some.items():
        assert np.allclose(values, FOUND[name][:, [3, 11]])
