"""Structural features: closed forms, agreement with networkx, and blocks that do not matter."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable

import networkx as nx
import numpy as np
import numpy.typing as npt
import pytest

from graph.algorithms import bounds
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.structure import RESTART, STRUCTURAL_NAMES, Structure

Column = npt.NDArray[np.float32]


def structure_of(graph: nx.Graph[int]) -> Structure:
    return Structure(build_edge_table(list(graph.edges), graph.number_of_nodes()))


def column(structure: Structure, name: str, pairs: Iterable[tuple[int, int]]) -> Column:
    found: Column = structure.pairs(np.array(list(pairs)))[:, structure.names.index(name)]
    return found


@pytest.fixture(name="random_graph")
def random_graph_fixture() -> nx.Graph[int]:
    graph: nx.Graph[int] = nx.barabasi_albert_graph(60, 3, seed=4)
    graph.add_nodes_from(range(60, 64))
    return graph


@pytest.mark.parametrize(
    ("name", "peer"),
    [
        ("adamic_adar", nx.adamic_adar_index),
        ("resource_allocation", nx.resource_allocation_index),
        ("jaccard", nx.jaccard_coefficient),
    ],
)
def test_neighbour_scores_are_those_of_networkx(
    random_graph: nx.Graph[int], name: str, peer: Callable[..., Iterable[tuple[int, int, float]]]
) -> None:
    theirs = list(peer(random_graph))
    ours = column(structure_of(random_graph), name, [(u, v) for u, v, _ in theirs])
    assert len(theirs) > 1_500
    assert np.allclose(ours, [value for _, _, value in theirs], atol=1e-6)


def test_pagerank_is_that_of_networkx_both_ways_added(random_graph: nx.Graph[int]) -> None:
    ranks = [nx.pagerank(random_graph, alpha=RESTART, personalization={u: 1}, tol=1e-12) for u in (0, 7, 61)]
    theirs = [ranks[0][7] + ranks[1][0], ranks[0][61] + ranks[2][0], ranks[1][61] + ranks[2][7]]
    ours = column(structure_of(random_graph), "pagerank", [(0, 7), (0, 61), (7, 61)])
    assert np.allclose(ours, theirs, atol=2e-3)
    assert ours[1] == ours[2] == 0


def test_l3_is_its_definition(random_graph: nx.Graph[int]) -> None:
    adjacency = nx.to_numpy_array(random_graph)
    root = np.sqrt(np.maximum(adjacency.sum(axis=1), 1))
    theirs = adjacency @ (adjacency / np.outer(root, root)) @ adjacency
    pairs = list(itertools.combinations(range(64), 2))
    ours = column(structure_of(random_graph), "l3", pairs)
    assert np.allclose(ours, [theirs[u, v] for u, v in pairs], rtol=1e-4, atol=1e-6)


def test_inverse_distance_on_a_path_ends_after_four_steps() -> None:
    ours = column(structure_of(nx.path_graph(8)), "inverse_distance", [(0, end) for end in range(1, 8)])
    assert np.allclose(ours, [1, 1 / 2, 1 / 3, 1 / 4, 0, 0, 0])


def test_inverse_distance_is_that_of_networkx(random_graph: nx.Graph[int]) -> None:
    pairs = list(itertools.combinations(range(64), 2))
    steps = dict(nx.all_pairs_shortest_path_length(random_graph, cutoff=4))
    theirs = [1 / steps[u][v] if v in steps[u] else 0.0 for u, v in pairs]
    assert np.allclose(column(structure_of(random_graph), "inverse_distance", pairs), theirs)


def test_closed_forms_on_star_and_complete_graph() -> None:
    star, complete = structure_of(nx.star_graph(5)), structure_of(nx.complete_graph(5))
    assert np.isclose(column(star, "resource_allocation", [(1, 2)])[0], 1 / 5)
    assert np.isclose(column(star, "adamic_adar", [(3, 4)])[0], 1 / np.log(5))
    assert column(complete, "common_neighbours", [(0, 1)])[0] == 3
    assert np.isclose(column(complete, "degree_product", [(0, 1)])[0], 2 * np.log(5))
    assert np.isclose(column(star, "degree_difference", [(0, 1)])[0], np.log(6) - np.log(2))


def test_all_pairs_at_one_distance_of_a_cycle_are_alike() -> None:
    structure = structure_of(nx.cycle_graph(9))
    values = structure.pairs(np.array([(i, (i + 3) % 9) for i in range(9)]))
    assert np.allclose(values, values[0], rtol=1e-6)


def test_features_are_symmetric(random_graph: nx.Graph[int]) -> None:
    structure, pairs = structure_of(random_graph), np.array(list(itertools.combinations(range(64), 2)))
    assert np.allclose(structure.pairs(pairs), structure.pairs(pairs[:, ::-1]), rtol=1e-5, atol=1e-7)


def test_a_value_does_not_depend_on_its_block(random_graph: nx.Graph[int], monkeypatch: pytest.MonkeyPatch) -> None:
    structure, pairs = structure_of(random_graph), np.array(list(itertools.combinations(range(64), 2)))
    whole = structure.pairs(pairs)
    monkeypatch.setattr(bounds, "BLOCK_SOURCES", 3)
    monkeypatch.setattr(bounds, "WORKERS", 2)
    assert structure.pairs(pairs).tobytes() == whole.tobytes()
    assert structure.pairs(pairs[700:701]).tobytes() == whole[700:701].tobytes()


def test_rows_may_be_chosen(random_graph: nx.Graph[int]) -> None:
    structure, sources, targets = structure_of(random_graph), np.array([2, 40]), np.array([1, 30, 63])
    some, every = structure.sheets(sources, targets), structure.sheets(sources, slice(None))
    for chosen, whole in zip(some, every, strict=True):
        if chosen.at is None:
            assert np.array_equal(chosen.values, whole.values[targets])


def test_mixtures_of_kinds_join_where_there_are_several() -> None:
    edges = [[0, 1], [1, 2], [2, 3], [3, 0]]
    structure = Structure(build_edge_table(edges, 5, types=[1, 1, 2, 2]))
    assert structure.names == (*STRUCTURAL_NAMES, "kind_similarity")
    alike = column(structure, "kind_similarity", [(0, 2), (1, 3), (0, 4)])
    assert np.allclose(alike[:2], [1, 0], atol=1e-6)
    assert np.isnan(alike[2])
    assert Structure(build_edge_table(edges, 5, types=[1, 1, 1, 1])).names == STRUCTURAL_NAMES


@pytest.mark.parametrize("n", [0, 1, 5])
def test_a_graph_without_edges_has_no_features(n: int) -> None:
    structure = Structure(build_edge_table([], n))
    assert structure.pairs(np.empty((0, 2), np.int64)).shape == (0, len(STRUCTURAL_NAMES))
    if n > 1:
        assert not structure.pairs(np.array([[0, 1], [3, 4]])).any()
