"""Features of pairs that do not follow from the edges: texts, features, places, and relations that the caller brings.

What is not known of a pair is NaN, never zero: two initiatives without a text are not two that differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from graph.algorithms.blocks import Rows
from graph.algorithms.edge_array import BoolArray, IntArray, check_length
from graph.algorithms.sheet import Float32Array, Sheet, gather, sparse_positions
from graph.errors import InputError

PROXIMITY_SCALE = 1_500.0
"""Metres at which nearness has fallen to 1/e: about a Dutch district across, a quarter of an hour's walk."""

ROWS_AT_A_TIME = 1_024
"""Pairs of rows that are multiplied at one time: 4 MB for texts, small enough to stay in a processor's cache."""

TEXT_SIMILARITY = "text_similarity"
FEATURE_OVERLAP = "feature_overlap"
PROXIMITY = "proximity"


class PairTerm(Protocol):
    """A feature of pairs that is computed from what is known of the nodes."""

    @property
    def name(self) -> str:
        """The term's name."""

    def sheet(self, sources: IntArray, targets: Rows) -> Sheet:
        """Return the feature over a block."""

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return the feature of some pairs, (k,)."""


@dataclass(frozen=True, slots=True)
class Cosine:
    """Cosine of two nodes' rows; unknown where either row is zero.

    Parameters
    ----------
    name : the term's name
    rows : (n, d) unit rows or zero rows, float32, dense or CSR
    known : (n,) whether a row is not zero
    """

    name: str
    rows: Any
    known: BoolArray

    def sheet(self, sources: IntArray, targets: Rows) -> Sheet:
        """Return the cosines over a block, dense.

        Raises
        ------
        Nothing.
        """
        product = self.rows[targets] @ self.rows[sources].T
        values: Float32Array = product.toarray() if sp.issparse(product) else product
        if not self.known.all():
            values[~self.known[targets]] = np.nan
            values[:, ~self.known[sources]] = np.nan
        return Sheet(values)

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return the cosines of some pairs, (k,).

        Raises
        ------
        Nothing.

        Notes
        -----
        Row by row instead of by a matrix product, whose last bits depend on the shape of the block; a thousand pairs
        at a time, because two rows of 512 numbers for each pair of a large graph would fill the memory.
        """
        values = np.zeros(len(pairs), np.float32)
        for low in range(0, len(pairs), ROWS_AT_A_TIME):
            part = pairs[low : low + ROWS_AT_A_TIME]
            one, other = self.rows[part[:, 0]], self.rows[part[:, 1]]
            if sp.issparse(one):
                values[low : low + len(part)] = (one * other).sum(axis=1)
            else:
                np.einsum("ij,ij->i", one, other, out=values[low : low + len(part)])
        values[~(self.known[pairs[:, 0]] & self.known[pairs[:, 1]])] = np.nan
        return values


@dataclass(frozen=True, slots=True)
class Proximity:
    """Nearness of two places, ``exp(-distance / scale)``; unknown where either place is.

    Parameters
    ----------
    coordinates : (n, 2) metres; NaN where unknown
    name : the term's name
    """

    coordinates: Float32Array
    name: str = PROXIMITY

    def sheet(self, sources: IntArray, targets: Rows) -> Sheet:
        """Return the nearness over a block, dense.

        Raises
        ------
        Nothing.
        """
        return Sheet(_nearness(self.coordinates[targets, None], self.coordinates[sources]))

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return the nearness of some pairs, (k,).

        Raises
        ------
        Nothing.
        """
        return _nearness(self.coordinates[pairs[:, 0]], self.coordinates[pairs[:, 1]])


def _nearness(one: Float32Array, other: Float32Array) -> Float32Array:
    """Return ``exp(-distance / scale)`` of two broadcast arrays of places."""
    east = one[..., 0] - other[..., 0]
    north = one[..., 1] - other[..., 1]
    distance: Float32Array = np.sqrt(east * east + north * north)
    nearness: Float32Array = np.exp(distance * np.float32(-1 / PROXIMITY_SCALE))
    return nearness


@dataclass(frozen=True, slots=True)
class Relation:
    """A value that the caller knows of pairs; unknown where there is none.

    Parameters
    ----------
    name : the term's name
    matrix : (n, n) symmetric float32 CSR
    """

    name: str
    matrix: Any

    def sheet(self, sources: IntArray, targets: Rows) -> Sheet:
        """Return the values over a block, sparse.

        Raises
        ------
        Nothing.
        """
        block = self.matrix[sources].T.tocsr()[targets]
        return Sheet(block.data, sparse_positions(block))

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return the values of some pairs, (k,).

        Raises
        ------
        Nothing.
        """
        keys = sparse_positions(self.matrix)
        return gather([Sheet(self.matrix.data, keys)], pairs[:, 0] * self.matrix.shape[1] + pairs[:, 1])[:, 0]


