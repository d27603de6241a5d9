"""Scores are spreads from the middle, soft far out, and nil where nothing varies."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.scales import SOFT_BEYOND, Scale, fit_scale, widen_scales


def test_known_values_get_mean_nil_and_spread_one() -> None:
    values = np.array([1.0, 2.0, 3.0, np.nan, 6.0])
    scores = fit_scale(values).apply(values)
    assert np.isclose(np.nanmean(scores), 0)
    assert np.isclose(np.nanstd(scores), 1)
    assert np.isnan(scores[3])


def test_the_unit_of_a_heavy_tailed_feature_does_not_matter() -> None:
    values = np.random.default_rng(0).pareto(2, 500)
    one, other = fit_scale(values, heavy=True), fit_scale(1000 * values, heavy=True)
    assert np.allclose(one.apply(values), other.apply(1000 * values))
    assert (np.diff(one.apply(np.sort(values))) > 0).all()


def test_far_values_count_by_their_logarithm_without_a_jump() -> None:
    scale = fit_scale(np.array([-1.0, 1.0]))
    just_before, just_after = scale.apply(np.array([SOFT_BEYOND - 1e-9, SOFT_BEYOND + 1e-9]))
    assert np.isclose(just_before, just_after)
    assert np.allclose(
        scale.apply(np.array([1e6, -1e6])), [SOFT_BEYOND + np.log(1e6 - 3), -SOFT_BEYOND - np.log(1e6 - 3)]
    )


def test_where_zero_says_nothing_it_scores_nil() -> None:
    scale = fit_scale(np.array([0.0, 0.0, 0.0, 2.0]), centred=False)
    assert scale.apply(np.zeros(2)).tolist() == [0, 0]
    assert scale.apply(np.array([2.0]))[0] > 0


@pytest.mark.parametrize("values", [[], [np.nan, np.nan], [3.0, 3.0, 3.0], [0.0, 0.0], [1.0, 1 + 1e-7]])
def test_what_never_varies_scores_nil(values: list[float]) -> None:
    for heavy in (False, True):
        scale = fit_scale(np.array(values), heavy=heavy)
        assert scale.spread == 0
        assert scale.apply(np.array([1.0, 1e9])).tolist() == [0, 0]


def test_single_precision_stays_single() -> None:
    scale = fit_scale(np.array([0.0, 1.0, 5.0]), heavy=True)
    assert scale.apply(np.ones(3, np.float32)).dtype == np.float32


def test_a_spread_is_no_less_than_what_weights_were_learned_on() -> None:
    narrow, wide, still = Scale(None, 1.0, 0.1), Scale(None, 1.0, 3.0), Scale(None, 1.0, 0.0)
    learned = [(Scale(None, 0.0, 1.0),) * 3, (Scale(None, 0.0, 2.0),) * 3]
    assert [scale.spread for scale in widen_scales((narrow, wide, still), learned)] == [1.5, 3.0, 0.0]
    assert widen_scales((narrow, wide), []) == (narrow, wide)
