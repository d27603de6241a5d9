"""A load that is cut off in the middle: what stands stays, and doing it again completes it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from graph.errors import ConflictError
from graph.ingest.pipeline import load_file
from graph.network import Network
from graph.network.importing.imports import Imports
from graph.network.importing.work import Stage
from graph.network.importing.working import FileWorker
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from tests.graph.network.importing.taking import Taking

ROWS = 6_000
LONG = ("Naam initiatief;Sinds\n" + "".join(f"Tuin {number};2019\n" for number in range(ROWS))).encode()
STAFF = Viewer(Role.STAFF)


def test_a_load_that_the_program_ended_is_completed_by_the_next(
    network: Network, taking: Taking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = taking.keep(LONG, "lang.csv")
    begun = threading.Event()

    def told(store: object, path: Path, options: object) -> object:
        begun.set()
        taking.imports._files.closing = True  # as closing does, before it waits
        return load_file(store, path, options)  # type: ignore[arg-type]

    monkeypatch.setattr(f"{FileWorker.__module__}.load_file", told)
    taking.imports.apply(upload.id, STAFF)
    assert begun.wait(60)
    assert taking.imports.upload(upload.id, STAFF, wait=60).stage is Stage.CUT_OFF
    monkeypatch.undo()
    other = Taking(Imports(network.store, secret=b"test", folder=tmp_path / "uploads"), STAFF)
    assert other.imports.upload(upload.id, STAFF).stage is Stage.CUT_OFF
    done = other.load(other.imports.upload(upload.id, STAFF))
    report = other.report(done)
    assert (done.stage, report["read"], report["used"]) == (Stage.LOADED, ROWS, ROWS)
    other.imports.close()


def test_while_a_file_is_loaded_it_is_not_thrown_away_nor_is_a_load_taken_back(
    network: Network, taking: Taking, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = taking.load(taking.keep()).number
    upload = taking.keep(LONG, "lang.csv")
    may_go_on = threading.Event()

    def wait(store: SqliteStore, path: Path, options: object) -> object:
        may_go_on.wait(60)
        return load_file(store, path, options)  # type: ignore[arg-type]

    monkeypatch.setattr(f"{FileWorker.__module__}.load_file", wait)
    taking.imports.apply(upload.id, STAFF)
    taking.imports.apply(upload.id, STAFF)  # a second click begins nothing
    for refused in (lambda: taking.imports.abandon(upload.id, STAFF), lambda: taking.imports.undo(number, STAFF)):
        with pytest.raises(ConflictError, match="Wacht tot dat klaar is"):
            refused()
    may_go_on.set()
    assert taking.imports.upload(upload.id, STAFF, wait=60).stage is Stage.LOADED
