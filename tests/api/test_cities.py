"""The first city from its seeds, and the practice city, asked as programs of others ask."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from api.running import Asked
from api.types.kinds import KIND_TYPES
from graph.network import Network
from graph.schema.kinds import KINDS
from graph.store.questions import Role
from graph.store.sqlite import SqliteStore
from tests.api.test_schema import SKETCH
from tests.api.towns import Asker, Server, fill_pair

EVERYTHING = """query ($after: String) { %s(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { id kind name aliases summary page revision formerIds sources(first: 2) { text place source { name } }
    values { property label state text modality disputed claims(first: 2) { text statedOn { label } quantity { label }
      date { label } citations(first: 1) { text place } } }
    relationships(first: 5) { totalCount state edges { cursor node { name } relationship { type label role status form
      support capacity quantity { label } score since { label } until { label } note disputed } } } } } } }"""


def pages(asker: Asker, kinds: str) -> Iterator[Any]:
    """Yield every page of a kind."""
    after: str | None = None
    while True:
        page = asker(EVERYTHING % kinds, after=after)[kinds]
        yield page
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_all_that_is_known_of_the_first_city_can_be_read_page_by_page(den_haag: Asker, kind: Any) -> None:
    found = list(pages(den_haag, kind.plural))
    nodes = [edge["node"] for page in found for edge in page["edges"]]
    assert {page["totalCount"] for page in found} == {len(nodes)}
    assert len({node["id"] for node in nodes}) == len(nodes)
    assert all(node["name"] and node["kind"] == kind.name.upper() for node in nodes)
    assert all(value["text"] for node in nodes for value in node["values"] if value["state"] == "KNOWN")


def test_the_seeds_hold_things_of_every_kind_that_documents_speak_of(den_haag: Asker) -> None:
    query = " ".join(f"{kind.plural} {{ totalCount }}" for kind in KINDS)
    counts = {name: page["totalCount"] for name, page in den_haag(f"{{ {query} }}").items()}
    assert len(KIND_TYPES) == len(counts) == 12
    assert counts["initiatives"] >= 15
    assert all(counts[name] for name in ("organisations", "areas", "meetings", "sources", "topics"))


def test_on_the_thin_graph_of_the_first_city_advice_is_hedged(den_haag: Asker) -> None:
    found = den_haag(
        "{ suggestions(first: 100) { edges { node { likelihood learning reasonsFor { facts { text } } } } } }"
    )
    nodes = [edge["node"] for edge in found["suggestions"]["edges"]]
    assert all(fact["text"] for node in nodes for reason in node["reasonsFor"] for fact in reason["facts"])
    assert sum(node["likelihood"] == "LIKELY" for node in nodes) <= len(nodes) / 2


def examples() -> str:
    """Return the queries that the sketch gives as examples for the first delivery."""
    lines = SKETCH.read_text("utf-8").partition("EXAMPLES")[2].splitlines()[1:]
    parts = "\n".join(line.removeprefix("#") if line.startswith("#   ") else "|" for line in lines).split("|")
    return "\n".join(part for part in parts if "Sync" not in part)


@pytest.mark.material
def test_the_examples_of_the_sketch_run(practice: Asker) -> None:
    area = practice("{ areas(where: {level: [BOROUGH]}, first: 1) { edges { node { id } } } }")["areas"]["edges"][0][
        "node"
    ]

    def ask(operation: str, **variables: Any) -> Any:
        body = practice.runner.run(Asked(examples(), variables, operation), practice.request()).body
        assert "errors" not in body, body["errors"]
        return body["data"]

    assert ask("Dashboard", area=area["id"])["initiatives"]["edges"]
    suggested = ask("ForTheTable", area=area["id"])["suggestions"]["edges"]
    assert all(one["node"]["reasonsFor"] or one["node"]["reasonsAgainst"] for one in suggested)


JUDGE = """mutation ($key: String!, $id: ID!) { judge(input: {idempotencyKey: $key, suggestionId: $id,
  verdict: LATER}) { replayed judgement { id } errors { code } } }"""


def test_many_ask_at_once_while_others_write_and_all_are_answered(tmp_path: Path) -> None:
    network = Network(SqliteStore(tmp_path / "town.sqlite", create=True), secret=b"test")
    fill_pair(network)
    query = "{ service { revision } initiatives { totalCount edges { node { name values { claims { text } } } } } }"
    with Server.of(network, role=Role.FACILITATOR) as server, ThreadPoolExecutor(8) as people:
        found = server.ask("{ suggestions { edges { node { id } } } }").json()["data"]["suggestions"]["edges"]
        sent = [{"key": str(n % 3), "id": found[0]["node"]["id"]} for n in range(9)]
        written = [people.submit(server.ask, JUDGE, variables=one) for one in sent]
        asked = [people.submit(server.ask, query) for _ in range(60)]
        answers = [one.result().json() for one in asked]
        judged = [one.result().json()["data"]["judge"] for one in written]
    assert all("errors" not in answer and answer["data"]["initiatives"]["totalCount"] == 2 for answer in answers)
    assert len({str(answer["data"]["initiatives"]) for answer in answers}) == 1
    assert [one["errors"] for one in judged] == [[]] * 9
    assert (len({one["judgement"]["id"] for one in judged}), sum(one["replayed"] for one in judged)) == (3, 6)
    network.close()
