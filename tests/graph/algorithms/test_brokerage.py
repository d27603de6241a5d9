"""Brokers: closed forms, and agreement with networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.brokerage import articulation_points, betweenness, cut_off_without, find_brokers, participation


@pytest.mark.parametrize("seed", [1, 2])
def test_betweenness_and_articulation_points_are_those_of_networkx(seed: int) -> None:
    graph = nx.gnm_random_graph(40, 50, seed=seed)
    theirs = nx.betweenness_centrality(graph)
    assert np.allclose(betweenness(list(graph.edges), 40), [theirs[node] for node in range(40)])
    points = np.flatnonzero(articulation_points(list(graph.edges), 40))
    assert points.tolist() == sorted(nx.articulation_points(graph))


def test_closed_forms_on_star_cycle_and_complete_graph() -> None:
    star, cycle, complete = nx.star_graph(5), nx.cycle_graph(7), nx.complete_graph(5)
    assert betweenness(list(star.edges), 6).tolist() == [1, 0, 0, 0, 0, 0]
    assert np.ptp(betweenness(list(cycle.edges), 7)) < 1e-12
    assert not betweenness(list(complete.edges), 5).any()
    assert articulation_points(list(star.edges), 6).tolist() == [True] + [False] * 5
    assert not articulation_points(list(cycle.edges), 7).any()


def test_doubles_and_loops_do_not_count() -> None:
    path = [[0, 1], [1, 2], [2, 3]]
    untidy = [*path, [1, 0], [2, 1], [3, 3]]
    assert betweenness(untidy, 4).tolist() == betweenness(path, 4).tolist()
    assert articulation_points(untidy, 4).tolist() == [False, True, True, False]


def test_a_large_graph_is_estimated_from_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.barabasi_albert_graph(400, 3, seed=1)
    exact = betweenness(list(graph.edges), 400)
    monkeypatch.setattr(bounds, "BETWEENNESS_SOURCES", 150)
    estimate = betweenness(list(graph.edges), 400)
    assert np.abs(estimate - exact).max() < 0.03
    assert np.argmax(estimate) == np.argmax(exact)
    assert np.isclose(estimate.sum(), exact.sum(), rtol=0.05)


def test_participation_is_nil_inside_and_highest_where_links_are_spread() -> None:
    edges = [[0, 1], [0, 2], [0, 3], [0, 4], [1, 2], [3, 4]]
    spread = participation(edges, 6, [0, 0, 0, 1, 1, -1])
    assert np.allclose(spread[:3], [0.5, 0, 0])
    assert np.isclose(spread[3], 0.5)
    assert spread[5] == 0


def test_neighbours_without_a_community_do_not_count() -> None:
    assert participation([[0, 1], [0, 2]], 3, [0, 1, -1]).tolist() == [0, 0, 0]


def test_a_bridge_between_two_groups_stands_out_in_all_three() -> None:
    edges = [*nx.complete_graph(5).edges, *nx.complete_graph(range(5, 10)).edges, (4, 10), (10, 5)]
    found = find_brokers(edges, 11, [0] * 5 + [1] * 5 + [0])
    assert np.argmax(found.betweenness) == 10
    assert found.participation[10] == found.participation.max() == 0.5
    assert np.flatnonzero(found.is_articulation).tolist() == [4, 5, 10]


def test_what_comes_loose_is_every_part_but_the_largest() -> None:
    star = [[0, 1], [0, 2], [0, 3], [3, 4]]
    assert [part.tolist() for part in cut_off_without(star, 6, 0)] == [[2], [1]]
    assert cut_off_without(star, 6, 1) == []
    assert cut_off_without([[0, 1], [1, 2], [2, 0]], 3, 0) == []
    assert cut_off_without([], 2, 0) == []
