"""Writing a city of claims into Neo4j, against raw ``UNWIND`` of the same final nodes and relationships.

Ours reads what stands, works out what each claim changes, and writes nodes, relationships, keys and commits. The peer
is given all that as rows and only writes it, into the same database with the same constraints and indexes. Run as
``python -m bench.neo4j_ingest``; it empties the database that ``NEO4J_TEST_URI`` names, or starts a server of its own.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from graph.changes import ChangeSet, Tie
from graph.claims import Attestation, Claim, place
from graph.errors import WijkwebError
from graph.schema.values import Value
from graph.store.loads import LoadOrder
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess, Neo4jServer

NODES = 6_000
TIES = 18_000
ROUNDS = 3
"""The first round warms the server's compiler; the best of the others counts, of ours and of the peer."""

BATCH = 5_000
"""Rows of one statement, and of one transaction, of the peer: the size at which it is fastest."""

AT_MOST = 2.0

_SOURCE = "source/list"


def city(seed: int = 1) -> ChangeSet:
    """Return what a file says of initiatives in seven columns, and of who works together."""
    draws = random.Random(seed)  # noqa: S311 - a draw of words, no secret
    words = ["".join(draws.choices("abcdefghijklmnoprstuvwz", k=draws.randint(3, 9))) for _ in range(3_000)]
    changes = ChangeSet()
    ids = []
    for number in range(NODES):
        name = " ".join(draws.choices(words, k=3))
        ids.append(f"initiative/{name.replace(' ', '-')}-{number}")
        values = {"kind": "Initiative", "name": name, "phase": draws.choice(["idea", "running", "ended"]),
                  "members": f"about {number % 90} person", "summary": " ".join(draws.choices(words, k=15)),
                  "started_on": "2016-05", "website": f"https://buurt{number}.nl"}  # fmt: skip
        for column, value in values.items():
            at = Attestation(places=(place(row=number, column=column),), total=1)
            changes.state(Claim(ids[-1], column, value, _SOURCE, "2016-12-01"), at)
    for number in range(TIES):
        tie = Tie.between("PARTNERS_WITH", *draws.sample(ids, 2))
        at = Attestation(places=(place(row=number),), total=1)
        said: dict[str, Value] = {"exists": True, "status": "active"}
        for column, stated in said.items():
            changes.state(Claim(tie.id, column, stated, _SOURCE, "2016-12-01"), at, tie=tie)
    return changes


def write_ours(store: Neo4jStore, changes: ChangeSet) -> None:
    """Load a file that says all this."""
    load = store.begin(LoadOrder(_SOURCE, _SOURCE, fingerprint="bench"))
    for part in changes.slices():
        with store.writer(load) as writer:
            writer.write(part)
    store.complete(load)


Rows = dict[str, list[dict[str, Any]]]


def read_rows(driver: Driver) -> tuple[Rows, Rows]:
    """Return the properties of every node by labels, and of every relationship by type, with the ids of its ends."""
    nodes: Rows = {}
    for labels, properties in _ask(driver, "MATCH (n) WHERE NOT n:Wijkweb RETURN labels(n), properties(n)"):
        nodes.setdefault(":".join(sorted(labels)), []).append(properties)
    ties: Rows = {}
    for type_, start, end, properties in _ask(driver, "MATCH (s)-[r]->(e) RETURN type(r), s.id, e.id, properties(r)"):
        ties.setdefault(type_, []).append({"start": start, "end": end, "properties": properties})
    return nodes, ties


def write_raw(driver: Driver, nodes: Rows, ties: Rows) -> None:
    """Write rows as they are."""
    for labels, rows in nodes.items():
        _send(driver, f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", rows)
    for type_, rows in ties.items():
        _send(
            driver,
            f"""UNWIND $rows AS row MATCH (s:Thing {{id: row.start}}) MATCH (e:Thing {{id: row.end}})
                CREATE (s)-[r:{type_}]->(e) SET r = row.properties""",
            rows,
        )


def _send(driver: Driver, query: str, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        driver.execute_query(query, {"rows": rows[start : start + BATCH]})


def _ask(driver: Driver, query: str) -> Iterator[list[Any]]:
    for record in driver.execute_query(query).records:
        yield record.values()


def empty(driver: Driver) -> None:
    """Remove all nodes but the two that mark the database as ours."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def _seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@contextmanager
def _server() -> Iterator[Neo4jAccess]:
    if uri := os.environ.get("NEO4J_TEST_URI"):
        user = os.environ.get("NEO4J_TEST_USER", "neo4j")
        yield Neo4jAccess(uri, user, os.environ.get("NEO4J_TEST_PASSWORD", ""))
        return
    with tempfile.TemporaryDirectory(prefix="wijkweb-bench-") as home:
        server = Neo4jServer.start(Path(home), java_options=("-Xmx2g",), end_with_us=True)
        try:
            yield server.access
        finally:
            server.kill()


def _measure(access: Neo4jAccess) -> list[dict[str, object]]:
    changes = city()
    ours, peer = [], []
    with GraphDatabase.driver(access.uri, auth=(access.user, access.password)) as driver:
        for _ in range(ROUNDS):
            empty(driver)
            store = Neo4jStore(access.uri, user=access.user, password=access.password)
            ours.append(_seconds(lambda store=store: write_ours(store, changes)))  # type: ignore[misc]
            store.close()
            nodes, ties = read_rows(driver)
            empty(driver)
            peer.append(_seconds(lambda nodes=nodes, ties=ties: write_raw(driver, nodes, ties)))  # type: ignore[misc]
        empty(driver)
    best, raw = min(ours[1:]), min(peer[1:])
    what = f"Neo4j: {len(changes):,} claims, in times raw UNWIND (less is better)"
    return [{"what": what, "ours_s": best, "peer_s": raw, "ratio": best / raw, "at_most": AT_MOST}]


def rows() -> list[dict[str, object]]:
    """Return what was measured, or why nothing was."""
    try:
        with _server() as access:
            return _measure(access)
    except WijkwebError as error:
        return [{"what": "Neo4j: claims, in times raw UNWIND", "skipped": error.en, "at_most": AT_MOST}]


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
