"""Loading functions: ``(view, ids, arguments) -> rows``, one question to the store for all things of a level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.store.answers import Node, Page, Relationship, Statement
from graph.store.base import View
from graph.store.questions import RelationshipFilter


class TiesAsked(NamedTuple):
    """Which relationships of each thing, and how many."""

    where: RelationshipFilter
    first: int
    after: str | None = None


def load_nodes(view: View, ids: Sequence[str]) -> dict[str, Node]:
    """Return the nodes that the viewer may see, by the id asked."""
    return {id_: node for id_, node in zip(ids, view.nodes(ids), strict=True) if node is not None} if ids else {}


def load_ties(view: View, ids: Sequence[str]) -> dict[str, Relationship]:
    """Return the relationships that the viewer may see, by the id asked."""
    found = zip(ids, view.relationships_by_id(ids), strict=True) if ids else ()
    return {id_: tie for id_, tie in found if tie is not None}


def load_statements(view: View, ids: Sequence[str]) -> dict[str, list[Statement]]:
    """Return what is stated about each thing, per property the statement that counts first."""
    return view.statements(ids) if ids else {}


def load_relationships(view: View, ids: Sequence[str], asked: TiesAsked) -> dict[str, Page[Relationship]]:
    """Return a page of the relationships of each thing; with ``after`` of the one thing whose page it was."""
    return view.relationships(ids, asked.where, first=asked.first, after=asked.after) if ids else {}


def count_relationships(view: View, ids: Sequence[str], where: RelationshipFilter) -> dict[str, int]:
    """Return how many relationships each thing has."""
    return view.relationship_counts(ids, where) if ids else {}
