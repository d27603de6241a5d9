"""Questions about things of any kind: by id, by words, and by walking along relationships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.asking import count_neighbours
from api.bounds import checked_first, checked_list, checked_text, given
from api.cursors import Cursors
from api.levels import Level
from api.load_ids import LOAD_ID, PLAN_ID
from api.request import Request
from api.types.advice import Advised, Suggestion
from api.types.alliances import suggested_groups
from api.types.communities import Community
from api.types.describing import After, First, meaning, resolver
from api.types.entity import Entity
from api.types.loads import loads_by_id
from api.types.making import thing, things
from api.types.matches import matches_by_id
from api.types.node import Node
from api.types.pages import AsOf, EntityConnection, Within, entity_page
from api.types.relationship import Relationship
from api.types.relationship_filter import RelationshipFilter, relationships_asked
from api.types.vocabularies import Kind
from graph.network.merge_desk import PREFIX
from graph.store.questions import NodeFilter
from graph.store.searching import LONGEST_QUERY

Along = Annotated[RelationshipFilter | None, meaning("Along these.")]
"""Argument ``where`` of a walk."""


@strawberry.type(description="Things and what ties them.")
class Subgraph:
    """Things and what ties them."""

    level: strawberry.Private[Level]
    ties: strawberry.Private[Level]
    truncated: bool = strawberry.field(description="True when a limit cut something off.")

    @resolver("Things.")
    def nodes(self) -> list[Entity]:
        """Return the things."""
        return things(self.level)

    @resolver("Ties.")
    def relationships(self, first: Annotated[int | None, meaning("At most, 1 to 500.")] = 500) -> list[Relationship]:
        """Return what ties them."""
        shown = self.ties.ids[: checked_first(first, 500, 500)]
        return [Relationship.of(self.ties, tie) for id_ in shown if (tie := self.ties.tie(id_)) is not None]


@strawberry.type
class LookQueries:
    """Questions about things of any kind; no type of the schema by itself."""

    @resolver("One thing of any type by id; null when there is none that you may see.")
    def node(
        self,
        info: Info[Request, None],
        id: Annotated[strawberry.ID, meaning("Id, also a merged one.")],  # noqa: A002 - the name in the schema
        as_of: AsOf = strawberry.UNSET,
    ) -> Node | None:
        """Return one thing."""
        return next(iter(find_by_id(info.context, [id], given(as_of, None))), None)

    @resolver(
        "Several at once, in the order asked, leaving out what is not there; at most 100.",
    )
    def nodes(
        self,
        info: Info[Request, None],
        ids: Annotated[list[strawberry.ID], meaning("Ids.")],
        as_of: AsOf = strawberry.UNSET,
    ) -> list[Node] | None:
        """Return several things."""
        asked = checked_list(ids, "ids", info.context.limits.ids)
        return find_by_id(info.context, asked, given(as_of, None))

    @resolver(
        "Things whose names or texts contain every word; accents and capitals do not matter; best name match first.",
        weight=2,
        times="first",
    )
    def search(
        self,
        info: Info[Request, None],
        *,
        text: Annotated[str, meaning("Words.")],
        kinds: Annotated[list[Kind] | None, meaning("Kinds.")] = strawberry.UNSET,
        within: Within = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> EntityConnection | None:
        """Return what is found."""
        request = info.context
        words = checked_text(text, "text", LONGEST_QUERY)
        where = NodeFilter(
            kinds=tuple(one.value for one in checked_list(kinds, "kinds", request.limits.ids)),
            within=tuple(map(str, checked_list(within, "within", request.limits.ids))),
        )
        day = given(as_of, None)
        cursors = Cursors("search", words, where, day)
        start = cursors.after(given(after, None))
        view = request.view(day)
        page = view.search(words, where, first=checked_first(first, 20, request.limits.page), after=start)
        return entity_page(
            Level.of_nodes(request, page.items),
            cursors,
            [(node.id, None) for node in page.items],
            after=start,
            more=page.more,
            count=lambda: view.count(replace(where, text=words)) if words.strip() else 0,
        )

    @resolver("Things within some steps, nearest first.", weight=5, times="steps")
    def neighbours(
        self,
        info: Info[Request, None],
        *,
        of: Annotated[strawberry.ID, meaning("Start.")],
        steps: Annotated[int | None, meaning("Steps, 1 to 3.")] = 1,
        where: Along = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
        as_of: AsOf = strawberry.UNSET,
    ) -> EntityConnection | None:
        """Return what lies near."""
        request, network = info.context, info.context.site.network
        along = relationships_asked(request, where)
        far, day = given(steps, 1), given(as_of, None)
        cursors = Cursors("neighbours", of, along, far, day)
        start = cursors.after(given(after, None))
        view = request.view(day)
        asked = checked_first(first, 20, request.limits.page)
        page = network.neighbours(view, of, along, steps=far, first=asked, after=start)
        return entity_page(
            Level.of_nodes(request, (one.node for one in page.items)),
            cursors,
            [(one.node.id, one.distance) for one in page.items],
            after=start,
            more=page.more,
            count=lambda: count_neighbours(network, view, of, along, far),
        )

    @resolver(
        "A shortest way between two things, in order of travel; null when there is none within the steps.", weight=50
    )
    def path(
        self,
        info: Info[Request, None],
        *,
        start: Annotated[strawberry.ID, meaning("Start.", name="from")],
        end: Annotated[strawberry.ID, meaning("End.", name="to")],
        where: Along = strawberry.UNSET,
        max_steps: Annotated[int | None, meaning("Most steps, at most 8.")] = 6,
        as_of: AsOf = strawberry.UNSET,
    ) -> Subgraph | None:
        """Return a shortest way."""
        request = info.context
        along = relationships_asked(request, where)
        view = request.view(given(as_of, None))
        way = request.site.network.path(view, start, end, along, most_steps=given(max_steps, 6))
        if way is None:
            return None
        return Subgraph(
            level=Level.of_nodes(request, way.nodes),
            ties=Level.of_ties(request, way.relationships),
            truncated=False,
        )


def find_by_id(request: Request, ids: Sequence[str], as_of: date | None) -> list[Node]:
    """Return things of any type in the order asked, without what the viewer may not see.

    Parameters
    ----------
    request
        Who asks.
    ids
        Of nodes, relationships, pairs, loads, plans, suggestions or communities: an id need not tell, so each is
        tried in that order.
    as_of
        Day that is asked about; advice has none.
    """
    request.view(as_of)
    level = Level(request, ids)
    found: dict[str, Node] = {id_: entity for id_ in ids if (entity := thing(level, id_)) is not None}
    if missing := [id_ for id_ in ids if id_ not in found]:
        ties = Level(request, missing)
        found |= {id_: Relationship.of(ties, tie) for id_ in missing if (tie := ties.tie(id_)) is not None}
    found |= loads_by_id(request, [id_ for id_ in ids if id_ not in found])
    if (missing := [id_ for id_ in ids if id_ not in found]) and as_of is None:
        found |= matches_by_id(request, missing)
    telling = (PREFIX, LOAD_ID, PLAN_ID)
    if (missing := [id_ for id_ in missing if id_ not in found and not id_.startswith(telling)]) and as_of is None:
        found |= _advice_by_id(request, missing)
    return [found[id_] for id_ in ids if id_ in found]


def _advice_by_id(request: Request, ids: Sequence[str]) -> dict[str, Node]:
    advice, wanted = request.desk.advice(request.view()), set(ids)
    suggestions = [one for one in advice.suggestions if one.id in wanted]
    communities = [one for one in advice.communities if one.id in wanted]
    known = {one.id for one in suggestions} | {one.id for one in communities}
    groups: list[Suggestion] = []
    if any(one.startswith("suggestion/") for one in wanted - known):
        allied = request.desk.alliances(request.view()).alliances(request.view())
        groups = suggested_groups(request, [one for one in allied if one.suggestion.id in wanted - known])
    advised = Advised(request, advice, suggestions, communities)
    found: dict[str, Node] = {one.id: Suggestion.of(advised, one) for one in suggestions}
    found |= {str(one.id): one for one in groups}
    found |= {one.id: Community.of(advised, one) for one in communities}
    return found
