"""What a store keeps of a thing: its claims as stated, and the reading of each level. Made here for both engines.

A node or relationship is one `Thing` (the truth, with all its claims) and at most two `ReadingRow`s (derived from it,
what one finds, filters and searches): one for everybody where both levels read the same, else one for each level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache

from graph.changes import Tie
from graph.claims import Book
from graph.consolidation import Consolidator, Entry, Reading, other_names
from graph.schema.declaration import Level
from graph.schema.model import node_properties, properties_of_kind, relationship_properties
from graph.schema.values import Value
from graph.schema.words import normalise
from graph.store.columns import Column, columns_of, node_columns, relationship_columns

UNNAMED = "naam niet genoemd"
"""Stands for the name of what a source speaks of without naming it."""

LONGEST_STAND_IN = 200
"""Characters of an outcome's text that stand in for a name."""

NOTHING = Reading({})


class Audience(IntEnum):
    """Which levels a reading is for."""

    EVERYONE = 0
    INTERNAL = 1
    PUBLIC = 2
    NOBODY = 3  # nobody reads it, yet a merge, a split or an undo must find it again


@dataclass(slots=True)
class Thing:
    """A node or relationship as its claims have it.

    Parameters
    ----------
    id
        Id that the claims were stated for.
    tie
        What it joins, for a relationship; None for a node.
    book
        Its claims.
    canonical
        Id that it is read under; its own unless merged.
    history
        Revisions that touched it, oldest first.
    stored
        False when the store does not know it yet.
    """

    id: str
    tie: Tie | None = None
    book: Book = field(default_factory=dict)
    canonical: str = ""
    history: list[int] = field(default_factory=list)
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """What both levels read of one canonical thing.

    Parameters
    ----------
    internal, public
        None where that level may not know that it exists.
    former, former_public
        Of a node: the ids merged into it, sorted, and those of them that the public level may know of.
    """

    internal: Reading | None
    public: Reading | None
    former: tuple[str, ...] = ()
    former_public: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One reading of a node, in the form in which it is found, filtered and ordered."""

    id: str
    audience: Audience
    kind: str
    name: str
    named: bool
    sort_key: str
    search_text: str
    reading: Reading
    former_ids: tuple[str, ...]
    revision: int
    public_revision: int
    columns: Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class RelationshipRow:
    """One reading of a relationship; ``start`` and ``end`` are canonical, ``former_ids`` are merged into it."""

    id: str
    audience: Audience
    type: str
    start: str
    end: str
    denied: bool
    reading: Reading
    former_ids: tuple[str, ...]
    revision: int
    public_revision: int
    columns: Mapping[str, Column]


def read_node(id_: str, members: Sequence[Thing], consolidator: Consolidator) -> Readings:
    """Return what both levels read of a node; ``members`` are all things that are this one, itself included."""
    readings = _read_node([member.book for member in members], consolidator)
    merged = sorted((member for member in members if member.id != id_), key=lambda member: member.id)
    if not merged:
        return readings
    # An id that the public level never saw says, if shown, that something hidden was found to be this.
    known = [member.id for member in merged if _read_node([member.book], consolidator).public is not None]
    return replace(
        readings,
        former=tuple(member.id for member in merged) if readings.internal is not None else (),
        former_public=tuple(known) if readings.public is not None else (),
    )


def _read_node(books: Sequence[Book], consolidator: Consolidator) -> Readings:
    internal_entries = consolidator.visible(books, Level.INTERNAL)
    public_entries = consolidator.visible(books, Level.PUBLIC)
    internal = _as_node(consolidator.read(internal_entries, node_properties()), internal_entries, consolidator)
    if len(public_entries) == len(internal_entries):
        return Readings(internal, internal)
    public = _as_node(consolidator.read(public_entries, node_properties()), public_entries, consolidator)
    return Readings(internal, public)


def read_relationship(books: Sequence[Book], ties: Sequence[Tie], consolidator: Consolidator) -> Readings:
    """Return what both levels read of a relationship, the values of its key among them."""
    internal_entries = consolidator.visible(books, Level.INTERNAL)
    public_entries = consolidator.visible(books, Level.PUBLIC)
    key = {name: value for tie in ties for name, value in tie.key_values().items()}
    internal = _as_relationship(consolidator.read(internal_entries, relationship_properties()), key)
    if len(public_entries) == len(internal_entries):
        return Readings(internal, internal)
    return Readings(internal, _as_relationship(consolidator.read(public_entries, relationship_properties()), key))


def _as_node(reading: Reading, entries: Iterable[Entry], consolidator: Consolidator) -> Reading | None:
    """Finish the reading of a node: None where it does not exist, only what its kind has, and its other names."""
    if "kind" not in reading.values:
        return None
    declared = properties_of_kind(str(reading.values["kind"]))
    values = {name: value for name, value in reading.values.items() if name.partition("@")[0] in declared}
    named = [entry for entry in entries if entry[0].property in _NAMES]
    names = other_names(consolidator.ranked(named) if len(named) > 1 else named)
    others = tuple(sorted(names - {values.get("name")}))
    if others:
        values["aliases"] = others
    else:
        values.pop("aliases", None)
    return _with_values(reading, values)


def _with_values(reading: Reading, values: Mapping[str, Value | tuple[Value, ...]]) -> Reading:
    # As `replace` does, which asks the class for its fields: a load makes a million readings.
    return Reading(values, reading.none, reading.disputed, reading.modalities, reading.sources)


_NAMES = ("name", "aliases")


def _as_relationship(reading: Reading, key: Mapping[str, str]) -> Reading | None:
    """Finish the reading of a relationship: None where nobody says whether it exists, else with its key."""
    if "exists" not in reading.values and "exists" not in reading.none:
        return None
    return _with_values(reading, {**reading.values, **key}) if key else reading


def both_readings(one: Readings, other: Readings) -> Readings:
    """Return the two stored halves of what a thing reads as one."""
    return Readings(
        one.internal or other.internal,
        one.public or other.public,
        one.former or other.former,
        one.former_public or other.former_public,
    )


def node_rows(id_: str, readings: Readings, revisions: tuple[int, int]) -> list[NodeRow]:
    """Return the rows of a node: none, one for both levels, or one each."""
    return [
        _node_row(
            id_,
            audience,
            reading,
            readings.former_public if audience is Audience.PUBLIC else readings.former,
            revisions,
        )
        for audience, reading in _audiences(readings)
    ]


def relationship_rows(
    id_: str, tie: Tie, readings: Readings, former: tuple[str, ...], revisions: tuple[int, int]
) -> list[RelationshipRow]:
    """Return the rows of a relationship whose ``tie`` has canonical ends: none, one for both levels, or one each.

    One between two that a merge made one, or of which nobody says now whether it exists, is read by nobody, and kept.
    """
    nobody = [(Audience.NOBODY, NOTHING)] if readings.internal is None and readings.public is None else []
    return [
        RelationshipRow(
            id_,
            audience,
            tie.type,
            tie.start,
            tie.end,
            "exists" not in reading.values,
            reading,
            former,
            revisions[0],
            revisions[1],
            columns_of(reading.values, relationship_columns()),
        )
        for audience, reading in nobody or _audiences(readings)
    ]


def _audiences(readings: Readings) -> Iterable[tuple[Audience, Reading]]:
    if readings.internal == readings.public and readings.former == readings.former_public:
        if readings.internal is not None:
            yield Audience.EVERYONE, readings.internal
        return
    if readings.internal is not None:
        yield Audience.INTERNAL, readings.internal
    if readings.public is not None:
        yield Audience.PUBLIC, readings.public


def _node_row(
    id_: str, audience: Audience, reading: Reading, former_ids: tuple[str, ...], revisions: tuple[int, int]
) -> NodeRow:
    kind = str(reading.values["kind"])
    name, named = _name(kind, reading)
    columns = columns_of(reading.values, node_columns())
    texts = [name] if named or kind == "Person" else []
    texts += _texts(reading.values)
    sort_key = normalise(name) or name  # a name of signs alone is found nowhere, yet it is no empty one
    return NodeRow(id_, audience, kind, name, named, sort_key, normalise(" ".join(texts)), reading, former_ids,
                   revisions[0], revisions[1], columns)  # fmt: skip


def _name(kind: str, reading: Reading) -> tuple[str, bool]:
    """Return the name to show, and whether it is one."""
    values = reading.values
    for name in ("name", *sorted(key for key in values if key.startswith("name@"))):
        if name in values:
            return str(values[name]), True
    aliases = values.get("aliases")
    if isinstance(aliases, tuple) and aliases:
        return str(aliases[0]), True
    if kind == "Person":
        return str(values.get("public_role", "persoon")), False
    if kind == "Outcome" and "text" in values:
        text = str(values["text"])
        return (text if len(text) <= LONGEST_STAND_IN else text[: LONGEST_STAND_IN - 1].rsplit(" ", 1)[0] + "…"), False
    return UNNAMED, False


def _texts(values: Mapping[str, Value | tuple[Value, ...]]) -> list[str]:
    searchable = _searchable()
    texts = []
    for name, value in values.items():
        if name.partition("@")[0] in searchable:
            texts += [str(one) for one in value] if isinstance(value, tuple) else [str(value)]
    return texts


@cache
def _searchable() -> frozenset[str]:
    return frozenset(name for name, property_ in node_properties().items() if property_.searchable)
