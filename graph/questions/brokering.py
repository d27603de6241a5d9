"""Who holds it together: whom the ways between others run through, and what comes loose when they leave.

Ties are what sources state: working together, giving support, and people who take part. That two were at one meeting is
none: it would hide who depends on whom. People stand in it as the viewer may see them, by role where not by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

import numpy as np

from graph.algorithms.brokerage import Brokerage, cut_off_without, find_brokers
from graph.algorithms.edge_array import IntArray
from graph.questions.broker_catalogue import CONNECTS, STEPS, WHEN_GONE
from graph.questions.broker_types import Connector
from graph.questions.citing import Citer, Saying
from graph.questions.ground import MEMBERS, Ground
from graph.questions.helping import saying
from graph.questions.wording import enumerate_words, name_all
from graph.schema.words import Words
from graph.suggestions.advice_types import Community
from graph.suggestions.catalogue import fill

MOST_FACTS = 12
"""Ties that are cited for one; its page has them all."""

MOST_NAMED = 4
"""Names of groups, ties or who comes loose that one sentence holds."""

LEAST_TIES = 2
"""Initiatives and organisations that one must be tied to: who only has people of its own connects nobody."""

_TYPES = ("PARTNERS_WITH", "SUPPORTS", "INVOLVED_IN")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A connector before its facts are cited."""

    row: int
    text: Words
    when_gone: Words
    step: Words
    cut_off: list[str]
    sayings: list[Saying]


def find_connectors(
    citer: Citer, ground: Ground, communities: Sequence[Community], *, within: Sequence[str] = (), first: int = 20
) -> tuple[Connector, ...]:
    """Return who holds the network together, most first.

    Parameters
    ----------
    citer
        Cites facts as the viewer may see them.
    ground
        What that viewer may see.
    communities
        What hangs together.
    within
        Only who works in one of these areas or a part of it; the network is looked at whole. Empty for all.
    first
        How many at most.

    Notes
    -----
    O(n m) by the betweenness, bounded for large networks; see `graph.algorithms.brokerage`.
    """
    network = _Ties(ground, communities)
    rows = network.leading(frozenset(ground.active_within(within)) if within else None)[:first]
    drafts = [network.draft(row) for row in rows]
    citer.read(one for draft in drafts for one in draft.sayings)
    return tuple(network.connector(draft, citer) for draft in drafts)


