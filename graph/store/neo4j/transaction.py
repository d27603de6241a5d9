"""One writing transaction in Neo4j: answers what planning asks, and writes what planning decides."""

from __future__ import annotations

from graph.store.engine import WritePlan
from graph.store.loads import Document, Load
from graph.store.neo4j.asking import Asking
from graph.store.neo4j.commits import commit_properties, load_properties
from graph.store.neo4j.documents import put_records
from graph.store.neo4j.driver import Statements
from graph.store.neo4j.writing import put_commit, write_plan

LOCK = "MATCH (w:Wijkweb {id: 'store'}) SET w.writer = randomUUID()"
"""Statement that one transaction at a time gets through: it writes to one node, and so holds its lock."""


class Neo4jTransaction(Asking):
    """See `graph.store.committing.WholeTransaction`, whose promises this keeps."""

    def __init__(self, database: Statements) -> None:
        super().__init__(database)
        self.commits_as: int | None = None

    def put_load(self, load: Load) -> None:
        """Write a load as it is now."""
        self.database.run(
            "MERGE (l:Load {number: $number}) SET l = $properties",
            number=load.number,
            properties=load_properties(load),
        )

    def put_record(self, collection: str, key: str, document: Document) -> None:
        """Keep a document of the records part."""
        put_records(self.database, collection, {key: document})

    def write(self, plan: WritePlan) -> None:
        """Write everything a plan holds."""
        write_plan(self.database, plan, self.places, self.merged)
        self.forget()
        if plan.commit is not None:
            self._becomes(plan.commit.revision)

    def put_commit(self, document: Document) -> None:
        """Write a commit as `all_commits` gave it."""
        put_commit(self.database, commit_properties(document))
        self._becomes(document["revision"])

    def _becomes(self, revision: int) -> None:
        self.commits_as = max(revision, self.commits_as or 0)
