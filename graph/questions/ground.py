"""The ground that the questions stand on: all that a viewer may see of the network, by id, with who is tied to whom.

It is read from one snapshot: a question costs the store one question, and what a viewer may not see is not there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from graph.projection.places import Places, read_places, to_plane
from graph.store.answers import Snapshot
from graph.store.base import View
from graph.store.rows import UNNAMED
from graph.suggestions.advice_types import Member

KINDS = ("Initiative", "Organisation", "Person", "Area", "Meeting", "Topic", "Programme", "Outcome", "Criterion")
TYPES = ("ACTIVE_IN", "PART_OF", "ADJACENT_TO", "PARTNERS_WITH", "SUPPORTS", "INVOLVED_IN", "ATTENDED", "ABOUT",
         "SERVES", "NEEDS", "OFFERS", "SCORED", "ANSWERS", "CONCERNS", "RESULTED_IN")  # fmt: skip
_PROPERTIES = ("phase", "members", "volunteers", "level", "centroid", "scheme", "broader", "outcome_kind", "research",
               "text", "importance", "weight", "applies_to", "population", "sector", "status")  # fmt: skip
_OF_TIES = ("status", "quantity", "score", "support", "role", "until")

MEMBERS = ("Initiative", "Organisation")
"""Kinds that work together."""

BY_SCHEME = {"target_group": ("SERVES", "OFFERS"), "activity": ("ABOUT", "OFFERS"), "theme": ("ABOUT", "OFFERS")}
"""Scheme of a topic -> types of relationship with which a member provides it; for other schemes only what it offers."""

TIES_TO_TOPICS = ("ABOUT", "SERVES", "NEEDS", "OFFERS")
"""Types of relationship with which a member has to do with a topic."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A relationship seen from one end.

    Parameters
    ----------
    id
        Of the relationship.
    other
        Id at the other end.
    values
        What is known of it, without what is not.
    """

    id: str
    other: str
    values: Mapping[str, Any]


class Ground:
    """What a viewer may see, by id.

    Parameters
    ----------
    snapshot
        Of `KINDS` and `TYPES`.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        nodes = snapshot.nodes
        self.places: Places = read_places(snapshot)
        self._row = {id_: row for row, id_ in enumerate(nodes.ids)}
        self._nodes = nodes
        self._bonds = _bonds(snapshot)
        self._partners: dict[str, dict[str, str]] = {}

    def __contains__(self, id_: object) -> bool:
        """Whether there is such a thing for this viewer."""
        return id_ in self._row

    def kind(self, id_: str) -> str:
        """Return the kind of a thing."""
        return self._nodes.kinds[self._row[id_]]

    def name(self, id_: str) -> str:
        """Return the name of a thing as this viewer reads it."""
        return self._nodes.names[self._row[id_]]

    def value(self, id_: str, property_: str) -> Any:
        """Return a value, None when it is not known."""
        return self._nodes.values[property_][self._row[id_]]

    def member(self, id_: str) -> Member:
        """Return a thing as advice names it."""
        return Member(id_, self.name(id_), self.kind(id_))

    def is_named(self, id_: str) -> bool:
        """Whether a source gives its name."""
        return self.name(id_) != UNNAMED

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the ids of some kinds, in order of id."""
        return [id_ for id_, kind in zip(self._nodes.ids, self._nodes.kinds, strict=True) if kind in kinds]

    def bonds(self, id_: str, type_: str, *, out: bool = True) -> Sequence[Bond]:
        """Return the relationships of a type from (or, with ``out`` false, to) a thing, by id of the other end."""
        return self._bonds.get((id_, type_, out), ())

    def both_ways(self, id_: str, type_: str) -> list[Bond]:
        """Return the relationships of a type at either end."""
        return [*self.bonds(id_, type_), *self.bonds(id_, type_, out=False)]

    def others(self, id_: str, type_: str, *, out: bool = True) -> list[str]:
        """Return the ids at the other ends, each once, sorted."""
        return sorted({bond.other for bond in self.bonds(id_, type_, out=out)})

    # ------------------------------------------------------------------------------------------------ who

    @cached_property
    def living(self) -> frozenset[str]:
        """Initiatives and organisations with a name that have not ended: whom one can send somebody to."""
        return frozenset(
            id_ for id_ in self.of_kind(*MEMBERS) if self.is_named(id_) and self.value(id_, "phase") != "ended"
        )

    def partners(self, id_: str) -> Mapping[str, str]:
        """Return who works together with a member now, each with the relationship that says so."""
        if id_ not in self._partners:
            found = self.both_ways(id_, "PARTNERS_WITH")
            self._partners[id_] = {bond.other: bond.id for bond in found if bond.values.get("status") != "ended"}
        return self._partners[id_]

    # ------------------------------------------------------------------------------------------------ where

    @cached_property
    def _plane(self) -> Mapping[str, tuple[float, float]]:
        degrees = np.array(list(self.places.centroids.values()), dtype=float).reshape(-1, 2)
        return {area: (x, y) for area, (x, y) in zip(self.places.centroids, to_plane(degrees).tolist(), strict=True)}

    def distance(self, one: str, other: str) -> float | None:
        """Return the metres between the middles of two areas, None where one has no known middle."""
        if one not in self._plane or other not in self._plane:
            return None
        return math.dist(self._plane[one], self._plane[other])

    @cached_property
    def _parts(self) -> Mapping[str, frozenset[str]]:
        parts: dict[str, set[str]] = {}
        for area in self.places.ids:
            for whole in self.places.with_wholes(area):
                parts.setdefault(whole, set()).add(area)
        return {whole: frozenset(found) for whole, found in parts.items()}

    def parts(self, areas: Iterable[str]) -> frozenset[str]:
        """Return some areas with all that is part of them."""
        return frozenset(part for area in areas for part in self._parts.get(area, (area,)))

    def areas_of(self, id_: str) -> list[str]:
        """Return the areas that a member works in."""
        return self.others(id_, "ACTIVE_IN")

    def active_within(self, areas: Iterable[str]) -> list[str]:
        """Return the initiatives and organisations that work in one of some areas or a part of it, ended ones too."""
        inside = self.parts(areas)
        found = {bond.other for area in inside for bond in self.bonds(area, "ACTIVE_IN", out=False)}
        return sorted(id_ for id_ in found if self.kind(id_) in MEMBERS)

    # ------------------------------------------------------------------------------------------------ what

    @cached_property
    def _narrower(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for topic in self.of_kind("Topic"):
            if broader := self.value(topic, "broader"):
                found.setdefault(str(broader), []).append(topic)
        return {broader: tuple(topics) for broader, topics in found.items()}

    def with_narrower(self, topic: str) -> list[str]:
        """Return a topic with all that falls under it: who offers a part of a thing offers the thing."""
        found, waiting = [topic], [topic]
        while waiting:
            waiting = [one for wide in waiting for one in self._narrower.get(wide, ()) if one not in found]
            found += waiting
        return found

    def providers(self, topic: str) -> dict[str, str]:
        """Return who provides a topic, each with the relationship that says so; living members only."""
        types = BY_SCHEME.get(str(self.value(topic, "scheme")), ("OFFERS",))
        return {
            bond.other: bond.id
            for one in reversed(self.with_narrower(topic))
            for type_ in reversed(types)
            for bond in reversed(self.bonds(one, type_, out=False))
            if bond.other in self.living
        }

    def tied_to(self, topic: str) -> set[str]:
        """Return who has to do with a topic or what falls under it: is about it, serves, needs or offers it."""
        return {
            bond.other
            for one in self.with_narrower(topic)
            for type_ in TIES_TO_TOPICS
            for bond in self.bonds(one, type_, out=False)
        }

    def provision(self, topic: str, who: str, tie: str) -> tuple[str, str]:
        """Return with which type of relationship somebody provides a topic, and which exactly: perhaps a narrower."""
        types = BY_SCHEME.get(str(self.value(topic, "scheme")), ("OFFERS",))
        return next((type_, bond.other) for type_ in types for bond in self.bonds(who, type_) if bond.id == tie)


def read_ground(view: View) -> Ground:
    """Read what a viewer may see.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Notes
    -----
    One question to the store; linear in nodes and relationships.
    """
    return Ground(view.snapshot(kinds=KINDS, properties=_PROPERTIES, types=TYPES, relationship_properties=_OF_TIES))


def _bonds(snapshot: Snapshot) -> dict[tuple[str, str, bool], list[Bond]]:
    ids, ties = snapshot.nodes.ids, snapshot.relationships
    found: dict[tuple[str, str, bool], list[Bond]] = {}
    columns = list(ties.values.items())
    for row, (id_, type_) in enumerate(zip(ties.ids, ties.types, strict=True)):
        start, end = ids[ties.starts[row]], ids[ties.ends[row]]
        values = {name: column[row] for name, column in columns if column[row] is not None}
        found.setdefault((start, type_, True), []).append(Bond(id_, end, values))
        found.setdefault((end, type_, False), []).append(Bond(id_, start, values))
    for bonds in found.values():
        bonds.sort(key=lambda bond: (bond.other, bond.id))
    return found
