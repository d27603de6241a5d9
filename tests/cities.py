"""Cities that tests of any part load: a fixed secret and day, so that ids and advice are the same each time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.network import Network
from graph.store.sqlite import SqliteStore

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
"""The first city."""


def empty_network(file: Path | None = None, uploads: Path | None = None) -> Network:
    """Return a network of an empty store; in memory unless it is to be written to while somebody reads."""
    store = SqliteStore(file, create=True)
    return Network(store, secret=b"test", today=lambda: date(2026, 1, 15), uploads=uploads)


def loaded_network(folder: Path, file: Path | None = None) -> Network:
    """Return a network of all that a folder holds."""
    network = empty_network(file)
    for path in files_to_load(folder):
        load_file(network.store, path, LoadOptions(secret=b"test"))
    return network
