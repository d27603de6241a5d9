"""The facilitator's questions over GraphQL: what is missing, who reach a goal, how good the advice is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.store.questions import Role
from tests.api.towns import Asker

GAPS = """query ($of: [ID!]!, $kinds: [GapKind!]) { gaps(of: $of, kinds: $kinds, first: 5) {
  kind topic { id name } text nextStep nearby { id } elsewhere { id } helpers { member { id } text facts { place } }
  facts { text source { name } place } } }"""
COMPOSITIONS = """query ($goal: GoalInput!) { compositions(goal: $goal) { complete text short unknown nextStep
  members { id } parts { member { id name } text facts { text source { name } } } missing { topic { name } } } }"""
EVALUATION = """query ($newest: Boolean) { evaluation(newest: $newest) { auc baseline calibrationError precisionAt
  best: precisionAt(first: 1) text calibration { said seen pairs } } }"""
AREAS = "{ areas(first: 30) { edges { node { id name } } } }"
INITIATIVES = "{ initiatives(first: 60) { edges { node { id } } } }"


def ids(asker: Asker, query: str) -> list[str]:
    (found,) = asker(query).values()
    return [edge["node"]["id"] for edge in found["edges"]]


def all_gaps(asker: Asker) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = asker(GAPS, of=ids(asker, INITIATIVES)[:20])["gaps"]
    return found


def test_each_gap_names_its_topic_its_facts_and_who_may_help(practice: Asker) -> None:
    found = all_gaps(practice)
    assert found
    assert all(one["text"].endswith(".") and one["topic"]["name"] and one["nextStep"] for one in found)
    assert any(one["facts"] and one["facts"][0]["source"]["name"] for one in found)
    helped = [one for one in found if one["nearby"] or one["elsewhere"]]
    assert helped
    assert all(len(one["helpers"]) == len(one["nearby"]) + len(one["elsewhere"]) for one in helped)


def test_gaps_may_be_of_one_sort_and_of_a_suggestion(practice: Asker) -> None:
    suggestion = practice("{ suggestions(first: 1) { edges { node { id } } } }")["suggestions"]["edges"][0]["node"]
    found = practice(GAPS, of=[suggestion["id"]], kinds=["NEED"])["gaps"]
    assert {one["kind"] for one in found} <= {"NEED"}


def test_gaps_of_what_is_not_there_or_is_no_group_are_refused(practice: Asker) -> None:
    assert practice.code(GAPS, of=["area/nergens"]) == "NOT_FOUND"
    assert practice.code(GAPS, of=[]) == "BAD_INPUT"


def test_a_set_reaches_its_goal_with_what_sources_say(practice: Asker) -> None:
    sets = practice(COMPOSITIONS, goal={"members": 20})["compositions"]
    assert sets[0]["complete"]
    assert [part["member"]["id"] for part in sets[0]["parts"]] == [member["id"] for member in sets[0]["members"]]
    assert all(part["facts"][0]["source"]["name"] for part in sets[0]["parts"])
    assert len({tuple(member["id"] for member in one["members"]) for one in sets}) == len(sets)


def test_a_goal_out_of_reach_says_what_is_missing(practice: Asker) -> None:
    (one, *_) = practice(COMPOSITIONS, goal={"members": 9_000_000})["compositions"]
    assert not one["complete"]
    assert one["short"]
    assert one["nextStep"]


@pytest.mark.parametrize("goal", [{}, {"members": 0}, {"members": 5, "atMost": 31}])
def test_a_goal_that_makes_no_sense_is_refused(practice: Asker, goal: dict[str, int]) -> None:
    assert practice.code(COMPOSITIONS, goal=goal) == "BAD_INPUT"


def test_staff_see_how_good_the_advice_is_and_the_public_does_not(practice: Asker, asked: Callable[..., Asker]) -> None:
    found = practice(EVALUATION, newest=False)["evaluation"]
    assert 0.5 < found["auc"] <= 1
    assert 0 < found["baseline"] <= 1
    assert "We verborgen" in found["text"]
    assert asked(practice.network, Role.PUBLIC)(EVALUATION)["evaluation"] is None


def test_where_no_partnership_is_known_nothing_is_measured(den_haag: Asker, asked: Callable[..., Asker]) -> None:
    assert asked(den_haag.network, Role.STAFF)(EVALUATION, newest=True)["evaluation"] is None


ALLIANCES = """query ($first: Int, $where: SuggestionFilter) { alliances(first: $first, where: $where) { totalCount
  edges { cursor node { id likelihood form nextStep members { id name } reasonsFor { text } alliance { name breaksWhen
    weakestText roles { member { id } text brings { name } } gaps { text } weakestTie { label } } } } } }"""
RANKING = """query ($of: Kind!, $weights: [WeightInput!], $together: [ID!]) {
  ranking(of: $of, weights: $weights, together: $together) { thing { id name } things { id } rank rankBest rankWorst
  score turnedByLabel text missing { name } marks { label weight score text criterion { name } facts { text } } } }"""
BROKERS = (
    "{ brokers(first: 5) { thing { name } betweenness participation critical text whenGone nextStep facts { text } } }"
)


def test_an_alliance_says_who_brings_what_and_where_it_is_weak(practice: Asker) -> None:
    found = practice(ALLIANCES, first=5)["alliances"]
    assert found["totalCount"] >= len(found["edges"]) > 0
    for edge in found["edges"]:
        one, group = edge["node"], edge["node"]["alliance"]
        assert len(one["members"]) >= 3
        assert {role["member"]["id"] for role in group["roles"]} <= {member["id"] for member in one["members"]}
        assert group["name"]
        assert group["breaksWhen"].endswith(".")


def test_an_alliance_is_found_by_its_id_and_may_be_judged(practice: Asker, asked: Callable[..., Asker]) -> None:
    one = practice(ALLIANCES, first=1)["alliances"]["edges"][0]["node"]
    again = practice("query ($id: ID!) { node(id: $id) { id ... on Suggestion { alliance { name } } } }", id=one["id"])
    assert again["node"] == {"id": one["id"], "alliance": {"name": one["alliance"]["name"]}}
    judge = """mutation ($input: JudgeInput!) { judge(input: $input) { errors { message } judgement { id }
      suggestion { id } } }"""
    key = {"idempotencyKey": "alliance", "suggestionId": one["id"], "verdict": "LATER"}
    said = practice(judge, input=key)["judge"]
    assert said["errors"] == []
    assert said["suggestion"]["id"] == one["id"]


def test_pairs_have_no_alliance(practice: Asker) -> None:
    found = practice("{ suggestions(first: 3) { edges { node { alliance { name } } } } }")
    assert [edge["node"]["alliance"] for edge in found["suggestions"]["edges"]] == [None] * 3


def test_a_ranking_says_how_firm_each_place_is(practice: Asker) -> None:
    found = practice(RANKING, of="AREA")["ranking"]
    assert found
    assert all(one["rankBest"] <= one["rank"] <= one["rankWorst"] for one in found)
    assert [one["rank"] for one in found] == sorted(one["rank"] for one in found)
    assert all(one["marks"] and one["text"].endswith(".") for one in found)


def test_areas_may_be_taken_as_one(practice: Asker) -> None:
    areas = [one["thing"]["id"] for one in practice(RANKING, of="AREA")["ranking"]][:2]
    together = practice(RANKING, of="AREA", together=areas)["ranking"]
    assert sorted(areas) in [sorted(thing["id"] for thing in one["things"]) for one in together]


def test_a_ranking_of_what_cannot_be_ranked_is_refused(practice: Asker) -> None:
    assert practice.code(RANKING, of="PERSON") == "BAD_INPUT"
    assert practice.code(RANKING, of="AREA", weights=[{"criterion": "criterion/geen", "weight": 1}]) in (
        "BAD_INPUT",
        "NOT_FOUND",
    )


def test_brokers_are_named_by_role_for_the_public(practice: Asker, asked: Callable[..., Asker]) -> None:
    found = practice(BROKERS)["brokers"]
    assert found
    assert all(0 <= one["betweenness"] <= 1 and one["whenGone"].endswith(".") for one in found)
    public = asked(practice.network, Role.PUBLIC)(BROKERS)["brokers"]
    people = "{ people(first: 100) { edges { node { name } } } }"
    hidden = {edge["node"]["name"] for edge in practice(people)["people"]["edges"]}
    hidden -= {edge["node"]["name"] for edge in asked(practice.network, Role.PUBLIC)(people)["people"]["edges"]}
    assert hidden
    assert not any(name in str(public) for name in hidden)
