"""What a thing and its readings look like in Neo4j: the properties of a node or relationship.

Values stand under their declared names, so that Cypher reads them. A date has beside it its first and last day
(``held_on_first``, ``held_on_last``), a quantity its number (``members_number``). ``reading`` and ``claims`` are ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from graph.consolidation import Reading
from graph.schema.declaration import ValueType
from graph.schema.model import node_properties, relationship_properties
from graph.store.codec import decode_book, decode_reading, decode_tie, encode_book, encode_reading, encode_tie
from graph.store.columns import Column
from graph.store.engine import StoredReading
from graph.store.neo4j.layout import KEPT
from graph.store.neo4j.ordering import LONGEST_SEARCHED, by_code_point, order_properties
from graph.store.rows import Audience, NodeRow, Readings, RelationshipRow, Thing

Properties = dict[str, Any]

EVERYONE, INTERNAL, PUBLIC, BOTH, NOBODY = "everyone", "internal", "public", "both", "nobody"
"""Who reads a node or relationship. A relationship that both levels read differently is for both."""

_AUDIENCES = {Audience.EVERYONE: EVERYONE, Audience.INTERNAL: INTERNAL, Audience.PUBLIC: PUBLIC,
              Audience.NOBODY: NOBODY}  # fmt: skip

PUBLIC_COLUMNS = ("status", "role", "since_first", "until_last")
"""What the filter of a relationship asks: kept twice where the public level reads it differently."""


class Place(NamedTuple):
    """Where a relationship stands: its type in Neo4j (``KEPT`` unless it stands) and the ids of its ends."""

    type: str
    start: str
    end: str


def thing_properties(thing: Thing) -> Properties:
    """Return what a thing's claims take: nothing of how it reads."""
    properties: Properties = {"claims": encode_book(thing.book), "history": thing.history}
    if thing.tie is not None:
        properties["tie"] = encode_tie(thing.tie)
    if thing.canonical != thing.id:
        properties["canonical"] = thing.canonical
    return properties


def identity(id_: str) -> Properties:
    """Return an id, with the form that orders it where that differs."""
    key = by_code_point(id_)
    return {"id": id_} if key == id_ else {"id": id_, "id_key": key}


def node_row_properties(row: NodeRow) -> Properties:
    """Return what a reading of a node takes."""
    properties = identity(row.id) | _reading_properties(row.reading) | _columns(row.columns, node_columns())
    properties |= {"kind": row.kind, "name": row.name, "audience": _AUDIENCES[row.audience], "revision": row.revision,
                   "public_revision": row.public_revision, "reading": encode_reading(row.reading)}  # fmt: skip
    properties |= order_properties("sort_key", row.sort_key)
    text = by_code_point(row.search_text)
    properties["search_text" if len(text.encode()) <= LONGEST_SEARCHED else "long_text"] = text
    if row.former_ids:
        properties["former_ids"] = list(row.former_ids)
    if not row.named:
        properties["named"] = False
    if "name" not in row.reading.values:
        properties["stand_in"] = True
    return properties


def tie_row_properties(rows: Sequence[RelationshipRow]) -> Properties:
    """Return what the readings of one relationship take: of both levels, or of each."""
    by_audience = {row.audience: row for row in rows}
    internal = by_audience.get(Audience.EVERYONE) or by_audience.get(Audience.INTERNAL)
    public = by_audience.get(Audience.PUBLIC)
    first = rows[0]
    properties: Properties = {"audience": BOTH if internal and public else _AUDIENCES[first.audience],
                              "revision": first.revision, "public_revision": first.public_revision}  # fmt: skip
    if first.former_ids:
        properties["former_ids"] = list(first.former_ids)
    if internal is not None:
        properties |= _reading_properties(internal.reading) | _columns(internal.columns, tie_columns())
        properties["reading"] = encode_reading(internal.reading)
        properties |= {"denied": True} if internal.denied else {}
    if public is not None:
        columns = _columns(public.columns, tie_columns()) | {"status": public.reading.values.get("status"),
                                                            "role": public.reading.values.get("role")}  # fmt: skip
        properties |= {f"public_{name}": columns[name] for name in PUBLIC_COLUMNS if columns.get(name) is not None}
        properties["public_reading"] = encode_reading(public.reading)
        properties |= {"public_denied": True} if public.denied else {}
    return properties


def type_of(rows: Sequence[RelationshipRow]) -> str:
    """Return the type that a relationship bears in Neo4j: its own where the internal level reads that it stands."""
    stands = any(row.audience in (Audience.EVERYONE, Audience.INTERNAL) and not row.denied for row in rows)
    return rows[0].type if stands else KEPT


def _reading_properties(reading: Reading) -> Properties:
    properties: Properties = {name: list(value) if isinstance(value, tuple) else value
                              for name, value in reading.values.items() if name != "exists"}  # fmt: skip
    properties["sources"] = list(reading.sources)
    properties |= {name: list(names) for name, names in (("none", reading.none), ("disputed", reading.disputed))
                   if names}  # fmt: skip
    return properties


@cache
def node_columns() -> Mapping[str, ValueType]:
    """Return the type of every property of a node."""
    return {name: property_.type for name, property_ in node_properties().items()}


@cache
def tie_columns() -> Mapping[str, ValueType]:
    """Return the type of every property of a relationship."""
    return {name: property_.type for name, property_ in relationship_properties().items()}


def _columns(columns: Mapping[str, Column], types: Mapping[str, ValueType]) -> Properties:
    """Return the filter columns that are not there already under the property's own name."""
    return {
        f"{name}_number" if name in types else name: value
        for name, value in columns.items()
        if types.get(name) in (None, ValueType.QUANTITY)
    }


# ------------------------------------------------------------------------------------------------------ reading back


THING = ("id", "canonical", "tie", "claims", "history")
"""Properties that `read_thing` takes, in order."""


def read_thing(row: Sequence[Any]) -> Thing:
    """Return the properties of `THING` as a thing."""
    id_, canonical, tie, claims, history = row
    return Thing(
        id_, decode_tie(tie) if tie else None, decode_book(id_, claims), canonical or id_, list(history), stored=True
    )


def read_stored(
    audience: str,
    readings: tuple[str | None, str | None],
    merged: Sequence[str],
    revisions: tuple[int, int],
    former: tuple[str, ...] = (),
) -> StoredReading:
    """Return what planning wants to know of a stored reading.

    Parameters
    ----------
    audience
        Who reads it.
    readings
        As stored: the first one, and the public one where that differs.
    merged
        Of a relationship: ids merged into it, followed by its ends.
    revisions
        Of the last change, and of the last that the public level could see.
    former
        Of a node: ids merged into it, as this reading shows them.
    """
    first, public = (decode_reading(text) if text else None for text in readings)
    if audience == EVERYONE:
        public = first
    elif audience == PUBLIC and first is not None:  # a node's public reading stands by itself
        first, public = None, first
    shown = [former if reading is not None else () for reading in (first, public)]
    return StoredReading(Readings(first, public, *shown), tuple(merged), *revisions)
