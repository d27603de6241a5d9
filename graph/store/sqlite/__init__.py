"""The embedded store: one SQLite file, nothing to install, one file to copy."""

from graph.store.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
