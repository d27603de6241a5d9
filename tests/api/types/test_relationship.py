from __future__ import annotations

from typing import Any

from tests.api.towns import NORTH, Asker

TUIN, EETHUIS, RIT = "initiative/tuin", "initiative/eethuis", "initiative/rit"
PAGE = """query ($id: ID!, $where: RelationshipFilter, $first: Int, $after: String) { node(id: $id) { ... on Entity {
  relationships(where: $where, first: $first, after: $after) { totalCount state pageInfo { hasNextPage hasPreviousPage
  startCursor endCursor } edges { cursor node { id name } relationship { id type } } } } } }"""


def page(town: Asker, id_: str, **variables: Any) -> Any:
    return town(PAGE, id=id_, **variables)["node"]["relationships"]


def test_relationships_are_seen_from_the_thing_asked(town: Asker) -> None:
    found = page(town, TUIN)
    assert [edge["node"]["name"] for edge in found["edges"]] == ["Bibliotheek", "groen", "Noord"]
    assert [edge["relationship"]["type"] for edge in found["edges"]] == ["SUPPORTS", "ABOUT", "ACTIVE_IN"]
    assert (found["totalCount"], found["state"]) == (3, "KNOWN")


def test_pages_follow_each_other_without_gap(town: Asker) -> None:
    first = page(town, TUIN, first=2)
    second = page(town, TUIN, first=2, after=first["pageInfo"]["endCursor"])
    assert (first["pageInfo"]["hasNextPage"], first["pageInfo"]["hasPreviousPage"]) == (True, False)
    assert [edge["node"]["name"] for edge in second["edges"]] == ["Noord"]
    assert (second["pageInfo"]["hasNextPage"], second["pageInfo"]["hasPreviousPage"]) == (False, True)


def test_a_cursor_of_another_thing_or_question_is_refused(town: Asker) -> None:
    cursor = page(town, TUIN, first=1)["pageInfo"]["endCursor"]
    assert town.code(PAGE, id=EETHUIS, after=cursor) == "BAD_CURSOR"
    assert town.code(PAGE, id=TUIN, after=cursor, where={"types": ["ABOUT"]}) == "BAD_CURSOR"
    assert town.code(PAGE, id=TUIN, after="bm8") == "BAD_CURSOR"


def test_a_filter_asks_by_type_direction_and_other_end(town: Asker) -> None:
    names = [[edge["node"]["id"] for edge in page(town, TUIN, where=where)["edges"]] for where in (
        {"types": ["ACTIVE_IN", "ABOUT"]}, {"direction": "IN"}, {"other": [NORTH]}, {"otherKind": ["TOPIC"]},
        {"status": ["TALKING"]}, {"activeOn": "2015-01-01", "types": ["SUPPORTS"]})]  # fmt: skip
    assert names == [["topic/groen", NORTH], ["organisation/bieb"], [NORTH], ["topic/groen"], [],
                     ["organisation/bieb"]]  # fmt: skip


def test_none_is_told_from_unknown(town: Asker) -> None:
    assert page(town, RIT, where={"types": ["PARTNERS_WITH"]})["state"] == "NONE"
    assert page(town, RIT, where={"types": ["SUPPORTS"]})["state"] == "UNKNOWN"
    assert page(town, RIT)["state"] == "UNKNOWN"


def test_a_relationship_tells_what_is_said_of_it(town: Asker) -> None:
    query = """{ node(id: "initiative/tuin") { ... on Entity { relationships(where: {types: [SUPPORTS]}) { edges {
               relationship { label(lang: EN) support role status disputed denied from { id } to { id }
               sources { text place source { name } } claims { property text } } } } } } }"""
    (edge,) = town(query)["node"]["relationships"]["edges"]
    tie = edge["relationship"]
    assert (tie["label"], tie["support"], tie["role"]) == ("supports (houses)", "HOUSES", None)
    assert (tie["from"]["id"], tie["to"]["id"]) == ("organisation/bieb", TUIN)
    assert tie["sources"] == [{"text": "steunt", "place": "bladzijde 3", "source": {"name": "Gids van de stad"}}]
    assert tie["claims"] == [{"property": None, "text": "ja"}]


def test_a_relationship_that_the_newest_source_denies_is_in_no_list_but_answers_by_id(town: Asker) -> None:
    id_ = f"tie:PARTNERS_WITH:{EETHUIS}:{TUIN}"
    query = """query ($id: ID!) { node(id: $id) { ... on Relationship {
               denied disputed status since { value } claims { denied text } } } }"""
    tie = town(query, id=id_)["node"]
    assert (tie["denied"], tie["disputed"], tie["status"]) == (True, True, "TALKING")
    assert {one["denied"] for one in tie["claims"]} == {True, False}
    assert page(town, TUIN, where={"types": ["PARTNERS_WITH"]})["edges"] == []


def test_sizes_are_bounded(town: Asker) -> None:
    assert page(town, TUIN, first=100)["edges"]
    assert town.code(PAGE, id=TUIN, first=101) == "BAD_INPUT"
    assert town.code(PAGE, id=TUIN, where={"other": ["x"] * 101}) == "BAD_INPUT"
    assert page(town, TUIN, where={"other": ["x"] * 100})["edges"] == []
