"""Content and dates as a predictor uses them: plain graphs stay as they are, degenerate content says nothing."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
import scipy.sparse as sp
from scipy.stats import rankdata

from graph.algorithms import bounds
from graph.algorithms.link_prediction import LinkPredictor
from graph.algorithms.pair_features import FAMILIES
from graph.algorithms.recency import RECENCY_NAMES
from graph.algorithms.rich_structure import RICH_NAMES

N = 60
GRAPH: nx.Graph[int] = nx.planted_partition_graph(4, 15, 0.25, 0.02, seed=1)
EDGES = np.array(GRAPH.edges)
PAIRS = np.stack(np.triu_indices(N, 1), axis=1)


@pytest.fixture(autouse=True)
def _no_averaging(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fit on the graph as a whole: eleven views of it would cost as much for each."""
    monkeypatch.setattr(bounds, "MAX_AVERAGED_NODES", 0)


def test_a_plain_graph_has_the_terms_it_had() -> None:
    predictor = LinkPredictor().fit(EDGES, N)
    assert tuple(predictor.weights) == RICH_NAMES


def test_terms_of_content_and_dates_have_families_and_add_up_to_the_score() -> None:
    rng = np.random.default_rng(0)
    features = sp.random_array((N, 30), density=0.1, rng=rng).tocsr()
    texts = rng.normal(size=(N, 6)).astype(np.float32)
    predictor = LinkPredictor().fit(EDGES, N, features=features, texts=texts, times=np.arange(len(EDGES)))
    terms, names = predictor.explain(PAIRS)
    chances = predictor.score(PAIRS)
    assert np.allclose(terms.sum(axis=1), np.log(chances / (1 - chances)), atol=1e-6)
    assert set(names[1:]) <= set(FAMILIES)


@pytest.mark.parametrize("known", [0, 1])
@pytest.mark.parametrize("kind", ["texts", "features"])
def test_content_of_no_node_or_of_one_says_nothing_about_surroundings(kind: str, known: int) -> None:
    table = np.zeros((N, 4), np.float32)
    table[:known] = 1
    given = {kind: sp.csr_array(table) if kind == "features" else table}
    predictor = LinkPredictor().fit(EDGES, N, **given)  # type: ignore[arg-type]  # either kind
    assert not [name for name, weight in predictor.weights.items() if "step" in name and weight]
    assert np.isfinite(predictor.score(PAIRS)).all()


def test_content_that_links_follow_moves_hidden_links_up() -> None:
    rng, found = np.random.default_rng(2), []
    texts = (np.eye(4)[np.arange(N) // 15] + rng.normal(size=(N, 4), scale=0.4)).astype(np.float32)
    order = rng.permutation(len(EDGES))
    hidden, seen = EDGES[order[:40]], EDGES[order[40:]]
    linked = np.isin(PAIRS @ [N, 1], seen @ [N, 1])
    for predictor in (LinkPredictor().fit(seen, N, texts=texts), LinkPredictor().fit(seen, N)):
        ranks = rankdata(predictor.score(PAIRS[~linked]))
        found.append(ranks[np.isin(PAIRS[~linked] @ [N, 1], hidden @ [N, 1])].mean())
    assert found[0] > found[1]


def test_new_edges_keep_known_dates_and_are_of_today() -> None:
    predictor = LinkPredictor().fit(EDGES, N, times=np.arange(len(EDGES)))
    same = predictor.with_edges(EDGES)
    assert same.score(PAIRS).tobytes() == predictor.score(PAIRS).tobytes()
    terms, names = predictor.with_edges(np.vstack([EDGES, [[0, 59]]])).explain([[0, 58]])
    before, _ = predictor.explain([[0, 58]])
    place = names.index(RECENCY_NAMES[0])
    assert np.sign(terms[0, place] - before[0, place]) == np.sign(predictor.weights[RECENCY_NAMES[0]])


def test_two_sides_compare_a_node_with_the_neighbours_of_the_other() -> None:
    graph: nx.Graph[int] = nx.bipartite.random_graph(20, 15, 0.2, seed=1)
    sides = np.arange(35) >= 20
    features = sp.random_array((35, 8), density=0.3, rng=np.random.default_rng(1)).tocsr()
    predictor = LinkPredictor().fit(np.array(graph.edges), 35, features=features, sides=sides)
    pairs, chances = predictor.score_all()
    assert (sides[pairs[:, 0]] != sides[pairs[:, 1]]).all()
    assert predictor.weights["feature_overlap_around"] != 0
    assert np.isfinite(chances).all()
