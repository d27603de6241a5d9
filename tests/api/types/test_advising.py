from __future__ import annotations

from typing import Any

from graph.store.questions import Role
from tests.api.towns import Asker

SUGGESTIONS = """query ($where: SuggestionFilter, $first: Int, $after: String) {
  suggestions(where: $where, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
    edges { cursor node { id revision basedOn likelihood likelihoodLabel form formLabel learning probability
      members { id name } } } } }"""
COMMUNITIES = """query ($within: [ID!], $first: Int, $after: String, $members: Int, $from: String) {
  communities(within: $within, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
    edges { node { id name reason support members(first: $members, after: $from) { totalCount
      pageInfo { endCursor hasNextPage } edges { node { id name } } } } } } }"""


def suggestions(asker: Asker, **variables: Any) -> Any:
    return asker(SUGGESTIONS, **variables)["suggestions"]


def test_suggestions_are_paged_best_first(practice: Asker) -> None:
    first = suggestions(practice, first=3)
    second = suggestions(practice, first=3, after=first["pageInfo"]["endCursor"])
    ids = [edge["node"]["id"] for edge in (*first["edges"], *second["edges"])]
    assert ids == [edge["node"]["id"] for edge in suggestions(practice, first=6)["edges"]]
    assert first["totalCount"] >= 10
    assert practice.code(SUGGESTIONS, after=first["pageInfo"]["endCursor"], where={"judged": True}) == "BAD_CURSOR"


def test_a_suggestion_gives_its_reasons_with_facts_and_sources(practice: Asker) -> None:
    query = """{ suggestions(first: 5) { edges { node { nextStep unknown reasonsFor { code text(lang: EN) weight family
               facts { text place source { name } } } reasonsAgainst { weight } } } } }"""
    nodes = [edge["node"] for edge in practice(query)["suggestions"]["edges"]]
    reasons = [reason for node in nodes for reason in node["reasonsFor"]]
    assert all(node["nextStep"] for node in nodes)
    assert any(fact["source"] and fact["place"] for reason in reasons for fact in reason["facts"])
    assert all(reason["weight"] >= 0 for reason in reasons)
    assert all(reason["weight"] <= 0 for node in nodes for reason in node["reasonsAgainst"])


def test_labels_and_places_follow_the_language(practice: Asker) -> None:
    query = "{ suggestions(first: 1) { edges { node { formLabel likelihoodLabel reasonsFor { facts { place } } } } } }"
    dutch, english = (str(practice(query, lang=lang)) for lang in ("nl", "en"))
    assert dutch != english
    assert "row" in english and "rij" not in english


def test_suggestions_keep_to_what_is_asked(practice: Asker) -> None:
    best = suggestions(practice, first=1)["edges"][0]["node"]
    member = best["members"][0]["id"]
    with_member = suggestions(practice, first=100, where={"members": [member]})["edges"]
    assert all(member in {one["id"] for one in edge["node"]["members"]} for edge in with_member)
    of_form = suggestions(practice, first=100, where={"form": [best["form"]], "likelihood": [best["likelihood"]]})
    assert {(edge["node"]["form"], edge["node"]["likelihood"]) for edge in of_form["edges"]} == {
        (best["form"], best["likelihood"])}  # fmt: skip
    assert suggestions(practice, where={"judged": True})["totalCount"] == 0


def test_suggestions_are_found_by_area_and_topic(practice: Asker) -> None:
    area = practice("{ areas(where: {level: [DISTRICT]}, first: 1) { edges { node { id } } } }")["areas"]["edges"][0]
    topic = practice("{ topics(where: {scheme: [THEME]}, first: 1) { edges { node { id } } } }")["topics"]["edges"][0]
    every = suggestions(practice)["totalCount"]
    assert 0 < suggestions(practice, where={"within": [area["node"]["id"]]})["totalCount"] < every
    assert 0 < suggestions(practice, where={"topics": [topic["node"]["id"]]})["totalCount"] < every
    assert suggestions(practice, where={"topics": ["topic/none"]})["edges"] == []


def test_advice_answers_by_id(practice: Asker) -> None:
    suggestion = suggestions(practice, first=1)["edges"][0]["node"]["id"]
    community = practice(COMMUNITIES, first=1)["communities"]["edges"][0]["node"]["id"]
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Suggestion { members { name } } } }"
    found = practice(query, ids=[community, "initiative/none", suggestion])["nodes"]
    assert [(one["id"], one["__typename"]) for one in found] == [(community, "Community"), (suggestion, "Suggestion")]
    assert len(found[1]["members"]) == 2


def test_communities_come_largest_first_with_their_most_central_members(practice: Asker) -> None:
    page = practice(COMMUNITIES, first=2, members=2)["communities"]
    sizes = [edge["node"]["members"]["totalCount"] for edge in page["edges"]]
    assert sizes == sorted(sizes, reverse=True)
    assert [len(edge["node"]["members"]["edges"]) for edge in page["edges"]] == [2, 2]
    assert all(edge["node"]["name"] and edge["node"]["reason"] for edge in page["edges"])


def test_members_of_a_community_are_paged(practice: Asker) -> None:
    members = practice(COMMUNITIES, first=1, members=2)["communities"]["edges"][0]["node"]["members"]
    later = practice(COMMUNITIES, **{"first": 1, "members": 100, "from": members["pageInfo"]["endCursor"]})
    rest = later["communities"]["edges"][0]["node"]["members"]
    assert len(rest["edges"]) == members["totalCount"] - 2
    assert practice.code(COMMUNITIES, **{"first": 1, "from": "bm8"}) == "BAD_CURSOR"


def test_communities_keep_to_areas(practice: Asker) -> None:
    assert practice(COMMUNITIES, within=["area/none"])["communities"]["totalCount"] == 0
    page = practice(COMMUNITIES, first=1)["communities"]
    rest = practice(COMMUNITIES, after=page["pageInfo"]["endCursor"], first=100)["communities"]
    assert len(rest["edges"]) == page["totalCount"] - 1


def test_advice_has_no_day(practice: Asker) -> None:
    answer = practice.answer('{ initiatives(asOf: "2025-01-01") { totalCount } suggestions { totalCount } }')
    assert answer.body["data"]["suggestions"] is None
    assert answer.body["errors"][0]["extensions"]["code"] == "BAD_INPUT"
    assert practice('{ node(id: "suggestion/none", asOf: "2025-01-01") { id } }') == {"node": None}


def test_a_member_that_the_viewer_may_not_name_is_not_named(practice: Asker, asked: Any) -> None:
    public = asked(practice.network, Role.PUBLIC)
    query = "{ suggestions(first: 50) { edges { node { reasonsFor { text facts { text } } } } } }"
    persons = practice("{ people(first: 100) { edges { node { name shownByRole } } } }")["people"]["edges"]
    names = {edge["node"]["name"] for edge in persons if not edge["node"]["shownByRole"]}
    hidden = names - {
        edge["node"]["name"] for edge in public("{ people(first: 100) { edges { node { name } } } }")["people"]["edges"]
    }
    assert hidden
    assert not [name for name in hidden if name in str(public(query))]
