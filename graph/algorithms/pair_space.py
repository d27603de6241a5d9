"""Which pairs may be links: what is proposed, what is already linked, and what lies open.

Everything that draws, counts or walks through pairs asks here. Candidates chosen otherwise than "all pairs" (products
of two and three steps, nearest texts) would be one more way to walk.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.algorithms import bounds
from graph.algorithms.edge_array import BoolArray, IntArray, check_length, decode_pairs, encode_pairs, is_among
from graph.errors import InputError

DRAWS = 4
"""Times that a draw is repeated for those that hit a linked pair; in a graph half full one in sixteen is then lost."""


@dataclass(frozen=True, slots=True)
class PairSpace:
    """The pairs that may be links.

    Parameters
    ----------
    n : number of nodes
    nodes : (c,) sorted indices of the nodes that may be proposed
    linked : (m,) sorted numbers of the pairs that are linked (:func:`encode_pairs`)
    sides : (n,) 0 or 1 where a link runs between the two sides only, else None
    """

    n: int
    nodes: IntArray
    linked: IntArray
    sides: IntArray | None = None

    def eligible(self, pairs: IntArray) -> BoolArray:
        """Return for each of (k, 2) pairs whether it may be a link at all, linked or not.

        Raises
        ------
        Nothing.
        """
        proposed = np.zeros(self.n, np.bool_)
        proposed[self.nodes] = True
        fine: BoolArray = (pairs[:, 0] != pairs[:, 1]) & proposed[pairs].all(axis=1)
        if self.sides is not None:
            fine &= self.sides[pairs[:, 0]] != self.sides[pairs[:, 1]]
        return fine

    def open(self, pairs: IntArray) -> BoolArray:
        """Return for each of (k, 2) pairs whether it may be a link and is none yet.

        Raises
        ------
        Nothing.
        """
        return self.eligible(pairs) & ~is_among(encode_pairs(pairs, self.n), self.linked)

    def links(self) -> IntArray:
        """Return the (h, 2) linked pairs that are eligible, sorted.

        Raises
        ------
        Nothing.
        """
        pairs = decode_pairs(self.linked, self.n)
        return pairs[self.eligible(pairs)]

    def count_open(self) -> int:
        """Return how many pairs are open.

        Raises
        ------
        Nothing.
        """
        c = len(self.nodes)
        ones = 0 if self.sides is None else int(self.sides[self.nodes].sum())
        total = c * (c - 1) // 2 if self.sides is None else ones * (c - ones)
        return total - len(self.links())

    def draw_partners(self, ends: IntArray, rng: np.random.Generator) -> IntArray:
        """Return an open pair for each given end, its partner drawn evenly.

        Parameters
        ----------
        ends : (k,) node indices
        rng : where chance comes from

        Returns
        -------
        (k', 2), the given end first, in the order of the ends; ends without a partner after some draws are left out.

        Raises
        ------
        Nothing.
        """
        pairs = np.stack([ends, ends], axis=1)
        missing = np.arange(len(ends))
        for _ in range(DRAWS):
            pairs[missing, 1] = self._draw_across(ends[missing], rng)
            missing = missing[~self.open(pairs[missing])]
        return np.delete(pairs, missing, axis=0)

    def _draw_across(self, ends: IntArray, rng: np.random.Generator) -> IntArray:
        """Return a node for each end: any, or one of the other side; the end itself where there is none."""
        if self.sides is None:
            return self.nodes[rng.integers(len(self.nodes), size=len(ends))] if len(self.nodes) else ends
        drawn = ends.copy()
        for side in (0, 1):
            pool = self.nodes[self.sides[self.nodes] != side]
            here = self.sides[ends] == side
            if len(pool):
                drawn[here] = pool[rng.integers(len(pool), size=int(here.sum()))]
        return drawn

    def reference(self, rng: np.random.Generator) -> IntArray:
        """Return open pairs that stand for all: every one where they are few, else a random part.

        Returns
        -------
        (r, 2). A random part runs from a limited number of first nodes, so that features cost a part of a full sweep.

        Raises
        ------
        Nothing.
        """
        c = len(self.nodes)
        # Up to twice as many are all taken: with few links, what a handful of pairs have is not to be left to chance.
        if c * (c - 1) // 2 <= 4 * bounds.REFERENCE_PAIRS and self.count_open() <= 2 * bounds.REFERENCE_PAIRS:
            one, other = np.triu_indices(c, 1)
            pairs = np.stack([self.nodes[one], self.nodes[other]], axis=1)
            return pairs[self.open(pairs)]
        sources = rng.choice(self.nodes, size=min(c, bounds.REFERENCE_SOURCES), replace=False)
        return self.draw_partners(np.repeat(sources, bounds.REFERENCE_PAIRS // len(sources)), rng)


def build_pair_space(
    n: int, linked: IntArray, *, candidates: npt.ArrayLike | None = None, sides: npt.ArrayLike | None = None
) -> PairSpace:
    """Return the pairs that may be links.

    Parameters
    ----------
    n : number of nodes
    linked : (m,) sorted numbers of linked pairs
    candidates : (n,) bool, the nodes that may be proposed; None for all
    sides : (n,) 0 or 1 where links run between two sides only

    Raises
    ------
    InputError
        When ``candidates`` or ``sides`` has another length or other values.
    """
    return PairSpace(n, _proposed(candidates, n), linked, _two_sides(sides, n))


def _proposed(candidates: npt.ArrayLike | None, n: int) -> IntArray:
    """Return the nodes that may be proposed."""
    if candidates is None:
        return np.arange(n)
    given = np.asarray(candidates)
    check_length(given, n, "candidates")
    if given.size and (given.ndim != 1 or given.dtype.kind != "b"):
        raise InputError("'candidates' moet uit ja en nee bestaan.", "'candidates' must be booleans.")
    return np.flatnonzero(given)


def _two_sides(sides: npt.ArrayLike | None, n: int) -> IntArray | None:
    """Return the sides as whole numbers."""
    if sides is None:
        return None
    given = np.asarray(sides)
    check_length(given, n, "sides")
    if not np.isin(given, (0, 1)).all():
        raise InputError("'sides' mag alleen 0 en 1 bevatten.", "'sides' must hold 0 and 1 only.")
    return given.astype(np.int64)
