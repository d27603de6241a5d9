"""Which areas or initiatives stand out by criteria, as an answer."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What is looked at.

    Parameters
    ----------
    id
        Id of the criterion; a name of ours, without a slash, for what is counted in the network.
    name
        What it is called.
    weight
        Share of the whole, 0..1.
    why
        Where the weight comes from, in a sentence.
    """

    id: str
    name: Words
    weight: float
    why: Words

    @property
    def is_counted(self) -> bool:
        """Whether it is counted in the network, and no source's own criterion."""
        return "/" not in self.id


@dataclass(frozen=True, slots=True)
class Mark:
    """How one does by one yardstick.

    Parameters
    ----------
    yardstick
        Id of the yardstick.
    score
        0..1; None where it is not known.
    text
        What it rests on, in a sentence.
    facts
        Who says so; empty for what is counted.
    """

    yardstick: str
    score: float | None
    text: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in a ranking.

    Parameters
    ----------
    members
        What is ranked: one thing, or areas that are taken as one.
    rank, best, worst
        Its place, 1 is best, and the places it can have as weights move to half and twice.
    score
        Weighted mean, 0..1, in which what is not known counts as the mean of the others.
    turned_by
        Id of the yardstick that changes its place first; empty where none does.
    marks
        How it does by each yardstick.
    text
        How firm the place is, in a sentence.
    """

    members: tuple[Member, ...]
    rank: int
    best: int
    worst: int
    score: float
    turned_by: str
    marks: tuple[Mark, ...]
    text: Words

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of the yardsticks by which nothing is known of it."""
        return tuple(mark.yardstick for mark in self.marks if mark.score is None)


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking.

    Parameters
    ----------
    yardsticks
        What is looked at, weightiest first.
    places
        Best first; whoever nothing is known of is not among them.
    notes
        What one has to know to read it.
    """

    yardsticks: tuple[Yardstick, ...]
    places: tuple[Ranked, ...]
    notes: tuple[Words, ...]
