"""Pairs that may be one: what speaks for and against, how each stands, and the decision on one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.bounds import checked_first, checked_list, given
from api.cursors import Cursors
from api.levels import Level
from api.matching import check_may_decide
from api.request import Request
from api.types.advice import MOST_REASONS, Reason
from api.types.common import InLang, PageInfo, Paging
from api.types.describing import After, First, meaning, member, resolver
from api.types.entity import Entity
from api.types.making import thing
from api.types.node import Node
from graph.network import merge_desk
from graph.network.merge_desk import Case
from graph.network.pair_names import own_names
from graph.network.resolving import Pair
from graph.resolution.reasons import Doubt, likelihood
from graph.resolution.reasons import Reason as Sign
from graph.schema.values import PartialDate
from graph.suggestions import advice_types
from viz.site import MAY_CORRECT, actor_label

_FAMILIES = {
    advice_types.Family.PLACE: ("same_place", "other_place", "other_city", "other_sort", "extra_place_here",
                                "extra_place_elsewhere"),
    advice_types.Family.CONTENT: ("same_topics", "other_topics"),
    advice_types.Family.CONTACT: ("shared_ties", "own_partner"),
}  # fmt: skip
"""Sorts of reason by the codes of signs; every other sign is read from names and numbers."""

FAMILY_OF = {code: family for family, codes in _FAMILIES.items() for code in codes}


@strawberry.enum(description="States of a match.")
class MatchState(Enum):
    """How a pair stands."""

    OPEN = member("open", "Waiting.")
    SAME = member("same", "One and the same.")
    DIFFERENT = member("different", "Two.")
    LATER = member("later", "Put off.")


class Matched:
    """Some pairs of one answer, with all that they name, each read once.

    Parameters
    ----------
    request
        What it is part of.
    cases
        Those that are shown.
    """

    def __init__(self, request: Request, cases: Sequence[Case]) -> None:
        self.request = request
        self.members = Level(request, (id_ for case in cases for id_ in case.ids))
        self._cases = cases
        self._doubts: dict[str, Doubt] | None = None
        self._sources: Level | None = None
        self._names: dict[str, Pair] | None = None

    def doubt(self, case: Case) -> Doubt | None:
        """Return what speaks for and against a pair, None once the two are one."""
        if self._doubts is None:
            asked = [one for one in self._cases if one.match is not None]
            matches = [one.match for one in asked if one.match is not None]
            found = self.request.site.network.doubts(self.request.viewer, matches, self.request.lang)
            self._doubts = {one.id: doubt for one, doubt in zip(asked, found, strict=True)}
        return self._doubts.get(case.id)

    def names(self, case: Case) -> Pair:
        """Return how the two of a pair are called."""
        if self._names is None:
            found = own_names(self.request.reading, self._cases)
            self._names = {one.id: names for one, names in zip(self._cases, found, strict=True)}
        return self._names[case.id]

    @property
    def sources(self) -> Level:
        """The level of the sources that reasons rest on."""
        if self._sources is None:
            reasons = [reason for doubt in (self._doubts or {}).values()
                       for reason in (*doubt.reasons_for, *doubt.reasons_against)]  # fmt: skip
            cited = (fact.citation.source for reason in reasons for fact in reason.facts)
            self._sources = Level(self.request, (source for source in cited if source is not None))
        return self._sources


@strawberry.type(description="Two that may be the same.")
class Match(Node):
    """Two that may be the same."""

    matched: strawberry.Private[Matched]
    case: strawberry.Private[Case]

    @classmethod
    def of(cls, matched: Matched, case: Case) -> Match:
        """Return a pair of an answer."""
        return cls(id=strawberry.ID(case.id), matched=matched, case=case)

    @resolver("State.")
    def state(self) -> MatchState:
        """Return how it stands."""
        return MatchState(self.case.state.value)

    @resolver("The two, first the one to read the other under; one once they are one.")
    def members(self) -> list[Entity]:
        """Return the two."""
        found = (thing(self.matched.members, id_) for id_ in self.case.ids)
        return list({one.id: one for one in found if one is not None}.values())

    @resolver("Names of the two as sources write them, in the order of `members`, also once they are one.")
    def names(self) -> list[str]:
        """Return how the two are called."""
        return list(self.matched.names(self.case))

    @resolver("Name that is read under the other; null while they are two.")
    def waiting(self) -> str | None:
        """Return the name that was merged."""
        return self.matched.names(self.case)[1] if self.case.state is merge_desk.MatchState.SAME else None

    @resolver("Chance that they are one, 0 to 1; null once there is nothing left to compare.")
    def probability(self) -> float | None:
        """Return the chance."""
        return self.case.match.probability if self.case.match is not None else None

    @resolver("How likely, in words: show this; null once there is nothing left to compare.")
    def likelihood_label(self, lang: InLang = strawberry.UNSET) -> str | None:
        """Return the words for how likely it is."""
        match = self.case.match
        words = likelihood(match.outcome, match.probability) if match is not None else None
        return words.to(self.matched.request.said(lang)) if words is not None else None

    @resolver("True where it would be merged without asking.")
    def sure(self) -> bool:
        """Return whether it is sure."""
        return self.case.is_sure

    @resolver("What speaks for it, weightiest first.", weight=2)
    def reasons_for(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 10) -> list[Reason]:
        """Return what speaks for it."""
        doubt = self.matched.doubt(self.case)
        return self._reasons(doubt.reasons_for if doubt else (), first)

    @resolver("What speaks against it, weightiest first.", weight=2)
    def reasons_against(self, first: Annotated[int | None, meaning("At most, 1 to 50.")] = 10) -> list[Reason]:
        """Return what speaks against it."""
        doubt = self.matched.doubt(self.case)
        return self._reasons(doubt.reasons_against if doubt else (), first)

    @resolver("Who decided or put off, by role; the program for what it merged by itself; null while it is open.")
    def decided_by(self, lang: InLang = strawberry.UNSET) -> str | None:
        """Return who decided."""
        decision = self.case.decision
        if decision is None:
            return None
        return "Wijkweb" if decision.by_machine else actor_label(decision.actor, self.matched.request.said(lang))

    @resolver("When it was decided or put off.")
    def decided_on(self) -> date | None:
        """Return the day."""
        decision = self.case.decision
        return PartialDate.parse(decision.on).earliest if decision is not None and decision.on else None

    @resolver("Why, in the words of who decided.")
    def reason(self) -> str | None:
        """Return why."""
        return (self.case.decision.reason or None) if self.case.decision is not None else None

    def _reasons(self, signs: Sequence[Sign], first: int | None) -> list[Reason]:
        shown = signs[: checked_first(first, 10, MOST_REASONS)]
        return [Reason(grounds=self.matched, made=_as_reason(one)) for one in shown]


def _as_reason(sign: Sign) -> advice_types.Reason:
    family = FAMILY_OF.get(sign.code, advice_types.Family.NAME)
    return advice_types.Reason(sign.code, family, sign.text, sign.weight, sign.facts)


@strawberry.type(description="One match in a page.")
class MatchEdge:
    """One match in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Match = strawberry.field(description="The match.")


