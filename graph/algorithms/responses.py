"""What a feature adds to the log-odds as its z-score grows: a line, or a line that bends at some knots.

Bends let a feature count at the top of the list only, and keep the sum of terms exact.
"""

from __future__ import annotations

import numpy as np

from graph.algorithms.edge_array import FloatArray

STRAIGHT: tuple[float, ...] = ()
BENT: tuple[float, ...] = (0.5, 2.5)
"""Spreads at which a rich feature's line may bend: where it begins to stand out, and where it stands out far."""


def bend(scores: FloatArray, knots: tuple[float, ...]) -> FloatArray:
    """Return scores with what lies above each knot beside them.

    Parameters
    ----------
    scores : (k, t) z-scores
    knots : where lines may bend

    Returns
    -------
    (k, t * (1 + knots)): the scores, then for each knot what they have above it.

    Raises
    ------
    Nothing.
    """
    if not knots:
        return scores
    return np.concatenate([scores, *(np.maximum(scores - knot, 0) for knot in knots)], axis=1)


def straighten(terms: FloatArray, knots: tuple[float, ...]) -> FloatArray:
    """Return one term a feature: the sum over its line and its bends.

    Parameters
    ----------
    terms : (k, t * (1 + knots)) or (t * (1 + knots),) as :func:`bend` orders them

    Returns
    -------
    (k, t) or (t,).

    Raises
    ------
    Nothing.
    """
    straight: FloatArray = np.add.reduce(np.split(terms, 1 + len(knots), axis=-1))
    return straight
