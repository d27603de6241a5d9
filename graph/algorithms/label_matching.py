"""Numbers for groups that stay what they were: by size at first, by overlap with the previous result afterwards."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from graph.algorithms.edge_array import IntArray, check_length
from graph.errors import InputError


def check_labels(labels: npt.ArrayLike, n: int) -> IntArray:
    """Return labels as a checked array.

    Parameters
    ----------
    labels : (n,) whole numbers from 0; -1 for none
    n : number of nodes

    Raises
    ------
    InputError
        When they are not.
    """
    given = np.asarray(labels)
    check_length(given, n, "labels")
    if given.size and (given.ndim != 1 or given.dtype.kind not in "iu" or given.min() < -1):
        raise InputError(
            "Groepen zijn hele getallen vanaf 0, of -1 voor geen.", "Labels are whole numbers from 0, or -1 for none."
        )
    return given.astype(np.int64)


def labels_by_size(membership: IntArray) -> IntArray:
    """Return groups numbered from 0, the largest first, equal sizes by their smallest node.

    Parameters
    ----------
    membership : (k,) any whole numbers >= 0

    Returns
    -------
    (k,) labels without holes.

    Raises
    ------
    Nothing.
    """
    _, first, group, size = np.unique(membership, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(size), np.int64)
    rank[np.lexsort((first, -size))] = np.arange(len(size))
    labels: IntArray = rank[group]
    return labels


def match_labels(labels: IntArray, previous: IntArray) -> IntArray:
    """Return the same groups under the previous labels that they overlap most with.

    Parameters
    ----------
    labels : (n,) groups from 0 without holes; -1 for none
    previous : (n,) earlier labels; -1 for none

    Returns
    -------
    (n,) labels. The assignment keeps as many nodes as possible under their old label; a group that shares no node with
    the label it would get is new, and new groups take the lowest free labels, the largest group first.

    Raises
    ------
    Nothing.

    Notes
    -----
    O(k^3) for k groups (Hungarian method): a second at two thousand.
    """
    groups = int(labels.max(initial=-1)) + 1
    names = np.unique(previous[previous >= 0])
    both = (labels >= 0) & (previous >= 0)
    overlap = np.zeros((groups, len(names)), np.int64)
    np.add.at(overlap, (labels[both], np.searchsorted(names, previous[both])), 1)
    group, old = linear_sum_assignment(overlap, maximize=True)
    kept = overlap[group, old] > 0
    renamed = np.full(groups + 1, -1, np.int64)
    renamed[group[kept]] = names[old[kept]]
    new = np.flatnonzero(renamed[:groups] < 0)
    free = np.setdiff1d(np.arange(2 * groups), renamed)
    renamed[new] = free[: len(new)]
    # A label of -1 looks at the last place, past all groups, which stayed -1.
    return renamed[labels]
