"""Who holds the network together, as an answer."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words
from graph.suggestions.advice_types import Fact, Member


@dataclass(frozen=True, slots=True)
class Connector:
    """Somebody or something that holds the network together.

    Parameters
    ----------
    member
        Who; a person by role for whoever may not see the name.
    betweenness
        Share of the shortest ways between others that run through it, 0..1.
    participation
        How evenly its ties are spread over groups, 0..1.
    critical
        Whether others come loose from the rest without it.
    text
        What it connects, in a sentence.
    when_gone
        What happens when it leaves, in a sentence.
    step
        The smallest next step, so that not all hangs on one.
    cut_off
        Who comes loose without it.
    facts
        The ties that this rests on, the first of them.
    """

    member: Member
    betweenness: float
    participation: float
    critical: bool
    text: Words
    when_gone: Words
    step: Words
    cut_off: tuple[Member, ...]
    facts: tuple[Fact, ...]
