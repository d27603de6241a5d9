from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.network import Network
from graph.store.questions import Role, Viewer
from tests.api.towns import Asker
from tests.cities import empty_network
from tests.contracts.build import City, says
from tests.uploads import LIST

STAFF = Viewer(Role.STAFF)
APPLY = """mutation ($input: ApplyPlanInput!) { applyPlan(input: $input) { revision replayed
  node { id ... on Load { state title used unchanged inDoubt refused source { name }
    quarantine { row column value problem(lang: EN) remedy } } }
  errors { code path message(lang: EN) ... on ConflictError { current { id ... on Plan { revision } } } } } }"""
UNDO = """mutation ($input: UndoLoadInput!) { undoLoad(input: $input) { revision replayed
  node { id ... on Load { state source { name } } } errors { code path } } }"""


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = empty_network(tmp_path / "stad.sqlite", uploads=tmp_path / "uploads")
    yield made
    made.close()


@pytest.fixture
def staff(network: Network, asked: Callable[..., Asker]) -> Asker:
    return asked(network, Role.STAFF)


def sent(network: Network, name: str = "lijst.csv") -> str:
    """Send a file, and return the id of its plan."""
    return f"plan/{network.imports.receive(name, [LIST], STAFF)}"


def applied(staff: Asker, plan: str, key: str = "k1", **given: str) -> Any:
    return staff(APPLY, input={"idempotencyKey": key, "planId": plan, **given})["applyPlan"]


def test_a_plan_tells_what_loading_would_do(network: Network, staff: Asker) -> None:
    plan = sent(network)
    asked = "id revision created changed merged used unchanged inDoubt refused lines(lang: EN, first: 2)"
    both = f"plan(id: $id) {{ {asked} }} node(id: $id) {{ id ... on Plan {{ created }} }}"
    found = staff(f"query ($id: ID!) {{ {both} }}", id=plan)
    told = found["plan"]
    assert (told["id"], told["created"], told["changed"], told["merged"]) == (plan, 4, 0, 0)
    assert (told["used"], told["unchanged"], told["inDoubt"], told["refused"]) == (2, 0, 0, 1)
    assert told["lines"][0].startswith("Set aside: lijst.csv, row 4")
    assert found["node"] == {"id": plan, "created": 4}


def test_a_plan_is_loaded_once_for_a_key(network: Network, staff: Asker) -> None:
    plan = sent(network)
    first, again = applied(staff, plan), applied(staff, plan)
    load = first["node"]
    assert (first["errors"], first["replayed"], load["state"], load["title"]) == ([], False, "COMPLETE", "lijst.csv")
    assert (load["used"], load["unchanged"], load["inDoubt"], load["refused"]) == (2, 0, 0, 1)
    assert load["quarantine"] == [{"row": 4, "column": "Naam initiatief", "value": None,
        "problem": "the name is missing or unusable.", "remedy": "Vul een naam in."}]  # fmt: skip
    assert (again["replayed"], again["node"]["id"]) == (True, load["id"])
    assert staff("{ loads { totalCount } }")["loads"]["totalCount"] == 1


def test_a_plan_that_the_data_left_behind_gives_the_new_one(network: Network, staff: Asker) -> None:
    plan = sent(network)
    before = staff("query ($id: ID!) { plan(id: $id) { revision } }", id=plan)["plan"]["revision"]
    City(network.store).load(says("krant").node("initiative/soepbus", name="Soepbus"))
    refused = applied(staff, plan, expectedRevision=before)
    (error,) = refused["errors"]
    assert (error["code"], error["path"], refused["revision"]) == ("CONFLICT", ["expectedRevision"], None)
    assert error["current"]["id"] == plan
    assert int(error["current"]["revision"]) > int(before)
    assert applied(staff, plan, key="k2", expectedRevision=error["current"]["revision"])["errors"] == []


