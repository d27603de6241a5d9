"""The best open partners of each node of a large graph, without a look at all pairs.

Candidates are what two steps reach, and three where two reach too few or can reach nothing (two-sided graphs). The
product of sparse matrices that counts the paths keeps only the highest of each row; those are scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from sparse_dot_topn import sp_matmul_topn

from graph.algorithms import bounds
from graph.algorithms.edge_array import BoolArray, FloatArray, IntArray, build_adjacency, decode_pairs
from graph.algorithms.near_structure import NearStructure
from graph.algorithms.pair_space import PairSpace
from graph.algorithms.pair_terms import TEXT_SIMILARITY, PairTerm
from graph.algorithms.sheet import Float32Array

SHORTLIST = 2
"""Times as many candidates as are wanted that are scored; what degrees and content add seldom moves one further."""

CLOSED = -1e9
"""What a linked node counts besides its paths: less than all paths there are can make up for."""

BYTES_PER_ENTRY = 16
"""What an entry of a block of paths takes while it is made: a number, an index, and as much again."""

Score = Callable[[IntArray, Float32Array], FloatArray]
"""From (k, 2) pairs and the (k,) damped paths between them to the (k,) log-odds."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Pairs of a node and a partner: (k, 2), by node, the best first, and a (k,) score of each."""

    pairs: IntArray
    scores: FloatArray

    @classmethod
    def joined(cls, parts: list[Ranked]) -> Ranked:
        """Return several, by node."""
        pairs = np.concatenate([np.empty((0, 2), np.int64), *(part.pairs for part in parts)])
        scores = np.concatenate([np.empty(0), *(part.scores for part in parts)])
        order = np.argsort(pairs[:, 0], kind="stable")
        return cls(pairs[order], scores[order])


