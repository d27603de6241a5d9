"""One feature over a block of pairs: dense, or sparse where most pairs have nothing.

A block is a rectangle of pairs: its columns are sources, its rows targets. Neighbours in common exist at a few pairs
in a hundred; keeping those features sparse is what makes all pairs of a graph affordable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.algorithms.edge_array import IntArray

Float32Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The values of one feature at the pairs of a block.

    Parameters
    ----------
    values : (targets, sources) where dense, else (entries,); NaN says that nothing is known
    at : None where dense, else the (entries,) positions ``target * sources + source``; elsewhere it is zero
    """

    values: Float32Array
    at: IntArray | None = None


def gather(sheets: Sequence[Sheet], positions: IntArray) -> Float32Array:
    """Return the values of several features at some pairs of a block.

    Parameters
    ----------
    sheets : t features of one block
    positions : (k,) each ``target * sources + source``

    Returns
    -------
    (k, t) in the order of the positions and the sheets.

    Raises
    ------
    IndexError
        When a position lies outside a dense block.

    Notes
    -----
    O(k t), and one sort for all sparse features that share their positions.
    """
    found = np.zeros((len(positions), len(sheets)), np.float32)
    shared: IntArray | None = None
    for term, sheet in enumerate(sheets):
        if sheet.at is None:
            found[:, term] = sheet.values.ravel()[positions]
        elif len(sheet.at):
            if sheet.at is not shared:
                shared = sheet.at
                order = np.argsort(shared)
                place = order[np.minimum(np.searchsorted(shared[order], positions), len(order) - 1)]
                hit = shared[place] == positions
            found[hit, term] = sheet.values[place[hit]]
    return found


def sparse_positions(block: Any) -> IntArray:
    """Return where the entries of a (targets, sources) CSR block lie, as positions in the flat block.

    Parameters
    ----------
    block : CSR array

    Returns
    -------
    (nnz,) int64, in the order of the entries.

    Raises
    ------
    Nothing.
    """
    targets, sources = block.shape
    rows = np.repeat(np.arange(targets, dtype=np.int64) * sources, np.diff(block.indptr))
    positions: IntArray = rows + block.indices
    return positions
