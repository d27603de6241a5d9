"""Meetings: neighbourhood cafés, network meetings with their tables, and which initiatives sat there together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.practice.areas import DISTRICTS_A_BOROUGH, Areas
from graph.practice.draws import Draws
from graph.practice.initiatives import ENDED, IDEA, Initiatives
from graph.practice.vocabulary import bits_of, read_words, topics
from graph.schema.values import PartialDate

CAFE, NETWORK, TABLE = "wijkcafé", "netwerkbijeenkomst", "gesprekstafel"
TODAY = date(2025, 12, 1)  # the day on which the lists were made: later meetings are planned
_AT_A_CAFE = 8  # initiatives at most
_AT_A_TABLE = 6
_TABLES = 3
_AGAIN = 0.5  # how often a café of 2025 had one before it in 2024
_PLANNED = 0.3  # and how often the next one is planned


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting or table.

    Parameters
    ----------
    name, kind, held_on, venue
        Its name, its kind in a Dutch word, the day, and where.
    theme
        Topic of the scheme theme.
    district
        Index of the district; None for the whole city.
    part_of, follows
        Places of other meetings in the list; None where there is none.
    initiatives
        Indices of those that were there; empty for a meeting that is still to come.
    people
        How many people were there, about; 0 when it is still to come.
    series
        Which of its series it is; 0 where there is no series.
    """

    name: str
    kind: str
    held_on: date
    venue: str
    theme: str
    district: int | None = None
    part_of: int | None = None
    follows: int | None = None
    initiatives: list[int] = field(default_factory=list)
    people: int = 0
    series: int = 0

    @property
    def held(self) -> bool:
        """Whether it has been."""
        return self.held_on <= TODAY


def day_in_words(day: date) -> str:
    """Return a day such as ``14 mei 2025``.

    Raises
    ------
    Nothing.
    """
    return PartialDate(day.isoformat()).label("nl")


def draw_meetings(initiatives: Initiatives, areas: Areas, near: list[list[int]], seed: int) -> list[Meeting]:
    """Return the meetings, each before those that are part of it or follow it.

    Parameters
    ----------
    initiatives, areas
        Who may come, and where.
    near
        For each district the initiatives in it and around it.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear: every meeting draws from the initiatives near it.
    """
    agenda = _Agenda(initiatives, areas, near, Draws(seed, "meetings"))
    for district in range(len(areas.districts)):
        agenda.add_cafes(district)
        if district % DISTRICTS_A_BOROUGH == 0:
            agenda.add_network_meeting(district)
    return agenda.meetings


class _Agenda:
    """The meetings as they are added, district by district."""

    def __init__(self, initiatives: Initiatives, areas: Areas, near: list[list[int]], draws: Draws) -> None:
        self.meetings: list[Meeting] = []
        self._initiatives, self._areas, self._near, self._draws = initiatives, areas, near, draws

    def add_cafes(self, district: int) -> None:
        """Add the neighbourhood cafés of a district: last year's, this year's, the next."""
        draws, themes, before = self._draws, read_words("meetings")["neighbourhood_themes"], None
        years = [2024] * draws.chance(_AGAIN) + [2025] + [2026] * draws.chance(_PLANNED)
        venue = self._venue(district)
        number = 0
        for year in years:
            day = self._evening(year)
            there = self._guests(district, year) if day <= TODAY else []
            if day <= TODAY and len(there) < 3:
                continue
            number += 1
            self.meetings.append(
                Meeting(
                    name=f"Wijkcafé {self._areas.districts[district]}, {day_in_words(day)}",
                    kind=CAFE,
                    held_on=day,
                    venue=venue,
                    theme=draws.pick(themes),
                    district=district,
                    follows=before,
                    initiatives=there,
                    people=3 * len(there) + draws.below(20) if there else 0,
                    series=number,
                )
            )
            before = len(self.meetings) - 1

    def add_network_meeting(self, district: int) -> None:
        """Add the network meeting of a borough with its tables, in its first district."""
        borough = self._areas.boroughs[int(self._areas.borough_of[district])]
        day, venue = self._evening(2024 + self._draws.below(2)), self._venue(district)
        name = f"Netwerkbijeenkomst {borough}, {day_in_words(day)}"
        seated = list(self._seat(self._alive(district, day.year)))
        if not seated:
            return
        there = sorted(each for _, table in seated for each in table)
        people = 2 * len(there) + self._draws.below(30)
        whole = len(self.meetings)
        self.meetings.append(Meeting(name, NETWORK, day, venue, "ontmoeten", initiatives=there, people=people))
        for number, (words, table) in enumerate(seated, 1):
            self.meetings.append(
                Meeting(
                    name=f"{name}, tafel {number}: {words['title']}",
                    kind=TABLE,
                    held_on=day,
                    venue=venue,
                    theme=words["theme"],
                    part_of=whole,
                    initiatives=sorted(table),
                    people=len(table) + 2 + self._draws.below(4),
                    series=number,
                )
            )

    def _seat(self, guests: list[int]) -> Iterator[tuple[dict[str, str], list[int]]]:
        """Divide guests over tables, those with the table's theme first; a table needs three."""
        left = self._draws.some(guests, len(guests))
        for words in self._draws.some(read_words("meetings")["tables"], _TABLES):
            theme = bits_of([words["theme"]], topics().themes)
            left.sort(key=lambda each, theme=theme: not self._initiatives.themes[each] & theme)  # type: ignore[misc]
            table, left = left[:_AT_A_TABLE], left[_AT_A_TABLE:]
            if len(table) > 2:
                yield words, table

    def _guests(self, district: int, year: int) -> list[int]:
        """Draw who comes to a café: initiatives of the district, and now and then one from next door."""
        alive = self._alive(district, year)
        own = [each for each in alive if self._initiatives.districts[each] == district]
        invited = own + self._draws.some(alive, 2)
        return sorted(set(self._draws.some(invited, 3 + self._draws.below(_AT_A_CAFE - 2))))

    def _alive(self, district: int, year: int) -> list[int]:
        columns = self._initiatives
        return [
            each
            for each in self._near[district]
            if columns.phases[each] not in (IDEA, ENDED) and columns.began[each] <= year
        ]

    def _venue(self, district: int) -> str:
        return f"{self._draws.pick(read_words('places')['halls'])} {self._areas.districts[district]}"

    def _evening(self, year: int) -> date:
        """Draw a working day on which meetings are held; those of 2026 are in the first half year, still to come."""
        day = date(year, 1, 10) + timedelta(days=self._draws.below(150 if year > TODAY.year else 310))
        day += timedelta(days=62 if day.month in (7, 8) else 0)  # nobody comes in the summer holidays
        return day + timedelta(days=7 - day.weekday() if day.weekday() > 3 else 0)
