"""Communities: what hangs together in the network, with their pages."""

from __future__ import annotations

import strawberry

from api.bounds import checked_first, given
from api.cursors import Cursors, place_after
from api.levels import Level
from api.types.advice import Advised
from api.types.common import InLang, PageInfo
from api.types.describing import After, First, resolver
from api.types.node import Node
from api.types.pages import EntityConnection, entity_page
from graph.suggestions import advice_types


@strawberry.type(description="Things more tied to each other than to the rest.")
class Community(Node):
    """Things more tied to each other than to the rest."""

    advised: strawberry.Private[Advised]
    made: strawberry.Private[advice_types.Community]

    @classmethod
    def of(cls, advised: Advised, made: advice_types.Community) -> Community:
        """Return a community of an answer."""
        return cls(id=strawberry.ID(made.id), advised=advised, made=made)

    @resolver("Named by what sets it apart.")
    def name(self, lang: InLang = strawberry.UNSET) -> str:
        """Return its name."""
        return self.made.name.to(self.advised.request.said(lang))

    @resolver("Why these, in a sentence.")
    def reason(self, lang: InLang = strawberry.UNSET) -> str:
        """Return why these."""
        return self.made.reason.to(self.advised.request.said(lang))

    @resolver("How well supported, 0 to 1.")
    def support(self) -> float:
        """Return how well it is supported."""
        return self.made.support

    @resolver("Its members, most central first.")
    def members(self, first: First = 20, after: After = strawberry.UNSET) -> EntityConnection:
        """Return a page of its members."""
        asked = checked_first(first, 20, self.advised.request.limits.page)
        cursors = Cursors("members", self.made.id)
        start = cursors.after(given(after, None))
        begin = place_after(self.made.members, start)
        shown = self.made.members[begin : begin + asked]
        level = self.advised.centre(asked) if start is None else Level(self.advised.request, shown)
        return entity_page(
            level,
            cursors,
            [(id_, None) for id_ in shown],
            after=start,
            more=begin + asked < len(self.made.members),
            count=lambda: len(self.made.members),
        )


@strawberry.type(description="One community in a page.")
class CommunityEdge:
    """One community in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Community = strawberry.field(description="The community.")


@strawberry.type(description="A page of communities.")
class CommunityConnection:
    """A page of communities."""

    edges: list[CommunityEdge] = strawberry.field(description="The page.")
    page_info: PageInfo = strawberry.field(description="Where it lies.")
    total_count: int = strawberry.field(description="How many; cheap.")
