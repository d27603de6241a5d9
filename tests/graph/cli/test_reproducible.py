"""Advice to the byte: the same data give the same answers, in whichever process and store they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from graph.network import Network
from graph.practice.write import write_city
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess
from tests.cities import loaded_network
from tests.graph.cli.terminal import Terminal

if TYPE_CHECKING:
    from neo4j import Driver

COMMANDS = (
    "suggest --first 40",
    "alliances --as staff",
    "communities --brokers",
    "central --first 50",
    "central --near 'Bezoekkring Zuiderveld'",
    "central --like 'Bezoekkring Zuiderveld'",
    "evaluate --seed 3",
    "evaluate --by date",
    "rank areas",
    "rank initiatives --first 50",
    "brokers --as staff",
    "gaps --area Molenbuurt",
    "compose --members 150 --within Molenbuurt",
    "invite 'Wijkcafé Parkrand, 19 januari 2026' --tables 2 --as facilitator",
)

PROGRAM = """
import contextlib, io, json, shlex, sys
from graph.cli import main
answers = {}
for command in sys.argv[1:]:
    sys.argv[1:] = [*shlex.split(command), "--format", "json"]
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as out:
        main()
    answers[command] = out.buffer.getvalue().decode()
print(json.dumps(answers))
"""
"""All questions in one process, which takes a tenth of the time of a process for each."""

Answers = dict[str, str]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, Network]]:
    """Give a terminal in a folder whose store holds a small practice city, and that city."""
    folder = tmp_path_factory.mktemp("same")
    write_city(folder / "stad", initiatives=60, seed=3)
    network = loaded_network(folder / "stad", folder / "wijkweb.sqlite")
    yield Terminal(folder), network
    network.close()


@pytest.fixture(scope="module")
def answers(city: tuple[Terminal, Network]) -> Answers:
    """What the store in the folder answers."""
    return ask(city[0], hash_seed="1")


@pytest.fixture(scope="module")
def again(city: tuple[Terminal, Network]) -> Answers:
    """What another process says, whose sets are in another order."""
    return ask(city[0], hash_seed="2")


@pytest.fixture(scope="module")
def in_neo4j(city: tuple[Terminal, Network], neo4j_server: Neo4jAccess, neo4j_driver: Driver) -> Answers:
    """What Neo4j says, that holds the same."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    terminal, network = city
    store = Neo4jStore(neo4j_server.uri, user=neo4j_server.user, password=neo4j_server.password)
    store.restore(network.store.dump())
    store.close()
    password = terminal.file("password", neo4j_server.password)
    password.chmod(0o600)
    where = {"WIJKWEB_STORE": neo4j_server.uri, "WIJKWEB_NEO4J_PASSWORD_FILE": str(password)}
    return ask(terminal, hash_seed="3", **where)


def ask(terminal: Terminal, *, hash_seed: str, **more: str) -> Answers:
    surroundings = {"PYTHONHASHSEED": hash_seed, "WIJKWEB_LANG": "nl", **more}
    done = Terminal(terminal.folder, surroundings).program(PROGRAM, *COMMANDS)
    assert done.code == 0, done.err
    answers: Answers = done.json
    return answers


@pytest.mark.parametrize("command", COMMANDS)
def test_another_process_says_the_same_to_the_byte(answers: Answers, again: Answers, command: str) -> None:
    assert again[command] == answers[command]
    assert len(answers[command]) > len("[]\n"), "there is something to compare"


@pytest.mark.neo4j
@pytest.mark.parametrize("command", COMMANDS)
def test_neo4j_says_the_same_to_the_byte(answers: Answers, in_neo4j: Answers, command: str) -> None:
    assert in_neo4j[command] == answers[command]
