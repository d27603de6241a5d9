from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from api.running import Asked
from graph.errors import StoreBusyError
from graph.network import Network
from graph.store.base import View
from graph.store.questions import Role
from tests.api.towns import Asker

DATED = '{ initiatives(asOf: "2016-12-31") { totalCount } '


class Broken:
    """A network whose views cannot be opened, as long as it is broken."""

    def __init__(self, network: Network, error: Exception) -> None:
        self._network, self._error = network, error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def view(self, *args: Any, **kwargs: Any) -> View:
        raise self._error


def test_an_error_in_one_field_leaves_the_others_their_answer(town: Asker) -> None:
    answer = town.answer("{ initiatives(first: 0) { totalCount } areas(first: 1) { edges { node { id } } } }")
    assert (answer.status, answer.body["data"]["initiatives"]) == (200, None)
    assert len(answer.body["data"]["areas"]["edges"]) == 1
    (error,) = answer.body["errors"]
    assert (error["path"], error["extensions"]) == (["initiatives"], {"code": "BAD_INPUT"})
    assert error["message"] == "‘first’ is 1 tot 100, niet 0."
    assert answer.body["extensions"]["cost"] > 0


def test_what_is_not_executed_has_no_data(town: Asker) -> None:
    for query in ("{ nothing }", "{", "query A { service { role } } query B { service { role } }"):
        answer = town.answer(query)
        assert (answer.status, "data" in answer.body) == (400, False)
        assert answer.body["errors"][0]["extensions"]["code"] == "BAD_INPUT"


def test_variables_that_do_not_fit_are_refused_before_anything_is_read(town: Asker) -> None:
    query = "query ($id: ID!, $first: Int) { node(id: $id) { id } initiatives(first: $first) { totalCount } }"
    wrong: list[dict[str, Any]] = [{}, {"id": None}, {"id": {}}, {"id": "a", "first": "b"}, {"id": "a", "first": 2**31}]
    for variables in wrong:
        answer = town.answer(query, **variables)
        assert (answer.status, "data" in answer.body) == (400, False)


def test_one_request_is_about_one_day(town: Asker) -> None:
    same = town(DATED + 'areas(asOf: "2016-12-31") { totalCount } }')
    assert same["initiatives"]["totalCount"] == 3
    assert town.code(DATED + 'areas(asOf: "2017-12-31") { totalCount } }') == "BAD_INPUT"
    assert town.code(DATED + "areas { totalCount } }") == "BAD_INPUT"
    assert town.code(DATED + "suggestions { totalCount } }") == "BAD_INPUT"


def test_a_day_shows_what_had_been_stated_by_its_end(town: Asker) -> None:
    query = """query ($day: Date) { node(id: "initiative/tuin", asOf: $day) { ... on Initiative {
               members { value } relationships(where: {types: [PARTNERS_WITH]}) { totalCount } } } }"""
    before, after = (town(query, day=day)["node"] for day in ("2017-01-31", "2017-02-28"))
    assert (before["members"]["value"], after["members"]["value"]) == (40.0, 60.0)
    assert (before["relationships"]["totalCount"], after["relationships"]["totalCount"]) == (1, 0)
    assert town(query, day="2013-12-31")["node"] is None


@pytest.mark.parametrize("day", ["2016-W26-2", "20160628", "2016-06", "2016-02-30", "1", "", "0000-01-01"])
def test_what_is_no_day_is_refused(town: Asker, day: str) -> None:
    assert town.code("query ($day: Date) { areas(asOf: $day) { totalCount } }", day=day) == "BAD_INPUT"


def test_a_store_that_is_busy_is_told_with_when_to_come_back(town: Asker) -> None:
    broken = Asker(cast("Network", Broken(town.network, StoreBusyError("Bezet.", "Busy."))), Role.STAFF)
    answer = broken.answer("{ initiatives { totalCount } }")
    assert (answer.body["data"], answer.come_back) == ({"initiatives": None}, True)
    assert answer.body["errors"][0]["extensions"]["code"] == "UNAVAILABLE"


def test_a_fault_of_ours_says_a_number_and_nothing_else(town: Asker, caplog: pytest.LogCaptureFixture) -> None:
    broken = Asker(cast("Network", Broken(town.network, RuntimeError("a secret"))), Role.STAFF)
    (error,) = broken.answer("{ initiatives { totalCount } }").body["errors"]
    assert error["extensions"]["code"] == "INTERNAL"
    assert "secret" not in str(error)
    assert error["message"].removesuffix(".").rpartition(" ")[2] in caplog.text


def test_the_view_of_a_request_is_closed_when_it_is_answered(town: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    request = town.request()
    view = request.view()
    monkeypatch.setattr(type(view), "close", lambda self: closed.append(self.viewer.role.value))
    town.runner.run(Asked("{ initiatives { totalCount } }"), request)
    monkeypatch.undo()
    assert closed == ["staff"]
    view.close()


def test_names_of_people_never_reach_the_public(town: Asker, asked: Callable[..., Asker]) -> None:
    public = asked(town.network, Role.PUBLIC)
    query = """{ people { totalCount edges { node { id name aliases values { text claims { text } } } } }
               search(text: "Els") { totalCount edges { node { name } } }
               node(id: "initiative/eethuis") { ... on Initiative { volunteers { value } relationships { totalCount
                 edges { node { name } } } } } }"""
    assert "Els" in str(town(query))
    assert "Els" not in str(public(query))
    assert public(query)["search"]["totalCount"] == 0
