from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.limits import ApiLimits
from graph.network import Network
from graph.store.questions import Role
from tests.api.towns import Asker, fill_pair

JUDGE = """mutation ($input: JudgeInput!) { judge(input: $input) { revision replayed judgement { id ... on Judgement {
  verdict form reason judgedOn { value } relationships { edges { node { id } } } } } suggestion { id judgements { id } }
  errors { code path message(lang: EN) ... on ConflictError { current { id ... on Suggestion { revision } } } } } }"""


@pytest.fixture
def two(network: Network, asked: Callable[..., Asker]) -> Asker:
    """A town in which two could work together."""
    fill_pair(network)
    return asked(network, Role.FACILITATOR)


def suggestion(two: Asker) -> Any:
    return two("{ suggestions { edges { node { id revision } } } }")["suggestions"]["edges"][0]["node"]


def judge(two: Asker, **given: Any) -> Any:
    made = {"idempotencyKey": "k1", "suggestionId": suggestion(two)["id"], "verdict": "ACCEPTED", **given}
    return two(JUDGE, input=made)["judge"]


def test_a_judgement_is_kept_and_the_suggestion_has_heard_it(two: Asker) -> None:
    done = judge(two, form="VISIT", reason="Koffie in mei", expectedRevision=suggestion(two)["revision"])
    assert (done["errors"], done["replayed"]) == ([], False)
    assert (done["judgement"]["verdict"], done["judgement"]["form"]) == ("ACCEPTED", "VISIT")
    assert (done["judgement"]["reason"], done["judgement"]["judgedOn"]["value"]) == ("Koffie in mei", "2026-01-15")
    assert done["suggestion"]["judgements"] == [{"id": done["judgement"]["id"]}]
    assert done["revision"] == two("{ service { revision } }")["service"]["revision"]


def test_the_same_write_again_gives_the_first_answer(two: Asker) -> None:
    first, again = judge(two), judge(two)
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert (again["judgement"]["id"], again["revision"]) == (first["judgement"]["id"], first["revision"])
    assert two("{ judgements { totalCount } }")["judgements"]["totalCount"] == 1


def test_a_key_is_for_one_write(two: Asker) -> None:
    judge(two)
    refused = judge(two, verdict="LATER")
    assert [(one["code"], one["path"]) for one in refused["errors"]] == [("KEY_REUSED", ["idempotencyKey"])]
    assert (refused["revision"], refused["judgement"]) == (None, None)
    assert judge(two, verdict="LATER", idempotencyKey="k2")["errors"] == []


def test_a_suggestion_that_changed_since_is_not_judged(two: Asker) -> None:
    refused = judge(two, expectedRevision="0")
    (error,) = refused["errors"]
    assert (error["code"], error["path"]) == ("CONFLICT", ["expectedRevision"])
    assert error["current"] == {"id": suggestion(two)["id"], "revision": suggestion(two)["revision"]}
    assert two("{ judgements { totalCount } }")["judgements"]["totalCount"] == 0


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"suggestionId": "suggestion/none"}, "NOT_FOUND", ["suggestionId"]),
        ({"idempotencyKey": " "}, "BAD_INPUT", ["idempotencyKey"]),
        ({"idempotencyKey": "k" * 201}, "BAD_INPUT", ["idempotencyKey"]),
        ({"reason": "r" * 2001}, "BAD_INPUT", ["reason"]),
        ({"reason": "a\u0000b"}, "BAD_INPUT", ["reason"]),
        ({"reason": "bel 06-12345678"}, "BAD_INPUT", ["reason"]),
    ],
)
def test_what_is_wrong_with_a_write_comes_as_data(two: Asker, given: Any, code: str, path: list[str]) -> None:
    refused = judge(two, **given)
    assert [(one["code"], one["path"]) for one in refused["errors"]] == [(code, path)]
    assert judge(two, idempotencyKey="k" * 200, reason="r" * 2000)["errors"] == []


def test_who_may_not_judge_is_refused(two: Asker, asked: Callable[..., Asker]) -> None:
    given = {"idempotencyKey": "k", "suggestionId": "suggestion/x", "verdict": "LATER"}
    for role in (Role.PUBLIC, Role.STAFF):
        assert asked(two.network, role).code(JUDGE, input=given) == "FORBIDDEN"
    assert two.network.store.records.list("idempotency") == []


def test_two_writes_in_one_request_see_each_other(two: Asker) -> None:
    id_ = suggestion(two)["id"]
    query = """mutation ($a: JudgeInput!, $b: JudgeInput!) { a: judge(input: $a) { suggestion { judgements { id } } }
               b: judge(input: $b) { suggestion { judgements { id } } } }"""
    done = two(query, a={"idempotencyKey": "a", "suggestionId": id_, "verdict": "LATER"},
               b={"idempotencyKey": "b", "suggestionId": id_, "verdict": "REJECTED"})  # fmt: skip
    assert [len(done[one]["suggestion"]["judgements"]) for one in "ab"] == [1, 2]
    assert ApiLimits().replay_days == 7
