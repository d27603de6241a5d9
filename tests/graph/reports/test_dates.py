from __future__ import annotations

from datetime import date

import pytest

from graph.reports.dates import find_dates
from graph.reports.layout import take_apart

TODAY = date(2026, 1, 1)


def dates(text: str) -> list[str]:
    return [one.value for one in find_dates(take_apart(text), TODAY)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("op 3 mei 2020", "2020-05-03"),
        ("op 03-05-2020", "2020-05-03"),
        ("op 2020-05-03", "2020-05-03"),
        ("on 3 May 2020", "2020-05-03"),
        ("on May 3, 2020", "2020-05-03"),
        ("in mei 2020", "2020-05"),
        ("medio mei 2020", "2020-05 mid"),
        ("in het voorjaar van 2020", "2020 spring"),
    ],
)
def test_a_date_is_read_with_the_precision_given(text: str, value: str) -> None:
    assert dates(f"Het was {text} daar.") == [value]


def test_a_missing_year_comes_from_beside_from_before_or_from_the_weekday() -> None:
    assert dates("Volgende keren: 27 september en 22 november 2018.") == ["2018-09-27", "2018-11-22"]
    assert dates("In 2019 begon het. Op 3 mei kwamen zij.") == ["2019-05-03"]
    assert dates("Zij kwamen zaterdag 6 september bijeen.") == ["2025-09-06"]
    assert dates("Zij kwamen donderdag 6 juli bijeen.") == []  # the last such day is long ago


def test_days_share_a_month() -> None:
    assert dates("Op 3, 10 en 17 mei 2020") == ["2020-05-03", "2020-05-10", "2020-05-17"]


@pytest.mark.parametrize("text", ["op 31 februari 2020", "voor € 3.720,00", "in 2010", "nummer 12-34-5678"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_a_date_without_a_year_takes_that_of_the_report_unless_one_stands_close_by() -> None:
    text = "Notulen van 21 maart 2018\n\nJaarverslag 2017 is klaar.\n" + "Het was druk in de zaal die avond. " * 5
    assert dates(f"{text}Volgende vergadering: 30 mei.") == ["2018-03-21", "2018-05-30"]
    assert dates(f"{text}In 2019 begon het, op 3 mei.") == ["2018-03-21", "2019-05-03"]


def test_day_and_month_in_figures_need_a_word_before_them() -> None:
    assert dates("Notulen 11 februari 2019\n\nOp 14-2 wordt de brief behandeld.") == ["2019-02-11", "2019-02-14"]
    assert dates("Notulen 11 februari 2019\n\nWij wonnen met 3-2.") == ["2019-02-11"]


def test_this_year_is_that_of_the_report() -> None:
    text = "Verslag vergadering 6 april 2016\n\nEen avond was op 14 april 2015, toen op 16 februari van dit jaar.\n"
    assert dates(text)[-1] == "2016-02-16"
