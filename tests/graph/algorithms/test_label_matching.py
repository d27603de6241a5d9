"""Groups keep their number."""

from __future__ import annotations

import numpy as np
import pytest

from graph.algorithms.label_matching import check_labels, labels_by_size, match_labels
from graph.errors import InputError


def test_the_largest_group_comes_first_and_equal_ones_by_smallest_node() -> None:
    assert labels_by_size(np.array([7, 3, 3, 9, 7, 3])).tolist() == [1, 0, 0, 2, 1, 0]
    assert labels_by_size(np.array([5, 2, 5, 2])).tolist() == [0, 1, 0, 1]
    assert labels_by_size(np.empty(0, np.int64)).tolist() == []


def test_groups_that_stayed_keep_their_label() -> None:
    previous = np.array([4, 4, 4, 0, 0, -1, 2])
    labels = np.array([1, 1, 0, 0, 0, 0, 2])
    assert match_labels(labels, previous).tolist() == [4, 4, 0, 0, 0, 0, 2]


def test_new_groups_take_the_lowest_free_labels() -> None:
    previous = np.array([1, 1, 1, -1, -1, -1, -1])
    labels = np.array([0, 0, 0, 1, 1, 2, -1])
    assert match_labels(labels, previous).tolist() == [1, 1, 1, 0, 0, 2, -1]


def test_a_group_that_splits_leaves_its_label_with_the_larger_part() -> None:
    labels = match_labels(np.array([1, 1, 0, 0, 0]), np.zeros(5, np.int64))
    assert labels.tolist() == [1, 1, 0, 0, 0]


def test_nothing_before_or_nothing_now_is_fine() -> None:
    labels = np.array([0, 1, 0])
    assert match_labels(labels, np.full(3, -1)).tolist() == [0, 1, 0]
    assert match_labels(np.full(3, -1), labels).tolist() == [-1, -1, -1]
    assert match_labels(labels, np.array([10**12, -1, -1])).tolist() == [10**12, 0, 10**12]


@pytest.mark.parametrize("labels", [[0, 1], [0, -2, 1], [0.0, 1.0, 2.0], [[0], [1], [2]]])
def test_what_are_no_labels_is_refused(labels: list[object]) -> None:
    with pytest.raises(InputError):
        check_labels(labels, 3)  # type: ignore[arg-type]  # wrong on purpose
