"""The best pairs are found block by block as they would be all at once."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
import scipy.sparse as sp

from graph.algorithms import bounds
from graph.algorithms.best_pairs import SLACK, BlockScorer, best_open_pairs
from graph.algorithms.edge_array import IntArray
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.pair_features import PairFeatures, standardise
from graph.algorithms.pair_space import PairSpace, build_pair_space
from graph.algorithms.pair_terms import build_pair_terms
from graph.algorithms.structure import Structure

N = 70
TABLE = build_edge_table(list(nx.barabasi_albert_graph(N, 3, seed=2).edges), N)


def scorer_of() -> tuple[BlockScorer, PairFeatures]:
    rng = np.random.default_rng(3)
    met = sp.random_array((N, N), density=0.05, rng=rng).tocsr()
    texts = rng.normal(size=(N, 8)) * (rng.random((N, 1)) < 0.7)
    features = PairFeatures(Structure(TABLE), build_pair_terms(N, texts=texts, relations={"met": met + met.T}))
    scales = features.scales(features.pairs(pairs_of(build_pair_space(N, TABLE.keys()))))
    return BlockScorer(features, scales, np.linspace(-0.5, 1, len(scales))), features


def pairs_of(space: PairSpace) -> IntArray:
    pairs = np.stack(np.triu_indices(N, 1), axis=1)
    return pairs[space.open(pairs)]


@pytest.mark.parametrize("given", [{}, {"candidates": np.arange(N) % 3 > 0}, {"sides": np.arange(N) % 2}])
@pytest.mark.parametrize("size", [5, 256])
def test_the_best_are_those_of_scoring_each_pair(
    given: dict[str, object], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "BLOCK_SOURCES", size)
    space = build_pair_space(N, TABLE.keys(), **given)  # type: ignore[arg-type]
    scorer, features = scorer_of()
    pairs = pairs_of(space)
    scales, weights = scorer._scales, scorer._weights
    sums = standardise(features.pairs(pairs), tuple(scales)) @ weights.astype(float)
    found = best_open_pairs(space, scorer, len(weights), 20)
    best = pairs[np.argsort(-sums)[:20]]
    assert found[:20].tolist() == best.tolist()
    assert len(found) >= 20


def test_all_pairs_come_when_all_are_wanted() -> None:
    space = build_pair_space(N, TABLE.keys())
    scorer, features = scorer_of()
    found = best_open_pairs(space, scorer, len(features.names), space.count_open())
    assert sorted(found.tolist()) == pairs_of(space).tolist()


def test_no_candidates_give_no_pairs() -> None:
    space = build_pair_space(N, TABLE.keys(), candidates=np.zeros(N, bool))
    assert best_open_pairs(space, scorer_of()[0], 11, 5).shape == (0, 2)


def test_of_pairs_that_are_alike_the_first_are_taken_and_no_more_are_kept() -> None:
    alike = PairFeatures(Structure(build_edge_table([], N)), ())
    scorer = BlockScorer(alike, alike.scales(np.zeros((5, len(alike.names)), np.float32)), np.ones(len(alike.names)))
    space = build_pair_space(N, np.empty(0, np.int64))
    found = best_open_pairs(space, scorer, len(alike.names), 3)
    assert found[:3].tolist() == [[0, 1], [0, 2], [0, 3]]
    assert len(found) == 3 + SLACK
