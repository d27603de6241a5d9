"""What ties two members of a group, strongest first: they work together, share a person, or were at one meeting."""

from __future__ import annotations

from dataclasses import dataclass

from graph.questions.ground import Ground

STRENGTH = {"partners": 1.0, "person": 0.6, "meeting": 0.5}
"""How strong each sort of tie is, beside the chance that the model gives; our judgement."""


@dataclass(frozen=True, slots=True)
class KnownTie:
    """A tie that sources tell of.

    Parameters
    ----------
    sort
        ``partners``, ``person`` or ``meeting``.
    through
        Id of the person or meeting; empty for partners.
    relationships
        Ids of what says so.
    """

    sort: str
    through: str
    relationships: tuple[str, ...]


def known_tie(ground: Ground, one: str, other: str) -> KnownTie | None:
    """Return the strongest tie that sources tell of, None where they tell of none.

    Parameters
    ----------
    ground
        What is known.
    one, other
        Two members.
    """
    if tie := ground.partners(one).get(other):
        return KnownTie("partners", "", (tie,))
    for sort, type_, out in (("person", "INVOLVED_IN", False), ("meeting", "ATTENDED", True)):
        mine, theirs = ({bond.other: bond.id for bond in ground.bonds(who, type_, out=out)} for who in (one, other))
        for through in sorted(mine.keys() & theirs.keys())[:1]:
            return KnownTie(sort, through, (mine[through], theirs[through]))
    return None
