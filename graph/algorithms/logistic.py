"""Logistic regression whose weights have a Gaussian prior: with few rows the prior speaks, with many the rows."""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from graph.algorithms.edge_array import FloatArray

INTERCEPT_PRECISION = 1e-3
"""All but none: the intercept belongs to the rows. Just enough that rows of one label do not send it to infinity."""


def fit_logistic(
    rows: FloatArray, labels: FloatArray, row_weights: FloatArray, prior: tuple[FloatArray, FloatArray]
) -> tuple[FloatArray, float]:
    """Return the weights that are most probable after seeing the rows.

    Parameters
    ----------
    rows : (k, t) scores; no NaN
    labels : (k,) each 0 or 1
    row_weights : (k,) >= 0; how many observations a row stands for
    prior : the (t,) means and the (t,) precisions (> 0) of the weights

    Returns
    -------
    The (t,) weights and the intercept. Without rows: the prior's means and 0.

    Raises
    ------
    Nothing.

    Notes
    -----
    The function to minimise is strictly convex, so there is one answer, found by Newton steps in a trust region:
    O(k t^2) a step, some ten steps.
    """
    mean = np.append(prior[0], 0.0)
    precision = np.append(prior[1], INTERCEPT_PRECISION)
    if len(rows) == 0:
        return mean[:-1], 0.0
    design = np.column_stack([rows, np.ones(len(rows))])

    def loss(weights: FloatArray) -> tuple[float, FloatArray]:
        logits = design @ weights
        fit = row_weights @ (np.logaddexp(0, logits) - labels * logits)
        slope: FloatArray = design.T @ (row_weights * (expit(logits) - labels))
        away = weights - mean
        return float(fit + 0.5 * precision @ away**2), slope + precision * away

    def curvature(weights: FloatArray) -> FloatArray:
        chance = expit(design @ weights)
        bend: FloatArray = (design * (row_weights * chance * (1 - chance))[:, None]).T @ design
        bend += np.diag(precision)
        return bend

    found = minimize(loss, mean, method="trust-exact", jac=True, hess=curvature, options={"gtol": 1e-6})
    return found.x[:-1], float(found.x[-1])
