"""How unevenly something is shared out: the Gini coefficient, from 0 (even) to 1 (all to one)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graph.errors import InputError


def measure_skew(amounts: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> float:
    """Return how unevenly amounts are shared, 0 (each as much) to 1 (all to one).

    Parameters
    ----------
    amounts
        (n,) what each has, >= 0.
    sizes
        (n,) how many each stands for, > 0, where those that share are groups; 1 each unless given.

    Returns
    -------
    float
        The Gini coefficient over the most that it can be for these sizes, so that all to the smallest is 1 exactly;
        0 where fewer than two share, or there is nothing to share.

    Raises
    ------
    InputError
        An amount is below 0, a size is not above it, or there are not as many of both.

    Notes
    -----
    n log n, for the sorting. The order of what is given does not matter.

    Source: Deltas, "The small-sample bias of the Gini coefficient", 2003, doi:10.1162/rest.2003.85.1.226, for the
    correction that makes small n comparable.

    Example
    -------
    >>> measure_skew([3, 3, 3]), measure_skew([0, 0, 9])
    (0.0, 1.0)
    """
    given = np.asarray(amounts, dtype=np.float64)
    weights = np.ones_like(given) if sizes is None else np.asarray(sizes, dtype=np.float64)
    if given.shape != weights.shape or given.ndim != 1 or (given < 0).any() or (weights <= 0).any():
        raise InputError(
            "Een scheefheid vraagt per deelnemer één aantal vanaf 0 en één grootte boven 0.",
            "A skew needs for each that shares one amount of 0 or more and one size above 0.",
        )
    if len(given) < 2 or given.sum() == 0:
        return 0.0
    order = np.argsort(given / weights, kind="stable")
    shares = np.cumsum(given[order]) / given.sum()
    people = weights[order] / weights.sum()
    below = np.concatenate([[0.0], shares[:-1]])
    gini = 1.0 - float(np.sum(people * (shares + below)))
    return float(np.clip(gini / (1.0 - people.min()), 0.0, 1.0))
