"""Positions of 1,000 and 10,000 nodes in planted communities, against layouts of networkx and igraph.

Purity is the part of the eight nearest in the picture that are of one's own community: what a reader takes in at a
glance. Ours also keeps signs from lying over one another, which the peers do not. Run as ``python -m bench.layout``.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import igraph
import networkx as nx
import numpy as np
from scipy.spatial import cKDTree

from bench.scoring import seconds
from viz.layout.arrangement import UNIT, WIDTH, Drawn, arrange
from viz.layout.spectral import Floats, Ints

NEAREST = 8
COMMUNITY = 50
"""Nodes of each planted community."""
WITHIN, BETWEEN = 5.0, 1.0
"""Links of a node, on average, within its community and to others."""


def planted(count: int) -> Ints:
    """Return the edges of a graph with planted communities, (m, 2); node ``i`` is of community ``i // COMMUNITY``."""
    graph = nx.planted_partition_graph(count // COMMUNITY, COMMUNITY, WITHIN / COMMUNITY, BETWEEN / count, seed=1)
    return np.array(graph.edges, np.int64)


def purity(points: Floats) -> float:
    """Return which part of the nearest nodes is of one's own community, 0 to 1."""
    nearest = cKDTree(points).query(points, k=NEAREST + 1)[1][:, 1:]
    communities = np.arange(len(points)) // COMMUNITY
    return float(np.mean(communities[nearest] == communities[:, None]))


def ours(edges: Ints, count: int) -> Floats:
    """Return our positions, as if nothing told where a node belongs: one group, no map."""
    drawn = Drawn(edges, np.zeros(count, np.int64), np.full((1, 2), np.nan))
    flat: Floats = arrange(drawn).points / (UNIT * WIDTH, UNIT)
    return flat


def _networkx(edges: Ints, count: int) -> Floats:
    graph = nx.Graph(edges.tolist())
    graph.add_nodes_from(range(count))
    placed = nx.spring_layout(graph, iterations=50, seed=1)
    return np.array([placed[node] for node in range(count)])


def _igraph(edges: Ints, count: int) -> Floats:
    return np.array(igraph.Graph(count, edges.tolist()).layout_fruchterman_reingold(niter=100, grid="grid").coords)


def rows() -> list[dict[str, object]]:
    """Return what was measured; networkx takes minutes for the larger graph and is asked for the smaller alone."""
    measured: list[dict[str, object]] = []
    for count, peers in (
        (1_000, {"networkx spring": _networkx, "igraph FR": _igraph}),
        (10_000, {"igraph FR": _igraph}),
    ):
        edges = planted(count)
        time, found = _timed(ours, edges, count)
        for name, peer in peers.items():
            peer_time, peer_found = _timed(peer, edges, count)
            measured.append({
                "what": f"layout of {count:,} nodes, against {name}", "ours_s": time, "peer_s": peer_time,
                "ratio": peer_time / time, "to_reach": 1, "ours_purity": found, "peer_purity": peer_found,
            })  # fmt: skip
    return measured


def _timed(layout: Callable[[Ints, int], Floats], edges: Ints, count: int) -> tuple[float, float]:
    """Return how long a layout takes, and its purity."""
    kept: list[Floats] = []
    time = seconds(lambda: kept.append(layout(edges, count)))
    return time, purity(kept[-1])


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
