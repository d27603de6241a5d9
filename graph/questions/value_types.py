"""What initiatives stand for, as an answer."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member


@dataclass(frozen=True, slots=True)
class ValueSigns:
    """One value of one initiative, and what points at it.

    Parameters
    ----------
    code
        Code of the table of values, or the id of a topic that is in none of its rows.
    name
        The value.
    facts
        What points at it, each cited.
    """

    code: str
    name: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ValueProfile:
    """What one initiative stands for, as far as sources say.

    Parameters
    ----------
    member
        The initiative.
    values
        Those with most signs first; empty where no source says anything.
    note
        How to read this, or that nothing is known and what to ask.
    """

    member: Member
    values: tuple[ValueSigns, ...]
    note: Words


@dataclass(frozen=True, slots=True)
class ValueWarning:
    """Something that may cost an initiative its independence.

    Parameters
    ----------
    code
        Code of the reason in the catalogue of reasons.
    text
        One sentence.
    facts
        What it rests on.
    """

    code: str
    text: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ValueComparison:
    """What two initiatives stand for, beside each other.

    Parameters
    ----------
    profiles
        Of the two.
    shared
        Values that sources name with both.
    only
        Those named with the first alone, and with the second alone: of the other nothing is known.
    against
        What may cost one of the two its independence, each with its facts.
    notes
        What this says, in sentences.
    """

    profiles: tuple[ValueProfile, ValueProfile]
    shared: tuple[Words, ...]
    only: tuple[tuple[Words, ...], tuple[Words, ...]]
    against: tuple[ValueWarning, ...]
    notes: tuple[Words, ...]
