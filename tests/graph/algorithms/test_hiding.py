"""Hidden links are gone from what is seen, and each is hidden once."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.edge_array import encode_pairs
from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.hiding import Hiding, iter_hidings
from graph.algorithms.pair_space import PairSpace, build_pair_space
from graph.algorithms.structure import Structure

GRAPH: nx.Graph[int] = nx.gnm_random_graph(40, 95, seed=2)


def hidings_of(table: EdgeTable, seed: int = 0, **given: object) -> tuple[list[Hiding], PairSpace]:
    space = build_pair_space(table.n, table.keys(), **given)  # type: ignore[arg-type]
    return list(iter_hidings(table, space, np.random.default_rng(seed))), space


def test_each_link_is_hidden_once_a_tenth_at_a_time() -> None:
    table = build_edge_table(list(GRAPH.edges), 40)
    hidings, _ = hidings_of(table)
    hidden = np.concatenate([encode_pairs(hiding.hidden, 40) for hiding in hidings])
    assert len(hidings) == 10
    assert np.sort(hidden).tolist() == table.keys().tolist()
    assert {len(hiding.hidden) for hiding in hidings} == {9, 10}


def test_what_is_hidden_is_not_seen() -> None:
    table = build_edge_table(list(GRAPH.edges), 40)
    for hiding in hidings_of(table)[0]:
        assert not np.isin(encode_pairs(hiding.hidden, 40), hiding.kept.keys()).any()
        assert len(hiding.kept.pairs) + len(hiding.hidden) == 95
    whole = Structure(table).pairs(hiding.hidden)
    seen = Structure(hiding.kept).pairs(hiding.hidden)
    distance = Structure(table).names.index("inverse_distance")
    assert (whole[:, distance] == 1).all()
    assert (seen[:, distance] < 1).all()


def test_unlinked_pairs_are_open_and_share_an_end_with_a_hidden_link() -> None:
    hidings, space = hidings_of(build_edge_table(list(GRAPH.edges), 40))
    for hiding in hidings:
        assert space.open(hiding.unlinked).all()
        assert np.isin(hiding.unlinked[:, 0], hiding.hidden[:, 0]).all()
        assert 9 * len(hiding.hidden) < len(hiding.unlinked) <= 10 * len(hiding.hidden)


def test_only_links_between_candidates_are_hidden() -> None:
    table = build_edge_table([[0, 1], [1, 2], [2, 3], [3, 4]], 5)
    hidings, _ = hidings_of(table, candidates=np.array([True, True, True, False, False]))
    assert sorted(encode_pairs(hiding.hidden, 5).tolist() for hiding in hidings) == [[1], [7]]
    assert all(len(hiding.kept.pairs) == 3 for hiding in hidings)


def test_dated_links_are_foreseen_from_older_ones_only() -> None:
    table = build_edge_table(list(GRAPH.edges), 40, times=np.arange(95))
    hidings, _ = hidings_of(table)
    assert len(hidings) == 5
    for hiding in hidings:
        assert hiding.kept.times is not None
        hidden_at = table.without(hiding.kept.pairs).times
        assert hidden_at is not None
        assert hiding.kept.times.max() < hidden_at.min()


def test_the_older_half_of_dated_links_remains() -> None:
    table = build_edge_table([[0, 1], [1, 2], [2, 3]], 4, times=[1, 2, 3])
    hidings, _ = hidings_of(table)
    assert [len(hiding.kept.pairs) for hiding in hidings] == [2, 1]


def test_undated_links_count_as_old() -> None:
    times = np.where(np.arange(95) < 50, np.nan, np.arange(95))
    hidings, _ = hidings_of(build_edge_table(list(GRAPH.edges), 40, times=times))
    kept = hidings[0].kept.times
    assert kept is not None
    assert np.isnan(kept).sum() == 50


def test_many_links_need_fewer_hidings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "TRAINING_LINKS", 12)
    hidings, _ = hidings_of(build_edge_table(list(GRAPH.edges), 40))
    assert len(hidings) == 2
    assert [len(hiding.hidden) for hiding in hidings] == [6, 6]


@pytest.mark.parametrize(("edges", "count"), [([], 0), ([[0, 1]], 1), ([[0, 1], [1, 2]], 2)])
def test_few_links_are_hidden_one_by_one(edges: list[list[int]], count: int) -> None:
    hidings, _ = hidings_of(build_edge_table(edges, 6))
    assert len(hidings) == count
    assert all(len(hiding.hidden) == 1 for hiding in hidings)


def test_contacts_after_the_hidden_links_began_are_not_seen() -> None:
    edges = [[node, node + 1] for node in range(10)]
    table = build_edge_table([*edges, [0, 1]], 11, times=[*range(10), 100])
    hidings, _ = hidings_of(table)
    began = [int(hiding.hidden.min()) for hiding in hidings]
    assert began == [9, 8, 7, 6, 5]
    assert all(hiding.kept.statements()[1].max() < link for hiding, link in zip(hidings, began, strict=True))


def test_between_two_sides_more_is_learned_from_until_it_costs_much() -> None:
    counts = []
    for side in (300, 700):
        graph: nx.Graph[int] = nx.bipartite.random_graph(side, side, 2_000 / side**2, seed=1)
        table = build_edge_table(list(graph.edges), 2 * side)
        hidings, _ = hidings_of(table, sides=np.arange(2 * side) // side)
        counts.append((len(hidings), sum(len(hiding.hidden) for hiding in hidings)))
    assert counts[0][0] == 10
    assert counts[1][0] < counts[0][0]
    assert min(count for _, count in counts) > bounds.TRAINING_LINKS - 10
