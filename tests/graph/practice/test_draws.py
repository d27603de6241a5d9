from __future__ import annotations

import numpy as np
import pytest

from graph.practice.draws import Draws


def test_the_stream_is_the_one_that_numpy_promises_never_to_change() -> None:
    first = Draws(1, "areas").uniform(3)
    assert first.tolist() == Draws(1, "areas").uniform(3).tolist()
    assert first[0] == pytest.approx(0.2734245151, abs=1e-9)


def test_another_purpose_or_seed_is_another_stream() -> None:
    same = Draws(1, "areas").uniform(5).tolist()
    assert Draws(1, "names").uniform(5).tolist() != same
    assert Draws(2, "areas").uniform(5).tolist() != same


def test_numbers_keep_within_their_bounds() -> None:
    draws = Draws(3, "test")
    assert 0 <= draws.uniform(1000).min() <= draws.uniform(1000).max() < 1
    assert set(draws.integers(500, 3).tolist()) == {0, 1, 2}
    assert draws.integers(3, np.array([1, 1, 1])).tolist() == [0, 0, 0]
    assert {draws.below(2) for _ in range(50)} == {0, 1}


def test_weights_are_followed_and_nothing_of_no_weight_is_drawn() -> None:
    drawn = Draws(3, "test").weighted(4000, [3, 0, 1])
    assert np.bincount(drawn, minlength=3)[1] == 0
    assert np.mean(drawn == 0) == pytest.approx(0.75, abs=0.03)


def test_normal_numbers_have_mean_nought_and_deviation_one() -> None:
    drawn = Draws(4, "test").normal(20_000)
    assert float(drawn.mean()) == pytest.approx(0, abs=0.03)
    assert float(drawn.std()) == pytest.approx(1, abs=0.03)


def test_an_order_holds_each_once_and_some_are_different_ones() -> None:
    draws = Draws(5, "test")
    assert sorted(draws.order(20).tolist()) == list(range(20))
    assert len(set(draws.some("abcdef", 4))) == 4
    assert sorted(draws.some("ab", 9)) == ["a", "b"]


def test_chance_is_as_likely_as_it_says() -> None:
    draws = Draws(6, "test")
    assert not any(draws.chance(0.0) for _ in range(50))
    assert sum(draws.chance(0.2) for _ in range(5000)) == pytest.approx(1000, abs=120)
