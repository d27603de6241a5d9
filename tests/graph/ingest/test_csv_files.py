"""CSV as it comes in real life: any encoding, any separator, quotes that span lines, and what is no CSV at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import FileError
from graph.ingest.csv_files import csv_rows
from graph.ingest.limits import LONGEST_CELL


def rows(path: Path, content: str | bytes, *, checked: bool = True) -> list[list[object]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with csv_rows(path, lambda _part: None, checked=checked) as found:
        return [list(cells) for _, cells in found]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lijst.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(path: Path, encoding: str) -> None:
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    text = f"{mark}Naam;Wijk\nZorgcoöperatie;’s-Gravenhage\n"
    assert rows(path, text.encode(encoding))[1] == ["Zorgcoöperatie", "’s-Gravenhage"]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found(path: Path, separator: str) -> None:
    text = "\n".join(separator.join(row) for row in (("Naam", "Wijk", "Leden"), ("A", "B", "1"), ("C", "", "3")))
    assert rows(path, text) == [["Naam", "Wijk", "Leden"], ["A", "B", "1"], ["C", None, "3"]]


def test_a_title_above_the_table_does_not_hide_the_separator(path: Path) -> None:
    text = "Lijst van initiatieven, 2025\n\nNaam;Wijk\nA, de eerste;B\nC;D\nE;F\n"
    assert rows(path, text)[2:4] == [["Naam", "Wijk"], ["A, de eerste", "B"]]


def test_a_comma_in_a_name_divides_no_table_of_one_column(path: Path) -> None:
    assert rows(path, "Naam\nJansen, Piet\nAnna\nBea\n") == [["Naam"], ["Jansen, Piet"], ["Anna"], ["Bea"]]


def test_a_table_whose_rows_differ_in_length_is_divided_as_its_header(path: Path) -> None:
    assert rows(path, "a;b;c\n1\n2\n3\n4;5\n")[4] == ["4", "5"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_quoted_cell_may_span_lines_and_is_one_row(path: Path, end: str) -> None:
    found = rows(path, f'Naam;Tekst{end}A;"een{end}twee; en ""drie"""{end}B;x{end}')
    assert found[1] == ["A", f'een{end}twee; en "drie"']
    assert len(found) == 3


def test_a_dash_says_nothing(path: Path) -> None:
    assert rows(path, "a;b;c;d\n-; – ;—;a-b\n")[1] == [None, None, None, "a-b"]


def test_bytes_that_are_no_text_stay_in_their_cell(path: Path) -> None:
    found = rows(path, "Naam;Wijk\nBuurthuis Café;Zuid\nÉén;Oost\n".encode() + b"kap\xffot;Noord\n")
    assert found[1] == ["Buurthuis Café", "Zuid"]
    assert found[3] == ["kap\udcffot", "Noord"]


def test_a_cut_off_character_of_two_bytes_does_not_stop_the_reading(path: Path) -> None:
    assert rows(path, "a;b\n1;2\n".encode("utf-16") + b"\x00")[1] == ["1", "2"]


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"PK\x03\x04" + b"x" * 99, b"%PDF-1.7\n%\xe2\xe3", bytes(500)],
)
def test_what_is_no_text_is_refused(path: Path, content: bytes) -> None:
    with pytest.raises(FileError, match=r"lijst\.csv is geen tekst"):
        rows(path, content)


def test_one_stray_null_does_not_condemn_a_file(path: Path) -> None:
    assert rows(path, "Naam;Wijk\nA\0;B\n" + "C;D\n" * 20)[1] == ["A\0", "B"]


@pytest.mark.parametrize("content", ['a;b\n1;2\n"3;4\n5;6\n', 'a;b\n1;2\n3;"4', '"a;b\n1;2\n'])
def test_a_quote_that_does_not_close_is_refused_before_the_first_row(path: Path, content: str) -> None:
    row = 1 + content[: content.index('"')].count("\n")
    with pytest.raises(FileError, match=f"rij {row}: een aanhalingsteken gaat open"):
        rows(path, content)


def test_a_cell_without_end_is_refused_before_the_first_row(path: Path) -> None:
    with pytest.raises(FileError, match="rij 2: een aanhalingsteken"):
        rows(path, f"a;b\n{'x' * (LONGEST_CELL + 1)};2\n")


def test_progress_ends_at_the_whole(path: Path) -> None:
    path.write_text("a;b\n" + "1;2\n" * 5_000)
    told: list[float] = []
    with csv_rows(path, told.append, checked=True) as found:
        assert len(list(found)) == 5_001
    assert told == sorted(told)
    assert (len(told), told[-1]) == (6, 1.0)


@given(st.binary(max_size=300))
@settings(derandomize=True, database=None, deadline=None, max_examples=300)
def test_any_bytes_are_read_or_refused_in_words(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "willekeurig.csv"
    try:
        assert isinstance(rows(path, content or b"x"), list)
    except FileError as error:
        assert error.nl.startswith("willekeurig.csv")
