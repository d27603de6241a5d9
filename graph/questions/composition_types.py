"""Who together make it, as an answer."""

from __future__ import annotations

from dataclasses import dataclass

from graph.questions.gap_types import Gap
from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member

MOST_MEMBERS = 30
"""Initiatives that one set may hold: more sit round no table."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal to reach together; all that is given must be reached.

    Parameters
    ----------
    members, clients
        So many; None for no demand.
    topics
        Ids of what somebody must bring.
    within
        Ids of areas to choose from; empty for the whole city.
    include, exclude
        Ids of who is in it for sure, and who is not.
    at_most
        Initiatives, at most.
    """

    members: int | None = None
    clients: int | None = None
    topics: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    at_most: int = 10


@dataclass(frozen=True, slots=True)
class Part:
    """What one member brings to the goal.

    Parameters
    ----------
    member
        Who.
    text
        What it brings, in a sentence.
    facts
        What that rests on.
    """

    member: Member
    text: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A set for a goal.

    Parameters
    ----------
    parts
        Who, with what each brings; who brings most first.
    complete
        Whether it reaches the goal.
    text
        What they reach together.
    short
        What is still missing of an amount, one sentence each.
    missing
        What nobody among whom one may choose offers, and who further off does.
    ties
        Whether they work together already.
    unknown
        Who might bring more, and whom one would have to ask; never counted.
    step
        The smallest next step.
    """

    parts: tuple[Part, ...]
    complete: bool
    text: Words
    short: tuple[Words, ...]
    missing: tuple[Gap, ...]
    ties: Words
    unknown: tuple[Words, ...]
    step: Words
