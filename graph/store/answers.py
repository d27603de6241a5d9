"""What a view answers with: nodes, relationships, statements, pages, columns. Part of the port of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graph.claims import Claim, Modality
from graph.consolidation import Reading
from graph.schema.values import Value


@dataclass(frozen=True, slots=True)
class Node:
    """A node as one viewer reads it.

    Parameters
    ----------
    id
        Canonical id.
    kind
        Name of its kind.
    name
        Its name; a role for a person whom the viewer may not see by name, ``naam niet genoemd`` where no source
        names it.
    reading
        Its values.
    revision
        Revision of its last change that the viewer may see.
    former_ids
        Ids that were merged into this one, sorted.
    named
        False when ``name`` is a stand-in: a role, a text, or the words for a missing name.
    """

    id: str
    kind: str
    name: str
    reading: Reading
    revision: int
    former_ids: tuple[str, ...] = ()
    named: bool = True

    def value(self, property_: str) -> Value | None:
        """Return a single value, None when it is not known."""
        value = self.reading.values.get(property_)
        return None if isinstance(value, tuple) else value

    def list_of(self, property_: str) -> tuple[Value, ...]:
        """Return the values of a list, empty when none is known."""
        value = self.reading.values.get(property_, ())
        return value if isinstance(value, tuple) else (value,)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship as one viewer reads it.

    Parameters
    ----------
    id
        Id of the relationship; where a merge made several one, the canonical one.
    type
        Name of its type.
    start, end
        Canonical ids of its ends; the smaller first where the type has no direction.
    reading
        Its values, those of its key among them.
    revision
        Revision of its last change that the viewer may see.
    denied
        True when the newest statement denies that it exists.
    """

    id: str
    type: str
    start: str
    end: str
    reading: Reading
    revision: int
    denied: bool = False

    def value(self, property_: str) -> Value | None:
        """Return a single value, None when it is not known."""
        value = self.reading.values.get(property_)
        return None if isinstance(value, tuple) else value

    def other(self, id_: str) -> str:
        """Return the end that is not ``id_``."""
        return self.end if id_ == self.start else self.start


@dataclass(frozen=True, slots=True)
class Statement:
    """A live claim as a viewer may see it, with what stands behind it.

    Parameters
    ----------
    claim
        The claim; its thing is the id that it was stated for.
    modality
        How it was meant.
    places
        The first places in the source.
    total
        In how many places it stands.
    counts
        True for what readers are shown as the value.
    loads
        Numbers of the loads that attest it.
    """

    claim: Claim
    modality: Modality
    places: tuple[str, ...]
    total: int
    counts: bool
    loads: tuple[int, ...]


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Part of an ordered answer.

    Parameters
    ----------
    items
        In order.
    more
        Whether something follows. The id of the last item is where the next page starts.
    """

    items: tuple[T, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class NodeColumns:
    """Nodes in columns, all of one length, in order of id."""

    ids: list[str]
    kinds: list[str]
    names: list[str]
    values: Mapping[str, list[Any]]


@dataclass(frozen=True, slots=True)
class RelationshipColumns:
    """Relationships in columns, in order of id; ``starts`` and ``ends`` are positions in the nodes' columns."""

    ids: list[str]
    types: list[str]
    starts: list[int]
    ends: list[int]
    values: Mapping[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that a viewer may see of the asked kinds and types, of one revision, in columns.

    A value that is not known is None; a list is a tuple.
    """

    revision: int
    structure_revision: int
    nodes: NodeColumns
    relationships: RelationshipColumns


@dataclass(frozen=True, slots=True)
class Change:
    """That a thing or relationship changed since a revision, once."""

    id: str
    removed: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed after a revision; ``resync`` when that revision is not one of ours."""

    revision: int
    items: tuple[Change, ...] = ()
    resync: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A thing that a key leads to: its id as stated, the canonical one, and the kind that most say it is."""

    id: str
    canonical: str
    kind: str
