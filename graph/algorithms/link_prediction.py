"""Link prediction: which pairs that are not linked are likely to be, and what makes each of them so.

A logistic model over named features. Its weights start from a prior, are moved by links that were hidden and found back
and by what people judged, and are calibrated, so that the sum of a pair's terms is the log-odds of its probability.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from graph.algorithms import bounds
from graph.algorithms.best_pairs import BlockScorer, best_open_pairs
from graph.algorithms.calibration import expected_rate, fit_intercept, fit_slope
from graph.algorithms.edge_array import FloatArray, IntArray, check_pairs, encode_pairs
from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.hiding import iter_hidings
from graph.algorithms.logistic import fit_logistic
from graph.algorithms.pair_features import PairFeatures, standardise
from graph.algorithms.pair_space import PairSpace, build_pair_space
from graph.algorithms.pair_terms import build_pair_terms
from graph.algorithms.prior import ONE_SIDED, TWO_SIDED, Prior
from graph.algorithms.scales import Scale
from graph.algorithms.structure import Structure
from graph.algorithms.training import Judged, Judgements, Lesson, Rows, Teacher, build_judgements
from graph.errors import InputError

BASE_RATE = "base_rate"
"""The first term of every explanation: the log-odds of a pair of which every feature is average."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a fit learns from."""

    table: EdgeTable
    space: PairSpace
    features: PairFeatures
    judgements: Judgements


@dataclass(frozen=True, slots=True)
class _Fitted:
    """What a fit leaves behind."""

    space: PairSpace
    features: PairFeatures
    scales: tuple[Scale, ...]
    weights: FloatArray
    intercept: float


