"""Learning the prior of the rich features anew: ``python -m bench.prior_learning [FOLDER]`` prints its tables.

Each network that is not large has a fifth of its edges hidden, some dozens of times; one logistic over all of them, in
which each network weighs the root of its edges, gives the means that a fit on a new network starts from.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graph.algorithms.edge_array import IntArray
from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.logistic import fit_logistic
from graph.algorithms.pair_features import PairFeatures, standardise
from graph.algorithms.pair_space import build_pair_space
from graph.algorithms.prior import Belief, Prior
from graph.algorithms.rich_prior import RICH_ONE_SIDED, RICH_TWO_SIDED
from graph.algorithms.rich_structure import RICH_NAMES, RichStructure

DRAWS, DRAWS_OF_LARGE, LARGE = 20, 3, 100
"""Hidings of a network, and of one with so many nodes or more, which has links enough."""

MOST_NODES = 1_000
"""Nodes of a network that teaches, at most. One of thousands of links, which needs no prior, would outweigh the small
ones that do: with ucsocial among them they lost a point of precision at 20."""

MOST_UNLINKED = 400
"""Unlinked pairs of a hiding that are learned from."""

SCALE_PAIRS = 20_000
"""Unlinked pairs over which the scales of a hiding are taken."""

NETWORK_WEIGHT = 5.0
"""Weight of a network's hidden edges, in times the root of its edges; and of its unlinked pairs."""

POOLED_PRECISION = 20.0
"""How firmly pooled weights are held at nil, in links."""

FIRMNESS = {False: 120.0, True: 400.0}
"""How firmly a fit on a new one- or two-sided network holds to the means, in links."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Network:
    """A network: its edges and, where it is two-sided, its sides."""

    name: str
    edges: EdgeTable
    sides: IntArray | None


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the hidings of one network teach."""

    network: str
    two_sided: bool
    scores: Numbers
    labels: Numbers
    weights: Numbers


def all_lessons(folder: Path) -> list[Lessons]:
    """Return the lessons of the networks of a folder that are not too large to teach."""
    return [lessons_of(network) for network in read_networks(folder) if network.edges.n <= MOST_NODES]


def lessons_of(network: Network) -> Lessons:
    """Return the rows of all hidings of a network."""
    draws = DRAWS if network.edges.n < LARGE else DRAWS_OF_LARGE
    parts = [_draw(network, np.random.default_rng(1000 + seed)) for seed in range(draws)]
    scores, labels = (np.concatenate(column) for column in zip(*parts, strict=True))
    total = np.sqrt(len(network.edges.pairs))
    weights = np.where(labels == 1, total / labels.sum(), total / (1 - labels).sum())
    return Lessons(network.name, network.sides is not None, scores, labels, weights * NETWORK_WEIGHT)


def _draw(network: Network, rng: np.random.Generator) -> tuple[Numbers, Numbers]:
    """Return scores and labels of one hiding."""
    whole, n = network.edges, network.edges.n
    away = whole.pairs[rng.permutation(len(whole.pairs))[: max(1, round(len(whole.pairs) / 5))]]
    seen = whole.without(away)
    pairs = np.stack(np.triu_indices(n, 1), axis=1)
    pairs = pairs[build_pair_space(n, whole.keys(), sides=network.sides).open(pairs)]
    pairs = pairs[rng.permutation(len(pairs))[:SCALE_PAIRS]]
    hidden = away[rng.permutation(len(away))[: 2 * MOST_UNLINKED]]
    features = PairFeatures(RichStructure(seen, network.sides), ())
    values = features.pairs(np.concatenate([hidden, pairs]))
    # As at prediction, where hidden links are among the pairs that the scales are taken over.
    scores = standardise(values[: len(hidden) + MOST_UNLINKED], features.scales(values))
    labels = (np.arange(len(scores)) < len(hidden)).astype(np.float64)
    return scores, labels


def learn_prior(lessons: Iterable[Lessons]) -> Prior:
    """Return the prior that the lessons of some networks teach."""
    taught = list(lessons)
    scores, labels, weights = (
        np.concatenate([getattr(one, column) for one in taught]) for column in ("scores", "labels", "weights")
    )
    nothing = np.zeros(len(RICH_NAMES))
    found, _ = fit_logistic(scores, labels, weights, (nothing, np.full(len(nothing), POOLED_PRECISION)))
    firmness = FIRMNESS[taught[0].two_sided]
    learned = zip(RICH_NAMES, found.round(3).tolist(), strict=True)
    # What a structure alone does not teach stays as it is shipped: content, dates, the sides apart.
    shipped = RICH_TWO_SIDED if taught[0].two_sided else RICH_ONE_SIDED
    return shipped.with_beliefs({name: Belief(mean, firmness) for name, mean in learned})


def read_networks(folder: Path) -> list[Network]:
    """Return the networks of a folder: NAME.edges.csv and, where two-sided, NAME.nodes.csv with a column ``side``."""
    networks = []
    for file in sorted(folder.glob("*.edges.csv")):
        name = file.name.removesuffix(".edges.csv")
        edges = np.loadtxt(file, delimiter=",", skiprows=1, dtype=np.int64, ndmin=2)
        sides = _read_sides(file.with_name(f"{name}.nodes.csv"))
        n = int(edges.max()) + 1 if sides is None else len(sides)
        networks.append(Network(name, build_edge_table(edges, n), sides))
    return networks


def _read_sides(file: Path) -> IntArray | None:
    """Return the sides of a two-sided network."""
    if not file.exists():
        return None
    with file.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return np.array([int(row["side"]) for row in rows]) if "side" in rows[0] else None


def main(folder: Path) -> None:
    """Print the tables of one- and two-sided networks, as ``graph/algorithms/rich_prior.py`` has them."""
    lessons = all_lessons(folder)
    for what, two_sided in (("ONE_SIDED", False), ("TWO_SIDED", True)):
        prior = learn_prior([one for one in lessons if one.two_sided == two_sided])
        print(f"{what} = {{")
        for name in RICH_NAMES:
            print(f'    "{name}": {prior.beliefs[name].mean},')
        print("}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
