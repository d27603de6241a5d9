"""Which pairs are worth words: the best of the city, the best few of each initiative, and who could learn elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.algorithms import bounds
from graph.algorithms.link_prediction import LinkPredictor
from graph.projection.projection import IntArray, Projection
from graph.suggestions.evidence import Evidence

MOST_SUGGESTIONS = 200
"""Best pairs that are worded, whosever they are: nobody reads further."""

EACH = 2
"""Best pairs of each initiative that are worded besides: who asks for one finds whom to bring together with it."""

MOST_WORDED = 3_000
"""Pairs that are worded in all, as each costs questions to the store: in a larger city some initiatives have none."""

MOST_RANKED = 5_000
"""Best pairs that are looked at for those that may be suggested."""

MOST_OF_EACH = 10
"""Best partners of each that are looked at, for those of the same city."""

MOST_LEARNING = 20
"""Pairs across cities."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs with their chance and terms, best first.

    Parameters
    ----------
    pairs
        (k, 2) rows of the projection.
    chances
        (k,) 0..1.
    terms
        (k, t) what each term adds to the log-odds.
    names
        Of the t terms.
    """

    pairs: IntArray
    chances: npt.NDArray[np.float64]
    terms: npt.NDArray[np.float64]
    names: tuple[str, ...]

    def terms_of(self, row: int) -> dict[str, float]:
        """Return the terms of a pair by name."""
        return dict(zip(self.names, self.terms[row].tolist(), strict=True))


def best_pairs(predictor: LinkPredictor, at_home: npt.NDArray[np.bool_], elsewhere: npt.NDArray[np.bool_]) -> Scored:
    """Return the best pairs of the city, with the best few of each of its initiatives.

    Parameters
    ----------
    predictor
        Fitted.
    at_home, elsewhere
        (n,) which members are of the city, and which are not known to be.

    Raises
    ------
    Nothing.

    Notes
    -----
    All pairs are scored up to ``bounds.MAX_ALL_PAIRS_NODES`` members, above it the nearest of each.
    """
    each, chances_of_each = predictor.score_each(MOST_OF_EACH, nodes=np.flatnonzero(at_home))
    inside = at_home[each].all(axis=1)
    each, chances_of_each = each[inside], chances_of_each[inside]
    first = np.flatnonzero(np.append(True, each[1:, 0] != each[:-1, 0]))
    place = np.arange(len(each)) - np.repeat(first, np.diff(np.append(first, len(each))))
    if (at_home | elsewhere).sum() <= bounds.MAX_ALL_PAIRS_NODES:
        best, _ = predictor.score_all(MOST_RANKED)
        best = best[at_home[best].all(axis=1)][:MOST_SUGGESTIONS]
    else:  # a pair may come twice, once for each of its members
        best = each[np.argsort(-chances_of_each, kind="stable")][: 2 * MOST_SUGGESTIONS]
    chosen = np.unique(np.sort(np.concatenate([best, each[place < EACH]]), axis=1), axis=0)
    chances = predictor.score(chosen)
    order = np.lexsort((chosen[:, 1], chosen[:, 0], -chances))[:MOST_WORDED]
    terms, names = predictor.explain(chosen[order])
    return Scored(chosen[order], chances[order], terms, names)


def best_across(
    predictor: LinkPredictor,
    projection: Projection,
    evidence: Evidence,
    at_home: npt.NDArray[np.bool_],
    elsewhere: npt.NDArray[np.bool_],
) -> Scored:
    """Return who elsewhere has experience with what somebody here is about: what is shared must be stated."""
    about = projection.ties["about"].matrix
    shared = (about[at_home] @ about[elsewhere].T).tocoo()
    here, there = np.flatnonzero(at_home), np.flatnonzero(elsewhere)
    pairs = np.column_stack([here[shared.row], there[shared.col]]).astype(np.int64).reshape(-1, 2)
    if not len(pairs):
        return Scored(pairs, np.empty(0), np.empty((0, 0)), ())
    spread = np.asarray(about.sum(axis=0)).reshape(-1)
    worth = [sum(1 / spread[column] for column in set(projection.ties["about"].of(one)) &
                 set(projection.ties["about"].of(other))) for one, other in pairs.tolist()]  # fmt: skip
    order = np.lexsort((pairs[:, 1], pairs[:, 0], -np.array(worth)))[:MOST_LEARNING]
    terms, names = predictor.explain(pairs[order])
    return Scored(pairs[order], predictor.score(pairs[order]), terms, names)
