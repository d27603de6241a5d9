from __future__ import annotations

from typing import Any

import pytest

from api.cursors import LONGEST, Cursors, place_after
from graph.errors import CursorError
from tests.api.towns import Asker

PAGE = """query ($after: String, $where: InitiativeFilter, $order: [InitiativeOrder!], $day: Date) {
  initiatives(first: 1, after: $after, where: $where, orderBy: $order, asOf: $day) {
    pageInfo { endCursor hasNextPage hasPreviousPage startCursor } edges { cursor node { id } } } }"""


@pytest.mark.parametrize("id_", ["initiative/tuin", "a", "tie:X:a b:c", "é" * 300])
def test_a_cursor_gives_back_the_row_that_it_stands_at(id_: str) -> None:
    cursors = Cursors("initiatives", 1)
    assert cursors.after(cursors.of(id_)) == id_
    assert cursors.after(None) is None


def test_a_cursor_is_good_for_its_own_question_only() -> None:
    cursor = Cursors("a", 1).of("x")
    for other in (Cursors("a", 2), Cursors("b", 1), Cursors()):
        with pytest.raises(CursorError):
            other.after(cursor)


def test_what_is_no_cursor_is_refused_and_no_error_of_ours() -> None:
    cursors = Cursors("a")
    good = cursors.of("x")
    for cursor in ("", "x", "=", "!", "AAAA", good[:-1], good + "=", good.swapcase(), "é", "\x00", "A" * 100_000):
        with pytest.raises(CursorError):
            cursors.after(cursor)


def test_a_cursor_has_a_longest() -> None:
    cursors = Cursors("a")
    longest = "x" * (LONGEST * 3 // 4 - 6)
    assert cursors.after(cursors.of(longest)) == longest
    with pytest.raises(CursorError):
        cursors.after(cursors.of(longest + "x"))


def test_a_list_at_hand_begins_after_its_row() -> None:
    assert [place_after(["a", "b"], after) for after in (None, "a", "b")] == [0, 1, 2]
    with pytest.raises(CursorError):
        place_after(["a"], "b")


def test_pages_follow_each_other_to_the_end_and_each_row_comes_once(town: Asker) -> None:
    found: list[str] = []
    after, more = None, True
    while more:
        page = town(PAGE, after=after)["initiatives"]
        found += [edge["node"]["id"] for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert found == ["initiative/rit", "initiative/tuin", "initiative/eethuis"]


@pytest.mark.parametrize(
    "other",
    [
        {"where": {"phase": ["RUNNING"]}},
        {"where": {"within": ["area/west"]}},
        {"order": [{"by": "MEMBERS"}]},
        {"order": [{"by": "NAME", "direction": "DESC"}]},
        {"day": "2016-12-31"},
    ],
)
def test_a_cursor_of_another_filter_order_or_day_is_refused(town: Asker, other: Any) -> None:
    cursor = town(PAGE)["initiatives"]["pageInfo"]["endCursor"]
    assert town.code(PAGE, after=cursor, **other) == "BAD_CURSOR"
    assert "tuin" not in cursor
