"""How unevenly something is shared out: closed forms, symmetry, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.skew import measure_skew
from graph.errors import InputError


@pytest.mark.parametrize("n", [2, 3, 50])
def test_even_is_nothing_and_all_to_one_is_one_whatever_the_number(n: int) -> None:
    assert measure_skew(np.full(n, 7)) == pytest.approx(0, abs=1e-12)
    assert measure_skew([0] * (n - 1) + [9]) == pytest.approx(1)


def test_it_is_half_the_mean_difference_over_the_mean_for_a_sample() -> None:
    amounts = np.random.default_rng(3).integers(0, 30, 40)
    pairs = np.abs(amounts[:, None] - amounts[None, :]).sum() / (40 * 39)
    assert measure_skew(amounts) == pytest.approx(pairs / (2 * amounts.mean()))
    assert measure_skew(amounts[::-1] * 5) == pytest.approx(measure_skew(amounts))


def test_groups_count_for_as_many_as_they_hold() -> None:
    assert measure_skew([2, 6, 4], sizes=[1, 3, 2]) == pytest.approx(0, abs=1e-12)
    assert measure_skew([5, 0, 0], sizes=[1, 3, 2]) == pytest.approx(1)
    assert 0 < measure_skew([0, 5, 0], sizes=[1, 3, 2]) < 1


def test_nothing_to_share_is_even_and_nonsense_is_refused() -> None:
    assert [measure_skew(one) for one in ([], [4], [0, 0])] == [0, 0, 0]
    for amounts, sizes in (([-1, 2], None), ([1, 2], [1]), ([1, 2], [1, 0])):
        with pytest.raises(InputError):
            measure_skew(amounts, sizes)
