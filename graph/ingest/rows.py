"""What the readers of tables share: rows, what an empty cell is, and which files are no files to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import FileError
from graph.ingest.cells import Cell
from graph.ingest.limits import MOST_BYTES, MOST_ROWS

Progress = Callable[[float], None]
"""Called with the part of the file that has been read, from 0 to 1."""

NumberedRow = tuple[int, Sequence[Cell | None]]
"""A row as it stands in a file: its number, counted from 1, and its cells, None for empty ones."""


Spans = Mapping[int, Sequence[tuple[int, int]]]
"""Cells that are merged over rows: by column, counted from 0, the first and last row of each, in order of rows."""


class SheetRows(Iterator[NumberedRow]):
    """The rows of a sheet as they stand, with what the file says of merged cells.

    Parameters
    ----------
    rows
        In order.
    spans
        Cells that are merged over rows; their value stands in the first of these only.
    """

    def __init__(self, rows: Iterator[NumberedRow], spans: Spans) -> None:
        self._rows = rows
        self.spans = spans

    def __next__(self) -> NumberedRow:
        return next(self._rows)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its cells under their headers; empty cells are left out.

    Parameters
    ----------
    number
        Counted from 1.
    cells
        By header.
    stray
        Cells that stand under no header.
    shifted
        Whether the row is longer than the header in a file that has nothing but separators to divide it: then no cell
        is sure to stand in its own column.
    damaged
        What stood in the cells whose damaged characters were repaired.
    is_total
        Whether it adds up other rows, and says nothing of its own.
    """

    number: int
    cells: dict[str, Cell]
    stray: tuple[Cell, ...] = ()
    shifted: bool = False
    damaged: Mapping[str, str] = field(default_factory=dict)
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is being read.

    Parameters
    ----------
    headers
        Headers in order; blanks and line breaks in them count as one blank.
    rows
        Rows below the header, read as they are asked for. Wholly empty ones are left out.
    """

    headers: tuple[str, ...]
    rows: Iterator[Row]


def check_readable(path: Path, most_bytes: int = MOST_BYTES) -> None:
    """Refuse what is no file to read.

    Raises
    ------
    FileError
        It is missing, a folder, empty, too large, or may not be read.
    """
    try:
        if path.is_dir():
            raise FileError(
                f"{path} is een map. Geef een bestand.", f"{path} is a folder. Give a file.", concerning=path
            )
        if path.exists() and not path.is_file():
            raise FileError(f"{path} is geen bestand.", f"{path} is no file.", concerning=path)
        size = path.stat().st_size
        path.open("rb").close()
    except FileNotFoundError:
        raise FileError(f"{path} bestaat niet.", f"{path} does not exist.", concerning=path) from None
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        raise FileError(
            f"{path} kan niet worden gelezen. Mag u het bestand openen?",
            f"{path} cannot be read. May you open the file?",
            concerning=path,
        ) from error
    if size == 0:
        raise FileError(f"{path.name} is leeg.", f"{path.name} is empty.", concerning=path)
    if size > most_bytes:
        raise FileError(
            f"{path.name} is {size // 1_000_000} MB; hoogstens {most_bytes // 1_000_000} MB past. Knip het in stukken.",
            f"{path.name} is {size // 1_000_000} MB; at most {most_bytes // 1_000_000} MB fit. Cut it into parts.",
            concerning=path,
        )


def text_cell(text: str) -> str | None:
    """Return the text of a cell, None where it says nothing: a dash is how people leave a cell empty."""
    text = text.strip()
    return None if text in ("", "-", "–", "—", "--", "---") else text


def readable(text: str) -> str:
    """Return a text in which what is no text (bytes of another encoding) is a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def no_sheet(path: Path, sheet: str | None, names: Sequence[str]) -> FileError:
    """Return the error for a spreadsheet without the sheet that was asked for."""
    return FileError(
        f"{path.name} heeft geen blad ‘{(sheet or '')[:60]}’. Wel: {', '.join(names)[:200]}.",
        f"{path.name} has no sheet ‘{(sheet or '')[:60]}’. It has: {', '.join(names)[:200]}.",
    )


def too_many_rows(path: Path) -> FileError:
    """Return the error for a table that is too long."""
    return FileError(
        f"{path.name} heeft meer dan {MOST_ROWS} rijen. Knip het in stukken.",
        f"{path.name} has more than {MOST_ROWS} rows. Cut it into parts.",
    )
