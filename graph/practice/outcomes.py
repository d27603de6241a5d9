"""What the meetings brought forth: decisions, actions, insights, questions, each one sentence about who was there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from graph.practice.draws import Draws
from graph.practice.meetings import NETWORK, TODAY, Meeting
from graph.practice.names import Register
from graph.practice.organisations import Organisations
from graph.practice.vocabulary import names_in, read_words, topics

_MOST = 3  # outcomes of one meeting
_LEADING = 4  # the first organisations of the city: who can promise something
_DUE_AFTER = timedelta(days=90)
_TO_BE_DONE = ("actie", "toezegging")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome.

    Parameters
    ----------
    meeting
        Place of the meeting in the list.
    kind, text
        Its kind in a Dutch word, and what was said.
    about
        Indices of the initiatives that it names.
    owner
        Index of the initiative that is to do it, if one is.
    organisation
        Index of the organisation that is to do it or said it, if one did.
    due
        When it is to be done, if it is.
    status
        In a Dutch word; empty where there is nothing to do.
    research
        Whether it is a question for research.
    """

    meeting: int
    kind: str
    text: str
    about: list[int]
    owner: int | None
    organisation: int | None
    due: date | None
    status: str
    research: bool


@dataclass(frozen=True, slots=True)
class Company:
    """Who and what outcomes may speak of."""

    register: Register
    organisations: Organisations
    hidden: set[tuple[int, int]]


def draw_outcomes(meetings: list[Meeting], company: Company, seed: int) -> list[Outcome]:
    """Return the outcomes of the meetings that have been.

    Parameters
    ----------
    meetings
        The meetings.
    company
        Who and what they may speak of; no sentence names two whose partnership is left out.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.
    """
    scribe = _Scribe(company, Draws(seed, "outcomes"))
    return [
        outcome
        for place, meeting in enumerate(meetings)
        if meeting.initiatives and meeting.kind != NETWORK  # there people only listen; they talk at its tables
        for outcome in scribe.write_down(place, meeting)
    ]


class _Scribe:
    """Writes down what was said."""

    def __init__(self, company: Company, draws: Draws) -> None:
        self._company, self._draws = company, draws
        self._organisations = company.organisations.of_district()

    def write_down(self, place: int, meeting: Meeting) -> Iterator[Outcome]:
        """Yield the outcomes of one meeting."""
        leading = self._organisations[None][:_LEADING]
        local = self._organisations.get(meeting.district, leading) if meeting.district is not None else leading
        for pattern in self._draws.some(read_words("meetings")["outcomes"], 1 + self._draws.below(_MOST)):
            hosts = leading if pattern["kind"] == "toezegging" else local
            yield self._outcome(place, meeting, pattern, self._draws.pick(hosts))

    def _outcome(self, place: int, meeting: Meeting, pattern: dict[str, Any], host: int) -> Outcome:
        one, other = self._speakers(meeting)
        said = self._choose(pattern["says"], one, other)
        due = meeting.held_on + _DUE_AFTER if pattern["kind"] in _TO_BE_DONE else None
        return Outcome(
            meeting=place,
            kind=pattern["kind"],
            text=self._fill(said, (one, other), host, meeting),
            about=[each for slot, each in (("{a}", one), ("{b}", other)) if slot in said],
            owner=one if pattern["who"] == "a" else None,
            organisation=host if pattern["who"] == "o" else None,
            due=due,
            status=self._status(due) if due else "",
            research=bool(pattern.get("research")),
        )

    def _choose(self, says: list[str], one: int, other: int) -> str:
        """Choose a sentence for which there is somebody, and something asked for."""
        missing = ["{b}"] * (one == other) + ["{vraag}"] * (not self._company.register.initiatives.needs[one])
        return self._draws.pick([each for each in says if not any(slot in each for slot in missing)])

    def _fill(self, said: str, speakers: tuple[int, int], host: int, meeting: Meeting) -> str:
        one, other = speakers
        register = self._company.register
        asked = names_in(int(register.initiatives.needs[one]), topics().capabilities)
        district = int(register.initiatives.districts[one]) if meeting.district is None else meeting.district
        text = said.format(
            a=register.names[one],
            b=register.names[other],
            o=self._company.organisations.entries[host].name,
            in_wijk=f"in {register.areas.spoken[district]}",
            vraag=topics().capabilities[asked[0]].ask if asked else "",
        )
        return text[0].upper() + text[1:]

    def _status(self, due: date) -> str:
        done = "gedaan" if self._draws.chance(0.6) else "vervallen" if self._draws.chance(0.15) else "open"
        return done if due < TODAY else "open"

    def _speakers(self, meeting: Meeting) -> tuple[int, int]:
        """Return two who were there, never two whose partnership no file may mention; perhaps twice the same."""
        pairs = [pair for pair in combinations(meeting.initiatives, 2) if pair not in self._company.hidden]
        one, other = self._draws.pick(pairs or [(meeting.initiatives[0],) * 2])
        return (one, other) if self._draws.chance(0.5) else (other, one)
