"""How well communities are found where they are known, beside Leiden, Infomap and Surprise.

``python -m bench.community_quality [FOLDER]`` writes the tables into ``docs/quality.md``. The folder may hold networks
as NAME.edges.csv (source, target) with NAME.nodes.csv (node, group); those without a column ``group`` are passed over.
Figures are normalised mutual information with the known groups: 1 when they are found exactly, 0 when nothing is.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import igraph
import leidenalg
import networkx as nx
import numpy as np
from tabulate import tabulate

from bench.lfr import Recipe, lfr_graph
from bench.quality_page import write_part
from graph.algorithms.communities import detect_communities, seeded
from graph.algorithms.edge_array import IntArray

SEEDS = 5
MIXINGS = (0.3, 0.4, 0.5, 0.6)
SIZES = {1_000: (10, 50), 5_000: (20, 100)}
METHODS = ("detect_communities", "Leiden", "Infomap", "Surprise")


class Known(NamedTuple):
    """A graph whose groups are known."""

    edges: IntArray
    groups: IntArray


def scores(known: Known, seed: int) -> dict[str, float]:
    """Return method -> agreement with the known groups; peers as igraph and leidenalg run them unless told more."""
    n = len(known.groups)
    graph = igraph.Graph(n=n, edges=known.edges.tolist())
    found: dict[str, Any] = {"detect_communities": detect_communities(known.edges, n, seed=seed) + 1}
    with seeded(seed):
        found["Leiden"] = graph.community_leiden(objective_function="modularity").membership
        found["Infomap"] = graph.community_infomap().membership
    found["Surprise"] = leidenalg.find_partition(graph, leidenalg.SurpriseVertexPartition, seed=seed).membership
    truth = known.groups.tolist()
    return {
        name: igraph.compare_communities(np.asarray(groups).tolist(), truth, method="nmi")
        for name, groups in found.items()
    }


def lfr_rows() -> Iterator[list[str]]:
    """Yield a row for each size and mixing, then the mean."""
    means = []
    for n, sizes in SIZES.items():
        for mixing in MIXINGS:
            graphs = [Known(*lfr_graph(Recipe(n, mixing, sizes), seed)) for seed in range(SEEDS)]
            means.append(_mean(graphs))
            yield [f"{n:,} nodes, mixing {mixing}", *_figures(means[-1])]
    overall = {method: float(np.mean([mean[method] for mean in means])) for method in METHODS}
    yield ["**mean**", *_figures(overall)]


def known_rows(folder: Path | None) -> Iterator[list[str]]:
    """Yield a row for each graph with known groups: what comes with networkx, what it makes, what a folder holds."""
    for name, graphs in {**_made(), **_read(folder)}.items():
        yield [name, *_figures(_mean(graphs))]


def _mean(graphs: list[Known]) -> dict[str, float]:
    """Return method -> mean agreement; one graph is searched with each seed."""
    several = graphs if len(graphs) > 1 else graphs * SEEDS
    every = [scores(known, seed) for seed, known in enumerate(several)]
    return {method: float(np.mean([one[method] for one in every])) for method in METHODS}


def _figures(mean: dict[str, float]) -> list[str]:
    return [f"{mean[method]:.3f}" for method in METHODS]


def _made() -> dict[str, list[Known]]:
    """Return graphs by name."""
    karate = nx.karate_club_graph()
    clubs = np.array([karate.nodes[node]["club"] == "Officer" for node in karate]).astype(np.int64)
    make: dict[str, tuple[Callable[..., nx.Graph[int]], list[int]]] = {
        "ring of 30 cliques of 5": (lambda seed: nx.ring_of_cliques(30, 5), [5] * 30),
        "20 caves of 10, a fifth of the ends moved": (partial(nx.relaxed_caveman_graph, 20, 10, 0.2), [10] * 20),
        "20 caves of 10, two fifths moved": (partial(nx.relaxed_caveman_graph, 20, 10, 0.4), [10] * 20),
        "12 leagues of 10, 7 games inside, 4 outside": (_planted([10] * 12, 7, 4), [10] * 12),
        "12 leagues of 10, 6 inside, 5 outside": (_planted([10] * 12, 6, 5), [10] * 12),
        "2 groups of 31, 4.5 inside, 0.5 outside": (_planted([31] * 2, 4.5, 0.5), [31] * 2),
        "3 groups of 35, 7 inside, 1.5 outside": (_planted([35] * 3, 7, 1.5), [35] * 3),
        "4 groups of 32, 10 inside, 6 outside": (_planted([32] * 4, 10, 6), [32] * 4),
        "4 groups of 32, 9 inside, 7 outside": (_planted([32] * 4, 9, 7), [32] * 4),
        "groups of 5, 10, 20, 40, 80": (
            partial(nx.random_partition_graph, [5, 10, 20, 40, 80], 0.4, 0.03),
            [5, 10, 20, 40, 80],
        ),
        "10 groups of 8, 2 of 60": (
            partial(nx.random_partition_graph, [8] * 10 + [60] * 2, 0.4, 0.02),
            [8] * 10 + [60] * 2,
        ),
    }
    made = {
        name: [
            Known(np.array(graph(seed=seed).edges), np.repeat(np.arange(len(sizes)), sizes)) for seed in range(SEEDS)
        ]
        for name, (graph, sizes) in make.items()
    }
    sparse = [Known(*lfr_graph(Recipe(1_000, 0.3, (10, 50), degree=6), seed)) for seed in range(SEEDS)]
    return {
        "karate club, the two clubs": [Known(np.array(karate.edges), clubs)],
        **made,
        "LFR, 1,000 nodes of degree 6, mixing 0.3": sparse,
    }


def _planted(sizes: list[int], inside: float, outside: float) -> Callable[..., nx.Graph[int]]:
    """Return a maker of graphs whose nodes have so many neighbours inside and outside their group of equal size."""
    size, n = sizes[0], sum(sizes)
    return partial(nx.planted_partition_graph, len(sizes), size, inside / (size - 1), outside / (n - size))


def _read(folder: Path | None) -> dict[str, list[Known]]:
    """Return the networks of a folder whose nodes have a group."""
    found = {}
    for path in sorted(folder.glob("*.nodes.csv")) if folder else ():
        with path.open(encoding="utf-8", newline="") as file:
            nodes = list(csv.DictReader(file))
        if not nodes or "group" not in nodes[0]:
            continue
        place = {row["node"]: number for number, row in enumerate(nodes)}
        name = path.name.removesuffix(".nodes.csv")
        with (path.parent / f"{name}.edges.csv").open(encoding="utf-8", newline="") as file:
            edges = [[place[row["source"]], place[row["target"]]] for row in csv.DictReader(file)]
        groups = np.unique([row["group"] for row in nodes], return_inverse=True)[1]
        found[name] = [Known(np.array(edges), groups)]
    return found


def main(folder: Path | None) -> None:
    """Measure, print, and write the tables down."""
    for part, what, rows in (
        ("communities-lfr", f"LFR graphs, mean of {SEEDS}", lfr_rows()),
        ("communities-known", f"graph, mean of {SEEDS}", known_rows(folder)),
    ):
        table = tabulate(list(rows), [what, *METHODS], tablefmt="github", disable_numparse=True)
        print(table, flush=True)
        write_part(part, table)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
