"""Fixtures for the parts that a machine may lack: here a real Neo4j.

``WIJKWEB_REQUIRE`` names, divided by commas, the parts whose absence is a failure and not a skip:
``neo4j,gds,browser``.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from graph.errors import WijkwebError
from graph.store.neo4j_server import (
    QUICK_START,
    Neo4jAccess,
    Neo4jServer,
    fetch_gds_jars,
    fetch_jars,
    find_java,
    is_engine_answering,
)

if TYPE_CHECKING:
    from neo4j import Driver


MATERIAL = Path(__file__).resolve().parents[2] / "shared"
"""Working material of who builds this: documents, lists and networks that are not ours to put in the project."""


@cache
def may_mount() -> bool:
    """Whether this machine lets us make a small disk: a container or an ordinary user often may not."""
    with tempfile.TemporaryDirectory() as folder:
        made = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
        if shutil.which("mount") is None or subprocess.run(made, capture_output=True, check=False).returncode:
            return False
        subprocess.run(["umount", "-l", folder], check=True)
    return True


def pytest_report_header() -> list[str]:
    """Say which tests are left out, because what they need cannot be installed."""
    return [
        f"material: {'beside this checkout' if MATERIAL.is_dir() else 'not here; its tests are left out'}",
        f"small disks: {'may be mounted' if may_mount() else 'may not be mounted; their tests are left out'}",
    ]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that need what cannot be installed: working material of others, and leave to mount."""
    lacking = {name for name, is_there in (("material", MATERIAL.is_dir()), ("mount", may_mount())) if not is_there}
    left_out = [item for item in items if any(item.get_closest_marker(name) for name in lacking)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def skip_or_fail(part: str, reason: str) -> NoReturn:
    """End a test because this machine lacks a part: a failure where WIJKWEB_REQUIRE names the part, else a skip."""
    required = {name.strip() for name in os.environ.get("WIJKWEB_REQUIRE", "").split(",")}
    if part in required:
        pytest.fail(f"WIJKWEB_REQUIRE names {part}: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def neo4j_jars() -> None:
    """Make sure that Neo4j can be started from jars; the first time they are fetched."""
    try:
        find_java()
        fetch_jars()
    except WijkwebError as error:
        skip_or_fail("neo4j", error.en)


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jAccess]:
    """Give the session's Neo4j: the one that NEO4J_TEST_URI names, else one in Docker, else one from jars.

    ``empty_neo4j`` removes all that the database ``neo4j`` of that server holds.
    """
    if uri := os.environ.get("NEO4J_TEST_URI"):
        user = os.environ.get("NEO4J_TEST_USER", "neo4j")
        yield Neo4jAccess(uri, user, os.environ.get("NEO4J_TEST_PASSWORD", ""))
    elif is_engine_answering():
        yield from _run_container()
    else:
        request.getfixturevalue("neo4j_jars")
        server = Neo4jServer.start(tmp_path_factory.mktemp("neo4j"), java_options=QUICK_START, end_with_us=True)
        try:
            yield server.access
        finally:
            server.kill()  # nothing of it is needed again, so no time is spent on a clean end


def _run_container() -> Iterator[Neo4jAccess]:
    password = secrets.token_urlsafe(16)
    with warnings.catch_warnings():
        # testcontainers and the docker client warn of their own next versions, at import and at start.
        warnings.simplefilter("ignore", DeprecationWarning)
        from testcontainers.community.neo4j import Neo4jContainer

        container = Neo4jContainer("neo4j:5.26-community", password=password).start()
    try:
        yield Neo4jAccess(container.get_connection_url(), "neo4j", password)
    finally:
        container.stop()


@pytest.fixture
def own_neo4j(neo4j_jars: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Give a Neo4j that one test may stop, kill and start again on its home; costs a start, 5 to 10 seconds."""
    home = tmp_path_factory.mktemp("own-neo4j")
    yield Neo4jServer.start(home, java_options=QUICK_START, end_with_us=True)
    if server := Neo4jServer.find(home):
        server.kill()


@pytest.fixture(scope="session")
def gds_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jAccess]:
    """Give a Neo4j with Graph Data Science: the one that NEO4J_TEST_URI names, else one from jars.

    Not the session's own Neo4j: with it a server takes twice the time to start, which few tests need.
    """
    if uri := os.environ.get("NEO4J_TEST_URI"):
        user = os.environ.get("NEO4J_TEST_USER", "neo4j")
        access = Neo4jAccess(uri, user, os.environ.get("NEO4J_TEST_PASSWORD", ""))
        if not _has_gds(access):
            skip_or_fail("gds", "the Neo4j that NEO4J_TEST_URI names has no Graph Data Science")
        yield access
        return
    try:
        find_java()
        fetch_gds_jars()
    except WijkwebError as error:
        skip_or_fail("gds", error.en)
    home = tmp_path_factory.mktemp("gds")
    server = Neo4jServer.start(home, java_options=QUICK_START, with_gds=True, end_with_us=True)
    try:
        yield server.access
    finally:
        server.kill()


def _has_gds(access: Neo4jAccess) -> bool:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(access.uri, auth=(access.user, access.password)) as driver:
        found = driver.execute_query("SHOW PROCEDURES YIELD name WHERE name = 'gds.leiden.stream' RETURN name").records
    return bool(found)


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Neo4jAccess) -> Iterator[Driver]:
    """Give a driver for the session's Neo4j."""
    from neo4j import GraphDatabase

    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        yield driver


@pytest.fixture
def empty_neo4j(neo4j_server: Neo4jAccess, neo4j_driver: Driver) -> Neo4jAccess:
    """Give the session's Neo4j without nodes and relationships; constraints and indexes stay."""
    with neo4j_driver.session(database="neo4j") as session:
        # In batches, because one transaction over a whole test graph may not fit in the server's memory.
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
    return neo4j_server
