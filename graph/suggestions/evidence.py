"""Evidence: what the network states about two members, with the relationships that state it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.projection.projection import Projection

PURCHASERS = ("municipality", "political_body", "care", "welfare", "housing", "insurer", "social_security")
"""Sectors that put work out to others."""


@dataclass(frozen=True, slots=True)
class SharedThing:
    """Something that both are tied to, with the relationship of each."""

    id: str
    name: str
    ties: tuple[str, str]


@dataclass(frozen=True, slots=True)
class NeedMet:
    """A need of one that the other offers, with the two relationships."""

    topic: str
    name: str
    seeker: int
    offerer: int
    ties: tuple[str, str]


class Evidence:
    """Answers what is known of pairs of members.

    Parameters
    ----------
    projection
        The network.
    """

    def __init__(self, projection: Projection) -> None:
        self.projection = projection

    def shared(self, sort: str, one: int, other: int) -> list[SharedThing]:
        """Return what both are tied to by one sort of tie, what fewest have first."""
        ties = self.projection.ties[sort]
        both = sorted(set(ties.of(one)) & set(ties.of(other)), key=lambda column: (self._spread[sort][column], column))
        names = self.projection.others
        return [
            SharedThing(
                ties.others[column], names[ties.others[column]], (ties.ids[one, column], ties.ids[other, column])
            )
            for column in both
        ]

    def needs_met(self, one: int, other: int) -> list[NeedMet]:
        """Return the needs of either that the other offers, by name."""
        needs, offers = self.projection.ties["needs"], self.projection.ties["offers"]
        found = []
        for seeker, offerer in ((one, other), (other, one)):
            offered = {offers.others[column]: column for column in offers.of(offerer)}
            for column in needs.of(seeker):
                topic = needs.others[column]
                if topic in offered:
                    ties = (needs.ids[seeker, column], offers.ids[offerer, offered[topic]])
                    found.append(NeedMet(topic, self.projection.others[topic], seeker, offerer, ties))
        return sorted(found, key=lambda met: (met.name, met.seeker))

    def only_funder(self, one: int, other: int) -> SharedThing | None:
        """Return the one organisation that gives both money, where no other that gives or gave either any is known."""
        mine, theirs = self._only_funder(one), self._only_funder(other)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            return None
        return SharedThing(mine[0], self.projection.others[mine[0]], (mine[1], theirs[1]))

    def funded_by(self, member: int, funder: int) -> str:
        """Return the relationship by which one gives another money as the only one known to; empty where none does."""
        found = self._only_funder(member)
        return found[1] if found is not None and found[0] == self.projection.ids[funder] else ""

    def _only_funder(self, member: int) -> tuple[str, str] | None:
        """Return who alone gives a member money, with the relationship that says so; None where it is known to end."""
        funders = self.projection.funders
        columns = funders.of(member)
        if len(columns) != 1 or funders.ids[member, columns[0]] in self.projection.funding_ends:
            return None
        return funders.others[columns[0]], funders.ids[member, columns[0]]

    def districts(self, member: int) -> dict[str, str]:
        """Return the districts of a member, each with the relationship that says so."""
        areas, places = self.projection.ties["areas"], self.projection.places
        found: dict[str, str] = {}
        for column in areas.of(member):
            for district in sorted(places.districts(areas.others[column])):
                found.setdefault(district, areas.ids[member, column])
        return found

    def bordering(self, one: int, other: int) -> tuple[str, str] | None:
        """Return districts of each that border on each other, None when they share one or none borders."""
        here, there = self.districts(one), self.districts(other)
        if set(here) & set(there):
            return None
        adjacent = self.projection.places.adjacent
        pairs = sorted((a, b) for a in here for b in there if b in adjacent.get(a, ()))
        return pairs[0] if pairs else None

    def distance(self, one: int, other: int) -> float | None:
        """Return the metres between two members, None where either has no known place."""
        metres = float(np.hypot(*(self.projection.coordinates[one] - self.projection.coordinates[other])))
        return None if np.isnan(metres) else metres

    def common_partners(self, one: int, other: int) -> list[SharedThing]:
        """Return who works together with both, with the two partnerships, by name."""
        both = self._partners.get(one, {}).keys() & self._partners.get(other, {}).keys()
        names, ids = self.projection.names, self.projection.ids
        found = [
            SharedThing(ids[who], names[who], (self._partners[one][who], self._partners[other][who])) for who in both
        ]
        return sorted(found, key=lambda thing: (thing.name, thing.id))

    def partners(self, member: int) -> Mapping[int, str]:
        """Return who works together with a member, each with the relationship that says so."""
        return self._partners.get(member, {})

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """The row of each member by its id."""
        return {id_: row for row, id_ in enumerate(self.projection.ids)}

    def spread(self, sort: str, other: str) -> int:
        """Return how many are tied to a thing by one sort of tie."""
        return self._spread[sort][self.projection.ties[sort].others.index(other)]

    @cached_property
    def sought_by_purchasers(self) -> Mapping[str, list[tuple[int, str]]]:
        """What organisations that put work out to others seek: topic -> who, with the relationship that says so."""
        needs, sectors = self.projection.ties["needs"], self.projection.values["sector"]
        found: dict[str, list[tuple[int, str]]] = {}
        for row, sector in enumerate(sectors):
            for column in needs.of(row) if sector in PURCHASERS else ():
                found.setdefault(needs.others[column], []).append((row, needs.ids[row, column]))
        return found

    def have_met(self, one: int, other: int) -> bool:
        """Return whether the network states that two know each other, or may well."""
        sorts = ("people", "meetings", "agreements")
        return bool(self.common_partners(one, other)) or any(self.shared(sort, one, other) for sort in sorts)

    def both_have_partners(self, one: int, other: int) -> bool:
        """Return whether a partnership is known of each: only then can they be said not to be close."""
        return bool(self._partners.get(one)) and bool(self._partners.get(other))

    def facts_known(self, member: int) -> int:
        """Return how much is known of a member: what it does, seeks and offers, and with whom."""
        ties = self.projection.ties
        sorts = ("about", "serves", "needs", "offers", "areas", "meetings", "people")
        values = sum(self.projection.values[name][member] is not None for name in ("phase", "members", "volunteers"))
        return sum(bool(ties[sort].of(member)) for sort in sorts) + values + bool(self._partners.get(member))

    @cached_property
    def _partners(self) -> Mapping[int, dict[int, str]]:
        partners: dict[int, dict[int, str]] = {}
        for (one, other), id_ in zip(
            self.projection.partnerships.tolist(), self.projection.partnership_ids, strict=True
        ):
            partners.setdefault(one, {})[other] = id_
            partners.setdefault(other, {})[one] = id_
        return partners

    @cached_property
    def _spread(self) -> Mapping[str, list[int]]:
        return {sort: np.diff(ties.matrix.tocsc().indptr).tolist() for sort, ties in self.projection.ties.items()}
