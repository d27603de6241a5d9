"""A process killed at any moment leaves whole commits only; repeating its work ends as if it had never been killed."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from graph.store.base import Store
from graph.store.codec import claim_of
from graph.store.loads import LoadState
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, picture, says
from tests.contracts.conftest import Stores
from tests.contracts.killed_writer import BATCH, work

ROOT = Path(__file__).resolve().parents[2]


def command(told: dict[str, Any]) -> list[str]:
    return [sys.executable, "-m", "tests.contracts.killed_writer", json.dumps(told)]


def run(told: dict[str, Any]) -> tuple[int, str]:
    """Run the writer in a process of its own; return its end and what it printed."""
    done = subprocess.run(command(told), cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, done.stdout + done.stderr


def check_whole(store: Store) -> None:
    """Check that claims, commits, readings and progress are those of whole commits."""
    documents = list(store.dump())
    replayed: set[str] = set()
    commits = [document["commit"] for document in documents if "commit" in document]
    for commit in commits:
        replayed |= {repr(claim_of(row[0], row[1:])) for row in commit["delta"]["added"]}
        replayed -= {repr(claim_of(row[0], row[1:])) for row in commit["delta"]["withdrawn"]}
    live = {repr(claim_of(document["thing"], row)) for document in documents if "thing" in document
            for row in document["book"] if row[7]}  # fmt: skip
    assert replayed == live
    assert [commit["revision"] for commit in commits] == list(range(1, len(commits) + 1))
    again = SqliteStore(None)
    again.restore(documents)
    assert picture(again) == picture(store)
    again.close()


def check_progress(store: Store) -> None:
    """Check that a load that was cut off has attested exactly the batches that it says are done."""
    touched: dict[int, set[str]] = {}
    for document in store.dump():
        if "commit" in document:
            things = {thing for thing in document["commit"]["things"] if thing.startswith("initiative/")}
            touched.setdefault(document["commit"]["load"], set()).update(things)
    for load in store.loads():
        if load.state is LoadState.RUNNING:
            assert len(touched.get(load.number, ())) == load.done * BATCH
    cut_off = [load for load in store.loads() if load.state not in (LoadState.COMPLETE, LoadState.UNDONE)]
    assert len(store.problems()) == len(cut_off) <= 1


def never_killed() -> dict[str, Any]:
    store = SqliteStore(None)
    work(store)
    expected = picture(store)
    assert store.problems() == []
    store.close()
    return expected


def test_killed_again_and_again_at_any_call_and_repeated_it_ends_the_same(stores: Stores) -> None:
    expected = never_killed()
    store, moments, kills = stores.fresh(), random.Random(20161216), 0  # noqa: S311 - moments, no secrets
    while True:
        # Each run comes further than the one before at some time: the moments grow.
        code, printed = run({**stores.told(), "kill_at": moments.randrange(500, 15_000 + 5_000 * kills)})
        check_whole(store)
        check_progress(store)
        if code == 0:
            break
        assert code == -signal.SIGKILL, printed
        kills += 1
    assert kills >= 4
    assert picture(store) == expected
    assert store.problems() == []


@pytest.mark.load
def test_killed_from_outside_at_any_time_it_ends_the_same(stores: Stores) -> None:
    expected = never_killed()
    moments = random.Random(1)  # noqa: S311 - moments, no secrets
    stores.fresh()
    begin = time.monotonic()
    assert run(stores.told())[0] == 0
    whole_run = time.monotonic() - begin
    for _ in range(25 if stores.name == "sqlite" else 8):  # a run on a server takes seconds
        store = stores.fresh()
        process = subprocess.Popen(
            command(stores.told()), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(moments.uniform(0.2, 1) * whole_run)
        process.kill()
        process.wait()
        check_whole(store)
        check_progress(store)
        work(store)
        assert picture(store) == expected


def test_a_writer_that_dies_between_commits_leaves_a_load_that_doctor_names(city: City) -> None:
    load = city.start(says("list").node("initiative/a"), title="lijst.csv")
    assert [problem.en for problem in city.store.problems()] == [
        "Load 1 (lijst.csv) was cut off. Load the same again or undo it."
    ]
    city.store.complete(load)
    assert city.store.problems() == []


@pytest.mark.parametrize("way", ["resumed", "undone"])
def test_what_a_dead_process_began_another_ends(stores: Stores, way: str) -> None:
    city = City(stores.fresh())
    said = says("list").node("initiative/a").node("initiative/b")
    city.start(said)
    other = City(stores.open_again())
    if way == "resumed":
        assert other.load(said).state is LoadState.COMPLETE
    else:
        other.undo(other.store.loads()[0])
    assert city.sees("initiative/a") == (way == "resumed")
    assert city.store.problems() == []
