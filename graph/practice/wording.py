"""Patterns filled in: a name or sentence with ``{wijk}``, ``{dag}`` and the like becomes one about a certain place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.practice.areas import Areas
from graph.practice.draws import Draws
from graph.practice.vocabulary import read_words


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: the names of its district, as written and as spoken, and of its neighbourhood."""

    district: str
    spoken: str
    neighbourhood: str

    @classmethod
    def of(cls, areas: Areas, district: int, neighbourhood: int | None = None) -> Place:
        """Return the place of a district and a neighbourhood, both as indices.

        Raises
        ------
        Nothing.
        """
        near = areas.districts[district] if neighbourhood is None else areas.neighbourhoods[neighbourhood]
        return cls(areas.districts[district], areas.spoken[district], near)


class Slots(dict[str, str]):
    """What the slots of a pattern are; one that is not known yet is drawn when it is asked for, and then kept.

    Parameters
    ----------
    place
        Gives ``{wijk}``, ``{de_wijk}`` and ``{in_wijk}``.
    draws
        Gives ``{dag}``, ``{plek}``, ``{straat}``, ``{straat_de}`` and ``{bijnaam}``.
    nicknames
        What ``{bijnaam}`` may be.
    """

    def __init__(self, place: Place, draws: Draws, nicknames: Sequence[str] = ()) -> None:
        super().__init__(wijk=place.district, de_wijk=place.spoken, in_wijk=f"in {place.spoken}")
        self._draws = draws
        self._nicknames = nicknames

    def __missing__(self, slot: str) -> str:
        places = read_words("places")
        choices = {"dag": places["weekdays"], "plek": places["venues"], "bijnaam": self._nicknames}
        if slot in ("straat", "straat_de"):
            self["straat"] = self._draws.pick(places["streets"])
            self["straat_de"] = f"de {self['straat']}"
        else:
            self[slot] = self._draws.pick(choices[slot])
        return self[slot]

    def settle_street(self, name: str) -> None:
        """Keep to the street that a name speaks of, where it speaks of one.

        Raises
        ------
        Nothing.
        """
        for street in read_words("places")["streets"]:
            if street in name:
                self["straat"], self["straat_de"] = street, f"de {street}"

    def fill(self, pattern: str) -> str:
        """Return a pattern with its slots filled.

        Raises
        ------
        KeyError
            The pattern has a slot that there is not.
        """
        return pattern.format_map(self)
