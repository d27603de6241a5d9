"""The engine in this process: computes over the arrays of a projection."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.algorithms.centrality import jaccard_with, page_rank
from graph.algorithms.communities import detect_communities
from graph.projection.projection import SORTS, IntArray, Projection, Ties
from graph.store.computing import (
    DAMPING,
    Communities,
    CommunitySpec,
    GraphSpec,
    Measure,
    Ranking,
    RankSpec,
    TieSpec,
    grouped,
    ranked,
)
from graph.suggestions.relations import shared_matrix

MOST_ROUNDS = 10
"""Times that groups are sought again from what was found; two or three settle them."""

_SORT_OF = {sort: name for name, sort in SORTS.items()}


class LocalEngine:
    """See `graph.store.computing.Engine`.

    Parameters
    ----------
    projection
        What a viewer may see.
    previous
        (n,) labels of an earlier result, -1 for none: groups are sought from there, so that they stay what they were.
    """

    def __init__(self, projection: Projection, previous: IntArray | None = None) -> None:
        self._projection = projection
        self._previous = previous

    def communities(self, spec: CommunitySpec) -> Communities:
        """Return groups, by Leiden at the most stable resolution.

        Raises
        ------
        KeyError
            The projection has no such sort of tie.
        """
        edges, weights = weighted_edges(self._projection, spec.graph)
        labels = self._settled(edges, weights, spec.seed)
        return grouped(dict(zip(self._projection.ids, labels.tolist(), strict=True)))

    def rank(self, spec: RankSpec) -> Ranking:
        """Return an order, by PageRank or by what members have in common.

        Raises
        ------
        KeyError
            The projection has no such sort of tie.
        """
        rows = {id_: row for row, id_ in enumerate(self._projection.ids)}
        if (spec.start or spec.by is Measure.LIKENESS) and spec.start not in rows:
            return Ranking((), ())
        start = rows.get(spec.start)
        if spec.by is Measure.LIKENESS and start is not None:
            scores = jaccard_with(_held(self._projection, spec.graph), start)
        else:
            edges, weights = weighted_edges(self._projection, spec.graph)
            scores = page_rank(edges, self._projection.n, weights=weights, start=start, damping=DAMPING)
        return ranked(dict(zip(self._projection.ids, scores.tolist(), strict=True)), spec)

    def _settled(self, edges: IntArray, weights: npt.NDArray[np.float64], seed: int) -> IntArray:
        """Return labels that a computation from themselves would give again: the same data keep their groups."""
        n = self._projection.n
        labels = detect_communities(edges, n, weights=weights, previous=self._previous, seed=seed)
        for _ in range(MOST_ROUNDS):
            again = detect_communities(edges, n, weights=weights, previous=labels, seed=seed)
            if np.array_equal(again, labels):
                break
            labels = again
        return labels


def weighted_edges(projection: Projection, graph: GraphSpec) -> tuple[IntArray, npt.NDArray[np.float64]]:
    """Return who is tied to whom, (m, 2) sorted, and how strongly, (m,).

    Parameters
    ----------
    projection
        What a viewer may see.
    graph
        Which ties, and how much each weighs.

    Raises
    ------
    KeyError
        The projection has no such sort of tie.
    """
    n = projection.n
    total = sparse.csr_array((n, n))
    pairs = [(*pair, tie.weight) for tie in graph.ties for pair in _direct(projection, tie)]
    if pairs:
        cells = np.array(pairs)
        rows, columns = cells[:, 0].astype(np.int64), cells[:, 1].astype(np.int64)
        both = (np.r_[rows, columns], np.r_[columns, rows])
        total = total + sparse.csr_array((np.r_[cells[:, 2], cells[:, 2]], both), shape=(n, n))
    for tie in graph.shared:
        total = total + tie.weight * shared_matrix(_ties(projection, tie).matrix)
    upper = sparse.triu(total, k=1).tocoo()
    order = np.lexsort((upper.col, upper.row))
    return np.column_stack([upper.row[order], upper.col[order]]).astype(np.int64), upper.data[order].astype(float)


def _direct(projection: Projection, tie: TieSpec) -> list[tuple[int, int]]:
    """Return the rows that a tie between members joins."""
    if tie.type == "PARTNERS_WITH":
        return [(one, other) for one, other in projection.partnerships.tolist()]
    place = {id_: row for row, id_ in enumerate(projection.ids)}
    ties = _ties(projection, tie)
    return [(row, place[ties.others[column]]) for row, column in ties.ids if ties.others[column] in place]


def _ties(projection: Projection, tie: TieSpec) -> Ties:
    return projection.ties[_SORT_OF[tie.type, tie.outgoing]]


def _held(projection: Projection, graph: GraphSpec) -> sparse.csr_array:
    """Return what each member is tied to, (n, k) of ones; a thing has one column, however one is tied to it."""
    sorts = [_ties(projection, tie) for tie in graph.shared]
    place = {other: column for column, other in enumerate(sorted({one for ties in sorts for one in ties.others}))}
    cells = {(row, place[ties.others[column]]) for ties in sorts for row, column in ties.ids}
    pairs = np.array(sorted(cells), dtype=np.int64).reshape(-1, 2)
    return sparse.csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(projection.n, len(place)))
