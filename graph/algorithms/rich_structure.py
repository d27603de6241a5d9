"""The rich set of structural features: what ranks best on small graphs, at the price of dense matrices.

Neighbours, paths, walks, spectrum, groups and degrees. Up to ``bounds.MAX_RICH_NODES`` nodes; the thin set
(:mod:`graph.algorithms.structure`) is the fast path and the one for larger graphs.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from graph.algorithms import bounds
from graph.algorithms.blocks import Rows
from graph.algorithms.edge_array import FloatArray, IntArray
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.rich_tables import RichTables, build_rich_tables
from graph.algorithms.sheet import Float32Array, Sheet
from graph.algorithms.structure import kind_profile

RICH_NAMES = (
    "common_neighbours",
    "adamic_adar",
    "resource_allocation",
    "jaccard",
    "cosine",
    "naive_bayes",
    "l3",
    "l3_even",
    "filtering",
    "filtering_share",
    "pagerank",
    "pagerank_long",
    "pagerank_longest",
    "even_walk",
    "shrunk_spectrum",
    "walk_profile",
    "nearness",
    "shared_current",
    "katz",
    "autoencoder",
    "group_rate",
    "fine_group_rate",
    "membership_rate",
    "inverse_distance",
    "degree_product",
    "degree_difference",
    "least_degree",
    "neighbour_degree",
)

RICH_HEAVY_TAILED = frozenset(
    {
        "common_neighbours",
        "adamic_adar",
        "resource_allocation",
        "jaccard",
        "l3",
        "l3_even",
        "filtering",
        "pagerank",
        "pagerank_long",
        "pagerank_longest",
        "even_walk",
        "katz",
        "membership_rate",
    }
)
"""Features of which a few pairs hold most; their logarithms are what compares."""

FURTHEST = 5
"""Steps beyond which a distance counts as none."""

NOTHING = 1e-9
"""Where no walk leads, decompositions leave some such number instead of nil."""


class RichStructure:
    """The rich structural features of one graph.

    Parameters
    ----------
    edges : the graph
    sides : (n,) 0 or 1 where links run between two sides only; groups then count links across only

    Notes
    -----
    O(n^3) once for a decomposition and two inverses, O(n^2) for each source. Computed at the first question.

    Source
    ------
    Cosine filtering and auto-encoder: Steck, WWW 2019, doi:10.1145/3308558.3313710. Naive Bayes: Liu et al., EPL 96
    (2011), doi:10.1209/0295-5075/96/48007. Katz: Psychometrika 18 (1953), doi:10.1007/BF02289026.
    """

    def __init__(self, edges: EdgeTable, sides: IntArray | None = None) -> None:
        self.n = edges.n
        self.heavy = RICH_HEAVY_TAILED
        self._kinds = kind_profile(edges)
        self.names = RICH_NAMES if self._kinds is None else (*RICH_NAMES, self._kinds.name)
        self._edges = edges
        self._sides = sides
        self._found: RichTables | None = None

    def of(self, edges: EdgeTable) -> RichStructure:
        """Return the same features of another graph on the same nodes.

        Raises
        ------
        Nothing.
        """
        return RichStructure(edges, self._sides)

    def sheets(self, sources: IntArray, targets: Rows) -> list[Sheet]:
        """Return the features over a block, dense.

        Raises
        ------
        Nothing.
        """
        return [Sheet(column[targets]) for column in self.columns(sources)]

    def columns(self, sources: IntArray) -> list[Float32Array]:
        """Return each feature of all nodes with some sources.

        Parameters
        ----------
        sources : (b,) node indices

        Returns
        -------
        One (n, b) for each of ``names``. The pair of a node with itself holds no meaning.

        Raises
        ------
        Nothing.
        """
        if len(self._edges.pairs) == 0:
            return [np.zeros((self.n, len(sources)), np.float32) for _ in self.names]
        kinds = [] if self._kinds is None else [self._kinds.sheet(sources, slice(None)).values]
        found = self._tables()
        of_name = {
            **_shared(found, sources),
            **found.walks.columns(sources),
            **_positions(found, sources),
            "katz": found.katz[:, sources],
            "autoencoder": found.autoencoder[:, sources],
            "group_rate": found.groups[0].columns(sources),
            "fine_group_rate": found.groups[1].columns(sources),
            "membership_rate": found.memberships.columns(sources),
        }
        return [*(_rounded(of_name[name], heavy=name in self.heavy) for name in RICH_NAMES), *kinds]

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return the features of some pairs, (k, t); few different sources cost least.

        Raises
        ------
        Nothing.
        """
        values = np.zeros((len(pairs), len(self.names)), np.float32)
        sources, place = np.unique(pairs[:, 0], return_inverse=True)
        for low in range(0, len(sources), bounds.BLOCK_SOURCES):
            mine = np.flatnonzero((place >= low) & (place < low + bounds.BLOCK_SOURCES))
            columns = self.columns(sources[low : low + bounds.BLOCK_SOURCES])
            for term, column in enumerate(columns):
                values[mine, term] = column[pairs[mine, 1], place[mine] - low]
        return values

    def _tables(self) -> RichTables:
        """Return what is computed once."""
        if self._found is None:
            self._found = build_rich_tables(self._edges, self._sides)
        return self._found


