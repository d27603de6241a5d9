"""Who could meet whom: the pairs among which partnerships are drawn, and what speaks for each.

Pairs are held as keys, lower index * n + higher index, sorted; what holds of a pair as a mask over `TERMS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from graph.practice.alliances import Alliance
from graph.practice.areas import Areas
from graph.practice.draws import Draws, IntArray
from graph.practice.initiatives import Initiatives
from graph.practice.meetings import Meeting
from graph.practice.people import People

TERMS = {
    "same_alliance": 3.6,
    "same_district": 1.1,
    "adjacent_district": 0.4,
    "need_meets_offer": 1.2,
    "shared_person": 3.0,
    "shared_meeting": 1.0,
    "shared_theme": 0.5,
}
"""What is added to the log-odds of a pair, by reason."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What partnerships grow on: who is where, in which group, with which people, at which meetings."""

    initiatives: Initiatives
    areas: Areas
    alliances: list[Alliance]
    people: People
    meetings: list[Meeting]


def pairs_that_could_meet(ground: Ground, draws: Draws) -> tuple[IntArray, IntArray]:
    """Return the keys of the pairs that could meet, and the mask of the terms that hold of each.

    Parameters
    ----------
    ground
        What partnerships grow on.
    draws
        Chance: some pairs from anywhere are among them.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the number of initiatives, as a district holds about as many of them in any city: some forty pairs each.
    """
    initiatives, count = ground.initiatives, len(ground.initiatives)
    of_terms = {
        "same_alliance": keys_of((pair for each in ground.alliances for pair in combinations(each.members, 2)), count),
        "shared_person": keys_of(ground.people.bridges(), count),
        "shared_meeting": keys_of(_together(ground.meetings), count),
    }
    nearby = _near_keys(initiatives, ground.areas)
    anywhere = keys_of(zip(*(draws.integers(2 * count, count).tolist() for _ in range(2)), strict=True), count)
    keys = np.unique(np.concatenate([*of_terms.values(), nearby, anywhere]))
    pairs = np.column_stack(np.divmod(keys, count))
    holds = {name: np.isin(keys, members) for name, members in of_terms.items()}
    districts = initiatives.districts[pairs]
    holds["same_district"] = districts[:, 0] == districts[:, 1]
    apart = np.abs(ground.areas.cells[districts[:, 0]] - ground.areas.cells[districts[:, 1]]).sum(axis=1)
    holds["adjacent_district"] = apart == 1  # cells of the grid with a side in common
    holds["need_meets_offer"] = needs_met(initiatives, pairs) > 0
    holds["shared_theme"] = (initiatives.themes[pairs[:, 0]] & initiatives.themes[pairs[:, 1]]) > 0
    mask = np.zeros(len(keys), np.int64)
    for bit, name in enumerate(TERMS):
        mask |= holds[name].astype(np.int64) << bit
    return keys, mask


def needs_met(initiatives: Initiatives, pairs: IntArray) -> IntArray:
    """Return for each pair (k, 2) the mask of what one needs and the other offers.

    Raises
    ------
    Nothing.
    """
    one, other = pairs[:, 0], pairs[:, 1]
    there = initiatives.needs[one] & initiatives.offers[other]
    return np.asarray(there | (initiatives.needs[other] & initiatives.offers[one]))


def keys_of(pairs: Iterable[tuple[int, int]], count: int) -> IntArray:
    """Return the sorted keys of pairs of 0..count-1, each once; a pair of one with itself is left out.

    Raises
    ------
    Nothing.
    """
    listed = [(one, other) if one < other else (other, one) for one, other in pairs if one != other]
    array = np.array(listed, np.int64).reshape(-1, 2)
    return np.unique(array[:, 0] * count + array[:, 1])


def _together(meetings: list[Meeting]) -> Iterable[tuple[int, int]]:
    """Yield who met: at a café or at one table; a whole network meeting is too large for that."""
    wholes = {each.part_of for each in meetings}
    for place, meeting in enumerate(meetings):
        if place not in wholes:
            yield from combinations(meeting.initiatives, 2)


def _near_keys(initiatives: Initiatives, areas: Areas) -> IntArray:
    """Return the keys of all pairs in one district or in two that border on each other."""
    count = len(initiatives)
    order = np.argsort(initiatives.districts, kind="stable")
    groups = np.split(order, np.cumsum(np.bincount(initiatives.districts, minlength=len(areas.districts)))[:-1])
    found = [np.empty(0, np.int64)]
    for group in groups:
        first, second = np.triu_indices(len(group), 1)
        found.append(group[first] * count + group[second])  # the order is stable, so the lower index comes first
    for one, other in areas.borders.tolist():
        left, right = np.repeat(groups[one], len(groups[other])), np.tile(groups[other], len(groups[one]))
        found.append(np.minimum(left, right) * count + np.maximum(left, right))
    return np.concatenate(found)
