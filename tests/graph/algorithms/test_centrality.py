"""Orders of nodes: as networkx has them, in closed form where there is one, and sensible on what is degenerate."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from graph.algorithms.centrality import jaccard_with, page_rank
from graph.errors import InputError


@pytest.mark.parametrize("start", [None, 3])
def test_page_rank_is_that_of_networkx(start: int | None) -> None:
    graph = nx.barabasi_albert_graph(60, 2, seed=4)
    weights = np.random.default_rng(4).uniform(0.1, 3, graph.number_of_edges())
    for (one, other), weight in zip(graph.edges, weights.tolist(), strict=True):
        graph[one][other]["weight"] = weight
    expected = nx.pagerank(graph, 0.85, tol=1e-12, max_iter=1000, personalization=None if start is None else {start: 1})
    found = page_rank(np.array(graph.edges), 60, weights=weights, start=start, damping=0.85)
    assert found.tolist() == pytest.approx([expected[node] for node in range(60)], abs=1e-7)


def test_what_is_symmetric_ranks_alike_and_the_middle_of_a_star_first() -> None:
    cycle = page_rank([(i, (i + 1) % 8) for i in range(8)], 8, damping=0.85)
    star = page_rank([(0, i) for i in range(1, 6)], 7, damping=0.85)
    assert cycle.tolist() == pytest.approx([1 / 8] * 8)
    assert star[0] > star[1] == pytest.approx(star[5])
    assert star[6] == 0, "who has no edge has no place in the order"


def test_who_has_no_edge_is_near_nobody_and_no_walk_leaves_a_component() -> None:
    edges = [(0, 1), (2, 3), (4, 4)]
    assert page_rank(edges, 6, start=5, damping=0.85).tolist() == [0] * 6
    assert page_rank(edges, 6, start=4, damping=0.85).tolist() == [0] * 6
    assert page_rank(edges, 6, start=0, damping=0.85)[2:].tolist() == [0] * 4
    assert page_rank([], 0, damping=0.85).tolist() == []


def test_a_start_or_chance_that_cannot_be_is_refused() -> None:
    with pytest.raises(InputError):
        page_rank([(0, 1)], 2, start=2, damping=0.85)
    with pytest.raises(InputError):
        page_rank([(0, 1)], 2, damping=1.0)


def test_what_is_in_common_is_a_share_of_what_either_has() -> None:
    held = sparse.csr_array(np.array([[1, 1, 0, 0], [0, 2, 5, 0], [1, 1, 0, 0], [0, 0, 0, 0]]))
    assert jaccard_with(held, 0).tolist() == pytest.approx([1, 1 / 3, 1, 0])
    assert jaccard_with(held, 3).tolist() == [0, 0, 0, 0]
