"""The ledger: how often each initiative had its turn, as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.schema.words import Words
from graph.suggestions.advice_types import Member


class Turn(StrEnum):
    """What an initiative can get."""

    SHOWN = "shown"
    SUGGESTED = "suggested"
    INVITED = "invited"
    ACCEPTED = "accepted"


class Grouping(StrEnum):
    """By what initiatives are taken together."""

    AREA = "area"
    SIZE = "size"
    PHASE = "phase"


Counts = Mapping[Turn, int]
"""How often, by turn; what is left out is 0."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """How often one initiative had its turn.

    Parameters
    ----------
    member
        The initiative.
    counts
        How often.
    """

    member: Member
    counts: Counts


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """How often initiatives of one sort had their turn.

    Parameters
    ----------
    grouping
        By what they are taken together.
    name
        What they have in common.
    initiatives
        How many they are.
    counts
        How often, added up.
    """

    grouping: Grouping
    name: Words
    initiatives: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Ledger:
    """How turns are shared out.

    Parameters
    ----------
    rows
        Every initiative, those least shown first.
    groups
        By area, size and phase, those with most initiatives first.
    skew
        Over initiatives, 0 (even) to 1 (all to one), for each turn.
    group_skew
        Of being shown over the groups of one sort, each counted for as many as it holds.
    notes
        What this says, in sentences.
    """

    rows: tuple[LedgerRow, ...]
    groups: tuple[LedgerGroup, ...]
    skew: Mapping[Turn, float]
    group_skew: Mapping[Grouping, float]
    notes: tuple[Words, ...]
