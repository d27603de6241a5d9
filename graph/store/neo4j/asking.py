"""What planning, backups and views ask of the things themselves: see `graph.store.planning.Stored`."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from graph.changes import Tie
from graph.store.engine import StoredReading
from graph.store.loads import Document, Load, decode_load
from graph.store.neo4j.commits import COMMIT, read_commit_document, unpack
from graph.store.neo4j.driver import Statements
from graph.store.neo4j.layout import KEPT, TYPES
from graph.store.neo4j.properties import THING, Place, read_stored, read_thing
from graph.store.rows import Thing, both_readings

THINGS_IN_PAGE = 5_000
"""Things that are read at once when all of them are: some ten megabytes."""

_NODE = ", ".join(f"n.{name}" for name in THING)
_TIE = ", ".join(f"r.{name}" for name in THING)
_PLACED = f"{_TIE}, type(r), s.id, e.id"
_READ_AS = "r.audience, r.reading, r.public_reading, r.former_ids, r.revision, r.public_revision"


ASKED_ALONE = 4
"""Types that are asked for one after the other, each with a question of its own, before all are asked for at once."""


def rows_of_types(
    ask: Callable[..., list[list[Any]]],
    returned: str,
    asked: Mapping[str, list[str]],
    *,
    where: str = "",
    **parameters: Any,
) -> list[list[Any]]:
    """Return rows about relationships by id, each sought in the index of its type: an index holds one type.

    Parameters
    ----------
    ask
        Takes a question and its parameters.
    returned
        Expressions on the relationship ``r`` from ``s`` to ``e``.
    asked
        Ids by type, as `ids_by_type` gives them.
    where
        ``WHERE`` and what else must hold, or nothing.
    parameters
        Of the expressions and conditions.

    Notes
    -----
    A question for all types is one turn to the server, and planning it takes a second the first time, and again when
    the graph has grown. Who loads a file asks for one type or a few.
    """
    types = [type_ for type_, ids in asked.items() if ids]
    if len(types) > ASKED_ALONE:
        parts = (f"MATCH (s)-[r:{type_}]->(e) WHERE r.id IN $ids.{type_} RETURN s, r, e" for type_ in TYPES)
        question = f"CALL () {{ {' UNION ALL '.join(parts)} }} WITH s, r, e {where} RETURN {returned}"
        return ask(question, ids=asked, **parameters)
    question = "MATCH (s)-[r:{}]->(e) WHERE r.id IN $ids WITH s, r, e {} RETURN {}"
    return [
        row for type_ in types for row in ask(question.format(type_, where, returned), ids=asked[type_], **parameters)
    ]


def ids_by_type(ids: Iterable[str], types: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each type the ids to seek there: in all of them where an id's type is not known."""
    asked: dict[str, list[str]] = {type_: [] for type_ in TYPES}
    for id_ in ids:
        for type_ in dict.fromkeys((types[id_], KEPT)) if id_ in types else TYPES:
            asked[type_].append(id_)
    return asked


