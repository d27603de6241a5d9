"""What a group is: which needs it meets itself, who brings what, where it works, what its members share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from graph.questions.alliance_ties import KnownTie, known_tie
from graph.questions.ground import Ground
from graph.schema.values import Quantity
from graph.suggestions.independence import is_much_larger, member_count

_LEVELS = ("neighbourhood", "district", "borough")
"""Areas that a group can be said to share, smallest first: that all work in one city says nothing."""


@dataclass(frozen=True, slots=True)
class Met:
    """A need of one member that another meets.

    Parameters
    ----------
    topic
        What is needed.
    seeker, offerer
        Who needs it, and who offers it.
    need, offer
        Relationships that say so.
    """

    topic: str
    seeker: str
    offerer: str
    need: str
    offer: str


class GroupFacts:
    """What is known of a group.

    Parameters
    ----------
    ground
        What the viewer may see.
    ids
        The members, in order.
    """

    def __init__(self, ground: Ground, ids: Sequence[str]) -> None:
        self.ground = ground
        self.ids = tuple(ids)

    @cached_property
    def met(self) -> list[Met]:
        """Needs that the group meets itself, each by the first of its members that offers it."""
        found = []
        for seeker in self.ids:
            for need in self.ground.bonds(seeker, "NEEDS"):
                offers = self.ground.providers(need.other)
                offerer = next((one for one in self.ids if one in offers and one != seeker), None)
                if offerer and seeker not in offers:
                    found.append(Met(need.other, seeker, offerer, need.id, offers[offerer]))
        return found

    @cached_property
    def ties(self) -> dict[tuple[str, str], KnownTie]:
        """The ties between two members that sources tell of, in order."""
        pairs = ((pair, known_tie(self.ground, *pair)) for pair in combinations(self.ids, 2))
        return {pair: tie for pair, tie in pairs if tie is not None}

    @cached_property
    def shared_area(self) -> tuple[str, dict[str, tuple[str, str]]] | None:
        """The smallest area in which all work, with for each the area and relationship that say so; None without."""
        places = self.ground.places
        found: dict[str, dict[str, tuple[str, str]]] = {}
        for one in self.ids:
            for bond in self.ground.bonds(one, "ACTIVE_IN"):
                for whole in places.with_wholes(bond.other) | places.districts(bond.other):
                    found.setdefault(whole, {}).setdefault(one, (bond.other, bond.id))
        all_of = [area for area, by in found.items() if len(by) == len(self.ids) and places.levels.get(area) in _LEVELS]
        best = min(all_of, key=lambda area: (_LEVELS.index(str(places.levels[area])), area), default=None)
        return None if best is None else (best, found[best])

    @cached_property
    def areas(self) -> list[str]:
        """The areas in which they work, those of most members first."""
        counts = Counter(area for one in self.ids for area in self.ground.areas_of(one))
        return sorted(counts, key=lambda area: (-counts[area], area))

    def shared_by(self, type_: str, *, out: bool = True) -> dict[str, dict[str, str]]:
        """Return what several members are tied to, each with who is and the relationship that says so; most first."""
        found: dict[str, dict[str, str]] = {}
        for one in self.ids:
            for bond in self.ground.bonds(one, type_, out=out):
                found.setdefault(bond.other, {}).setdefault(one, bond.id)
        shared = sorted(
            (other for other, by in found.items() if len(by) > 1), key=lambda other: (-len(found[other]), other)
        )
        return {other: found[other] for other in shared}

    def only_carrier(self) -> str | None:
        """Return the one member that meets all needs that are met, where several are; None without."""
        offerers = {met.offerer for met in self.met}
        return offerers.pop() if len(offerers) == 1 and len({met.seeker for met in self.met}) > 1 else None

    def only_funder(self) -> tuple[str, dict[str, str]] | None:
        """Return the one organisation from which each gets money and that is the only one to give any.

        None without, and where a source says until when: it may have ended.
        """
        givers = {one: {bond.other: bond for bond in self.ground.bonds(one, "SUPPORTS", out=False)
                        if bond.values.get("support") == "funds"} for one in self.ids}  # fmt: skip
        names = {giver for found in givers.values() for giver in found}
        if len(names) != 1 or not all(givers.values()):
            return None
        (giver,) = names
        ties = {one: found[giver] for one, found in givers.items()}
        if any("until" in bond.values for bond in ties.values()):
            return None
        return giver, {one: bond.id for one, bond in ties.items()}

    @cached_property
    def sizes(self) -> dict[str, Quantity]:
        """How many members each has of whom a source tells."""
        told = {one: self.ground.value(one, "members") for one in self.ids}
        return {one: member_count(members) for one, members in told.items() if members is not None}

    def much_larger(self) -> str | None:
        """Return the one that is much larger than each other; None without, and where the size of one is not known."""
        if len(self.sizes) < len(self.ids):
            return None
        return next(
            (one for one, size in self.sizes.items()
             if all(is_much_larger(size, other) for id_, other in self.sizes.items() if id_ != one)), None
        )  # fmt: skip

    def separator(self) -> str | None:
        """Return the member without whom the others are in parts that know nobody of each other; None without."""
        for one in self.ids:
            rest = [other for other in self.ids if other != one]
            known = [pair for pair in self.ties if one not in pair]
            if len(_parts(self.ids, list(self.ties))) == 1 and len(_parts(rest, known)) > 1:
                return one
        return None


def _parts(ids: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[set[str]]:
    """Return the parts into which ties divide a group."""
    parts = [{one} for one in ids]
    for one, other in pairs:
        touching = [part for part in parts if part & {one, other}]
        parts = [part for part in parts if not part & {one, other}] + [set().union(*touching)]
    return parts
