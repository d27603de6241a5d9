"""The server store as a client of a server: getting in, routing, waiting, full memory, a server that goes away."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from graph.errors import StoreAccessError, StoreAwayError, StoreBusyError, StoreError, StoreFullError
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j.driver import Server, Statements
from graph.store.neo4j.pulse import announce, read_pulse
from graph.store.neo4j_server import QUICK_START, Neo4jAccess, Neo4jServer
from graph.store.questions import NodeFilter
from tests.contracts.build import City, order_of, says
from tests.graph.store.conftest import Ask

pytestmark = pytest.mark.neo4j

A, B = "initiative/a", "initiative/b"
Open = Callable[..., Neo4jStore]


def test_a_wrong_password_is_said_without_it(open_neo4j: Open) -> None:
    with pytest.raises(StoreAccessError) as caught:
        open_neo4j(**{"password": "not the right one"})
    assert "WIJKWEB_NEO4J_PASSWORD_FILE" in caught.value.en
    assert "not the right one" not in caught.value.en + repr(caught.value.__cause__)


def test_a_database_that_is_not_there_is_said(open_neo4j: Open) -> None:
    with pytest.raises(StoreError, match="database"):
        open_neo4j(database="elsewhere")


def test_a_cluster_is_reached_by_routing(open_neo4j: Open, empty_neo4j: Neo4jAccess) -> None:
    routed = City(open_neo4j(empty_neo4j.uri.replace("bolt://", "neo4j://"), database="neo4j"))
    routed.load(says("one").node(A, name="Anna"))
    assert routed.node(A).name == "Anna"
    assert City(open_neo4j()).revision == 1


def test_many_notices_of_the_server_are_one_line_of_the_log(open_neo4j: Open, caplog: pytest.LogCaptureFixture) -> None:
    server = open_neo4j()._server
    with caplog.at_level(logging.WARNING, "neo4j.notifications"):
        for number in range(3):  # the numbers make three questions of it
            server.read(lambda database, number=number: database.rows(f"MATCH (n) RETURN id(n) + {number} LIMIT 1"))  # type: ignore[misc]
        assert len(caplog.records) == 1
        caplog.clear()
        City(open_neo4j()).load(says("one").node(A).node(B).tie("PARTNERS_WITH", A, B))
        assert caplog.records == [], "our own questions give no cause for notices"


def test_a_question_is_planned_once_however_many_it_asks_for(open_neo4j: Open, ask_neo4j: Ask) -> None:
    server = open_neo4j()._server
    ask_neo4j("CALL db.clearQueryCaches()")
    for number in (0, 1, 5, 50, 500):
        ids = [A] * number
        server.read(lambda database, ids=ids: database.rows("MATCH (n:Thing) WHERE n.id IN $ids RETURN 1", ids=ids))  # type: ignore[misc]
    assert "1 queries" in ask_neo4j("CALL db.clearQueryCaches()")[0][0]


def test_half_a_surrogate_pair_is_asked_for_in_vain(open_neo4j: Open) -> None:
    with open_neo4j().view() as view:
        assert view.relationships_by_id(["PART_OF|\ud800|a", "none"]) == [None, None]
        assert view.statements(["\ud800"]) == {"\ud800": []}


def test_waiting_for_a_writer_elsewhere_takes_as_long_as_is_set(open_neo4j: Open) -> None:
    holding, waiting = open_neo4j(), open_neo4j(wait_seconds=0.5)
    with holding.whole_transaction():
        begun = time.monotonic()
        with pytest.raises(StoreBusyError):
            waiting.begin(order_of(says("one").node(A)))
        assert 0.4 < time.monotonic() - begun < 5
    assert waiting.begin(order_of(says("one").node(A))).number == 1


def test_a_writer_gets_the_lock_as_soon_as_it_is_free(open_neo4j: Open) -> None:
    holding, waiting = open_neo4j(), open_neo4j(wait_seconds=30)
    with ThreadPoolExecutor(1) as pool:
        with holding.whole_transaction():
            begun = pool.submit(waiting.begin, order_of(says("one").node(A)))
            time.sleep(0.3)
            assert not begun.done()
        assert begun.result(timeout=10).number == 1


def test_what_fails_in_the_midst_of_a_commit_leaves_nothing(open_neo4j: Open, ask_neo4j: Ask) -> None:
    store = open_neo4j()
    with pytest.raises(StoreError), store.whole_transaction() as transaction:
        transaction.database.run("CREATE (:Thing {id: 'initiative/half'})")
        transaction.database.run("MATCH (n:Thing) SET n.x = 1 / 0")
        transaction.database.rows("RETURN 1")
    assert ask_neo4j("MATCH (n:Thing) RETURN n") == []
    assert City(store).load(says("one").node(A)).number == 1


@pytest.mark.parametrize("came_to_be", [True, False])
def test_what_a_writer_that_died_left_unsettled_is_settled(open_neo4j: Open, ask_neo4j: Ask, came_to_be: bool) -> None:
    store = open_neo4j()
    City(store).load(says("one").node(A))
    store._server.write(lambda database: announce(database, 2))
    if came_to_be:
        ask_neo4j("MATCH (w:Wijkweb {id: 'store'}) SET w.revision = 2")
    with store.view() as view:
        assert view.count(NodeFilter()) == 1
        assert view.revision == (2 if came_to_be else 1)
    assert store._server.read(read_pulse).settled


def test_a_reading_of_a_day_is_made_once_for_a_revision(open_neo4j: Open) -> None:
    city = City(open_neo4j())
    city.load(says("one", "2016").node(A, name="Anna"))
    assert city.node(A, as_of=date(2017, 1, 1)).name == "Anna"
    kept = dict(city.store._days)  # type: ignore[attr-defined]
    assert city.node(A, as_of=date(2017, 1, 1)).name == "Anna"
    assert city.store._days == kept  # type: ignore[attr-defined]
    city.load(says("two", "2016").node(B))
    assert city.sees(B, as_of=date(2017, 1, 1))


def test_a_server_that_goes_away_and_comes_back(own_neo4j: Neo4jServer) -> None:
    access = own_neo4j.access
    store = Neo4jStore(access.uri, user=access.user, password=access.password)
    city = City(store)
    city.load(says("one").node(A, name="Anna"))
    own_neo4j.stop()
    for use in (lambda: city.sees(A), lambda: city.load(says("two").node(B)), lambda: store.records.get("x", ["y"])):
        with pytest.raises(StoreAwayError) as caught:
            use()
        assert access.uri in caught.value.en
    again = Neo4jServer.start(own_neo4j.home, own_neo4j.port, java_options=QUICK_START, end_with_us=True)
    try:
        assert city.node(A).name == "Anna"
        assert city.load(says("two").node(B)).number == 2
    finally:
        store.close()
        again.kill()


def test_a_full_memory_is_one_clear_error_and_is_not_tried_again(neo4j_jars: None, tmp_path: Path) -> None:
    server = Neo4jServer.start(
        tmp_path / "home", java_options=("-Xmx256m", "-XX:TieredStopAtLevel=1"), end_with_us=True
    )
    try:
        access, tries = server.access, []
        store = Neo4jStore(access.uri, user=access.user, password=access.password)

        def fill(database: Statements) -> None:
            tries.append(1)
            database.rows("UNWIND range(1, 100000000) AS x WITH collect(x) AS numbers RETURN size(numbers)")

        with pytest.raises(StoreFullError) as caught:
            store._server.read(fill)
        assert (len(tries), "half" in caught.value.nl) == (1, True)
        with pytest.raises(StoreFullError), store.whole_transaction() as transaction:
            transaction.database.run("CREATE (:Thing {id: 'initiative/half'})")
            fill(transaction.database)
        assert City(store).load(says("one").node(A)).number == 1
        with store.view() as view:
            assert view.count(NodeFilter()) == 1
        store.close()
    finally:
        server.kill()


def test_closing_twice_and_using_a_server_that_was_closed(empty_neo4j: Neo4jAccess) -> None:
    server = Server(empty_neo4j.uri, user=empty_neo4j.user, password=empty_neo4j.password, database=None)
    server.close()
    server.close()
    with pytest.raises(StoreError):
        server.read(lambda database: database.rows("RETURN 1"))
