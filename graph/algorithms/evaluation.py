"""How good link prediction is on a graph of one's own: known links are hidden, and looked for among all open pairs.

Nothing is sampled: a hidden link is ranked among every pair that is open, since a handful of random ones flatters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from graph.algorithms import bounds
from graph.algorithms.edge_array import BoolArray, FloatArray, IntArray, encode_pairs, is_among
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.link_prediction import LinkPredictor
from graph.algorithms.structure import Structure

HIDDEN_SHARE = 0.2
"""Share of the links that is hidden: what the calibration takes to be unknown of any network."""

REPEATS = 5
"""Times that a random part is hidden."""

LONGEST_LIST = 100
"""Places of the ranking of which it is kept how many were right."""

STEPS = 10
"""Steps of a reliability table."""

LINKS_AT_ONCE = 1_000
"""Hidden links whose members' lists are looked through at one time: 40 MB for 5,000 members."""

FIRST_OF_NODE = 3
"""Places of a member's own list in which a hidden partner is looked for."""

RULES = ("common_neighbours", "adamic_adar", "resource_allocation", "l3", "pagerank", "degree_product")
"""Simple rules that the model is set beside: each is one feature alone."""

Fit = Callable[[EdgeTable], LinkPredictor]
"""Fits a predictor to the links that are left."""


@dataclass(frozen=True, slots=True)
class CalibrationStep:
    """Pairs that were given about the same chance: the mean said, the share that was a hidden link, how many pairs."""

    said: float
    seen: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a ranking of all open pairs is, as the mean over the hidings.

    Parameters
    ----------
    hidings : how often links were hidden
    hidden : links hidden, all hidings together
    pairs : open pairs ranked, all hidings together
    auc : chance that a hidden link stands above another pair, 0 to 1
    precision_at_k : share of hidden links among as many first pairs as were hidden
    hits : (LONGEST_LIST,) mean number of hidden links among the first one, two, ... pairs
    found_first : share of hidden links that stand in the first three of the list of either of the two members
    rank_of_node : median place of a hidden link in a member's own list, the better of its two members
    """

    hidings: int
    hidden: int
    pairs: int
    auc: float
    precision_at_k: float
    hits: tuple[float, ...]
    found_first: float
    rank_of_node: float

    def precision_at(self, first: int) -> float:
        """Return the share of hidden links among the first pairs, 1 to ``LONGEST_LIST``."""
        return self.hits[first - 1] / first


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good the model is, how honest its chances are, and how good simple rules are on the same hidings.

    Parameters
    ----------
    model : of the model
    rules : name -> of that rule alone
    calibration : steps of the chance that was said, low to high, as :func:`calibrate` makes them
    calibration_error : mean gap between chance said and share seen, each pair counted once
    """

    model: Quality
    rules: dict[str, Quality]
    calibration: tuple[CalibrationStep, ...]
    calibration_error: float


@dataclass(frozen=True, slots=True)
class _Trial:
    """One hiding: the open pairs, which of them are hidden links, and the scores by name, the model's under ''."""

    pairs: IntArray
    hidden: BoolArray
    scores: dict[str, FloatArray]


def evaluate(
    table: EdgeTable, fit: Fit, *, candidates: BoolArray, times: FloatArray | None = None, seed: int = 0
) -> Evaluation | None:
    """Return how well links are found back that a model has not seen.

    Parameters
    ----------
    table : all links that are known
    fit : makes a predictor from the links that are left; its candidates must be the same
    candidates : (n,) bool, the nodes that may be proposed
    times : (m,) when each link of the table began, NaN where unknown; given, the newest fifth of the dated ones is
        hidden once, else a random fifth of all five times over
    seed : what chance starts from

    Returns
    -------
    None where fewer than two links between candidates can be hidden, or no pair is open.

    Raises
    ------
    InputError
        When there are more candidates than ``bounds.MAX_ALL_PAIRS_NODES``.

    Notes
    -----
    One fit and one sweep over all pairs a hiding. Equal arguments give equal bytes.
    """
    trials = [
        _try(table, away, fit, candidates)
        for away in _parts_to_hide(table, candidates, times, np.random.default_rng(seed))
    ]
    if not trials or any(trial.hidden.all() for trial in trials):
        return None
    names = list(trials[0].scores)
    measured = {name: _mean_quality([_measure(trial, trial.scores[name]) for trial in trials]) for name in names}
    steps, error = calibrate(
        np.concatenate([trial.scores[""] for trial in trials]), np.concatenate([trial.hidden for trial in trials])
    )
    return Evaluation(measured.pop(""), measured, steps, error)


