from __future__ import annotations

from collections.abc import Callable

from graph.practice.city import City
from graph.practice.tables.ties import scan_table, talks_table
from graph.practice.vocabulary import read_words

Rows = list[dict[str, str]]


def test_two_rounds_know_partnerships_between_them(city: City, rows: Callable[[str], Rows]) -> None:
    assert len(rows("11")) == city.lists.scanned.sum()
    assert len(rows("12")) == city.lists.talked.sum()
    assert len(rows("11")) > 100 and len(rows("12")) > 10


def test_both_rounds_speak_of_initiatives_that_are_listed(city: City, rows: Callable[[str], Rows]) -> None:
    names = set(city.names)
    assert {row[column] for row in rows("11") for column in ("Initiatief", "Werkt samen met")} <= names
    assert {row[column] for row in rows("12") for column in ("Initiatief A", "Initiatief B")} <= names


def test_the_rounds_sometimes_differ_on_how_far_it_is(big_city: City) -> None:
    now = {frozenset(row[:2]): row[2] for row in scan_table(big_city).rows}
    before = {frozenset(row[:2]): row[2] for row in talks_table(big_city).rows}
    both = now.keys() & before.keys()
    moved = [pair for pair in both if now[pair] == "loopt" and before[pair] == "ze praten erover"]
    assert 0.1 < len(moved) / len(both) < 0.6


def test_forms_are_those_of_the_word_list_and_talking_comes_first(rows: Callable[[str], Rows]) -> None:
    forms = set(read_words("partnerships")["forms"])
    assert {row["Vorm"] for row in rows("11")} <= forms
    talking = [row["Vorm"] for row in rows("11") if row["Stand"] == "in gesprek"]
    assert talking.count("kennismaken") > 0.7 * len(talking)


def test_a_building_is_shared_where_one_needs_the_room_of_the_other(rows: Callable[[str], Rows]) -> None:
    notes = {row["Waarover"]: row["Vorm"] for row in rows("11")}
    assert notes.get("vervoer van gasten", "van elkaar kopen of ruilen") == "van elkaar kopen of ruilen"
    assert all(form == "samen een gebouw gebruiken" for note, form in notes.items() if "zaal" in note)


def test_support_is_between_names_of_the_lists(city: City, rows: Callable[[str], Rows]) -> None:
    organisations = {row["Organisatie"] for row in rows("05")}
    assert {row["Organisatie"] for row in rows("13")} <= organisations
    assert {row["Initiatief"] for row in rows("13")} <= set(city.names)
    assert len(rows("13")) == len(city.organisations.support)


def test_agreements_are_signed_or_planned(rows: Callable[[str], Rows]) -> None:
    assert {row["Stand"] for row in rows("14")} == {"getekend", "gepland"}
    for row in rows("14"):
        assert bool(row["Getekend op"]) == (row["Stand"] == "getekend") != bool(row["Gepland voor"])
        assert row["Initiatieven"] and row["Organisaties"]
