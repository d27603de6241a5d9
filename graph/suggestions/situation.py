"""What is known of two or more from which the form of working together is chosen, for pairs and for groups alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.schema.values import Bound, Quantity
from graph.suggestions.evidence import Evidence
from graph.suggestions.independence import member_count
from graph.suggestions.reasoning import Stated

GROWN = ("running", "rooted")
"""Phases of what exists and goes on."""

LEGAL_PERSONS = ("association", "foundation", "cooperative", "company")


@dataclass(frozen=True, slots=True)
class Tied:
    """That a member is tied to something: by which sort of tie, and the relationship that says so."""

    member: int
    sort: str
    other: str
    tie: str


@dataclass(frozen=True, slots=True)
class Help:
    """That one offers what another needs: what, rows of the two, and the facts that say so."""

    what: str
    seeker: int
    offerer: int
    facts: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Two or more, and what is known of them.

    Parameters
    ----------
    evidence
        What the network states.
    members
        Rows of the projection.
    met
        Needs of one that another offers.
    have_met
        Whether a source tells of any tie between two of them.
    is_elsewhere
        Whether the second is not of this city.
    stale_since
        Year of the newest source about one, where it is too long ago to be sure that all exist.
    refusal
        Id of the judgement by which somebody said "not now" of them; empty without.
    """

    evidence: Evidence
    members: tuple[int, ...]
    met: Sequence[Help]
    have_met: bool
    is_elsewhere: bool = False
    stale_since: int | None = None
    refusal: str = ""

    def value(self, name: str, member: int) -> str | None:
        """Return what is known of a member: its phase, its legal form; None where nobody says."""
        found = self.evidence.projection.values[name][member]
        return None if found is None else str(found)

    @property
    def are_grown(self) -> bool:
        """Whether all are known to run or to be rooted."""
        return all(self.value("phase", one) in GROWN for one in self.members)

    def size(self, member: int) -> Quantity | None:
        """Return how many members one is known to have; "at most" says nothing of how large it is."""
        said = self.value("members", member)
        found = None if said is None else member_count(said)
        return None if found is None or found.bound is Bound.AT_MOST or found.unit != "member" else found

    def tied(self, *sorts: str, to: Iterable[int] = ()) -> Iterator[Tied]:
        """Yield to what the members, or some rows, are tied by some sorts of tie."""
        for sort in sorts:
            ties = self.evidence.projection.ties[sort]
            for member in to or self.members:
                for column in ties.of(member):
                    yield Tied(member, sort, ties.others[column], ties.ids[member, column])

    def are_enough(self, some: Collection[int]) -> bool:
        """Return whether some stand for all: two at least, and half of them or more."""
        return len(some) > 1 and 2 * len(some) >= len(self.members)

    def together(self, *sorts: str) -> dict[str, list[Tied]]:
        """Return to what enough are tied by some sorts of tie, with one tie of each of them."""
        found: dict[str, dict[int, Tied]] = {}
        for one in self.tied(*sorts):
            found.setdefault(one.other, {}).setdefault(one.member, one)
        return {other: list(found[other].values()) for other in sorted(found) if self.are_enough(found[other])}

    def name(self, other: str | int) -> str:
        """Return the name of a member or of what one is tied to."""
        projection = self.evidence.projection
        return projection.names[other] if isinstance(other, int) else projection.others[other]
