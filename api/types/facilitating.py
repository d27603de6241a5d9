"""The facilitator's questions: who reach a goal together, what is missing, how good the advice is."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry.types import Info

from api.bounds import checked_first, checked_list, given
from api.request import Request
from api.types.describing import meaning, resolver
from api.types.gaps import Composition, Gap, GapKind, GoalInput, Told
from api.types.measured import Evaluation
from graph.questions import gap_types
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
            request.desk.advice(request.view())  # waited for up to a bound, and read from memory below
        found = request.site.network.answers.gaps(request.view(), asked, kinds=chosen, first=size)
        told = Told(request, found)
        return [Gap(told=told, made=one) for one in found]

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
