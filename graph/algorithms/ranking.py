"""Ranking by weighted criteria, and how firm a place is when the weights move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.algorithms.edge_array import FloatArray, IntArray
from graph.errors import InputError

FACTOR = 2.0
"""Weights may move to half and to twice: votes of a meeting are no finer than that."""

DRAWS = 500
"""Weightings that are tried besides those in which one weight moves alone."""

TURNING = np.geomspace(1.0, 8.0, 25)[1:]
"""Factors by which one weight is multiplied and divided to see which criterion turns a place first."""


def order_weights(places: npt.ArrayLike) -> FloatArray:
    """Return weights for criteria of which only the order of importance is known.

    Parameters
    ----------
    places : (c,) 1 is most important, ties allowed; NaN for a criterion that nobody placed: it shares the last place

    Returns
    -------
    (c,) that add up to 1; criteria of one place weigh the same.

    Notes
    -----
    O(c log c). The centroid of all weights that agree with the order: what lies in the middle of what it could mean.

    Source
    ------
    Barron, Barrett, Management Science 42 (1996), doi:10.1287/mnsc.42.11.1515.
    """
    place = np.asarray(places, dtype=float)
    count = len(place)
    if not count:
        return np.zeros(0)
    centroid = np.cumsum((1.0 / np.arange(1, count + 1))[::-1])[::-1] / count
    filled = np.where(np.isnan(place), np.inf, place)
    order = np.argsort(filled, kind="stable")
    weights = np.empty(count)
    weights[order] = centroid
    for one in np.unique(filled):
        weights[filled == one] = weights[filled == one].mean()
    return weights


def weighted_scores(scores: npt.ArrayLike, weights: npt.ArrayLike) -> FloatArray:
    """Return weighted means; what is not known of one counts as the mean of those of which it is known.

    A mean over what is known alone would place first whoever little but one good thing is known of.

    Parameters
    ----------
    scores : (n, c) 0..1, NaN where unknown
    weights : (c,) or (d, c) >= 0

    Returns
    -------
    (n,) or (d, n); NaN where nothing that weighs is known. What is known of nobody counts for nobody.

    Raises
    ------
    InputError
        The shapes do not fit, or a weight is below nought.

    Notes
    -----
    O(d n c).
    """
    score, weight = np.asarray(scores, dtype=float), np.asarray(weights, dtype=float)
    if score.ndim != 2 or weight.shape[-1:] != score.shape[1:] or (weight < 0).any():
        raise InputError("De gewichten passen niet bij de criteria.", "The weights do not fit the criteria.")
    known = ~np.isnan(score)
    used = known.any(axis=0)
    mean = np.where(known, score, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    total = (weight * used).sum(axis=-1)[..., None]
    with np.errstate(invalid="ignore", divide="ignore"):
        found: FloatArray = np.where(weight @ known.T > 0, (weight @ np.where(known, score, mean).T) / total, np.nan)
    return found


@dataclass(frozen=True, slots=True)
class Places:
    """Places in a ranking.

    Parameters
    ----------
    scores : (n,) weighted, NaN where nothing is known
    rank : (n,) 1 is best; who has equal scores shares a place, who has none stands last
    best, worst : (n,) places as weights move
    turned_by : (n,) the criterion that changes the place first, -1 where none does
    """

    scores: FloatArray
    rank: IntArray
    best: IntArray
    worst: IntArray
    turned_by: IntArray


def rank_firmly(scores: npt.ArrayLike, weights: npt.ArrayLike, *, seed: int = 0) -> Places:
    """Return places, and how firm they are.

    Parameters
    ----------
    scores : (n, c) 0..1, NaN where unknown
    weights : (c,) >= 0
    seed : what chance starts from

    Raises
    ------
    InputError
        The shapes do not fit, or a weight is below nought.

    Notes
    -----
    O(``DRAWS`` n (c + log n)). The interval holds the places under all weightings that were tried: each weight alone to
    half and to twice, and many at once.
    """
    score, weight = np.asarray(scores, dtype=float), np.asarray(weights, dtype=float)
    found = weighted_scores(score, weight)
    rank = _ranks(found[None])[0]
    count = len(weight)
    drawn = FACTOR ** np.random.default_rng(seed).uniform(-1, 1, (DRAWS, count))
    alone = np.concatenate(
        [np.ones((1, count)), *(np.where(np.eye(count) > 0, one, 1.0) for one in (FACTOR, 1 / FACTOR))]
    )
    tried = _ranks(weighted_scores(score, weight * np.concatenate([alone, drawn])))
    return Places(found, rank, tried.min(axis=0), tried.max(axis=0), _turned_by(score, weight, rank))


def _ranks(scores: FloatArray) -> IntArray:
    """Return places row by row: one more than how many are better."""
    known = np.where(np.isnan(scores), -np.inf, np.round(scores, 12))
    ordered = np.sort(-known, axis=1)
    found = [np.searchsorted(row, -one, side="left") + 1 for row, one in zip(ordered, known, strict=True)]
    return np.array(found, dtype=np.int64).reshape(scores.shape)


def _turned_by(scores: FloatArray, weights: FloatArray, rank: IntArray) -> IntArray:
    """Return which criterion changes each place with the smallest move of its weight."""
    found = np.full(len(rank), -1, dtype=np.int64)
    for factor in TURNING:
        for criterion in range(len(weights)):
            for times in (factor, 1 / factor):
                moved = weights.copy()
                moved[criterion] *= times
                changed = (_ranks(weighted_scores(scores, moved)[None])[0] != rank) & (found < 0)
                found[changed] = criterion
    return found
