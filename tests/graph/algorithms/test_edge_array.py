"""Edges come in any order and leave in one."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms.edge_array import (
    build_adjacency,
    check_length,
    check_pairs,
    decode_pairs,
    encode_pairs,
    is_among,
    undirected_edges,
)
from graph.errors import InputError


def test_edges_are_sorted_once_each_without_loops() -> None:
    edges = undirected_edges([[3, 1], [1, 3], [2, 2], [0, 2], [1, 3]], 4)
    assert edges.tolist() == [[0, 2], [1, 3]]
    assert edges.dtype == np.int64


def test_no_edges_give_an_empty_table() -> None:
    assert undirected_edges([], 0).shape == (0, 2)
    assert undirected_edges(np.empty((0, 2), int), 5).shape == (0, 2)


@pytest.mark.parametrize("pairs", [[[0, 5]], [[-1, 0]], [[0, 1, 2]], [[0.5, 1.0]], [0, 1]])
def test_what_is_no_pair_of_nodes_is_refused_in_one_sentence(pairs: object) -> None:
    with pytest.raises(InputError) as refused:
        check_pairs(pairs, 5)  # type: ignore[arg-type]  # wrong on purpose
    assert refused.value.nl.endswith(".")
    assert refused.value.en.endswith(".")


def test_a_negative_number_of_nodes_is_refused() -> None:
    with pytest.raises(InputError, match="-1"):
        check_pairs([], -1)


def test_a_wrong_length_names_the_argument() -> None:
    check_length(np.zeros(3), 3, "texts")
    with pytest.raises(InputError, match="texts"):
        check_length(np.zeros(2), 3, "texts")


def test_numbers_of_pairs_go_both_ways() -> None:
    pairs = np.array([[4, 1], [0, 3], [2, 4]])
    keys = encode_pairs(pairs, 5)
    assert keys.tolist() == [9, 3, 14]
    assert decode_pairs(keys, 5).tolist() == [[1, 4], [0, 3], [2, 4]]


def test_membership_is_found_among_sorted_numbers() -> None:
    assert is_among(np.array([1, 5, 9]), np.array([5, 7])).tolist() == [False, True, False]
    assert is_among(np.array([1, 5]), np.array([], dtype=np.int64)).tolist() == [False, False]


def test_the_adjacency_is_that_of_networkx() -> None:
    graph = nx.gnm_random_graph(20, 40, seed=3)
    ours = build_adjacency(undirected_edges(list(graph.edges), 20), 20)
    assert np.array_equal(ours.toarray(), nx.to_numpy_array(graph))
    assert ours.has_sorted_indices
