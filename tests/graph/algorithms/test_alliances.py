"""Alliances: groups that meet each other's needs, and the weakest of what binds them."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.alliances import Assets, Group, choose_groups, grow_groups, weakest_bond
from graph.errors import InputError


def _assets(needs: list[list[int]], offers: list[list[int]]) -> Assets:
    return Assets(np.array(needs, float), np.array(offers, float), np.zeros((len(needs), 0)))


def _all(n: int) -> np.ndarray:
    return np.ones((n, n), dtype=bool)


def test_who_meets_each_others_needs_is_one_group() -> None:
    assets = _assets([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]], [[0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 0, 0]])
    groups = grow_groups(assets, np.zeros((4, 4)), _all(4))
    assert [group.rows.tolist() for group in groups] == [[0, 1, 2]]


def test_who_may_not_go_together_is_in_no_group_together() -> None:
    assets = _assets([[1, 1], [0, 0], [0, 0]], [[0, 0], [1, 0], [0, 1]])
    may = _all(3)
    assert len(grow_groups(assets, np.zeros((3, 3)), may)) == 1
    may[1, 2] = may[2, 1] = False
    assert grow_groups(assets, np.zeros((3, 3)), may) == []


def test_one_that_has_everything_is_worth_no_more_than_two_needs() -> None:
    giant = _assets([[1, 1, 1, 1, 1], [0] * 5], [[0] * 5, [1] * 5])
    two = _assets([[1, 1, 0, 0, 0], [0] * 5], [[0] * 5, [1, 1, 0, 0, 0]])
    worth = [grow_groups(assets, np.zeros((2, 2)), _all(2), least=2)[0].worth for assets in (giant, two)]
    assert worth[0] == worth[1]


def test_bonds_alone_make_a_small_group_and_no_larger_one() -> None:
    groups = grow_groups(_assets([[0]] * 6, [[0]] * 6), np.full((6, 6), 0.5), _all(6))
    assert {len(group.rows) for group in groups} == {3}


def test_chosen_groups_do_not_tell_the_same_twice() -> None:
    groups = [Group(np.array(rows), worth) for rows, worth in (([0, 1, 2], 3.0), ([0, 1, 3], 2.0), ([2, 4, 5], 1.0))]
    assert [group.rows.tolist() for group in choose_groups(groups)] == [[0, 1, 2], [2, 4, 5]]
    assert len(choose_groups(groups, count=1)) == 1
    assert len(choose_groups(groups, times=1)) == 1


def test_the_weakest_bond_is_the_weakest_that_is_needed() -> None:
    bonds = np.array([[0, 0.9, 0.1], [0.9, 0, 0.5], [0.1, 0.5, 0]])
    assert weakest_bond(bonds) == (1, 2)
    assert weakest_bond(np.zeros((2, 2))) == (0, 1)
    assert weakest_bond(np.zeros((1, 1))) is None


def test_empty_input_gives_nothing_and_wrong_shapes_are_refused() -> None:
    empty = Assets(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros((0, 1)))
    assert grow_groups(empty, np.zeros((0, 0)), np.zeros((0, 0))) == []
    with pytest.raises(InputError):
        grow_groups(_assets([[0]], [[0]]), np.zeros((2, 2)), _all(2))
