"""Rich features: closed forms, agreement with networkx and with the thin set, and graphs with nothing in them."""

from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import numpy.typing as npt
import pytest

from graph.algorithms import bounds
from graph.algorithms.edge_array import IntArray
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.rich_structure import RICH_HEAVY_TAILED, RICH_NAMES, RichStructure
from graph.algorithms.sheet import gather
from graph.algorithms.structure import STRUCTURAL_NAMES, Structure

GRAPH: nx.Graph[int] = nx.barabasi_albert_graph(40, 3, seed=4)
TABLE = build_edge_table(list(GRAPH.edges), 42)
PAIRS: IntArray = np.array(list(itertools.combinations(range(42), 2)))
VALUES = RichStructure(TABLE).pairs(PAIRS)


def column(name: str) -> npt.NDArray[np.float32]:
    return VALUES[:, RICH_NAMES.index(name)]


@pytest.mark.parametrize("name", ["common_neighbours", "adamic_adar", "resource_allocation", "jaccard", "l3"])
def test_what_both_sets_have_is_the_same(name: str) -> None:
    thin = Structure(TABLE).pairs(PAIRS)[:, STRUCTURAL_NAMES.index(name)]
    assert np.allclose(column(name), thin, rtol=1e-4, atol=1e-6)


def test_katz_is_that_of_its_series() -> None:
    adjacency = nx.to_numpy_array(GRAPH)
    step = 0.9 / np.linalg.eigvalsh(adjacency).max()
    series = np.sum([np.linalg.matrix_power(step * adjacency, power) for power in range(1, 400)], axis=0)
    inside = (PAIRS < 40).all(axis=1)
    assert np.allclose(column("katz")[inside], series[tuple(PAIRS[inside].T)], rtol=0.02)


def test_features_are_symmetric_finite_and_nil_or_more_where_heavy() -> None:
    turned = RichStructure(TABLE).pairs(PAIRS[:, ::-1])
    assert np.allclose(VALUES, turned, rtol=1e-4, atol=1e-6)
    assert np.isfinite(VALUES).all()
    assert all(column(name).min() >= 0 for name in RICH_HEAVY_TAILED)


def test_blocks_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    structure = RichStructure(TABLE)
    block = gather(structure.sheets(np.arange(42), slice(None)), PAIRS[:, 1] * 42 + PAIRS[:, 0])
    monkeypatch.setattr(bounds, "BLOCK_SOURCES", 5)
    assert np.allclose(structure.pairs(PAIRS), block, rtol=1e-5, atol=1e-6)


def test_a_graph_without_edges_has_no_features() -> None:
    assert not RichStructure(build_edge_table([], 5)).pairs(np.array([[0, 1], [3, 4]])).any()
    assert RichStructure(build_edge_table([], 0)).pairs(np.empty((0, 2), np.int64)).shape == (0, len(RICH_NAMES))


def test_across_two_sides_no_neighbours_are_shared_and_paths_of_three_are() -> None:
    sides = np.arange(20) // 10
    edges = [(u, 10 + v) for u in range(10) for v in range(10) if (u * v) % 3 == 1]
    pairs = np.array([(u, 10 + v) for u in range(10) for v in range(10)])
    values = dict(zip(RICH_NAMES, RichStructure(build_edge_table(edges, 20), sides).pairs(pairs).T, strict=True))
    assert not values["common_neighbours"].any()
    assert not values["cosine"].any()
    assert values["l3"].max() > 0
    assert values["filtering"].max() > 0
