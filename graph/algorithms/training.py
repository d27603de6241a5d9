"""Rows to learn from: hidden links and unlinked pairs, standardised, with what people judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.algorithms.across_sides import ACROSS_NAMES
from graph.algorithms.edge_array import FloatArray, IntArray, check_length, check_pairs, encode_pairs
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.hiding import UNLINKED_PER_LINK, Hiding
from graph.algorithms.pair_features import PairFeatures, View, standardise
from graph.algorithms.responses import bend
from graph.algorithms.sheet import Float32Array
from graph.errors import InputError

UNLINKED_WEIGHT = 5.0
"""Weight of all unlinked pairs of a hiding, in its hidden links: between one (AUC) and twenty (the top of the list)."""

MOST_UNLINKED = 3_000
"""Unlinked pairs of a hiding where the features are rich: on small graphs that is every pair."""

MOST_UNLINKED_ACROSS = 1_000
"""The same between two sides, where there are more hidings of a large graph."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Standardised pairs with their labels.

    Parameters
    ----------
    scores : (k, t)
    labels : (k,) 1 where linked
    weights : (k,) how many known links a row stands for
    """

    scores: FloatArray
    labels: FloatArray
    weights: FloatArray

    @classmethod
    def joined(cls, parts: list[Rows], terms: int) -> Rows:
        """Return the rows of several parts, one after the other; no parts give no rows of ``terms`` columns."""
        empty = cls(np.empty((0, terms)), np.empty(0), np.empty(0))
        parts = [empty, *parts]
        return cls(
            np.concatenate([part.scores for part in parts]),
            np.concatenate([part.labels for part in parts]),
            np.concatenate([part.weights for part in parts]),
        )


Judged = tuple[npt.ArrayLike, npt.ArrayLike, npt.ArrayLike]
"""People's judgements: pairs (j, 2), labels (j,) 1 for yes and 0 for no, weights (j,) in known links."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """Judgements as checked arrays: pairs (j, 2), labels (j,) of 0 and 1, weights (j,) >= 0."""

    pairs: IntArray
    labels: FloatArray
    weights: FloatArray


def build_judgements(judged: Judged | None, n: int) -> Judgements:
    """Return judgements as checked arrays, sorted, so that their order does not matter.

    Parameters
    ----------
    judged : pairs (j, 2), labels (j,), weights (j,); None for none
    n : number of nodes

    Raises
    ------
    InputError
        When the three do not fit each other, a label is not 0 or 1, a weight is below 0, or a pair is a node twice.
    """
    pairs, labels, weights = judged or ([], [], [])
    checked = np.sort(check_pairs(pairs, n), axis=1)
    label, weight = np.asarray(labels, np.float64), np.asarray(weights, np.float64)
    check_length(label, len(checked), "judged labels")
    check_length(weight, len(checked), "judged weights")
    fits = np.isin(label, (0, 1)).all() and np.isfinite(weight).all() and (weight >= 0).all()
    if not fits or (checked[:, 0] == checked[:, 1]).any():
        raise InputError(
            "Een oordeel gaat over twee knopen, is 0 of 1 en heeft een gewicht van 0 of meer.",
            "A judgement is about two nodes, is 0 or 1 and weighs 0 or more.",
        )
    order = np.lexsort((weight, label, encode_pairs(checked, n)))
    return Judgements(checked[order], label[order], weight[order])


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one hiding teaches.

    Parameters
    ----------
    rows : the hidden links and their unlinked pairs
    reference : (r, t) scores of the reference pairs on the graph with those links hidden
    view : the features of that graph, with their scales
    """

    rows: Rows
    reference: FloatArray
    view: View


class Teacher:
    """Turns hidings and judgements into rows.

    Parameters
    ----------
    whole : the features of the graph with every link in its place
    reference : (r, 2) open pairs that stand for all
    values : (r, t) their features
    knots : where the features' lines may bend (:func:`bend`); scores below are bent there
    """

    def __init__(
        self, whole: PairFeatures, reference: IntArray, values: Float32Array, knots: tuple[float, ...] = ()
    ) -> None:
        self._structure = whole.structure
        self._knots = knots
        self._most_unlinked = MOST_UNLINKED_ACROSS if ACROSS_NAMES[0] in whole.names else MOST_UNLINKED
        self._content = whole.content
        self._terms = len(whole.names) * (1 + len(knots))
        self._reference = reference
        self._reference_content = values[:, len(whole.structure.names) :]

    def lesson(self, hiding: Hiding, rng: np.random.Generator) -> Lesson:
        """Return the rows of one hiding.

        Parameters
        ----------
        hiding : what is kept, hidden and unlinked
        rng : chooses the unlinked pairs that share no end, among the reference pairs

        Returns
        -------
        Rows in which each hidden link weighs one, and the unlinked pairs together five times as much. Where lines may
        bend, unlinked pairs are those that stand for all: partners drawn for the same ends would hide what degree says.

        Raises
        ------
        Nothing.
        """
        pairs, wanted = np.concatenate([hiding.hidden, hiding.unlinked]), len(hiding.hidden) * UNLINKED_PER_LINK // 2
        if self._knots:
            pairs, wanted = hiding.hidden, self._most_unlinked
        chosen = rng.permutation(len(self._reference))[:wanted]
        scores, reference, view = self._scored(hiding.kept, pairs)
        scores = np.concatenate([scores, reference[chosen]])
        labels = (np.arange(len(scores)) < len(hiding.hidden)).astype(np.float64)
        unlinked = max(1, len(scores) - len(hiding.hidden))
        weights = np.where(labels == 1, 1.0, UNLINKED_WEIGHT * len(hiding.hidden) / unlinked)
        return Lesson(Rows(scores, labels, weights), reference, view)

    def judgement_rows(self, edges: EdgeTable, judged: Judgements) -> Rows:
        """Return the rows of what people judged; a judged pair that is linked is seen without its link.

        Parameters
        ----------
        edges : the whole graph
        judged : the judgements

        Raises
        ------
        Nothing.
        """
        if len(judged.pairs) == 0:
            return Rows.joined([], self._terms)
        scores, _, _ = self._scored(edges.without(judged.pairs), judged.pairs)
        return Rows(scores, judged.labels, judged.weights)

    def _scored(self, kept: EdgeTable, pairs: IntArray) -> tuple[FloatArray, FloatArray, View]:
        """Return the scores of pairs and of the reference pairs; the scales of structure are those of what is kept."""
        features = PairFeatures(self._structure.of(kept), self._content)
        raw = features.structure.pairs(np.concatenate([pairs, self._reference]))
        content = [term.pairs(pairs) for term in self._content]
        seen = np.column_stack([raw[: len(pairs)], *content])
        reference = np.column_stack([raw[len(pairs) :], self._reference_content])
        scales = features.scales(reference)
        bent = (bend(standardise(values, scales), self._knots) for values in (seen, reference))
        return next(bent), next(bent), View(features, scales)
