"""What two sides say apart: likeness on either side, degrees, and nothing where there is nothing."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.algorithms import bounds
from graph.algorithms.across_sides import ACROSS_NAMES, across_tables
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.link_prediction import LinkPredictor
from graph.algorithms.pair_features import FAMILIES
from graph.algorithms.rich_structure import RICH_NAMES

EDGES = [[0, 3], [0, 4], [1, 3], [1, 4], [2, 4]]
SIDES = np.array([0, 0, 0, 1, 1])


def test_likeness_is_counted_on_either_side() -> None:
    found = dict(zip(ACROSS_NAMES, across_tables(build_edge_table(EDGES, 5), SIDES), strict=True))
    # Node 2 shares its one partner with 0 and 1, which have two each; node 3 shares two of its partners with node 4.
    assert np.isclose(found["filtering_0"][2, 3], 2 / np.sqrt(2))
    assert np.isclose(found["likest_0"][2, 3], 1 / np.sqrt(2))
    assert np.isclose(found["filtering_1"][2, 3], 2 / np.sqrt(6))
    assert np.isclose(found["degree_0"][2, 3], np.log(2))
    assert np.isclose(found["degree_1"][2, 3], np.log(3))


def test_the_other_names_of_the_sides_swap_the_tables() -> None:
    table = build_edge_table(EDGES, 5)
    found, turned = across_tables(table, SIDES), across_tables(table, 1 - SIDES)
    for place in range(0, len(found), 2):
        assert np.array_equal(found[place], turned[place + 1])
        assert np.array_equal(found[place], found[place].T)


@pytest.mark.parametrize("sides", [np.zeros(5, int), np.array([0, 1, 0, 1, 0])])
def test_a_side_without_nodes_or_links_says_nothing(sides: np.ndarray) -> None:
    for edges in ([], [[0, 2]]):
        for table in across_tables(build_edge_table(edges, 5), sides):
            assert table.shape == (5, 5)
            assert not table.any()


def test_a_two_sided_graph_has_these_terms_and_they_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_AVERAGED_NODES", 0)
    graph: nx.Graph[int] = nx.bipartite.random_graph(14, 10, 0.3, seed=1)
    sides = np.arange(24) >= 14
    pairs = [[one, other] for one in range(14) for other in range(14, 24)]
    one, again = (LinkPredictor().fit(np.array(graph.edges), 24, sides=sides) for _ in range(2))
    terms, names = one.explain(pairs)
    chances = one.score(pairs)
    assert names[1:] == (*RICH_NAMES, *ACROSS_NAMES)
    assert set(names[1:]) <= set(FAMILIES)
    assert np.allclose(terms.sum(axis=1), np.log(chances / (1 - chances)), atol=1e-6)
    assert chances.tobytes() == again.score(pairs).tobytes()