class PartnerSearch:
    """Finds the best open partners of nodes.

    Parameters
    ----------
    structure : the graph
    space : which pairs are open
    content : what is known beside the edges; nodes that paths lead to too few others from get those with near texts
    score : the log-odds of pairs
    """

    def __init__(self, structure: NearStructure, space: PairSpace, content: tuple[PairTerm, ...], score: Score) -> None:
        self._content = content
        self._structure = structure
        self._space = space
        self._score = score
        self._open = np.zeros(space.n, np.bool_)
        self._open[space.nodes] = True
        self._linked = build_adjacency(decode_pairs(space.linked, space.n), space.n)

    def best(self, nodes: IntArray, limit: int) -> Ranked:
        """Return the best partners of some nodes, at most ``limit`` for each.

        Raises
        ------
        Nothing.
        """
        if limit == 0:
            return Ranked.joined([])
        found = Ranked.joined([])
        for way in (self._two, self._three, self._by_text):
            few = self._with_few(found, nodes, limit)
            if len(few) == 0:
                break
            more = way(few, limit)
            found = self._added(found, more, few, limit) if len(found.pairs) else Ranked.joined([more])
        return found

    def _added(self, found: Ranked, more: Ranked, nodes: IntArray, limit: int) -> Ranked:
        """Return what was found with more partners of some nodes, each pair once, the best ``limit`` for each."""
        theirs = np.isin(found.pairs[:, 0], nodes)
        kept = Ranked(found.pairs[~theirs], found.scores[~theirs])
        both = Ranked.joined([Ranked(found.pairs[theirs], found.scores[theirs]), more])
        once = np.unique(both.pairs[:, 0] * self._space.n + both.pairs[:, 1], return_index=True)[1]
        return Ranked.joined([kept, first_of_each(both.pairs[once], both.scores[once], limit)])

    def _with_few(self, found: Ranked, nodes: IntArray, limit: int) -> IntArray:
        """Return the nodes that have fewer partners than are wanted."""
        few: IntArray = nodes[np.bincount(found.pairs[:, 0], minlength=self._space.n)[nodes] < limit]
        return few

    def _two(self, nodes: IntArray, limit: int) -> Ranked:
        """Return what two steps reach; nothing where those lead back to the same side."""
        if self._space.sides is not None:
            return Ranked.joined([])
        ends = sp.diags_array(self._open.astype(np.float32)).tocsr()
        # The first of two steps leads to the linked nodes, so that one more of no length there marks them.
        right = _narrow(self._structure.adjacency @ ends + CLOSED * ends)
        pairs, paths = self._reached(nodes, self._structure.damped[nodes], right, limit)
        return first_of_each(pairs, self._score(pairs, paths), limit)

    def _three(self, nodes: IntArray, limit: int) -> Ranked:
        """Return what three steps reach, of each side the other."""
        if self._space.sides is None:
            return self._three_to(nodes, self._open, limit)
        side = self._space.sides
        return Ranked.joined(
            [self._three_to(nodes[side[nodes] == one], self._open & (side != one), limit) for one in (0, 1)]
        )

    def _by_text(self, nodes: IntArray, limit: int) -> Ranked:
        """Return the open partners with the nearest texts."""
        texts = next((term for term in self._content if term.name == TEXT_SIMILARITY), None)
        found: list[Ranked] = []
        if texts is None:
            return Ranked.joined(found)
        size = max(1, bounds.BLOCK_BYTES // (8 * self._space.n))
        for block in np.split(nodes, range(size, len(nodes), size)):
            near = np.nan_to_num(texts.sheet(block, slice(None)).values.T, nan=-1.0)
            nearest = np.argpartition(-near, min(self._space.n - 1, 4 * limit), axis=1)[:, : 4 * limit]
            pairs = np.stack([np.repeat(block, nearest.shape[1]), np.sort(nearest, axis=1).ravel()], axis=1)
            pairs = pairs[self._space.open(pairs)]
            found.append(first_of_each(pairs, self._score(pairs, self._structure.paths(pairs)), limit))
        return Ranked.joined(found)

    def _three_to(self, nodes: IntArray, targets: BoolArray, limit: int) -> Ranked:
        """Return which targets three steps reach, block by block."""
        ends = sp.diags_array(targets.astype(np.float32)).tocsr()
        right = _narrow(sp.vstack([self._structure.damped.T @ ends, CLOSED * ends]))
        found = []
        for block in self._blocks(nodes):
            left = self._structure.damped[block] @ self._structure.adjacency
            pairs, paths = self._reached(block, sp.hstack([left, self._linked[block]]), right, limit)
            if not self._structure.two_sided:
                paths = self._structure.paths(pairs)
            found.append(first_of_each(pairs, self._score(pairs, paths), limit))
        return Ranked.joined(found)

    def _blocks(self, nodes: IntArray) -> Iterator[IntArray]:
        """Yield nodes whose paths of two steps fit the setting together; one node at least."""
        wedges = np.minimum(self._structure.adjacency @ self._structure.degree.astype(np.float64), self._space.n)
        part = (np.cumsum(wedges[nodes]) * BYTES_PER_ENTRY // bounds.BLOCK_BYTES).astype(np.int64)
        yield from np.split(nodes, np.flatnonzero(np.diff(part)) + 1)

    def _reached(self, nodes: IntArray, left: Any, right: Any, limit: int) -> tuple[IntArray, Float32Array]:
        """Return pairs with the targets to which a product of steps gives the most paths, and those paths."""
        # One more, because a way back is the best of all, and nobody is a partner of oneself.
        most = SHORTLIST * limit + 1
        found = sp_matmul_topn(_narrow(left), right, most, threshold=0.0, n_threads=bounds.WORKERS)
        found.sort_indices()
        pairs = np.stack([np.repeat(nodes, np.diff(found.indptr)), found.indices.astype(np.int64)], axis=1)
        others = pairs[:, 0] != pairs[:, 1]
        return pairs[others], found.data[others]


def _narrow(matrix: Any) -> Any:
    """Return a matrix as the library takes it without copying: single precision, 32-bit indices."""
    rows = sp.csr_matrix(matrix, dtype=np.float32)
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    return rows


def first_of_each(pairs: IntArray, scores: FloatArray, limit: int) -> Ranked:
    """Return the best pairs of each node.

    Parameters
    ----------
    pairs : (k, 2), in order of their first node, then of their second
    scores : (k,)
    limit : how many of each node at most; of equal ones those with the lower partner

    Raises
    ------
    Nothing.

    Notes
    -----
    Sorted in a table with a row for each node: one sort of all pairs together takes ten times as long.
    """
    begins = np.flatnonzero(np.append(True, pairs[1:, 0] != pairs[:-1, 0])[: len(pairs)])
    count = np.diff(np.append(begins, len(pairs)))
    place = np.arange(count.max(initial=0))
    table = np.full((len(count), len(place)), -np.inf)
    table[place < count[:, None]] = scores
    order = np.argsort(-table, axis=1, kind="stable")[:, :limit]
    kept = (begins[:, None] + order)[place[:limit] < count[:, None]]
    return Ranked(pairs[kept], scores[kept])
