"""Dates that are only partly known, and quantities with a unit: one stored form, read and written to the letter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.schema.values import UNITS, Bound, DateQualifier, PartialDate, Quantity, number_label

FIXED = settings(derandomize=True, database=None, deadline=None)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28)),
        ("2016-06-28", date(2016, 6, 28), date(2016, 6, 28)),
        ("2016 spring", date(2016, 3, 1), date(2016, 5, 31)),
        ("2016 summer", date(2016, 6, 1), date(2016, 8, 31)),
        ("2016 autumn", date(2016, 9, 1), date(2016, 11, 30)),
        ("2015 winter", date(2015, 12, 1), date(2016, 2, 29)),
        ("9999 winter", date(9999, 12, 1), date(9999, 12, 31)),
        ("2016 mid", date(2016, 5, 1), date(2016, 8, 31)),
        ("2016-11 mid", date(2016, 11, 11), date(2016, 11, 20)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_a_date_spans_what_its_source_leaves_open(text: str, earliest: date, latest: date) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.earliest, parsed.latest) == (earliest, latest)
    assert str(parsed) == text


@pytest.mark.parametrize(
    "text",
    ["", "16", "2016-2", "2016-13", "2016-00", "2015-02-29", "2016-02-31", "2016-06-31", "0000", "28-06-2016",
     "2016/06", "2016-06-28 mid", "2016-06 summer", "2016 Mid", "2016  mid", " 2016", "2016\n", "２０１６",
     "２０１６-０６",     "x" * 1_000],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(InputError, match="2016-06-28") as raised:
        PartialDate.parse(text)
    assert len(raised.value.nl) < 300
    assert raised.value.concerning == text


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        ("2016-06-28", "28 juni 2016", "28 June 2016"),
        ("2016-03", "maart 2016", "March 2016"),
        ("2016", "2016", "2016"),
        ("2016-11 mid", "medio november 2016", "mid November 2016"),
        ("2016 summer", "zomer 2016", "summer 2016"),
        ("2016 autumn", "najaar 2016", "autumn 2016"),
    ],
)
def test_a_date_is_read_in_words(text: str, nl: str, en: str) -> None:
    assert PartialDate.parse(text).label() == nl
    assert PartialDate.parse(text).label("en") == en


@FIXED
@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([None, *DateQualifier]))
def test_every_date_that_can_be_read_is_written_as_it_was(
    day: date, length: int, qualifier: DateQualifier | None
) -> None:
    text = day.isoformat()[:length] + (f" {qualifier.value}" if qualifier else "")
    try:
        parsed = PartialDate.parse(text)
    except InputError:
        assert qualifier is not None
        assert length == 10 or (length == 7 and qualifier is not DateQualifier.MID)
        return
    assert str(parsed) == text
    assert parsed.earliest <= parsed.latest


# ------------------------------------------------------------------------------------------------ quantities


@pytest.mark.parametrize(
    ("text", "stored", "label"),
    [
        ("45 person", "45 person", "45 personen"),
        ("1 person", "1 person", "1 persoon"),
        ("about 45 person", "about 45 person", "ongeveer 45 personen"),
        ("at least 600 member", "at least 600 member", "minstens 600 leden"),
        ("at most 0.5 hour", "at most 0.5 hour", "hoogstens 0,5 uur"),
        ("15000 EUR", "15000 EUR", "15.000 euro"),
        ("15000.00 EUR", "15000 EUR", "15.000 euro"),
        ("007 car", "7 car", "7 auto’s"),
        ("1234567.891 m2", "1234567.891 m2", "1.234.567,891 m²"),
        ("-3 percent", "-3 percent", "-3 procent"),
        ("-0 person", "0 person", "0 personen"),
        ("3 stoel", "3 stoel", "3 stoel"),
        ("1234567.89 EUR", "1234567.89 EUR", "1.234.567,89 euro"),
        ("12345678901.5 EUR", "12345678901.5 EUR", "12.345.678.901,5 euro"),
        ("0.00000000001 km2", "0.00000000001 km2", "0,00000000001 km²"),
    ],
)
def test_a_quantity_has_one_stored_form_and_is_read_in_words(text: str, stored: str, label: str) -> None:
    assert str(Quantity.parse(text)) == stored
    assert Quantity.parse(stored).label() == label


@pytest.mark.parametrize(
    "text",
    ["", "45", "person", "45person", "about person", "circa 45 person", "45  person", "4,5 person", "1e5 person",
     "45 a b", "nan person", "inf person", "9" * 400 + " person", "45 " + "x" * 41, "４５ person", " 45 person",
     "45. person"],
)  # fmt: skip
def test_what_is_no_quantity_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(InputError, match="about 45 person") as raised:
        Quantity.parse(text)
    assert len(raised.value.en) < 300


def test_every_unit_has_words_for_one_and_many_in_both_languages() -> None:
    for code, (one, many) in UNITS.items():
        assert all(word for words in (one, many) for word in (words.nl, words.en))
        assert str(Quantity.parse(f"2 {code}")) == f"2 {code}"


@FIXED
@given(
    st.floats(-1e15, 1e15, allow_nan=False).map(lambda number: f"{number:.12f}"),
    st.sampled_from([*UNITS, "stoel"]),
    st.sampled_from(list(Bound)),
)
def test_the_stored_form_of_a_quantity_is_its_own_stored_form(number: str, unit: str, bound: Bound) -> None:
    prefix = "" if bound is Bound.EXACT else f"{bound.value} "
    stored = str(Quantity.parse(f"{prefix}{number} {unit}"))
    assert str(Quantity.parse(stored)) == stored
    assert "e" not in stored.removeprefix(prefix).split()[0]


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [(15000, "15.000", "15,000"), (0.5, "0,5", "0.5"), (7.0, "7", "7"), (1234.5, "1.234,5", "1,234.5")],
)
def test_numbers_are_written_as_people_write_them(number: float, nl: str, en: str) -> None:
    assert (number_label(number), number_label(number, "en")) == (nl, en)
