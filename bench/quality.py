"""Quality of link prediction on real networks, beside single heuristics.

A fifth of the edges is hidden, five times over; all unobserved pairs are ranked, none sampled. Run as
``python -m bench.quality [FOLDER]``, where the folder holds NAME.edges.csv (source, target) and, for two-sided
networks, NAME.nodes.csv with a column ``side``.
The shipped prior was learned on these networks by :func:`learn_prior`; the row "each network left out" is the honest
one.
"""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit
from scipy.stats import rankdata

from graph.algorithms.edge_array import IntArray, encode_pairs, is_among
from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.link_prediction import LinkPredictor
from graph.algorithms.pair_features import PairFeatures, standardise
from graph.algorithms.pair_space import build_pair_space
from graph.algorithms.prior import ONE_SIDED, TWO_SIDED, Belief, Prior
from graph.algorithms.structure import STRUCTURAL_NAMES, Structure

NETWORKS = Path(__file__).parents[2] / "shared" / "data" / "networks"
SEEDS = 5
HEURISTICS = ("common_neighbours", "adamic_adar", "resource_allocation", "l3", "pagerank", "degree_product")
FREE = ("degree_product", "degree_difference")
POOLED_PRECISION = 10.0
MOST_UNLINKED = 10_000

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Trial:
    """A network with a fifth of its edges hidden, its unobserved pairs, and which of those are hidden edges."""

    network: str
    seen: EdgeTable
    sides: IntArray | None
    pairs: IntArray
    hidden: Flags


def read_trials(folder: Path) -> list[Trial]:
    """Return five trials of every network of a folder."""
    trials = []
    for file in sorted(folder.glob("*.edges.csv")):
        name = file.name.removesuffix(".edges.csv")
        edges = np.loadtxt(file, delimiter=",", skiprows=1, dtype=np.int64, ndmin=2)
        sides = _read_sides(file.with_name(f"{name}.nodes.csv"))
        n = int(edges.max()) + 1 if sides is None else len(sides)
        trials += [_hide_a_fifth(name, build_edge_table(edges, n), sides, seed) for seed in range(SEEDS)]
    return trials


def _read_sides(file: Path) -> IntArray | None:
    """Return the sides of a two-sided network."""
    if not file.exists():
        return None
    with file.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return np.array([int(row["side"]) for row in rows]) if "side" in rows[0] else None


def _hide_a_fifth(name: str, whole: EdgeTable, sides: IntArray | None, seed: int) -> Trial:
    """Return a trial."""
    order = np.random.default_rng(seed).permutation(len(whole.pairs))
    away = whole.pairs[order[: max(1, round(len(order) / 5))]]
    seen = whole.without(away)
    pairs = np.stack(np.triu_indices(whole.n, 1), axis=1)
    pairs = pairs[build_pair_space(whole.n, seen.keys(), sides=sides).open(pairs)]
    hidden = is_among(encode_pairs(pairs, whole.n), np.sort(encode_pairs(away, whole.n)))
    return Trial(name, seen, sides, pairs, hidden)


def measure(scores: Numbers, hidden: Flags) -> Numbers:
    """Return AUC, precision at k and precision at 20 in per cent; what ties is ordered at random."""
    k, ranks = int(hidden.sum()), rankdata(scores)
    auc = (ranks[hidden].sum() - k * (k + 1) / 2) / (k * (len(hidden) - k))
    best = np.lexsort((np.random.default_rng(0).random(len(scores)), -scores))
    return 100 * np.array([auc, hidden[best[:k]].mean(), hidden[best[:20]].mean()])


def learn_prior(trials: list[Trial]) -> Prior:
    """Return the prior that some trials teach: a logistic in which no neighbour or path counts against a link.

    Each trial weighs the root of its edges, half in hidden edges and half in other pairs.
    """
    parts = [_rows(trial) for trial in trials]
    rows, labels, weights = (np.concatenate([part[column] for part in parts]) for column in range(3))
    design = np.column_stack([rows, np.ones(len(rows))])
    precision = np.append(np.full(len(STRUCTURAL_NAMES), POOLED_PRECISION), 1e-3)

    def loss(weight: Numbers) -> tuple[float, Numbers]:
        logits = design @ weight
        value = weights @ (np.logaddexp(0, logits) - labels * logits) + precision @ weight**2 / 2
        return float(value), design.T @ (weights * (expit(logits) - labels)) + precision * weight

    limits = [(None if name in FREE else 0, None) for name in STRUCTURAL_NAMES] + [(None, None)]
    found = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B", bounds=limits).x
    base = ONE_SIDED if trials[0].sides is None else TWO_SIDED
    learned = zip(STRUCTURAL_NAMES, found[:-1].tolist(), strict=True)
    return base.with_beliefs({name: Belief(weight) for name, weight in learned})


def _rows(trial: Trial) -> tuple[Numbers, Numbers, Numbers]:
    """Return a trial's z-scores, labels and weights; of many unlinked pairs a random part."""
    unlinked = np.flatnonzero(~trial.hidden)
    if len(unlinked) > MOST_UNLINKED:
        unlinked = np.random.default_rng(0).choice(unlinked, MOST_UNLINKED, replace=False)
    chosen = np.concatenate([np.flatnonzero(trial.hidden), unlinked])
    features = PairFeatures(Structure(trial.seen), ())
    values = features.pairs(trial.pairs[chosen])
    scores = standardise(values, features.scales(values[trial.hidden.sum() :]))
    labels = trial.hidden[chosen].astype(np.float64)
    total = np.sqrt(len(trial.seen.pairs))
    return scores, labels, np.where(labels == 1, total / labels.sum(), total / len(unlinked))


def _predicted(trial: Trial, prior: Prior | None) -> Numbers:
    """Return the probabilities that the predictor gives to a trial's pairs."""
    predictor = LinkPredictor(prior).fit(trial.seen.pairs, trial.seen.n, sides=trial.sides)
    return predictor.score(trial.pairs)


def rows(folder: Path = NETWORKS) -> list[dict[str, object]]:
    """Return a row for each method: means over the networks; none where the folder is absent."""
    trials = read_trials(folder)
    found: dict[str, list[Numbers]] = {}
    priors: dict[str, Prior] = {}
    for trial in trials:
        if trial.network not in priors:
            others = [other for other in trials if other.network != trial.network]
            alike = [other for other in others if (other.sides is None) == (trial.sides is None)]
            priors[trial.network] = learn_prior(alike)
        values = Structure(trial.seen).pairs(trial.pairs).astype(np.float64)
        scores = {name: values[:, STRUCTURAL_NAMES.index(name)] for name in HEURISTICS}
        scores["predictor, shipped prior"] = _predicted(trial, None)
        scores["predictor, each network left out of its prior"] = _predicted(trial, priors[trial.network])
        for what, score in scores.items():
            found.setdefault(what, []).append(measure(score, trial.hidden))
    names = ("auc", "precision_at_k", "precision_at_20")
    return [
        {"what": what, **dict(zip(names, np.mean(figures, axis=0).round(1).tolist(), strict=True))}
        for what, figures in found.items()
    ]


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else NETWORKS
    if not given.is_dir():
        print(f"Skipped: there is no folder {given} with networks.", file=sys.stderr)
    for row in rows(given):
        print(json.dumps(row))
