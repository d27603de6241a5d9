"""Features of pairs that follow from the edges alone.

Neighbours in common, paths of three, walks and distance. Every feature is symmetric in the two nodes of a pair, and the
value at a pair does not depend on the block that it was computed in.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.polynomial import chebyshev, polynomial

from graph.algorithms.blocks import Rows, block_size, run_blocks
from graph.algorithms.edge_array import IntArray, build_adjacency
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.pair_terms import Cosine, unit_sparse_rows
from graph.algorithms.sheet import Float32Array, Sheet, gather, sparse_positions

RESTART = 0.5
"""Chance that a walk goes on: at a half, two steps on average, personalised PageRank ranks small graphs best."""

STEPS = 5
"""Longest walk that counts; with the weights below that is within 0.002 of walks without end. Written out in Horner's
scheme below, where the third and fourth step tell the distance too."""

_NODES = chebyshev.chebpts1(STEPS + 1)
WALK_WEIGHTS: Float32Array = polynomial.polyfit(_NODES, 1 / (1 - RESTART * _NODES), STEPS).astype(np.float32)
"""Weight of a walk of each length: ``1 / (1 - a x)`` interpolated at Chebyshev's points on [-1, 1], where a walk's
eigenvalues lie. The geometric series, cut off at the same length, would be off by twenty times as much."""

INVERSE_DISTANCE: Float32Array = np.array([0, 1 / 4, 1 / 3, 1 / 2], np.float32)
"""1 / distance, by how many of "within four", "within three" and "two steps" hold; further than four counts as nil."""

STRUCTURAL_NAMES = (
    "common_neighbours",
    "adamic_adar",
    "resource_allocation",
    "jaccard",
    "l3",
    "pagerank",
    "inverse_distance",
    "degree_product",
    "degree_difference",
)

HEAVY_TAILED = frozenset({"common_neighbours", "adamic_adar", "resource_allocation", "l3", "pagerank"})
"""Features of which a few pairs hold most; their logarithms are what compares."""

KIND_SIMILARITY = "kind_similarity"


class Structure:
    """The structural features of one graph, block by block.

    Parameters
    ----------
    edges : the graph; where its edges are of several kinds, how alike two nodes' mixtures of them are is a feature too

    Notes
    -----
    A block of b sources costs O(m b) for each of four steps of a walk, and its share of the wedges (sum of squared
    degrees) for the neighbours in common. An isolated node has zero everywhere; no edge, no feature, no warning.
    A linked pair has the features that its own link helps to make: hide it first where that matters.

    Source
    ------
    Adamic, Adar, Social Networks 25 (2003), doi:10.1016/S0378-8733(03)00009-1. Resource allocation: Zhou, Lü, Zhang,
    Eur. Phys. J. B 71 (2009), doi:10.1140/epjb/e2009-00335-8. L3: Kovács et al., Nature Communications 10 (2019),
    doi:10.1038/s41467-019-09177-y.
    """

    def __init__(self, edges: EdgeTable) -> None:
        self.n = edges.n
        self.heavy = HEAVY_TAILED
        self._adjacency = build_adjacency(edges.pairs, edges.n)
        self._kinds = kind_profile(edges)
        self.names = STRUCTURAL_NAMES if self._kinds is None else (*STRUCTURAL_NAMES, self._kinds.name)
        degree = np.diff(self._adjacency.indptr).astype(np.float32)
        self._degree = degree
        self._log_degree = np.log1p(degree)
        self._inverse = 1 / np.maximum(degree, 1)
        # A node of degree one is in between nobody; its weight never shows, but zero would leave a hole in the pattern.
        self._adamic = self._scaled(1 / np.log(np.maximum(degree, 2)))
        self._walk = self._scaled(self._inverse)
        self._damped = self._scaled(np.sqrt(self._inverse))

    def _scaled(self, weight: Float32Array) -> sp.csr_array:
        """Return the adjacency with each column times a weight; the pattern stays as it is."""
        matrix = self._adjacency
        return sp.csr_array((matrix.data * weight[matrix.indices], matrix.indices, matrix.indptr), shape=matrix.shape)

    def of(self, edges: EdgeTable) -> Structure:
        """Return the same features of another graph on the same nodes.

        Raises
        ------
        Nothing.
        """
        return Structure(edges)

    def sheets(self, sources: IntArray, targets: Rows) -> list[Sheet]:
        """Return the features of the pairs of some sources with some targets.

        Parameters
        ----------
        sources : (b,) node indices
        targets : the t nodes of the rows, as a slice (cheaper) or as indices

        Returns
        -------
        One sheet for each of ``names``, each (t, b). The pair of a node with itself holds no meaning.

        Raises
        ------
        Nothing.
        """
        start = self._adjacency[sources].T.tocsr()
        two_steps = self._walk @ start
        shared = self._shared(start, two_steps[targets], sources, targets)
        pagerank, inverse_distance = self._walks(start, two_steps, sources, targets)
        product, difference = self._degrees(sources, targets)
        kinds = [] if self._kinds is None else [self._kinds.sheet(sources, targets)]
        return [*shared, self._paths(start, targets), pagerank, inverse_distance, product, difference, *kinds]

    def _shared(self, start: sp.csr_array, allocation: sp.csr_array, sources: IntArray, targets: Rows) -> list[Sheet]:
        """Neighbours in common: counted, weighed by log degree, by degree, and as a share of all neighbours."""
        common, adamic = self._adjacency[targets] @ start, self._adamic[targets] @ start
        # The three have their entries in the same order: the same pattern went through the same product.
        at = sparse_positions(common)
        row, column = np.divmod(at, len(sources))
        union = self._degree[targets][row] + self._degree[sources][column] - common.data
        return [Sheet(values, at) for values in (common.data, adamic.data, allocation.data, common.data / union)]

    def _paths(self, start: sp.csr_array, targets: Rows) -> Sheet:
        """Paths of three steps, each weighed by the root of its two inner nodes' degrees."""
        return Sheet(self._damped[targets] @ (self._damped @ start).toarray())

    def _walks(
        self, start: sp.csr_array, two_steps: sp.csr_array, sources: IntArray, targets: Rows
    ) -> tuple[Sheet, Sheet]:
        """Personalised PageRank, both ways added, and one over the distance.

        Horner's scheme: each step carries the walks so far one on and starts the next shorter ones, so a positive
        entry says that the node lies within so many steps.
        """
        at = sparse_positions(start)
        walks = two_steps.toarray()
        walks *= WALK_WEIGHTS[5]
        walks.ravel()[at] += WALK_WEIGHTS[4] * start.data
        within = (walks[targets] > 0).astype(np.uint8)
        for step in (3, 2):
            walks = self._walk @ walks
            walks.ravel()[at] += WALK_WEIGHTS[step] * start.data
            within += walks[targets] > 0
        linked = start[targets]
        at = sparse_positions(linked)
        last = self._walk[targets] @ walks
        last.ravel()[at] += WALK_WEIGHTS[1] * linked.data
        last *= (1 - RESTART) * (self._inverse[targets, None] + self._inverse[sources])
        inverse_distance = INVERSE_DISTANCE[within]
        inverse_distance.ravel()[at] = 1
        return Sheet(last), Sheet(inverse_distance)

    def _degrees(self, sources: IntArray, targets: Rows) -> tuple[Sheet, Sheet]:
        """Product of the degrees and the ratio of the larger to the smaller, both as logarithms of one more."""
        one, other = self._log_degree[targets, None], self._log_degree[sources]
        return Sheet(one + other), Sheet(np.abs(one - other))

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return the features of some pairs.

        Parameters
        ----------
        pairs : (k, 2) node indices; the first of each is the source, and few different sources cost least

        Returns
        -------
        (k, t) in the order of the pairs and of ``names``.

        Raises
        ------
        Nothing.
        """
        found = np.zeros((len(pairs), len(self.names)), np.float32)
        order = np.argsort(pairs[:, 0], kind="stable")
        sources, begins = np.unique(pairs[order, 0], return_index=True)
        size = block_size(self.n, len(self.names))
        ends = np.append(begins, len(pairs))

        def fill(low: int) -> None:
            mine = sources[low : low + size]
            chosen = order[ends[low] : ends[min(low + size, len(sources))]]
            flat = pairs[chosen, 1] * len(mine) + np.searchsorted(mine, pairs[chosen, 0])
            found[chosen] = gather(self.sheets(mine, slice(None)), flat)

        run_blocks(fill, range(0, len(sources), size))
        return found


def kind_profile(edges: EdgeTable) -> Cosine | None:
    """Return how alike two nodes' mixtures of kinds of edge are; None where there is one kind only.

    Raises
    ------
    Nothing.
    """
    if edges.types is None or edges.types.shape[1] < 2:
        return None
    node = edges.pairs.T.ravel()
    edge = np.tile(np.arange(len(edges.pairs)), 2)
    incidence = sp.csr_array((np.ones(len(node), np.float32), (node, edge)), shape=(edges.n, len(edges.pairs)))
    return Cosine(KIND_SIMILARITY, *unit_sparse_rows(incidence @ edges.types))
