"""Features of pairs that follow from the shortest paths between them and from degrees: what a large graph can afford.

Walks over the whole graph, which the other structures have, cost O(m) for each node; these cost the neighbours of two
nodes, so that one more pair takes a fraction of a millisecond among a hundred thousand.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from graph.algorithms.blocks import Rows
from graph.algorithms.edge_array import IntArray, build_adjacency
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.sheet import Float32Array, Sheet
from graph.algorithms.structure import KIND_SIMILARITY, kind_profile

PAIRS_AT_A_TIME = 10_000
"""Pairs whose neighbours are held at one time; two hundred thousand of each at twenty links a node."""


class NearStructure:
    """The features of one graph: paths between the two of a pair, and degrees.

    Parameters
    ----------
    edges : the graph; where its edges are of several kinds, how alike two nodes' mixtures of them are is a feature too
    two_sided : whether the shortest paths between unlinked nodes have three steps (``l3``) instead of two

    Notes
    -----
    ``damped_neighbours`` counts neighbours in common, each divided by the root of its degree: between Adamic-Adar and
    resource allocation. A pair costs the degrees of its nodes; in a two-sided graph those of its first node's
    neighbours too.

    Source
    ------
    L3: Kovács et al., Nature Communications 10 (2019), doi:10.1038/s41467-019-09177-y.
    """

    def __init__(self, edges: EdgeTable, *, two_sided: bool) -> None:
        self.n = edges.n
        self.two_sided = two_sided
        path = "l3" if two_sided else "damped_neighbours"
        self.heavy = frozenset({path})
        self.adjacency = build_adjacency(edges.pairs, edges.n)
        self.degree = np.diff(self.adjacency.indptr)
        damping = (1 / np.sqrt(np.maximum(self.degree, 1))).astype(np.float32)
        self.damped = sp.csr_array(
            (damping[self.adjacency.indices], self.adjacency.indices, self.adjacency.indptr), shape=self.adjacency.shape
        )
        self._log_degree = np.log1p(self.degree).astype(np.float32)
        self._kinds = kind_profile(edges)
        names = (path, "degree_product", "degree_difference")
        self.names = names if self._kinds is None else (*names, KIND_SIMILARITY)

    def of(self, edges: EdgeTable) -> NearStructure:
        """Return the same features of another graph on the same nodes.

        Raises
        ------
        Nothing.
        """
        return NearStructure(edges, two_sided=self.two_sided)

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return the features of (k, 2) pairs, (k, t) in the order of the pairs and of ``names``.

        Raises
        ------
        Nothing.
        """
        return self.beside(self.paths(pairs), pairs)

    def paths(self, pairs: IntArray) -> Float32Array:
        """Return the damped paths between the two of (k, 2) pairs, (k,).

        Raises
        ------
        Nothing.
        """
        found = np.empty(len(pairs), np.float32)
        for low in range(0, len(pairs), PAIRS_AT_A_TIME):
            chunk = pairs[low : low + PAIRS_AT_A_TIME]
            left, right = self.damped[chunk[:, 0]], self.adjacency[chunk[:, 1]]
            if self.two_sided:
                sources, row = np.unique(chunk[:, 0], return_inverse=True)
                left, right = (self.damped[sources] @ self.adjacency)[row], self.damped[chunk[:, 1]]
            found[low : low + len(chunk)] = (left * right).sum(axis=1)
        return found

    def beside(self, paths: Float32Array, pairs: IntArray) -> Float32Array:
        """Return the features of (k, 2) pairs whose (k,) damped paths are known, (k, t).

        Raises
        ------
        Nothing.
        """
        one, other = self._log_degree[pairs].T
        columns = [paths, one + other, np.abs(one - other)]
        if self._kinds is not None:
            columns.append(self._kinds.pairs(pairs))
        return np.column_stack(columns)

    def sheets(self, sources: IntArray, targets: Rows) -> list[Sheet]:
        """Return every feature over a block, dense.

        Raises
        ------
        Nothing.
        """
        others = np.arange(self.n)[targets]
        grid = np.stack([np.tile(sources, len(others)), np.repeat(others, len(sources))], axis=1)
        values = self.pairs(grid).T.reshape(len(self.names), len(others), len(sources))
        return [Sheet(np.ascontiguousarray(one)) for one in values]
