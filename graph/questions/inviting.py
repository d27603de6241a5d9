"""Whom to invite to a meeting: who fits, who must not be missing, and tables at which people can help each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.algorithms.edge_array import IntArray
from graph.algorithms.seating import Limit, seat
from graph.questions.citing import Citer, Saying
from graph.questions.gathering import fitting
from graph.questions.ground import Ground
from graph.questions.helping import saying
from graph.questions.invitation_catalogue import NOTES, ROLES, WHY
from graph.questions.invitation_types import Guest, Invitation
from graph.questions.nearness import Neighbourhood
from graph.questions.wording import name_all
from graph.schema.words import Words
from graph.suggestions.catalogue import fill

LEADING = ("host", "organiser", "chair", "leader", "speaker")
"""Roles in which somebody must not be missing."""

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


def invite(
    citer: Citer, ground: Ground, meeting: str, *, within: Sequence[str] = (), tables: Tables = Tables()
) -> Invitation:
    """Return whom to invite to a meeting, at which table, and why.

    Parameters
    ----------
    citer
        Cites facts as the viewer may see them.
    ground
        What that viewer may see.
    meeting
        Id of the meeting.
    within
        Areas to invite from; those that the meeting is about unless given.
    tables
        How the tables are to be.

    Raises
    ------
    InputError
        There are more tables than guests.

    Notes
    -----
    One integer programme of some seconds at most; see `graph.algorithms.seating`.
    """
    pool = (fitting(ground, meeting) | set(ground.active_within(within))) & ground.living
    areas = [*within, *(one for one in ground.others(meeting, "CONCERNS") if ground.kind(one) == "Area")]
    helping = _professionals(ground, pool, areas, tables.count) if pool else []
    return _Inviter(citer, ground, meeting, tables, sorted(pool.union(helping))).invitation()


def _professionals(ground: Ground, pool: set[str], areas: Sequence[str], count: int) -> list[str]:
    """Return the organisations near that offer most of what is needed, as many as tables lack."""
    lacking = count - sum(ground.kind(one) == "Organisation" for one in pool)
    if lacking <= 0:
        return []
    needed = {bond.other for one in pool for bond in ground.bonds(one, "NEEDS")}
    around = Neighbourhood(ground, areas)
    use: dict[str, int] = {}
    for topic in sorted(needed):
        for one in ground.providers(topic):
            if ground.kind(one) == "Organisation" and one not in pool and around.of(one).is_near:
                use[one] = use.get(one, 0) + 1
    return sorted(use, key=lambda one: (-use[one], one))[:lacking]


class _Inviter:
    def __init__(self, citer: Citer, ground: Ground, meeting: str, tables: Tables, pool: list[str]) -> None:
        self._citer = citer
        self._ground = ground
        self._meeting = meeting
        self._tables = tables
        self._pool = pool
        self._leading = {bond.other for bond in ground.bonds(meeting, "ATTENDED", out=False)
                         if bond.values.get("role") in LEADING}  # fmt: skip
        self._leading.update(ground.others(meeting, "CONCERNS"))

    # ------------------------------------------------------------------------------------------------ who

    @cached_property
    def _asked(self) -> dict[str, dict[str, str]]:
        """What is needed in the pool, by whom, with the relationship that says so."""
        found: dict[str, dict[str, str]] = {}
        for one in self._pool:
            for bond in self._ground.bonds(one, "NEEDS"):
                found.setdefault(bond.other, {})[one] = bond.id
        return found

    @cached_property
    def _offered(self) -> dict[str, dict[str, str]]:
        """What is needed in the pool, who of it offers it, with the relationship that says so."""
        members = set(self._pool)
        return {topic: {one: tie for one, tie in self._ground.providers(topic).items() if one in members}
                for topic in self._asked}  # fmt: skip

    @cached_property
    def _only(self) -> dict[str, str]:
        """Who alone offers what at least two others need, and what."""
        found: dict[str, str] = {}
        for topic, offered in self._offered.items():
            others = self._asked[topic].keys() - offered.keys()
            if len(offered) == 1 and len(others) >= 2:
                found.setdefault(next(iter(offered)), topic)
        return found

    def _is_needed(self, one: str) -> bool:
        return one in self._leading or one in self._only

    @cached_property
    def _guests(self) -> list[str]:
        """Who is invited: who must not be missing, then who has or needs most of what others need or have."""
        use = dict.fromkeys(self._pool, 0)
        for topic, offered in self._offered.items():
            for one in (*offered, *(self._asked[topic] if offered else ())):
                use[one] += 1
        been = {one: len(self._ground.bonds(one, "ATTENDED")) for one in self._pool}
        order = sorted(self._pool, key=lambda one: (not self._is_needed(one), -use[one], been[one], one))
        # A seat for a professional at each table is kept: residents who offer more would take them all.
        kept = {one for one in order if self._is_professional(one)}
        kept = set(sorted(kept, key=order.index)[: self._tables.count])
        order.sort(key=lambda one: (not self._is_needed(one), one not in kept))
        return order[: self._tables.count * self._tables.seats]

    # ------------------------------------------------------------------------------------------------ tables

    def _pairs(self) -> tuple[list[tuple[int, int]], list[float]]:
        place = {one: number for number, one in enumerate(self._guests)}
        worth: dict[tuple[int, int], float] = {}
        for topic, offered in self._offered.items():
            for seeker in self._asked[topic].keys() - offered.keys():
                for offerer in offered:
                    if seeker in place and offerer in place:
                        pair = (min(place[seeker], place[offerer]), max(place[seeker], place[offerer]))
                        worth[pair] = worth.get(pair, 0.0) + _MET
        for one in self._guests:
            for other in self._ground.partners(one):
                if other in place and place[one] < place[other]:
                    pair = (place[one], place[other])
                    worth[pair] = worth.get(pair, 0.0) + _PARTNERS
        return list(worth), list(worth.values())

    def _limits(self) -> list[Limit]:
        count = self._tables.count
        professionals = tuple(number for number, one in enumerate(self._guests) if self._is_professional(one))
        limits = [Limit(professionals, len(professionals) // count, -(-len(professionals) // count))]
        if self._tables.mixed:
            limits += [Limit(rows, 0, -(-len(rows) // count)) for rows in self._districts()]
        return limits

    def _districts(self) -> list[tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for number, one in enumerate(self._guests):
            for area in self._ground.areas_of(one)[:1]:
                found.setdefault(min(self._ground.places.districts(area)), []).append(number)
        return [tuple(rows) for rows in found.values() if len(rows) > 1]

    def _is_professional(self, one: str) -> bool:
        return self._ground.kind(one) == "Organisation"

    def _seats(self) -> tuple[IntArray, bool]:
        """Return the table of each guest, and whether all wishes were held."""
        pairs, worths = self._pairs()
        if not self._tables.mixed:
            for rows in self._districts():
                close = [(one, other) for place, one in enumerate(rows) for other in rows[place + 1 :]]
                pairs, worths = [*pairs, *close], [*worths, *([_MET] * len(close))]
        seats = seat(len(self._guests), self._tables.count, pairs, worths, limits=self._limits())
        if seats is not None:
            return seats, True
        return np.arange(len(self._guests)) % self._tables.count, False

    # ------------------------------------------------------------------------------------------------ the answer

    def invitation(self) -> Invitation:
        """Return the list."""
        meeting = self._ground.member(self._meeting)
        if not self._guests:
            return Invitation(meeting, (), 0, (NOTES["nobody"],))
        seats, held = self._seats()
        drafts = [self._why(one) for one in self._guests]
        self._citer.read(one for _, sayings in drafts for one in sayings)
        guests = [
            Guest(self._ground.member(one), self._role(one), self._is_needed(one), table + 1,
                  self._citer.hedged(why, sayings), self._citer.facts(sayings))
            for one, table, (why, sayings) in zip(self._guests, seats.tolist(), drafts, strict=True)
        ]  # fmt: skip
        guests.sort(key=lambda guest: (not guest.needed, guest.table, guest.member.name))
        return Invitation(meeting, tuple(guests), self._tables.count, tuple(self._notes(held)))

    def _role(self, one: str) -> Words:
        if one in self._leading:
            return ROLES["host"]
        return ROLES["professional" if self._is_professional(one) else "initiative"]

    def _why(self, one: str) -> tuple[Words, tuple[Saying, ...]]:
        who = name_all(self._ground, [one])
        if one in self._leading:
            return fill(WHY["leads"], who=who), tuple(self._named(one))
        offers = {topic: offered[one] for topic, offered in self._offered.items() if one in offered}
        seeks = {topic: asked[one] for topic, asked in self._asked.items() if one in asked and self._offered[topic]}
        if one in self._only:
            topic = self._only[one]
            n = str(len(self._asked[topic].keys() - {one}))
            return fill(WHY["only"], who=who, what=name_all(self._ground, [topic]), n=n), (self._offer(one, topic),)
        if offers:
            what = name_all(self._ground, list(offers))
            return fill(WHY["offers"], who=who, what=what), tuple(self._offer(one, topic) for topic in offers)
        if seeks:
            sayings = tuple(saying(self._ground, "NEEDS", one, topic, tie) for topic, tie in seeks.items())
            return fill(WHY["seeks"], who=who, what=name_all(self._ground, list(seeks))), sayings
        if not self._ground.bonds(one, "ATTENDED"):
            return fill(WHY["new"], who=who), ()
        return fill(WHY["fits"], who=who), tuple(saying(self._ground, "ACTIVE_IN", one, bond.other, bond.id)
                                                 for bond in self._ground.bonds(one, "ACTIVE_IN")[:1])  # fmt: skip

    def _offer(self, one: str, topic: str) -> Saying:
        tie = self._offered[topic][one]
        type_, exact = self._ground.provision(topic, one, tie)
        return saying(self._ground, type_, one, exact, tie)

    def _named(self, one: str) -> Iterator[Saying]:
        for type_, out in (("ATTENDED", False), ("CONCERNS", True)):
            for bond in self._ground.bonds(self._meeting, type_, out=out):
                if bond.other == one:
                    ends = (self._meeting, one) if out else (one, self._meeting)
                    yield saying(self._ground, type_, *ends, bond.id)

    def _notes(self, held: bool) -> Iterator[Words]:
        count = self._tables.count
        professionals = sum(map(self._is_professional, self._guests))
        if count > 1:
            yield NOTES["free"] if not held else NOTES["mixed" if self._tables.mixed else "together"]
        if professionals < count:
            yield fill(NOTES["few_professionals"], n=str(professionals), tables=str(count))
        if len(self._pool) > len(self._guests):
            yield fill(NOTES["more"], n=str(len(self._pool) - len(self._guests)))