class LinkPredictor:
    """Gives unlinked pairs a probability, as a sum of named terms.

    Parameters
    ----------
    prior : what is believed of the weights before any link is seen; None takes the one for one- or two-sided graphs

    Notes
    -----
    The same edges in any order, and the same seed, give the same numbers to the byte on one machine.
    With no link at all the prior carries alone; with thousands the links do.

    Example
    -------
    >>> predictor = LinkPredictor().fit([[0, 1], [0, 2], [1, 2], [1, 3], [2, 3], [3, 4]], 5)
    >>> pairs, chances = predictor.score_all(1)
    >>> pairs.tolist()
    [[0, 3]]
    """

    def __init__(self, prior: Prior | None = None) -> None:
        self._prior = prior
        self._fitted: _Fitted | None = None

    def fit(  # noqa: PLR0913 - each argument is one kind of evidence, all by name, none needed
        self,
        edges: npt.ArrayLike,
        n: int,
        *,
        features: Any | None = None,
        texts: npt.NDArray[np.floating[Any]] | None = None,
        edge_types: npt.ArrayLike | None = None,
        times: npt.ArrayLike | None = None,
        sides: npt.ArrayLike | None = None,
        relations: Mapping[str, Any] | None = None,
        coordinates: npt.NDArray[np.floating[Any]] | None = None,
        candidates: npt.ArrayLike | None = None,
        judged: Judged | None = None,
        seed: int = 0,
    ) -> LinkPredictor:
        """Learn from the links of a graph and return itself.

        Parameters
        ----------
        edges : (m, 2) integers in 0..n-1; undirected, doubles and self-loops are tolerated
        n : number of nodes
        features : (n, d) scipy sparse, weights >= 0; a zero row says that nothing is known
        texts : (n, d) float32 vectors; a zero row says that there is no text
        edge_types : (m,) whole numbers, the kind of each edge
        times : (m,) numbers, NaN where unknown; the newest links are then hidden first
        sides : (n,) 0 or 1; links then run between the two sides only
        relations : name -> (n, n) symmetric scipy sparse; zero says that nothing is known of a pair
        coordinates : (n, 2) metres, NaN where unknown
        candidates : (n,) bool, the nodes that may be proposed; None for all
        judged : pairs (j, 2), labels (j,), weights (j,): people's judgements, each as heavy as so many links
        seed : what chance starts from

        Returns
        -------
        This predictor, fitted.

        Raises
        ------
        InputError
            When an argument has the wrong shape, or holds what it cannot.

        Notes
        -----
        On small graphs the features of all pairs, eleven times over: once, and once for each tenth that is hidden. On
        large ones those of some hundred nodes with all others, three times over: O(m) for each such node.
        """
        table = build_edge_table(edges, n, types=edge_types, times=times)
        content = build_pair_terms(n, texts=texts, features=features, coordinates=coordinates, relations=relations)
        evidence = _Evidence(
            table=table,
            space=build_pair_space(n, table.keys(), candidates=candidates, sides=sides),
            features=PairFeatures(Structure(table), content),
            judgements=build_judgements(judged, n),
        )
        _check_names(evidence.features.names)
        prior = self._prior or (ONE_SIDED if sides is None else TWO_SIDED)
        self._fitted = _learned(evidence, prior.of(evidence.features.names), np.random.default_rng(seed))
        return self

    def score(self, pairs: npt.ArrayLike) -> FloatArray:
        """Return the probability of each pair.

        Parameters
        ----------
        pairs : (k, 2) node indices, either way round; linked pairs are scored with their link in place

        Returns
        -------
        (k,) between 0 and 1, in the order of the pairs.

        Raises
        ------
        InputError
            Before a fit; when a pair names no node, or one node twice.
        """
        checked = self._checked(pairs)
        chances = np.empty(len(checked))
        # In order of their first node, so that a chunk of pairs needs the features of few nodes.
        order = np.argsort(checked[:, 0], kind="stable")
        for low in range(0, len(checked), bounds.PAIR_CHUNK):
            chunk = order[low : low + bounds.PAIR_CHUNK]
            chances[chunk] = expit(self._terms(checked[chunk]).sum(axis=1))
        return chances

    def explain(self, pairs: npt.ArrayLike) -> tuple[FloatArray, tuple[str, ...]]:
        """Return what each feature adds to the log-odds of each pair.

        Parameters
        ----------
        pairs : as for :meth:`score`

        Returns
        -------
        (k, t) terms, whose rows add up to the log-odds of the score, and the t names. The first is ``base_rate``, the
        calibrated intercept; the calibrated slope is a factor in all others. What is not known of a pair adds nil.

        Raises
        ------
        InputError
            As :meth:`score`.
        """
        return self._terms(self._checked(pairs)), (BASE_RATE, *self._state().features.names)

    def score_all(self, limit: int | None = None) -> tuple[IntArray, FloatArray]:
        """Return the open pairs with the highest probability: candidates, not linked, of two sides where there are.

        Parameters
        ----------
        limit : how many pairs at most; None for all

        Returns
        -------
        (k, 2) pairs, smaller index first, and (k,) probabilities as :meth:`score` gives them; the highest first, equal
        ones by index.

        Raises
        ------
        InputError
            Before a fit; when the limit is negative; when there are more candidates than
            ``bounds.MAX_ALL_PAIRS_NODES``.

        Notes
        -----
        O(c (c + m)) for c candidates and m edges; memory bounded by ``bounds.BLOCK_BYTES``, unless all are wanted.
        """
        state = self._state()
        count = state.space.count_open() if limit is None else limit
        _check_all_pairs(len(state.space.nodes), count)
        scorer = BlockScorer(state.features, state.scales, state.weights)
        pairs = best_open_pairs(state.space, scorer, len(state.features.names), count)
        chances = self.score(pairs)
        order = np.lexsort((encode_pairs(pairs, state.space.n), -chances))[:count]
        return pairs[order], chances[order]

    @property
    def weights(self) -> dict[str, float]:
        """The calibrated weight of each feature on the z-scale; nil for one that is the same for all pairs.

        Raises
        ------
        InputError
            Before a fit.
        """
        state = self._state()
        alive = np.array([scale.spread > 0 for scale in state.scales])
        return dict(zip(state.features.names, (state.weights * alive).tolist(), strict=True))

    def _terms(self, pairs: IntArray) -> FloatArray:
        """Return the terms of pairs, the intercept first."""
        state = self._state()
        scores = standardise(state.features.pairs(pairs), state.scales)
        return np.column_stack([np.full(len(pairs), state.intercept), scores * state.weights])

    def _checked(self, pairs: npt.ArrayLike) -> IntArray:
        """Return pairs of two different nodes, smaller index first, so that either way round gives the same bytes."""
        checked = np.sort(check_pairs(pairs, self._state().space.n), axis=1)
        if (checked[:, 0] == checked[:, 1]).any():
            raise InputError("Een paar bestaat uit twee verschillende knopen.", "A pair is two different nodes.")
        return checked

    def _state(self) -> _Fitted:
        """Return what the fit left."""
        if self._fitted is None:
            raise InputError("Er is nog niets geleerd: roep eerst 'fit' aan.", "Not fitted yet: call 'fit' first.")
        return self._fitted


