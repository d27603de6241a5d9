"""What the rich features of a graph share: neighbours in common, filters, inverses and groups, computed once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from graph.algorithms.edge_array import FloatArray, IntArray, build_adjacency
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.group_rates import GroupRates, MixedMemberships
from graph.algorithms.walk_spectrum import WalkSpectrum

KATZ_SHARE = 0.9
"""Weight of a step in times the largest that keeps the sum over walks finite."""

EXACT_UP_TO = 300
"""Nodes up to which double precision costs nothing that matters."""


@dataclass(frozen=True, slots=True)
class RichTables:
    """What is computed once for a graph.

    Parameters
    ----------
    neighbours : (n, n) adjacency
    degree : (n,)
    cosine : (n, n) of two nodes' neighbours, nil on the diagonal
    filtering : (n, n) likeness of one node to the neighbours of the other, both ways added
    katz, autoencoder : (n, n)
    bayes : (n,) log-odds that two neighbours of a node are linked, against the graph's
    walks, groups, memberships : features that make their columns themselves
    """

    neighbours: sp.csr_array
    degree: FloatArray
    cosine: FloatArray
    filtering: FloatArray
    katz: FloatArray
    autoencoder: FloatArray
    bayes: FloatArray
    walks: WalkSpectrum
    groups: tuple[GroupRates, GroupRates]
    memberships: MixedMemberships


def build_rich_tables(edges: EdgeTable, sides: IntArray | None) -> RichTables:
    """Return what is computed once for a graph with at least one edge.

    Parameters
    ----------
    edges : the graph
    sides : (n,) 0 or 1 where links run between two sides only

    Raises
    ------
    Nothing.

    Notes
    -----
    O(n^3), by two inverses and a decomposition.
    """
    n = edges.n
    neighbours = build_adjacency(edges.pairs, n).astype(np.float64 if n <= EXACT_UP_TO else np.float32)
    dense = neighbours.toarray()
    degree = dense.sum(axis=1)
    common = neighbours @ dense
    cosine = common / np.sqrt(np.outer(np.maximum(degree, 1), np.maximum(degree, 1)))
    np.fill_diagonal(cosine, 0)
    filtering = neighbours @ cosine
    groups = [GroupRates(edges.pairs, n, resolution, sides=sides) for resolution in (1.0, 2.0)]
    return RichTables(
        neighbours=neighbours,
        degree=degree,
        cosine=cosine,
        filtering=filtering + filtering.T,
        katz=_katz(dense),
        autoencoder=_autoencoder(neighbours, common, degree),
        bayes=_clustering_odds(dense, common, degree),
        walks=WalkSpectrum(dense),
        groups=(groups[0], groups[1]),
        memberships=MixedMemberships(neighbours),
    )


def _katz(dense: FloatArray) -> FloatArray:
    """Return the sum over walks of any length, each step weighed a little below what would make it infinite."""
    identity = np.eye(len(dense), dtype=dense.dtype)
    largest = _largest_eigenvalue(dense)
    return np.linalg.inv(identity - (KATZ_SHARE / largest) * dense) - identity


def _largest_eigenvalue(dense: FloatArray) -> float:
    """Return it by power iteration; shifted by one, so that two-sided graphs do not swing to and fro."""
    vector = np.ones(len(dense), dense.dtype)
    for _ in range(100):
        vector = dense @ vector + vector
        vector /= np.linalg.norm(vector)
    return float(vector @ (dense @ vector)) + 1e-3


def _autoencoder(neighbours: sp.csr_array, common: FloatArray, degree: FloatArray) -> FloatArray:
    """Return what a linear auto-encoder of the rows, which may not copy, makes of each pair, both ways added."""
    ridge = degree.mean() + 0.5
    inverse = np.linalg.inv(common + ridge * np.eye(len(common), dtype=common.dtype))
    encoder = -inverse / np.diag(inverse)
    np.fill_diagonal(encoder, 0)
    rebuilt = neighbours @ encoder
    both: FloatArray = rebuilt + rebuilt.T
    return both


def _clustering_odds(dense: FloatArray, common: FloatArray, degree: FloatArray) -> FloatArray:
    """Return for each node the log-odds that two of its neighbours are linked, against the graph's."""
    linked = (dense * common).sum(axis=1) / 2
    apart = degree * (degree - 1) / 2 - linked
    odds: FloatArray = np.log((linked + 1) / (apart + 1)) - np.log((linked.sum() + 1) / (apart.sum() + 1))
    return odds.astype(dense.dtype)
