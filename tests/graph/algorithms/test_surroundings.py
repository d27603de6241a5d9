"""Content averaged over links: cosines of averaged vectors, and what is not known."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.pair_terms import Cosine, build_pair_terms
from graph.algorithms.surroundings import ContentGram, build_content_gram, surrounding_tables


def gram_of(texts: object = None, features: object = None, n: int = 5) -> ContentGram:
    (term,) = build_pair_terms(n, texts=texts, features=features)  # type: ignore[arg-type]  # either kind
    assert isinstance(term, Cosine)
    return build_content_gram(term)


PATH = build_edge_table([[0, 1], [1, 2], [2, 3]], 5)


def test_products_are_those_of_rows_less_the_mean_of_known_rows() -> None:
    texts = np.random.default_rng(0).normal(size=(5, 3)).astype(np.float32)
    texts[4] = 0
    unit = texts[:4] / np.linalg.norm(texts[:4], axis=1, keepdims=True)
    centred = unit - unit.mean(axis=0)
    products = gram_of(texts).products
    assert np.allclose(products[:4, :4], centred @ centred.T, atol=1e-6)
    assert not products[4].any()


def test_a_step_averages_a_node_with_its_neighbours() -> None:
    texts = np.random.default_rng(1).normal(size=(5, 3)).astype(np.float32)
    unit = texts / np.linalg.norm(texts, axis=1, keepdims=True)
    centred = unit - unit.mean(axis=0)
    means = np.stack([centred[[0, 1]].mean(axis=0), centred[[0, 1, 2]].mean(axis=0)])
    cosine = means[0] @ means[1] / np.linalg.norm(means[0]) / np.linalg.norm(means[1])
    _, one_step, *_ = surrounding_tables(gram_of(texts), PATH)
    assert np.isclose(one_step[0, 1], cosine, atol=1e-5)
    assert np.allclose(one_step, one_step.T, atol=1e-5)


def test_own_content_is_compared_with_that_of_the_others_neighbours_either_way() -> None:
    texts = np.array([[1, 0], [0, 0], [0, 1], [0, 0], [1, 0]], np.float32)
    around, *_ = surrounding_tables(gram_of(texts), build_edge_table([[0, 1], [2, 3]], 5))
    assert np.allclose(around[4, [1, 3]], [1, -1], atol=1e-5)
    assert around[1, 4] == around[4, 1]
    assert np.isnan(around[1, 3])


def test_no_content_leaves_everything_unknown_and_dense_features_give_what_sparse_ones_do() -> None:
    nothing = surrounding_tables(gram_of(features=sp.csr_array((5, 4))), PATH)
    assert all(np.isnan(table).all() for table in nothing)
    rare = sp.csr_array(([1.0, 1.0, 1.0], ([0, 2, 3], [7, 7, 90])), shape=(5, 100))
    wide, narrow = gram_of(features=rare), gram_of(features=rare[:, [7, 90]])
    assert np.allclose(wide.products, narrow.products, atol=1e-6)
