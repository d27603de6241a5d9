"""Texts for Neo4j: their order by UTF-16 unit is that by code point, and no index gets more than it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.store.neo4j.ordering import (
    LONGEST_INDEXED,
    by_code_point,
    index_key,
    order_expressions,
    order_properties,
)

# Half a surrogate pair is no text; the others are drawn from where the two orders differ.
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("az\ud7ff\ue000\uffee\U00010000𐐀😀"))
)


def utf16(text: str) -> bytes:
    return text.encode("utf-16-be")


@given(TEXTS, TEXTS)
def test_the_order_by_unit_is_the_order_by_code_point(one: str, other: str) -> None:
    assert (utf16(by_code_point(one)) < utf16(by_code_point(other))) == (one < other)
    assert (by_code_point(one) == by_code_point(other)) == (one == other)


@given(TEXTS, TEXTS, TEXTS)
def test_a_part_of_a_text_is_a_part_of_its_other_form_and_nothing_else_is(one: str, two: str, three: str) -> None:
    assert by_code_point(two) in by_code_point(one + two + three)
    assert (by_code_point(two) in by_code_point(one)) == (two in one)


def test_what_people_write_stays_as_it_is() -> None:
    for text in ("", "zorgcooperatie bouwlust", "initiative/annas-gedoe", "中文 שלום"):
        assert by_code_point(text) == text


@pytest.mark.parametrize("more", [0, 1])
def test_only_the_beginning_of_a_long_text_is_indexed(more: int) -> None:
    text = "x" * (LONGEST_INDEXED + more)
    properties = order_properties("sort_key", text)
    assert properties["sort_key"] == "x" * LONGEST_INDEXED
    assert properties.get("long_sort_key") == (text if more else None)
    assert order_expressions("n", "sort_key") == ("n.sort_key", "coalesce(n.long_sort_key, '')")


def test_a_long_key_is_found_by_its_hash() -> None:
    long = "k" * (LONGEST_INDEXED + 1)
    assert index_key("name:anna") == "name:anna"
    assert len(index_key(long)) < 100
    assert index_key(long) != index_key(long + "k")
