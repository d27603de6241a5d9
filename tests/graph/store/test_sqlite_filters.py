"""Questions become conditions; what people give travels as values, and only declared names become words of SQL."""

from __future__ import annotations

import json
from datetime import date

import pytest

from graph.errors import InputError
from graph.schema.declaration import Level
from graph.store.questions import DateSpan, NodeFilter, NumberSpan, Order, RelationshipFilter
from graph.store.rows import Audience
from graph.store.searching import Words
from graph.store.sqlite.filters import Condition, FilterCompiler, after, array, audiences, is_storable, sort_keys

EVIL = "x') OR 1=1 --"


def test_no_value_stands_in_the_text_of_a_condition() -> None:
    day, one = date(2016, 1, 2), (EVIL,)
    where = NodeFilter(
        kinds=one, ids=one, text=EVIL, codes={"phase": one}, within=one, sources=one,
        dates={"started_on": DateSpan(day)},
        related=(RelationshipFilter(types=one, others=one, statuses=one, roles=one, active_on=day),),
        numbers={"members": NumberSpan(1234.5)}, any_of=(NodeFilter(ids=one),), without=NodeFilter(kinds=one),
    )  # fmt: skip
    condition = FilterCompiler(Level.PUBLIC).nodes(where)
    assert not any(part in condition.text for part in ("1=1", "2016-01-02", "1234.5"))
    assert condition.text.count("?") == len(condition.parameters)
    assert sum(EVIL in str(parameter) for parameter in condition.parameters) > 8


@pytest.mark.parametrize("name", [EVIL, "reading", "id", "audience", "n.name"])
def test_only_declared_names_become_columns(name: str) -> None:
    compiler = FilterCompiler(Level.INTERNAL)
    for where in (NodeFilter(codes={name: ("x",)}), NodeFilter(dates={name: DateSpan()}), NodeFilter(known=(name,)),
                  NodeFilter(numbers={name: NumberSpan()})):  # fmt: skip
        with pytest.raises(InputError):
            compiler.nodes(where)
    with pytest.raises(InputError):
        sort_keys([Order(name)], Level.PUBLIC)


def test_each_level_reads_what_is_for_everyone_and_its_own() -> None:
    assert audiences(Level.PUBLIC) == f"({int(Audience.EVERYONE)}, {int(Audience.PUBLIC)})"
    assert audiences(Level.INTERNAL) == f"({int(Audience.EVERYONE)}, {int(Audience.INTERNAL)})"


def test_conditions_are_joined_by_and() -> None:
    condition = Condition()
    assert condition.text == "1"
    condition.add("a = ? OR b = ?", 1, 2)
    condition.add("c")
    assert (condition.text, condition.parameters) == ("(a = ? OR b = ?) AND (c)", [1, 2])


def test_what_comes_after_a_row_is_told_key_by_key() -> None:
    text, parameters = after([("name", False), ("year", True), ("id", False)], ["a", 2016, "x"])
    assert text == "(name > ?) OR (name = ? AND year < ?) OR (name = ? AND year = ? AND id > ?)"
    assert parameters == ["a", "a", 2016, "a", 2016, "x"]


def test_the_last_key_is_the_id_and_empties_come_last() -> None:
    keys = sort_keys([Order("members", descending=True)], Level.PUBLIC)
    assert [descending for _, descending in keys] == [False, True, False]
    assert "IS NULL" in keys[0][0]
    assert keys[-1] == ("n.id", False)


def test_texts_that_no_store_can_hold_are_left_out_of_lists() -> None:
    assert json.loads(array(["a", "b\0", "é🌻", "\ud800", 1, None])) == ["a", "é🌻", 1, None]
    assert [is_storable(text) for text in ("", "plain", "é", "\0", "é\0", "\udfff")] == [True] * 3 + [False] * 3


def test_long_words_use_the_index_and_short_ones_are_read_for() -> None:
    condition = Condition()
    FilterCompiler(Level.PUBLIC).words(condition, Words.of("de zorg"), "n")
    assert condition.parameters == ['"zorg"', "de"]
    assert ["MATCH" in part for part in condition.parts] == [True, False]
