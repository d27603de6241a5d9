"""How far a pair stands out among the pairs that have neighbours in common, or short paths, at all.

Among all pairs of a large graph one neighbour in common stands out so far already that a second one adds little; at the
top of a list it decides. Where there are none, these features are unknown and say nothing.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from graph.algorithms.edge_array import build_adjacency
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.sheet import Float32Array

STANDING_OUT_NAMES = ("common_among_close", "adamic_among_close", "allocation_among_close", "l3_among_near")


def standing_out_tables(edges: EdgeTable) -> list[Float32Array]:
    """Return the logarithms of neighbours in common and paths of three, NaN where there are none.

    Parameters
    ----------
    edges : the graph

    Returns
    -------
    One (n, n) for each of ``STANDING_OUT_NAMES``, symmetric: neighbours in common counted, weighed by one over the
    logarithm of their degree, weighed by one over their degree; paths of three weighed by the root of both degrees.

    Raises
    ------
    Nothing.

    Notes
    -----
    The wedges of the graph, and O(n m) for the paths.
    """
    adjacency = build_adjacency(edges.pairs, edges.n).astype(np.float64)
    degree = np.diff(adjacency.indptr)
    weights = (np.ones(edges.n), 1 / np.log(np.maximum(degree, 2)), 1 / np.maximum(degree, 1))
    root = sp.diags_array(1 / np.sqrt(np.maximum(degree, 1)))
    products = [adjacency @ sp.diags_array(weight) @ adjacency for weight in weights]
    products.append(adjacency @ root @ adjacency @ root @ adjacency)
    return [_logarithms(product.toarray()) for product in products]


def _logarithms(values: Float32Array) -> Float32Array:
    """Return logarithms, NaN of nil, and both halves of the table the same to the last bit."""
    symmetric = (values + values.T) / 2
    known = np.where(symmetric > 0, symmetric, np.nan)
    return np.ascontiguousarray(np.log(known), np.float32)
