"""Composition: the smallest sets that together reach amounts and cover demands, by integer programming.

Source: set multicover as integer linear programme, solved by HiGHS (Huangfu, Hall, Mathematical Programming
Computation 10, 2018, doi:10.1007/s12532-017-0130-5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from graph.algorithms.edge_array import BoolArray, FloatArray, IntArray
from graph.errors import InputError

SECONDS = 5.0
"""Time for one set; the best one found by then is taken. A city's question takes hundredths of a second."""

TIE_SHARE = 0.5
"""What all costs of a set may weigh together: less than one member, so that the smallest set stays the smallest."""

EXACT_ROWS = 2_000
"""Rows up to which all are looked at; beyond, of those that cover the same demands only the ones that bring most."""

_OUT_OF_TIME = 1
"""What the solver answers when its time is over."""

_SHORT = 1e-6
"""Share of an amount below which nothing is short: the solver works in floating point."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A set that reaches the goal, or comes nearest to it.

    Parameters
    ----------
    rows : chosen rows, ascending
    short : (k,) what is short of each amount, 0 where it is reached
    uncovered : (t,) whether a demand is left uncovered
    """

    rows: IntArray
    short: FloatArray
    uncovered: BoolArray

    @property
    def is_complete(self) -> bool:
        """Whether the goal is reached."""
        return not self.short.any() and not self.uncovered.any()


def smallest_sets(
    amounts: npt.ArrayLike,
    goals: npt.ArrayLike,
    covers: npt.ArrayLike | sparse.csr_array,
    *,
    required: Sequence[int] = (),
    costs: npt.ArrayLike | None = None,
    most: int = 10,
    count: int = 3,
) -> list[Selection]:
    """Return the smallest sets that reach a goal, each differing from those before it in half of its free members.

    Parameters
    ----------
    amounts : (n, k) what each row brings of each amount, >= 0; what is not known counts as 0
    goals : (k,) how much is needed of each, > 0
    covers : (n, t) not zero where a row covers a demand
    required : rows that every set holds
    costs : (n,) 0..1, what to avoid among sets of one size; none unless given
    most : rows that a set may hold
    count : how many sets at most

    Returns
    -------
    Complete sets, smallest first; where there is none, the one set that misses the fewest demands and then the least of
    the amounts. Empty without rows and without demands.

    Raises
    ------
    InputError
        The shapes do not fit, more rows are required than a set may hold, or none was found in time.

    Notes
    -----
    Integer programming is exponential at worst; each set is bounded by ``SECONDS``. Tens of thousands fit well in it.
    """
    problem = _Problem(amounts, goals, covers, costs, tuple(sorted(set(required))), most)
    found: list[Selection] = []
    while len(found) < count:
        chosen = problem.solve(found)
        if chosen is None:
            break
        found.append(chosen)
    return sorted(found, key=lambda one: len(one.rows)) if found else [problem.nearest()]