def build_pair_terms(
    n: int,
    *,
    texts: npt.NDArray[np.floating[Any]] | None = None,
    features: Any | None = None,
    coordinates: npt.NDArray[np.floating[Any]] | None = None,
    relations: Mapping[str, Any] | None = None,
) -> tuple[PairTerm, ...]:
    """Return the terms that can be made from what is given, always in the same order.

    Parameters
    ----------
    n : number of nodes
    texts : (n, d) vectors of texts; a zero row says that there is none
    features : (n, d) scipy sparse or dense, weights >= 0; a zero row says that nothing is known
    coordinates : (n, 2) metres; NaN where unknown
    relations : name -> (n, n) scipy sparse; zero says that nothing is known, the larger of (u, v) and (v, u) counts

    Returns
    -------
    The terms: text similarity, overlap of features, proximity, then the relations by name.

    Raises
    ------
    InputError
        When an array does not have n rows, is not finite, or a relation bears the name of another term.
    """
    terms: list[PairTerm] = []
    if texts is not None:
        terms.append(_text_similarity(texts, n))
    if features is not None:
        terms.append(_feature_overlap(features, n))
    if coordinates is not None:
        terms.append(_proximity(coordinates, n))
    terms += [_relation(name, (relations or {})[name], n) for name in sorted(relations or {})]
    return tuple(terms)


def _text_similarity(texts: npt.NDArray[np.floating[Any]], n: int) -> Cosine:
    """Return the cosine of the nodes' texts."""
    table = np.asarray(texts)
    check_length(table, n, "texts")
    if table.ndim != 2 or table.dtype.kind not in "fiu" or not np.isfinite(table).all():
        raise InputError(
            "'texts' moet een tabel met eindige getallen zijn.", "'texts' must be a table of finite numbers."
        )
    return Cosine(TEXT_SIMILARITY, *unit_rows(table))


def unit_rows(table: npt.NDArray[np.floating[Any]]) -> tuple[Float32Array, BoolArray]:
    """Return a table's (n, d) rows brought to length one, and for each whether it had any length.

    Raises
    ------
    Nothing.
    """
    length = np.linalg.norm(table, axis=1, keepdims=True)
    rows = table / np.where(length > 0, length, 1)
    return np.ascontiguousarray(rows, np.float32), length.ravel() > 0


def unit_sparse_rows(table: Any) -> tuple[Any, BoolArray]:
    """Return a sparse table's (n, d) rows brought to length one, float32, and for each whether it had any length.

    Raises
    ------
    Nothing.
    """
    length = np.sqrt(np.asarray(table.multiply(table).sum(axis=1), np.float64).ravel())
    rows = sp.diags_array(1 / np.where(length > 0, length, 1)) @ table
    return sp.csr_array(rows, dtype=np.float32), length > 0


def _feature_overlap(features: Any, n: int) -> Cosine:
    """Return the cosine of the nodes' features, each weighed by how few nodes have it (tf-idf)."""
    matrix = sp.csr_array(features, dtype=np.float64)
    check_length(matrix, n, "features")
    if not np.isfinite(matrix.data).all():
        raise InputError(
            "'features' mag alleen eindige getallen bevatten.", "'features' must hold finite numbers only."
        )
    holders = np.bincount(matrix.nonzero()[1], minlength=matrix.shape[1])
    # One is added so that a feature that all nodes share still says that something is known of them.
    weighed = matrix.multiply(1 + np.log((1 + n) / (1 + holders))).tocsr()
    return Cosine(FEATURE_OVERLAP, *unit_sparse_rows(weighed))


def _proximity(coordinates: npt.NDArray[np.floating[Any]], n: int) -> Proximity:
    """Return the nearness of the nodes' places."""
    places = np.asarray(coordinates)
    check_length(places, n, "coordinates")
    if places.ndim != 2 or places.shape[1] != 2 or places.dtype.kind not in "fiu" or np.isinf(places).any():
        raise InputError(
            "'coordinates' moet twee kolommen in meters hebben.", "'coordinates' must be two columns in metres."
        )
    return Proximity(places.astype(np.float32))


def _relation(name: str, matrix: Any, n: int) -> Relation:
    """Return what the caller knows of pairs."""
    known = sp.csr_array(matrix, dtype=np.float32)
    if known.shape != (n, n) or not np.isfinite(known.data).all() or (known != known.T).nnz:
        raise InputError(
            f"De relatie '{name}' moet een symmetrische {n} x {n}-matrix met eindige getallen zijn.",
            f"The relation '{name}' must be a symmetric {n} x {n} matrix of finite numbers.",
            concerning=name,
        )
    known.eliminate_zeros()
    return Relation(name, known)
