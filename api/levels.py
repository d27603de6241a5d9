"""Levels: the things that one question brought. What is asked of one of them is asked of all, once.

This is why the number of questions to a store grows with the depth of a query and never with its rows. A page of
initiatives is a level; the relationships of all of them are the next, the things at their other ends the one after.
The first row that is asked for its values has them loaded for every row of its level; the others find them there.
Execution is synchronous, in one thread and on one view, so nothing waits and nothing is scheduled.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from api.loading import (
    TiesAsked,
    count_relationships,
    load_nodes,
    load_relationships,
    load_statements,
    load_ties,
)
from api.request import Request
from graph.schema.declaration import ValueType
from graph.schema.model import node_properties
from graph.store.answers import Node, Page, Relationship, Statement
from graph.store.questions import RelationshipFilter

T = TypeVar("T")

_REFERENCES = frozenset(name for name, one in node_properties().items() if one.type is ValueType.REFERENCE)


class Level:
    """Things of one depth of a query.

    Parameters
    ----------
    request
        What it is part of.
    ids
        Ids of the things: all of nodes, or all of relationships.
    """

    def __init__(self, request: Request, ids: Iterable[str]) -> None:
        self.request = request
        self.ids = tuple(dict.fromkeys(ids))
        self._made: dict[Hashable, object] = {}

    @classmethod
    def of_nodes(cls, request: Request, nodes: Iterable[Node]) -> Level:
        """Return the level of nodes that were read already."""
        known = {node.id: node for node in nodes}
        level = cls(request, known)
        level._made["nodes"] = known
        return level

    @classmethod
    def of_ties(cls, request: Request, ties: Iterable[Relationship]) -> Level:
        """Return the level of relationships that were read already."""
        known = {tie.id: tie for tie in ties}
        level = cls(request, known)
        level._made["ties"] = known
        return level

    def node(self, id_: str) -> Node | None:
        """Return a node of the level, None where the viewer may not see it."""
        return self._once("nodes", self._read_nodes).get(id_)

    def tie(self, id_: str) -> Relationship | None:
        """Return a relationship of the level, None where the viewer may not see it."""
        return self._once("ties", self._read_ties).get(id_)

    def statements(self, id_: str) -> Mapping[str, list[Statement]]:
        """Return what is stated about a thing of the level, by property, the statement that counts first."""
        grouped = self._once("statements", self._grouped_statements)
        return grouped.get(id_, {})

    @property
    def sources(self) -> Level:
        """The level of the sources that speak of the things of this one."""
        return self._once("sources", lambda: Level(self.request, (one.claim.source for one in self._stated())))

    @property
    def references(self) -> Level:
        """The level of the nodes that values of this one's nodes point to."""
        return self._once("references", lambda: Level(self.request, self._referred()))

    @property
    def stated_references(self) -> Level:
        """The level of the nodes that statements about this one's nodes point to, also those that do not count."""
        return self._once("stated references", lambda: Level(self.request, self._stated_ids()))

    def ends(self, ids: Callable[[Relationship], Iterable[str]]) -> Level:
        """Return the level of nodes that relationships of this level join."""
        return self._once(
            ("ends", ids),
            lambda: Level(
                self.request, (end for id_ in self.ids if (tie := self.tie(id_)) is not None for end in ids(tie))
            ),
        )

    def relationships(self, asked: TiesAsked) -> RelationshipPages:
        """Return pages of relationships for every thing of the level."""
        return self._once(asked, lambda: RelationshipPages(self, asked))

    def counts(self, where: RelationshipFilter) -> Mapping[str, int]:
        """Return how many relationships every thing of the level has."""
        return self._once(where, lambda: count_relationships(self.request.reading, self.ids, where))

    def _read_nodes(self) -> dict[str, Node]:
        found = load_nodes(self.request.reading, self.ids)
        self.ids = tuple(dict.fromkeys(node.id for node in found.values()))  # a merged id is asked on as the canonical
        return found

    def _read_ties(self) -> dict[str, Relationship]:
        found = load_ties(self.request.reading, self.ids)
        self.ids = tuple(dict.fromkeys(tie.id for tie in found.values()))
        return found

    def _grouped_statements(self) -> dict[str, dict[str, list[Statement]]]:
        grouped: dict[str, dict[str, list[Statement]]] = {}
        for id_, statements in load_statements(self.request.reading, self.ids).items():
            of_thing = grouped.setdefault(id_, {})
            for one in statements:
                of_thing.setdefault(one.claim.property, []).append(one)
        return grouped

    def _stated(self) -> Iterable[Statement]:
        return (one for id_ in self.ids for statements in self.statements(id_).values() for one in statements)

    def _stated_ids(self) -> Iterable[str]:
        claims = (one.claim for one in self._stated())
        return (str(claim.value) for claim in claims if claim.property in _REFERENCES and claim.value)

    def _referred(self) -> Iterable[str]:
        nodes = (node for id_ in self.ids if (node := self.node(id_)) is not None)
        return (str(value) for node in nodes for name in _REFERENCES for value in node.list_of(name))

    def _once(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]  # type: ignore[return-value]  # a key names one maker, so one type


class RelationshipPages:
    """A page of relationships for each thing of a level, and the two levels that they open.

    Parameters
    ----------
    level
        Whose relationships.
    asked
        Which.

    Attributes
    ----------
    ties
        Level of all relationships of all pages.
    others
        Level of the things at their other ends.
    """

    def __init__(self, level: Level, asked: TiesAsked) -> None:
        self._pages = load_relationships(level.request.reading, level.ids, asked)
        found = [(id_, tie) for id_, page in self._pages.items() for tie in page.items]
        self.ties = Level.of_ties(level.request, (tie for _, tie in found))
        self.others = Level(level.request, (tie.other(id_) for id_, tie in found))

    def page(self, id_: str) -> Page[Relationship]:
        """Return the page of one thing."""
        return self._pages.get(id_, Page(()))
