"""A table of all pairs says what the terms of a pair say."""

from __future__ import annotations

import networkx as nx
import numpy as np

from graph.algorithms import bounds
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.fitted import FittedTable
from graph.algorithms.pair_features import PairFeatures, View
from graph.algorithms.pair_space import build_pair_space
from graph.algorithms.responses import BENT
from graph.algorithms.rich_structure import RichStructure

TABLE = build_edge_table(list(nx.barabasi_albert_graph(40, 3, seed=2).edges), 40)


def fitted(views: int = 0) -> FittedTable:
    space = build_pair_space(40, TABLE.keys())
    pairs = space.reference(np.random.default_rng(0))
    features = PairFeatures(RichStructure(TABLE), ())
    scales = features.scales(features.pairs(pairs))
    weights = np.random.default_rng(1).normal(size=3 * len(scales))
    part = PairFeatures(RichStructure(TABLE.without(TABLE.pairs[::7])), ())
    seen = (View(part, part.scales(part.pairs(pairs))),) * views
    return FittedTable(space, features, scales, weights, -2.0, BENT, seen)


def test_terms_add_up_to_the_table() -> None:
    for views in (0, 2):
        model = fitted(views)
        pairs = model.shortlist(50)
        assert np.allclose(model.terms(pairs).sum(axis=1), model.log_odds(pairs), atol=1e-9)


def test_views_move_terms_towards_what_they_show() -> None:
    alone, with_views = fitted(), fitted(3)
    pairs = alone.shortlist(50)
    assert not np.allclose(alone.log_odds(pairs), with_views.log_odds(pairs))
    assert (alone.terms(pairs)[:, 0] == with_views.terms(pairs)[:, 0]).all()


def test_the_shortlist_holds_the_best_and_all_when_all_are_wanted() -> None:
    model = fitted()
    everything = model.shortlist(model.space.count_open())
    odds = np.sort(model.log_odds(everything))[::-1]
    assert len(everything) == model.space.count_open()
    assert np.allclose(np.sort(model.log_odds(model.shortlist(9)))[::-1], odds[:9])
    assert len(model.shortlist(0)) == 0


def test_the_table_is_the_same_in_small_blocks() -> None:
    whole = fitted().table
    size, bounds.BLOCK_SOURCES = bounds.BLOCK_SOURCES, 7
    try:
        assert np.allclose(fitted().table, whole, atol=1e-4)
    finally:
        bounds.BLOCK_SOURCES = size
