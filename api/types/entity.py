"""What every thing has: an id, a name, values, sources, relationships."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.bounds import checked_first, checked_list
from api.levels import Level
from api.types.behind import Citation, Said, Value, newest_citations
from api.types.common import InLang
from api.types.describing import After, First, meaning, resolver
from api.types.node import Node as NodeInterface
from api.types.relationship import RelationshipConnection
from api.types.relationship_filter import RelationshipFilter, ties_asked
from api.types.scalars import URL
from api.types.vocabularies import Kind, Property
from api.wording import name_in, value_in
from graph.schema.model import properties_of_kind
from graph.store.answers import Node

MOST_SOURCES = 100
"""Places of a thing that are listed."""

_NOT_LISTED = ("kind", "same_as", "source_key")
"""Properties whose values are given only when asked for: what they say stands in fields of their own."""


@strawberry.interface(description="What every kind of thing in the network has.")
class Entity(NodeInterface):
    """A thing, read in one go with the others of its level."""

    rows: strawberry.Private[Level]
    row: strawberry.Private[Node]

    @resolver("Which kind it is; a source may correct it later under the same id.")
    def kind(self) -> Kind:
        """Return the kind."""
        return Kind(self.row.kind)

    @resolver(
        "Name; a role for a person whom you may not see by name; 'naam niet genoemd' ('not named') where "
        "no source names it."
    )
    def name(self, lang: InLang = strawberry.UNSET) -> str:
        """Return the name."""
        return name_in(self.row, self.rows.request.said(lang))

    @resolver("Other names that sources use.")
    def aliases(self) -> list[str]:
        """Return other names."""
        return [str(one) for one in self.row.list_of("aliases")]

    @resolver("What it is, in a few sentences.")
    def summary(self) -> str | None:
        """Return what it is, in the language of the request where there is such a text."""
        value = value_in(self.row.reading, "summary", self.rows.request.lang)
        return None if value is None else str(value)

    @resolver("Its page for people, to link to.")
    def page(self) -> URL:
        """Return the address of its page."""
        return URL(self.rows.request.page_of(self.row))

    @resolver("Revision of its last change that you may see: for caches and `expectedRevision`.")
    def revision(self) -> str:
        """Return the revision of its last change."""
        return str(self.row.revision)

    @resolver("Ids that were merged into this one and still answer.")
    def former_ids(self) -> list[strawberry.ID]:
        """Return merged ids."""
        return [strawberry.ID(one) for one in self.row.former_ids]

    @resolver("Its properties with what is behind them; all of its kind where `of` is left out.", weight=2, times="of")
    def values(
        self, of: Annotated[list[Property] | None, meaning("Which; all when left out.")] = strawberry.UNSET
    ) -> list[Value]:
        """Return values with what is behind them."""
        declared = properties_of_kind(self.row.kind)
        asked = [one.value for one in checked_list(of, "of", len(Property))]
        names = [name for name in dict.fromkeys(asked) if name in declared]
        if not asked:
            names = [name for name in declared if name not in _NOT_LISTED]
        return [Value(level=self.rows, node=self.row, declared=declared[name]) for name in names]

    @resolver("Where sources speak of it, newest first.", weight=2)
    def sources(self, first: Annotated[int | None, meaning("At most 100.")] = 5) -> list[Citation]:
        """Return where sources speak of it."""
        declared = properties_of_kind(self.row.kind)
        stated = self.rows.statements(self.row.id)
        said = [
            Said(self.rows, one, declared.get(name))
            for name, statements in stated.items()
            if name not in _NOT_LISTED
            for one in statements
        ]
        return newest_citations(said, checked_first(first, 5, MOST_SOURCES))

    @resolver("Its relationships in both directions.", weight=2, times="first")
    def relationships(
        self,
        where: Annotated[RelationshipFilter | None, meaning("Only these.")] = strawberry.UNSET,
        first: First = 20,
        after: After = strawberry.UNSET,
    ) -> RelationshipConnection:
        """Return a page of relationships."""
        return RelationshipConnection.of(self.rows, self.row, ties_asked(self.rows.request, where, first), after)
