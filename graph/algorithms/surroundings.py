"""What is known around two nodes: features and texts averaged over the links, compared between the two of a pair.

A node says little about itself with eighteen words; what its neighbours say fills in. Links shape these features, so
they are computed anew wherever links are hidden.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from graph.algorithms.edge_array import BoolArray, FloatArray, build_adjacency
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.pair_terms import Cosine
from graph.algorithms.sheet import Float32Array

AROUND = "around"
STEPS = ("one_step", "two_steps", "three_steps")
"""Own content against that of the other's neighbours; then content averaged over so many steps, the own included."""

DENSE_FROM = 0.05
"""Share of entries above which a table of features is multiplied faster as a dense one."""

NOTHING = 1e-6
"""Length below which a vector is what rounding left of none."""


@dataclass(frozen=True, slots=True)
class ContentGram:
    """The products of all nodes' content, less the mean of those that have any.

    Parameters
    ----------
    name : of the content's own term
    products : (n, n) symmetric float32; nil where a node has no content
    """

    name: str
    products: Float32Array

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the features that :func:`surrounding_tables` gives.

        Raises
        ------
        Nothing.
        """
        return tuple(f"{self.name}_{what}" for what in (AROUND, *STEPS))


def build_content_gram(term: Cosine) -> ContentGram:
    """Return the products of the rows that a term compares.

    Parameters
    ----------
    term : its rows are unit vectors or nil

    Raises
    ------
    Nothing.

    Notes
    -----
    O(n^2 d) where dense, the shared entries of all pairs where sparse. The mean is taken away because averages over
    more and more neighbours all come near it, and would all look alike.
    """
    rows = term.rows
    if sp.issparse(rows) and rows.nnz > DENSE_FROM * np.prod(rows.shape):
        rows = rows.toarray()
    products = rows @ rows.T
    dense: Float32Array = products.toarray() if sp.issparse(products) else products
    share = term.known / max(1, term.known.sum())
    mean = (dense @ share).astype(np.float32)
    dense = dense - mean[:, None] - mean + np.float32(share @ mean)
    dense[~term.known] = 0
    dense[:, ~term.known] = 0
    return ContentGram(term.name, dense)


def surrounding_tables(gram: ContentGram, edges: EdgeTable) -> list[Float32Array]:
    """Return how alike the surroundings of all pairs are.

    Parameters
    ----------
    gram : the products of the nodes' content
    edges : the graph

    Returns
    -------
    One (n, n) for each of ``gram.names``, symmetric, between -1 and 1; NaN where nothing is known.

    Raises
    ------
    Nothing.

    Notes
    -----
    O(n m) a step, whatever the number of features: averaging both sides of the products is averaging the vectors.

    Source
    ------
    Averaging over steps: Wu et al., Simplifying graph convolutional networks, ICML 2019, arXiv:1902.07153.
    """
    adjacency = build_adjacency(edges.pairs, edges.n).astype(np.float32)
    degree = np.diff(adjacency.indptr)
    others = sp.csr_array(sp.diags_array((1 / np.maximum(degree, 1)).astype(np.float32)) @ adjacency)
    loops = sp.csr_array(sp.eye_array(edges.n, dtype=np.float32) + adjacency)
    with_own = sp.csr_array(sp.diags_array((1 / (degree + 1)).astype(np.float32)) @ loops)
    tables = [_around(gram.products, others)]
    products = gram.products
    for _ in STEPS:
        products = with_own @ (with_own @ products).T
        tables.append(_cosines(products))
    return tables


def _cosines(products: Float32Array) -> Float32Array:
    """Return products divided by the lengths of both vectors; NaN where either is nil."""
    inverse, _ = _inverse_lengths(np.diagonal(products))
    cosines: Float32Array = products * inverse[:, None] * inverse
    return cosines


def _around(products: Float32Array, others: sp.csr_array) -> Float32Array:
    """Return the cosine of one's content with the mean of the other's neighbours, averaged over the ways known."""
    means = others @ products
    row = np.repeat(np.arange(len(products)), np.diff(others.indptr))
    squares = np.zeros(len(products))
    np.add.at(squares, row, others.data * means[row, others.indices])
    own, has_own = _inverse_lengths(np.diagonal(products))
    near, has_near = _inverse_lengths(squares)
    one_way = np.nan_to_num(means * near[:, None] * own)
    ways = np.outer(has_near, has_own).astype(np.float32)
    with np.errstate(invalid="ignore"):
        both: Float32Array = (one_way + one_way.T) / (ways + ways.T)
    return both


def _inverse_lengths(squares: FloatArray | Float32Array) -> tuple[Float32Array, BoolArray]:
    """Return one over each length, NaN where there is none, and whether there is."""
    known = squares > NOTHING**2
    inverse = np.where(known, 1 / np.sqrt(np.where(known, squares, 1)), np.nan)
    return inverse.astype(np.float32), known
