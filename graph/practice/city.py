"""The whole city: its parts drawn one after the other, each from those before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import InputError
from graph.practice.acquaintance import Ground
from graph.practice.agreements import Agreement, Grant, draw_agreements, draw_grants
from graph.practice.alliances import Alliance, plan_alliances
from graph.practice.ambitions import draw_ambitions
from graph.practice.areas import Areas, build_areas
from graph.practice.initiatives import Initiatives, draw_initiatives
from graph.practice.lists import Lists, draw_lists
from graph.practice.meetings import Meeting, draw_meetings
from graph.practice.names import Names, name_initiatives
from graph.practice.organisations import Organisations, draw_organisations
from graph.practice.outcomes import Company, Outcome, draw_outcomes
from graph.practice.partnerships import Partnerships, draw_partnerships
from graph.practice.people import People, draw_people
from graph.practice.texts import write_summaries

MOST_INITIATIVES = 200_000
"""More than this is no city; memory and time grow with it."""


@dataclass(frozen=True, slots=True)
class City:
    """Everything that there is in the city, and what the lists say of it; indices run through all parts alike."""

    seed: int
    areas: Areas
    alliances: list[Alliance]
    initiatives: Initiatives
    names: list[str]
    summaries: list[str]
    organisations: Organisations
    people: People
    meetings: list[Meeting]
    partnerships: Partnerships
    grants: list[Grant]
    agreements: list[Agreement]
    outcomes: list[Outcome]
    ambitions: Mapping[int, str]
    lists: Lists


def build_city(initiatives: int, seed: int) -> City:
    """Return a city, the same for the same arguments.

    Parameters
    ----------
    initiatives
        How many initiatives, 1 to `MOST_INITIATIVES`; everything else grows in proportion.
    seed
        0 or more; another seed is another city.

    Raises
    ------
    InputError
        A number is out of range.

    Notes
    -----
    About linear: a second for 10,000 initiatives.
    """
    _check(initiatives, seed)
    areas = build_areas(initiatives, seed)
    alliances = plan_alliances(initiatives, areas, seed)
    columns = draw_initiatives(initiatives, areas, alliances, seed)
    taken, near = Names(), _near(columns, areas)
    register = name_initiatives(columns, areas, taken, seed)
    organisations = draw_organisations(columns, areas, taken, seed)
    people = draw_people(columns, organisations, near, taken, seed=seed)
    meetings = draw_meetings(columns, areas, near, seed)
    partnerships = draw_partnerships(Ground(columns, areas, alliances, people, meetings), seed)
    grants = draw_grants(columns, organisations, seed)
    return City(
        seed=seed,
        areas=areas,
        alliances=alliances,
        initiatives=columns,
        names=register.names,
        summaries=write_summaries(register, seed),
        organisations=organisations,
        people=people,
        meetings=meetings,
        partnerships=partnerships,
        grants=grants,
        agreements=draw_agreements(alliances, organisations, partnerships, register, seed=seed),
        outcomes=draw_outcomes(meetings, Company(register, organisations, partnerships.hidden()), seed),
        ambitions=draw_ambitions(alliances, columns, seed),
        lists=draw_lists(register, partnerships, grants, taken, seed=seed),
    )


def _near(initiatives: Initiatives, areas: Areas) -> list[list[int]]:
    """Return for each district the initiatives in it, then those in the districts around it."""
    own: list[list[int]] = [[] for _ in areas.districts]
    for place, district in enumerate(initiatives.districts.tolist()):
        own[district].append(place)
    return [
        own[district] + [place for other in beside for place in own[other]]
        for district, beside in enumerate(areas.around())
    ]


def _check(initiatives: int, seed: int) -> None:
    if not 1 <= initiatives <= MOST_INITIATIVES:
        raise InputError(
            f"Een oefenstad heeft 1 tot {MOST_INITIATIVES} initiatieven, geen {initiatives}.",
            f"A practice city has 1 to {MOST_INITIATIVES} initiatives, not {initiatives}.",
            concerning=initiatives,
        )
    if seed < 0:
        raise InputError(
            f"Het zaadgetal is {seed}; kies 0 of meer.", f"The seed is {seed}; choose 0 or more.", concerning=seed
        )
