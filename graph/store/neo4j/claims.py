"""Questions about what stands behind values: statements, history, changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.changes import Commit
from graph.claims import Book
from graph.consolidation import Consolidator
from graph.schema.declaration import Level
from graph.store.answers import Change, Changes, Page, Statement
from graph.store.checking import checked_first
from graph.store.committed import as_seen, read_commit, told_as_removed
from graph.store.neo4j.asking import Asking, ids_by_type, rows_of_types
from graph.store.neo4j.commits import unpack
from graph.store.neo4j.filters import Question, all_of
from graph.store.neo4j.nodes import NodeQueries
from graph.store.neo4j.queries import answered
from graph.store.neo4j.relationships import RelationshipQueries
from graph.store.statements import page_of_source, statements_of


class ClaimQueries(NodeQueries, RelationshipQueries):
    """See `graph.store.base.View`."""

    @answered
    def statements(self, things: Sequence[str]) -> dict[str, list[Statement]]:
        """Return the live claims about nodes or relationships, per property the one that counts first."""
        canonical = self.canonical(things)
        ids = list(dict.fromkeys(canonical.values()))
        readings = {node.id: node.reading for node in self.nodes(ids) if node is not None}
        rest = [id_ for id_ in ids if id_ not in readings]
        readings |= {one.id: one.reading for one in self.relationships_by_id(rest) if one is not None}
        asking = Asking(self.database)
        books: dict[str, list[Book]] = {id_: [thing.book] for id_, thing in asking.things(readings).items()}
        for id_, members in asking.members(readings).items():
            books.setdefault(id_, []).extend(thing.book for thing in members)
        consolidator = Consolidator(self.facts(), self.as_of)
        found = {to: statements_of(books.get(to, []), reading, consolidator, self.level)
                 for to, reading in readings.items()}  # fmt: skip
        return {id_: found.get(to, []) for id_, to in canonical.items()}

    @answered
    def statements_of_source(self, source: str, *, first: int = 100, after: str | None = None) -> Page[Statement]:
        """Return what a source says, in order of thing; a page ends at the end of a thing."""
        asking, sources = Asking(self.database), self.members(source)
        loads = [load.number for load in asking.loads().values() if load.order.source in sources]
        things = sorted({id_ for number in loads for id_ in asking.things_of(number)})
        things = [id_ for id_ in things if after is None or id_ > after]
        return page_of_source(things, sources, self.statements, first=checked_first(first))

    @answered
    def history(self, thing: str) -> list[Commit]:
        """Return the commits that touched a thing, newest first, with what this viewer may see of them."""
        asking, members = Asking(self.database), self.members(thing)
        revisions = {revision for one in asking.things(members).values() for revision in one.history}
        shown = {one.claim for one in self.statements([thing])[thing]} if self.level is Level.PUBLIC else None
        return as_seen(map(read_commit, asking.commits(revisions)), thing, members, shown)

    @answered
    def changes_since(self, revision: int, *, most: int = 10_000) -> Changes:
        """Return what changed after a revision, in order of id."""
        now = Asking(self.database).revision()
        if not 0 <= revision <= now:
            return Changes(now, resync=True)
        vanished = "vanished_public" if self.level is Level.PUBLIC else "vanished"
        reread: dict[str, str] = {}  # the type of each id, empty for nodes
        removed: set[str] = set()
        query = "MATCH (c:Commit) WHERE c.revision > $revision RETURN c.reread, c.delta"
        for packed, delta in self.rows(query, revision=revision):
            reread |= {id_: type_ for type_, ids in unpack(packed).items() for id_ in ids} if packed else {}
            removed.update(unpack(delta)[vanished])
        seen = self._all_seen() if revision == 0 else self._seen(reread)
        changed = {id_ for id_, at in seen if at > revision}
        removed = told_as_removed(removed, lambda ids: {id_ for id_, _ in self._seen(dict.fromkeys(ids))})
        items = sorted(
            [Change(id_, False) for id_ in changed] + [Change(id_, True) for id_ in removed], key=lambda one: one.id
        )
        return Changes(now, tuple(items)) if len(items) <= most else Changes(now, resync=True)

    def _seen(self, types: Mapping[str, str | None]) -> list[tuple[str, int]]:
        """Return those ids that this level reads, with the revision of the last change it could see.

        Parameters
        ----------
        types
            By id: the type of a relationship, empty for a node, None where that is not known.
        """
        question = Question(self.level)
        nodes = [id_ for id_, type_ in types.items() if not type_]
        ties = {id_: type_ for id_, type_ in types.items() if type_}
        asked = ids_by_type([id_ for id_, type_ in types.items() if type_ != ""], ties)
        query = f"MATCH (n:Reading) WHERE n.id IN $ids AND n.audience IN $audiences RETURN n.id, n.{self._column}"
        where, parameters = f"WHERE {self._is_tied(question)}", question.parameters
        tied = rows_of_types(self.rows, f"r.id, r.{self._column}", asked, where=where, **parameters)
        return [*map(tuple, self.rows(query, ids=nodes, **parameters)), *map(tuple, tied)]

    def _all_seen(self) -> list[tuple[str, int]]:
        """Return every id that this level reads, as `_seen` does."""
        question = Question(self.level)
        query = f"MATCH (n:Reading) WHERE n.audience IN $audiences RETURN n.id, n.{self._column}"
        of_ties = f"MATCH (s:Thing)-[r]->(e:Thing) WHERE {self._is_tied(question)} RETURN r.id, r.{self._column}"
        return [tuple(row) for one in (query, of_ties) for row in self.rows(one, **question.parameters)]

    @property
    def _column(self) -> str:
        return "public_revision" if self.level is Level.PUBLIC else "revision"

    @staticmethod
    def _is_tied(question: Question) -> str:
        """Return the condition that a level reads a relationship ``r`` from ``s`` to ``e``, and so both ends."""
        return all_of([*question.standing(with_denied=True), question.visible("s"), question.visible("e")])
