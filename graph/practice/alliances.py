"""The groups that are planted: initiatives of types that complete each other, in one district or in those around it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from graph.practice.areas import Areas
from graph.practice.draws import Draws
from graph.practice.vocabulary import initiative_types, read_words

ALLIANCES_A_HUNDRED = 6
_SIZES = (4, 5, 6, 7, 8)
_SIZE_WEIGHTS = (25, 30, 25, 12, 8)  # 5.5 in the mean: a third of the initiatives is in a group
_AT_HOME = 0.7  # how much of a group lives in its own district


@dataclass(frozen=True, slots=True)
class Alliance:
    """One planted group.

    Parameters
    ----------
    name
        What it would call itself.
    district
        Index of the district that it is of.
    members
        Indices of its initiatives.
    types
        Index of the type of each member.
    """

    name: str
    district: int
    members: list[int]
    types: list[int]


def plan_alliances(initiatives: int, areas: Areas, seed: int) -> list[Alliance]:
    """Return the groups of the city, before there is anything else.

    Parameters
    ----------
    initiatives
        How many the city has, >= 1.
    areas
        Its ground.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear. No initiative is in two groups; a name is used once.
    """
    draws = Draws(seed, "alliances")
    order = draws.order(initiatives).tolist()
    count = round(initiatives * ALLIANCES_A_HUNDRED / 100)
    sizes = [_SIZES[place] for place in draws.weighted(count, _SIZE_WEIGHTS)]
    blueprints = read_words("alliances")
    first = draws.integers(len(areas.districts), len(blueprints)).tolist()
    districts = draws.order(len(areas.districts)).tolist()
    used: Counter[int] = Counter()
    planned, start = [], 0
    for place, size in enumerate(sizes):
        district = districts[place % len(districts)]  # no district has two before each has one
        again, further = divmod(used[district], len(blueprints))
        blueprint = blueprints[(first[district] + further) % len(blueprints)]
        used[district] += 1  # another sort of group each time, so that names differ
        name = blueprint["name"].format(wijk=areas.districts[district], de_wijk=areas.spoken[district])
        types = [_places()[type_] for type_ in draws.some(blueprint["types"], size)]
        name = f"{name} {again + 1}" if again else name
        planned.append(Alliance(name, district, order[start : start + size], types))
        start += size
    return [alliance for alliance in planned if len(alliance.members) == len(alliance.types)]


def settle(alliance: Alliance, around: list[list[int]], draws: Draws) -> list[int]:
    """Return the district of each member: mostly the group's own, else one that borders on it.

    Raises
    ------
    Nothing.
    """
    beside = around[alliance.district] or [alliance.district]
    return [alliance.district if draws.chance(_AT_HOME) else draws.pick(beside) for _ in alliance.members]


@cache
def _places() -> dict[str, int]:
    return {type_.code: place for place, type_ in enumerate(initiative_types())}
