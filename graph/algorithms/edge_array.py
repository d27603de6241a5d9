"""Edges as an array: checked, undirected, sorted, each once.

The first step of every algorithm here. Whatever the order, direction or repetition in which edges come, the same graph
gives the same array; that is what makes results equal to the byte.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from graph.errors import InputError

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]


def check_pairs(pairs: npt.ArrayLike, n: int) -> IntArray:
    """Return pairs of node indices as a checked (k, 2) array.

    Parameters
    ----------
    pairs : (k, 2) integers in 0..n-1; an empty sequence is fine
    n : number of nodes, >= 0

    Returns
    -------
    (k, 2) int64, in the order given.

    Raises
    ------
    InputError
        When ``n`` is negative, the shape is another one, a value is no whole number or no node.
    """
    if n < 0:
        raise InputError(f"Het aantal knopen is {n}; het moet 0 of meer zijn.", f"n is {n}; it must be 0 or more.")
    given = np.asarray(pairs)
    if given.size == 0:
        return np.empty((0, 2), np.int64)
    if given.ndim != 2 or given.shape[1] != 2 or given.dtype.kind not in "iu":
        raise InputError(
            "Paren horen twee kolommen met hele getallen te hebben.", "Pairs must be two columns of whole numbers."
        )
    if given.min() < 0 or given.max() >= n:
        raise InputError(f"Een paar noemt een knoop buiten 0..{n - 1}.", f"A pair names a node outside 0..{n - 1}.")
    return given.astype(np.int64)


def check_length(values: npt.NDArray[Any], length: int, what: str) -> None:
    """Refuse an array whose first axis has another length than it describes.

    Parameters
    ----------
    values : an array
    length : what its first axis must measure
    what : the argument's name, for the sentence

    Raises
    ------
    InputError
        When the lengths differ.
    """
    if values.ndim == 0 or values.shape[0] != length:
        raise InputError(
            f"'{what}' heeft vorm {values.shape}; de eerste maat moet {length} zijn.",
            f"'{what}' has shape {values.shape}; its first axis must be {length}.",
        )


def undirected_edges(edges: npt.ArrayLike, n: int) -> IntArray:
    """Return each edge once, smaller index first, sorted; self-loops are left out.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; direction, order and doubles do not matter
    n : number of nodes

    Returns
    -------
    (m', 2) int64 with ``u < v``, sorted by (u, v).

    Raises
    ------
    InputError
        As :func:`check_pairs`.

    Notes
    -----
    O(m log m).
    """
    return decode_pairs(np.unique(encode_pairs(without_loops(check_pairs(edges, n)), n)), n)


def without_loops(pairs: IntArray) -> IntArray:
    """Return the (k', 2) pairs whose two ends differ, in the order given.

    Raises
    ------
    Nothing.
    """
    kept: IntArray = pairs[pairs[:, 0] != pairs[:, 1]]
    return kept


def encode_pairs(pairs: IntArray, n: int) -> IntArray:
    """Return one whole number for each undirected pair: ``smaller * n + larger``.

    Parameters
    ----------
    pairs : (k, 2) node indices, either way round
    n : number of nodes; up to 3e9, so that the number fits in 64 bits

    Returns
    -------
    (k,) int64, ordered as pairs are: by smaller, then larger index.

    Raises
    ------
    Nothing.
    """
    keys: IntArray = np.minimum(pairs[:, 0], pairs[:, 1]) * n + np.maximum(pairs[:, 0], pairs[:, 1])
    return keys


def is_among(keys: IntArray, known: IntArray) -> BoolArray:
    """Return for each of (k,) numbers whether it is among the (m,) sorted known ones.

    Raises
    ------
    Nothing.

    Notes
    -----
    O(k log m); ``numpy.isin`` would sort both together at every call.
    """
    if len(known) == 0:
        return np.zeros(len(keys), np.bool_)
    place = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    among: BoolArray = known[place] == keys
    return among


def decode_pairs(keys: IntArray, n: int) -> IntArray:
    """Return the (k, 2) pairs, smaller index first, that :func:`encode_pairs` made numbers of.

    Raises
    ------
    Nothing.
    """
    return np.stack(np.divmod(keys, max(n, 1)), axis=1)


def build_adjacency(edges: IntArray, n: int) -> sp.csr_array:
    """Return the symmetric adjacency matrix of undirected edges.

    Parameters
    ----------
    edges : (m, 2), each edge once, no loops (:func:`undirected_edges`)
    n : number of nodes

    Returns
    -------
    (n, n) float32 CSR of ones with sorted indices.

    Raises
    ------
    Nothing.

    Notes
    -----
    O(n + m). Single precision: counts of neighbours are exact in it up to sixteen million.
    """
    both = np.concatenate([edges, edges[:, ::-1]])
    adjacency = sp.csr_array((np.ones(len(both), np.float32), (both[:, 0], both[:, 1])), shape=(n, n))
    adjacency.sort_indices()
    return adjacency
