"""Writes what planning decided: nodes first, then relationships, keys and the commit, in a few statements for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.errors import InputError
from graph.schema.keys import Key
from graph.schema.model import KINDS_BY_NAME
from graph.store.engine import WritePlan
from graph.store.neo4j.commits import planned_properties
from graph.store.neo4j.driver import Statements
from graph.store.neo4j.ordering import index_key
from graph.store.neo4j.properties import Place, Properties, identity, node_row_properties, thing_properties
from graph.store.neo4j.tie_writing import write_ties
from graph.store.rows import Audience, NodeRow, Thing

LONGEST_ID = 2_000
"""Bytes of an id: an index takes no key of more than 8 KB, and a relationship's id holds those of both its ends."""

_ALL_LABELS = ":".join(("Entity", "Reading", "Merged", "Dormant", "LongText", *KINDS_BY_NAME))


def write_plan(database: Statements, plan: WritePlan, places: Mapping[str, Place], merged: set[str]) -> None:
    """Write everything a plan holds.

    Parameters
    ----------
    database
        A transaction that holds the writers' lock.
    plan
        What to write.
    places
        Where the stored relationships stand that the plan is about, by id; every other id in it is that of a node or
        of a new relationship.
    merged
        Ids of stored nodes that were merged into another before.

    Raises
    ------
    InputError
        An id is longer than the indexes take.

    Notes
    -----
    Linear in what is written. Statements are sent without waiting, so that the server works on one while the rows of
    the next are made.
    """
    for thing in plan.things:
        _check_id(thing.id)
    loose = _write_nodes(database, plan, places, merged)
    loose |= write_ties(database, plan, places)
    if loose:
        # Where nothing is claimed, read or tied, no node is left.
        database.run(
            "MATCH (n:Thing) WHERE n.id IN $ids AND n.claims IS NULL AND NOT n:Entity AND NOT (n)--() DELETE n",
            ids=sorted(loose),
        )
    _write_keys(database, plan.keys_added, plan.keys_removed)
    properties = planned_properties(plan)
    if properties is not None:
        put_commit(database, properties)


def put_commit(database: Statements, properties: Properties) -> None:
    """Write a commit, and the revisions that it makes."""
    database.run(
        """CREATE (c:Commit) SET c = $properties
           WITH c MATCH (w:Wijkweb {id: 'store'})
           SET w.revision = CASE WHEN c.revision > w.revision THEN c.revision ELSE w.revision END,
               w.structure_revision = CASE WHEN c.structural AND c.revision > w.structure_revision THEN c.revision
                                      ELSE w.structure_revision END""",
        properties=properties,
    )


def _write_nodes(database: Statements, plan: WritePlan, places: Mapping[str, Place], merged: set[str]) -> set[str]:
    """Write nodes; return the ids of those that may be left with nothing at all."""
    things = {thing.id: thing for thing in plan.things if thing.tie is None}
    read = {row.id: row for row in plan.nodes if row.audience is not Audience.PUBLIC}
    gone = {thing.id for thing in plan.gone if thing.tie is None}
    reread = [id_ for id_ in plan.reread if id_ not in places]
    # A thing without a reading of its own in the plan keeps the one that it has, unless it is new, merged, or was.
    unread = {id_ for id_, thing in things.items() if not thing.stored or thing.canonical != id_ or id_ in merged}
    unread = (unread | (gone & merged) | set(reread)) - read.keys()
    if gone:
        database.run("MATCH (n:Thing) WHERE n.id IN $ids REMOVE n.claims, n.history", ids=sorted(gone))
    if reread:
        database.run("MATCH (n:Reading) WHERE n.id IN $ids AND n:PublicReading DELETE n", ids=reread)
    _write_read(database, read.values(), things)
    _write_unread(database, unread, things)
    _write_claims(database, [thing for id_, thing in things.items() if id_ not in read and id_ not in unread])
    _write_public(database, [row for row in plan.nodes if row.audience is Audience.PUBLIC])
    return unread | gone