def calibrate(chances: FloatArray, hidden: BoolArray) -> tuple[tuple[CalibrationStep, ...], float]:
    """Return the steps of a reliability table, low to high, and the mean gap between what was said and what was seen.

    Parameters
    ----------
    chances : (k,) between 0 and 1
    hidden : (k,) which pairs turned out to be links

    Notes
    -----
    In each step lies a tenth of all chance that was said, so that each should hold as many links: of a thousand pairs
    with one link among them, tenths of the pairs would show nothing. The gap is the expected calibration error: each
    step weighs its pairs.
    """
    order = np.argsort(chances, kind="stable")
    sums = np.cumsum(chances[order])
    step = np.empty(len(chances), np.int64)
    step[order] = np.minimum(sums / max(float(sums[-1]), 1e-300) * STEPS, STEPS - 1e-9).astype(np.int64)
    count = np.bincount(step, minlength=STEPS)
    said = np.bincount(step, weights=chances, minlength=STEPS)
    seen = np.bincount(step, weights=hidden.astype(np.float64), minlength=STEPS)
    steps = tuple(
        CalibrationStep(float(said[one] / count[one]), float(seen[one] / count[one]), int(count[one]))
        for one in np.flatnonzero(count).tolist()
    )
    return steps, float(np.abs(said - seen).sum() / count.sum())


def _parts_to_hide(
    table: EdgeTable, candidates: BoolArray, times: FloatArray | None, rng: np.random.Generator
) -> Iterator[IntArray]:
    """Yield the links of each hiding, (h, 2): only such as lie between candidates."""
    between = candidates[table.pairs].all(axis=1)
    if times is not None:
        dated = np.flatnonzero(between & ~np.isnan(times))
        newest = dated[np.argsort(-times[dated], kind="stable")]
        if len(dated) >= 2:
            yield table.pairs[np.sort(newest[: _share(len(dated))])]
        return
    links = np.flatnonzero(between)
    for _ in range(REPEATS if len(links) >= 2 else 0):
        yield table.pairs[np.sort(rng.permutation(links)[: _share(len(links))])]


def _share(count: int) -> int:
    return max(1, round(count * HIDDEN_SHARE))


def _try(table: EdgeTable, away: IntArray, fit: Fit, candidates: BoolArray) -> _Trial:
    """Return what a model and the simple rules make of the pairs that are open once some links are hidden."""
    kept = table.without(away)
    pairs, chances = fit(kept).score_all()
    hidden = is_among(encode_pairs(pairs, table.n), np.sort(encode_pairs(away, table.n)))
    structure = Structure(kept)
    columns = [structure.names.index(name) for name in RULES]
    values = np.empty((len(pairs), len(RULES)), np.float32)
    # In order of their first node, so that a chunk of pairs needs the features of few nodes.
    order = np.argsort(pairs[:, 0], kind="stable")
    for low in range(0, len(pairs), bounds.PAIR_CHUNK):
        chunk = order[low : low + bounds.PAIR_CHUNK]
        values[chunk] = structure.pairs(pairs[chunk])[:, columns]
    rules = {name: values[:, place].astype(np.float64) for place, name in enumerate(RULES)}
    return _Trial(pairs, hidden, {"": chances, **rules})


def _measure(trial: _Trial, scores: FloatArray) -> Quality:
    """Return how good one ranking is; pairs with equal scores stand in an order that tells nothing."""
    hidden = trial.hidden
    k = int(hidden.sum())
    ranks = rankdata(scores)
    auc = (ranks[hidden].sum() - k * (k + 1) / 2) / (k * (len(hidden) - k))
    shuffled = np.random.default_rng(len(hidden)).random(len(hidden))
    found = np.cumsum(hidden[np.lexsort((shuffled, -scores))])
    hits = np.pad(found[:LONGEST_LIST].astype(np.float64), (0, max(0, LONGEST_LIST - len(found))), mode="edge")
    places = _places_in_own_list(trial.pairs, hidden, scores)
    return Quality(
        1,
        k,
        len(hidden),
        float(auc),
        float(found[k - 1] / k),
        tuple(hits.tolist()),
        float((places <= FIRST_OF_NODE).mean()),
        float(np.median(places)),
    )


def _places_in_own_list(pairs: IntArray, hidden: BoolArray, scores: FloatArray) -> FloatArray:
    """Return the place of each hidden link among all open pairs of one of its members, the better of the two; (h,).

    Notes
    -----
    Equal scores share the mean of their places. A table of all pairs: 200 MB for 5,000 members.
    """
    nodes, flat = np.unique(pairs, return_inverse=True)
    one, other = flat.reshape(pairs.shape).T
    table = np.full((len(nodes), len(nodes)), -np.inf)
    table[one, other] = table[other, one] = scores
    best = np.full(int(hidden.sum()), np.inf)
    for ends in (one[hidden], other[hidden]):
        for low in range(0, len(ends), LINKS_AT_ONCE):
            part = slice(low, low + LINKS_AT_ONCE)
            own, mine = table[ends[part]], scores[hidden][part, None]
            places = (own > mine).sum(axis=1) + ((own == mine).sum(axis=1) + 1) / 2
            best[part] = np.minimum(best[part], places)
    return best


def _mean_quality(measured: Sequence[Quality]) -> Quality:
    """Return the mean over hidings; links and pairs are added up."""

    def mean(values: list[float]) -> float:
        return float(np.mean(values))

    return Quality(
        len(measured),
        sum(one.hidden for one in measured),
        sum(one.pairs for one in measured),
        mean([one.auc for one in measured]),
        mean([one.precision_at_k for one in measured]),
        tuple(np.mean([one.hits for one in measured], axis=0).tolist()),
        mean([one.found_first for one in measured]),
        mean([one.rank_of_node for one in measured]),
    )
