"""Invitation lists over GraphQL: for who prepares meetings, within the bounds of tables and seats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.questions.gathering import Gathering
from graph.questions.tables import Tables
from graph.store.questions import Role, Viewer
from tests.api.towns import Asker

INVITATION = """query ($meeting: ID, $tables: Int, $seats: Int, $within: [ID!], $topics: [ID!]) {
  invitation(meeting: $meeting, tables: $tables, seats: $seats, within: $within, topics: $topics) { meeting { id } text
    guests { thing { id name kind } role needed table why(lang: EN) facts { text source { name } place } } } }"""


@pytest.fixture
def meeting(practice: Asker) -> str:
    """The id of a meeting that is planned."""
    found = practice('{ meetings(where: {text: "Wijkcafé"}) { edges { node { id } } } }')["meetings"]["edges"]
    return str(found[0]["node"]["id"])


def test_a_list_seats_everybody_and_names_who_must_not_be_missing_first(practice: Asker, meeting: str) -> None:
    found = practice(INVITATION, meeting=meeting, tables=3)["invitation"]
    guests = found["guests"]
    assert found["meeting"]["id"] == meeting
    assert {one["table"] for one in guests} == {1, 2, 3}
    assert [one["needed"] for one in guests] == sorted((one["needed"] for one in guests), reverse=True)
    assert all(one["why"] and one["role"] and one["thing"]["name"] for one in guests)
    assert any(one["facts"] and one["facts"][0]["source"]["name"] for one in guests)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"meeting": None}, "BAD_INPUT"),
        ({"topics": ["topic/nergens"]}, "NOT_FOUND"),
        ({"tables": 0}, "BAD_INPUT"),
        ({"tables": 13}, "BAD_INPUT"),
        ({"seats": 1}, "BAD_INPUT"),
        ({"seats": 13}, "BAD_INPUT"),
        ({"meeting": "meeting/nergens"}, "NOT_FOUND"),
        ({"within": ["area/nergens"]}, "NOT_FOUND"),
    ],
)
def test_what_is_out_of_bounds_is_refused(practice: Asker, meeting: str, given: Any, code: str) -> None:
    assert practice.code(INVITATION, **{"meeting": meeting, **given}) == code


def test_without_a_meeting_the_list_is_the_one_that_the_network_makes(practice: Asker) -> None:
    found = practice(INVITATION, meeting=None, within=["area/molenbuurt"], tables=2)["invitation"]
    with practice.network.view(Viewer(Role.FACILITATOR)) as view:
        made = practice.network.answers.invitation(view, Gathering(within=("area/molenbuurt",)), tables=Tables(2))
    assert found["meeting"] is None
    seated = [(one["thing"]["id"], one["table"], one["why"]) for one in found["guests"]]
    assert seated == [(guest.member.id, guest.table, guest.why.en) for guest in made.guests]


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
def test_who_prepares_no_meetings_gets_null(
    practice: Asker, meeting: str, asked: Callable[..., Asker], role: Role
) -> None:
    assert asked(practice.network, role)(INVITATION, meeting=meeting)["invitation"] is None


RECORD = """mutation ($input: RecordInvitationInput!) { recordInvitation(input: $input) { replayed revision
  invitation { guests { thing { id } } } errors { code path } } }"""


def _invited(asker: Asker) -> dict[str, int]:
    found = asker("{ ledger(first: 100) { edges { node { id } invited } } }")["ledger"]["edges"]
    return {edge["node"]["id"]: edge["invited"] for edge in found if edge["invited"]}


def test_a_list_counts_once_when_somebody_says_so_and_is_taken_back(practice: Asker, meeting: str) -> None:
    practice(INVITATION, meeting=meeting, tables=2)
    assert _invited(practice) == {}
    said = {"meeting": meeting, "tables": 2, "idempotencyKey": "lijst-1"}
    done = practice(RECORD, input=said)["recordInvitation"]
    ids = {guest["thing"]["id"] for guest in done["invitation"]["guests"]}
    practice(RECORD, input={**said, "idempotencyKey": "lijst-2"})
    assert practice(RECORD, input=said)["recordInvitation"]["replayed"] is True
    assert _invited(practice) == {id_: 1 for id_ in ids if id_.startswith("initiative/")}
    practice(RECORD, input={**said, "idempotencyKey": "terug-1", "invited": False})
    assert _invited(practice) == {}


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"idempotencyKey": " "}, "BAD_INPUT", ["idempotencyKey"]),
        ({"tables": 13}, "BAD_INPUT", []),
        ({"meeting": "meeting/nergens"}, "NOT_FOUND", []),
        ({"meeting": None}, "BAD_INPUT", []),
    ],
)
def test_what_is_wrong_with_a_list_comes_as_data(
    practice: Asker, meeting: str, given: Any, code: str, path: list[str]
) -> None:
    refused = practice(RECORD, input={"idempotencyKey": "fout-1", "meeting": meeting, **given})["recordInvitation"]
    assert [(one["code"], one["path"]) for one in refused["errors"]] == [(code, path)]
    assert (refused["revision"], refused["invitation"]) == (None, None)


def test_only_who_prepares_meetings_says_who_is_invited(practice: Asker, meeting: str, asked: Any) -> None:
    staff = asked(practice.network, Role.STAFF)
    assert staff.code(RECORD, input={"idempotencyKey": "k", "meeting": meeting}) == "FORBIDDEN"
