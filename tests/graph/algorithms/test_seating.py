"""Seating: tables of equal size at which those sit together whose meeting is worth most, within limits."""

from __future__ import annotations

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
