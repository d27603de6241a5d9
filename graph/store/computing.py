"""What one asks of an engine that computes over a whole network: which groups, and in which order. Part of the port.

Two engines answer: one in this process, from the arrays of the projection, and Neo4j's Graph Data Science, where the
data are. Questions name kinds and types of the model, answers are ids, so that an engine on other machines would fit
as well. An engine sees what its viewer's level sees, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

DAMPING = 0.85
"""Chance that a walk goes on, as PageRank's authors took it and everybody since."""


@dataclass(frozen=True, slots=True)
class TieSpec:
    """One sort of tie, and how much it weighs.

    Parameters
    ----------
    type
        Of the relationship.
    weight
        Above 0.
    outgoing
        Whether the member stands at its start.
    others
        Kinds that may stand at its other end; empty where those are members too.
    """

    type: str
    weight: float = 1.0
    outgoing: bool = True
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphSpec:
    """Which network is computed over: undirected, weighted, without those that are tied to nobody.

    Parameters
    ----------
    kinds
        Kinds of its nodes, the members.
    ties
        Ties between members; each relationship's two ends count once for each type and direction. Those that ended
        do not count.
    shared
        Ties to something that members may have in common: two that share it are tied by
        ``weight / ln(1 + how many share it)``, with at least two.
    """

    kinds: tuple[str, ...]
    ties: tuple[TieSpec, ...] = ()
    shared: tuple[TieSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class CommunitySpec:
    """Asks for groups that are tied among themselves more than chance would have it.

    Parameters
    ----------
    graph
        The network.
    seed
        What chance starts from; an engine answers the same for the same seed and data.
    """

    graph: GraphSpec
    seed: int = 0


class Measure(StrEnum):
    """What members are ranked by."""

    PAGERANK = "pagerank"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class RankSpec:
    """Asks for an order of members.

    Parameters
    ----------
    graph
        The network. For `Measure.LIKENESS` only what is ``shared`` is looked at, whatever its weight.
    by
        `Measure.PAGERANK`: how often a walk along the ties comes by; the scores of all add up to one.
        `Measure.LIKENESS`: the share of what either is tied to that both are (Jaccard), 0..1.
    start
        Canonical id of the member to which the walk returns, or that is compared with all others. Empty for a walk
        that returns anywhere; a likeness has one.
    first
        How many at most.
    """

    graph: GraphSpec
    by: Measure = Measure.PAGERANK
    start: str = ""
    first: int = 20


@dataclass(frozen=True, slots=True)
class Communities:
    """Groups.

    Parameters
    ----------
    groups
        Ids of the members of each, sorted; the largest group first, equal sizes by first id. Who is tied to nobody is
        in none.
    """

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Members in order.

    Parameters
    ----------
    ids
        Highest score first; equal scores by id. Without the one that was started from; nothing where that is tied to
        nobody, or not there for this viewer.
    scores
        In that order. Two engines differ in the sixth decimal.
    """

    ids: tuple[str, ...]
    scores: tuple[float, ...]


class EngineName(StrEnum):
    """What computes: this process, or Graph Data Science in the store's server."""

    LOCAL = "local"
    GDS = "gds"


class Engine(Protocol):
    """Computes over the network of one viewer's level."""

    def communities(self, spec: CommunitySpec) -> Communities:
        """Return groups."""

    def rank(self, spec: RankSpec) -> Ranking:
        """Return an order."""


def ranked(scores: dict[str, float], spec: RankSpec) -> Ranking:
    """Return the ranking that scores by id come to.

    Parameters
    ----------
    scores
        By id; who scores nothing is left out.
    spec
        What was asked.
    """
    # At nine decimals what is equal is equal, however it was added up.
    order = sorted((-round(score, 9), id_) for id_, score in scores.items() if id_ != spec.start and score > 0)
    chosen = order[: spec.first]
    return Ranking(tuple(id_ for _, id_ in chosen), tuple(-score for score, _ in chosen))


def grouped(labels: dict[str, int]) -> Communities:
    """Return the groups that labels by id come to.

    Parameters
    ----------
    labels
        By id; below zero for none.
    """
    groups: dict[int, list[str]] = {}
    for id_ in sorted(labels):
        if labels[id_] >= 0:
            groups.setdefault(labels[id_], []).append(id_)
    return Communities(tuple(map(tuple, sorted(groups.values(), key=lambda group: (-len(group), group[0])))))
