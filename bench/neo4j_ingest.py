"""Writing a city of claims into Neo4j, against raw ``UNWIND`` of the same final nodes and relationships.

Ours reads what stands, works out what each claim changes, and writes nodes, relationships, keys and commits. The peer
is given all that as rows and only writes it, into the same database with the same constraints and indexes. Run as
``python -m bench.neo4j_ingest``; it empties the database that ``NEO4J_TEST_URI`` names, or starts a server of its own.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from bench.claims import city, store_claims
from graph.errors import WijkwebError
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess, Neo4jServer

ROUNDS = 3
"""The first round warms the server's compiler; the best of the others counts, of ours and of the peer."""

BATCH = 5_000
"""Rows of one statement, and of one transaction, of the peer: the size at which it is fastest."""

AT_MOST = 2.0

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
            ours.append(_seconds(lambda store=store: store_claims(store, changes)))  # type: ignore[misc]
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
