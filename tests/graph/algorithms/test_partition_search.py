"""The search for communities: what the links support is found, what only dice say is not."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.communities import detect_communities, seeded
from graph.algorithms.edge_array import IntArray
from graph.algorithms.partition_search import PartitionSearch


def agreement(graph: nx.Graph[int], truth: IntArray) -> float:
    found = detect_communities(np.array(graph.edges), len(graph))
    return float(igraph.compare_communities(found, truth, method="nmi"))


def test_small_groups_are_found_that_modularity_would_merge() -> None:
    truth = np.repeat(np.arange(30), 5)
    assert agreement(nx.ring_of_cliques(30, 5), truth) == pytest.approx(1)
    assert agreement(nx.relaxed_caveman_graph(20, 10, 0.3, seed=1), np.repeat(np.arange(20), 10)) > 0.97


def test_a_few_large_groups_are_not_cut_into_many() -> None:
    graph = nx.planted_partition_graph(2, 31, 0.15, 0.01, seed=3)
    labels = detect_communities(np.array(graph.edges), 62)
    assert labels.max() == 1
    assert agreement(graph, np.repeat([0, 1], 31)) > 0.8


@pytest.mark.parametrize("seed", [1, 2])
def test_a_graph_without_groups_gets_what_modularity_gives(seed: int) -> None:
    graph = nx.barabasi_albert_graph(200, 3, seed=seed)
    edges = np.array(sorted(tuple(sorted(edge)) for edge in graph.edges))
    with seeded(0):
        found = PartitionSearch(edges, np.ones(len(edges)), 200).best()
    groups = [set(np.flatnonzero(np.array(found) == group).tolist()) for group in range(max(found) + 1)]
    louvain = nx.community.louvain_communities(graph, seed=1)
    assert nx.community.modularity(graph, groups) > nx.community.modularity(graph, louvain) - 0.03
    assert 5 < len(groups) < 20


def test_weights_count_by_their_ratios_only() -> None:
    graph = nx.planted_partition_graph(5, 12, 0.5, 0.05, seed=1)
    edges = np.array(graph.edges)
    weights = np.where(edges[:, 0] // 12 == edges[:, 1] // 12, 2.0, 1.0)
    one, other = (detect_communities(edges, 60, weights=weights * factor) for factor in (1, 1024))
    assert one.tolist() == other.tolist()
    assert len(set(one.tolist())) == 5


def test_a_complete_graph_and_a_star_are_one_group() -> None:
    for graph in (nx.complete_graph(8), nx.star_graph(7)):
        assert not detect_communities(np.array(graph.edges), 8).any()


def test_above_the_bound_there_is_one_run_of_leiden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LEIDEN_STABILITY_EDGES", 10)
    edges = np.array(nx.ring_of_cliques(30, 5).edges)
    monkeypatch.setattr(PartitionSearch, "_infomap", None)
    assert 10 < detect_communities(edges, 150).max() < 20


@pytest.mark.parametrize("seed", range(3))
def test_small_groups_beside_large_ones_are_found(seed: int) -> None:
    sizes = [8] * 10 + [60] * 2
    graph = nx.random_partition_graph(sizes, 0.4, 0.02, seed=seed)
    assert agreement(graph, np.repeat(np.arange(12), sizes)) > 0.85
