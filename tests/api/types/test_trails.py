"""What became of a suggestion over GraphQL: recorded once for each key, refused as data, and hidden from the public."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.network import Network
from graph.store.questions import Role
from tests.api.towns import Asker, fill_pair

RECORD = """mutation ($input: RecordOutcomeInput!) { recordOutcome(input: $input) { revision replayed
  node { id ... on Agreement { agreementKind status signedOn { value } plannedFor { value } }
    ... on Meeting { meetingKind held: status } ... on Relationship { partnership: status until { value } } }
  errors { code path message(lang: EN) } } }"""
TRAIL = """query ($id: ID!) { trail(suggestion: $id) { step happened lesson note label planned { value } on { value }
  node { id } } }"""


@pytest.fixture
def two(network: Network, asked: Callable[..., Asker]) -> Asker:
    """A town in which two could work together."""
    fill_pair(network)
    return asked(network, Role.FACILITATOR)


@pytest.fixture
def pair(two: Asker) -> str:
    """The id of the suggestion."""
    return str(two("{ suggestions { edges { node { id } } } }")["suggestions"]["edges"][0]["node"]["id"])


def record(two: Asker, pair: str, **given: Any) -> Any:
    made = {"idempotencyKey": "k1", "suggestionId": pair, "step": "TALK", **given}
    return two(RECORD, input=made)["recordOutcome"]


def test_an_agreement_is_kept_with_its_day_and_the_pair_is_suggested_no_more(two: Asker, pair: str) -> None:
    done = record(two, pair, step="AGREEMENT", on={"value": "2026-01-10"}, note="Bij de notaris")
    assert (done["errors"], done["replayed"]) == ([], False)
    assert (done["node"]["agreementKind"], done["node"]["status"]) == ("COOPERATION", "SIGNED")
    assert done["node"]["signedOn"] == {"value": "2026-01-10"}
    assert two("{ suggestions { edges { node { id } } } }")["suggestions"]["edges"] == []
    (step,) = two(TRAIL, id=pair)["trail"]
    assert (step["step"], step["note"], step["node"]["id"]) == ("AGREEMENT", "Bij de notaris", done["node"]["id"])


def test_what_is_planned_stands_beside_what_happened(two: Asker, pair: str) -> None:
    record(two, pair, step="ALLIANCE", on={"value": "2026-03"})
    record(two, pair, step="ALLIANCE", on={"value": "2026-01-12"}, idempotencyKey="k2")
    record(two, pair, on={"value": "2026", "qualifier": "SUMMER"}, idempotencyKey="k3")
    alliance, talk = two(TRAIL, id=pair)["trail"]
    assert (alliance["planned"], alliance["on"]) == ({"value": "2026-03"}, {"value": "2026-01-12"})
    assert (talk["happened"], talk["label"]) == (False, "gesprek: gepland: zomer 2026")


def test_the_same_write_again_gives_the_first_answer(two: Asker, pair: str) -> None:
    first, again = record(two, pair), record(two, pair)
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert (again["node"], again["revision"]) == (first["node"], first["revision"])
    refused = record(two, pair, step="ENDED")
    assert [(one["code"], one["path"]) for one in refused["errors"]] == [("KEY_REUSED", ["idempotencyKey"])]


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"suggestionId": "suggestion/none"}, "NOT_FOUND", ["suggestionId"]),
        ({"idempotencyKey": ""}, "BAD_INPUT", ["idempotencyKey"]),
        ({"on": {"value": "10 mei"}}, "BAD_INPUT", ["on"]),
        ({"note": "Bel 06 12 34 56 78"}, "BAD_INPUT", ["note"]),
        ({"lesson": "Te vroeg"}, "BAD_INPUT", ["lesson"]),
        ({"step": "ENDED", "lesson": "l" * 2001}, "BAD_INPUT", ["lesson"]),
        ({"step": "ENDED", "on": {"value": "2027"}}, "BAD_INPUT", ["on"]),
    ],
)
def test_what_is_wrong_with_a_step_comes_as_data(two: Asker, pair: str, given: Any, code: str, path: list[str]) -> None:
    refused = record(two, pair, **given)
    assert [(one["code"], one["path"]) for one in refused["errors"]] == [(code, path)]
    assert (refused["revision"], refused["node"]) == (None, None)
    assert two(TRAIL, id=pair)["trail"] == []


def test_an_ending_keeps_its_lesson_and_the_public_sees_none_of_it(
    two: Asker, pair: str, asked: Callable[..., Asker]
) -> None:
    done = record(two, pair, step="ENDED", lesson="Te weinig tijd")
    assert done["node"]["partnership"] == "ENDED"
    assert [one["lesson"] for one in two(TRAIL, id=pair)["trail"]] == ["Te weinig tijd"]
    public = asked(two.network, Role.PUBLIC)
    assert public(TRAIL, id=pair)["trail"] == []
    reasons = "{ suggestions { edges { node { reasonsAgainst { code text } } } } }"
    assert "Te weinig tijd" in str(two(reasons))
    assert "Te weinig tijd" not in str(public(reasons))


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
def test_only_who_facilitates_or_administers_may_record(two: Asker, pair: str, asked: Any, role: Role) -> None:
    made = {"idempotencyKey": "k1", "suggestionId": pair, "step": "TALK"}
    assert asked(two.network, role).code(RECORD, input=made) == "FORBIDDEN"
