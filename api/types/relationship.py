"""Relationships: one between two things, and a page of them seen from one."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Annotated, TypeVar

import strawberry

from api.bounds import checked_first, given
from api.cursors import Cursors
from api.levels import Level, RelationshipPages
from api.loading import TiesAsked
from api.types.behind import (
    MOST_CLAIMS,
    Citation,
    Claim,
    Said,
    ValueState,
    date_of,
    newest_citations,
    quantity_of,
)
from api.types.common import InLang, PageInfo, PartialDate, Quantity, page_info
from api.types.describing import meaning, resolver
from api.types.making import sure
from api.types.node import Node
from api.types.vocabularies import (
    Capacity,
    CooperationForm,
    RelationshipStatus,
    RelationshipType,
    SupportKind,
)
from graph.network.sheets import tie_label
from graph.schema.model import RELATIONSHIPS_BY_NAME, properties_of_relationship
from graph.schema.words import Lang
from graph.store import answers

if TYPE_CHECKING:
    from api.types.entity import Entity

MOST_SOURCES = 100
"""Places of a relationship that are listed."""

Code = TypeVar("Code", bound=Enum)


@strawberry.type(
    description="A relationship between two things; a type that has no role, form and so on leaves it null (the "
    "ontology page lists them)."
)
class Relationship(Node):
    """A relationship between two things."""

    level: strawberry.Private[Level]
    tie: strawberry.Private[answers.Relationship]

    @classmethod
    def of(cls, level: Level, tie: answers.Relationship) -> Relationship:
        """Return a relationship of a level of relationships."""
        return cls(id=strawberry.ID(tie.id), level=level, tie=tie)

    @resolver("Type.")
    def type(self) -> RelationshipType:
        """Return the type."""
        return RelationshipType(self.tie.type)

    @resolver("Start; the smaller id where the type has no direction.", name="from")
    def start(self) -> Annotated[Entity, strawberry.lazy("api.types.entity")]:
        """Return the thing at the start."""
        return sure(self.level.ends(_both), self.tie.start)

    @resolver("End.", name="to")
    def end(self) -> Annotated[Entity, strawberry.lazy("api.types.entity")]:
        """Return the thing at the end."""
        return sure(self.level.ends(_both), self.tie.end)

    @resolver("In words, with role, status and time, such as 'works together with (talking, since 2017)'.")
    def label(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the relationship in words."""
        return tie_label(self.tie, self.level.request.said(lang))

    @resolver("Role, as declared for the type or in the source's words.")
    def role(self) -> str | None:
        """Return the role."""
        return self._text("role")

    @resolver("How far it is.")
    def status(self) -> RelationshipStatus | None:
        """Return how far it is."""
        return self._code("status", RelationshipStatus)

    @resolver("Form of a partnership.")
    def form(self) -> CooperationForm | None:
        """Return the form of a partnership."""
        return self._code("form", CooperationForm)

    @resolver("How support is given.")
    def support(self) -> SupportKind | None:
        """Return how support is given."""
        return self._code("support", SupportKind)

    @resolver("Reference of a grant.")
    def number(self) -> str | None:
        """Return the reference of a grant."""
        return self._text("number")

    @resolver("In which capacity somebody attended.")
    def capacity(self) -> Capacity | None:
        """Return in which capacity somebody attended."""
        return self._code("capacity", Capacity)

    @resolver("How much is needed or offered.")
    def quantity(self) -> Quantity | None:
        """Return how much is needed or offered."""
        value = self.tie.value("quantity")
        return None if value is None else quantity_of(self.level, str(value))

    @resolver("Score from 0 to 1 on a criterion.")
    def score(self) -> float | None:
        """Return the score."""
        value = self.tie.value("score")
        return float(value) if isinstance(value, int | float) else None

    @resolver("Since when.")
    def since(self) -> PartialDate | None:
        """Return since when it holds."""
        value = self.tie.value("since")
        return None if value is None else date_of(self.level, str(value))

    @resolver("Until when.")
    def until(self) -> PartialDate | None:
        """Return until when it holds."""
        value = self.tie.value("until")
        return None if value is None else date_of(self.level, str(value))

    @resolver("Remark.")
    def note(self) -> str | None:
        """Return the remark."""
        return self._text("note")

    @resolver("True when live statements differ or one denies it.")
    def disputed(self) -> bool:
        """Return whether statements differ."""
        return bool(self.tie.reading.disputed)

    @resolver("True when the newest statement says that it is not there.")
    def denied(self) -> bool:
        """Return whether the newest statement denies it."""
        return self.tie.denied

    @resolver("Revision of its last change.")
    def revision(self) -> str:
        """Return the revision of its last change."""
        return str(self.tie.revision)

    @resolver("Who says so, and where.", weight=2)
    def sources(self, first: Annotated[int | None, meaning("At most 100.")] = 5) -> list[Citation]:
        """Return who says so."""
        return newest_citations(self._said(), checked_first(first, 5, MOST_SOURCES))

    @resolver("All statements about it, also those that deny it.", weight=2)
    def claims(self, first: Annotated[int | None, meaning("At most 100.")] = 20) -> list[Claim]:
        """Return all statements about it."""
        return [Claim(said=one) for one in self._said()[: checked_first(first, 20, MOST_CLAIMS)]]

    def _said(self) -> list[Said]:
        declared = properties_of_relationship(self.tie.type)
        words = RELATIONSHIPS_BY_NAME[self.tie.type].words
        about: dict[Lang, str] = {"nl": words.nl, "en": words.en}
        return [
            Said(self.level, one, declared.get(name), about if name == "exists" else None)
            for name, statements in self.level.statements(self.tie.id).items()
            for one in statements
        ]

    def _text(self, name: str) -> str | None:
        value = self.tie.value(name)
        return None if value is None else str(value)

    def _code(self, name: str, codes: Callable[[str], Code]) -> Code | None:
        value = self.tie.value(name)
        return None if value is None else codes(str(value))


