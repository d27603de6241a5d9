"""Questions for advice: suggestions and communities."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry.types import Info

from api.asking import find_communities, find_suggestions
from api.bounds import checked_list, given
from api.cursors import Cursors
from api.request import Request
from api.types.advice import Advised, Suggestion
from api.types.common import Paging
from api.types.communities import Community, CommunityConnection, CommunityEdge
from api.types.describing import After, First, meaning, resolver
from api.types.pages import Within
from api.types.suggested import SuggestionConnection, SuggestionEdge, SuggestionFilter


@strawberry.type
class AdviceQueries:
    """Questions for advice; no type of the schema by itself."""

    @resolver("Pairs that could work together, best first.", weight=2, times="first")
    def suggestions(
        self,
        info: Info[Request, None],
        *,
        where: Annotated[SuggestionFilter | None, meaning("Only these.")] = strawberry.UNSET,
        first: Annotated[int | None, meaning("Page size, 1 to 100.")] = 10,
        after: After = strawberry.UNSET,
    ) -> SuggestionConnection | None:
        """Return a page of suggestions."""
        request = info.context
        asked = given(where, SuggestionFilter()).asked(request.limits.ids)
        cursors = Cursors("suggestions", asked)
        paging = Paging(cursors, first=first, after=after, default=10, most=request.limits.page)
        found = find_suggestions(request, asked)
        shown, info_ = paging.of(found, lambda one: one.id)
        request.site.network.turns.show(shown)
        advised = Advised(request, request.desk.advice(request.view()), suggestions=shown)
        edges = [SuggestionEdge(cursor=cursors.of(one.id), node=Suggestion.of(advised, one)) for one in shown]
        return SuggestionConnection(edges=edges, page_info=info_, count=len(found))

    @resolver("Groups that hang together, largest first.", weight=2, times="first")
    def communities(
        self,
        info: Info[Request, None],
        *,
        within: Within = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
    ) -> CommunityConnection | None:
        """Return a page of communities."""
        request = info.context
        areas = tuple(map(str, checked_list(within, "within", request.limits.ids)))
        cursors = Cursors("communities", areas)
        paging = Paging(cursors, first=first, after=after, default=20, most=request.limits.page)
        found = find_communities(request, areas)
        shown, info_ = paging.of(found, lambda one: one.id)
        advised = Advised(request, request.desk.advice(request.view()), communities=shown)
        edges = [CommunityEdge(cursor=cursors.of(one.id), node=Community.of(advised, one)) for one in shown]
        return CommunityConnection(edges=edges, page_info=info_, total_count=len(found))
