"""What is known beside the edges: cosine, nearness, relations, and what nothing is known of."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from graph.algorithms.pair_terms import PROXIMITY_SCALE, build_pair_terms
from graph.algorithms.sheet import gather
from graph.errors import InputError

PAIRS = np.array([[0, 1], [0, 2], [1, 3], [2, 3]])


def test_texts_are_compared_by_cosine_and_a_missing_one_is_unknown() -> None:
    texts = np.array([[2, 0], [1, 1], [0, 3], [0, 0]], np.float32)
    (term,) = build_pair_terms(4, texts=texts)
    assert term.name == "text_similarity"
    assert np.allclose(term.pairs(PAIRS), [np.sqrt(0.5), 0, np.nan, np.nan], equal_nan=True)


def test_a_rare_feature_weighs_more_than_a_common_one() -> None:
    rare, common = 0, 1
    features = np.zeros((6, 4))
    features[[0, 1], rare] = features[[0, 2, 3, 4, 5], common] = 1
    features[1, 2] = features[2, 3] = 1
    (term,) = build_pair_terms(6, features=sp.csr_array(features))
    shared_rare, shared_common = term.pairs(np.array([[0, 1], [0, 2]]))
    assert 0 < shared_common < shared_rare < 1


def test_nearness_halves_with_distance_and_needs_both_places() -> None:
    places = np.array([[0, 0], [3, 4], [PROXIMITY_SCALE * np.log(2), 0], [np.nan, np.nan]])
    (term,) = build_pair_terms(4, coordinates=places)
    near, half, *unknown = term.pairs(PAIRS)
    assert np.isclose(near, np.exp(-5 / PROXIMITY_SCALE))
    assert np.isclose(half, 0.5)
    assert np.isnan(unknown).all()


def test_relations_come_by_name_and_say_nothing_where_they_are_zero() -> None:
    one = sp.coo_array(([2.0, 2.0], ([0, 1], [1, 0])), shape=(4, 4))
    terms = build_pair_terms(4, relations={"zeta": one, "alpha": sp.csr_array((4, 4))})
    assert [term.name for term in terms] == ["alpha", "zeta"]
    assert terms[1].pairs(PAIRS).tolist() == [2, 0, 0, 0]
    assert terms[0].pairs(PAIRS[:0]).shape == (0,)


def test_blocks_and_pairs_say_the_same() -> None:
    rng = np.random.default_rng(5)
    near = sp.random_array((9, 9), density=0.3, rng=rng).tocsr()
    terms = build_pair_terms(
        9,
        texts=rng.normal(size=(9, 5)),
        features=sp.random_array((9, 6), density=0.4, rng=rng),
        coordinates=np.where(np.arange(9)[:, None] == 3, np.nan, rng.random((9, 2)) * 3_000),
        relations={"near": near + near.T},
    )
    sources, targets = np.array([1, 4, 3]), np.arange(9)
    pairs = np.array([(source, target) for target in targets for source in sources])
    for term in terms:
        block = gather([term.sheet(sources, targets)], np.arange(27))[:, 0]
        assert np.allclose(block, term.pairs(pairs), atol=1e-6, equal_nan=True)


@pytest.mark.parametrize(
    "given",
    [
        {"texts": np.zeros((2, 5))},
        {"texts": np.full((3, 5), np.nan)},
        {"texts": np.full((3, 5), "a")},
        {"features": sp.csr_array((4, 2))},
        {"features": np.array([[np.inf], [0], [0]])},
        {"coordinates": np.zeros((3, 3))},
        {"coordinates": np.full((3, 2), np.inf)},
        {"relations": {"near": sp.csr_array((2, 2))}},
        {"relations": {"near": sp.csr_array(np.triu(np.ones((3, 3))))}},
    ],
)
def test_what_does_not_describe_the_nodes_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(InputError) as refused:
        build_pair_terms(3, **given)  # type: ignore[arg-type]  # wrong on purpose
    assert next(iter(given)).rstrip("s") in refused.value.en
