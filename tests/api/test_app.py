from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.app import create_app
from api.generate import SCHEMA_FILE
from api.site import Site
from graph.errors import InputError
from graph.network import Network
from graph.store.questions import Role
from graph.store.sqlite import SqliteStore
from tests.api.towns import Asker, Server
from tests.contracts.build import City, says

NAMES = "{ initiatives { edges { node { name page } } } }"


@pytest.fixture(scope="module")
def two(town: Asker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Two cities in one process: the small town, and one with a single initiative."""
    other = Network(SqliteStore(tmp_path_factory.mktemp("two") / "other.sqlite", create=True), secret=b"test")
    City(other.store).load(says("a").node("initiative/elders", name="Elders"))
    with Server.of(town.network, other, role=Role.PUBLIC) as server:
        yield server
    other.close()


def test_each_city_answers_at_its_own_place(two: Server) -> None:
    here, there = (two.ask(NAMES, path).json()["data"] for path in ("/graphql", "/oefenstad/graphql"))
    assert len(here["initiatives"]["edges"]) == 3
    (edge,) = there["initiatives"]["edges"]
    assert edge["node"]["page"].startswith(f"{two.address}/oefenstad/")


def test_the_page_of_every_thing_can_be_followed(two: Server) -> None:
    query = "{ %s { edges { node { name page } } } }"
    for kinds in ("initiatives", "areas", "organisations", "topics", "sources"):
        for edge in two.ask(query % kinds).json()["data"][kinds]["edges"]:
            page = two.client.get(edge["node"]["page"])
            assert (page.status_code, edge["node"]["name"] in page.text) == (200, True)


def test_a_cursor_or_id_of_one_city_says_nothing_in_the_other(two: Server) -> None:
    assert two.ask('{ node(id: "initiative/elders") { id } }').json()["data"] == {"node": None}
    assert two.ask('{ node(id: "initiative/tuin") { id } }', "/oefenstad/graphql").json()["data"] == {"node": None}


def test_the_schema_can_be_fetched_as_text(two: Server) -> None:
    answer = two.client.get("/graphql/schema.graphql")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.text == SCHEMA_FILE.read_text("utf-8")
    again = two.client.get("/graphql/schema.graphql", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/graphiql"])
def test_no_page_that_loads_from_elsewhere_is_served(two: Server, path: str) -> None:
    answer = two.client.get(path)
    assert answer.status_code == 404
    assert "swagger" not in answer.text.lower()


def test_pages_and_static_files_are_served_in_both_cities(two: Server) -> None:
    for path in ("/", "/oefenstad/", "/initiatieven", "/oefenstad/initiatieven"):
        assert two.client.get(path).headers["Content-Type"].startswith("text/html")
    style = two.client.get("/static/base.css")
    assert (style.status_code, style.headers["Cache-Control"]) == (200, "public, max-age=3600")
    unchanged = two.client.get("/static/base.css", headers={"If-None-Match": style.headers["ETag"]})
    assert unchanged.status_code == 304


@pytest.mark.parametrize(
    "path", ["/static/../guards.py", "/static/%2e%2e/site.py", "/static/%2e%2e%2f%2e%2e%2fpyproject.toml"]
)
def test_nothing_beside_the_static_files_is_served(two: Server, path: str) -> None:
    answer = two.client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_an_address_that_takes_no_such_method_says_so_in_json(two: Server) -> None:
    answer = two.client.delete("/health")
    assert answer.status_code == 405
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"


def test_cities_need_places_of_their_own(town: Asker) -> None:
    site = Site("", town.network, "Stad")
    for sites in ([], [site, Site("", town.network, "Andere stad")]):
        with pytest.raises(InputError, match="eigen plek"):
            create_app(sites)