class Asking:
    """Asks the database about things, within one transaction.

    Parameters
    ----------
    database
        The transaction.

    Notes
    -----
    Remembers where relationships stand that it came by, and which ids are taken by nodes or by nothing: so each is
    sought in the one index that may hold it.
    """

    def __init__(self, database: Statements) -> None:
        self.database = database
        self.forget()

    def forget(self) -> None:
        """Forget what was seen, because it was changed."""
        self.places: dict[str, Place] = {}
        self.merged: set[str] = set()  # nodes that are merged into another
        self.elsewhere: set[str] = set()  # ids that no relationship bears
        self.absent: set[str] = set()  # ids without claims
        self._kept: tuple[bool, bool] | None = None

    def things(self, ids: Iterable[str], ties: Mapping[str, Tie] | None = None) -> dict[str, Thing]:
        """Return the things that are stored, by id."""
        wanted = list(ids)
        nodes = [id_ for id_ in wanted if ties is None or id_ not in ties]
        found = {thing.id: thing for thing in self._nodes("n.id IN $ids", nodes)} if nodes else {}
        if ties is None:
            rest = [id_ for id_ in wanted if id_ not in found and id_ not in self.elsewhere]
            asked = ids_by_type(rest, {})
        else:
            rest = [id_ for id_ in wanted if id_ in ties]
            asked = ids_by_type(rest, {id_: ties[id_].type for id_ in rest})
        if rest:
            asked[KEPT] = asked[KEPT] if self._has_kept else []
            rows = rows_of_types(self.database.rows, _PLACED, asked)
            found |= {thing.id: thing for thing in self._ties(rows)}
        self.elsewhere.update(id_ for id_ in wanted if id_ not in self.places)
        self.absent.update(id_ for id_ in wanted if id_ not in found)
        return found

    def members(self, canonical: Iterable[str]) -> dict[str, list[Thing]]:
        """Return the things merged into these canonical ids, in order of id."""
        ids = list(canonical)
        query = f"MATCH (s)-[r:{KEPT}]->(e) WHERE r.canonical IN $ids RETURN {_PLACED}"
        members: dict[str, list[Thing]] = {}
        found = self._nodes("n.canonical IN $ids", ids, "Merged") if self._has_merged else []
        found += self._ties(self.database.rows(query, ids=ids)) if self._has_kept else []
        for thing in sorted(found, key=lambda thing: thing.id):
            members.setdefault(thing.canonical, []).append(thing)
        return members

    def _nodes(self, where: str, ids: list[str], label: str = "Thing") -> list[Thing]:
        query = f"MATCH (n:{label}) WHERE {where} AND n.claims IS NOT NULL RETURN {_NODE}"
        things = [read_thing(row) for row in self.database.rows(query, ids=ids)]
        self.merged.update(thing.id for thing in things if thing.canonical != thing.id)
        return things

    def _ties(self, rows: Iterable[list[Any]]) -> list[Thing]:
        things = []
        for *row, type_, start, end in rows:
            self.places[row[0]] = Place(type_, start, end)
            things.append(read_thing(row))
        return things

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the canonical ids of those nodes that are merged into another."""
        query = "MATCH (n:Thing) WHERE n.id IN $ids AND n.canonical IS NOT NULL RETURN n.id, n.canonical"
        return dict(self.database.rows(query, ids=list(ids))) if self._has_merged else {}

    def readings(self, canonical: Iterable[str]) -> dict[str, StoredReading]:
        """Return what canonical ids of nodes and relationships read now."""
        # What is not stored reads nothing, unless it is the canonical id of what was merged into it.
        ids = [id_ for id_ in canonical if id_ not in self.absent or self._has_merged]
        found: dict[str, StoredReading] = {}
        query = """MATCH (n:Reading) WHERE n.id IN $ids
                   RETURN n.id, n.audience, n.reading, n.former_ids, n.revision, n.public_revision"""
        nodes = [id_ for id_ in ids if id_ not in self.places]
        for id_, audience, reading, former, *revisions in self.database.rows(query, ids=nodes) if nodes else ():
            one = read_stored(audience, (reading, None), (), (revisions[0], revisions[1]), tuple(former or ()))
            found[id_] = _joined(found[id_], one) if id_ in found else one
        rest = [id_ for id_ in ids if id_ not in found and id_ not in self.elsewhere]
        asked = ids_by_type(rest, {id_: place.type for id_, place in self.places.items()})
        read_as, is_read = f"r.id, s.id, e.id, {_READ_AS}", "WHERE r.audience IS NOT NULL"
        rows = rows_of_types(self.database.rows, read_as, asked, where=is_read)
        for id_, start, end, audience, reading, public, former, *revisions in rows:
            merged = (*(former or ()), start, end)
            found[id_] = read_stored(audience, (reading, public), merged, (revisions[0], revisions[1]))
        return found

    def ties_at(self, canonical: Iterable[str]) -> list[Thing]:
        """Return the relationships that are read at these canonical nodes, merged ones included."""
        query = f"""MATCH (n:Thing) WHERE n.id IN $ids MATCH (n)-[r]-() WHERE r.audience IS NOT NULL
                    WITH DISTINCT r, startNode(r) AS s, endNode(r) AS e RETURN {_PLACED}"""
        return self._with_merged(self._ties(self.database.rows(query, ids=list(canonical))))

    def ties_between(self, ties: Iterable[tuple[str, str, str]]) -> list[Thing]:
        """Return the relationships read with this type and these canonical start and end, merged ones included."""
        query = f"""UNWIND $ties AS tie MATCH (s:Thing {{id: tie[1]}}) MATCH (e:Thing {{id: tie[2]}})
                    MATCH (s)-[r]->(e) WHERE r.audience IS NOT NULL AND coalesce(r.type, type(r)) = tie[0]
                    RETURN DISTINCT {_PLACED}"""
        return self._with_merged(self._ties(self.database.rows(query, ties=[list(tie) for tie in ties])))

    def _with_merged(self, things: Sequence[Thing]) -> list[Thing]:
        members = self.members([thing.id for thing in things])
        return [*things, *(thing for some in members.values() for thing in some)]

    @property
    def _has_merged(self) -> bool:
        """Whether any node is merged into another: most stores have none for long, and then none need be sought."""
        return self._counts()[0]

    @property
    def _has_kept(self) -> bool:
        """Whether there is any relationship that does not stand."""
        return self._counts()[1]

    def _counts(self) -> tuple[bool, bool]:
        if self._kept is None:  # both are kept by the database itself
            merged, kept = self.database.rows(f"RETURN COUNT {{ (:Merged) }}, COUNT {{ ()-[:{KEPT}]->() }}")[0]
            self._kept = merged > 0, kept > 0
        return self._kept

    # ------------------------------------------------------------------------------------------------ loads, commits

    def loads(self) -> dict[int, Load]:
        """Return every load by number."""
        rows = self.database.rows("MATCH (l:Load) RETURN l.number, l.document")
        return {number: decode_load(orjson.loads(document)) for number, document in rows}

    def things_of(self, load: int) -> list[str]:
        """Return the ids of all things that the commits of a load touched, sorted."""
        rows = self.database.rows("MATCH (c:Commit {load: $load}) RETURN c.things", load=load)
        return sorted({id_ for (things,) in rows for id_ in unpack(things)})

    def revision(self) -> int:
        """Return the revision of the last commit, 0 before the first."""
        return self.revisions()[0]

    def revisions(self) -> tuple[int, int]:
        """Return the revision of the last commit, and of the last one that the projection reads."""
        query = "MATCH (w:Wijkweb {id: 'store'}) RETURN w.revision, w.structure_revision"
        revision, structure_revision = self.database.rows(query)[0]
        return revision, structure_revision

    def commits(self, revisions: Iterable[int]) -> Iterator[Document]:
        """Yield some commits as documents, newest first."""
        query = f"MATCH (c:Commit) WHERE c.revision IN $revisions RETURN {_commit('c')} ORDER BY c.revision DESC"
        return map(read_commit_document, self.database.rows(query, revisions=list(revisions)))

    # ------------------------------------------------------------------------------------------------ whole

    def all_things(self) -> Iterator[Thing]:
        """Yield every thing, nodes before relationships, in order of id."""
        # Each index gives its own order, which is then by code point, as is that of the condition on the id.
        yield from self._paged(
            f"""MATCH (n:Thing) USING INDEX n:Thing(id) WHERE n.id > $after AND n.claims IS NOT NULL
                RETURN {_NODE} ORDER BY n.id LIMIT {THINGS_IN_PAGE}"""
        )
        ties = (
            self._paged(
                f"""MATCH ()-[r:{type_}]->() USING INDEX r:{type_}(id) WHERE r.id > $after
                    RETURN {_TIE} ORDER BY r.id LIMIT {THINGS_IN_PAGE}"""
            )
            for type_ in TYPES
        )
        yield from heapq.merge(*ties, key=lambda thing: thing.id)

    def _paged(self, query: str) -> Iterator[Thing]:
        after = ""
        while rows := self.database.rows(query, after=after):
            yield from map(read_thing, rows)
            after = rows[-1][0]

    def all_commits(self) -> Iterator[Document]:
        """Yield every commit as a document, oldest first."""
        query = f"MATCH (c:Commit) WHERE c.revision > $after RETURN {_commit('c')} ORDER BY c.revision LIMIT 20"
        after = 0
        while rows := self.database.rows(query, after=after):
            yield from map(read_commit_document, rows)
            after = rows[-1][0]

    def all_records(self) -> Iterator[tuple[str, str, Document]]:
        """Yield collection, key and document of every record, in order."""
        rows = self.database.rows("MATCH (r:Record) RETURN r.collection, r.key, r.document")
        for collection, key, document in sorted(rows):
            yield collection, key, orjson.loads(document)


def _commit(variable: str) -> str:
    return ", ".join(f"{variable}.{name}" for name in COMMIT)


def _joined(one: StoredReading, other: StoredReading) -> StoredReading:
    return one._replace(readings=both_readings(one.readings, other.readings))
