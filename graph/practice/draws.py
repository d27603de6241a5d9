"""Chance that is the same everywhere: seeded draws, one independent stream for each part of the city.

numpy promises that the raw stream of a bit generator stays as it is between versions, and promises it of nothing that
is derived from it. So everything here is derived from raw bits by our own arithmetic.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

_Item = TypeVar("_Item")


class Draws:
    """One stream of chance.

    Parameters
    ----------
    seed
        Seed of the whole city, >= 0.
    purpose
        What the stream is for. Another purpose is another stream, so that a new part of the city leaves the rest as
        it was.
    """

    def __init__(self, seed: int, purpose: str) -> None:
        self._bits = np.random.PCG64([seed, zlib.crc32(purpose.encode())])

    def uniform(self, n: int) -> FloatArray:
        """Return n numbers in [0, 1).

        Raises
        ------
        Nothing.
        """
        raw: npt.NDArray[np.uint64] = np.asarray(self._bits.random_raw(n), np.uint64)
        return (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53  # 53 bits fill a float exactly

    def normal(self, n: int) -> FloatArray:
        """Return n standard normal numbers.

        Raises
        ------
        Nothing.

        Source
        ------
        Box and Muller 1958, doi:10.1214/aoms/1177706645.
        """
        radius = np.sqrt(-2.0 * np.log1p(-self.uniform(n)))
        return np.asarray(radius * np.cos(2.0 * np.pi * self.uniform(n)))

    def integers(self, n: int, below: int | IntArray) -> IntArray:
        """Return n whole numbers in 0..below-1; ``below`` is one bound >= 1 or one for each.

        Raises
        ------
        Nothing.
        """
        return np.floor(self.uniform(n) * below).astype(np.int64)

    def weighted(self, n: int, weights: Sequence[float] | FloatArray) -> IntArray:
        """Return n indices into ``weights``, each as likely as its weight (>= 0, some > 0).

        Raises
        ------
        Nothing.
        """
        bounds = np.cumsum(np.asarray(weights, np.float64))
        return np.asarray(np.searchsorted(bounds[:-1], self.uniform(n) * bounds[-1], side="right"), np.int64)

    def order(self, n: int) -> IntArray:
        """Return 0..n-1 in a random order.

        Raises
        ------
        Nothing.
        """
        return np.argsort(self.uniform(n), kind="stable").astype(np.int64)

    def below(self, bound: int) -> int:
        """Return one whole number in 0..bound-1.

        Raises
        ------
        Nothing.
        """
        return int((int(self._bits.random_raw()) >> 11) * 2.0**-53 * bound)

    def chance(self, probability: float) -> bool:
        """Return True with this probability.

        Raises
        ------
        Nothing.
        """
        return (int(self._bits.random_raw()) >> 11) * 2.0**-53 < probability

    def pick(self, items: Sequence[_Item]) -> _Item:
        """Return one of the items, of which there is at least one.

        Raises
        ------
        Nothing.
        """
        return items[self.below(len(items))]

    def some(self, items: Sequence[_Item], most: int) -> list[_Item]:
        """Return at most so many different items, in a random order.

        Raises
        ------
        Nothing.
        """
        return [items[place] for place in self.order(len(items))[:most]]
