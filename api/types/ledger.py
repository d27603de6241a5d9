"""The ledger: how often each initiative had its turn."""

from __future__ import annotations

from typing import cast

import strawberry
from strawberry.types import Info

from api.bounds import checked_list
from api.cursors import Cursors
from api.levels import Level
from api.request import Request
from api.types.common import InLang, PageInfo, Paging
from api.types.describing import After, First, resolver
from api.types.kinds import Initiative
from api.types.making import sure
from api.types.pages import Within
from graph.questions import ledger_types
from graph.questions.ledger_types import Turn
from graph.store.questions import Role

MAY_SEE = (Role.FACILITATOR, Role.ADMIN)


@strawberry.type(description="How often one initiative had its turn.")
class LedgerEdge:
    """How often one initiative had its turn."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Initiative = strawberry.field(description="The initiative.")
    shown: int = strawberry.field(
        description="Times in a list that somebody read: pairs, groups, sets for a goal, who has what is missing."
    )
    suggested: int = strawberry.field(description="Times suggested.")
    invited: int = strawberry.field(description="Times invited.")
    accepted: int = strawberry.field(description="Times accepted.")


@strawberry.type(description="How often initiatives of one sort had their turn.")
class LedgerGroup:
    """How often initiatives of one sort had their turn."""

    request: strawberry.Private[Request]
    made: strawberry.Private[ledger_types.LedgerGroup]

    @resolver("By what they are taken together: `area`, `size` or `phase`.")
    def by(self) -> str:
        """Return by what they are taken together."""
        return self.made.grouping.value

    @resolver("What they have in common.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return what they have in common."""
        return self.made.name.to(self.request.said(lang))

    @resolver("How many initiatives.")
    def initiatives(self) -> int:
        """Return how many they are."""
        return self.made.initiatives

    @resolver("Times shown, added up.")
    def shown(self) -> int:
        """Return how often they were shown."""
        return self.made.counts[Turn.SHOWN]


@strawberry.type(description="A page of the ledger, least shown first.")
class LedgerConnection:
    """A page of the ledger."""

    request: strawberry.Private[Request]
    made: strawberry.Private[ledger_types.Ledger]
    edges: list[LedgerEdge] = strawberry.field(description="The page.")
    page_info: PageInfo = strawberry.field(description="Where it lies.")
    total_count: int = strawberry.field(description="How many.")

    @resolver("Skew of being shown over initiatives: 0 is even, 1 is all to one.")
    def skew(self) -> float:
        """Return the skew."""
        return self.made.skew[Turn.SHOWN]

    @resolver("By district, size and phase.")
    def groups(self) -> list[LedgerGroup]:
        """Return the groups."""
        return [LedgerGroup(request=self.request, made=one) for one in self.made.groups]

    @resolver("What this says, in sentences.")
    def notes(self, lang: InLang = strawberry.UNSET) -> list[str]:
        """Return what this says."""
        return [one.to(self.request.said(lang)) for one in self.made.notes]


@strawberry.type
class LedgerQueries:
    """The question whether turns are shared out fairly; no type of the schema by itself."""

    @resolver("How often each initiative was shown and suggested (facilitator, admin).", weight=10, times="first")
    def ledger(
        self,
        info: Info[Request, None],
        *,
        within: Within = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
    ) -> LedgerConnection | None:
        """Return a page of the ledger, None for who may not know."""
        request = info.context
        if request.viewer.role not in MAY_SEE:
            return None
        areas = tuple(map(str, checked_list(within, "within", request.limits.ids)))
        cursors = Cursors("ledger", areas)
        paging = Paging(cursors, first=first, after=after, default=20, most=request.limits.page)
        found = request.site.network.ledger(request.view(), within=areas)
        shown, info_ = paging.of(found.rows, lambda row: row.member.id)
        things = Level(request, (row.member.id for row in shown))
        edges = [
            LedgerEdge(cursor=cursors.of(row.member.id), node=_initiative(things, row), **_counted(row.counts))
            for row in shown
        ]
        return LedgerConnection(request=request, made=found, edges=edges, page_info=info_, total_count=len(found.rows))


def _initiative(things: Level, row: ledger_types.LedgerRow) -> Initiative:
    return cast(Initiative, sure(things, row.member.id))  # a ledger holds initiatives only


def _counted(counts: ledger_types.Counts) -> dict[str, int]:
    return {turn.value: counts[turn] for turn in Turn}
