"""Groups that could work together, as an answer."""

from __future__ import annotations

from dataclasses import dataclass

from graph.questions.gap_types import Gap
from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member, Suggestion


@dataclass(frozen=True, slots=True)
class AllianceRole:
    """What one member brings.

    Parameters
    ----------
    member
        Who.
    brings
        Topics that it brings.
    text
        In a sentence.
    facts
        What that rests on.
    """

    member: Member
    brings: tuple[Member, ...]
    text: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class WeakestTie:
    """The weakest of the ties that hold a group together.

    Parameters
    ----------
    members
        Between whom.
    relationship
        Id of the relationship that ties them; empty where none is known.
    text
        In a sentence.
    """

    members: tuple[Member, Member]
    relationship: str
    text: Words


@dataclass(frozen=True, slots=True)
class Alliance:
    """A group that could work together, and why.

    Parameters
    ----------
    suggestion
        What a pair has too: members, likelihood, reasons for and against, form, next step, judgements. Its chance is
        that of at least one new partnership in the group, were its pairs independent: too rough to be said, so a
        group is possible or little known, and never likely.
    name
        What sets it apart.
    roles
        Who brings what.
    beside
        Organisations that know one of it already, and have what the group lacks.
    gaps
        What it needs and nobody in it offers.
    weakest
        Its weakest tie.
    breaks_when
        What would break it, in a sentence.
    worth
        What it is worth, as needs, offers and bonds count; the order of alliances within one likelihood.
    """

    suggestion: Suggestion
    name: Words
    roles: tuple[AllianceRole, ...]
    beside: tuple[AllianceRole, ...]
    gaps: tuple[Gap, ...]
    weakest: WeakestTie
    breaks_when: Words
    worth: float
