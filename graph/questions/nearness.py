"""How near a member works to some areas, in words: in the whole of it, next to it, in the same borough, further off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from graph.projection.places import TOWNS
from graph.questions.ground import Ground
from graph.schema.words import Words
from graph.suggestions.catalogue import distance_words, fill


class Reach(IntEnum):
    """How near, nearest first."""

    INSIDE = 0
    BORDERING = 1
    SAME_BOROUGH = 2
    WHOLE = 3  # who serves a whole city is within reach, but neighbours are asked first (R18, R19)
    SAME_CITY = 4
    ELSEWHERE = 5
    UNKNOWN = 6


NEARBY = Reach.WHOLE
"""Up to here somebody is near enough to be asked along; further off one learns from them."""

_WALK = 1_500.0
"""Metres between the middles of two areas within which somebody is near, whatever the borders: a walk of 20 minutes."""

_WORDS = {
    Reach.INSIDE: Words("Het werkt in {area}.", "It works in {area}."),
    Reach.BORDERING: Words("Het werkt in {area}, hiernaast.", "It works in {area}, next door."),
    Reach.SAME_BOROUGH: Words(
        "Het werkt in {area}, in hetzelfde stadsdeel.", "It works in {area}, in the same borough."
    ),
    Reach.WHOLE: Words("Het werkt in heel {area}.", "It works in all of {area}."),
    Reach.SAME_CITY: Words("Het werkt in {area}.", "It works in {area}."),
    Reach.ELSEWHERE: Words("Het werkt in {area}, in een andere plaats.", "It works in {area}, in another town."),
    Reach.UNKNOWN: Words("Waar het werkt, is niet bekend.", "Where it works is not known."),
}
_AWAY = Words("Het werkt in {area}, {far} verderop.", "It works in {area}, {far} away.")


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a member works.

    Parameters
    ----------
    reach
        The word for it.
    metres
        Between the middles; infinite where one is not known.
    area
        Area of the member that is nearest; empty where none is known.
    tie
        Relationship that says that it works there; empty where none does.
    """

    reach: Reach
    metres: float
    area: str
    tie: str

    @property
    def is_near(self) -> bool:
        """Whether one can ask them along."""
        return self.reach <= NEARBY or self.metres <= _WALK


class Neighbourhood:
    """Tells how near members work to some areas.

    Parameters
    ----------
    ground
        What is known.
    areas
        The areas.
    """

    def __init__(self, ground: Ground, areas: Sequence[str]) -> None:
        self._ground = ground
        self._areas = tuple(areas)
        places = ground.places
        self._inside = ground.parts(areas)
        self._wholes = {whole for area in areas for whole in places.with_wholes(area)}
        districts = {district for area in areas for district in (area, *places.districts(area))}
        self._borders = {near for district in districts for near in places.adjacent.get(district, ())}
        self._boroughs = {one for one in self._wholes if places.levels.get(one) == "borough"}
        self._cities = {city for area in areas for city in places.cities(area)}
        self._of_area = cache(self._nearness)  # many work in one area

    def of(self, member: str) -> Nearness:
        """Return how near a member works: by the nearest of its areas."""
        found = [
            Nearness(*self._of_area(bond.other), bond.other, bond.id)
            for bond in self._ground.bonds(member, "ACTIVE_IN")
        ]
        return min(found, key=lambda one: (one.reach, one.metres, one.area), default=_NOWHERE)

    def _nearness(self, area: str) -> tuple[Reach, float]:
        places = self._ground.places
        distances = [metres for one in self._areas if (metres := self._ground.distance(one, area)) is not None]
        wholes = places.with_wholes(area)
        if area in self._inside:
            reach = Reach.INSIDE
        elif area in self._wholes:
            reach = Reach.WHOLE
        elif self._borders & {area, *places.districts(area)}:
            reach = Reach.BORDERING
        elif self._boroughs & wholes:
            reach = Reach.SAME_BOROUGH
        else:
            reach = Reach.SAME_CITY if self._cities & places.cities(area) else Reach.ELSEWHERE
        return reach, min(distances, default=float("inf"))

    def words(self, nearness: Nearness) -> Words:
        """Return how near, in a sentence."""
        name = self._ground.name(nearness.area) if nearness.area else ""
        if nearness.reach is Reach.SAME_CITY and nearness.metres < float("inf"):
            return fill(_AWAY, area=name, far=distance_words(nearness.metres))
        reach = nearness.reach
        if reach is Reach.ELSEWHERE and not self._is_in_known_town(nearness.area):
            reach = Reach.SAME_CITY  # that two have nothing above them does not say that their towns differ
        return fill(_WORDS[reach], area=name)

    def _is_in_known_town(self, area: str) -> bool:
        places = self._ground.places
        return any(places.levels.get(city) in TOWNS for city in places.cities(area))


_NOWHERE = Nearness(Reach.UNKNOWN, float("inf"), "", "")
