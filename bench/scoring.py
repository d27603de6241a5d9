"""Scoring all pairs of a graph of 2,000 nodes, against networkx's Adamic-Adar over the same pairs.

The thin features are the fast path; the rich ones, which small graphs get unless a prior asks for others, may take
some times as long as the peer, also at 500 nodes.

Run as ``python -m bench.scoring``; both sides work in one process on the same graph and keep what they find.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import networkx as nx
import numpy as np
import scipy.sparse as sp

from graph.algorithms.blocks import block_size, run_blocks
from graph.algorithms.edge_table import build_edge_table
from graph.algorithms.link_prediction import LinkPredictor
from graph.algorithms.prior import ONE_SIDED
from graph.algorithms.sheet import Sheet
from graph.algorithms.structure import Structure

NODES, LINKS_EACH = 2_000, 5
REPEATS = 7


def seconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the least time of some runs: what the machine can do when nobody else asks."""
    taken = []
    for _ in range(repeats):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)


def structural_features(edges: list[tuple[int, int]]) -> list[list[Sheet]]:
    """Return every structural feature of every pair, each pair once, from the bare list of edges."""
    structure = Structure(build_edge_table(edges, NODES))
    size = block_size(NODES, len(structure.names))
    nodes = np.arange(NODES)
    return run_blocks(
        lambda begin: structure.sheets(nodes[begin : begin + size], slice(begin, None)), range(0, NODES, size)
    )


def content() -> dict[str, object]:
    """Return made-up texts, features, places and three relations such as a city has."""
    rng = np.random.default_rng(1)
    halves = [sp.random_array((NODES, NODES), density=each / NODES, rng=rng).tocsr() for each in (1, 2, 4)]
    return {
        "texts": rng.normal(size=(NODES, 512)).astype(np.float32),
        "features": sp.random_array((NODES, 60), density=0.05, rng=rng).tocsr(),
        "coordinates": rng.random((NODES, 2)) * 12_000,
        "relations": {f"relation {number}": half + half.T for number, half in enumerate(halves)},
    }


def rows() -> list[dict[str, object]]:
    """Return what was measured, against what, and what is to be reached."""
    graph = nx.barabasi_albert_graph(NODES, LINKS_EACH, seed=1)
    edges, known = list(graph.edges), content()
    peer = seconds(lambda: list(nx.adamic_adar_index(graph)), repeats=2)
    structural = seconds(lambda: structural_features(edges))
    everything = seconds(lambda: LinkPredictor(ONE_SIDED).fit(edges, NODES, **known).score_all(100))  # type: ignore[arg-type]
    measured = [("structural features of all pairs", structural, 50), ("all features, fit and score", everything, 10)]
    return [
        *(
            {"what": what, "ours_s": ours, "peer_s": peer, "ratio": peer / ours, "at_least": to_reach}
            for what, ours, to_reach in measured
        ),
        *(_rich(nodes, most) for nodes, most in ((500, 12), (NODES, 8))),
    ]


def _rich(nodes: int, most: int) -> dict[str, object]:
    """Return the cost of fitting with rich features and scoring all pairs."""
    graph = nx.barabasi_albert_graph(nodes, LINKS_EACH, seed=1)
    edges = list(graph.edges)
    peer = seconds(lambda: list(nx.adamic_adar_index(graph)), repeats=2)
    ours = seconds(lambda: LinkPredictor().fit(edges, nodes).score_all(), repeats=2)
    what = f"rich features, fit and score all pairs of {nodes} nodes"
    return {"what": what, "ours_s": ours, "peer_s": peer, "ratio": ours / peer, "at_most": most}


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