class _Ties:
    """Who is tied to whom, as rows."""

    def __init__(self, ground: Ground, communities: Sequence[Community]) -> None:
        self._ground = ground
        self._communities = communities
        self._ties_of = cache(self._tied_to)  # each stands in many pairs
        people = [one for one in ground.of_kind("Person") if ground.bonds(one, "INVOLVED_IN")]
        self.ids = sorted({*ground.living, *people})
        self._row = {id_: row for row, id_ in enumerate(self.ids)}
        found = [tie for id_ in self.ids for tie in self._of(id_)]
        self._ties: dict[tuple[int, int], tuple[str, str, str, str]] = {}
        for type_, start, end, id_ in found:
            self._ties.setdefault((self._row[start], self._row[end]), (type_, start, end, id_))
        self.edges: IntArray = np.array(sorted(self._ties), dtype=np.int64).reshape(-1, 2)

    def _of(self, id_: str) -> Iterator[tuple[str, str, str, str]]:
        for type_ in _TYPES:
            for bond in self._ground.bonds(id_, type_):
                if bond.other in self._row and bond.other != id_ and bond.values.get("status") != "ended":
                    yield type_, id_, bond.other, bond.id

    @cached_property
    def _group(self) -> dict[str, int]:
        return {id_: number for number, one in enumerate(self._communities) for id_ in one.members}

    @cached_property
    def _brokerage(self) -> Brokerage:
        labels = np.array([self._group.get(id_, -1) for id_ in self.ids], dtype=np.int64)
        return find_brokers(self.edges, len(self.ids), labels)

    def leading(self, here: frozenset[str] | None) -> list[int]:
        """Return the rows that others are connected through, most first; of some members and their people only."""
        between = self._brokerage.betweenness
        order = np.lexsort((np.arange(len(self.ids)), -between)).tolist()
        return [row for row in order if between[row] > 0 and len(self._members(row)) >= LEAST_TIES
                and (here is None or self._is_here(self.ids[row], here))]  # fmt: skip

    def _is_here(self, id_: str, here: frozenset[str]) -> bool:
        return id_ in here or bool(here.intersection(self._ground.others(id_, "INVOLVED_IN")))

    @cached_property
    def _near(self) -> dict[int, list[int]]:
        found: dict[int, set[int]] = {}
        for one, other in self.edges.tolist():
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {row: sorted(others) for row, others in found.items()}

    def _neighbours(self, row: int) -> list[int]:
        return self._near.get(row, [])

    def _members(self, row: int) -> list[int]:
        return [one for one in self._neighbours(row) if self._ground.kind(self.ids[one]) in MEMBERS]

    # ------------------------------------------------------------------------------------------------ wording

    def draft(self, row: int) -> _Draft:
        """Return one in words."""
        parts = cut_off_without(self.edges, len(self.ids), row) if self._brokerage.is_articulation[row] else []
        loose = [self.ids[one] for part in parts for one in part.tolist()]
        cut_off = [id_ for id_ in loose if self._ground.kind(id_) in MEMBERS]
        neighbours = self._neighbours(row)
        sayings = [self._saying(row, other) for other in neighbours[:MOST_FACTS]]
        apart = neighbours if len(neighbours) == len(parts) + 1 else []
        return _Draft(row, self._text(row, neighbours), self._when_gone(row, cut_off, apart),
                      self._step(row, frozenset(cut_off)), cut_off, sayings)  # fmt: skip

    def _saying(self, row: int, other: int) -> Saying:
        type_, start, end, id_ = self._ties.get((row, other)) or self._ties[other, row]
        return saying(self._ground, type_, start, end, id_)

    def _who(self, *rows: int) -> Words:
        return name_all(self._ground, [self.ids[row] for row in rows], MOST_NAMED)

    def _text(self, row: int, neighbours: Sequence[int]) -> Words:
        if self._ground.kind(self.ids[row]) == "Person":
            return fill(CONNECTS["person"], who=self._who(row), what=self._who(*neighbours))
        groups = sorted({self._group[self.ids[one]] for one in neighbours if self.ids[one] in self._group})
        if len(groups) > 1:
            names = [fill(CONNECTS["group"], what=self._communities[group].name) for group in groups[:MOST_NAMED]]
            code = "groups" if len(groups) <= MOST_NAMED else "many"
            return fill(CONNECTS[code], who=self._who(row), n=str(len(groups)), what=enumerate_words(names))
        return fill(CONNECTS["ties"], who=self._who(row), what=self._who(*neighbours))

    def _when_gone(self, row: int, cut_off: Sequence[str], apart: Sequence[int]) -> Words:
        """Return what happens without one; ``apart`` are its neighbours where nothing else ties any two of them."""
        who, what = self._who(row), name_all(self._ground, cut_off, MOST_NAMED)
        if self._ground.kind(self.ids[row]) == "Person" and cut_off and apart:
            return fill(WHEN_GONE["person"], who=who, what=self._who(*apart))
        if not cut_off:
            return fill(WHEN_GONE["longer"], who=who)
        return fill(WHEN_GONE["one" if len(cut_off) == 1 else "more"], who=who, n=str(len(cut_off)), what=what)

    def _step(self, row: int, cut_off: frozenset[str]) -> Words:
        """Return which two to bring in touch, who would come loose first, then most in common; else whom to ask."""
        pairs = [pair for pair in combinations(self._members(row), 2) if self._is_apart(*pair, cut_off)]
        if not pairs:
            return fill(STEPS["share"], who=self._who(row))
        a, b = max(pairs, key=lambda pair: self._bridging(pair, cut_off))
        return fill(STEPS["second"], a=self._who(a), b=self._who(b), who=self._who(row))

    def _bridging(self, pair: tuple[int, int], cut_off: frozenset[str]) -> tuple[bool, int, int, int]:
        """Return what the pair that is best brought in touch has most of."""
        one, other = pair
        return self._loose(one, other, cut_off), self._in_common(one, other), -one, -other

    def _loose(self, one: int, other: int, cut_off: frozenset[str]) -> bool:
        """Whether a tie between two would hold one of them that else comes loose."""
        return (self.ids[one] in cut_off) != (self.ids[other] in cut_off)

    def _is_apart(self, one: int, other: int, cut_off: frozenset[str]) -> bool:
        """Whether two are not tied, and of different groups or torn apart without who stands between them."""
        if other in self._neighbours(one):
            return False
        groups = (self._group.get(self.ids[one]), self._group.get(self.ids[other]))
        return groups[0] != groups[1] or self._loose(one, other, cut_off)

    def _in_common(self, one: int, other: int) -> int:
        """Return how much two have to talk about: what one needs and the other offers most; initiatives first."""
        a, b = (self._ties_of(self.ids[row]) for row in (one, other))
        initiatives = sum(self._ground.kind(self.ids[row]) == "Initiative" for row in (one, other))
        met = len(a["NEEDS"] & b["OFFERS"]) + len(b["NEEDS"] & a["OFFERS"])
        return 2 * (met + initiatives) + sum(len(a[type_] & b[type_]) for type_ in ("ACTIVE_IN", "ABOUT", "SERVES"))

    def _tied_to(self, id_: str) -> dict[str, set[str]]:
        types = ("NEEDS", "OFFERS", "ACTIVE_IN", "ABOUT", "SERVES")
        return {type_: set(self._ground.others(id_, type_)) for type_ in types}

    def connector(self, draft: _Draft, citer: Citer) -> Connector:
        """Return one with its facts."""
        found, row = self._brokerage, draft.row
        return Connector(
            self._ground.member(self.ids[row]),
            float(found.betweenness[row]),
            float(found.participation[row]),
            bool(draft.cut_off),
            draft.text,
            draft.when_gone,
            draft.step,
            tuple(map(self._ground.member, draft.cut_off)),
            citer.facts(draft.sayings),
        )
