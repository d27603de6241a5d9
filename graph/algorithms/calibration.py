"""From a sum of weighed features to an honest probability.

Two numbers: a slope, learned from links that were hidden and weights that had not seen them, and an intercept such that
the unlinked pairs together hold as many links as one may expect to be missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit

from graph.algorithms.edge_array import FloatArray
from graph.algorithms.logistic import fit_logistic

MISSING_SHARE = 0.2
"""Share of all links that is taken to be unknown: the share that is hidden wherever quality is measured."""

PSEUDO_LINKS, PSEUDO_PAIRS = 0.1, 10.0
"""Added to what is counted, so that three nodes without a link are given one chance in a hundred, not none."""

LEAST_RATE = 2e-4
"""However large a graph without links is, a pair keeps two chances in ten thousand that evidence can raise."""

MOST_RATE = 0.75
"""Where more links are expected to be missing than there are pairs left, three of four pairs is the most."""

SLOPE_PRECISION = 20.0
"""How firmly the slope is expected to be what it usually is: some tens of hidden links can move it."""

HALFWAY = 5.0
"""Hidden links at which the slope's expectation is halfway between a half, where nothing was tried out, and one. The
scales of a handful of links are not to be trusted: a single path then stands out by eight spreads."""

SLOPE_BOUNDS = (0.25, 2.0)
"""A slope beyond these would say more about too few links than about the weights; it never turns the order round."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Log-odds are ``intercept + slope * weighed sum``."""

    intercept: float
    slope: float


def expected_rate(links: int, unlinked: int) -> float:
    """Return which share of the unlinked pairs is expected to be a link that is not known yet.

    Parameters
    ----------
    links : eligible pairs that are linked
    unlinked : eligible pairs that are not

    Returns
    -------
    Between ``LEAST_RATE`` and ``MOST_RATE``.

    Raises
    ------
    Nothing.
    """
    missing = links * MISSING_SHARE / (1 - MISSING_SHARE)
    return float(np.clip((missing + PSEUDO_LINKS) / (unlinked + PSEUDO_PAIRS), LEAST_RATE, MOST_RATE))


def fit_slope(hidden: FloatArray, reference: FloatArray, rate: float) -> float:
    """Return by how much weighed sums must be stretched to be log-odds.

    Parameters
    ----------
    hidden : (h,) weighed sums of links that were hidden, by weights that had not seen them
    reference : (r,) those of pairs that stay unlinked
    rate : share of links among unlinked pairs, which the two together are made to show

    Returns
    -------
    A number within ``SLOPE_BOUNDS``; a half where nothing was hidden.

    Raises
    ------
    Nothing.
    """
    expected = 0.5 + 0.5 * len(hidden) / (len(hidden) + HALFWAY)
    if len(hidden) == 0 or len(reference) == 0:
        return expected
    sums = np.concatenate([hidden, reference])
    labels = np.concatenate([np.ones(len(hidden)), np.zeros(len(reference))])
    unlinked = len(hidden) * (1 - rate) / rate / len(reference)
    weights = np.where(labels == 1, 1.0, unlinked)
    slope, _ = fit_logistic(sums[:, None], labels, weights, (np.full(1, expected), np.full(1, SLOPE_PRECISION)))
    return float(np.clip(slope[0], *SLOPE_BOUNDS))


def fit_intercept(stretched: FloatArray, rate: float) -> float:
    """Return the intercept at which the mean probability of the unlinked pairs is a given rate.

    Parameters
    ----------
    stretched : (r,) slope times weighed sum of pairs that stand for all unlinked ones
    rate : between 0 and 1

    Returns
    -------
    The intercept; the log-odds of the rate itself where there are no pairs.

    Raises
    ------
    Nothing.
    """
    level = float(np.log(rate / (1 - rate)))
    if len(stretched) == 0:
        return level
    low, high = level - float(stretched.max()), level - float(stretched.min())
    if high - low < 1e-12:
        return low
    return float(brentq(lambda intercept: expit(stretched + intercept).mean() - rate, low, high, xtol=1e-9))
