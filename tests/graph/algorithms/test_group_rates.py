"""Groups as evidence: more links within than chance gives, and only across where there are two sides."""

from __future__ import annotations

import networkx as nx
import numpy as np

from graph.algorithms.edge_array import build_adjacency, undirected_edges
from graph.algorithms.group_rates import GroupRates, MixedMemberships

PLANTED = undirected_edges(np.array(nx.planted_partition_graph(3, 15, 0.6, 0.03, seed=2).edges), 45)
GROUP = np.arange(45) // 15
SAME = GROUP[:, None] == GROUP


def test_pairs_within_a_group_have_higher_rates() -> None:
    rates = GroupRates(PLANTED, 45, 1.0, sides=None).columns(np.arange(45))
    assert np.allclose(rates, rates.T)
    assert rates[SAME].min() > rates[~SAME].max()


def test_mixed_memberships_expect_links_within_groups() -> None:
    expected = MixedMemberships(build_adjacency(PLANTED, 45)).columns(np.arange(45))
    assert expected[SAME].mean() > 4 * expected[~SAME].mean()
    assert (expected >= 0).all()


def test_of_two_sides_rates_are_those_across() -> None:
    sides = np.arange(40) % 2
    edges = [(u, v) for u in range(40) for v in range(u) if (u + v) % 2 and (u < 20) == (v < 20)]
    rates = GroupRates(undirected_edges(edges, 40), 40, 1.0, sides=sides).columns(np.arange(40))
    across = (sides[:, None] != sides) & ((np.arange(40)[:, None] < 20) == (np.arange(40) < 20))
    assert rates[across].min() > 0
    assert rates[(sides[:, None] == sides)].max() < rates[across].min()


def test_the_same_seed_gives_the_same_rates() -> None:
    one, other = (GroupRates(PLANTED, 45, 2.0, sides=None).columns(np.arange(5)) for _ in range(2))
    assert one.tobytes() == other.tobytes()
