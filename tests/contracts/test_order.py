"""Order and cursors: by what was asked and then id, by code point, empties last, everything exactly once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import CursorError, InputError
from graph.store.answers import Page
from graph.store.questions import BY_CHANGE, NodeFilter, Order
from tests.contracts.build import City, says

ALL = NodeFilter()


def in_steps(ask: Callable[..., Page[Any]], first: int) -> list[str]:
    """Return the ids of an answer, page by page."""
    ids: list[str] = []
    after, more = None, True
    while more:
        page = ask(first=first, after=after)
        ids += [item.id for item in page.items]
        after, more = ids[-1] if ids else None, page.more
        assert len(page.items) == first or not more
    return ids


NAMES = [
    "zee",
    "Zee",
    "aap",
    "Één",
    "een",
    "‘een’",
    "eens",
    "10",
    "9",
    "ﬀ",
    "𝕏",
    "ｚ",
    "🌻",
    "ß",
    "ñ",
    "ꙮ",
    "中文",
    "א",
    "",
    "",
]


@pytest.fixture
def named(city: City) -> City:
    """Give initiatives whose names sort in surprising ways, two without a name."""
    one = says("one")
    for number, name in enumerate(NAMES):
        values = {"name": name} if name else {}
        one.node(f"initiative/{number:02}", **values)
    city.load(one)
    return city


@pytest.mark.parametrize("descending", [False, True])
def test_names_are_in_order_of_their_letters_as_search_reads_them(named: City, descending: bool) -> None:
    with named.view() as view:
        found = view.find(ALL, [Order(descending=descending)], first=100).items
    names = [node.name for node in found]
    letters = [name for name in names if name in ("10", "9", "aap", "eens", "naam niet genoemd", "zee", "Zee")]
    expected = ["10", "9", "aap", "eens", "naam niet genoemd", "naam niet genoemd", "zee", "Zee"]
    assert [name.lower() for name in letters] == [name.lower() for name in (expected[::-1] if descending else expected)]
    same = [node.id for node in found if node.name in ("Één", "een", "‘een’")]
    assert same == ["initiative/03", "initiative/04", "initiative/05"], "equal names are in order of id, both ways"


def test_letters_beyond_the_basic_plane_sort_by_code_point(city: City) -> None:
    # UTF-16 units would put the last of each three before the one in the middle.
    one = says("one")
    for id_, name in (("initiative/1", "\u9fff"), ("initiative/2", "\ufa0e"), ("initiative/3", "\U00010400")):
        one.node(id_, name=name)
    for id_ in ("initiative/z\uff5a", "initiative/z\U00010428", "initiative/zz"):
        one.node(id_)
    city.load(one)
    with city.view() as view:
        found = [node.id for node in view.find(ALL).items]
    by_id = ["initiative/zz", "initiative/z\uff5a", "initiative/z\U00010428"]
    assert [id_ for id_ in found if id_ in by_id] == by_id
    assert [id_ for id_ in found if id_[-1].isdigit()] == sorted(f"initiative/{number}" for number in (1, 2, 3))


@pytest.mark.parametrize("first", [1, 2, 3, 7, 19, 20, 21])
@pytest.mark.parametrize("order", [(), (Order(descending=True),), (Order("members"), Order(descending=True))], ids=str)
def test_steps_of_any_length_give_everything_exactly_once(named: City, first: int, order: tuple[Order, ...]) -> None:
    with named.view() as view:
        whole = [node.id for node in view.find(ALL, order, first=100).items]
        steps = in_steps(lambda **page: view.find(ALL, order, **page), first)
    assert steps == whole
    assert len(set(whole)) == len(NAMES)


@pytest.fixture
def dated(city: City) -> City:
    """Give initiatives with dates, numbers and none of them, loaded one after another."""
    values: list[dict[str, Any]] = [
        {"started_on": "2016", "members": "9 person"},
        {"started_on": "2015-12", "members": "about 10 person"},
        {},
        {"started_on": "2016-01-01", "members": "9 member"},
        {"members": "0.5 person"},
        {"started_on": "2016 summer"},
    ]
    for number, one in enumerate(values):
        city.load(says(f"s{number}").node(f"initiative/{number}", **one))
    return city


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([Order("started_on")], "103524"),
        ([Order("started_on", descending=True)], "503124"),
        ([Order("members")], "403125"),
        ([Order("members", descending=True)], "103425"),
        ([Order("members"), Order("started_on", descending=True)], "403152"),
        ([Order("started_on"), Order("members", descending=True)], "103542"),
        ([Order(BY_CHANGE)], "012345"),
        ([Order(BY_CHANGE, descending=True)], "543210"),
    ],
    ids=str,
)
def test_empties_come_last_in_both_directions_and_the_id_decides_ties(
    dated: City, order: list[Order], expected: str
) -> None:
    with dated.view() as view:
        assert "".join(node.id[-1] for node in view.find(ALL, order).items) == expected
        assert "".join(id_[-1] for id_ in in_steps(lambda **page: view.find(ALL, order, **page), 2)) == expected


def test_numbers_and_years_order_as_such(city: City) -> None:
    one = says("one")
    for number, (importance, weight) in enumerate([(10, 2.5), (9, 10.0), (100, 0.25)]):
        one.node(f"criterion/{number}", importance=importance, weight=weight)
    city.load(one)
    with city.view() as view:
        assert [node.id[-1] for node in view.find(ALL, [Order("importance")]).items] == ["1", "0", "2"]
        assert [node.id[-1] for node in view.find(ALL, [Order("weight")]).items] == ["2", "0", "1"]


@pytest.mark.parametrize("by", ["phase", "name ", "website", "nothing"])
def test_what_cannot_be_ordered_by_is_named(dated: City, by: str) -> None:
    with dated.view() as view, pytest.raises(InputError, match=by):
        view.find(ALL, [Order(by)])


@pytest.mark.parametrize("after", ["initiative/none", "", "initiative/\ud800", "initiative/0\0"])
def test_a_cursor_that_is_no_node_is_refused(dated: City, after: str) -> None:
    with dated.view() as view:
        with pytest.raises(CursorError):
            view.find(ALL, after=after)
        with pytest.raises(CursorError):
            view.search("naam", after=after)
        with pytest.raises(CursorError):
            view.relationships(["initiative/0"], after=after)


def test_a_cursor_holds_its_place_though_it_no_longer_matches(dated: City) -> None:
    only = NodeFilter(ids=("initiative/0", "initiative/5"))
    with dated.view() as view:
        page = view.find(only, first=5, after="initiative/3")
    assert [node.id for node in page.items] == ["initiative/5"]
    assert not page.more