def _learned(evidence: _Evidence, prior: tuple[FloatArray, FloatArray], rng: np.random.Generator) -> _Fitted:
    """Return scales, calibrated weights and intercept."""
    space, features = evidence.space, evidence.features
    reference = space.reference(rng)
    values = features.pairs(reference)
    scales = features.scales(values)
    teacher = Teacher(features, reference, values)
    lessons = [teacher.lesson(hiding, rng) for hiding in iter_hidings(evidence.table, space, rng)]
    judged = teacher.judgement_rows(evidence.table, evidence.judgements)
    weights = _weights([*(lesson.rows for lesson in lessons), judged], prior)
    rate = expected_rate(len(space.links()), space.count_open())
    weights *= _slope(lessons, judged, prior, rate)
    return _Fitted(space, features, scales, weights, fit_intercept(standardise(values, scales) @ weights, rate))


def _weights(rows: list[Rows], prior: tuple[FloatArray, FloatArray]) -> FloatArray:
    """Return the weights after seeing some parts of the rows; the prior's where labels do not differ."""
    joined = Rows.joined(rows, len(prior[0]))
    return fit_logistic(joined.scores, joined.labels, joined.weights, prior)[0]


def _slope(lessons: list[Lesson], judged: Rows, prior: tuple[FloatArray, FloatArray], rate: float) -> float:
    """Return the slope of the calibration: each half of the hidden links is judged by weights from the other half."""
    halves = lessons[::2], lessons[1::2]
    hidden, unlinked = [np.empty(0)], [np.empty(0)]
    for seen, unseen in (halves, halves[::-1]):
        weights = _weights([*(lesson.rows for lesson in seen), judged], prior)
        hidden += [lesson.rows.scores[lesson.rows.labels == 1] @ weights for lesson in unseen]
        unlinked += [lesson.reference @ weights for lesson in unseen]
    return fit_slope(np.concatenate(hidden), np.concatenate(unlinked), rate)


def _check_names(names: tuple[str, ...]) -> None:
    """Refuse a relation that bears the name of another term."""
    if len({BASE_RATE, *names}) <= len(names):
        raise InputError("Een relatie heeft de naam van een ander kenmerk.", "A relation bears another term's name.")


def _check_all_pairs(candidates: int, limit: int) -> None:
    """Refuse what would not fit."""
    most = bounds.MAX_ALL_PAIRS_NODES
    if limit < 0:
        raise InputError(f"De grens is {limit}; zij moet 0 of meer zijn.", f"The limit is {limit}; it must be >= 0.")
    if candidates > most:
        raise InputError(
            f"Alle paren van {candidates} knopen is te veel; tot {most} kan het. Beperk de kandidaten.",
            f"All pairs of {candidates} nodes are too many; up to {most} will do. Narrow the candidates.",
        )
