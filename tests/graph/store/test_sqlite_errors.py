"""No error of SQLite's leaves the adapter as it is."""

from __future__ import annotations

import sqlite3

import pytest

from graph.errors import StoreAccessError, StoreBusyError, StoreError, StoreFullError
from graph.store.sqlite.errors import busy, translated

URL = "sqlite:///city.sqlite"
PRIMARY = [
    "ABORT", "AUTH", "BUSY", "CANTOPEN", "CONSTRAINT", "CORRUPT", "EMPTY", "ERROR", "FORMAT", "FULL",
    "INTERNAL", "INTERRUPT", "IOERR", "LOCKED", "MISMATCH", "MISUSE", "NOLFS", "NOMEM", "NOTADB", "PERM",
    "PROTOCOL", "RANGE", "READONLY", "SCHEMA", "TOOBIG",
]  # fmt: skip
ERROR_CODES = sorted(name for name in vars(sqlite3) if name.startswith("SQLITE_") and name.split("_")[1] in PRIMARY)


def raised_for(name: str) -> StoreError:
    """Return what becomes of an error of SQLite's with this name."""
    error = sqlite3.OperationalError("near SELECT secret FROM thing: syntax error")
    error.sqlite_errorname = name
    with pytest.raises(StoreError) as raised, translated(URL):
        raise error
    assert raised.value.__cause__ is error
    return raised.value


@pytest.mark.parametrize("name", ERROR_CODES)
def test_every_code_becomes_a_sentence_about_the_store(name: str) -> None:
    error = raised_for(name)
    for text in (error.nl, error.en):
        assert URL in text
        assert "secret" not in text
        assert "SELECT" not in text
    assert error.concerning == name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_BUSY", StoreBusyError),
        ("SQLITE_BUSY_SNAPSHOT", StoreBusyError),
        ("SQLITE_LOCKED_SHAREDCACHE", StoreBusyError),
        ("SQLITE_FULL", StoreFullError),
        ("SQLITE_IOERR_WRITE", StoreFullError),
        ("SQLITE_READONLY_DIRECTORY", StoreAccessError),
        ("SQLITE_CANTOPEN_ISDIR", StoreAccessError),
        ("SQLITE_PERM", StoreAccessError),
        ("SQLITE_NOTADB", StoreError),
        ("SQLITE_CORRUPT_VTAB", StoreError),
        ("SQLITE_ERROR", StoreError),
    ],
)
def test_what_can_be_done_about_it_decides_the_class(name: str, kind: type[StoreError]) -> None:
    assert type(raised_for(name)) is kind


def test_an_error_without_a_code_is_translated_too() -> None:
    with pytest.raises(StoreError, match="doctor"), translated(URL):
        raise sqlite3.InterfaceError


def test_a_wait_that_was_too_long_reads_the_same_wherever_it_was_waited() -> None:
    assert busy(URL).en == raised_for("SQLITE_BUSY").en


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), translated(URL):
        raise KeyError
