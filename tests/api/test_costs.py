from __future__ import annotations

from typing import Any

import pytest

from api.costs import ALL_PROPERTIES, INTROSPECTION, CostMeter
from api.documents import Checked, Documents
from api.limits import ApiLimits
from api.schema import executable
from tests.api.towns import Asker

PAGE = "{ edges { node { id } } }"


def cost(query: str, **variables: Any) -> int:
    found = Documents(executable(), ApiLimits()).find(query)
    assert isinstance(found, Checked), found
    return CostMeter(executable()).cost(found.document, found.operations[0], variables)


@pytest.mark.parametrize(
    ("query", "points"),
    [
        ("{ service { version role } }", 1),
        ("{ __typename }", 0),
        ("{ __schema { types { name fields { name } } } }", INTROSPECTION),
        ("{ initiatives { edges { node { id name phase } } } }", 1 + 20 + 20),
        ("{ initiatives(first: 3) { edges { cursor node { id } } pageInfo { endCursor } } }", 1 + 3 + 3 + 1),
        ("{ initiatives(first: 3) { totalCount } }", 1 + 10),
        ('{ nodes(ids: ["a", "b", "c", "d"]) { id } }', 4),
        ('{ search(text: "a", first: 5) { edges { node { id } } } }', 2 * 5 + 5 + 5),
        ('{ path(from: "a", to: "b") { nodes { id } } }', 50 + 3),
        ('{ neighbours(of: "a", steps: 3, first: 1) { edges { node { id } } } }', 5 * 3 + 1 + 1),
    ],
)
def test_objects_cost_one_leaves_nothing_and_lists_multiply(query: str, points: int) -> None:
    assert cost(query) == points


def test_lists_in_lists_multiply_each_other() -> None:
    inner = "relationships(first: 4) { edges { node { id } } }"
    each = 2 * 4 + 4 + 4
    assert cost(f"{{ initiatives(first: 5) {{ edges {{ node {{ {inner} }} }} }} }}") == 1 + 5 + 5 + 5 * each


def test_a_list_of_properties_is_as_long_as_what_is_asked_of_it() -> None:
    query = '{ node(id: "a") { ... on Entity { values%s { state claims { text } } } } }'
    assert cost(query % "(of: [NAME, PHASE])") == 1 + 2 * 2 + 2 * (2 + 20 * 0)
    assert cost(query % "") == 1 + 2 * ALL_PROPERTIES + ALL_PROPERTIES * 2


def test_variables_count_with_what_was_sent_or_their_default() -> None:
    query = f"query ($n: Int = 7) {{ initiatives(first: $n) {PAGE} }}"
    assert cost(query) == cost(query, n=7) == 1 + 7 + 7
    assert cost(query, n=100) == 201
    assert cost(query, n=None) == cost(f"{{ initiatives {PAGE} }}")
    assert cost("query ($i: [ID!]!) { nodes(ids: $i) { id } }", i=["a"] * 9) == 9


def test_fragments_cost_where_they_are_spread_and_skipped_fields_cost_too() -> None:
    plain = cost(f"{{ initiatives {PAGE} }}")
    assert cost("{ initiatives { ...F } } fragment F on InitiativeConnection " + PAGE) == plain
    assert cost(f"{{ initiatives @skip(if: true) {PAGE} }}") == plain
    assert cost(f"{{ initiatives {PAGE} b: initiatives {PAGE} }}") == 2 * plain


def test_a_number_that_is_no_length_cannot_make_a_price_small_or_huge() -> None:
    query = f"query ($n: Int) {{ initiatives(first: $n) {PAGE} }}"
    assert cost(query, n=-1_000_000) == cost(query, n=1)
    assert cost(query, n=10**30) == cost(query, n=500)


def test_the_highest_price_is_paid_and_one_point_more_is_refused(town: Asker, asked: Any) -> None:
    query = f"{{ initiatives(first: 3) {PAGE} }}"
    within = asked(town.network, limits=ApiLimits(cost=7)).answer(query)
    assert within.body["extensions"] == {"cost": 7}
    beyond = asked(town.network, limits=ApiLimits(cost=6))
    assert beyond.code(query) == "TOO_COSTLY"
    assert (beyond.answer(query).status, "data" in beyond.answer(query).body) == (400, False)
