"""The API gives the same answers on both stores: the same town, written to SQLite and to a real Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from graph.network import Network
from graph.store.base import Store
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess
from graph.store.questions import Role
from graph.store.sqlite import SqliteStore
from tests.api.test_cities import EVERYTHING
from tests.api.towns import Asker, fill_town

QUESTIONS = (
    *(EVERYTHING % kinds for kinds in ("initiatives", "organisations", "areas", "sources")),
    '{ search(text: "tuin") { totalCount edges { cursor node { id name } } } }',
    '{ initiatives(where: {within: ["area/west"]}, orderBy: [{by: NAME}]) { edges { node { id } } } }',
)

pytestmark = pytest.mark.neo4j


def asked(store: Store, role: Role) -> Asker:
    network = Network(store, secret=b"test", today=lambda: date(2026, 1, 15))
    return Asker(network, role)


@pytest.fixture
def stores(empty_neo4j: Neo4jAccess) -> Iterator[tuple[Store, Store]]:
    neo4j = Neo4jStore(empty_neo4j.uri, user=empty_neo4j.user, password=empty_neo4j.password)
    both = (SqliteStore(None), neo4j)
    for store in both:
        fill_town(Network(store, secret=b"test"))
    yield both
    for store in both:
        store.close()


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
def test_the_same_questions_have_the_same_answers(stores: tuple[Store, Store], role: Role) -> None:
    answers = []
    for store in stores:
        asker = asked(store, role)
        answers.append([asker.answer(question, after=None).body for question in QUESTIONS])
        asker.close()
    assert answers[0] == answers[1]
    assert all(answer["data"] for answer in answers[0])
