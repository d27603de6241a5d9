"""The tables of the SQLite store, derived from the declared model.

``thing`` is the truth: claims as stated. ``node`` and ``relationship`` are what is read from it, one row for both levels
or one for each; their filter columns come from the declaration. ``node_text`` is the trigram index over `search_text`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from graph.errors import StoreError, StoreVersionError
from graph.schema.model import VERSION
from graph.store.columns import node_column_types, relationship_column_types

APPLICATION_ID = 0x574A4B57
"""Marks a file as ours (``WJKW``), so that another program's database is refused and not altered."""

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL"}


def _columns(types: Mapping[str, type]) -> str:
    return "".join(f", {name} {_TYPES[type_]}" for name, type_ in types.items())


def statements() -> list[str]:
    """Return the statements that make the tables of an empty store."""
    return [
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE thing (id TEXT PRIMARY KEY, canonical TEXT NOT NULL, tie TEXT, book TEXT NOT NULL,
               history TEXT NOT NULL)""",
        "CREATE INDEX thing_merged ON thing (canonical, id) WHERE canonical <> id",
        f"""CREATE TABLE node (number INTEGER PRIMARY KEY, id TEXT NOT NULL, audience INTEGER NOT NULL, kind TEXT NOT NULL,
               name TEXT NOT NULL, named INTEGER NOT NULL, sort_key TEXT NOT NULL, search_text TEXT NOT NULL,
               reading TEXT NOT NULL, former_ids TEXT NOT NULL, revision INTEGER NOT NULL,
               public_revision INTEGER NOT NULL{_columns(node_column_types())})""",
        "CREATE UNIQUE INDEX node_id ON node (id, audience)",
        "CREATE INDEX node_order ON node (kind, sort_key, id)",
        f"""CREATE TABLE relationship (number INTEGER PRIMARY KEY, id TEXT NOT NULL, audience INTEGER NOT NULL,
               type TEXT NOT NULL, "start" TEXT NOT NULL, "end" TEXT NOT NULL, denied INTEGER NOT NULL,
               reading TEXT NOT NULL, former_ids TEXT NOT NULL, revision INTEGER NOT NULL,
               public_revision INTEGER NOT NULL{_columns(relationship_column_types())})""",
        "CREATE UNIQUE INDEX relationship_id ON relationship (id, audience)",
        'CREATE INDEX relationship_start ON relationship ("start", type)',
        'CREATE INDEX relationship_end ON relationship ("end", type)',
        """CREATE VIRTUAL TABLE node_text USING fts5 (search_text, content='node', content_rowid='number',
               tokenize='trigram')""",
        """CREATE TRIGGER node_added AFTER INSERT ON node BEGIN
               INSERT INTO node_text (rowid, search_text) VALUES (new.number, new.search_text); END""",
        """CREATE TRIGGER node_dropped AFTER DELETE ON node BEGIN
               INSERT INTO node_text (node_text, rowid, search_text) VALUES ('delete', old.number, old.search_text); END""",
        "CREATE TABLE key (scheme TEXT, value TEXT, thing TEXT, PRIMARY KEY (scheme, value, thing)) WITHOUT ROWID",
        'CREATE TABLE "load" (number INTEGER PRIMARY KEY, document TEXT NOT NULL)',
        """CREATE TABLE "commit" (revision INTEGER PRIMARY KEY, "load" INTEGER NOT NULL, at TEXT NOT NULL,
               structural INTEGER NOT NULL, things TEXT NOT NULL, delta BLOB NOT NULL)""",
        'CREATE INDEX commit_load ON "commit" ("load")',
        """CREATE TABLE record (collection TEXT, key TEXT, document TEXT NOT NULL, PRIMARY KEY (collection, key))
               WITHOUT ROWID""",
        "CREATE TABLE derived (collection TEXT, key TEXT, value BLOB NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID",
    ]


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database, in one transaction; where another process was first, leave them."""
    connection.execute("BEGIN IMMEDIATE")
    if is_empty(connection):
        for statement in statements():
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def is_empty(connection: sqlite3.Connection) -> bool:
    """Return whether a database holds no table at all."""
    return bool(connection.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0])


def check(connection: sqlite3.Connection, url: str) -> None:
    """Refuse a database that is not ours, or newer than this program.

    Raises
    ------
    StoreError
        It is the database of another program.
    StoreVersionError
        It was written by a newer version.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError(
            f"{url} is een database van een ander programma. Kies een ander bestand.",
            f"{url} is the database of another program. Choose another file.",
        )
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise StoreVersionError(
            f"{url} is gemaakt met een nieuwere Wijkweb (indeling {version}, deze kent {VERSION}). Werk Wijkweb bij.",
            f"{url} was made by a newer Wijkweb (layout {version}, this one knows {VERSION}). Update Wijkweb.",
        )
