"""Brokers: who holds the network together, and where it would break."""

from __future__ import annotations

from dataclasses import dataclass

import igraph
import numpy as np
import numpy.typing as npt

from graph.algorithms import bounds
from graph.algorithms.edge_array import BoolArray, FloatArray, IntArray, undirected_edges
from graph.algorithms.label_matching import check_labels


@dataclass(frozen=True, slots=True)
class Brokerage:
    """How each node holds the others together, in index order.

    Parameters
    ----------
    betweenness : (n,) share of the shortest paths between others that run through the node, 0..1
    participation : (n,) how evenly its links are spread over communities, 0..1
    is_articulation : (n,) whether its part of the network falls apart without it
    """

    betweenness: FloatArray
    participation: FloatArray
    is_articulation: BoolArray


def find_brokers(edges: npt.ArrayLike, n: int, labels: npt.ArrayLike) -> Brokerage:
    """Return how each node holds the others together.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; undirected, doubles and self-loops are tolerated
    n : number of nodes
    labels : (n,) communities from 0; -1 for none

    Returns
    -------
    The three measures.

    Raises
    ------
    InputError
        When an argument has the wrong shape.

    Notes
    -----
    O(n m), by the betweenness, up to ``bounds.BETWEENNESS_SOURCES`` nodes; linear in m beyond.
    """
    return Brokerage(betweenness(edges, n), participation(edges, n, labels), articulation_points(edges, n))


def betweenness(edges: npt.ArrayLike, n: int) -> FloatArray:
    """Return which share of the shortest paths between other nodes runs through each.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; undirected
    n : number of nodes

    Returns
    -------
    (n,) between 0 and 1: the centre of a star has 1; nil where there are fewer than three nodes.

    Raises
    ------
    InputError
        When the edges are no such pairs.

    Notes
    -----
    O(n m). Above ``bounds.BETWEENNESS_SOURCES`` nodes paths are counted from so many evenly spread ones and scaled
    up: a broker's share is then known within a few hundredths, and no chance comes in.

    Source
    ------
    Brandes, Journal of Mathematical Sociology 25 (2001), doi:10.1080/0022250X.2001.9990249.
    """
    pairs = undirected_edges(edges, n)
    if n < 3:
        return np.zeros(n)
    network = igraph.Graph(n=n, edges=pairs)
    if n <= bounds.BETWEENNESS_SOURCES:
        return np.array(network.betweenness()) * (2 / ((n - 1) * (n - 2)))
    sources = np.unique(np.linspace(0, n - 1, bounds.BETWEENNESS_SOURCES).astype(np.int64))
    counted = np.array(network.betweenness(sources=sources.tolist()))
    return counted * (2 * n / (len(sources) * (n - 1) * (n - 2)))


def participation(edges: npt.ArrayLike, n: int, labels: npt.ArrayLike) -> FloatArray:
    """Return how evenly each node's links are spread over communities.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; undirected
    n : number of nodes
    labels : (n,) communities from 0; links to a node with -1 do not count

    Returns
    -------
    (n,) between 0, all within one community or no link at all, and 1 - 1/k for k communities in equal parts.

    Raises
    ------
    InputError
        When an argument has the wrong shape.

    Notes
    -----
    O(m).

    Source
    ------
    Guimerà, Amaral, Nature 433 (2005), doi:10.1038/nature03288.
    """
    label = check_labels(labels, n)
    pairs = undirected_edges(edges, n)
    node, other = np.concatenate([pairs, pairs[:, ::-1]]).T
    grouped = label[other] >= 0
    spread = np.zeros(n)
    towards, links = np.unique(np.stack([node[grouped], label[other[grouped]]]), axis=1, return_counts=True)
    total = np.bincount(towards[0], weights=links, minlength=n)
    np.add.at(spread, towards[0], links.astype(np.float64) ** 2)
    return np.where(total > 0, 1 - spread / np.maximum(total, 1) ** 2, 0.0)


def articulation_points(edges: npt.ArrayLike, n: int) -> BoolArray:
    """Return for each node whether its part of the network falls apart without it.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; undirected
    n : number of nodes

    Returns
    -------
    (n,) bool.

    Raises
    ------
    InputError
        When the edges are no such pairs.

    Notes
    -----
    O(n + m).
    """
    points = np.zeros(n, np.bool_)
    points[igraph.Graph(n=n, edges=undirected_edges(edges, n)).articulation_points()] = True
    return points


def cut_off_without(edges: npt.ArrayLike, n: int, node: int) -> list[IntArray]:
    """Return the parts that come loose from the rest when a node leaves, smallest first.

    Parameters
    ----------
    edges : (m, 2) integers in 0..n-1; undirected
    n : number of nodes
    node : who leaves

    Returns
    -------
    Nodes of each part, ascending; the largest part of what hung together with the node is the rest and not among them.

    Raises
    ------
    InputError
        When the edges are no such pairs.

    Notes
    -----
    O(n + m).
    """
    network = igraph.Graph(n=n, edges=undirected_edges(edges, n))
    reached = set(network.subcomponent(node)) - {node}
    network.delete_edges([edge.index for edge in network.es.select(_incident=[node])])
    parts = [part for part in network.connected_components() if reached.intersection(part)]
    parts.sort(key=lambda part: (len(part), [-one for one in part]))
    return [np.array(sorted(part), dtype=np.int64) for part in parts[:-1]]
