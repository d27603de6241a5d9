"""Whom to invite: who fits, who must not be missing, and tables at which people can help each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from graph.questions.citing import Citer, Saying
from graph.questions.gathering import Gathering
from graph.questions.ground import TIES_TO_TOPICS, Ground
from graph.questions.helping import saying
from graph.questions.invitation_catalogue import NOTES, ROLES, WHY
from graph.questions.invitation_types import Guest, Invitation
from graph.questions.nearness import Neighbourhood
from graph.questions.tables import Tables, is_professional, seat_guests
from graph.questions.wording import joined, name_all
from graph.schema.values import number_label
from graph.schema.words import Words
from graph.suggestions.catalogue import fill


def invite(
    citer: Citer, ground: Ground, gathering: Gathering, *, home: Sequence[str] = (), tables: Tables = Tables()
) -> Invitation:
    """Return whom to invite, at which table, and why.

    Parameters
    ----------
    citer
        Cites facts as the viewer may see them.
    ground
        What that viewer may see.
    gathering
        To what.
    home
        The city; empty where not known.
    tables
        How the tables are to be.

    Raises
    ------
    InputError
        There are more tables than guests.

    Notes
    -----
    Seating takes most of it; see `graph.algorithms.seating`.
    """
    pool = gathering.pool(ground, home)
    areas = gathering.areas(ground) or list(home)
    helping = _professionals(ground, pool, areas, tables.count) if pool else []
    return _Inviter(citer, ground, gathering, tables, sorted(pool.union(helping))).invitation()


def _professionals(ground: Ground, pool: set[str], areas: Sequence[str], count: int) -> list[str]:
    """Return the organisations near that offer most of what is needed, as many as tables lack."""
    lacking = count - sum(is_professional(ground, one) for one in pool)
    if lacking <= 0:
        return []
    needed = {bond.other for one in pool for bond in ground.bonds(one, "NEEDS")}
    around = Neighbourhood(ground, areas)
    use: dict[str, int] = {}
    for topic in sorted(needed):
        for one in ground.providers(topic):
            if is_professional(ground, one) and one not in pool and around.of(one).is_near:
                use[one] = use.get(one, 0) + 1
    return sorted(use, key=lambda one: (-use[one], one))[:lacking]


class _Inviter:
    def __init__(self, citer: Citer, ground: Ground, gathering: Gathering, tables: Tables, pool: list[str]) -> None:
        self._citer = citer
        self._ground = ground
        self._gathering = gathering
        self._meeting = gathering.meeting
        self._tables = tables
        self._pool = pool
        self._leading = gathering.leading(ground)

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
        kept = {one for one in order if is_professional(self._ground, one)}
        kept = set(sorted(kept, key=order.index)[: self._tables.count])
        order.sort(key=lambda one: (not self._is_needed(one), one not in kept))
        return order[: self._tables.count * self._tables.seats]

    # ------------------------------------------------------------------------------------------------ the answer

    def invitation(self) -> Invitation:
        """Return the list."""
        meeting = self._ground.member(self._meeting) if self._meeting else None
        if not self._guests:
            is_told = self._gathering.areas(self._ground) or self._gathering.about(self._ground)
            return Invitation(meeting, (), 0, (NOTES["nobody_fits" if is_told else "nobody"],))
        seats, held = seat_guests(self._ground, self._guests, self._tables, self._wants())
        drafts = [self._why(one) for one in self._guests]
        self._citer.read(one for _, sayings in drafts for one in sayings)
        guests = [
            Guest(self._ground.member(one), self._role(one), self._is_needed(one), table + 1,
                  joined(self._citer.hedged(why, sayings), *self._new(one)), self._citer.facts(sayings))
            for one, table, (why, sayings) in zip(self._guests, seats, drafts, strict=True)
        ]  # fmt: skip
        guests.sort(key=lambda guest: (not guest.needed, guest.table, guest.member.name))
        return Invitation(meeting, tuple(guests), self._tables.count, tuple(self._notes(held)))

    def _wants(self) -> Iterator[tuple[str, str]]:
        """Yield who seeks what somebody else offers, and that other; once for each thing that is sought."""
        for topic, offered in self._offered.items():
            for seeker in self._asked[topic].keys() - offered.keys():
                yield from ((seeker, offerer) for offerer in offered)

    def _role(self, one: str) -> Words:
        if one in self._leading:
            return ROLES["host"]
        return ROLES["professional" if is_professional(self._ground, one) else "initiative"]

    def _why(self, one: str) -> tuple[Words, tuple[Saying, ...]]:
        who = name_all(self._ground, [one])
        if one in self._leading:
            sayings = tuple(self._named(one))
            return sayings[0].text, sayings
        others = set(self._guests) - {one}
        offers = [
            topic for topic, offered in self._offered.items() if one in offered and others & self._asked[topic].keys()
        ]
        seeks = [topic for topic, asked in self._asked.items() if one in asked and others & self._offered[topic].keys()]
        if one in self._only:
            topic = self._only[one]
            n = str(len(self._asked[topic].keys() - {one}))
            return fill(WHY["only"], who=who, what=name_all(self._ground, [topic]), n=n), (self._offer(one, topic),)
        if offers:
            what = name_all(self._ground, offers)
            return fill(WHY["offers"], who=who, what=what), tuple(self._offer(one, topic) for topic in offers)
        if seeks:
            sayings = tuple(saying(self._ground, "NEEDS", one, topic, self._asked[topic][one]) for topic in seeks)
            return fill(WHY["seeks"], who=who, what=name_all(self._ground, seeks)), sayings
        unsought = (self._offer(one, topic) for topic, offered in self._offered.items() if one in offered)
        fits = next(chain(self._works(one), self._named(one), self._has_to_do(one), unsought))
        return fits.text, (fits,)

    def _new(self, one: str) -> Iterator[Words]:
        """Yield that an initiative was at no meeting yet."""
        if not is_professional(self._ground, one) and not self._ground.bonds(one, "ATTENDED"):
            yield WHY["new"]

    def _works(self, one: str) -> Iterator[Saying]:
        inside = self._ground.parts(self._gathering.areas(self._ground))
        for bond in self._ground.bonds(one, "ACTIVE_IN"):
            if bond.other in inside:
                yield saying(self._ground, "ACTIVE_IN", one, bond.other, bond.id)

    def _has_to_do(self, one: str) -> Iterator[Saying]:
        asked = self._gathering.about(self._ground)
        topics = {exact for topic in asked for exact in self._ground.with_narrower(topic)}
        for type_ in TIES_TO_TOPICS:
            for bond in self._ground.bonds(one, type_):
                if bond.other in topics:
                    yield saying(self._ground, type_, one, bond.other, bond.id)

    def _offer(self, one: str, topic: str) -> Saying:
        tie = self._offered[topic][one]
        type_, exact = self._ground.provision(topic, one, tie)
        return saying(self._ground, type_, one, exact, tie)

    def _named(self, one: str) -> Iterator[Saying]:
        if not self._meeting:
            return
        text = fill(WHY["named"], who=name_all(self._ground, [one]), what=name_all(self._ground, [self._meeting]))
        for type_, out in (("ATTENDED", False), ("CONCERNS", True)):
            for bond in self._ground.bonds(self._meeting, type_, out=out):
                if bond.other == one:
                    yield Saying(text, bond.id)

    def _notes(self, held: bool) -> Iterator[Words]:
        count = self._tables.count
        professionals = sum(is_professional(self._ground, one) for one in self._guests)
        areas = {area for one in self._guests for area in self._ground.areas_of(one)[:1]}
        if self._meeting and self._ground.value(self._meeting, "status") == "held":
            yield NOTES["held"]
        if count > 1 and (len(areas) > 1 or not held):
            yield NOTES["free"] if not held else NOTES["mixed" if self._tables.mixed else "together"]
        if not professionals:
            yield NOTES["no_professional"]
        elif professionals < count:
            yield fill(NOTES["few_professionals"], n=str(professionals), tables=str(count))
        more = len(self._pool) - len(self._guests)
        if more:
            number = Words(number_label(more, "nl"), number_label(more, "en"))
            yield fill(NOTES["more_one" if more == 1 else "more"], n=number)
