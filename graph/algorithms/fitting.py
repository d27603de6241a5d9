"""From evidence to a fitted model: scales, weights that start from a prior, calibration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.algorithms import bounds
from graph.algorithms.calibration import expected_rate, fit_intercept, fit_slope
from graph.algorithms.edge_array import FloatArray
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.fitted import Fitted, FittedTable
from graph.algorithms.hiding import iter_hidings
from graph.algorithms.logistic import fit_logistic
from graph.algorithms.pair_features import PairFeatures, standardise
from graph.algorithms.pair_space import PairSpace
from graph.algorithms.prior import Prior
from graph.algorithms.responses import bend
from graph.algorithms.scales import widen_scales
from graph.algorithms.training import Judgements, Lesson, Rows, Teacher

Means = tuple[FloatArray, FloatArray]
"""The means and the precisions that weights start from."""


FEW_LINKS = 10.0
"""Links at which what the rich structure is believed to say counts by half."""

TENS, HUNDREDS = 100, 200
"""Nodes up to which the prior of a one-sided graph stands as it is, and from which on half as firm: it was learned on
networks of tens of nodes, and hundreds know better themselves. Measured on 22 networks, ``docs/quality.md``."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fit learns from.

    Parameters
    ----------
    table : the edges
    space : which pairs may be links
    features : of the pairs, every link in its place
    judgements : what people said
    """

    table: EdgeTable
    space: PairSpace
    features: PairFeatures
    judgements: Judgements


def fit_evidence(evidence: Evidence, prior: Prior, rng: np.random.Generator) -> Fitted:
    """Return the model that some evidence and a prior give.

    Parameters
    ----------
    evidence : what is known
    prior : what is believed beforehand, about the same features
    rng : where chance comes from

    Raises
    ------
    Nothing.
    """
    space, features, knots = evidence.space, evidence.features, prior.knots
    reference = space.reference(rng)
    values = features.pairs(reference)
    scales = features.scales(values)
    teacher = Teacher(features, reference, values, knots)
    lessons = [teacher.lesson(hiding, rng) for hiding in iter_hidings(evidence.table, space, rng)]
    scales = widen_scales(scales, [lesson.view.scales for lesson in lessons])
    judged = teacher.judgement_rows(evidence.table, evidence.judgements)
    means = _means(prior, features, space)
    weights = _weights([*(lesson.rows for lesson in lessons), judged], means)
    rate = expected_rate(len(space.links()), space.count_open())
    hidden, unlinked = _unseen_sums(lessons, judged, means)
    weights *= fit_slope(hidden, unlinked, rate)
    seen = bend(standardise(values, scales), knots)
    if not prior.rich:
        return Fitted(space, features, scales, weights, fit_intercept(seen @ weights, rate))
    averaged = lessons if space.n <= bounds.MAX_AVERAGED_NODES else []
    seen = np.mean([seen, *(lesson.reference for lesson in averaged)], axis=0)
    views = tuple(lesson.view for lesson in averaged)
    return FittedTable(space, features, scales, weights, fit_intercept(seen @ weights, rate), knots, views)


def _means(prior: Prior, features: PairFeatures, space: PairSpace) -> Means:
    """Return the means and precisions; rich means count for less among few links, and yield sooner on large graphs.

    Some thirty features say the same of a single path, and among a handful of links each says it loudly.
    Where half of all pairs are links, many of those that are open are links not seen yet: what the rows say of them is
    then worth less than their number.
    """
    links = len(space.linked)
    means, precisions = prior.at(links).of(features.names)
    if not prior.rich:
        return means, precisions
    means[: len(features.structure.names)] *= links / (links + FEW_LINKS)
    if space.sides is None:
        structural = np.tile(np.arange(len(features.names)) < len(features.structure.names), 1 + len(prior.knots))
        precisions[structural] /= 1 + np.clip((space.n - TENS) / (HUNDREDS - TENS), 0, 1)
    return means, precisions * (1 + links / max(1, space.count_open()))


def _weights(rows: list[Rows], prior: Means) -> FloatArray:
    """Return the weights after seeing some parts of the rows; the prior's where labels do not differ."""
    joined = Rows.joined(rows, len(prior[0]))
    return fit_logistic(joined.scores, joined.labels, joined.weights, prior)[0]


def _unseen_sums(lessons: list[Lesson], judged: Rows, prior: Means) -> tuple[FloatArray, FloatArray]:
    """Return the sums of hidden links and of reference pairs, each half by weights from the other half."""
    halves = lessons[::2], lessons[1::2]
    hidden, unlinked = [np.empty(0)], [np.empty(0)]
    for seen, unseen in (halves, halves[::-1]):
        weights = _weights([*(lesson.rows for lesson in seen), judged], prior)
        hidden += [lesson.rows.scores[lesson.rows.labels == 1] @ weights for lesson in unseen]
        unlinked += [lesson.reference @ weights for lesson in unseen]
    return np.concatenate(hidden), np.concatenate(unlinked)
