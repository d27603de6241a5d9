"""Pairs that may be one, asked and decided by GraphQL: by who may, once for each key, and to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.network import Network
from graph.schema.declaration import Level
from graph.store.questions import Role
from tests.api.towns import Asker
from tests.contracts.build import City, says

A, B = "initiative/buurtkeuken-de-pollepel", "initiative/buurtkeuken-de-polepel"
MATCHES = """query ($state: [MatchState!], $first: Int, $after: String) {
  matches(state: $state, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
    edges { node { id state names waiting probability likelihoodLabel sure decidedBy decidedOn reason
      members { id name } reasonsFor { code text weight family facts { text place source { name } } }
      reasonsAgainst { weight } } } } }"""
DECIDE = """mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { revision replayed
  node { id ... on Match { state waiting members { id } } } errors { code path message } } }"""


@pytest.fixture
def doubles(network: Network, asked: Callable[..., Asker]) -> Asker:
    """A town in which one initiative stands under two names, and one person too."""
    said = says("lijst", "2025-01-01", at=("row=3",)).node("area/x", name="Noord")
    said.node(A, name="Buurtkeuken De Pollepel", website="https://pollepel.example").tie("ACTIVE_IN", A, "area/x")
    hidden = says("leden", "2025-01-01", Level.INTERNAL).node("person/1", name="Wilhelmina Kaarwaard")
    town = City(network.store)
    town.load(said)
    town.load(hidden.node("person/2", name="Wilhelmina Kaarward"))
    town.load(says("grants").node(B, name="Buurtkeuken De Polepel").tie("ACTIVE_IN", B, "area/x"))
    return asked(network, Role.STAFF)


def matches(asker: Asker, **variables: Any) -> Any:
    return asker(MATCHES, **variables)["matches"]


def initiative(asker: Asker, *state: str) -> Any:
    """Return the pair of initiatives, wherever it stands."""
    states = list(state) or ["OPEN", "SAME", "DIFFERENT", "LATER"]
    found = [edge["node"] for edge in matches(asker, state=states)["edges"]]
    return next((one for one in found if "Buurtkeuken De Polepel" in one["names"]), None)


def decide(asker: Asker, state: str, key: str = "", **more: Any) -> Any:
    made = {"idempotencyKey": key or f"to {state}", "matchId": initiative(asker)["id"], "state": state, **more}
    return asker(DECIDE, input=made)["decideMatch"]


def test_a_pair_gives_both_with_reasons_that_name_their_sources(doubles: Asker) -> None:
    found = initiative(doubles, "OPEN")
    assert [one["id"] for one in found["members"]] == [A, B]
    assert (found["state"], found["waiting"], found["decidedBy"]) == ("OPEN", None, None)
    assert 0 < found["probability"] <= 1
    place = next(one for one in found["reasonsFor"] if one["code"] == "same_place")
    assert (place["family"], [one["place"] for one in place["facts"]]) == ("PLACE", [None, "rij 3"])
    assert all(one["weight"] <= 0 for one in found["reasonsAgainst"])


def test_pairs_are_paged_and_a_cursor_is_of_one_question(doubles: Asker) -> None:
    first = matches(doubles, first=1)
    rest = matches(doubles, first=5, after=first["pageInfo"]["endCursor"])
    assert first["totalCount"] == 2 == len(first["edges"]) + len(rest["edges"])
    assert doubles.code(MATCHES, state=["SAME"], after=first["pageInfo"]["endCursor"]) == "BAD_CURSOR"
    assert doubles.code(MATCHES, first=101) == "BAD_INPUT"


def test_a_decision_merges_and_open_takes_it_back(doubles: Asker) -> None:
    done = decide(doubles, "SAME", reason="gebeld")
    assert (done["errors"], done["replayed"], done["node"]["state"]) == ([], False, "SAME")
    assert (done["node"]["members"], done["node"]["waiting"]) == ([{"id": A}], "Buurtkeuken De Polepel")
    found = initiative(doubles, "SAME")
    assert (found["decidedBy"], found["decidedOn"], found["reason"]) == ("medewerker", "2026-01-15", "gebeld")
    assert doubles("query ($id: ID!) { node(id: $id) { id } }", id=B) == {"node": {"id": A}}
    assert decide(doubles, "OPEN")["node"]["state"] == "OPEN"
    assert len(initiative(doubles, "OPEN")["members"]) == 2


def test_different_and_later_are_kept_too(doubles: Asker) -> None:
    assert decide(doubles, "LATER", reason="navragen")["node"]["state"] == "LATER"
    assert initiative(doubles, "OPEN") is None
    assert decide(doubles, "DIFFERENT")["node"]["state"] == "DIFFERENT"
    assert initiative(doubles, "DIFFERENT")["probability"] > 0


def test_the_same_write_again_gives_the_first_answer_and_a_key_is_for_one(doubles: Asker) -> None:
    first, again = decide(doubles, "SAME", "k"), decide(doubles, "SAME", "k")
    assert (again["replayed"], again["revision"]) == (True, first["revision"])
    refused = decide(doubles, "OPEN", "k")
    assert [(one["code"], one["path"]) for one in refused["errors"]] == [("KEY_REUSED", ["idempotencyKey"])]
    assert initiative(doubles)["state"] == "SAME"


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"matchId": "match/none"}, "matchId"),
        ({"idempotencyKey": " "}, "idempotencyKey"),
        ({"reason": "bel 06-12345678"}, "reason"),
        ({"reason": "x" * 2_001}, "reason"),
    ],
)
def test_what_is_wrong_comes_as_data_and_writes_nothing(doubles: Asker, given: dict[str, str], path: str) -> None:
    refused = decide(doubles, "SAME", **given) if "idempotencyKey" not in given else doubles(
        DECIDE, input={"matchId": initiative(doubles)["id"], "state": "SAME", **given})["decideMatch"]  # fmt: skip
    assert [one["path"] for one in refused["errors"]] == [[path]]
    assert (refused["revision"], initiative(doubles)["state"]) == (None, "OPEN")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.FACILITATOR])
def test_who_may_not_decide_sees_no_pair_and_no_name(doubles: Asker, asked: Callable[..., Asker], role: Role) -> None:
    other, id_ = asked(doubles.network, role), initiative(doubles)["id"]
    assert other.code(MATCHES) == "FORBIDDEN"
    made = {"idempotencyKey": "k", "matchId": id_, "state": "SAME"}
    assert other.code(DECIDE, input=made) == "FORBIDDEN"
    assert other("query ($id: ID!) { node(id: $id) { id } }", id=id_) == {"node": None}
    if role is Role.PUBLIC:
        answers = [other.answer(MATCHES), other.answer("{ people { edges { node { name } } } }")]
        assert "Kaarwa" not in str([answer.body for answer in answers])


def test_one_pair_answers_by_its_id(doubles: Asker) -> None:
    id_ = initiative(doubles)["id"]
    query = "query ($id: ID!) { node(id: $id) { id __typename ... on Match { names } } }"
    assert doubles(query, id=id_)["node"] == {
        "id": id_, "__typename": "Match", "names": ["Buurtkeuken De Pollepel", "Buurtkeuken De Polepel"]
    }  # fmt: skip
    assert doubles(query, id="match/none") == {"node": None}
