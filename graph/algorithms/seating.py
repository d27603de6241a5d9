"""Seating: who sits at which table, so that those who can help each other meet, within limits for each table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from graph.algorithms.edge_array import FloatArray, IntArray
from graph.errors import InputError

SECONDS = 4.0
"""Time for one seating; the best one found by then is taken. Tables are alike, so proof that it is best takes long."""

MOST_PAIRS = 200
"""Pairs whose meeting counts, the worthiest: each costs a variable for every table."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many of some guests a table has.

    Parameters
    ----------
    rows : the guests
    least, most : at each table
    """

    rows: tuple[int, ...]
    least: int
    most: int


def seat(
    n: int, tables: int, pairs: npt.ArrayLike, worths: npt.ArrayLike, *, limits: Sequence[Limit] = ()
) -> IntArray | None:
    """Return at which table each guest sits; tables differ by one guest at most.

    Parameters
    ----------
    n : guests
    tables : tables, at least 1
    pairs : (p, 2) guests whose meeting is worth something
    worths : (p,) how much, above or below nought
    limits : what holds at each table

    Returns
    -------
    (n,) from 0, or None where the limits cannot all be held.

    Raises
    ------
    InputError
        There is no table, or there are more tables than guests.

    Notes
    -----
    An integer programme of n t + p t variables, bounded by ``SECONDS``.
    """
    if not 1 <= tables <= max(n, 1):
        raise InputError(
            f"Kies 1 tot {n} tafels: er zijn {n} gasten.",
            f"Choose 1 to {n} tables: there are {n} guests.",
            concerning=tables,
        )
    pair = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    worth = np.asarray(worths, dtype=float).reshape(-1)
    kept = np.argsort(-np.abs(worth), kind="stable")[:MOST_PAIRS]
    sitting = _Seating(n, tables, pair[kept], worth[kept])
    constraints = [*sitting.one_table_each(), *sitting.together(), sitting.of(range(n), n // tables, -(-n // tables))]
    constraints += [sitting.of(limit.rows, limit.least, limit.most) for limit in limits if limit.rows]
    return sitting.solve(constraints)


class _Seating:
    """Variables: guest by table, then pair by table."""

    def __init__(self, n: int, tables: int, pairs: IntArray, worths: FloatArray) -> None:
        self._n, self._tables, self._pairs, self._worths = n, tables, pairs, worths
        self._size = (n + len(pairs)) * tables

    def one_table_each(self) -> list[LinearConstraint]:
        """Hold that each sits at one table."""
        columns = np.arange(self._n * self._tables)
        cells = (np.ones(len(columns)), (columns // self._tables, columns))
        return [LinearConstraint(sparse.csr_array(cells, shape=(self._n, self._size)), lb=1, ub=1)] if self._n else []

    def of(self, rows: Sequence[int] | range, least: int, most: int) -> LinearConstraint:
        """Hold how many of some guests each table has."""
        table = np.repeat(np.arange(self._tables), len(rows))
        columns = np.tile(np.array(rows, dtype=np.int64) * self._tables, self._tables) + table
        cells = (np.ones(len(columns)), (table, columns))
        return LinearConstraint(sparse.csr_array(cells, shape=(self._tables, self._size)), lb=least, ub=most)

    def together(self) -> list[LinearConstraint]:
        """Hold that a pair meets at a table exactly where both sit there."""
        p, t = len(self._pairs), self._tables
        if not p:
            return []
        row = np.arange(p * t)
        meets = self._n * t + row
        ends = [np.repeat(self._pairs[:, side], t) * t + np.tile(np.arange(t), p) for side in (0, 1)]
        shape = (p * t, self._size)
        ones = np.ones(p * t)
        pair = (np.r_[row, row], np.r_[ones, -ones])
        no_more = [
            LinearConstraint(sparse.csr_array((pair[1], (pair[0], np.r_[meets, end])), shape=shape), ub=0)
            for end in ends
        ]
        rows, columns = np.r_[row, row, row], np.r_[ends[0], ends[1], meets]
        both = sparse.csr_array((np.r_[ones, ones, -ones], (rows, columns)), shape=shape)
        return [*no_more, LinearConstraint(both, ub=1)]

    def solve(self, constraints: list[LinearConstraint]) -> IntArray | None:
        """Return the best seating found, None where there is none."""
        if not self._n:
            return np.zeros(0, dtype=np.int64)
        objective = np.r_[np.zeros(self._n * self._tables), -np.repeat(self._worths, self._tables)]
        upper = np.ones(self._size)
        upper[1 : self._tables] = 0.0  # tables are alike: the first guest sits at the first
        result = milp(objective, integrality=np.ones(self._size), bounds=Bounds(0, upper), constraints=constraints,
                      options={"time_limit": SECONDS})  # fmt: skip
        if result.x is None:
            return None
        seats: IntArray = result.x[: self._n * self._tables].reshape(self._n, self._tables).argmax(axis=1)
        return seats
