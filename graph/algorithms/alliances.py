"""Alliances: small groups that meet each other's needs, grown from each node among those that may go with it.

A group is worth what it meets of its own needs, whom it reaches, and how its members are bound; what all do alike adds
nothing. Growing is greedy: each step takes who adds most.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import minimum_spanning_tree

from graph.algorithms.edge_array import BoolArray, FloatArray, IntArray
from graph.errors import InputError

NEED_MET = 1.0
"""What a need that another of the group meets is worth; no document gives weights, these are our judgement."""

REACHED = 0.3
"""What a target group is worth that only the new member reaches (R11: reaching more ranks above doing the same)."""

BOUND = 1.0
"""What the strongest bond of a new member to the group is worth, from 0 to 1 (R4: meet and trust first)."""

LEAST_GAIN = 0.35
"""What a new member must add before the group is large enough to be one."""

LEAST_EXTRA = 1.3
"""What one more must add after that, more than a need: a smaller table is a smaller step (R3)."""

_SURE = 1e-9


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and what it is worth.

    Parameters
    ----------
    rows : members, ascending
    worth : what it is worth, larger is better
    """

    rows: IntArray
    worth: float


@dataclass(frozen=True, slots=True)
class Assets:
    """What nodes need, offer and reach.

    Parameters
    ----------
    needs, offers : (n, t) of ones
    reaches : (n, g) of ones
    """

    needs: FloatArray
    offers: FloatArray
    reaches: FloatArray


def grow_groups(
    assets: Assets, bonds: npt.ArrayLike, allowed: npt.ArrayLike, *, least: int = 3, most: int = 6
) -> list[Group]:
    """Return the group that grows from each node, those of enough members.

    Parameters
    ----------
    assets : what the n nodes need, offer and reach
    bonds : (n, n) symmetric, 0..1: how well two are bound, or how likely they are to be
    allowed : (n, n) symmetric bool: who may be in one group with whom
    least, most : size of a group

    Returns
    -------
    Groups, each once, in order of their rows; worth is counted by member.

    Raises
    ------
    InputError
        The shapes do not fit.

    Notes
    -----
    O(n^2 (t + g)) for each member that a group may hold. Empty and unbound input give no groups.
    """
    bond, may = np.asarray(bonds, dtype=float), np.asarray(allowed, dtype=bool)
    n = len(assets.needs)
    if bond.shape != (n, n) or may.shape != (n, n) or len(assets.offers) != n or len(assets.reaches) != n:
        raise InputError("De tabellen passen niet op elkaar.", "The tables do not fit each other.")
    grown: dict[tuple[int, ...], float] = {}
    for seed in range(n):
        rows, worth = _grow(assets, bond, may, (seed, least, most))
        if len(rows) >= least:
            key = tuple(sorted(rows))
            grown[key] = max(worth / len(rows), grown.get(key, 0.0))
    return [Group(np.array(rows, dtype=np.int64), worth) for rows, worth in sorted(grown.items())]


def choose_groups(groups: Iterable[Group], *, count: int = 20, shared: float = 0.5, times: int = 2) -> list[Group]:
    """Return the best groups that do not tell the same twice, best first.

    Parameters
    ----------
    groups : to choose from
    count : how many at most
    shared : share of the members of a group that may be in a better one
    times : groups that one node may be in

    Notes
    -----
    Linear in groups times those chosen.
    """
    chosen: list[Group] = []
    used: dict[int, int] = {}
    for group in sorted(groups, key=lambda one: (-one.worth, one.rows.tolist())):
        rows = set(group.rows.tolist())
        overlap = max((len(rows & set(other.rows.tolist())) for other in chosen), default=0)
        if len(chosen) == count or overlap > shared * len(rows) or any(used.get(row, 0) >= times for row in rows):
            continue
        chosen.append(group)
        used.update({row: used.get(row, 0) + 1 for row in rows})
    return chosen


def _grow(assets: Assets, bond: FloatArray, may: BoolArray, growth: tuple[int, int, int]) -> tuple[list[int], float]:
    """Return the group that grows from a node to no fewer and no more than so many, and what it is worth."""
    seed, least, most = growth
    rows, worth = [seed], 0.0
    candidates = may[seed].copy()
    candidates[seed] = False
    while len(rows) < most and candidates.any():
        gains = _gains(assets, bond, rows)
        gains[~candidates] = -np.inf
        best = int(np.argmax(gains))
        if gains[best] < (LEAST_GAIN if len(rows) < least else LEAST_EXTRA):
            break
        rows.append(best)
        worth += float(gains[best])
        candidates &= may[best]
        candidates[rows] = False
    return rows, worth


def _gains(assets: Assets, bond: FloatArray, rows: list[int]) -> FloatArray:
    """Return what each node would add to a group."""
    offered = assets.offers[rows].sum(axis=0)
    unmet = (assets.needs[rows] * (offered - assets.offers[rows] <= 0)).sum(axis=0)
    helps = np.minimum(assets.offers @ unmet, 2.0)  # a giant that has everything is not worth more than two needs (R7)
    helped = np.minimum(assets.needs @ (offered > 0), 2.0)
    new = np.minimum(assets.reaches @ (assets.reaches[rows].sum(axis=0) == 0), 2.0)
    gains: FloatArray = NEED_MET * (helps + helped) + REACHED * new + BOUND * bond[:, rows].max(axis=1)
    return gains


def weakest_bond(bonds: npt.ArrayLike) -> tuple[int, int] | None:
    """Return the weakest of the bonds that hold a group together: the weakest of the strongest tree.

    Parameters
    ----------
    bonds : (k, k) symmetric, 0..1

    Returns
    -------
    The pair, smaller index first; the first one where several are as weak. None for fewer than two.

    Notes
    -----
    O(k^2 log k).
    """
    bond = np.asarray(bonds, dtype=float)
    if len(bond) < 2:
        return None
    # A distance of nought would be no edge at all to scipy.
    tree = minimum_spanning_tree(sparse.csr_array(np.triu(1.0 + _SURE - bond, k=1))).tocoo()
    weakest = np.lexsort((tree.col, tree.row, -np.round(tree.data, 9)))[0]
    one, other = sorted((int(tree.row[weakest]), int(tree.col[weakest])))
    return one, other
