from __future__ import annotations

from typing import cast

import pytest

from api.limits import ApiLimits
from graph.network import Network
from graph.store.questions import Role
from tests.api.towns import Asker, Counting

DEEP = """query ($first: Int) { initiatives(first: $first) { totalCount facets(of: PHASE) { count } edges { node {
  id name phase members { label } sources(first: 2) { place source { name } }
  values { property state claims(first: 3) { text citations { place source { name publisher } } } }
  relationships(first: 10) { totalCount state edges {
    node { id name ... on Area { cbsCode } relationships(first: 3) { edges { node { name } } } }
    relationship { role sources(first: 2) { place source { name } } from { name } to { name }
      claims { text citations { source { name } } } } } } } } } }"""
ADVISED = """query ($first: Int) { suggestions(first: $first) { totalCount edges { node { id members { name kind }
  judgements { name } reasonsFor { text facts { text place source { name } } }
  reasonsAgainst { facts { source { name } } } } } } }"""


def rows_and_calls(practice: Asker, query: str, field: str, first: int) -> tuple[int, list[str]]:
    """Return how many rows an answer has, and what the store was asked for it."""
    counting = Counting(practice.network)
    asker = Asker(cast("Network", counting), Role.FACILITATOR, ApiLimits(cost=1_000_000))
    asker.desk = practice.desk
    edges = asker(query, first=first)[field]["edges"]
    return len(edges), counting.calls


def test_questions_to_the_store_grow_with_depth_and_never_with_rows(practice: Asker) -> None:
    one, some, many = (rows_and_calls(practice, DEEP, "initiatives", first) for first in (1, 20, 100))
    assert (one[0], some[0]) == (1, 20)
    assert many[0] > 50
    assert some[1] == many[1]
    assert len(one[1]) <= len(some[1]) <= 20


def test_questions_for_advice_do_not_grow_with_suggestions(practice: Asker) -> None:
    one, some, many = (rows_and_calls(practice, ADVISED, "suggestions", first) for first in (1, 20, 100))
    assert (one[0], some[0], many[0]) == (1, 20, 100)
    assert some[1] == many[1]
    assert len(many[1]) <= 10


@pytest.mark.parametrize(
    "fields", ["id", "id name kind phase phaseLabel website members { value } startedOn { label }"]
)
def test_plain_fields_of_a_page_take_one_question(practice: Asker, fields: str) -> None:
    query = f"query ($first: Int) {{ initiatives(first: $first) {{ edges {{ node {{ {fields} }} }} }} }}"
    assert rows_and_calls(practice, query, "initiatives", 100)[1] == ["find"]


def test_each_step_deeper_asks_as_many_questions_more(practice: Asker) -> None:
    page = "{ edges { node { name %s } } }"
    query, counts = page % "", []
    for _ in range(4):
        _, calls = rows_and_calls(practice, f"{{ initiatives(first: 20) {query} }}", "initiatives", 20)
        counts.append(len(calls))
        query = page % f"relationships(first: 2) {query}"
    assert counts == [1, 3, 5, 7]
