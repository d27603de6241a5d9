"""Which pairs are open, counted and drawn."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.edge_array import encode_pairs, undirected_edges
from graph.algorithms.pair_space import PairSpace, build_pair_space
from graph.errors import InputError

EDGES = [[0, 1], [1, 2], [3, 4]]


def space_of(edges: list[list[int]], n: int, **given: object) -> PairSpace:
    return build_pair_space(n, encode_pairs(undirected_edges(edges, n), n), **given)  # type: ignore[arg-type]


def every(n: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.array(list(itertools.combinations(range(n), 2)))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"candidates": np.array([True, True, False, True, True, False])},
        {"sides": [0, 1, 0, 1, 0, 0]},
        {"candidates": np.array([True] * 5 + [False]), "sides": [0, 1, 0, 1, 0, 0]},
    ],
)
def test_the_count_is_that_of_the_open_pairs(given: dict[str, object]) -> None:
    space = space_of(EDGES, 6, **given)
    opened = every(6)[space.open(every(6))]
    assert space.count_open() == len(opened)
    assert space.reference(np.random.default_rng(0)).tolist() == opened.tolist()


def test_open_pairs_are_neither_linked_nor_a_node_twice() -> None:
    space = space_of(EDGES, 6)
    pairs = np.array([[1, 0], [0, 2], [5, 5]])
    assert space.open(pairs).tolist() == [False, True, False]
    assert space.eligible(pairs).tolist() == [True, True, False]


def test_links_to_learn_from_run_between_candidates_across_the_sides() -> None:
    assert space_of(EDGES, 6, candidates=np.arange(6) > 0).links().tolist() == [[1, 2], [3, 4]]
    assert space_of(EDGES, 6, sides=[0, 1, 1, 0, 1, 0]).links().tolist() == [[0, 1], [3, 4]]


def test_drawn_partners_are_open_and_keep_their_end() -> None:
    space = space_of(EDGES, 6, sides=[0, 0, 0, 0, 0, 1])
    ends = np.repeat([0, 3], 20)
    pairs = space.draw_partners(ends, np.random.default_rng(1))
    assert pairs[:, 0].tolist() == ends.tolist()
    assert set(pairs[:, 1]) == {5}


def test_ends_without_a_partner_are_left_out() -> None:
    full = space_of(every(4).tolist(), 4)
    assert full.draw_partners(np.array([0, 1]), np.random.default_rng(0)).shape == (0, 2)
    assert full.reference(np.random.default_rng(0)).shape == (0, 2)
    assert full.count_open() == 0


def test_a_large_graph_is_stood_for_by_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "REFERENCE_PAIRS", 400)
    monkeypatch.setattr(bounds, "REFERENCE_SOURCES", 20)
    assert len(space_of([], 40).reference(np.random.default_rng(0))) == 780
    space = space_of(EDGES, 200)
    pairs = space.reference(np.random.default_rng(0))
    assert 380 <= len(pairs) <= 400
    assert len(np.unique(pairs[:, 0])) == 20
    assert space.open(pairs).all()


@pytest.mark.parametrize(
    "given", [{"candidates": [1, 0, 1]}, {"candidates": np.ones(2, bool)}, {"sides": [0, 1]}, {"sides": [0, 1, 2]}]
)
def test_what_does_not_describe_the_nodes_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(InputError, match=next(iter(given))):
        space_of([], 3, **given)
