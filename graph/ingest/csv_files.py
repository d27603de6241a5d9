"""Reads CSV files as they come: finds the encoding and the separator, and checks that every quote that opens closes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from graph.errors import FileError
from graph.files.encodings import SAMPLE_BYTES, text_encoding
from graph.ingest.limits import LONGEST_CELL, MOST_ROWS, ROWS_LOOKED_AT
from graph.ingest.rows import NumberedRow, Progress, text_cell, too_many_rows

_SEPARATORS = (";", ",", "\t", "|")
_CLOSED = "\0closed"  # a line put behind the last: it comes back as a row of its own where every quote was closed


@contextmanager
def csv_rows(path: Path, progress: Progress, *, checked: bool) -> Iterator[Iterator[NumberedRow]]:
    """Open a CSV file and give its rows.

    Parameters
    ----------
    path
        A readable file that is not empty.
    progress
        Told how far the reading is.
    checked
        Whether to go over the whole file first.

    Raises
    ------
    FileError
        It is no text, it is too long, or a quote that opens does not close.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE_BYTES)
    encoding = text_encoding(path, sample)
    form = (encoding, _separator(sample.decode(encoding, errors="replace")))
    csv.field_size_limit(LONGEST_CELL)
    if checked:
        _check(path, form)
    rows = _read(path, form, progress)
    try:
        yield rows
    finally:
        rows.close()


def _text(file: BinaryIO, encoding: str) -> TextIOWrapper:
    # Bytes that are no text are kept apart, so that the cell that holds them is reported and comes back as it was.
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    return TextIOWrapper(file, encoding=encoding, errors=errors, newline="")


def _check(path: Path, form: tuple[str, str]) -> None:
    """Go over the whole file once: reading is cheap beside what follows, and a load must not stop halfway."""
    number, cells = 0, [_CLOSED]
    with path.open("rb") as file, _text(file, form[0]) as text:
        try:
            for number, cells in enumerate(csv.reader(chain(text, [_CLOSED]), delimiter=form[1]), 1):  # noqa: B007
                if number > MOST_ROWS + ROWS_LOOKED_AT:
                    raise too_many_rows(path)
        except csv.Error as error:
            raise _open_quote(path, number + 1) from error
    if cells != [_CLOSED]:
        raise _open_quote(path, number)


def _read(path: Path, form: tuple[str, str], progress: Progress) -> Generator[NumberedRow, None, None]:
    size = path.stat().st_size or 1
    with path.open("rb") as file, _text(file, form[0]) as text:
        # A cell with line breaks takes several lines but is one row, as a spreadsheet counts them.
        for number, cells in enumerate(csv.reader(text, delimiter=form[1]), 1):
            if number % 1000 == 0:
                progress(min(file.tell() / size, 1.0))
            yield number, [text_cell(cell) for cell in cells]
    progress(1.0)


def _separator(sample: str) -> str:
    """Return the separator that divides most of the first lines into the same number of parts, and the most.

    A title above the table, or a stray line below it, does not count. Where no separator divides more than half of the
    lines alike, it is the one that divides the first line, if any: a comma in a name divides no table of one column.
    """
    best, most = "", 0
    for separator in _SEPARATORS:
        lines = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        widths = [len(cells) for cells, _ in zip(lines, range(ROWS_LOOKED_AT), strict=False) if any(cells)]
        width, count = max(Counter(widths).items(), key=lambda one: (one[0] > 1, one[0] * one[1]), default=(1, 0))
        if width > 1 and 2 * count > len(widths) and count * width > most:
            best, most = separator, count * width
    first = sample.partition("\n")[0]
    return best or max(_SEPARATORS, key=first.count)


def _open_quote(path: Path, row: int) -> FileError:
    return FileError(
        f"{path.name}, rij {row}: een aanhalingsteken gaat open en niet meer dicht. Zet er een bij, of haal het weg.",
        f"{path.name}, row {row}: a quote opens and does not close. Add one, or take it away.",
        concerning=path,
    )