def _both(tie: answers.Relationship) -> tuple[str, str]:
    return tie.start, tie.end


@strawberry.type(description="One relationship, seen from the thing that was asked.")
class RelationshipEdge:
    """One relationship, seen from the thing that was asked."""

    pages: strawberry.Private[RelationshipPages]
    tie: strawberry.Private[answers.Relationship]
    other: strawberry.Private[str]
    cursor: str = strawberry.field(description="Its cursor.")

    @resolver("The thing at the other end.")
    def node(self) -> Annotated[Entity, strawberry.lazy("api.types.entity")]:
        """Return the thing at the other end."""
        return sure(self.pages.others, self.other)

    @resolver("The relationship: role, since, status, sources.")
    def relationship(self) -> Relationship:
        """Return the relationship."""
        return Relationship.of(self.pages.ties, self.tie)


@strawberry.type(description="A page of relationships.")
class RelationshipConnection:
    """A page of relationships of one thing."""

    level: strawberry.Private[Level]
    thing: strawberry.Private[answers.Node]
    asked: strawberry.Private[TiesAsked]
    edges: list[RelationshipEdge] = strawberry.field(description="The page.")
    page_info: PageInfo = strawberry.field(description="Where it lies.")

    @classmethod
    def of(cls, level: Level, node: answers.Node, asked: TiesAsked, after: str | None) -> RelationshipConnection:
        """Return a page of the relationships of a thing of a level.

        Raises
        ------
        CursorError
            The cursor belongs to another thing or question.
        """
        cursors = Cursors("relationships", node.id, asked.where, level.request.reading.as_of)
        start = cursors.after(given(after, None))
        if start is None:
            pages = level.relationships(asked)
        else:  # a next page is of one thing, so it is asked for that thing alone
            pages = Level.of_nodes(level.request, [node]).relationships(asked._replace(after=start))
        page = pages.page(node.id)
        edges = [
            RelationshipEdge(pages=pages, tie=tie, other=tie.other(node.id), cursor=cursors.of(tie.id))
            for tie in page.items
        ]
        info = page_info([edge.cursor for edge in edges], after=start, more=page.more)
        return cls(level=level, thing=node, asked=asked, edges=edges, page_info=info)

    @resolver("How many; cheap.")
    def total_count(self) -> int:
        """Return how many there are in all."""
        return self.level.counts(self.asked.where).get(self.thing.id, 0)

    @resolver("KNOWN when there are some, NONE when a source says there are none, else UNKNOWN.")
    def state(self) -> ValueState:
        """Return whether relationships are known."""
        if self.edges or self.page_info.has_previous_page:
            return ValueState.KNOWN
        types = self.asked.where.types
        is_none = bool(types) and all(one in self.thing.reading.none for one in types)
        return ValueState.NONE if is_none else ValueState.UNKNOWN
