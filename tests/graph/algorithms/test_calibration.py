"""Probabilities mean what they say."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit, logit

from graph.algorithms.calibration import (
    LEAST_RATE,
    MOST_RATE,
    SLOPE_BOUNDS,
    expected_rate,
    fit_intercept,
    fit_slope,
)


def test_a_fifth_of_all_links_is_expected_to_be_missing() -> None:
    assert np.isclose(expected_rate(80, 1000), 20 / 1000, rtol=0.01)
    assert expected_rate(1000, 10) == MOST_RATE


def test_without_links_the_rate_is_low_but_not_nil() -> None:
    assert expected_rate(0, 10_000) == LEAST_RATE
    assert expected_rate(0, 3) < 0.01
    assert expected_rate(0, 0) == 0.01


def test_the_mean_probability_is_the_expected_rate() -> None:
    sums = np.random.default_rng(0).normal(0, 3, 5_000)
    for rate in (0.001, 0.1, 0.5):
        assert np.isclose(expit(sums + fit_intercept(sums, rate)).mean(), rate, rtol=1e-5)


@pytest.mark.parametrize("sums", [np.empty(0), np.zeros(7), np.full(3, 40.0)])
def test_sums_that_do_not_differ_give_each_pair_the_rate(sums: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
    level = fit_intercept(sums, 0.02)
    assert np.isclose(level + (sums[0] if len(sums) else 0), logit(0.02))


@pytest.mark.parametrize("true_slope", [0.5, 1.0, 1.6])
def test_the_slope_is_found_back_from_many_hidden_links(true_slope: float) -> None:
    rng = np.random.default_rng(1)
    sums = rng.normal(0, 2, 300_000)
    linked = rng.random(len(sums)) < expit(true_slope * sums - 4)
    slope = fit_slope(sums[linked], sums[~linked], float(linked.mean()))
    assert np.isclose(slope, true_slope, atol=0.05)


def test_few_hidden_links_move_the_slope_little_and_never_turn_it_round() -> None:
    unlinked = np.linspace(-2, 2, 500)
    assert 0.4 < fit_slope(np.array([-1.0]), unlinked, 0.01) < 0.7
    assert fit_slope(np.full(5_000, -30.0), unlinked, 0.01) == SLOPE_BOUNDS[0]
    assert fit_slope(np.empty(0), unlinked, 0.01) == 0.5
