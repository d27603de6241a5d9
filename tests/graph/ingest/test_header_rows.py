"""Headers below titles, over two rows, and where they only seem to be."""

from __future__ import annotations

import pytest

from graph.ingest.cells import Cell
from graph.ingest.header_rows import find_headers


def found(*rows: list[Cell | None], header_row: int | None = None) -> tuple[tuple[str, ...], int] | None:
    return find_headers(list(enumerate(rows, 1)), header_row)


def test_titles_stand_above_headers() -> None:
    assert found(["Lijst 2020"], [], ["Naam", "Leden"], ["A", 1]) == (("Naam", "Leden"), 3)
    wide: list[Cell | None] = ["Naam", "Wijk", "Fase", "Leden"]
    assert found(["Bron:", "gemeente"], wide, ["A", "Zuid", "loopt", 5]) == (("Naam", "Wijk", "Fase", "Leden"), 2)
    assert found(["Naam", "Leden"], ["A", "1", "2016", "x"]) == (("Naam", "Leden"), 1)


def test_a_row_that_spans_columns_goes_before_the_one_below_it() -> None:
    upper: list[Cell | None] = ["Initiatief", "Aantallen", None, "Plek", None]
    lower: list[Cell | None] = [None, "leden", "vrijwilligers", "wijk", "buurt"]
    headers = ("Initiatief", "Aantallen leden", "Aantallen vrijwilligers", "Plek wijk", "Plek buurt")
    assert found(upper, lower, ["De Kas", 5, 3, "Zuid", "Oost"]) == (headers, 2)
    assert found(["Titel"], upper, lower, ["De Kas", "5", "3", "Zuid", "Oost"]) == (headers, 3)


@pytest.mark.parametrize(
    "below", [["De Kas", "iets", 12], ["De Kas", None, "x"], ["De Kas", "De Kas", "x"], ["De Kas", "iets", "x"]]
)
def test_a_column_without_a_header_is_no_second_row(below: list[Cell | None]) -> None:
    assert found(["Naam", None, "Leden"], below, ["De Bus", "a", "b"]) == (("Naam", "", "Leden"), 1)


def test_a_header_row_that_is_given_is_taken_as_it_is() -> None:
    assert found(["a", None], ["b", "c"], [1, 2], header_row=1) == (("a", ""), 1)
    assert found([None], ["b"], header_row=1) is None
    assert found([], [None]) is None