@strawberry.type(description="A page of matches.")
class MatchConnection:
    """A page of matches."""

    edges: list[MatchEdge] = strawberry.field(description="The page.")
    page_info: PageInfo = strawberry.field(description="Where it lies.")
    total_count: int = strawberry.field(description="How many; cheap.")


@strawberry.type
class MatchQueries:
    """The question for pairs; no type of the schema by itself."""

    @resolver("Pairs that may be the same, surest first (staff, admin).", weight=2, times="first")
    def matches(
        self,
        info: Info[Request, None],
        *,
        state: Annotated[list[MatchState] | None, meaning("In one of these states; `[OPEN]` unless told.")] = (
            strawberry.UNSET
        ),
        first: First = 20,
        after: After = strawberry.UNSET,
    ) -> MatchConnection | None:
        """Return a page of pairs."""
        request = info.context
        check_may_decide(request.viewer)
        asked = checked_list(given(state, [MatchState.OPEN]), "state", request.limits.ids)
        states = {merge_desk.MatchState(one.value) for one in asked}
        cursors = Cursors("matches", sorted(states))
        paging = Paging(cursors, first=first, after=after, default=20, most=request.limits.page)
        found = request.site.network.merge_desk(request.viewer).of(states)
        shown, info_ = paging.of(found, lambda one: one.id)
        matched = Matched(request, shown)
        edges = [MatchEdge(cursor=cursors.of(one.id), node=Match.of(matched, one)) for one in shown]
        return MatchConnection(edges=edges, page_info=info_, total_count=len(found))


def matches_by_id(request: Request, ids: Sequence[str]) -> dict[str, Node]:
    """Return pairs by id, without what is none, and nothing for who may not decide.

    Parameters
    ----------
    request
        Who asks.
    ids
        Of anything: those of pairs tell by their beginning.
    """
    wanted = [id_ for id_ in ids if id_.startswith(merge_desk.PREFIX)]
    if not wanted or request.viewer.role not in MAY_CORRECT:
        return {}
    desk = request.site.network.merge_desk(request.viewer)
    cases = [case for case in (*desk.waiting, *desk.decided) if case.id in wanted]
    matched = Matched(request, cases)
    return {case.id: Match.of(matched, case) for case in cases}
