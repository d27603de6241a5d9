"""Cells as Dutch and English people, and their spreadsheets, write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.ingest.cells import Cell, find_unit, parse_number, read_cell, shown, text_of
from graph.schema.declaration import Property
from graph.schema.model import (
    LONGEST_TEXT,
    node_properties,
    properties_of_kind,
    properties_of_relationship,
    relationship_properties,
)
from graph.schema.values import Value

FIXED = settings(derandomize=True, database=None, deadline=None, max_examples=300)


def property_(name: str) -> Property:
    return node_properties().get(name) or relationship_properties()[name]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("28-06-2016", "2016-06-28"), ("28/6/2016", "2016-06-28"), ("28.06.2016", "2016-06-28"),
        ("2016-06-28", "2016-06-28"), ("2016/6/8", "2016-06-08"), ("2016", "2016"), ("2016-06", "2016-06"),
        ("06-2016", "2016-06"), ("28 juni 2016", "2016-06-28"), ("28 jun. 2016", "2016-06-28"),
        ("1 maart 2016", "2016-03-01"), ("Zondag 28 juni 2016", "2016-06-28"), ("juni 2016", "2016-06"),
        ("28 June 2016", "2016-06-28"), ("zomer 2016", "2016 summer"), ("herfst 2016", "2016 autumn"),
        ("medio november 2016", "2016-11 mid"), ("half 2016", "2016 mid"), ("2016 summer", "2016 summer"),
        ("28-06-2016 14:30", "2016-06-28"), ("2016-06-28 00:00:00", "2016-06-28"),
        ("2016-06-28T00:00:00", "2016-06-28"), (2016, "2016"), (2016.0, "2016"),
        (date(2016, 6, 28), "2016-06-28"), (datetime(2016, 6, 28, 20, 30), "2016-06-28"),
        (42549, "2016-06-28"), (42549.75, "2016-06-28"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_and_spreadsheets_write_it(cell: Cell, stored: str) -> None:
    assert read_cell(property_("started_on"), cell) == stored


@pytest.mark.parametrize(
    "cell",
    ["31-02-2016", "32 juni 2016", "28-06-16", "ooit", "28 brumaire 2016", "mid summer 2016", "2016-06-28-01", "6",
     "zomer", "Q1 2016", 42, 3.5, True, "28-13-2016", float("inf"), float("nan")],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_what_would_be_right(cell: Cell) -> None:
    with pytest.raises(InputError) as raised:
        read_cell(property_("started_on"), cell)
    assert "Goed zou zijn: 28-06-2016, 28 juni 2016" in raised.value.nl
    assert "Right would be: 28-06-2016, June 2016" in raised.value.en


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("45", "45 person"), (45, "45 person"), (45.0, "45 person"), ("1.250", "1250 person"),
        ("1 250", "1250 person"), ("1\u00a0250", "1250 person"), ("1,250", "1250 person"), ("12,5", "12.5 person"),
        ("0,125", "0.125 person"), ("0.125", "0.125 person"), ("1.234.567,5", "1234567.5 person"),
        ("ongeveer 45", "about 45 person"), ("ca. 45", "about 45 person"), ("±45", "about 45 person"),
        ("zo’n 45", "about 45 person"), ("minstens 600", "at least 600 person"), ("≥ 600", "at least 600 person"),
        ("at most 20", "at most 20 person"), ("hoogstens 20", "at most 20 person"), ("45 leden", "45 member"),
        ("1 vrijwilliger", "1 volunteer"), ("45 %", "45 percent"), ("about 45 person", "about 45 person"),
        ("300 auto's", "300 car"), ("12 m2", "12 m2"),
    ],
)  # fmt: skip
def test_a_number_of_people_is_read_with_its_bound_and_unit(cell: Cell, stored: str) -> None:
    assert read_cell(property_("members"), cell) == stored


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("€ 15.000", "15000 EUR"), ("€15.000,-", "15000 EUR"), ("15.000,= euro", "15000 EUR"),
        ("EUR 15.000", "15000 EUR"), ("euro 15", "15 EUR"), ("€ 1,5 miljoen", "1500000 EUR"),
        ("2 mln. euro", "2000000 EUR"), ("25 duizend euro", "25000 EUR"), ("1,250.50", "1250.5 EUR"),
        ("ongeveer € 600", "about 600 EUR"), ("€ -5", "-5 EUR"), (15000.5, "15000.5 EUR"),
    ],
)  # fmt: skip
def test_money_is_read_with_its_sign_and_scale(cell: Cell, stored: str) -> None:
    assert read_cell(property_("amount"), cell) == stored


@pytest.mark.parametrize(
    "cell",
    ["veel", "45 of 50", "2 à 3", "45 kilo", "1.2.3", "15k", "", "?", "-5", -5, True, 10**400, float("inf"),
     float("nan"), "10 tot 15", "9" * 5_000, date(2016, 1, 1)],
)  # fmt: skip
def test_what_is_no_number_of_people_is_refused(cell: Cell) -> None:
    with pytest.raises(InputError, match="past niet bij leden") as raised:
        read_cell(property_("members"), cell)
    assert "does not fit members" in raised.value.en
    assert len(raised.value.en) < 300


def test_a_bare_number_takes_the_unit_of_its_column() -> None:
    assert read_cell(property_("members"), "45", unit="member") == "45 member"
    assert read_cell(property_("members"), "45 personen", unit="member") == "45 person"
    assert read_cell(property_("population"), 45) == "45 inhabitant"
    assert (find_unit("personen"), find_unit("auto's"), find_unit("kilo")) == ("person", "car", None)


@pytest.mark.parametrize(
    ("name", "cell", "stored"),
    [
        ("score", "0.125", 0.125),
        ("score", "0,5", 0.5),
        ("score", 1, 1.0),
        ("importance", "3", 3),
        ("importance", 3.0, 3),
        ("cbs_year", "2014", 2014),
        ("weight", "1.250", 1250.0),
        ("weight", "12,5", 12.5),
    ],
)
def test_a_bare_number_has_dutch_or_english_marks(name: str, cell: Cell, stored: float) -> None:
    assert read_cell(property_(name), cell) == stored


@pytest.mark.parametrize(("name", "cell"), [("score", "1,5"), ("importance", "2,5"), ("importance", "eerste"),
                                            ("importance", 10**400), ("score", True)])  # fmt: skip
def test_a_number_outside_its_range_or_of_another_sort_is_refused(name: str, cell: Cell) -> None:
    with pytest.raises(InputError, match="Goed zou zijn"):
        read_cell(property_(name), cell)


@given(st.floats(0.001, 1e9).map(lambda number: round(number, 3)))
@FIXED
def test_a_number_written_the_dutch_way_is_read_as_that_number(number: float) -> None:
    dutch = f"{number:,.4f}".translate(str.maketrans(",.", ".,"))
    assert parse_number(dutch) == pytest.approx(number, abs=1e-3)
    assert parse_number(f"{number:.4f}") == pytest.approx(number, abs=1e-3)


@pytest.mark.parametrize("cell", ["ja", "J", "yes", "x", "Waar", True, 1, "1", 1.0])
def test_yes_is_said_in_many_ways(cell: Cell) -> None:
    assert read_cell(property_("research"), cell) is True


@pytest.mark.parametrize("cell", ["nee", "N", "no", "onwaar", False, 0, "0"])
def test_no_is_said_in_many_ways(cell: Cell) -> None:
    assert read_cell(property_("research"), cell) is False


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(InputError, match="ja of nee"):
        read_cell(property_("research"), "soms")


@pytest.mark.parametrize("cell", ["running", "loopt", "Loopt", " LOOPT "])
def test_a_code_is_read_by_itself_or_its_words(cell: str) -> None:
    assert read_cell(property_("phase"), cell) == "running"


def test_words_of_a_file_mean_what_its_mapping_says() -> None:
    codes = {"draait": "running", "1": "idea"}
    assert read_cell(property_("phase"), "Draait!", codes=codes) == "running"
    assert read_cell(property_("phase"), 1.0, codes=codes) == "idea"
    assert read_cell(property_("members"), "vol", codes={"vol": "40"}) == "40 person"


def test_only_a_table_is_told_to_explain_its_words() -> None:
    for codes, explain in ((None, False), ({}, True)):
        with pytest.raises(InputError) as raised:
            read_cell(property_("phase"), "ooit", codes=codes)
        assert ("‘codes’" in raised.value.nl, "‘codes’" in raised.value.en) == (explain, explain)


def test_an_unknown_word_for_a_code_is_answered_with_the_words_that_are_known() -> None:
    with pytest.raises(InputError) as raised:
        read_cell(property_("phase"), "misschien")
    assert "idee, in oprichting, loopt, geworteld, gestopt" in raised.value.nl
    assert "idea, being set up, running, rooted, ended" in raised.value.en


@pytest.mark.parametrize(
    ("cell", "stored"),
    [("www.linde.nl", "https://www.linde.nl"), ("linde.nl/over?x=1", "https://linde.nl/over?x=1"),
     ("http://linde.nl", "http://linde.nl"), ("HTTPS://Linde.nl", "HTTPS://Linde.nl")],
)  # fmt: skip
def test_a_web_address_may_lack_its_protocol(cell: str, stored: str) -> None:
    assert read_cell(property_("website"), cell) == stored


@pytest.mark.parametrize(
    "cell", ["info@linde.nl", "zie onze site", "linde", "ftp://linde.nl", "https://[x", "x" * 5_000]
)
def test_what_is_no_web_address_is_refused(cell: str) -> None:
    with pytest.raises(InputError, match="past niet bij website"):
        read_cell(property_("website"), cell)


def test_text_keeps_what_a_spreadsheet_made_of_it_readable() -> None:
    summary = property_("summary")
    assert read_cell(summary, 12.0) == "12"
    assert read_cell(summary, datetime(2016, 6, 28)) == "2016-06-28"
    assert read_cell(summary, datetime(2016, 6, 28, 20, 30)) == "2016-06-28 20:30"
    assert text_of(" a ") == "a"


@pytest.mark.parametrize("cell", ["=A1+B1", "#REF!", "#N/B", "=HYPERLINK(“x”)"])
@pytest.mark.parametrize("name", ["name", "members", "started_on", "phase", "website"])
def test_a_formula_without_an_outcome_is_refused_everywhere(name: str, cell: str) -> None:
    with pytest.raises(InputError, match="formule zonder uitkomst"):
        read_cell(property_(name), cell)


@pytest.mark.parametrize(("name", "length"), [("name", 3_000), ("summary", LONGEST_TEXT + 1), ("members", 10_000_000),
                                              ("started_on", 10_000_000), ("phase", 10_000_000)])  # fmt: skip
def test_a_cell_that_is_much_too_long_is_refused_in_one_short_sentence(name: str, length: int) -> None:
    with pytest.raises(InputError) as raised:
        read_cell(property_(name), "9" * length)
    assert len(raised.value.nl) < 300
    assert "\n" not in raised.value.nl


def test_what_is_shown_of_a_cell_is_one_short_line() -> None:
    assert shown("a\nb\tc") == "a b c"
    assert len(shown("x" * 1_000_000)) == 60


EVERY = [*properties_of_kind("Initiative").values(), *properties_of_kind("Outcome").values(),
         *properties_of_kind("Criterion").values(), *properties_of_relationship("SCORED").values()]  # fmt: skip
CELLS = st.one_of(st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes())


@given(st.sampled_from(EVERY), CELLS)
@FIXED
def test_any_cell_is_read_or_refused_in_words(declared: Property, cell: Cell) -> None:
    try:
        stored: Value = read_cell(declared, cell)
    except InputError as error:
        assert error.nl and error.en
    else:
        assert read_cell(declared, stored) == stored or declared.name == "level"
