"""Pages of nodes: of one kind by filter and order, or of any kind by other questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import strawberry

from api.bounds import checked_first, given
from api.cursors import Cursors
from api.filters import FilterReader, read_orders
from api.levels import Level
from api.request import Request
from api.types.common import InLang, PageInfo, page_info
from api.types.describing import meaning, resolver
from api.types.making import sure, thing
from api.types.vocabularies import Property
from graph.errors import InputError
from graph.schema.declaration import ValueType
from graph.schema.model import KINDS_BY_NAME, properties_of_kind
from graph.schema.values import Value
from graph.schema.wording import NO, UNKNOWN, YES, value_label
from graph.store.base import View
from graph.store.questions import NodeFilter

if TYPE_CHECKING:
    from api.types.entity import Entity

MOST_FACETS = 200
"""Values that are counted: the longest vocabulary has a score."""

Edge = TypeVar("Edge")

AsOf = Annotated[date | None, meaning("As known that day; one day a request.")]
"""Argument ``asOf``."""

Within = Annotated[list[strawberry.ID] | None, meaning("In these areas or a part of them.")]
"""Argument ``within``."""


class Found:
    """The answer to a question for nodes of one kind.

    Parameters
    ----------
    request
        What it is part of.
    kind
        Name of the kind.
    asked
        Arguments of the field, as it got them: where, order_by, first, after, as_of.

    Raises
    ------
    InputError
        An argument is out of bounds, or the request asks about another day too.
    CursorError
        The cursor belongs to another question.
    """

    def __init__(self, request: Request, kind: str, **asked: Any) -> None:
        where = given(asked["where"], None)
        self.kind = kind
        self.where = FilterReader(kind, request.limits).read(where) if where else NodeFilter(kinds=(kind,))
        order = read_orders(asked["order_by"], request.limits)
        first = checked_first(asked["first"], 20, request.limits.page)
        day = given(asked["as_of"], None)
        self._cursors = Cursors(kind, self.where, order, day)
        after = self._cursors.after(given(asked["after"], None))
        self.view: View = request.view(day)
        page = self.view.find(self.where, order, first=first, after=after)
        self._level = Level.of_nodes(request, page.items)
        self._nodes = page.items
        self.lang = request.lang
        self.page_info = page_info([self._cursors.of(node.id) for node in page.items], after=after, more=page.more)

    def edges(self, make: Callable[..., Edge]) -> list[Edge]:
        """Return the rows as edges.

        Parameters
        ----------
        make
            Class of the edges, made from a cursor and a node.
        """
        return [make(cursor=self._cursors.of(node.id), node=sure(self._level, node.id)) for node in self._nodes]


@strawberry.type(description="How many things share a value.")
class Facet:
    """How many things share a value."""

    found: strawberry.Private[Found]
    name: strawberry.Private[str]
    stored: strawberry.Private[Value | None]
    value: str | None = strawberry.field(description="Code or text; null for those without.")
    count: int = strawberry.field(description="How many.")

    @resolver("In words.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the value in words."""
        said = getattr(lang, "value", None) or self.found.lang
        if self.stored is None:
            return UNKNOWN.to(said)
        if self.name == "kind":
            return KINDS_BY_NAME[str(self.stored)].plural_words.to(said)
        if isinstance(self.stored, bool):
            return (YES if self.stored else NO).to(said)
        return value_label(properties_of_kind(self.found.kind)[self.name], self.stored, said)


@strawberry.type
class FoundPage:
    """What pages of every kind have; no type of the schema by itself."""

    found: strawberry.Private[Found]
    page_info: PageInfo = strawberry.field(description="Where it lies.")

    @resolver("How many in all; one extra count.", weight=10)
    def total_count(self) -> int:
        """Return how many nodes match."""
        return self.found.view.count(self.found.where)

    @resolver("Counts over all matches, most first.", weight=10)
    def facets(
        self,
        of: Annotated[Property, meaning("Property to count by: of a vocabulary, or yes or no.")],
        first: Annotated[int | None, meaning("At most, 1 to 200.")] = 50,
    ) -> list[Facet]:
        """Return how many share each value."""
        name = of.value
        declared = properties_of_kind(self.found.kind).get(name)
        if declared is None or (name != "kind" and declared.type not in (ValueType.CODE, ValueType.YES_NO)):
            raise _no_facet(self.found.kind, name)
        counted = self.found.view.facets(self.found.where, name, first=checked_first(first, 50, MOST_FACETS))
        return [
            Facet(found=self.found, name=name, stored=value, value=_shown(value), count=number)
            for value, number in counted
        ]


def _shown(value: Value | None) -> str | None:
    """Return a value as the enum of the schema names it, so that one can filter by it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value).upper()


def _no_facet(kind: str, name: str) -> InputError:
    fitting = [one.name for one in KINDS_BY_NAME[kind].properties if one.type in (ValueType.CODE, ValueType.YES_NO)]
    choice = ", ".join(one.upper() for one in ["kind", *fitting])
    return InputError(
        f"Op {name.upper()} kan hier niet worden geteld. Kies uit: {choice}.",
        f"One cannot count by {name.upper()} here. Choose from: {choice}.",
    )


# ---------------------------------------------------------------------------------------------------- of any kind


@strawberry.type(description="One thing in a page.")
class EntityEdge:
    """One thing in a page."""

    cursor: str = strawberry.field(description="Its cursor.")
    node: Annotated[Entity, strawberry.lazy("api.types.entity")] = strawberry.field(description="The thing.")
    distance: int | None = strawberry.field(description="Steps from the start; null outside `neighbours`.")


@strawberry.type(description="A page of things of any kind.")
class EntityConnection:
    """A page of things of any kind."""

    count: strawberry.Private[Callable[[], int]]
    edges: list[EntityEdge] = strawberry.field(description="The page.")
    page_info: PageInfo = strawberry.field(description="Where it lies.")

    @resolver("How many; as dear as the question itself, a full scan for words under three letters.", weight=20)
    def total_count(self) -> int:
        """Return how many there are in all."""
        return self.count()


def entity_page(
    level: Level,
    cursors: Cursors,
    rows: Sequence[tuple[str, int | None]],
    *,
    after: str | None,
    more: bool,
    count: Callable[[], int],
) -> EntityConnection:
    """Return a page of things of any kind.

    Parameters
    ----------
    level
        Level of the things; what the viewer may not see of it is left out.
    cursors
        Of the question.
    rows
        Ids with their distance.
    after
        Id of the row that the page begins after.
    more
        Whether something follows.
    count
        Counts all.
    """
    found = [(entity, distance) for id_, distance in rows if (entity := thing(level, id_)) is not None]
    edges = [EntityEdge(cursor=cursors.of(entity.id), node=entity, distance=distance) for entity, distance in found]
    info = page_info([edge.cursor for edge in edges], after=after, more=more)
    return EntityConnection(edges=edges, page_info=info, count=count)
