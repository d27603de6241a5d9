"""Disks that are full, read-only, damaged or cut off, and processes that die: one sentence each, nothing by halves."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store.sqlite import SqliteStore
from tests.graph.store.test_sqlite_store import check_sentence, count, load_nodes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a store of one node, closed."""
    path = tmp_path / "city.sqlite"
    store = SqliteStore(path, create=True)
    load_nodes(store, "initiative/a")
    store.close()
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """Give a folder on a disk of two megabytes; where none may be mounted, a folder and a limit on its files."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    mounted = (
        shutil.which("mount") is not None and not subprocess.run(mount, capture_output=True, check=False).returncode
    )
    yield folder, 0 if mounted else 2_000_000
    if mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


FILL = """
import resource, sys
from pathlib import Path
from graph.changes import ChangeSet
from graph.claims import Claim
from graph.errors import StoreFullError
from graph.store.loads import LoadOrder
from graph.store.sqlite import SqliteStore
path, limit = sys.argv[1:]
store = SqliteStore(Path(path), create=True)
if int(limit):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
for number in (1, 9_000):
    load = store.begin(LoadOrder("source/one", "source/one", fingerprint=str(number)))
    changes = ChangeSet()
    for index in range(number):
        changes.state(Claim(f"initiative/{index}", "kind", "Initiative", "source/one"))
        changes.state(Claim(f"initiative/{index}", "name", "Anna", "source/one"))
    try:
        with store.writer(load) as writer:
            writer.write(changes)
        store.complete(load)
    except StoreFullError as error:
        print(error.nl); print(error.en)
print(*[load.state for load in store.loads()])
store.undo(2, actor="admin", reason="no room")
store.close()
"""


def test_a_full_disk_is_one_sentence_and_nothing_is_stored_by_halves(small_disk: tuple[Path, int]) -> None:
    folder, limit = small_disk
    path = folder / "city.sqlite"
    command = [sys.executable, "-c", FILL, str(path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    nl, en, states = done.stdout.splitlines()
    check_sentence(StoreError(nl, en), path)
    assert (en.startswith("The disk of"), states, done.returncode) == (True, "running complete", 0)
    store = SqliteStore(path)
    assert (count(store), store.problems()) == (1, [])
    store.close()


LIMITED = """
import resource, sys
from pathlib import Path
from graph.errors import StoreFullError
from graph.store.sqlite import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    store.derived.put("model", {"big": b"x" * 1_000_000})
except StoreFullError as error:
    print(error.en)
with store.view() as view:
    print(view.revision)
"""


def test_a_limit_on_the_size_of_files_is_a_full_disk(file: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(file)], capture_output=True, text=True, check=True)
    sentence, revision = done.stdout.splitlines()
    assert sentence.startswith("The disk of")
    assert revision == "1"
    store = SqliteStore(file)
    assert (count(store), store.problems()) == (1, [])
    store.close()


READ_ONLY = """
import os, sys
from pathlib import Path
from graph.errors import StoreAccessError
from graph.store.sqlite import SqliteStore
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    store = SqliteStore(Path(sys.argv[1]))
    with store.view() as view:
        print("reads", view.revision)
    store.derived.put("model", {"a": b"x"})
except StoreAccessError as error:
    print(type(error).__name__, error.en)
"""


@pytest.mark.parametrize("folder_mode", [0o777, 0o555], ids=["file", "file and folder"])
def test_what_may_only_be_read_is_not_written(file: Path, folder_mode: int) -> None:
    # Not in pytest's own folder: only its owner may enter that, and root may write anywhere.
    folder = Path(tempfile.mkdtemp(prefix="wijkweb-"))
    path = Path(shutil.copy(file, folder / "city.sqlite"))
    path.chmod(0o444)
    folder.chmod(folder_mode)
    try:
        done = subprocess.run([sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, check=True)
    finally:
        folder.chmod(0o777)
    assert done.stdout.splitlines()[-1].startswith(f"StoreAccessError sqlite:///{path}")
    assert path.read_bytes() == file.read_bytes()
    shutil.rmtree(folder)


@pytest.fixture
def large_file(tmp_path: Path) -> Path:
    """Give a store of enough pages to damage some in the middle, closed."""
    path = tmp_path / "large.sqlite"
    store = SqliteStore(path, create=True)
    load_nodes(store, *[f"initiative/{number:04}" for number in range(800)])
    store.close()
    return path


def _overwrite(path: Path, start: int, length: int) -> None:
    with path.open("r+b") as opened:
        opened.seek(start)
        opened.write(b"\xa5" * length)


@pytest.mark.parametrize("page", [1, 2, 3, 5, 10, 40, 80])
def test_a_damaged_page_is_named_and_never_answered_with_nonsense(large_file: Path, page: int) -> None:
    _overwrite(large_file, page * 4096, 4096)
    told = []
    try:
        store = SqliteStore(large_file)
        told = [problem.en for problem in store.problems()]
        store.close()
    except StoreError as error:
        check_sentence(error, large_file)
        told = [error.en]
    assert told
    assert any("damaged" in sentence for sentence in told)


def test_a_file_that_was_cut_off_is_named(large_file: Path) -> None:
    os.truncate(large_file, large_file.stat().st_size // 2)
    with pytest.raises(StoreError) as raised:
        store = SqliteStore(large_file)
        with store.view() as view:
            view.snapshot()
    check_sentence(raised.value, large_file)
    assert "damaged" in raised.value.en


KILLED = """
import os, signal, sys
from pathlib import Path
from graph.changes import ChangeSet
from graph.claims import Claim
from graph.store.loads import LoadOrder
from graph.store.sqlite import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
with store.whole_transaction() as transaction:
    transaction._connection.execute("DELETE FROM thing")
    transaction._connection.execute("PRAGMA cache_spill = 1")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_killed_in_the_middle_of_a_transaction_leaves_nothing_of_it(large_file: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(large_file)], check=False)
    assert done.returncode == -signal.SIGKILL
    store = SqliteStore(large_file)
    assert (count(store), store.problems()) == (800, [])
    store.close()
