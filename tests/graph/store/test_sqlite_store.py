"""The embedded store as a file: what it refuses to open and how it says so, how views and writers share it."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.changes import ChangeSet, Tie
from graph.claims import Claim
from graph.errors import (
    FileError,
    StoreAccessError,
    StoreBusyError,
    StoreError,
    StoreVersionError,
    WijkwebError,
)
from graph.schema.model import VERSION
from graph.store.loads import Load, LoadKind, LoadOrder
from graph.store.questions import NodeFilter
from graph.store.sqlite import SqliteStore
from graph.store.sqlite.tables import APPLICATION_ID

ORDER = LoadOrder("source/one", "source/one", fingerprint="1", title="lijst.csv")


def load_nodes(store: SqliteStore, *ids: str, name: str = "Anna", order: LoadOrder = ORDER) -> Load:
    load = store.begin(order)
    changes = ChangeSet()
    for id_ in ids:
        changes.state(Claim(id_, "kind", "Initiative", "source/one"))
        changes.state(Claim(id_, "name", name, "source/one"))
    with store.writer(load) as writer:
        writer.write(changes)
    return store.complete(load)


def count(store: SqliteStore) -> int:
    with store.view() as view:
        return view.count(NodeFilter())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a store of one node, closed."""
    path = tmp_path / "city.sqlite"
    store = SqliteStore(path, create=True)
    load_nodes(store, "initiative/a")
    store.close()
    return path


def check_sentence(error: WijkwebError, path: Path) -> None:
    """Check that an error is one readable sentence or two in each language, about the file, without inner workings."""
    for text in (error.nl, error.en):
        assert str(path) in text
        assert text.endswith((".", "?"))
        assert not any(word in text for word in ("SELECT", "PRAGMA", "Traceback", "sqlite3", ".py", "\n"))
    assert error.nl != error.en


# ------------------------------------------------------------------------------------------------ opening


def test_a_store_is_one_file_that_is_there_again(file: Path) -> None:
    store = SqliteStore(file)
    assert count(store) == 1
    assert store.url == f"sqlite:///{file}"
    store.close()
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name], "closed, it is one file to copy"


def test_a_store_is_marked_as_ours_and_in_wal_mode(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()


def test_creating_what_is_there_opens_it(file: Path) -> None:
    store = SqliteStore(file, create=True)
    assert count(store) == 1
    store.close()


def _file_of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    connection.close()


def _newer_store(path: Path) -> None:
    SqliteStore(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()


@pytest.mark.parametrize(
    ("make", "create", "error"),
    [
        (lambda path: None, False, FileError),
        (lambda path: path.mkdir(), False, FileError),
        (lambda path: path.mkdir(), True, FileError),
        (lambda path: path.touch(), False, StoreError),
        (lambda path: path.write_text("naam;fase\nAnna;idea\n" * 99, encoding="utf-8"), False, StoreError),
        (lambda path: path.write_text("naam;fase\nAnna;idea\n" * 99, encoding="utf-8"), True, StoreError),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096), True, StoreError),
        (_file_of_another_program, True, StoreError),
        (_newer_store, True, StoreVersionError),
    ],
    ids=["missing", "a folder", "a folder to create", "empty", "a table", "a table to create", "a damaged head",
         "another program's", "a newer version's"],
)  # fmt: skip
def test_what_is_no_store_of_ours_is_refused_and_left_as_it_was(
    tmp_path: Path, make: object, create: bool, error: type[WijkwebError]
) -> None:
    path = tmp_path / "city.sqlite"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else path.exists()
    with pytest.raises(error) as raised:
        SqliteStore(path, create=create)
    assert type(raised.value) is error
    check_sentence(raised.value, path)
    assert (path.read_bytes() if path.is_file() else path.exists()) == before
    assert [one.name for one in tmp_path.iterdir()] == ([path.name] if path.exists() else [])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none" / "city.sqlite"
    with pytest.raises(StoreAccessError) as raised:
        SqliteStore(path, create=True)
    check_sentence(raised.value, path)


def test_an_impossible_name_is_no_file(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(WijkwebError):
            SqliteStore(tmp_path / name)


def test_two_that_create_one_store_at_once_share_it(tmp_path: Path) -> None:
    path = tmp_path / "city.sqlite"
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: SqliteStore(path, create=True), range(4)))
    load_nodes(stores[0], "initiative/a")
    assert [count(store) for store in stores] == [1] * 4
    for store in stores:
        store.close()


# ------------------------------------------------------------------------------------------------ reading and writing


def test_a_view_keeps_reading_what_it_began_with(file: Path) -> None:
    store = SqliteStore(file)
    with store.view() as view:
        load_nodes(store, "initiative/b", order=LoadOrder("source/two", "source/two"))
        assert (view.count(NodeFilter()), view.revision, view.nodes(["initiative/b"])) == (1, 1, [None])
        assert count(store) == 2
    store.close()


def test_a_view_may_outlive_its_store(file: Path) -> None:
    store = SqliteStore(file)
    view = store.view()
    store.close()
    assert view.count(NodeFilter()) == 1
    view.close()
    assert not list(file.parent.glob("*-wal"))


def test_a_store_in_memory_ends_with_its_object() -> None:
    one, other = SqliteStore(None), SqliteStore(None)
    load_nodes(one, "initiative/a")
    assert (count(one), count(other)) == (1, 0)
    one.close()
    other.close()


def test_what_was_withdrawn_is_gone_from_the_bytes_of_the_file(file: Path) -> None:
    store = SqliteStore(file)
    load = load_nodes(store, "initiative/secret", name="Qwertyuiop", order=LoadOrder("source/two", "source/two"))
    store.undo(load.number, actor="admin", reason="")
    with store.whole_transaction() as transaction:
        transaction._connection.execute('DELETE FROM "commit"')  # the history names it until it is forgotten
    store.close()
    assert b"Qwertyuiop" not in file.read_bytes()


def test_a_process_that_holds_the_file_makes_others_wait_and_then_say_so(file: Path) -> None:
    store = SqliteStore(file, wait_seconds=0.1)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusyError) as raised:
        load_nodes(store, "initiative/b")
    check_sentence(raised.value, file)
    other.close()
    assert load_nodes(store, "initiative/b", order=LoadOrder("source/two", "source/two")).number == 2
    store.close()


def test_readings_that_are_not_what_the_claims_come_to_are_named(file: Path) -> None:
    store = SqliteStore(file)
    changes, tie = ChangeSet(), Tie.between("PARTNERS_WITH", "initiative/a", "initiative/b")
    changes.state(Claim("initiative/b", "kind", "Initiative", "source/two"))
    changes.state(Claim("initiative/c", "same_as", "initiative/b", "source/two"))
    changes.state(Claim(tie.id, "exists", True, "source/two"), tie=tie)
    store.decide(LoadOrder("source/two", "x", LoadKind.DECISION), changes)
    assert store.problems() == []
    with sqlite3.connect(file) as other:
        other.execute("""UPDATE node SET reading = replace(reading, '"v":{', '"v":{"phase":"idea",')""")
        other.execute("DELETE FROM relationship")
    other.close()
    named = [problem.en.split()[0] for problem in store.problems()]
    assert named == ["initiative/a", "initiative/b", tie.id]
    store.close()
