"""Communities of a graph of 2,000 nodes, against networkx's Louvain on the same graph.

Ours tries five resolutions, four times each, and keeps the most stable; the peer runs once. Run as
``python -m bench.communities``.
"""

from __future__ import annotations

import json

import networkx as nx

from bench.scoring import LINKS_EACH, NODES, seconds
from graph.algorithms.communities import detect_communities


def rows() -> list[dict[str, object]]:
    """Return what was measured, on a graph without groups and on one with forty."""
    measured: list[dict[str, object]] = []
    for what, graph in {
        "communities, no planted groups": nx.barabasi_albert_graph(NODES, LINKS_EACH, seed=1),
        "communities, forty planted": nx.planted_partition_graph(40, NODES // 40, 0.15, 0.0013, seed=1),
    }.items():
        edges = list(graph.edges)
        ours = seconds(lambda edges=edges: detect_communities(edges, NODES))  # type: ignore[misc]
        peer = seconds(lambda graph=graph: nx.community.louvain_communities(graph, seed=1))  # type: ignore[misc]
        measured.append({"what": what, "ours_s": ours, "peer_s": peer, "ratio": peer / ours, "at_least": 1})
    return measured


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
