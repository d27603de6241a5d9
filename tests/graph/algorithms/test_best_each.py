"""The best partners of each node of a large graph, held against a look at all pairs."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.best_each import first_of_each
from graph.algorithms.edge_array import IntArray
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.link_prediction import LinkPredictor
from graph.algorithms.near_structure import NearStructure
from graph.algorithms.reach import reached
from graph.errors import InputError


@pytest.fixture(autouse=True)
def large_from_fifty_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_RICH_NODES", 20)
    monkeypatch.setattr(bounds, "MAX_ALL_PAIRS_NODES", 50)
    monkeypatch.setattr(bounds, "MAX_WALK_NODES", 50)


def planted(seed: int = 1) -> IntArray:
    return np.array(nx.planted_partition_graph(5, 24, 0.35, 0.02, seed=seed).edges)


def test_a_large_graph_gives_each_node_the_partners_that_all_pairs_would() -> None:
    edges, n = planted(), 120
    predictor = LinkPredictor().fit(edges, n)
    pairs, chances = predictor.score_each(5)
    everyone = np.array([(0, other) for other in range(1, n) if [0, other] not in edges.tolist()])
    best = np.sort(predictor.score(everyone))[::-1][:5]
    assert np.bincount(pairs[:, 0]).tolist() == [5] * n
    assert np.allclose(chances[pairs[:, 0] == 0], best, atol=1e-6)
    assert np.allclose(predictor.score(pairs), chances, atol=1e-6)


def test_partners_are_open_and_come_best_first() -> None:
    edges = planted(2)
    pairs, chances = LinkPredictor().fit(edges, 120).score_each(10)
    linked = {tuple(sorted(edge)) for edge in edges.tolist()}
    assert not linked & {tuple(sorted(pair)) for pair in pairs.tolist()}
    assert (pairs[:, 0] != pairs[:, 1]).all()
    same = pairs[1:, 0] == pairs[:-1, 0]
    assert (np.diff(pairs[:, 0]) >= 0).all()
    assert (np.diff(chances)[same] <= 0).all()


def test_small_graphs_look_at_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_ALL_PAIRS_NODES", 500)
    monkeypatch.setattr(bounds, "MAX_WALK_NODES", 500)
    predictor = LinkPredictor().fit(planted(), 120)
    pairs, chances = predictor.score_each(3)
    assert "pagerank" in predictor.weights
    assert np.bincount(pairs[:, 0]).tolist() == [3] * 120
    assert chances.max() == predictor.score_all(1)[1][0]


@pytest.mark.parametrize("two_sided", [False, True])
def test_graphs_in_between_find_partners_by_paths_and_score_them_by_walks(
    monkeypatch: pytest.MonkeyPatch, *, two_sided: bool
) -> None:
    monkeypatch.setattr(bounds, "MAX_WALK_NODES", 500)
    graph: nx.Graph[int] = nx.bipartite.random_graph(50, 40, 0.12, seed=1)
    edges, n = (np.array(graph.edges), 90) if two_sided else (planted(), 120)
    predictor = LinkPredictor().fit(edges, n, sides=(np.arange(n) >= 50).astype(int) if two_sided else None)
    pairs, chances = predictor.score_each(4)
    assert "pagerank" in predictor.weights
    assert np.bincount(pairs[:, 0]).tolist() == [4] * n
    assert chances.tobytes() == predictor.score(pairs).tobytes()


def test_two_sides_are_reached_in_three_steps() -> None:
    graph: nx.Graph[int] = nx.bipartite.random_graph(50, 40, 0.12, seed=1)
    sides = (np.arange(90) >= 50).astype(np.int64)
    predictor = LinkPredictor().fit(np.array(graph.edges), 90, sides=sides)
    pairs, chances = predictor.score_each(4)
    assert set(predictor.weights) == {"l3", "degree_product", "degree_difference"}
    assert (sides[pairs[:, 0]] != sides[pairs[:, 1]]).all()
    assert set(pairs[:, 0].tolist()) == set(range(90))
    assert np.allclose(predictor.score(pairs), chances, atol=1e-6)


def test_three_steps_are_asked_where_two_give_too_few_and_texts_where_there_is_no_link() -> None:
    texts = np.random.default_rng(1).normal(size=(60, 8)).astype(np.float32)
    texts[59] = texts[7]
    path = [[node, node + 1] for node in range(58)]
    alone, _ = LinkPredictor().fit(path, 60).score_each(4)
    pairs, chances = LinkPredictor().fit(path, 60, texts=texts).score_each(4)
    assert set(alone[alone[:, 0] == 0, 1]) == {2, 3}
    assert 59 not in alone
    assert pairs[pairs[:, 0] == 59, 1][0] == 7
    assert np.isfinite(chances).all()


def test_only_candidates_are_partners_and_only_asked_nodes_answered() -> None:
    predictor = LinkPredictor().fit(planted(), 120, candidates=np.arange(120) < 80)
    pairs, _ = predictor.score_each(5, nodes=[3, 70, 110])
    assert set(pairs[:, 0].tolist()) == {3, 70}
    assert pairs[:, 1].max() < 80


def test_after_a_change_the_nodes_that_it_reaches_are_enough() -> None:
    edges = np.array(nx.random_geometric_graph(150, 0.1, seed=2).edges)
    before = LinkPredictor().fit(edges, 150)
    added = np.vstack([edges, [[0, 1], [5, 90]]])
    after = before.with_edges(added)
    touched = reached(added, 150, [0, 1, 5, 90])
    old, _ = before.score_each(5)
    new, _ = after.score_each(5)
    changed = {tuple(pair) for pair in old.tolist()} ^ {tuple(pair) for pair in new.tolist()}
    assert changed
    assert {node for node, _ in changed} <= set(touched.tolist())
    assert len(touched) < 150


def test_a_small_graph_moves_to_other_edges_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_RICH_NODES", 500)
    monkeypatch.setattr(bounds, "MAX_ALL_PAIRS_NODES", 500)
    predictor = LinkPredictor().fit(planted(), 120)
    same, other = predictor.with_edges(planted()), predictor.with_edges(planted()[5:])
    open_again = planted()[:5]
    assert "katz" in same.weights
    assert (other.score(open_again) != predictor.score(open_again)).all()
    assert len(other.score_all()[0]) == len(predictor.score_all()[0]) + 5


def test_degenerate_graphs_are_answered() -> None:
    star = [[0, node] for node in range(1, 60)]
    for edges in ([], [[3, 3]], star, [[node, (node + 1) % 60] for node in range(60)]):
        pairs, chances = LinkPredictor().fit(edges, 60).score_each(3)
        assert np.isfinite(chances).all()
        assert len(pairs) in (0, 59 * 3, 180)


def test_memory_is_bounded_by_the_setting_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    graph: nx.Graph[int] = nx.bipartite.random_graph(50, 40, 0.12, seed=1)
    sides = (np.arange(90) >= 50).astype(np.int64)
    predictor = LinkPredictor().fit(np.array(graph.edges), 90, sides=sides)
    whole = predictor.score_each(4)[0]
    monkeypatch.setattr(bounds, "BLOCK_BYTES", 1000)
    assert predictor.score_each(4)[0].tolist() == whole.tolist()


def test_what_cannot_be_answered_is_refused() -> None:
    predictor = LinkPredictor().fit(planted(), 120)
    for asked in ({"limit": -1}, {"nodes": [120]}):
        with pytest.raises(InputError):
            predictor.score_each(**asked)
    assert len(predictor.score_each(0)[0]) == 0
    with pytest.raises(InputError):
        predictor.with_edges(planted(), edge_types=planted().sum(axis=1) % 2)


def test_equal_scores_go_to_the_lower_partner() -> None:
    pairs = np.array([[0, 2], [0, 4], [0, 6], [1, 3]])
    found = first_of_each(pairs, np.array([0.5, 0.5, 0.7, 0.1]), 2)
    assert found.pairs.tolist() == [[0, 6], [0, 2], [1, 3]]
    assert found.scores.tolist() == [0.7, 0.5, 0.1]


def test_features_are_paths_and_degrees() -> None:
    structure = NearStructure(build_edge_table([[0, 1], [1, 2], [2, 3], [0, 4], [4, 2]], 6), two_sided=False)
    found = structure.pairs(np.array([[0, 2], [0, 5]]))
    assert found[0, 0] == pytest.approx(2 / np.sqrt(2))
    assert found[1, 0] == 0
    assert found[0, 1] == pytest.approx(np.log(3) + np.log(4))
    sheets = structure.sheets(np.array([0]), slice(None))
    assert [sheet.values[2, 0] for sheet in sheets] == found[0].tolist()
