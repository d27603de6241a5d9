"""Reads maps of Kumu as people keep them in spreadsheets: a workbook of two sheets, or two CSV tables side by side.

Source
------
Kumu, "Structure your data", https://docs.kumu.io/guides/import: elements with a label, connections with from and to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from graph.errors import FileError
from graph.ingest.cells import Cell, text_of
from graph.ingest.csv_files import csv_rows
from graph.ingest.network_rows import Connection, Element, network_table
from graph.ingest.package_sheets import sheet_names
from graph.ingest.rows import NumberedRow, Table, check_readable

_PAIRS = (("elements", "connections"), ("elementen", "verbindingen"), ("nodes", "edges"), ("knopen", "lijnen"))
"""What the two are called, as sheets and in names of files."""
_LABELS = ("label", "naam", "name")
_FROM, _TO = ("from", "van", "source"), ("to", "naar", "target")


def is_kumu_pair(path: Path) -> bool:
    """Whether a file is a map of Kumu: a workbook with both sheets, or a CSV of elements beside one of connections."""
    match path.suffix.lower():
        case ".xlsx":
            return _sheets(path) is not None
        case ".csv":
            return _other(path, 0) is not None
        case _:
            return False


def is_second_table(path: Path) -> bool:
    """Whether a CSV of connections is read with the elements beside it."""
    return path.suffix.lower() == ".csv" and _other(path, 1) is not None


def pair_digest(path: Path) -> str:
    """Return what tells the version of the connections that are read with a CSV of elements."""
    other = _other(path, 0) if path.suffix.lower() == ".csv" else None
    return "" if other is None else hashlib.sha256(other.read_bytes()).hexdigest()


@contextmanager
def kumu_pair_table(path: Path) -> Iterator[Table]:
    """Open a map of Kumu as a table.

    Parameters
    ----------
    path
        One for which `is_kumu_pair` holds.

    Raises
    ------
    FileError
        One of both tables cannot be read.
    """
    check_readable(path)
    if path.suffix.lower() == ".csv":
        other = _other(path, 0)
        with _csv(path) as elements, _csv(other or path) as connections:
            yield network_table(_elements(elements), _connections(connections))
        return
    from graph.ingest.workbooks import open_sheets  # noqa: PLC0415 - slow to import

    first, second = _sheets(path) or ("", "")
    with open_sheets(path) as rows_of:
        yield network_table(_elements(_by_header(rows_of(first))), _connections(_by_header(rows_of(second))))


def check_no_second(path: Path) -> None:
    """Refuse a CSV of connections by itself, where the elements stand beside it.

    Raises
    ------
    FileError
        It is one.
    """
    if is_second_table(path):
        first = _other(path, 1)
        name = first.name if first is not None else ""
        raise FileError(
            f"{path.name} bevat de verbindingen van {name}. Lees {name} in; de verbindingen gaan mee.",
            f"{path.name} holds the connections of {name}. Load {name}; the connections go with it.",
            concerning=path,
        )


# ------------------------------------------------------------------------------------------------------ finding


def _sheets(path: Path) -> tuple[str, str] | None:
    names = {name.strip().lower(): name for name in sheet_names(path)}
    return next(((names[one], names[other]) for one, other in _PAIRS if one in names and other in names), None)


def _other(path: Path, side: int) -> Path | None:
    """Return the table that belongs to one of elements (side 0) or connections (side 1), if both have such headers."""
    stem = path.stem.lower()
    for pair in _PAIRS:
        if pair[side] in stem:
            wanted = stem.replace(pair[side], pair[1 - side])
            found = [one for one in _beside(path) if one.stem.lower() == wanted]
            ends = (path, *found[:1]) if side == 0 else (*found[:1], path)
            if found and _has(ends[0], _LABELS) and _has(ends[1], _FROM) and _has(ends[1], _TO):
                return found[0]
    return None


def _beside(path: Path) -> list[Path]:
    try:
        return sorted(one for one in path.parent.iterdir() if one.suffix.lower() == ".csv" and one != path)
    except (OSError, ValueError):
        return []


def _has(path: Path, words: Sequence[str]) -> bool:
    try:
        with csv_rows(path, lambda _part: None, checked=False) as rows:
            first = next(rows, (1, ()))[1]
    except (FileError, OSError, ValueError):
        return False
    return any(cell is not None and text_of(cell).strip().lower() in words for cell in first)


# ------------------------------------------------------------------------------------------------------ rows

_Row = dict[str, Cell]


@contextmanager
def _csv(path: Path) -> Iterator[Iterator[_Row]]:
    with csv_rows(path, lambda _part: None, checked=True) as rows:
        yield _by_header(rows)


def _by_header(rows: Iterator[NumberedRow]) -> Iterator[_Row]:
    headers = ["" if cell is None else text_of(cell).strip().lower() for _, cells in islice(rows, 1) for cell in cells]
    for _, cells in rows:
        row = {name: cell for name, cell in zip(headers, cells, strict=False) if name and cell is not None}
        if row:
            yield row


def _elements(rows: Iterator[_Row]) -> Iterator[Element]:
    for row in rows:
        label = _first(row, _LABELS)
        if label or "id" in row:
            yield Element(_first(row, ("id", "_id")) or label, label, _first(row, ("type", "soort", "kind")), row)


def _connections(rows: Iterator[_Row]) -> Iterator[Connection]:
    for row in rows:
        yield Connection(_first(row, _FROM), _first(row, _TO), _first(row, ("type", "soort", "label", "relationship")))


def _first(row: _Row, names: Sequence[str]) -> str:
    return next((text_of(row[name]).strip() for name in names if name in row), "")
