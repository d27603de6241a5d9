"""Ten partners for each node of a graph with a million edges, against one plain product over the same wedges.

The peer counts neighbours in common of all pairs by scipy, a thousand rows at a time, and keeps nothing. Ours finds the
best open pairs and their probabilities. The graph has groups, with its nodes in no order, as in a real list. Run as
``python -m bench.large_graphs``.
"""

from __future__ import annotations

import json

import numpy as np

from bench.communities import LARGE_NODES, large_graph
from bench.scoring import seconds
from graph.algorithms.edge_array import build_adjacency, undirected_edges
from graph.algorithms.link_prediction import LinkPredictor

ROWS = 1_000
ASKED = 200


def rows() -> list[dict[str, object]]:
    """Return the cost of ten partners each, and of one more pair, in times a millisecond."""
    edges = undirected_edges(np.random.default_rng(3).permutation(LARGE_NODES)[large_graph()], LARGE_NODES)
    adjacency = build_adjacency(edges, LARGE_NODES)

    def peer() -> None:
        for low in range(0, LARGE_NODES, ROWS):
            adjacency[low : low + ROWS] @ adjacency

    predictor = LinkPredictor().fit(edges, LARGE_NODES)
    pairs = np.random.default_rng(4).integers(LARGE_NODES // 2, size=(ASKED, 2)) + np.array([0, LARGE_NODES // 2])
    each = seconds(lambda: predictor.score_each(10), repeats=2)
    plain = seconds(peer, repeats=2)
    one = seconds(lambda: [predictor.score(pairs[place : place + 1]) for place in range(ASKED)], repeats=3) / ASKED
    what = f"ten partners for each of {LARGE_NODES:,} nodes, {len(edges):,} edges, in times one plain product"
    return [
        {"what": what, "ours_s": each, "peer_s": plain, "ratio": each / plain, "at_most": 1.5},
        {
            "what": "one more pair there, in times a ms",
            "ours_s": one,
            "peer_s": 1e-3,
            "ratio": one / 1e-3,
            "at_most": 1,
        },
    ]


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
