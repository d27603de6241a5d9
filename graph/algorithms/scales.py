"""Scales that make features of any graph comparable: how far a value stands out among the graph's unlinked pairs.

A weight learned on one graph says something about another only where both speak in the same unit; the unit here is the
spread over pairs that are not linked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

SOFT_BEYOND = 4.0
"""Spreads beyond which a value counts by its logarithm only: one odd pair must not decide by itself."""

Precision = TypeVar("Precision", np.float32, np.float64)


@dataclass(frozen=True, slots=True)
class Scale:
    """From a feature's value to its z-score.

    Parameters
    ----------
    mean : mean value, by which a heavy-tailed feature is divided before its logarithm is taken; None for others
    centre, spread : mean and standard deviation of what then stands there; a spread of 0 makes every score 0
    """

    mean: float | None
    centre: float
    spread: float

    def apply(self, values: npt.NDArray[Precision]) -> npt.NDArray[Precision]:
        """Return the z-scores of values; unknown (NaN) stays unknown.

        Parameters
        ----------
        values : any shape, single or double precision, kept

        Returns
        -------
        The same shape and precision; up to four spreads linear, beyond that by logarithm.

        Raises
        ------
        Nothing.
        """
        if self.spread == 0:
            return np.zeros_like(values)
        # In place: blocks are large, and fresh memory for each step would cost more than the arithmetic.
        scores = np.array(values, order="C") if self.mean is None else np.divide(values, self.mean, order="C")
        if self.mean is not None:
            scores += 1
            np.log(scores, out=scores)
        scores -= self.centre
        scores *= 1 / self.spread
        _soften(scores)
        return scores


def _soften(scores: npt.NDArray[Any]) -> None:
    """Replace what lies beyond the soft bound by its logarithm."""
    # Highest and lowest tell at once that nothing does; where one is NaN, all are looked at.
    if not (scores.max(initial=0) <= SOFT_BEYOND and scores.min(initial=0) >= -SOFT_BEYOND):
        over = np.flatnonzero(np.abs(scores) > SOFT_BEYOND)
        far = scores.ravel()[over]
        scores.ravel()[over] = np.sign(far) * (SOFT_BEYOND + np.log(np.abs(far) - (SOFT_BEYOND - 1)))


def fit_scale(values: npt.NDArray[np.floating[Any]], *, heavy: bool = False, centred: bool = True) -> Scale:
    """Return the scale of a feature from its values over unlinked pairs.

    Parameters
    ----------
    values : (r,), NaN where unknown
    heavy : whether a few pairs hold most of the feature, so that its logarithm is what compares
    centred : whether zero is a value like others; False where it says that nothing is known, and so must score 0

    Returns
    -------
    The scale; with a spread of 0 where all known values are the same or none is known.

    Raises
    ------
    Nothing.
    """
    known = values[~np.isnan(values)].astype(np.float64)
    mean = float(known.mean()) if len(known) else 0.0
    # What differs by less is the rounding of single precision, as among the nodes of a cycle.
    if len(known) == 0 or np.ptp(known) <= 1e-6 * np.abs(known).max():
        return Scale(None, 0.0, 0.0)
    if heavy:
        known = np.log(known / mean + 1)
    centre = float(known.mean()) if centred else 0.0
    return Scale(mean if heavy else None, centre, float(np.sqrt(np.mean((known - centre) ** 2))))


def widen_scales(scales: Sequence[Scale], others: Sequence[Sequence[Scale]]) -> tuple[Scale, ...]:
    """Return scales whose spreads are no less than those that weights were learned on.

    In a graph whose nodes are all but alike, such as a path, the few that differ would stand out by any number of
    spreads, while in the same graph with links hidden many differ, and that is what the weights know.

    Parameters
    ----------
    scales : one a feature, of the whole graph
    others : the same features' scales in each graph with links hidden; none leaves the scales as they are

    Raises
    ------
    Nothing.
    """
    if not others:
        return tuple(scales)
    learned = [float(np.mean([one.spread for one in each])) for each in zip(*others, strict=True)]
    # What does not vary at all has no spread to widen.
    return tuple(
        replace(scale, spread=max(scale.spread, spread)) if scale.spread else scale
        for scale, spread in zip(scales, learned, strict=True)
    )
