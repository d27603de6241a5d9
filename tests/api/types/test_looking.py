from __future__ import annotations

from typing import Any

import pytest

from tests.api.towns import NORTH, WEST, Asker

SEARCH = """query ($text: String!, $kinds: [Kind!], $within: [ID!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, within: $within, first: $first, after: $after) { totalCount
    pageInfo { endCursor hasNextPage } edges { distance node { __typename name } } } }"""
NEAR = """query ($of: ID!, $steps: Int, $where: RelationshipFilter, $first: Int, $after: String) {
  neighbours(of: $of, steps: $steps, where: $where, first: $first, after: $after) { totalCount
    pageInfo { endCursor hasNextPage } edges { distance node { id } } } }"""
PATH = """query ($from: ID!, $to: ID!, $most: Int, $where: RelationshipFilter) {
  path(from: $from, to: $to, maxSteps: $most, where: $where) { truncated nodes { id }
    relationships { type from { id } to { id } sources { source { name } } } } }"""


def test_things_are_found_by_words_of_any_kind(town: Asker) -> None:
    page = town(SEARCH, text="buurt")["search"]
    assert [edge["node"]["name"] for edge in page["edges"]] == ["Buurtrit", "De Tuin"]
    assert page["totalCount"] == 2
    assert page["edges"][0]["distance"] is None


def test_a_search_keeps_to_kinds_and_areas(town: Asker) -> None:
    assert town(SEARCH, text="tuin", kinds=["AREA"])["search"]["totalCount"] == 0
    assert town(SEARCH, text="tuin", within=[WEST])["search"]["totalCount"] == 1
    assert town(SEARCH, text="rit", within=[WEST])["search"]["edges"] == []


@pytest.mark.parametrize("text", ["", "   ", "?!", "\u0000", "🙂"])
def test_what_holds_no_word_is_found_nowhere(town: Asker, text: str) -> None:
    page = town(SEARCH, text=text)["search"]
    assert (page["edges"], page["totalCount"]) == ([], 0)


def test_a_search_is_paged_and_bounded(town: Asker) -> None:
    first = town(SEARCH, text="e", first=1)["search"]
    rest = town(SEARCH, text="e", after=first["pageInfo"]["endCursor"])["search"]
    assert len(rest["edges"]) == first["totalCount"] - 1
    assert town.code(SEARCH, text="u", after=first["pageInfo"]["endCursor"]) == "BAD_CURSOR"
    assert town(SEARCH, text="x" * 200)["search"]["edges"] == []
    assert town.code(SEARCH, text="x" * 201) == "BAD_INPUT"


def test_neighbours_come_nearest_first_and_are_counted(town: Asker) -> None:
    page = town(NEAR, of="organisation/bieb", steps=2)["neighbours"]
    assert [(edge["node"]["id"], edge["distance"]) for edge in page["edges"]] == [
        ("initiative/tuin", 1), (NORTH, 2), ("topic/groen", 2)]  # fmt: skip
    assert page["totalCount"] == 3
    along = {"types": ["SUPPORTS", "ABOUT"]}
    assert town(NEAR, of="organisation/bieb", steps=2, where=along)["neighbours"]["totalCount"] == 2


def test_neighbours_are_paged(town: Asker) -> None:
    first = town(NEAR, of="organisation/bieb", steps=2, first=1)["neighbours"]
    cursor = first["pageInfo"]["endCursor"]
    rest = town(NEAR, of="organisation/bieb", steps=2, after=cursor)["neighbours"]
    assert [edge["node"]["id"] for edge in rest["edges"]] == [NORTH, "topic/groen"]
    assert town.code(NEAR, of="organisation/bieb", steps=3, after=cursor) == "BAD_CURSOR"


def test_a_walk_from_what_is_not_there_is_empty_and_steps_are_bounded(town: Asker) -> None:
    assert town(NEAR, of="nowhere")["neighbours"]["edges"] == []
    assert town(NEAR, of="nowhere", steps=3)["neighbours"]["totalCount"] == 0
    assert town.code(NEAR, of="organisation/bieb", steps=4) == "BAD_INPUT"
    assert town.code(NEAR, of="organisation/bieb", steps=0) == "BAD_INPUT"


def test_a_way_is_given_in_order_of_travel_with_its_sources(town: Asker) -> None:
    ends: dict[str, Any] = {"from": "organisation/bieb", "to": WEST}
    way = town(PATH, **ends)["path"]
    assert [node["id"] for node in way["nodes"]] == ["organisation/bieb", "initiative/tuin", NORTH, WEST]
    assert [tie["type"] for tie in way["relationships"]] == ["SUPPORTS", "ACTIVE_IN", "PART_OF"]
    assert way["relationships"][0]["to"] == {"id": "initiative/tuin"}
    assert way["relationships"][0]["sources"] == [{"source": {"name": "Gids van de stad"}}]


def test_there_is_no_way_beyond_the_steps_or_where_nothing_ties(town: Asker) -> None:
    ends: dict[str, Any] = {"from": "organisation/bieb", "to": WEST}
    assert town(PATH, **ends, most=2)["path"] is None
    assert town(PATH, **{**ends, "to": "initiative/rit"})["path"] is None
    assert town(PATH, **ends, most=8)["path"] is not None
    assert town.code(PATH, **ends, most=9) == "BAD_INPUT"


def test_several_are_given_in_the_order_asked_without_what_is_not_there(town: Asker) -> None:
    ids = [
        "initiative/rit",
        "nowhere",
        "tie:SUPPORTS:organisation/bieb:initiative/tuin:houses:",
        "initiative/rit",
        WEST,
    ]
    found = town("query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", ids=ids)["nodes"]
    assert [one["__typename"] for one in found] == ["Initiative", "Relationship", "Initiative", "Area"]
    assert found[1]["id"] == ids[2]


def test_ids_are_bounded_and_what_nobody_knows_is_null(town: Asker) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert town(query, ids=["x"] * 100)["nodes"] == []
    assert town.code(query, ids=["x"] * 101) == "BAD_INPUT"
    assert town('{ node(id: "nothing") { id } }') == {"node": None}


def test_the_service_tells_who_asks_and_within_which_limits(town: Asker) -> None:
    service: Any = town("{ service { version revision role costLimit depthLimit } }")["service"]
    assert (service["role"], service["costLimit"], service["depthLimit"]) == ("STAFF", 100_000, 20)
    assert service["version"].count(".") == 2
    assert int(service["revision"]) > 0
