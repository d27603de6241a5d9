"""All features in one order; what is unknown scores nil."""

from __future__ import annotations

import networkx as nx
import numpy as np
import scipy.sparse as sp

from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.pair_features import PairFeatures, standardise
from graph.algorithms.pair_terms import build_pair_terms
from graph.algorithms.sheet import gather
from graph.algorithms.structure import STRUCTURAL_NAMES, Structure

GRAPH: nx.Graph[int] = nx.gnm_random_graph(12, 20, seed=1)
PAIRS = np.array([(u, v) for u in range(12) for v in range(u)])


def features_of() -> PairFeatures:
    places = np.where(np.arange(12)[:, None] < 2, np.nan, np.random.default_rng(0).random((12, 2)) * 5_000)
    met = sp.csr_array(([1.0, 1.0], ([3, 5], [5, 3])), shape=(12, 12))
    content = build_pair_terms(12, coordinates=places, relations={"met": met})
    return PairFeatures(Structure(build_edge_table(list(GRAPH.edges), 12)), content)


def test_names_columns_and_sheets_have_one_order() -> None:
    features = features_of()
    assert features.names == (*STRUCTURAL_NAMES, "proximity", "met")
    values = features.pairs(PAIRS)
    block = gather(features.sheets(np.arange(12), slice(None)), PAIRS[:, 1] * 12 + PAIRS[:, 0])
    assert values.shape == (66, len(features.names))
    assert np.allclose(values, block, atol=1e-6, equal_nan=True)


def test_scores_have_mean_nil_and_spread_one_over_what_is_known() -> None:
    features = features_of()
    values = features.pairs(PAIRS)
    known = ~np.isnan(values).any(axis=1)
    scores = standardise(values, features.scales(values))[known][:, :-2]
    wide = np.abs(scores).max(axis=0) <= 4
    assert np.allclose(standardise(values, features.scales(values))[:, :-2].mean(axis=0)[wide], 0, atol=1e-6)
    assert wide.sum() > 5


def test_what_is_unknown_or_has_no_relation_scores_nil() -> None:
    features = features_of()
    values = features.pairs(PAIRS)
    scores = standardise(values, features.scales(values))
    assert not np.isnan(scores).any()
    assert (scores[np.isnan(values[:, -2]), -2] == 0).all()
    assert (scores[values[:, -1] == 0, -1] == 0).all()
    assert scores[values[:, -1] == 1, -1].min() > 1
