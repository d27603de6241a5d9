"""Seating: tables of equal size at which those sit together whose meeting is worth most, within limits."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from graph.algorithms.seating import Limit, seat
from graph.errors import InputError


def test_who_should_meet_sits_together_and_who_should_not_apart() -> None:
    seats = seat(4, 2, [[0, 1], [2, 3], [0, 2]], [1.0, 1.0, -1.0])
    assert seats is not None
    assert seats[0] == seats[1] != seats[2] == seats[3]


def test_tables_differ_by_one_guest_at_most() -> None:
    seats = seat(7, 3, [], [])
    assert seats is not None
    assert sorted(np.bincount(seats, minlength=3).tolist()) == [2, 2, 3]


def test_each_table_has_what_its_limit_says() -> None:
    seats = seat(6, 3, [[0, 1], [1, 2]], [5.0, 5.0], limits=[Limit((0, 1, 2), 1, 1)])
    assert seats is not None
    assert len(set(seats[:3].tolist())) == 3


def test_limits_that_cannot_be_held_give_none() -> None:
    assert seat(4, 2, [], [], limits=[Limit((0,), 1, 1)]) is None


def test_more_tables_than_guests_is_refused_and_no_guests_is_not() -> None:
    assert seat(0, 1, [], []) is not None
    for tables in (0, 3):
        with pytest.raises(InputError):
            seat(2, tables, [], [])


def test_the_seating_is_the_best_where_all_can_be_tried() -> None:
    rng = np.random.default_rng(3)
    for _ in range(5):
        worth = np.triu(rng.normal(size=(6, 6)), 1)
        pairs = np.argwhere(worth != 0)
        seats = seat(6, 2, pairs, worth[worth != 0])
        halves = (np.isin(np.arange(6), three) for three in combinations(range(6), 3))
        best = max(worth[half[:, None] == half[None, :]].sum() for half in halves)
        assert seats is not None
        assert worth[seats[:, None] == seats[None, :]].sum() == pytest.approx(best)


def test_the_same_guests_sit_the_same_again() -> None:
    rng = np.random.default_rng(4)
    pairs, worths = rng.integers(0, 40, (150, 2)), rng.normal(size=150)  # some pair a guest with itself
    first, again = (seat(40, 5, pairs, worths, limits=[Limit(tuple(range(7)), 1, 2)]) for _ in range(2))
    assert first is not None
    assert again is not None
    assert first.tolist() == again.tolist()
    assert set(np.bincount(first[:7], minlength=5).tolist()) == {1, 2}