def _rounded(values: FloatArray, *, heavy: bool) -> Float32Array:
    """Return a feature in single precision; of a heavy-tailed one, what only rounding left is nil."""
    if heavy:
        values = np.where(values > NOTHING, values, 0)
    # In rows, as the scales want it; columns taken by index come out the other way round.
    return np.ascontiguousarray(values, np.float32)


def _scaled(found: RichTables, weight: FloatArray) -> sp.csr_array:
    """Return the adjacency with each column times a weight."""
    matrix = found.neighbours
    scaled = weight.astype(matrix.dtype)[matrix.indices]
    return sp.csr_array((scaled, matrix.indices, matrix.indptr), shape=matrix.shape)


def _shared(found: RichTables, sources: IntArray) -> dict[str, FloatArray]:
    """Return neighbours in common and paths of three, weighed in several ways."""
    degree = np.maximum(found.degree, 1)
    start = found.neighbours[sources].T.toarray()
    common = found.neighbours @ start
    inverse, root = _scaled(found, 1 / degree), _scaled(found, 1 / np.sqrt(degree))
    allocation = inverse @ start
    filtering, spread = found.filtering[:, sources], found.cosine.sum(axis=1)
    likest = np.maximum(spread[:, None] + spread[sources], 1e-9)
    return {
        "common_neighbours": common,
        "adamic_adar": _scaled(found, 1 / np.log(np.maximum(degree, 2))) @ start,
        "resource_allocation": allocation,
        "jaccard": common / np.maximum(degree[:, None] + degree[sources] - common, 1),
        "cosine": found.cosine[:, sources],
        "naive_bayes": _scaled(found, found.bayes) @ start,
        "l3": root @ (root @ start),
        "l3_even": inverse @ allocation,
        "filtering": filtering,
        "filtering_share": filtering / likest,
        "inverse_distance": _inverse_distance(found.neighbours, start, sources),
    }


def _inverse_distance(neighbours: sp.csr_array, start: FloatArray, sources: IntArray) -> FloatArray:
    """Return one over the distance, nil beyond some steps."""
    inverse = start.copy()
    reached = start > 0
    reached[sources, np.arange(len(sources))] = True
    latest = start
    for steps in range(2, FURTHEST + 1):
        latest = ((neighbours @ latest > 0) & ~reached).astype(start.dtype)
        inverse += latest / steps
        reached |= latest > 0
    return inverse


def _positions(found: RichTables, sources: IntArray) -> dict[str, FloatArray]:
    """Return what follows from the degrees of the two nodes and of their neighbours."""
    degree = np.log1p(found.degree)
    around = np.log1p((found.neighbours @ found.degree) / np.maximum(found.degree, 1))
    one, other = degree[:, None], degree[sources]
    return {
        "degree_product": one + other,
        "degree_difference": np.abs(one - other),
        "least_degree": np.minimum(one, other),
        "neighbour_degree": around[:, None] + around[sources],
    }
