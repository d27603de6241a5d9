"""What is true of the city and stands in no file: what programs that advise or that find duplicates are measured on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from graph.practice.acquaintance import TERMS
from graph.practice.city import City
from graph.practice.flaws import Flaw
from graph.practice.partnerships import CHANCE, INTRODUCED


@dataclass(frozen=True, slots=True)
class PlantedGroup:
    """A group that was planted: its name, its district, and its members by name."""

    name: str
    district: str
    members: list[str]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A true partnership that no file mentions: between whom, by name, and the reasons that planted it."""

    between: list[str]
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Truth:
    """The truth about a practice city, by the names that its files use.

    Parameters
    ----------
    city, initiatives, seed
        Its name, how many initiatives it has, and its seed.
    reasons
        What each reason adds to the log-odds of a partnership; an introduction and chance come on top of the odds.
    groups
        The planted groups.
    partnerships
        How many true partnerships there are; a fifth of them is left out.
    partnerships_left_out
        Those that no file mentions.
    duplicates
        Pairs of names that are one initiative: in the list of 2025, and in another list.
    flaws
        What is written otherwise than it was meant, and which rows are the same; none in a city without flaws.
    """

    city: str
    initiatives: int
    seed: int
    reasons: dict[str, float]
    groups: list[PlantedGroup]
    partnerships: int
    partnerships_left_out: list[LeftOut]
    duplicates: list[list[str]]
    flaws: list[Flaw] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Return it as JSON has it.

        Raises
        ------
        Nothing.
        """
        told = asdict(self)
        if not self.flaws:
            del told["flaws"]
        return {"fictional": True, **told}


def tell_truth(city: City, flaws: Sequence[Flaw] = ()) -> Truth:
    """Return the truth about a city.

    Parameters
    ----------
    city
        The city.
    flaws
        What its lists say otherwise than it is.

    Raises
    ------
    Nothing.
    """
    hidden = [
        LeftOut([city.names[one], city.names[other]], city.partnerships.reasons_of(place))
        for place, (one, other) in enumerate(city.partnerships.pairs.tolist())
        if city.partnerships.left_out[place]
    ]
    groups = [
        PlantedGroup(each.name, city.areas.districts[each.district], [city.names[member] for member in each.members])
        for each in city.alliances
    ]
    return Truth(
        city=city.areas.municipality,
        initiatives=len(city.initiatives),
        seed=city.seed,
        reasons={**TERMS, INTRODUCED: 0.0, CHANCE: 0.0},
        groups=groups,
        partnerships=len(city.partnerships),
        partnerships_left_out=hidden,
        duplicates=[[city.names[place], other] for place, other in city.lists.spellings.items()],
        flaws=list(flaws),
    )
