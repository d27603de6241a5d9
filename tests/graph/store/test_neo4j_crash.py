"""A server that is killed in the midst of commits, as by a power cut: whole commits only, and the load is resumed."""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.errors import StoreError
from graph.store.loads import Load, LoadState
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import QUICK_START, Neo4jServer
from graph.store.sqlite import SqliteStore
from tests.contracts.build import Says, order_of, picture, says

pytestmark = pytest.mark.neo4j

BATCHES, NODES = 12, 300


def batch(number: int) -> Says:
    """Return what one batch says: nodes in a row, each tied to the next one and to a node of the batch before."""
    said = says("list", "2016")
    ids = [f"initiative/{number:02}-{place:03}" for place in range(NODES)]
    for place, id_ in enumerate(ids):
        said.node(id_, name=f"Initiatief {number} {place}", members=f"about {place} person")
        said.tie("PARTNERS_WITH", id_, ids[place - 1], status="active")
    return said.tie("SUCCEEDS", ids[0], "initiative/00-000") if number else said


def load(store: Neo4jStore | SqliteStore) -> Load:
    """Load all batches, from where an earlier try was cut off."""
    begun = store.begin(order_of(says("list"), fingerprint="crash"))
    for number in range(begun.done, BATCHES):
        with store.writer(begun, done=number + 1) as writer:
            writer.write(batch(number).changes)
    return store.complete(begun)


def open_store(server: Neo4jServer) -> Neo4jStore:
    return Neo4jStore(server.uri, user=server.user, password=server.password)


def check_whole(store: Neo4jStore) -> int:
    """Check that whole batches stand, and that readings are what the claims come to; return how many batches."""
    done = max((load.done for load in store.loads()), default=0)  # the first kill may come before the load began
    with store.view() as view:
        snapshot = view.snapshot()
    assert (snapshot.revision, len(snapshot.nodes.ids)) == (done, done * NODES)
    assert len(snapshot.relationships.ids) == done * NODES + max(done - 1, 0)
    assert [problem for problem in store.problems() if "afgebroken" not in problem.nl] == []
    return done


def test_a_server_killed_at_any_time_holds_whole_commits_and_the_load_is_resumed(own_neo4j: Neo4jServer) -> None:
    server, moments = own_neo4j, random.Random(7)  # noqa: S311 - moments, no secrets
    cut_off = 0
    for _ in range(3):
        store = open_store(server)
        with ThreadPoolExecutor(1) as pool:
            task = pool.submit(load, store)
            time.sleep(moments.uniform(0.1, 1.5))
            server.kill()
            cut_off += isinstance(task.exception(), StoreError)
        store.close()
        server = Neo4jServer.start(server.home, server.port, java_options=QUICK_START, end_with_us=True)
        again = open_store(server)
        done = check_whole(again)
        again.close()
    assert cut_off, "no kill came in time"
    store, never = open_store(server), SqliteStore(None)
    assert (load(store).state, done <= BATCHES) == (LoadState.COMPLETE, True)
    load(never)
    assert picture(store) == picture(never)
    assert store.problems() == []
    store.close()
    never.close()
    server.kill()
