"""Who of those invited sits with whom: needs beside offers, areas mixed or together, a professional at each table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.algorithms.seating import Limit, seat
from graph.questions.ground import Ground

MOST_TABLES = 12
"""Tables of one meeting."""

MOST_SEATS = 12
"""Seats at one table: more cannot hear each other."""

_MET, _PARTNERS = 1.0, -0.5
"""What it is worth that a need and its offer sit at one table, and that partners, who meet anyway, do."""


@dataclass(frozen=True, slots=True)
class Tables:
    """How tables are to be.

    Parameters
    ----------
    count
        How many.
    seats
        At each, at most.
    mixed
        Areas spread over the tables, or kept together.
    """

    count: int = 1
    seats: int = 8
    mixed: bool = True


def is_professional(ground: Ground, one: str) -> bool:
    """Whether somebody comes for an organisation."""
    return ground.kind(one) == "Organisation"


def seat_guests(
    ground: Ground, guests: Sequence[str], tables: Tables, wants: Iterable[tuple[str, str]]
) -> tuple[list[int], bool]:
    """Return the table of each guest from 0, and whether all wishes were held.

    Parameters
    ----------
    ground
        What is known.
    guests
        Who is invited, by id.
    tables
        How the tables are to be.
    wants
        Who seeks what another offers, and that other; of who is not invited nothing comes.

    Raises
    ------
    InputError
        There are more tables than guests.
    """
    place = {one: number for number, one in enumerate(guests)}
    worth: dict[tuple[int, int], float] = defaultdict(float)
    for one, other in wants:
        if one in place and other in place:
            worth[place[one], place[other]] += _MET
    for one in guests:
        for other in ground.partners(one):
            if other in place and place[one] < place[other]:
                worth[place[one], place[other]] += _PARTNERS
    districts = _districts(ground, guests)
    if not tables.mixed:
        for pair in (pair for rows in districts for pair in combinations(rows, 2)):
            worth[pair] += _MET
    limits = _limits(ground, guests, tables, districts)
    seats = seat(len(guests), tables.count, list(worth), list(worth.values()), limits=limits)
    if seats is not None:
        return seats.tolist(), True
    return [number % tables.count for number in range(len(guests))], False


def _limits(ground: Ground, guests: Sequence[str], tables: Tables, districts: Iterable[tuple[int, ...]]) -> list[Limit]:
    professionals = tuple(number for number, one in enumerate(guests) if is_professional(ground, one))
    spread = [professionals, *(districts if tables.mixed else ())]
    return [
        Limit(rows, len(rows) // tables.count if rows is professionals else 0, -(-len(rows) // tables.count))
        for rows in spread
    ]


def _districts(ground: Ground, guests: Sequence[str]) -> list[tuple[int, ...]]:
    """Return which guests work in one district, by their first area."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(guests):
        for area in ground.areas_of(one)[:1]:
            district = min(ground.places.districts(area), default="")
            found.setdefault(district, []).append(number)
    return [tuple(rows) for district, rows in found.items() if district and len(rows) > 1]
