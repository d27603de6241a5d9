"""Whom to invite, as an answer."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to invite.

    Parameters
    ----------
    member
        Who.
    role
        As what.
    needed
        Whether the meeting makes no sense without.
    table
        Number of the table, from 1.
    why
        Why, in a sentence.
    facts
        What that rests on.
    """

    member: Member
    role: Words
    needed: bool
    table: int
    why: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation list.

    Parameters
    ----------
    meeting
        The meeting; None where none is planned yet.
    guests
        Who, those who must not be missing first.
    tables
        How many tables.
    notes
        What the tables lack, and how they were made.
    """

    meeting: Member | None
    guests: tuple[Guest, ...]
    tables: int
    notes: tuple[Words, ...]