class _Problem:
    """One goal as an integer programme over (rows, short of each amount, uncovered demands)."""

    def __init__(  # noqa: PLR0917 - only `smallest_sets` makes one, with what it was given
        self,
        amounts: npt.ArrayLike,
        goals: npt.ArrayLike,
        covers: npt.ArrayLike | sparse.csr_array,
        costs: npt.ArrayLike | None,
        required: tuple[int, ...],
        most: int,
    ) -> None:
        self.goals = np.asarray(goals, dtype=float).reshape(-1)
        self.covers = sparse.csr_array(covers, dtype=float)
        self.covers.data[:] = 1.0
        self.n, self.t = self.covers.shape
        self.amounts = np.asarray(amounts, dtype=float)
        self.costs = np.zeros(self.n) if costs is None else np.asarray(costs, dtype=float).reshape(-1)
        self.required, self.most = required, most
        fits = self.amounts.shape == (self.n, len(self.goals)) and len(self.costs) == self.n
        if not fits or (self.goals <= 0).any():
            raise InputError(
                "De hoeveelheden, doelen en kosten passen niet op elkaar.",
                "The amounts, goals and costs do not fit each other.",
            )
        # In units of what the largest row brings: beside a goal far beyond all, what a small row adds still counts.
        largest = float((self.amounts / self.goals).max(initial=0.0))
        self.units = 1.0 / min(largest, 1.0) if largest > 0 else 1.0
        if len(required) > most:
            raise InputError(
                f"Er moeten {len(required)} mee, en er mogen er hoogstens {most}.",
                f"{len(required)} are to be in it, and at most {most} may be.",
            )

    def solve(self, before: Sequence[Selection]) -> Selection | None:
        """Return the smallest complete set that differs enough from those before, None where there is none."""
        differ = [LinearConstraint(self._row(one.rows), ub=len(one.rows) - self._difference(one)) for one in before]
        weights = self._weights()
        chosen = self._run(np.r_[weights, np.zeros(len(self.goals) + self.t)], differ, may_lack=False)
        return None if chosen is None else self._selection(chosen)

    def nearest(self) -> Selection:
        """Return the set that comes nearest: fewest demands uncovered, then the least short, then the smallest."""
        k = len(self.goals)
        lacking = np.r_[np.full(k, 1.0), np.full(self.t, (2.0 * k + 2.0) * self.units)]
        chosen = self._run(np.r_[self._weights() / (10.0 * max(self.most, 1) * 10), lacking], [], may_lack=True)
        return self._selection(np.array(self.required, dtype=np.int64) if chosen is None else chosen)

    def _weights(self) -> FloatArray:
        weights: FloatArray = 1.0 + TIE_SHARE * self.costs / max(self.most, 1)
        return weights

    def _difference(self, one: Selection) -> int:
        free = len(set(one.rows.tolist()) - set(self.required))
        return max(1, (free + 1) // 2)

    def _useful(self) -> BoolArray:
        """Return which rows may be chosen: those that bring anything; of very many, the most of each sort.

        Of rows that cover the same demands those that bring most stand for the others.
        """
        useful: BoolArray = (self.amounts.sum(axis=1) > 0) | (np.diff(self.covers.indptr) > 0)
        if useful.sum() > EXACT_ROWS:
            pattern = np.unique(self.covers.toarray() > 0, axis=0, return_inverse=True)[1].reshape(-1)
            best = np.zeros(self.n, dtype=bool)
            for brought in (*self.amounts.T, -self.costs):
                order = np.lexsort((-brought, pattern))
                place = np.arange(self.n) - np.searchsorted(pattern[order], pattern[order])
                best[order[place < 4 * self.most]] = True
            useful &= best
        useful[list(self.required)] = True
        return useful

    def _row(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        row = np.zeros(self.n + len(self.goals) + self.t)
        row[[one for one in rows.tolist() if one not in self.required]] = 1.0
        row[list(self.required)] = 1.0
        return row

    def _run(self, objective: FloatArray, extra: list[LinearConstraint], *, may_lack: bool) -> IntArray | None:
        k, n, t = len(self.goals), self.n, self.t
        scaled = sparse.csr_array(self.units * self.amounts / self.goals) if k else sparse.csr_array((n, 0))
        reach = sparse.hstack([scaled.T, sparse.eye_array(k), sparse.csr_array((k, t))])
        cover = sparse.hstack([self.covers.T, sparse.csr_array((t, k)), sparse.eye_array(t)])
        size = np.r_[np.ones(n), np.zeros(k + t)]
        lower = np.zeros(n + k + t)
        lower[list(self.required)] = 1.0
        asked = np.r_[np.full(k, self.units), np.ones(t)]
        upper = np.r_[self._useful().astype(float), asked * float(may_lack)]
        constraints = [LinearConstraint(size[None, :], ub=self.most), *extra]
        if k + t:
            constraints.append(LinearConstraint(sparse.vstack([reach, cover]).tocsc(), lb=asked))
        integrality = np.r_[np.ones(n), np.zeros(k), np.ones(t)]
        result = milp(objective, integrality=integrality, bounds=Bounds(lower, upper), constraints=constraints,
                      options={"time_limit": SECONDS, "mip_rel_gap": 0.0})  # fmt: skip
        if result.x is None and result.status == _OUT_OF_TIME:
            raise InputError(
                "Dit zijn er te veel om uit te kiezen. Noem een kleiner gebied of minder eisen.",
                "These are too many to choose from. Name a smaller area or fewer demands.",
            )
        return None if result.x is None else np.flatnonzero(np.round(result.x[:n])).astype(np.int64)

    def _selection(self, rows: IntArray) -> Selection:
        brought = self.amounts[rows].sum(axis=0)
        short = np.where(brought < self.goals * (1 - _SHORT), self.goals - brought, 0.0)
        covered = np.asarray(self.covers[rows].sum(axis=0)).reshape(-1) > 0
        return Selection(rows, short, ~covered)
