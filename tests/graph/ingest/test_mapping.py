"""Mapping files: where they stand, and the small forms that they are made of."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import FileError, MappingError
from graph.ingest.mapping import (
    bare_name,
    check_names,
    column,
    find_mapping,
    left_out_columns,
    read_mapping,
    section,
    table_place,
    word,
)
from tests.graph.ingest.desk import MAPPING, Desk


def test_a_mapping_stands_beside_its_table_and_its_quarantine(desk: Desk) -> None:
    mapping = desk.file("lijst.2025.mapping.yaml", MAPPING)
    assert find_mapping(desk.folder / "lijst.2025.csv") == mapping
    assert find_mapping(desk.folder / "lijst.2025.quarantine.xlsx") == mapping
    assert find_mapping(desk.folder / "lijst.csv") is None
    assert bare_name(desk.folder / "lijst.2025.quarantine.csv") == "lijst.2025"


def test_a_mapping_that_is_given_goes_before_the_one_beside(desk: Desk) -> None:
    desk.file("lijst.mapping.yaml", MAPPING)
    given = desk.folder / "elders.yaml"
    assert find_mapping(desk.folder / "lijst.csv", given) == given
    with pytest.raises(FileError, match=r"elders\.yaml bestaat niet"):
        read_mapping(given)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("wijkweb: document", "begint niet met ‘wijkweb: mapping’"),
        ("source: {id: source/x, name: X}", "begint niet met ‘wijkweb: mapping’"),
        ("wijkweb: mapping\ncolumns: {}", "‘columns’ hoort hier niet. Wel: leave_out, level, nodes"),
        ("Naam;Leden", "geen document van Wijkweb"),
    ],
)
def test_what_is_no_mapping_is_refused(desk: Desk, text: str, sentence: str) -> None:
    with pytest.raises(FileError) as raised:
        read_mapping(desk.file("x.mapping.yaml", text))
    assert sentence in raised.value.nl


def test_names_that_do_not_belong_are_refused() -> None:
    check_names({"a": 1}, "x", ("a", "b"))
    with pytest.raises(MappingError, match="x: ‘c’ hoort hier niet"):
        check_names({"c": 1}, "x", ("a", "b"))


@pytest.mark.parametrize("content", [["a"], "a", 5, True])
def test_a_part_holds_names(content: object) -> None:
    assert section({}, "nodes", "x") == {} == section({"nodes": None}, "nodes", "x")
    with pytest.raises(MappingError, match="onder ‘nodes’ horen namen"):
        section({"nodes": content}, "nodes", "x")


@pytest.mark.parametrize("value", [None, "", True, ["a"], {"a": 1}])
def test_a_word_is_a_word_or_a_number(value: object) -> None:
    assert [word(one, "x") for one in ("a b", 2024, 1.5)] == ["a b", "2024", "1.5"]
    assert column("Aantal\n  leden", "x") == "Aantal leden"
    with pytest.raises(MappingError, match="één woord of getal"):
        word(value, "x")


def test_columns_are_left_out_with_a_reason() -> None:
    left_out = left_out_columns(
        {"leave_out": {"E-mail": "contact", "Nr": None, "Id": {"nl": "telt niet", "en": "nil"}}}, "x"
    )
    assert {header: why.nl for header, why in left_out.items()} == {"E-mail": "contact", "Nr": "", "Id": "telt niet"}
    assert {header: why.en for header, why in left_out.items()} == {"E-mail": "contact", "Nr": "", "Id": "nil"}
    assert left_out_columns({}, "x") == {}
    with pytest.raises(MappingError, match="leave_out"):
        left_out_columns({"leave_out": ["E-mail"]}, "x")


def test_the_place_of_a_table_is_a_sheet_and_a_row() -> None:
    assert table_place({"table": {"sheet": 2024, "header_row": 3}}, "x") == ("2024", 3)
    assert table_place({}, "x") == (None, None)


@pytest.mark.parametrize("given", [{"header_row": 0}, {"header_row": "3"}, {"header_row": True}, {"row": 3},
                                   {"sheet": ["a"]}, ["Blad1"]])  # fmt: skip
def test_another_place_of_a_table_is_refused(given: Any) -> None:
    with pytest.raises(MappingError, match=r"x"):
        table_place({"table": given}, "x")
