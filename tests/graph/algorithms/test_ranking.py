"""Ranking: weights from an order, means of what is known, and places that say how firm they are."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.ranking import order_weights, rank_firmly, weighted_scores
from graph.errors import InputError


def test_an_order_weighs_as_the_centroid_of_what_agrees_with_it() -> None:
    assert order_weights([1, 2, 3]) == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    assert order_weights([2, 1]) == pytest.approx([0.25, 0.75])
    assert len(order_weights([])) == 0


def test_ties_weigh_the_same_and_what_nobody_placed_comes_last() -> None:
    weights = order_weights([1, 1, np.nan, np.nan])
    assert weights.sum() == pytest.approx(1)
    assert weights[0] == weights[1] > weights[2] == weights[3]


def test_what_is_not_known_counts_as_the_mean_of_the_others() -> None:
    scores = weighted_scores([[1.0, np.nan, np.nan], [1.0, 0.0, np.nan], [0.0, 0.6, np.nan], [np.nan] * 3], [0.5] * 3)
    assert scores[:3] == pytest.approx([0.65, 0.5, 0.3])
    assert np.isnan(scores[3])
    assert np.isnan(weighted_scores([[np.nan, 1.0]], [1.0, 0.0])[0])


def test_who_is_better_by_every_criterion_is_firmly_first() -> None:
    places = rank_firmly([[0.9, 0.8], [0.5, 0.7], [0.1, 0.2]], [0.6, 0.4])
    assert (places.rank.tolist(), places.best.tolist(), places.worst.tolist()) == ([1, 2, 3],) * 3
    assert places.turned_by.tolist() == [-1, -1, -1]


def test_a_close_call_has_an_interval_and_the_criterion_that_turns_it() -> None:
    places = rank_firmly([[1.0, 0.0], [0.0, 0.9]], [0.5, 0.5])
    assert places.rank.tolist() == [1, 2]
    assert (places.best.tolist(), places.worst.tolist()) == ([1, 1], [2, 2])
    assert set(places.turned_by.tolist()) <= {0, 1}


def test_equal_scores_share_a_place_and_nothing_known_stands_last() -> None:
    places = rank_firmly([[0.5], [0.5], [np.nan]], [1.0])
    assert places.rank.tolist() == [1, 1, 3]


def test_the_place_lies_in_its_interval_whatever_the_numbers() -> None:
    random = np.random.default_rng(4)
    places = rank_firmly(random.random((20, 5)), random.random(5))
    assert (places.best <= places.rank).all()
    assert (places.rank <= places.worst).all()


def test_no_rows_is_no_error_and_wrong_weights_are() -> None:
    assert len(rank_firmly(np.zeros((0, 2)), [1.0, 1.0]).rank) == 0
    for weights in ([1.0], [1.0, -1.0]):
        with pytest.raises(InputError):
            weighted_scores(np.zeros((1, 2)), weights)
