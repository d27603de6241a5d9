from __future__ import annotations

from typing import Any

import pytest

from tests.api.towns import NORTH, WEST, Asker

QUERY = """query ($where: InitiativeFilter, $by: [InitiativeOrder!], $first: Int, $after: String, $asOf: Date) {
  initiatives(where: $where, orderBy: $by, first: $first, after: $after, asOf: $asOf) { totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id name } } } }"""


def found(town: Asker, **variables: Any) -> Any:
    return town(QUERY, **variables)["initiatives"]


def names(town: Asker, **variables: Any) -> list[str]:
    return [edge["node"]["name"] for edge in found(town, **variables)["edges"]]


def test_without_a_filter_all_of_the_kind_are_found_by_name(town: Asker) -> None:
    page = found(town)
    assert [edge["node"]["name"] for edge in page["edges"]] == ["Buurtrit", "De Tuin", "Eethuis"]
    assert page["totalCount"] == 3
    assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"phase": ["RUNNING"]}, ["Buurtrit", "De Tuin"]),
        ({"phase": []}, ["Buurtrit", "De Tuin", "Eethuis"]),
        ({"ids": ["initiative/rit"]}, ["Buurtrit"]),
        ({"ids": []}, []),
        ({"text": "tuin"}, ["De Tuin"]),
        ({"startedOn": {"from": "2014-03-01", "to": "2015-01-01"}}, ["De Tuin"]),
        ({"members": {"min": 13}}, ["De Tuin"]),
        ({"members": {"max": 12}}, ["Buurtrit"]),
        ({"within": [WEST]}, ["De Tuin", "Eethuis"]),
        ({"within": [NORTH]}, ["De Tuin"]),
        ({"related": [{"types": ["SUPPORTS"], "direction": "IN"}]}, ["De Tuin"]),
        ({"unrelated": [{"types": ["ACTIVE_IN"]}]}, ["Buurtrit"]),
        ({"known": ["MEMBERS"]}, ["Buurtrit", "De Tuin"]),
        ({"unknown": ["WEBSITE"]}, ["Eethuis"]),
        ({"sources": ["source/krant"]}, ["De Tuin"]),
        ({"anyOf": [{"phase": ["IDEA"]}, {"ids": ["initiative/rit"]}]}, ["Buurtrit", "Eethuis"]),
        ({"not": {"phase": ["RUNNING"]}}, ["Eethuis"]),
    ],
)
def test_a_filter_finds_what_it_says(town: Asker, where: dict[str, Any], expected: list[str]) -> None:
    assert names(town, where=where) == expected


def test_yes_or_no_is_a_filter_too(network: Any, asked: Any) -> None:
    from tests.contracts.build import City, says

    City(network.store).load(says("a").node("outcome/a", research=True).node("outcome/b", research=False))
    query = "{ outcomes(where: {research: false}) { edges { node { id research } } } }"
    assert asked(network)(query)["outcomes"]["edges"] == [{"node": {"id": "outcome/b", "research": False}}]


def test_the_order_is_what_is_asked_with_empties_last(town: Asker) -> None:
    assert names(town, by=[{"by": "STARTED_ON"}]) == ["De Tuin", "Eethuis", "Buurtrit"]
    assert names(town, by=[{"by": "MEMBERS", "direction": "DESC"}]) == ["De Tuin", "Buurtrit", "Eethuis"]
    assert names(town, by=[{"by": "NAME", "direction": "DESC"}]) == ["Eethuis", "De Tuin", "Buurtrit"]


def test_pages_follow_each_other_and_a_cursor_is_of_one_question(town: Asker) -> None:
    first = found(town, first=2)
    second = found(town, first=2, after=first["pageInfo"]["endCursor"])
    assert [edge["node"]["name"] for edge in second["edges"]] == ["Eethuis"]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasPreviousPage"]) == (True, True)
    assert town.code(QUERY, after=first["pageInfo"]["endCursor"], where={"phase": ["IDEA"]}) == "BAD_CURSOR"
    assert town.code(QUERY, after=first["pageInfo"]["endCursor"], by=[{"by": "NAME"}]) == "BAD_CURSOR"


