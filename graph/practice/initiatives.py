"""The initiatives as columns: type, place, phase, size, what they need and offer. Their names and texts come later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graph.practice.alliances import Alliance, settle
from graph.practice.areas import Areas
from graph.practice.draws import Draws, FloatArray, IntArray
from graph.practice.vocabulary import InitiativeType, bits_of, initiative_types, topics

PHASES = ("idee", "in oprichting", "loopt", "geworteld", "gestopt")
IDEA, STARTING, RUNNING, ROOTED, ENDED = range(5)
_PHASE_WEIGHTS = (8, 14, 48, 24, 6)
FORMS: Mapping[str, str] = {
    "informal": "geen rechtsvorm",
    "association": "vereniging",
    "foundation": "stichting",
    "cooperative": "coöperatie",
    "company": "bv",
}
LAST_YEAR = 2025
_FIRST_YEARS = (0, 2024, 2014, 2009, 2010)  # by phase: the first year in which such an initiative began
_YEARS = (1, 2, 10, 11, 10)  # and how many years from there
_FURTHER_GROUP = 0.4  # how often another target group of its type belongs to it too
_HOW_MANY = (10, 35, 35, 20)  # how common none, one, two, three needs (or offers) are


@dataclass(frozen=True, slots=True)
class Initiatives:
    """The initiatives: arrays of n, in one order that the whole city shares.

    Parameters
    ----------
    types, districts, neighbourhoods, phases, forms
        Indices.
    began, ended
        Years; 0 where there is none.
    months
        1 to 12, the month in which it began.
    members, volunteers
        How many; 0 where there are none yet.
    themes, groups, needs, offers
        Masks over the topics of each scheme.
    drive
        How much it seeks others, normal with a tail of hubs.
    """

    types: IntArray
    districts: IntArray
    neighbourhoods: IntArray
    phases: IntArray
    forms: IntArray
    began: IntArray
    ended: IntArray
    months: IntArray
    members: IntArray
    volunteers: IntArray
    themes: IntArray
    groups: IntArray
    needs: IntArray
    offers: IntArray
    drive: FloatArray

    def __len__(self) -> int:
        return len(self.types)

    def type_of(self, initiative: int) -> InitiativeType:
        """Return the type of one initiative.

        Raises
        ------
        Nothing.
        """
        return initiative_types()[int(self.types[initiative])]


def district_weights(areas: Areas, seed: int) -> FloatArray:
    """Return how much goes on in each district (d,): some are twice as lively as others.

    Raises
    ------
    Nothing.
    """
    return np.asarray(np.exp(0.3 * Draws(seed, "liveliness").normal(len(areas.districts))))


def draw_initiatives(count: int, areas: Areas, alliances: list[Alliance], seed: int) -> Initiatives:
    """Return the initiatives of the city.

    Parameters
    ----------
    count
        How many, >= 1.
    areas, alliances
        The ground, and the groups to which the first types and districts go.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in ``count``.
    """
    draws = Draws(seed, "initiatives")
    types = draws.weighted(count, [type_.weight for type_ in initiative_types()])
    districts = draws.weighted(count, district_weights(areas, seed))
    phases = draws.weighted(count, _PHASE_WEIGHTS)
    around = areas.around()
    for alliance in alliances:
        types[alliance.members] = alliance.types
        districts[alliance.members] = settle(alliance, around, draws)
        lively = [STARTING if draws.chance(0.2) else RUNNING + draws.below(2) for _ in alliance.members]
        phases[alliance.members] = lively
    began = np.array(_FIRST_YEARS)[phases] + draws.integers(count, np.array(_YEARS)[phases])
    ended = np.minimum(began + 2 + draws.integers(count, 8), LAST_YEAR - 1)
    needs = _capabilities(types, phases, "needs", draws)
    return Initiatives(
        types=types,
        districts=districts,
        neighbourhoods=_neighbourhoods(districts, areas, draws),
        phases=phases,
        forms=_forms(types, phases, draws),
        began=began,
        ended=np.where(phases == ENDED, ended, 0),
        months=draws.integers(count, 12) + 1,
        members=_sizes(_ranges(types, "members"), phases, draws),
        volunteers=_sizes(_ranges(types, "volunteers"), phases, draws),
        themes=np.array([bits_of(type_.themes, topics().themes) for type_ in initiative_types()])[types],
        groups=_groups(types, draws),
        needs=needs,
        offers=_capabilities(types, phases, "offers", draws) & ~needs,  # who looks for a thing has none to give
        drive=_drive(phases, draws),
    )


def _neighbourhoods(districts: IntArray, areas: Areas, draws: Draws) -> IntArray:
    firsts = np.searchsorted(areas.district_of, np.arange(len(areas.districts)))
    counts = np.bincount(areas.district_of, minlength=len(areas.districts))
    return np.asarray(firsts[districts] + draws.integers(len(districts), counts[districts]))


def _forms(types: IntArray, phases: IntArray, draws: Draws) -> IntArray:
    weights = np.array([[type_.forms.get(form, 0) for form in FORMS] for type_ in initiative_types()], float)
    bounds = np.cumsum(weights, axis=1)[types]
    drawn = (draws.uniform(len(types)) * bounds[:, -1])[:, None]
    return np.asarray(np.where(phases <= STARTING, 0, (drawn >= bounds).sum(axis=1)), np.int64)


def _ranges(types: IntArray, what: str) -> IntArray:
    return np.array([getattr(type_, what) for type_ in initiative_types()], np.int64)[types]


def _sizes(ranges: IntArray, phases: IntArray, draws: Draws) -> IntArray:
    """Draw between least and most, small ones more often; young ones are smaller, an idea has nobody yet."""
    grown = np.array([0.0, 0.5, 1.0, 1.0, 0.0])[phases]
    drawn = ranges[:, 0] * (ranges[:, 1] / ranges[:, 0]) ** draws.uniform(len(phases))
    return np.asarray(np.round(drawn * grown), np.int64)


def _groups(types: IntArray, draws: Draws) -> IntArray:
    masks = np.zeros(len(types), np.int64)
    longest = max(len(type_.groups) for type_ in initiative_types())
    table = [
        [bits_of([name], topics().groups) for name in type_.groups] + [0] * longest for type_ in initiative_types()
    ]
    for place in range(longest):
        chosen = (draws.uniform(len(types)) < _FURTHER_GROUP) if place else True
        masks |= np.where(chosen, np.array([row[place] for row in table], np.int64)[types], 0)
    return masks


def _capabilities(types: IntArray, phases: IntArray, what: str, draws: Draws) -> IntArray:
    """Draw nought to three of what a type needs or offers, the first ones of its list a little likelier."""
    lists = [getattr(type_, what) for type_ in initiative_types()]
    longest = max(map(len, lists))
    table = np.array(
        [[bits_of([name], topics().capabilities) for name in row] + [0] * (longest - len(row)) for row in lists]
    )
    bits = table[types]
    keys = draws.uniform(bits.size).reshape(bits.shape) + 0.12 * np.arange(longest)
    ranks = np.argsort(np.argsort(np.where(bits > 0, keys, np.inf), axis=1, kind="stable"), axis=1, kind="stable")
    how_many = draws.weighted(len(types), _HOW_MANY)
    how_many = np.where(phases == ENDED, 0, how_many)
    if what == "offers":  # an idea has nothing to give yet
        how_many = np.where(phases == IDEA, 0, how_many)
    return np.asarray(np.where(ranks < how_many[:, None], bits, 0).sum(axis=1), np.int64)


def _drive(phases: IntArray, draws: Draws) -> FloatArray:
    """Draw how much each seeks others: a few hubs, ideas hardly."""
    hubs = np.where(draws.uniform(len(phases)) < 0.04, 1.2, 0.0)
    return np.asarray(0.75 * draws.normal(len(phases)) + hubs + np.array([-1.5, -0.4, 0.0, 0.3, -0.8])[phases])
