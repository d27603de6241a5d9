"""The facilitator's questions: who reach a goal together, what is missing, how good the advice is."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry.types import Info

from api.asking import find_alliances
from api.bounds import checked_first, checked_list, given
from api.cursors import Cursors
from api.request import Request
from api.types.alliances import suggested_groups
from api.types.common import Paging
from api.types.describing import After, meaning, resolver
from api.types.gaps import Composition, Gap, GapKind, GoalInput, Told
from api.types.measured import Evaluation
from api.types.pages import Within
from api.types.ranked import Broker, Connecting, Placed, Ranked, WeightInput
from api.types.suggested import SuggestionConnection, SuggestionEdge, SuggestionFilter
from api.types.vocabularies import Kind
from graph.questions import gap_types
from graph.questions.ranking import RankingQuestion
from graph.store.questions import Role

MOST_SETS = 5
"""Sets for a goal that are looked for: more make no choice easier."""

MOST_GAPS = 100


@strawberry.type
class FacilitatorQueries:
    """The facilitator's questions; no type of the schema by itself."""

    @resolver("Smallest sets of initiatives that reach a goal; differing ones first.", weight=100)
    def compositions(
        self,
        info: Info[Request, None],
        goal: Annotated[GoalInput, meaning("Goal.")],
        first: Annotated[int | None, meaning("How many, 1 to 5.")] = 3,
    ) -> list[Composition] | None:
        """Return sets that reach a goal, or come nearest to it."""
        request = info.context
        size = checked_first(first, 3, MOST_SETS)
        view = request.view()
        found = request.site.network.answers.compositions(view, goal.goal(request.limits.ids), first=size)
        request.site.network.turns.show_sets(found)
        gaps = [gap for one in found for gap in one.missing]
        told = Told(request, gaps, [part for one in found for part in one.parts])
        return [Composition(told=told, made=one) for one in found]

    @resolver("What an area, initiative or group needs and lacks.", weight=5, times="first")
    def gaps(
        self,
        info: Info[Request, None],
        of: Annotated[list[strawberry.ID], meaning("Areas, initiatives or suggestions.")],
        kinds: Annotated[list[GapKind] | None, meaning("Only these.")] = strawberry.UNSET,
        first: Annotated[int | None, meaning("At most so many of each sort, 1 to 100.")] = 20,
    ) -> list[Gap] | None:
        """Return what is missing."""
        request = info.context
        asked = tuple(map(str, checked_list(of, "of", request.limits.ids)))
        chosen = tuple(gap_types.GapKind(one.value) for one in given(kinds, None) or GapKind)
        size = checked_first(first, 20, MOST_GAPS)
        if any(one.startswith("suggestion/") for one in asked):
            request.desk.alliances(request.view())  # waited for up to a bound, and read from memory below
        found = request.site.network.answers.gaps(request.view(), asked, kinds=chosen, first=size)
        request.site.network.turns.show_helpers(found)
        told = Told(request, found)
        return [Gap(told=told, made=one) for one in found]

    @resolver("Groups of three or more that could work together, best first.", weight=4, times="first")
    def alliances(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[SuggestionFilter | None, meaning("Only these.")] = strawberry.UNSET,
        first: Annotated[int | None, meaning("Page size, 1 to 100.")] = 10,
        after: After = strawberry.UNSET,
    ) -> SuggestionConnection | None:
        """Return a page of alliances."""
        request = info.context
        asked = given(where, SuggestionFilter()).asked(request.limits.ids)
        cursors = Cursors("alliances", asked)
        paging = Paging(cursors, first=first, after=after, default=10, most=request.limits.page)
        found = find_alliances(request, asked)
        groups, info_ = paging.of(found, lambda one: one.suggestion.id)
        request.site.network.turns.show(one.suggestion for one in groups)
        shown = suggested_groups(request, groups)
        edges = [SuggestionEdge(cursor=cursors.of(str(one.id)), node=one) for one in shown]
        return SuggestionConnection(edges=edges, page_info=info_, count=len(found))

    @resolver("Areas or initiatives by criteria, best first, with the interval of ranks when weights move.", weight=50)
    def ranking(
        self,
        info: Info[Request, None],
        *,
        of: Annotated[Kind, meaning("AREA or INITIATIVE.")],
        within: Annotated[list[strawberry.ID] | None, meaning("In these areas.")] = strawberry.UNSET,
        weights: Annotated[list[WeightInput] | None, meaning("Try these.")] = strawberry.UNSET,
        together: Annotated[list[strawberry.ID] | None, meaning("Try these areas as one.")] = strawberry.UNSET,
        first: Annotated[int | None, meaning("At most, 1 to 100.")] = 20,
    ) -> list[Ranked] | None:
        """Return areas or initiatives by criteria."""
        request = info.context
        size = checked_first(first, 20, MOST_GAPS)
        tried = checked_list(weights, "weights", request.limits.ids)
        question = RankingQuestion(
            of.value,
            within=tuple(map(str, checked_list(within, "within", request.limits.ids))),
            weights={str(one.criterion): one.weight for one in tried} or None,
            together=tuple(map(str, checked_list(together, "together", request.limits.ids))),
        )
        found = request.site.network.answers.ranking(request.view(), question, first=size)
        placed = Placed(request, found)
        return [Ranked(placed=placed, made=one) for one in found.places]

    @resolver("Who holds the network together, most first; by role for whoever may not see names.", weight=20)
    def brokers(
        self,
        info: Info[Request, None],
        within: Within = strawberry.UNSET,
        first: Annotated[int | None, meaning("At most, 1 to 100.")] = 20,
    ) -> list[Broker] | None:
        """Return who holds the network together."""
        request = info.context
        areas = tuple(map(str, checked_list(within, "within", request.limits.ids)))
        size = checked_first(first, 20, MOST_GAPS)
        request.desk.advice(request.view())
        found = request.site.network.answers.brokers(request.view(), within=areas, first=size)
        among = Connecting(request, found)
        return [Broker(among=among, made=one) for one in found]

    @resolver(
        "How good the suggestions are on known partnerships (staff, facilitator, admin); null where too few are known.",
        weight=100,
    )
    def evaluation(
        self,
        info: Info[Request, None],
        newest: Annotated[bool | None, meaning("Hide the newest partnerships instead of any.")] = False,
    ) -> Evaluation | None:
        """Return how good the suggestions are, None for the public."""
        request = info.context
        if request.viewer.role is Role.PUBLIC:
            return None
        quality = request.desk.quality(request.view(), newest=bool(given(newest, False)))
        if quality.evaluation is None:
            return None
        return Evaluation(request=request, quality=quality, found=quality.evaluation)
