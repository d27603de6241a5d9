"""Quality of link prediction on real networks, beside single heuristics.

A fifth of the edges is hidden, five times over; all unobserved pairs are ranked, none sampled. Run as
``python -m bench.quality [FOLDER]``, where the folder holds NAME.edges.csv (source, target) and, for two-sided
networks, NAME.nodes.csv with a column ``side``.
The shipped priors were learned on the networks of the folder that is looked in by itself: the thin one by
:func:`learn_thin_prior`, the rich one by :mod:`bench.prior_learning`. There, the rows "each network left out" are the
honest ones. With ``--not-learned`` after FOLDER, its networks are others, and nothing is learned from them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit
from scipy.stats import rankdata

from bench.prior_learning import Network, all_lessons, learn_prior, read_networks
from graph.algorithms.edge_array import IntArray, encode_pairs, is_among
from graph.algorithms.edge_table import EdgeTable
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
    return [_hide_a_fifth(network, seed) for network in read_networks(folder) for seed in range(SEEDS)]


def _hide_a_fifth(network: Network, seed: int) -> Trial:
    """Return a trial."""
    whole, sides = network.edges, network.sides
    order = np.random.default_rng(seed).permutation(len(whole.pairs))
    away = whole.pairs[order[: max(1, round(len(order) / 5))]]
    seen = whole.without(away)
    pairs = np.stack(np.triu_indices(whole.n, 1), axis=1)
    pairs = pairs[build_pair_space(whole.n, seen.keys(), sides=sides).open(pairs)]
    hidden = is_among(encode_pairs(pairs, whole.n), np.sort(encode_pairs(away, whole.n)))
    return Trial(network.name, seen, sides, pairs, hidden)


def measure(scores: Numbers, hidden: Flags) -> Numbers:
    """Return AUC, precision at k and precision at 20 in per cent; what ties is ordered at random."""
    k, ranks = int(hidden.sum()), rankdata(scores)
    auc = (ranks[hidden].sum() - k * (k + 1) / 2) / (k * (len(hidden) - k))
    best = np.lexsort((np.random.default_rng(0).random(len(scores)), -scores))
    return 100 * np.array([auc, hidden[best[:k]].mean(), hidden[best[:20]].mean()])


def learn_thin_prior(trials: list[Trial]) -> Prior:
    """Return the thin prior that some trials teach: a logistic in which no neighbour or path counts against a link.

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


def _left_out(folder: Path) -> dict[str, Prior]:
    """Return for each network the prior that the others of its sort teach."""
    lessons = all_lessons(folder)
    return {
        one.name: learn_prior(
            other for other in lessons if other.network != one.name and other.two_sided == (one.sides is not None)
        )
        for one in read_networks(folder)
    }


def by_network(folder: Path = NETWORKS, *, learned: bool = True) -> dict[str, dict[str, Numbers]]:
    """Return method -> network -> mean AUC, precision at k and precision at 20 over the trials.

    Where the shipped priors were learned on these networks, there is a method that leaves each out of its own.
    """
    trials = read_trials(folder)
    found: dict[str, dict[str, list[Numbers]]] = {}
    priors = _left_out(folder) if learned else {}
    for trial in trials:
        values = Structure(trial.seen).pairs(trial.pairs).astype(np.float64)
        scores = {name: values[:, STRUCTURAL_NAMES.index(name)] for name in HEURISTICS}
        scores["thin predictor"] = _predicted(trial, ONE_SIDED if trial.sides is None else TWO_SIDED)
        scores["predictor, shipped prior"] = _predicted(trial, None)
        if trial.network in priors:
            scores["predictor, each network left out of its prior"] = _predicted(trial, priors[trial.network])
        for what, score in scores.items():
            found.setdefault(what, {}).setdefault(trial.network, []).append(measure(score, trial.hidden))
    return {
        what: {name: np.mean(figures, axis=0) for name, figures in networks.items()} for what, networks in found.items()
    }


def rows(folder: Path = NETWORKS, *, learned: bool = True) -> list[dict[str, object]]:
    """Return a row for each method and network, then the mean; none where the folder is absent."""
    names = ("auc", "precision_at_k", "precision_at_20")
    found: list[dict[str, object]] = []
    for what, networks in by_network(folder, learned=learned).items():
        means = {**networks, "mean": np.mean(list(networks.values()), axis=0)}
        found += [
            {"what": what, "network": network, **dict(zip(names, figures.round(1).tolist(), strict=True))}
            for network, figures in means.items()
        ]
    return found


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else NETWORKS
    if not given.is_dir():
        print(f"Skipped: there is no folder {given} with networks.", file=sys.stderr)
    for row in rows(given, learned="--not-learned" not in sys.argv):
        print(json.dumps(row))
