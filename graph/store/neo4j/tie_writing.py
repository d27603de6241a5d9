"""Writes relationships: where they stand, what is read of them, and their claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.store.engine import WritePlan
from graph.store.neo4j.driver import Statements
from graph.store.neo4j.layout import KEPT
from graph.store.neo4j.properties import (
    Place,
    Properties,
    identity,
    thing_properties,
    tie_row_properties,
    type_of,
)
from graph.store.rows import RelationshipRow, Thing

_OWN = "{.claims, .history, .tie, .canonical}"


@dataclass(slots=True)
class _Shelves:
    """What is to be done with relationships, by type; Neo4j takes a type in the words of a statement only."""

    dropped: dict[str, list[str]] = field(default_factory=dict)
    made: dict[str, list[Properties]] = field(default_factory=dict)
    moved: dict[tuple[str, str], list[Properties]] = field(default_factory=dict)  # by old and new type
    changed: dict[tuple[str, str], list[Properties]] = field(default_factory=dict)  # by type and what to set
    ends: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)


_WHOLE = "SET r = row.properties"
_READING = f"WITH r, row, r {_OWN} AS own SET r = row.properties, r += own"
_CLAIMS = "SET r += row.properties"


def write_ties(database: Statements, plan: WritePlan, places: Mapping[str, Place]) -> set[str]:
    """Write relationships; return the ids of nodes from which one was taken away.

    Parameters
    ----------
    database
        A transaction that holds the writers' lock, in which the plan's nodes stand already.
    plan
        What to write.
    places
        Where the stored relationships of the plan stand.
    """
    things = {thing.id: thing for thing in plan.things if thing.tie}
    rows: dict[str, list[RelationshipRow]] = {}
    for row in plan.relationships:
        rows.setdefault(row.id, []).append(row)
    shelves = _Shelves()
    for id_ in (thing.id for thing in plan.gone if thing.tie):
        _drop(shelves, id_, places[id_])
    for id_ in dict.fromkeys((*things, *rows)):
        place = _new_place(things.get(id_), rows.get(id_), rows, places.get(id_))
        _shelve(shelves, (id_, things.get(id_), rows.get(id_)), places.get(id_), place)
    shelves.ends -= {row.id for row in plan.nodes}
    _write(database, shelves)
    return shelves.loose


def _new_place(
    thing: Thing | None,
    own: list[RelationshipRow] | None,
    rows: Mapping[str, list[RelationshipRow]],
    stored: Place | None,
) -> Place:
    """Return where a relationship is to stand: where it is read, else beside the one it is merged into."""
    if own:
        return Place(type_of(own), own[0].start, own[0].end)
    if thing is not None and thing.canonical != thing.id:
        beside = rows.get(thing.canonical)
        if beside:
            return Place(KEPT, beside[0].start, beside[0].end)
        if stored:
            return stored._replace(type=KEPT)
    if stored:
        return stored
    assert thing is not None and thing.tie is not None  # noqa: S101 - a row or a thing brought it here
    return Place(KEPT, thing.tie.start, thing.tie.end)


def _shelve(
    shelves: _Shelves,
    what: tuple[str, Thing | None, list[RelationshipRow] | None],
    before: Place | None,
    after: Place,
) -> None:
    id_, thing, rows = what
    merged = thing is not None and thing.canonical != thing.id
    known = thing is not None and (rows is not None or merged or before is None)  # all of it is at hand
    properties: Properties = {"id": id_} if after.type != KEPT else {"id": id_, "type": _declared_type(thing, rows)}
    properties |= thing_properties(thing) if thing else {}
    properties |= tie_row_properties(rows) if rows else {}
    row = {"id": id_, "start": after.start, "end": after.end, "properties": properties}
    if before == after:
        how = _WHOLE if known else _READING if rows else _CLAIMS
        shelves.changed.setdefault((after.type, how), []).append(row)
        return
    shelves.ends |= {after.start, after.end}
    if before is not None and not known:
        shelves.loose |= {before.start, before.end}
        shelves.moved.setdefault((before.type, after.type), []).append(row)
        return
    if before is not None:
        _drop(shelves, id_, before)
    shelves.made.setdefault(after.type, []).append(row)


def _drop(shelves: _Shelves, id_: str, place: Place) -> None:
    shelves.dropped.setdefault(place.type, []).append(id_)
    shelves.loose |= {place.start, place.end}


def _declared_type(thing: Thing | None, rows: list[RelationshipRow] | None) -> str:
    if rows:
        return rows[0].type
    return thing.tie.type if thing and thing.tie else ""


def _write(database: Statements, shelves: _Shelves) -> None:
    """Drop before making: an index holds each id once."""
    for type_, ids in shelves.dropped.items():
        database.run(f"MATCH ()-[r:{type_}]->() WHERE r.id IN $ids DELETE r", ids=ids)
    if shelves.ends:
        # What nobody has loaded yet, or nobody says any more, is an end too; MERGE leaves the others as they are.
        database.run(
            "UNWIND $rows AS row MERGE (n:Thing {id: row.id}) ON CREATE SET n = row, n:Dormant",
            rows=[identity(id_) for id_ in sorted(shelves.ends)],
        )
    for (old, new), rows in shelves.moved.items():
        database.run(
            f"""UNWIND $rows AS row MATCH ()-[old:{old}]->() WHERE old.id = row.id
                MATCH (s:Thing {{id: row.start}}) MATCH (e:Thing {{id: row.end}})
                WITH s, e, row, old, old {_OWN} AS own DELETE old
                CREATE (s)-[r:{new}]->(e) SET r = row.properties, r += own""",
            rows=rows,
        )
    for type_, rows in shelves.made.items():
        database.run(
            f"""UNWIND $rows AS row MATCH (s:Thing {{id: row.start}}) MATCH (e:Thing {{id: row.end}})
                CREATE (s)-[r:{type_}]->(e) SET r = row.properties""",
            rows=rows,
        )
    for (type_, how), rows in shelves.changed.items():
        database.run(f"UNWIND $rows AS row MATCH ()-[r:{type_}]->() WHERE r.id = row.id {how}", rows=rows)
