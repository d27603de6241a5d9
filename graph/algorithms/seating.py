"""Seating: who sits at which table, so that those who can help each other meet, within limits for each table.

An integer programme gives a seating that holds the limits; exchanging two guests then betters it for as long as that
helps. A programme for the best seating of all was far off after seconds, and gave another answer on another day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from graph.algorithms.edge_array import FloatArray, IntArray
from graph.errors import InputError

STARTS = 8
"""Seatings that are bettered; the best is taken. On tables of a practice city more starts gave no better one."""

SECONDS = 4.0
"""Time to hold the limits, of which a hundredth is needed: a bound for input that nobody foresaw."""

_LEAST_GAIN = 1e-9


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
    (n,) from 0, or None where the limits cannot all be held. The same for the same input.

    Raises
    ------
    InputError
        There is no table, or there are more tables than guests.

    Notes
    -----
    An integer programme of n t variables, then exchanges at n^2 (1 + limits) each: a second for 144 guests, 12 tables.
    No exchange of two guests betters what it returns; nothing says that it is the best of all.
    """
    if not 1 <= tables <= max(n, 1):
        raise InputError(
            f"Kies 1 tot {n} tafels: er zijn {n} gasten.",
            f"Choose 1 to {n} tables: there are {n} guests.",
            concerning=tables,
        )
    held = [Limit(tuple(range(n)), n // tables, -(-n // tables)), *(limit for limit in limits if limit.rows)]
    exchanges = _Exchanges(_worth(n, pairs, worths), held)
    found = [exchanges.better(start) for start in _starts(n, tables, held)]
    return max(found, key=exchanges.worth) if found else None


def _worth(n: int, pairs: npt.ArrayLike, worths: npt.ArrayLike) -> FloatArray:
    """Return what each meeting is worth: (n, n), symmetric."""
    pair = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    worth = np.zeros((n, n))
    np.add.at(worth, (pair[:, 0], pair[:, 1]), np.asarray(worths, dtype=float).reshape(-1))
    np.fill_diagonal(worth, 0.0)  # nobody meets himself; left in, each exchange would seem to gain for ever
    return worth + worth.T


def _starts(n: int, tables: int, limits: Sequence[Limit]) -> Iterator[IntArray]:
    """Yield seatings that hold the limits, drawn with a fixed seed; none where there are none."""
    draws = np.random.default_rng(0)
    for _ in range(STARTS if tables > 1 else 1):
        seats = _hold(n, tables, limits, draws.random(n * tables))
        if seats is None:
            return
        yield seats


def _hold(n: int, tables: int, limits: Sequence[Limit], costs: FloatArray) -> IntArray | None:
    """Return the cheapest seating that holds the limits, None where there is none."""
    if not n:
        return np.zeros(0, dtype=np.int64)
    columns = np.arange(n * tables)
    once = sparse.csr_array((np.ones(len(columns)), (columns // tables, columns)), shape=(n, n * tables))
    constraints = [LinearConstraint(once, lb=1, ub=1)]
    for limit in limits:
        table = np.repeat(np.arange(tables), len(limit.rows))
        places = np.tile(np.array(limit.rows, dtype=np.int64) * tables, tables) + table
        counted = sparse.csr_array((np.ones(len(places)), (table, places)), shape=(tables, n * tables))
        constraints.append(LinearConstraint(counted, lb=limit.least, ub=limit.most))
    result = milp(costs, integrality=np.ones(len(columns)), bounds=Bounds(0, 1), constraints=constraints,
                  options={"time_limit": SECONDS, "mip_rel_gap": 1.0})  # fmt: skip
    if result.x is None:
        return None
    seats: IntArray = result.x.reshape(n, tables).argmax(axis=1)
    return seats


class _Exchanges:
    """Betters seatings by exchanging two guests at a time, the pair that gains most first.

    Parameters
    ----------
    worth : (n, n) what each meeting is worth
    limits : what every exchange keeps to
    """

    def __init__(self, worth: FloatArray, limits: Sequence[Limit]) -> None:
        self._worth = worth
        self._limits = limits
        self._among = np.zeros((len(limits), len(worth)), dtype=np.int64)
        for row, limit in enumerate(limits):
            self._among[row, list(limit.rows)] = 1

    def worth(self, seats: IntArray) -> float:
        """Return what a seating is worth."""
        return float(self._worth[seats[:, None] == seats[None, :]].sum()) / 2

    def better(self, seats: IntArray) -> IntArray:
        """Return a seating that no exchange betters."""
        seats = seats.copy()
        while len(seats):
            gain = np.where(self._may(seats), self._gain(seats), 0.0)
            one, other = np.unravel_index(int(gain.argmax()), gain.shape)
            if gain[one, other] < _LEAST_GAIN:
                break
            seats[[one, other]] = seats[[other, one]]
        return seats

    def _gain(self, seats: IntArray) -> FloatArray:
        """Return what each exchange gains: (n, n)."""
        at = np.zeros((len(seats), int(seats.max()) + 1))
        at[np.arange(len(seats)), seats] = 1.0
        there = (self._worth @ at)[:, seats]  # of each guest (row) at the table of each other (column)
        moved = there - there.diagonal()[:, None]
        gain: FloatArray = moved + moved.T - 2 * self._worth
        return gain

    def _may(self, seats: IntArray) -> npt.NDArray[np.bool_]:
        """Return which exchanges are between tables and keep to every limit: (n, n)."""
        may: npt.NDArray[np.bool_] = seats[:, None] != seats[None, :]
        for limit, among in zip(self._limits, self._among, strict=True):
            counts = np.bincount(seats, weights=among).astype(np.int64)[seats]
            mine = counts[:, None] + among[None, :] - among[:, None]  # at the table of the first, after the exchange
            may &= (mine >= limit.least) & (mine <= limit.most)
        both: npt.NDArray[np.bool_] = may & may.T
        return both