@pytest.mark.parametrize("plan", ["plan/" + "a" * 32, "plan/..", "load/1", ""])
def test_what_is_no_plan_is_not_found(staff: Asker, plan: str) -> None:
    (error,) = applied(staff, plan)["errors"]
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["planId"])


def test_a_file_that_cannot_be_loaded_says_why(network: Network, staff: Asker) -> None:
    plan = f"plan/{network.imports.receive('stuk.xlsx', [b'PK'], STAFF)}"
    (error,) = applied(staff, plan)["errors"]
    assert error["code"] == "BAD_INPUT"
    assert staff("query ($id: ID!) { plan(id: $id) { id } }", id=plan)["plan"] is None


def test_a_load_is_undone_with_a_reason_and_once_for_a_key(network: Network, staff: Asker) -> None:
    load = applied(staff, sent(network))["node"]["id"]
    private = staff(UNDO, input={"idempotencyKey": "u", "loadId": load, "reason": "mail a@b.nl"})["undoLoad"]
    assert [(one["code"], one["path"]) for one in private["errors"]] == [("BAD_INPUT", ["reason"])]
    given = {"idempotencyKey": "u2", "loadId": load, "reason": "verkeerde lijst"}
    first, again = (staff(UNDO, input=given)["undoLoad"] for _ in range(2))
    assert (first["errors"], first["node"]) == ([], {"id": load, "state": "UNDONE", "source": None})
    assert (first["replayed"], again["replayed"]) == (False, True)
    (missing,) = staff(UNDO, input={**given, "idempotencyKey": "u3", "loadId": "load/9"})["undoLoad"]["errors"]
    assert (missing["code"], missing["path"]) == ("NOT_FOUND", ["loadId"])


def test_a_key_is_for_one_write(network: Network, staff: Asker) -> None:
    load = applied(staff, sent(network))["node"]["id"]
    refused = staff(UNDO, input={"idempotencyKey": "k1", "loadId": load, "reason": "x"})["undoLoad"]
    assert [(one["code"], one["path"]) for one in refused["errors"]] == [("KEY_REUSED", ["idempotencyKey"])]
    assert staff.code(UNDO, input={"idempotencyKey": "k1", "loadId": load}) == "BAD_INPUT"


def test_loads_are_told_newest_first_by_page_and_state(network: Network, staff: Asker) -> None:
    for number in range(3):
        applied(staff, sent(network, f"lijst{number}.csv"), key=f"k{number}")
    network.imports.undo(2, STAFF)
    page = staff("{ loads(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { id state } } } }")
    assert [edge["node"]["id"] for edge in page["loads"]["edges"]] == ["load/3", "load/2"]
    info = page["loads"]["pageInfo"]
    rest = staff("query ($after: String) { loads(after: $after) { edges { node { id } } } }", after=info["endCursor"])
    assert (info["hasNextPage"], rest["loads"]["edges"]) == (True, [{"node": {"id": "load/1"}}])
    undone = staff('{ loads(state: [UNDONE]) { edges { node { id } } } load(id: "load/2") { state } }')
    assert (undone["loads"]["edges"][0]["node"]["id"], undone["load"]["state"]) == ("load/2", "UNDONE")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.FACILITATOR])
def test_others_see_no_loads_and_may_write_none(
    network: Network, staff: Asker, asked: Callable[..., Asker], role: Role
) -> None:
    plan = sent(network)
    load = applied(staff, plan)["node"]["id"]
    other = asked(network, role)
    asks = "loads { totalCount } load(id: $load) { id } plan(id: $plan) { id } node(id: $load) { id }"
    query = f"query ($load: ID!, $plan: ID!) {{ {asks} }}"
    assert other(query, load=load, plan=plan) == {"loads": None, "load": None, "plan": None, "node": None}
    assert other.code(APPLY, input={"idempotencyKey": "k", "planId": plan}) == "FORBIDDEN"
    assert other.code(UNDO, input={"idempotencyKey": "k", "loadId": load, "reason": "x"}) == "FORBIDDEN"