def test_facets_count_over_all_matches_by_the_code_that_a_filter_takes(town: Asker) -> None:
    query = "{ initiatives(first: 1) { facets(of: %s) { value label(lang: EN) count } } }"
    counted = town(query % "PHASE")["initiatives"]["facets"]
    assert counted == [
        {"value": "RUNNING", "label": "running", "count": 2},
        {"value": "IDEA", "label": "idea", "count": 1},
    ]
    assert town(query % "KIND")["initiatives"]["facets"] == [
        {"value": "INITIATIVE", "label": "initiatives", "count": 3}
    ]
    assert town.code(query % "MEMBERS") == "BAD_INPUT"
    assert town.code(query % "SECTOR") == "BAD_INPUT"


def test_a_facet_tells_how_many_are_without(town: Asker) -> None:
    query = "{ initiatives { facets(of: LEGAL_FORM) { value label count } } }"
    assert town(query)["initiatives"]["facets"] == [{"value": None, "label": "onbekend", "count": 3}]


def test_as_of_a_day_shows_what_had_been_stated_by_then(town: Asker) -> None:
    query = """query ($day: Date) { initiatives(asOf: $day, where: {text: "tuin"}) { edges { node { members { value }
               values(of: [MEMBERS]) { disputed claims { text } } } } } }"""
    (then,) = town(query, day="2016-12-31")["initiatives"]["edges"]
    assert then["node"]["members"]["value"] == 40
    assert then["node"]["values"] == [{"disputed": False, "claims": [{"text": "ongeveer 40 personen"}]}]
    assert town(query, day="2016-01-01")["initiatives"]["edges"] == []


def test_one_request_is_about_one_day(town: Asker) -> None:
    answer = town.answer('{ then: initiatives(asOf: "2016-12-31") { totalCount } now: initiatives { totalCount } }')
    assert answer.body["data"]["then"]["totalCount"] == 3
    assert answer.body["data"]["now"] is None
    assert [one["extensions"]["code"] for one in answer.body["errors"]] == ["BAD_INPUT"]


@pytest.mark.parametrize(
    ("at_bound", "past"),
    [
        ({"first": 100}, {"first": 101}),
        ({"first": 1}, {"first": 0}),
        ({"where": {"ids": ["x"] * 100}}, {"where": {"ids": ["x"] * 101}}),
        ({"where": {"text": "x" * 200}}, {"where": {"text": "x" * 201}}),
        ({"by": [{"by": "NAME"}] * 5}, {"by": [{"by": "NAME"}] * 6}),
        ({"where": {"anyOf": [{}] * 39}}, {"where": {"anyOf": [{}] * 40}}),
        ({"where": {"not": {"not": {"not": {}}}}}, {"where": {"not": {"not": {"not": {"not": {}}}}}}),
    ],
)
def test_what_is_asked_is_bounded(town: Asker, at_bound: dict[str, Any], past: dict[str, Any]) -> None:
    assert found(town, **at_bound) is not None
    assert town.code(QUERY, **past) == "BAD_INPUT"


def test_null_means_what_leaving_out_means(town: Asker) -> None:
    assert names(town, where=None, by=None, first=None, after=None, asOf=None) == names(town)
    assert names(town, where={"phase": None, "text": None, "not": None}) == names(town)


def test_every_kind_has_its_question(town: Asker) -> None:
    from graph.schema.kinds import KINDS

    fields = " ".join(f"{kind.plural} {{ totalCount edges {{ node {{ id __typename }} }} }}" for kind in KINDS)
    answer = town(f"{{ {fields} }}")
    assert list(answer) == [kind.plural for kind in KINDS]
    for kind in KINDS:
        assert {edge["node"]["__typename"] for edge in answer[kind.plural]["edges"]} <= {kind.name}
    assert answer["areas"]["totalCount"] == 2
