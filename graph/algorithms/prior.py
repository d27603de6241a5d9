"""What one believes of the weights before seeing this graph's own links.

Structural beliefs were learned on other graphs; the others are judgement, and are said to be so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from graph.algorithms.edge_array import FloatArray
from graph.algorithms.responses import BENT, STRAIGHT
from graph.errors import InputError

PRECISION = 100.0
"""How firmly a belief stands: about as firmly as some hundred links speak. Firmer is better on tens of nodes only."""


BEND_FIRMNESS = 4.0
"""How much firmer a line is believed to be straight than to have a certain slope."""


LEAST_PRECISION = 20.0
"""Some tens of links can always move a belief; weaker ones leave terms that say the same to chance."""


class Belief(NamedTuple):
    """A weight on the z-scale: its mean, and its precision (one over the variance, > 0)."""

    mean: float
    precision: float = PRECISION

    def weakened(self, share: float) -> Belief:
        """Return the belief with a share of its firmness, ``LEAST_PRECISION`` at least where it had that.

        Raises
        ------
        Nothing.
        """
        return self._replace(precision=min(self.precision, max(LEAST_PRECISION, share * self.precision)))


UNNAMED = Belief(0.3)
"""A relation that a caller brings without a belief is taken to speak for a link, mildly."""


@dataclass(frozen=True, slots=True)
class Prior:
    """Beliefs about the weights of the terms.

    Parameters
    ----------
    beliefs : term name -> belief
    unnamed : belief for a term that is not among them
    rich : whether the beliefs are about the rich features, whose lines may bend, or about the thin ones
    links : of a network like those that the beliefs were learned on; on larger ones they stand less firm (:meth:`at`)
    """

    beliefs: Mapping[str, Belief] = field(default_factory=dict)
    unnamed: Belief = UNNAMED
    rich: bool = False
    links: float = np.inf

    @property
    def knots(self) -> tuple[float, ...]:
        """Where lines may bend.

        Raises
        ------
        Nothing.
        """
        return BENT if self.rich else STRAIGHT

    def of(self, names: Sequence[str]) -> tuple[FloatArray, FloatArray]:
        """Return the means and the precisions of some terms, in the order of their names and as :func:`bend` has them.

        A line is believed to be straight: bends that were learned on other networks made the top of the list worse.

        Raises
        ------
        Nothing.
        """
        beliefs = [self.beliefs.get(name, self.unnamed) for name in names]
        means = np.array([belief.mean for belief in beliefs], np.float64)
        precisions = np.array([belief.precision for belief in beliefs], np.float64)
        bends = len(self.knots)
        return (
            np.concatenate([means, np.zeros(bends * len(means))]),
            np.concatenate([precisions, np.tile(BEND_FIRMNESS * precisions, bends)]),
        )

    def at(self, links: int) -> Prior:
        """Return this prior for a network of so many links: in proportion less firm where those are more than its own.

        Raises
        ------
        Nothing.

        Notes
        -----
        What tens of links taught guides where there are tens, and would hold back what thousands have to say. A belief
        is not made weaker than ``LEAST_PRECISION``.
        """
        if links <= self.links:
            return self
        share = self.links / links
        beliefs = {name: belief.weakened(share) for name, belief in self.beliefs.items()}
        return replace(self, beliefs=beliefs, unnamed=self.unnamed.weakened(share))

    def with_beliefs(self, beliefs: Mapping[str, Belief]) -> Prior:
        """Return this prior with some beliefs added or replaced.

        Parameters
        ----------
        beliefs : term name -> belief

        Raises
        ------
        InputError
            When a mean is not finite or a precision is not above zero.
        """
        for name, belief in beliefs.items():
            if not np.isfinite(belief.mean) or not 0 < belief.precision < np.inf:
                raise InputError(
                    f"De verwachting voor '{name}' moet een eindig gewicht en een precisie boven 0 hebben.",
                    f"The belief about '{name}' must have a finite mean and a precision above 0.",
                    concerning=name,
                )
        return replace(self, beliefs={**self.beliefs, **beliefs})


CONTENT = {
    "text_similarity": Belief(0.3),
    "feature_overlap": Belief(0.4),
    "proximity": Belief(0.3),
    "kind_similarity": Belief(0.1),
}
"""Judgement, not measurement: what is alike or near is rather linked. Weak, so that links and people can move it."""

ONE_SIDED = Prior(
    {
        "common_neighbours": Belief(0.0),
        "adamic_adar": Belief(0.0),
        "resource_allocation": Belief(0.06),
        "damped_neighbours": Belief(0.3),
        "jaccard": Belief(0.26),
        "l3": Belief(0.82),
        "pagerank": Belief(0.3),
        "inverse_distance": Belief(0.0),
        "degree_product": Belief(-0.13),
        "degree_difference": Belief(0.29),
        **CONTENT,
    }
)
"""Structure as learned on fifteen small social networks by ``bench/quality.py``, to the hundredth. A feature that says
the same as others got nil, since no path or neighbour was let count against a link. Damped neighbours, which large
graphs have instead of the others in common, got what those have together."""

TWO_SIDED = ONE_SIDED.with_beliefs(
    {
        "resource_allocation": Belief(0.0),
        "damped_neighbours": Belief(0.0),
        "jaccard": Belief(0.0),
        "l3": Belief(0.24),
        "pagerank": Belief(0.43),
        "degree_product": Belief(-0.19),
        "degree_difference": Belief(0.4),
    }
)
"""The same learned on four two-sided networks; neighbours in common do not exist there."""
