"""The prior speaks where rows are few, the rows where they are many."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit, logit

from graph.algorithms.logistic import fit_logistic

PRIOR = (np.array([0.5, -1.0]), np.array([10.0, 10.0]))


def test_without_rows_the_prior_stands() -> None:
    weights, intercept = fit_logistic(np.empty((0, 2)), np.empty(0), np.empty(0), PRIOR)
    assert weights.tolist() == [0.5, -1.0]
    assert intercept == 0


def test_many_rows_find_the_weights_that_made_them() -> None:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(60_000, 2))
    labels = (rng.random(60_000) < expit(rows @ [1.0, 2.0] - 1)).astype(float)
    weights, intercept = fit_logistic(rows, labels, np.ones(60_000), PRIOR)
    assert np.allclose(weights, [1, 2], atol=0.05)
    assert np.isclose(intercept, -1, atol=0.05)


def test_a_firm_prior_does_not_give_way_and_a_loose_one_does() -> None:
    rows, labels = np.array([[1.0], [-1.0]] * 20), np.array([1.0, 0.0] * 20)
    firm, _ = fit_logistic(rows, labels, np.ones(40), (np.zeros(1), np.full(1, 1e6)))
    loose, _ = fit_logistic(rows, labels, np.ones(40), (np.zeros(1), np.full(1, 1e-2)))
    assert abs(firm[0]) < 1e-3
    assert loose[0] > 3


def test_a_row_that_weighs_two_is_two_rows() -> None:
    rng = np.random.default_rng(2)
    rows, labels = rng.normal(size=(9, 2)), np.array([1.0, 0, 1, 0, 0, 1, 1, 0, 0])
    twice = np.where(np.arange(9) < 4, 2.0, 1.0)
    one = fit_logistic(rows, labels, twice, PRIOR)
    other = fit_logistic(np.vstack([rows, rows[:4]]), np.append(labels, labels[:4]), np.ones(13), PRIOR)
    assert np.allclose(one[0], other[0], atol=1e-6)


@pytest.mark.parametrize("label", [0.0, 1.0])
def test_rows_of_one_label_do_not_explode(label: float) -> None:
    weights, intercept = fit_logistic(np.ones((50, 2)), np.full(50, label), np.ones(50), PRIOR)
    assert np.isfinite(weights).all()
    assert abs(intercept) < 50


def test_the_intercept_meets_the_share_of_ones() -> None:
    labels = (np.arange(100) < 10).astype(float)
    _, intercept = fit_logistic(np.zeros((100, 2)), labels, np.ones(100), PRIOR)
    assert np.isclose(intercept, logit(0.1), atol=1e-3)
