"""Claims of a city into SQLite, against ``executemany`` of the same final rows into the same tables; and its snapshot.

Ours reads what stands, works out what each claim changes, and writes it. The peer is given the final rows and only
writes them. Beside it the whole way of a folder of CSV files, which is also read, checked, mapped and resolved, and in
which twenty files speak of the same things. Run as ``python -m bench.sqlite_ingest``.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from pathlib import Path

from bench.claims import city, store_claims
from graph.changes import ChangeSet
from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.practice.write import write_city
from graph.projection.projection import project
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore, tables

INITIATIVES = 2_000
ROUNDS = 3
TABLES = ("thing", "node", "relationship", "key", "load", "commit", "record")


def rows() -> list[dict[str, object]]:
    """Return what was measured, against what, and what is to be reached."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said = city()
        stored = [_stored(said, folder / f"claims{number}.sqlite") for number in range(ROUNDS)]
        raw = [_raw(folder / "claims0.sqlite", folder / f"raw{number}.sqlite") for number in range(ROUNDS)]
        write_city(folder / "city", initiatives=INITIATIVES)
        loads = [_loaded(folder / "city", folder / f"{number}.sqlite") for number in range(ROUNDS)]
        peers = [_raw(folder / "0.sqlite", folder / f"raw-city{number}.sqlite") for number in range(ROUNDS)]
        snapshot, fetched = _snapshot(folder / "0.sqlite")
    return [
        _row(f"SQLite: {len(said):,} claims, in times executemany of the same rows", min(stored), min(raw), 3),
        _row(f"SQLite: {INITIATIVES:,} initiatives from twenty CSV files, in times executemany of the last rows",
             min(loads), min(peers), None),
        _row("SQLite: snapshot and projection, in times fetching the same rows", snapshot, fetched, None),
    ]  # fmt: skip


def _row(what: str, ours: float, peer: float, at_most: float | None) -> dict[str, object]:
    return {"what": what, "ours_s": ours, "peer_s": peer, "ratio": ours / peer, "at_most": at_most}


def _stored(said: ChangeSet, path: Path) -> float:
    store = SqliteStore(path, create=True)
    begin = time.perf_counter()
    store_claims(store, said)
    taken = time.perf_counter() - begin
    store.close()
    return taken


def _loaded(city: Path, path: Path) -> float:
    begin = time.perf_counter()
    store = SqliteStore(path, create=True)
    for file in files_to_load(city):
        load_file(store, file, LoadOptions(secret=b"bench"))
    store.close()
    return time.perf_counter() - begin


def _raw(source: Path, target: Path) -> float:
    """Return the seconds that writing all rows of a store takes, in one transaction, with all its indexes."""
    given = sqlite3.connect(source)
    data = {table: given.execute(f'SELECT * FROM "{table}"').fetchall() for table in TABLES}
    given.close()
    connection = sqlite3.connect(target, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    tables.create(connection)
    begin = time.perf_counter()
    connection.execute("BEGIN")
    for table, found in data.items():
        if found:
            connection.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(found[0]))})', found)
    connection.execute("COMMIT")
    taken = time.perf_counter() - begin
    connection.close()
    return taken


def _snapshot(path: Path) -> tuple[float, float]:
    store = SqliteStore(path)
    taken, fetched = [], []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        with store.view(Viewer(Role.STAFF)) as view:
            project(view)
        taken.append(time.perf_counter() - begin)
        connection = sqlite3.connect(path)
        begin = time.perf_counter()
        connection.execute("SELECT id, kind, name, reading FROM node ORDER BY id").fetchall()
        connection.execute('SELECT id, type, "start", "end", reading FROM relationship ORDER BY id').fetchall()
        fetched.append(time.perf_counter() - begin)
        connection.close()
    store.close()
    return min(taken), min(fetched)


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
