"""What links tell of a partition, in closed form and against what was planted."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms.partition_gain import PartitionGain

SIZES = [5, 10, 20, 40, 80]


def gain_of(graph: nx.Graph[int]) -> PartitionGain:
    edges = np.array(graph.edges)
    return PartitionGain(edges, np.ones(len(edges)), len(graph))


def test_one_group_and_groups_without_links_inside_explain_nothing() -> None:
    gain = gain_of(nx.complete_bipartite_graph(6, 6))
    assert gain.of([0] * 12) == 0
    assert gain.of([0] * 6 + [1] * 6) == 0


def test_cliques_apart_explain_all_that_there_is() -> None:
    gain = gain_of(nx.disjoint_union_all([nx.complete_graph(10)] * 4))
    truth = np.repeat(np.arange(4), 10)
    assert gain.of(truth.tolist()) > gain.of((truth // 2).tolist()) > 0
    assert gain.of(truth.tolist()) > gain.of(np.repeat(np.arange(8), 5).tolist())


@pytest.mark.parametrize("seed", range(3))
def test_small_groups_beside_large_ones_are_worth_their_names(seed: int) -> None:
    gain = gain_of(nx.random_partition_graph(SIZES, 0.4, 0.03, seed=seed))
    truth = np.repeat(np.arange(5), SIZES)
    merged = np.maximum(truth, 2)
    assert gain.of(truth.tolist()) > gain.of(merged.tolist()) > 0


def test_hubs_are_no_group() -> None:
    graph = nx.barabasi_albert_graph(400, 4, seed=1)
    hubs = np.array([graph.degree[node] > 15 for node in range(400)]).astype(int)
    assert gain_of(graph).of(hubs.tolist()) == 0


def test_weights_count_by_their_ratios() -> None:
    edges = np.array(nx.planted_partition_graph(3, 10, 0.6, 0.05, seed=1).edges)
    weights = np.random.default_rng(0).random(len(edges)) + 0.5
    membership = np.repeat(np.arange(3), 10).tolist()
    one, other = (PartitionGain(edges, weights * factor, 30).of(membership) for factor in (1, 7))
    assert one == pytest.approx(other)
    assert one > 0


def test_densities_are_those_of_pairs_inside_and_across() -> None:
    gain = gain_of(nx.ring_of_cliques(4, 5))
    inside, across = gain.densities(np.repeat(np.arange(4), 5).tolist())
    edges, pairs = 44, 190
    assert inside == pytest.approx(1 / (edges / pairs))
    assert across == pytest.approx(4 / 150 / (edges / pairs))
    assert gain.densities([0] * 20) == pytest.approx((1, 0))
