"""A process that writes to a store and kills itself at a given moment; repeated until the work is done.

``python -m tests.contracts.killed_writer '{"path": "...", "kill_at": 1234}'`` kills itself before the 1234th call of a
function; without ``kill_at`` it ends by itself and prints how many calls there were.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from graph.store import committing
from graph.store.base import Store
from graph.store.loads import LoadKind, LoadOrder, LoadState
from tests.contracts.build import Says, person, says

BATCH = 20


def open_told(told: dict[str, Any]) -> Store:
    """Open the store that `Stores.told` tells of."""
    if "path" in told:
        from graph.store.sqlite import SqliteStore

        return SqliteStore(Path(told["path"]))
    from graph.store.neo4j import Neo4jStore

    store: Store = Neo4jStore(told["uri"], user=told["user"], password=told["password"])
    return store


def batches(source: str, first: int, number: int) -> list[Says]:
    """Return what a source says in batches of `BATCH` nodes, each with a name and a partner."""
    found = []
    for batch in range(number):
        said = says(source, "2016")
        for index in range(first + batch * BATCH, first + (batch + 1) * BATCH):
            said.node(f"initiative/{index:03}", name=f"{source} {index}")
            said.tie("PARTNERS_WITH", f"initiative/{index:03}", f"initiative/{index + 1:03}")
        found.append(said)
    return found


def work(store: Store) -> None:
    """Load, replace, merge and undo; what was done already is passed over, what was begun is gone on with."""
    usual = committing.THINGS_AT_ONCE
    committing.THINGS_AT_ONCE = 25  # so that a few dozen things are withdrawn and undone in several commits
    try:
        _work(store)
    finally:
        committing.THINGS_AT_ONCE = usual


def _work(store: Store) -> None:
    _load(store, "list", batches("list", 0, 4))
    _load(store, "report", batches("report", 30, 2))
    _load(store, "list 2", batches("list", 50, 3))
    if not any(load.order.title == "merge" for load in store.loads()):
        decision = LoadOrder("source/people", "merge", LoadKind.DECISION, title="merge")
        store.decide(decision, person().same("initiative/040", "initiative/060").changes)
    for load in store.loads():
        if load.order.title == "list 2":
            store.undo(load.number, actor="admin", reason="")


def _load(store: Store, title: str, said: list[Says]) -> None:
    over = (LoadState.COMPLETE, LoadState.UNDOING, LoadState.UNDONE)
    if any(load.order.title == title and load.state in over for load in store.loads()):
        return
    load = store.begin(LoadOrder(said[0].source, said[0].source, fingerprint=title, title=title))
    if load.state is LoadState.RUNNING:
        for number, batch in enumerate(said[load.done :], load.done + 1):
            with store.writer(load, done=number) as writer:
                writer.write(batch.changes)
    store.complete(load)


class Countdown:
    """Counts calls of functions, and ends this process hard at one of them."""

    def __init__(self, moment: int) -> None:
        self.calls = 0
        self._moment = moment

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        if event in ("call", "c_call"):
            self.calls += 1
            if self.calls == self._moment:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Do the work, or part of it."""
    told = json.loads(sys.argv[1])
    store = open_told(told)
    countdown = Countdown(told.get("kill_at", -1))
    sys.setprofile(countdown)
    work(store)
    sys.setprofile(None)
    sys.stdout.write(f"{countdown.calls}\n")
    store.close()


if __name__ == "__main__":
    main()