def _write_read(database: Statements, rows: Iterable[NodeRow], things: Mapping[str, Thing]) -> None:
    """Write nodes that the internal level reads, by label; those whose claims stay as they are keep them."""
    shelves: dict[tuple[str, bool], list[Properties]] = {}
    for row in rows:
        properties = node_row_properties(row)
        labels = f"Entity:Reading:{row.kind}{_long(properties)}"
        thing = things.get(row.id)
        properties |= thing_properties(thing) if thing else {}
        shelves.setdefault((labels, thing is None), []).append(properties)
    for (labels, keeps), shelf in shelves.items():
        own = "WITH n, row, n {.claims, .history} AS own SET n = row, n += own" if keeps else "SET n = row"
        # MERGE, because a relationship that came first may have made the node's place.
        database.run(
            f"UNWIND $rows AS row MERGE (n:Thing {{id: row.id}}) {own} REMOVE n:{_ALL_LABELS} SET n:{labels}",
            rows=shelf,
        )


def _write_unread(database: Statements, ids: Iterable[str], things: Mapping[str, Thing]) -> None:
    """Write nodes that the internal level does not read: merged into others, or said to exist by nobody now."""
    shelves: dict[tuple[str, bool], list[Properties]] = {}
    for id_ in sorted(ids):
        thing = things.get(id_)
        label = "Merged" if thing and thing.canonical != id_ else "Dormant"
        properties = identity(id_) | (thing_properties(thing) if thing else {})
        shelves.setdefault((label, thing is None), []).append(properties)
    for (label, keeps), shelf in shelves.items():
        own = "WITH n, row, n {.claims, .history} AS own SET n = row, n += own" if keeps else "SET n = row"
        database.run(
            f"UNWIND $rows AS row MERGE (n:Thing {{id: row.id}}) {own} REMOVE n:{_ALL_LABELS} SET n:{label}",
            rows=shelf,
        )


def _write_claims(database: Statements, things: Iterable[Thing]) -> None:
    """Write the claims of nodes that read as before."""
    rows = [{"id": thing.id, **thing_properties(thing)} for thing in things]
    if rows:
        database.run(
            """UNWIND $rows AS row MATCH (n:Thing {id: row.id})
               SET n.claims = row.claims, n.history = row.history""",
            rows=rows,
        )


def _write_public(database: Statements, rows: Iterable[NodeRow]) -> None:
    """Write the public readings that differ from the internal ones."""
    shelves: dict[str, list[Properties]] = {}
    for row in rows:
        properties = node_row_properties(row)
        shelves.setdefault(_long(properties), []).append(properties)
    for label, shelf in shelves.items():
        database.run(f"UNWIND $rows AS row CREATE (n:PublicReading:Reading{label}) SET n = row", rows=shelf)


def _long(properties: Properties) -> str:
    return ":LongText" if "long_text" in properties else ""


def _write_keys(database: Statements, added: Iterable[tuple[Key, str]], removed: Iterable[tuple[Key, str]]) -> None:
    for word, pairs in (("MATCH (k:Key {key: row.key}) WHERE k.thing = row.thing DELETE k", removed),
                        ("CREATE (k:Key) SET k = row", added)):  # fmt: skip
        rows = [{"key": key_text(key), "thing": id_} for key, id_ in pairs]
        if rows:
            database.run(f"UNWIND $rows AS row {word}", rows=rows)


def key_text(key: Key) -> str:
    """Return what a key is found by."""
    return index_key(f"{key[0]}:{key[1]}")


def _check_id(id_: str) -> None:
    if len(id_.encode()) > LONGEST_ID:
        raise InputError(
            f"De id ‘{id_[:60]}…’ is te lang; hoogstens {LONGEST_ID} tekens. Geef een kortere.",
            f"The id ‘{id_[:60]}…’ is too long; at most {LONGEST_ID} characters. Give a shorter one.",
            concerning=id_,
        )
