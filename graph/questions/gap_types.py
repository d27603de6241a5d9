"""What is missing, as an answer: gaps, with who may help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member


class GapKind(StrEnum):
    """Sorts of gap, in the order in which they are told."""

    NEED = "need"
    TARGET_GROUP = "target_group"
    QUESTION = "question"


GAP_WORDS = {
    GapKind.NEED: Words("Wat ontbreekt nog", "What is missing yet"),
    GapKind.TARGET_GROUP: Words("Wie nog niet wordt bereikt", "Who is not reached yet"),
    GapKind.QUESTION: Words("Vragen zonder antwoord", "Questions without an answer"),
}
"""Heading above each sort."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Who may help, and why it is named.

    Parameters
    ----------
    member
        Who.
    text
        What it has and where it works, in a sentence.
    facts
        What that rests on.
    """

    member: Member
    text: Words
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing.

    Parameters
    ----------
    kind
        What sort.
    topic
        The need, target group or question.
    text
        What is missing, and for whom.
    facts
        What that rests on: who needs it or asks.
    nearby
        Who near has it, nearest first.
    elsewhere
        Who further off solved it or does it: to learn from.
    step
        The smallest next step.
    asked
        How many need it or ask.
    """

    kind: GapKind
    topic: Member
    text: Words
    facts: tuple[Fact, ...]
    nearby: tuple[Helper, ...]
    elsewhere: tuple[Helper, ...]
    step: Words
    asked: int
