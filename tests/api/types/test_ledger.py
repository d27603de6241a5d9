"""The ledger over GraphQL: for who prepares meetings, page by page, counted by what was listed; nothing for others."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from graph.store.questions import Role
from tests.api.towns import Asker

LEDGER = """query ($within: [ID!], $first: Int, $after: String) {
  ledger(within: $within, first: $first, after: $after) { totalCount skew notes
  groups { by label initiatives shown } pageInfo { hasNextPage endCursor }
  edges { cursor node { id name } shown suggested invited accepted } } }"""
LISTS = (
    "suggestions(first: 3) { edges { node { members { id } } } }",
    "alliances(first: 2) { edges { node { members { id } } } }",
    "compositions(goal: {members: 200}, first: 2) { members { id } }",
    'gaps(of: ["area/molenbuurt"], kinds: [NEED], first: 3) { nearby { id } }',
)
"""Lists of initiatives that are proposed to each other."""


@pytest.mark.parametrize("listed", LISTS)
def test_what_is_listed_is_counted_for_each_initiative(practice: Asker, listed: str) -> None:
    before = {edge["node"]["id"]: edge["shown"] for edge in practice(LEDGER, first=100)["ledger"]["edges"]}
    ids = {id_ for id_ in re.findall(r"'(initiative/[^']+)'", str(practice(f"{{ {listed} }}"))) if id_ in before}
    assert ids
    found = practice(LEDGER, first=100)["ledger"]
    after = {edge["node"]["id"]: edge["shown"] for edge in found["edges"]}
    assert {id_: after[id_] - before[id_] for id_ in after if after[id_] != before[id_]} == dict.fromkeys(ids, 1)
    assert 0 < found["skew"] <= 1
    assert {one["by"] for one in found["groups"]} == {"area", "size", "phase"}


def test_pages_of_the_ledger_hold_each_initiative_once(practice: Asker) -> None:
    whole = [edge["node"]["id"] for edge in practice(LEDGER, first=100)["ledger"]["edges"]]
    paged, after = [], None
    while True:
        page = practice(LEDGER, first=25, after=after)["ledger"]
        paged += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert paged == whole
    assert page["totalCount"] == len(whole)


def test_who_prepares_no_meetings_is_told_nothing(practice: Asker, asked: Callable[..., Asker]) -> None:
    for role in (Role.PUBLIC, Role.STAFF):
        assert asked(practice.network, role)(LEDGER) == {"ledger": None}
    assert practice.code(LEDGER, within=["area/nergens"]) == "NOT_FOUND"
