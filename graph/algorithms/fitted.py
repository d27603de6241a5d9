"""A fitted model: the log-odds of pairs, their terms, and the best open pairs.

Two ways to the same numbers: the thin features are computed anew for the pairs that are asked; the rich ones, which
cost more, are added up once into a table of all pairs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.special import expit

from graph.algorithms import bounds
from graph.algorithms.best_each import PartnerSearch, first_of_each
from graph.algorithms.best_pairs import BlockScorer, best_open_pairs
from graph.algorithms.edge_array import FloatArray, IntArray, decode_pairs, encode_pairs
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.near_structure import NearStructure
from graph.algorithms.pair_features import PairFeatures, View, standardise
from graph.algorithms.pair_space import PairSpace
from graph.algorithms.responses import bend, straighten
from graph.algorithms.scales import SOFT_BEYOND, Scale
from graph.algorithms.sheet import Float32Array, gather
from graph.errors import InputError


@dataclass(frozen=True)
class Fitted:
    """What a fit leaves behind.

    Parameters
    ----------
    space : which pairs are open
    features : of the pairs
    scales : one a feature
    weights : (t * (1 + knots),) calibrated, as :func:`bend` orders them
    intercept : calibrated
    knots : where lines bend
    """

    space: PairSpace
    features: PairFeatures
    scales: tuple[Scale, ...]
    weights: FloatArray
    intercept: float
    knots: tuple[float, ...] = ()

    def slopes(self) -> FloatArray:
        """Return what a spread adds to the log-odds, (t,): the mean over the first four; nil where nothing varies.

        Raises
        ------
        Nothing.
        """
        far = bend(np.full((1, len(self.scales)), SOFT_BEYOND), self.knots)[0]
        alive = np.array([scale.spread > 0 for scale in self.scales])
        slopes: FloatArray = straighten(far * self.weights, self.knots) / SOFT_BEYOND * alive
        return slopes

    def terms(self, pairs: IntArray) -> FloatArray:
        """Return the terms of (k, 2) pairs, smaller index first: the intercept, then one a feature.

        Raises
        ------
        Nothing.
        """
        return self._weighed(self.features.pairs(pairs))

    def _weighed(self, values: Float32Array) -> FloatArray:
        """Return the terms of (k, t) features."""
        scores = bend(standardise(values, self.scales), self.knots)
        terms = straighten(scores * self.weights, self.knots)
        return np.column_stack([np.full(len(values), self.intercept), terms])

    def log_odds(self, pairs: IntArray) -> FloatArray:
        """Return the log-odds of (k, 2) pairs, smaller index first.

        Raises
        ------
        Nothing.
        """
        odds = np.empty(len(pairs))
        # In order of their first node, so that a chunk of pairs needs the features of few nodes.
        order = np.argsort(pairs[:, 0], kind="stable")
        for low in range(0, len(pairs), bounds.PAIR_CHUNK):
            chunk = order[low : low + bounds.PAIR_CHUNK]
            odds[chunk] = self.terms(pairs[chunk]).sum(axis=1)
        return odds

    def shortlist(self, limit: int) -> IntArray:
        """Return at least so many of the best open pairs, where there are, in any order.

        Raises
        ------
        Nothing.
        """
        scorer = BlockScorer(self.features, self.scales, self.weights)
        return best_open_pairs(self.space, scorer, len(self.features.names), limit)

    def best(self, limit: int) -> tuple[IntArray, FloatArray]:
        """Return the best open pairs and their probabilities, the highest first, equal ones by index.

        Raises
        ------
        Nothing.
        """
        pairs = self.shortlist(limit)
        chances = expit(self.log_odds(pairs))
        order = np.lexsort((encode_pairs(pairs, self.space.n), -chances))[:limit]
        return pairs[order], chances[order]

    def with_edges(self, edges: EdgeTable) -> Fitted:
        """Return the same weights for other edges between the same nodes.

        Raises
        ------
        InputError
            When the edges have kinds and those of the fit had none, or the other way round.
        """
        features = PairFeatures(self.features.structure.of(edges), self.features.content)
        if features.names != self.features.names:
            raise InputError("Geef soorten van lijnen mee als bij het leren.", "Give kinds of edges as at the fit.")
        return replace(self, space=replace(self.space, linked=edges.keys()), features=features)

    def best_each(self, nodes: IntArray, limit: int) -> tuple[IntArray, FloatArray]:
        """Return the best open partners of some sorted nodes, at most so many each, and their probabilities.

        Raises
        ------
        Nothing.
        """
        if len(self.space.nodes) > bounds.MAX_ALL_PAIRS_NODES:
            return self._best_by_paths(nodes, limit)
        pairs, chances = self.best(self.space.count_open())
        both, twice = np.concatenate([pairs, pairs[:, ::-1]]), np.tile(chances, 2)
        order = np.lexsort((both[:, 1], both[:, 0]))
        order = order[np.isin(both[order, 0], nodes)]
        each = first_of_each(both[order], twice[order], limit)
        return each.pairs, each.scores

    def _best_by_paths(self, nodes: IntArray, limit: int) -> tuple[IntArray, FloatArray]:
        """Return the best partners among those that paths lead to."""
        near, score = self.features.structure, self._odds_by_walks
        if isinstance(near, NearStructure):
            score = self._odds_by_paths
        else:
            linked = EdgeTable(self.space.n, decode_pairs(self.space.linked, self.space.n))
            near = NearStructure(linked, two_sided=self.space.sides is not None)
        found = PartnerSearch(near, self.space, self.features.content, score).best(nodes, limit)
        return found.pairs, expit(found.scores)

    def _odds_by_walks(self, pairs: IntArray, paths: Float32Array) -> FloatArray:
        """Return the log-odds of (k, 2) pairs, either way round; paths are among what walks find."""
        del paths
        return self.log_odds(np.sort(pairs, axis=1))

    def _odds_by_paths(self, pairs: IntArray, paths: Float32Array) -> FloatArray:
        """Return the log-odds of (k, 2) pairs when the (k,) paths between them are known."""
        assert isinstance(self.features.structure, NearStructure)  # noqa: S101 - tells the type; asked by best_each alone
        odds = np.empty(len(pairs))
        for low in range(0, len(pairs), bounds.PAIR_CHUNK):
            part = slice(low, low + bounds.PAIR_CHUNK)
            structure = self.features.structure.beside(paths[part], pairs[part])
            content = [term.pairs(pairs[part]) for term in self.features.content]
            odds[part] = self._weighed(np.column_stack([structure, *content])).sum(axis=1)
        return odds


@dataclass(frozen=True)
class FittedTable(Fitted):
    """A fit whose log-odds stand in a table: one more pair costs nothing.

    Parameters
    ----------
    views : the graph with some of its links hidden; terms are the mean over it as a whole and over these

    Notes
    -----
    The table is made at the first question, n^2 numbers. Blocks are always the same ones, so that a term does not
    depend on which pairs are asked.
    """

    views: tuple[View, ...] = ()

    def with_edges(self, edges: EdgeTable) -> Fitted:
        """Return the same weights for other edges; the views with hidden links go with the old ones.

        Raises
        ------
        InputError
            As :meth:`Fitted.with_edges`.
        """
        return replace(Fitted.with_edges(self, edges), views=())  # type: ignore[call-arg]  # a table stays one

    @cached_property
    def table(self) -> FloatArray:
        """The (n, n) log-odds; that of a pair stands at its larger, then its smaller node."""
        n = self.space.n
        table = np.empty((n, n))
        for low in range(0, n, bounds.BLOCK_SOURCES):
            block = np.arange(low, min(n, low + bounds.BLOCK_SOURCES))
            total = np.zeros((n, len(block)))
            for view in self._all_views():
                for term, sheet in enumerate(view.features.sheets(block, slice(None))):
                    added = self._response(view, term, sheet.values)
                    if sheet.at is None:
                        total += added
                        continue
                    nothing = self._response(view, term, np.zeros(1, np.float32))
                    total += nothing
                    total.ravel()[sheet.at] += added - nothing
            table[:, low : low + len(block)] = self.intercept + total / (1 + len(self.views))
        return table

    def _response(self, view: View, term: int, values: Float32Array) -> FloatArray:
        """Return what values of a feature add to the log-odds; nil where nothing is known."""
        count = len(self.scales)
        scores = view.scales[term].apply(values)
        if np.isnan(scores.min(initial=0)):
            np.nan_to_num(scores, copy=False)
        added = scores * np.float32(self.weights[term])
        for place, knot in enumerate(self.knots, 1):
            added += np.maximum(scores - np.float32(knot), 0) * np.float32(self.weights[place * count + term])
        return added.astype(np.float64)

    def terms(self, pairs: IntArray) -> FloatArray:
        """Return the terms of pairs as the table has them.

        Raises
        ------
        Nothing.
        """
        terms = np.zeros((len(pairs), 1 + len(self.scales)))
        terms[:, 0] = self.intercept
        for low in range(0, self.space.n, bounds.BLOCK_SOURCES):
            block = np.arange(low, min(self.space.n, low + bounds.BLOCK_SOURCES))
            mine = np.flatnonzero((pairs[:, 0] >= low) & (pairs[:, 0] < low + len(block)))
            if len(mine):
                terms[mine, 1:] = self._terms_of(block, pairs[mine, 1] * len(block) + pairs[mine, 0] - low)
        return terms

    def _terms_of(self, block: IntArray, positions: IntArray) -> FloatArray:
        """Return the (k, t) terms of the pairs at some positions of a block, the mean over all views."""
        total = np.zeros((len(positions), len(self.scales)))
        for view in self._all_views():
            values = gather(view.features.sheets(block, slice(None)), positions)
            for term in range(len(self.scales)):
                total[:, term] += self._response(view, term, np.ascontiguousarray(values[:, term]))
        return total / (1 + len(self.views))

    def _all_views(self) -> tuple[View, ...]:
        """Return the graph as a whole, then with links hidden."""
        return (View(self.features, self.scales), *self.views)

    def log_odds(self, pairs: IntArray) -> FloatArray:
        """Return the log-odds of pairs from the table.

        Raises
        ------
        Nothing.
        """
        odds: FloatArray = self.table[pairs[:, 1], pairs[:, 0]]
        return odds

    def shortlist(self, limit: int) -> IntArray:
        """Return the open pairs that are no worse than the last of so many best.

        Raises
        ------
        Nothing.
        """
        nodes = self.space.nodes
        one, other = np.triu_indices(len(nodes), 1)
        pairs = np.stack([nodes[one], nodes[other]], axis=1)
        pairs = pairs[self.space.open(pairs)]
        if not 0 < limit < len(pairs):
            return pairs[: len(pairs) if limit else 0]
        odds = self.log_odds(pairs)
        least = np.partition(odds, len(pairs) - limit)[len(pairs) - limit]
        best: IntArray = pairs[odds >= least]
        return best
