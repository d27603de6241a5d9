"""All features of pairs together, by name, in one order: those of the structure, then those of content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from graph.algorithms.across_sides import ACROSS_NAMES
from graph.algorithms.blocks import Rows
from graph.algorithms.edge_array import FloatArray, IntArray
from graph.algorithms.edge_table import EdgeTable
from graph.algorithms.pair_terms import FEATURE_OVERLAP, TEXT_SIMILARITY, PairTerm, Relation
from graph.algorithms.recency import RECENCY_NAMES
from graph.algorithms.scales import Scale, fit_scale
from graph.algorithms.sheet import Float32Array, Sheet
from graph.algorithms.standing_out import STANDING_OUT_NAMES
from graph.algorithms.surroundings import AROUND, STEPS

FAMILIES = {
    "common_neighbours": "neighbours",
    "adamic_adar": "neighbours",
    "resource_allocation": "neighbours",
    "damped_neighbours": "neighbours",
    "jaccard": "neighbours",
    "l3": "paths",
    "pagerank": "paths",
    "inverse_distance": "paths",
    "degree_product": "position",
    "degree_difference": "position",
    "cosine": "neighbours",
    "naive_bayes": "neighbours",
    "l3_even": "paths",
    "filtering": "paths",
    "filtering_share": "paths",
    "pagerank_long": "paths",
    "pagerank_longest": "paths",
    "even_walk": "paths",
    "shrunk_spectrum": "paths",
    "walk_profile": "paths",
    "nearness": "paths",
    "shared_current": "paths",
    "katz": "paths",
    "autoencoder": "paths",
    "group_rate": "group",
    "fine_group_rate": "group",
    "membership_rate": "group",
    "least_degree": "position",
    "neighbour_degree": "position",
    "kind_similarity": "position",
    "text_similarity": "content",
    "feature_overlap": "content",
    **{f"{what}_{where}": "content" for what in (TEXT_SIMILARITY, FEATURE_OVERLAP) for where in (AROUND, *STEPS)},
    **{name: "position" if name.startswith("degree") else "paths" for name in ACROSS_NAMES},
    **dict.fromkeys(STANDING_OUT_NAMES, "neighbours"),
    "l3_among_near": "paths",
    **dict.fromkeys(RECENCY_NAMES, "dates"),
    "proximity": "place",
}
"""Terms that say much the same. They share weight among them, so a family's sum speaks where a single sign misleads;
a relation that a caller brings is a family by itself."""


class PairStructure(Protocol):
    """A set of features that follow from the edges: the thin one or the rich one."""

    @property
    def names(self) -> tuple[str, ...]:
        """The features' names."""

    @property
    def heavy(self) -> frozenset[str]:
        """Those of which a few pairs hold most."""

    def of(self, edges: EdgeTable) -> PairStructure:
        """Return the same features of another graph on the same nodes."""

    def sheets(self, sources: IntArray, targets: Rows) -> list[Sheet]:
        """Return every feature over a block."""

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return every feature of some pairs, (k, t)."""


class PairFeatures:
    """The features of pairs of one graph.

    Parameters
    ----------
    structure : what follows from its edges
    content : what is known beside them
    """

    def __init__(self, structure: PairStructure, content: tuple[PairTerm, ...]) -> None:
        self.structure = structure
        self.content = content
        self.names = (*structure.names, *(term.name for term in content))

    def sheets(self, sources: IntArray, targets: Rows) -> list[Sheet]:
        """Return every feature over a block, in the order of the names.

        Raises
        ------
        Nothing.
        """
        return [*self.structure.sheets(sources, targets), *(term.sheet(sources, targets) for term in self.content)]

    def pairs(self, pairs: IntArray) -> Float32Array:
        """Return every feature of some pairs, (k, t).

        Raises
        ------
        Nothing.
        """
        return np.column_stack([self.structure.pairs(pairs), *(term.pairs(pairs) for term in self.content)])

    def scales(self, values: Float32Array) -> tuple[Scale, ...]:
        """Return the scale of each feature.

        Parameters
        ----------
        values : (r, t) features of unlinked pairs that stand for all

        Raises
        ------
        Nothing.
        """
        silent = {term.name for term in self.content if isinstance(term, Relation)}
        return tuple(
            fit_scale(values[:, column], heavy=name in self.structure.heavy, centred=name not in silent)
            for column, name in enumerate(self.names)
        )


@dataclass(frozen=True, slots=True)
class View:
    """A graph as a model sees it: its features, and the scale of each among its own unlinked pairs."""

    features: PairFeatures
    scales: tuple[Scale, ...]


def standardise(values: Float32Array, scales: tuple[Scale, ...]) -> FloatArray:
    """Return the z-scores of features; what is not known scores nil.

    Parameters
    ----------
    values : (k, t)
    scales : t of them

    Returns
    -------
    (k, t) double precision without NaN.

    Raises
    ------
    Nothing.
    """
    scores = np.zeros(values.shape)
    for column, scale in enumerate(scales):
        scores[:, column] = scale.apply(values[:, column].astype(np.float64))
    return np.nan_to_num(scores, copy=False)
