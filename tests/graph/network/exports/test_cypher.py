"""The Cypher script, run in a real Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from graph.network import Network
from graph.store.neo4j_server import Neo4jAccess
from tests.graph.network.exports.written import NAMES, STAFF, written

if TYPE_CHECKING:
    from neo4j import Driver, Session


@pytest.fixture
def session(empty_neo4j: Neo4jAccess, neo4j_driver: Driver) -> Iterator[Session]:
    """Give a session with an empty Neo4j; what the script declares there is taken away again."""
    with neo4j_driver.session(database="neo4j") as opened:
        yield opened
        opened.run("DROP CONSTRAINT wijkweb_export_id IF EXISTS").consume()


def _statements(script: str) -> list[str]:
    """Divide a script as cypher-shell does: at a semicolon that ends a line."""
    lines = [line for line in script.split("\n") if not line.startswith("//")]
    return [one for one in "\n".join(lines).split(";\n") if one.strip()]


def test_every_statement_stands_between_our_own_words(hostile: Network) -> None:
    statements = _statements(written(hostile, "cypher").decode())
    assert statements[0].startswith("CREATE CONSTRAINT")
    assert {one.split(" ", 1)[0] for one in statements[1:]} == {"UNWIND"}
    assert all(sign.isprintable() or sign == "\n" for one in statements for sign in one)


def test_it_holds_values_with_their_sources_and_nothing_unknown(den_haag: Network) -> None:
    script = written(den_haag, "cypher").decode()
    assert "sources_of_phase: ['source/" in script
    assert ": null" not in script
    assert "naam niet genoemd" not in script


@pytest.mark.neo4j
def test_run_in_neo4j_it_makes_the_graph_again(den_haag: Network, session: Session) -> None:
    with den_haag.view(STAFF) as view:
        expected = den_haag.to_networkx(view)
    for _ in range(2):  # the second time changes nothing
        for statement in _statements(written(den_haag, "cypher").decode()):
            session.run(statement).consume()
    nodes = {row["id"]: dict(row["n"]) for row in session.run("MATCH (n:Entity) RETURN n.id AS id, n")}
    ties = {row["id"] for row in session.run("MATCH ()-[r]->() RETURN r.id AS id")}
    labels = session.run("MATCH (n:Initiative) RETURN count(n) AS n").single(strict=True)["n"]
    assert set(nodes) == set(expected.nodes)
    assert ties == {key for _, _, key in expected.edges(keys=True)}
    assert labels == sum(data["kind"] == "Initiative" for _, data in expected.nodes(data=True))
    assert nodes["initiative/elcura-zorgt"]["sources"] == expected.nodes["initiative/elcura-zorgt"]["sources"]


@pytest.mark.neo4j
def test_hostile_names_are_text_to_neo4j(hostile: Network, session: Session) -> None:
    for statement in _statements(written(hostile, "cypher").decode()):
        session.run(statement).consume()
    found = {row["id"]: row["name"] for row in session.run("MATCH (n:Initiative) RETURN n.id AS id, n.name AS name")}
    aliases = session.run("MATCH (n {id: 'initiative/plus'}) RETURN n.aliases AS a").single(strict=True)["a"]
    assert found == NAMES
    assert aliases == ["+31 70 123 ook", "a|b; c"]
