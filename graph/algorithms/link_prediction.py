"""Link prediction: which pairs that are not linked are likely to be, and what makes each of them so.

A logistic model over named features. Its weights start from a prior, are moved by links that were hidden and found back
and by what people judged, and are calibrated, so that the sum of a pair's terms is the log-odds of its probability.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from graph.algorithms import bounds
from graph.algorithms.edge_array import FloatArray, IntArray, check_pairs
from graph.algorithms.edge_table import EdgeTable, build_edge_table
from graph.algorithms.fitted import Fitted
from graph.algorithms.fitting import Evidence, fit_evidence
from graph.algorithms.near_structure import NearStructure
from graph.algorithms.pair_features import PairFeatures, PairStructure
from graph.algorithms.pair_space import PairSpace, build_pair_space
from graph.algorithms.pair_terms import Cosine, PairTerm, build_pair_terms
from graph.algorithms.prior import ONE_SIDED, TWO_SIDED, Prior
from graph.algorithms.rich_prior import RICH_ONE_SIDED, RICH_TWO_SIDED
from graph.algorithms.rich_structure import RichStructure
from graph.algorithms.structure import Structure
from graph.algorithms.surrounded_structure import SurroundedStructure
from graph.algorithms.surroundings import build_content_gram
from graph.algorithms.training import Judged, build_judgements
from graph.errors import InputError

BASE_RATE = "base_rate"
"""The first term of every explanation: the log-odds of a pair of which every feature is average."""


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
        self._fitted: Fitted | None = None

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
        space = build_pair_space(n, table.keys(), candidates=candidates, sides=sides)
        prior = self._prior or _shipped_prior(n, two_sided=sides is not None)
        structure = _surrounded(_structure(table, space, rich=prior.rich), table, content, space, rich=prior.rich)
        evidence = Evidence(
            table=table,
            space=space,
            features=PairFeatures(structure, content),
            judgements=build_judgements(judged, n),
        )
        _check_names(evidence.features.names)
        self._fitted = fit_evidence(evidence, prior, np.random.default_rng(seed))
        return self

    def with_edges(self, edges: npt.ArrayLike, *, edge_types: npt.ArrayLike | None = None) -> LinkPredictor:
        """Return a predictor with the same nodes, content and weights for other edges; nothing is learned anew.

        Parameters
        ----------
        edges : (m, 2) integers in 0..n-1, all of them, as for :meth:`fit`
        edge_types : (m,) the kind of each edge, where the fit had kinds

        Raises
        ------
        InputError
            Before a fit; as :meth:`fit`.

        Notes
        -----
        O(m log m). For a commit that touches little: ask it with :meth:`score_each` about the nodes that
        :func:`~graph.algorithms.reach.reached` gives for the ends of what changed. Fit anew once much has changed.
        """
        state = self._state()
        moved = LinkPredictor(self._prior)
        moved._fitted = state.with_edges(build_edge_table(edges, state.space.n, types=edge_types))
        return moved

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
        chances: FloatArray = expit(self._state().log_odds(self._checked(pairs)))
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
        return self._state().terms(self._checked(pairs)), (BASE_RATE, *self._state().features.names)

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
        return state.best(count)

    def score_each(self, limit: int = 10, *, nodes: npt.ArrayLike | None = None) -> tuple[IntArray, FloatArray]:
        """Return the best open partners of each node.

        Parameters
        ----------
        limit : how many at most for each
        nodes : (c,) the nodes that are asked about, each once; None for all that may be proposed

        Returns
        -------
        (k, 2) pairs of a node and a partner, by node, the best partner first, and (k,) probabilities, as :meth:`score`
        gives them within 1e-6. A pair may come twice, once for each of its nodes.

        Raises
        ------
        InputError
            Before a fit; when the limit is negative, or ``nodes`` holds what is no node.

        Notes
        -----
        Up to ``bounds.MAX_ALL_PAIRS_NODES`` candidates all pairs are looked at; above it what two steps reach, and
        three where that gives too few, then the nearest texts; without those a node without a link has no partners.
        The paths of a block fit in ``bounds.BLOCK_BYTES``; beside them there is room for some candidates a node.
        """
        state = self._state()
        if limit < 0:
            raise InputError(
                f"De grens is {limit}; zij moet 0 of meer zijn.", f"The limit is {limit}; it must be >= 0."
            )
        if nodes is None:
            return state.best_each(state.space.nodes, limit)
        asked = np.unique(check_pairs(np.repeat(np.asarray(nodes), 2).reshape(-1, 2), state.space.n))
        return state.best_each(np.intersect1d(asked, state.space.nodes), limit)

    @property
    def weights(self) -> dict[str, float]:
        """The calibrated weight of each feature on the z-scale; nil for one that is the same for all pairs.

        Raises
        ------
        InputError
            Before a fit.
        """
        state = self._state()
        return dict(zip(state.features.names, state.slopes().tolist(), strict=True))

    def _checked(self, pairs: npt.ArrayLike) -> IntArray:
        """Return pairs of two different nodes, smaller index first, so that either way round gives the same bytes."""
        checked = np.sort(check_pairs(pairs, self._state().space.n), axis=1)
        if (checked[:, 0] == checked[:, 1]).any():
            raise InputError("Een paar bestaat uit twee verschillende knopen.", "A pair is two different nodes.")
        return checked

    def _state(self) -> Fitted:
        """Return what the fit left."""
        if self._fitted is None:
            raise InputError("Er is nog niets geleerd: roep eerst 'fit' aan.", "Not fitted yet: call 'fit' first.")
        return self._fitted


def _shipped_prior(n: int, *, two_sided: bool) -> Prior:
    """Return the prior that the program comes with: of the rich features where the graph is not too large for them."""
    if n <= bounds.MAX_RICH_NODES:
        return RICH_TWO_SIDED if two_sided else RICH_ONE_SIDED
    return TWO_SIDED if two_sided else ONE_SIDED


def _structure(table: EdgeTable, space: PairSpace, *, rich: bool) -> PairStructure:
    """Return the features of structure that the graph's size affords."""
    if rich:
        return RichStructure(table, space.sides)
    if len(space.nodes) <= bounds.MAX_WALK_NODES:
        return Structure(table)
    return NearStructure(table, two_sided=space.sides is not None)


def _surrounded(
    structure: PairStructure, table: EdgeTable, content: tuple[PairTerm, ...], space: PairSpace, *, rich: bool
) -> PairStructure:
    """Return the structure with what sides, content and dates say through it, where the graph's size affords that."""
    if not rich:
        return structure
    grams = tuple(build_content_gram(term) for term in content if isinstance(term, Cosine))
    dated, sides = table.times is not None, space.sides
    if not grams and not dated and sides is None:
        return structure
    return SurroundedStructure(structure, table, grams, dated=dated, sides=sides)


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
