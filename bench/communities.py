"""Communities of a graph of 2,000 nodes against networkx's Louvain, and of a million edges against igraph's Leiden.

On the smaller graphs ours tries several resolutions of two kinds, and Infomap, up to three times each, and keeps what
the links support best; the peer runs once. Above
``bounds.LEIDEN_STABILITY_EDGES`` edges ours is one run, and the peer is the same run by igraph from the same array. Run
as ``python -m bench.communities``.
"""

from __future__ import annotations

import json
import random

import igraph
import networkx as nx
import numpy as np

from bench.scoring import LINKS_EACH, NODES, seconds
from graph.algorithms.communities import detect_communities
from graph.algorithms.edge_array import IntArray, undirected_edges

LARGE_NODES, LARGE_EDGES, LARGE_GROUP, MIXING = 100_000, 1_000_000, 100, 0.3


def rows() -> list[dict[str, object]]:
    """Return what was measured: on a graph without groups, on one with forty, on a large one."""
    measured: list[dict[str, object]] = []
    for what, graph in {
        "communities, no planted groups": nx.barabasi_albert_graph(NODES, LINKS_EACH, seed=1),
        "communities, forty planted": nx.planted_partition_graph(40, NODES // 40, 0.15, 0.0013, seed=1),
    }.items():
        edges = list(graph.edges)
        ours = seconds(lambda edges=edges: detect_communities(edges, NODES))  # type: ignore[misc]
        peer = seconds(lambda graph=graph: nx.community.louvain_communities(graph, seed=1))  # type: ignore[misc]
        measured.append({"what": what, "ours_s": ours, "peer_s": peer, "ratio": peer / ours, "at_least": 1})
    return [*measured, _large()]


def large_graph() -> IntArray:
    """Return a million edges between a hundred thousand nodes in groups of a hundred, three tenths of them across."""
    rng = np.random.default_rng(1)
    one = rng.integers(LARGE_NODES, size=LARGE_EDGES)
    near = one // LARGE_GROUP * LARGE_GROUP + rng.integers(LARGE_GROUP, size=LARGE_EDGES)
    other = np.where(rng.random(LARGE_EDGES) < MIXING, rng.integers(LARGE_NODES, size=LARGE_EDGES), near)
    return undirected_edges(np.stack([one, other], axis=1), LARGE_NODES)


def _large() -> dict[str, object]:
    """Return the cost of a large graph."""
    edges = np.random.default_rng(2).permutation(large_graph())

    def peer() -> object:
        igraph.set_random_number_generator(random.Random(0))  # noqa: S311 - the same chance as ours
        graph = igraph.Graph(n=LARGE_NODES, edges=edges)
        return graph.community_leiden(objective_function="modularity").membership

    theirs = seconds(peer, repeats=2)
    ours = seconds(lambda: detect_communities(edges, LARGE_NODES), repeats=2)
    what = f"communities of {LARGE_NODES:,} nodes and {len(edges):,} edges, in times igraph's Leiden alone"
    return {"what": what, "ours_s": ours, "peer_s": theirs, "ratio": ours / theirs, "at_most": 1.2}


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
