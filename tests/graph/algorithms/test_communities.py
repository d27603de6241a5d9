"""Communities: found, supported, and stable."""

from __future__ import annotations

import random
import threading

import igraph
import networkx as nx
import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.communities import community_support, detect_communities
from graph.algorithms.edge_array import IntArray
from graph.errors import InputError

TRUTH = np.repeat(np.arange(6), 15)


def planted(seed: int) -> IntArray:
    return np.array(nx.planted_partition_graph(6, 15, 0.5, 0.02, seed=seed).edges)


def cliques(size: int, count: int) -> IntArray:
    return np.array(nx.disjoint_union_all([nx.complete_graph(size)] * count).edges)


def test_planted_groups_are_found() -> None:
    labels = detect_communities(planted(1), 90)
    assert igraph.compare_communities(labels, TRUTH, method="nmi") > 0.95
    assert np.bincount(labels).tolist() == sorted(np.bincount(labels), reverse=True)


def test_no_worse_than_networkx_louvain_on_a_random_graph() -> None:
    graph = nx.barabasi_albert_graph(300, 3, seed=2)
    labels = detect_communities(np.array(graph.edges), 300)
    groups = [set(np.flatnonzero(labels == label).tolist()) for label in range(labels.max() + 1)]
    louvain = nx.community.louvain_communities(graph, seed=1)
    assert nx.community.modularity(graph, groups) > nx.community.modularity(graph, louvain) - 0.02


def test_cliques_apart_are_groups_and_a_lonely_node_is_none() -> None:
    edges = cliques(4, 3)
    labels = detect_communities(np.vstack([edges, [[12, 12]]]), 14)
    assert labels.tolist() == [0] * 4 + [1] * 4 + [2] * 4 + [-1, -1]


def test_the_order_and_direction_of_edges_do_not_matter() -> None:
    edges = planted(3)
    shuffled = np.random.default_rng(0).permutation(np.vstack([edges[:, ::-1], edges[:20]]))
    assert detect_communities(shuffled, 90).tolist() == detect_communities(edges, 90).tolist()


def test_the_same_seed_gives_the_same_groups_whatever_other_threads_do() -> None:
    graph = np.array(nx.gnm_random_graph(120, 300, seed=4).edges)
    alone = detect_communities(graph, 120, seed=7)
    found: list[IntArray] = []
    threads = [threading.Thread(target=lambda: found.append(detect_communities(graph, 120, seed=7))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(labels.tolist() == alone.tolist() for labels in found)
    assert len(found) == 4


def test_the_programs_own_chance_is_left_alone() -> None:
    before = random.getstate()
    detect_communities(planted(1), 90)
    assert random.getstate() == before


def test_groups_keep_their_labels_when_little_changes() -> None:
    edges = planted(5)
    before = (detect_communities(edges, 90) + 3) % 6
    after = detect_communities(np.vstack([edges, [[0, 40], [3, 70]]])[2:], 90, previous=before)
    assert (after == before).mean() > 0.95


def test_a_new_group_gets_a_new_label() -> None:
    before = np.append(detect_communities(planted(5), 90), np.full(5, -1))
    more = np.vstack([planted(5), np.array(nx.complete_graph(range(90, 95)).edges)])
    after = detect_communities(more, 95, previous=before)
    assert set(after[90:]) == {6}
    assert (after[:90] == before[:90]).all()


def test_weights_decide_where_links_alone_do_not() -> None:
    square = [[0, 1], [1, 2], [2, 3], [3, 0]]
    across = detect_communities(square, 4, weights=[9.0, 1.0, 9.0, 1.0])
    along = detect_communities(square, 4, weights=[1.0, 9.0, 1.0, 9.0])
    assert across.tolist() == [0, 0, 1, 1]
    assert along.tolist() == [0, 1, 1, 0]


def test_directed_edges_both_ways_weigh_double() -> None:
    square = [[0, 1], [1, 0], [1, 2], [2, 3], [3, 2], [3, 0]]
    assert detect_communities(square, 4, directed=True).tolist() == [0, 0, 1, 1]


def test_a_huge_graph_gets_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LEIDEN_STABILITY_EDGES", 10)
    labels = detect_communities(planted(1), 90)
    assert igraph.compare_communities(labels, TRUTH, method="nmi") > 0.9


def test_support_is_near_one_for_cliques_apart_and_nil_for_chance() -> None:
    apart = community_support(cliques(10, 3), 30, np.repeat(np.arange(3), 10))
    chance = community_support(nx.gnm_random_graph(60, 500, seed=1).edges, 60, np.arange(60) % 4)
    assert (apart > 0.95).all()
    assert (chance < 0.1).all()


def test_support_grows_with_evidence_and_knows_what_is_no_group() -> None:
    pairs = community_support([[0, 1], [2, 3]], 4, [0, 0, 1, 1])
    assert (pairs < 0.5).all()
    assert community_support([[0, 1], [1, 2]], 3, [0, 0, 0]).tolist() == [0]
    assert community_support([[0, 1]], 4, [2, 2, -1, -1]).tolist()[:2] == [0, 0]
    assert community_support([], 2, [-1, -1]).shape == (0,)


@pytest.mark.parametrize(
    "given", [{"weights": [1.0]}, {"weights": [1.0, 0.0]}, {"weights": [1.0, np.nan]}, {"previous": [0]}]
)
def test_what_does_not_fit_the_graph_is_refused(given: dict[str, list[float]]) -> None:
    with pytest.raises(InputError):
        detect_communities([[0, 1], [1, 2]], 3, **given)  # type: ignore[arg-type]  # wrong on purpose
