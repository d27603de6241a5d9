"""Reads JSON as a table: an array of objects, an object that holds one, or JSON lines.

What is nested gets dotted headers. A list in an object becomes one cell, its parts divided by ``"; "``. The file is
read twice: once for the headers and to find damage before a row is used, once for the rows.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.errors import FileError
from graph.ingest.cells import Cell, text_of
from graph.ingest.json_events import Event, json_events
from graph.ingest.json_survey import KeyPath, Part, Survey, dotted
from graph.ingest.limits import MOST_COLUMNS
from graph.ingest.rows import Progress, Row, Table, text_cell

BETWEEN = "; "
"""Divides the parts of a list that becomes one cell."""

_LINES = (".jsonl", ".ndjson")
_EXACT = 10**15
"""From here on whole numbers are identifiers, and kept as text."""


@contextmanager
def list_table(path: Path, found: Survey, part: str | None, progress: Progress) -> Iterator[Table]:
    """Open a list of objects in a JSON file as a table.

    Parameters
    ----------
    path
        The file.
    found
        What it holds.
    part
        Dotted keys of the list of objects, where it holds more than one.
    progress
        Told how far the reading is.

    Raises
    ------
    FileError
        It holds no list of objects, or more than one and none is named.

    Notes
    -----
    Linear; memory is bounded by one object.
    """
    chosen = _choose(path, found, part)
    with closing(iter_objects(path, chosen.path, progress)) as objects:
        yield Table(tuple(chosen.columns), _rows(objects))


def _rows(objects: Iterator[Any]) -> Iterator[Row]:
    for number, one in enumerate(objects, 1):
        if isinstance(one, dict):
            cells = flattened(one)
            named = {header: cell for header, cell in cells.items() if header}
            stray = tuple(cell for header, cell in cells.items() if not header)
        else:
            named, stray = {}, tuple(cell for cell in [_cell(one)] if cell is not None)
        if named or stray:
            yield Row(number, named, stray)


def _choose(path: Path, found: Survey, part: str | None) -> Part:
    lists = {dotted(keys) or ".": one for keys, one in found.parts.items()}
    if part is not None:
        if part not in lists:
            raise _which(path, lists, part)
        chosen = lists[part]
    elif found.top.rows > 1 or path.suffix.lower() in _LINES or (found.top.rows and not lists):
        chosen = found.top
    elif len(lists) == 1:
        chosen = next(iter(lists.values()))
    else:
        raise _which(path, lists, None)
    if len(chosen.columns) > MOST_COLUMNS:
        raise FileError(
            f"{path.name} heeft meer dan {MOST_COLUMNS} kolommen; zoveel passen niet.",
            f"{path.name} has more than {MOST_COLUMNS} columns, which do not fit.",
        )
    if not any(chosen.columns):
        raise _no_objects(path)
    return chosen


def _which(path: Path, lists: Mapping[str, Part], part: str | None) -> FileError:
    if not lists:
        return _no_objects(path)
    names = ", ".join(list(lists)[:10])[:200]
    if part is not None:
        return FileError(
            f"{path.name} heeft geen lijst ‘{part[:60]}’. Wel: {names}.",
            f"{path.name} has no list ‘{part[:60]}’. It has: {names}.",
        )
    return FileError(
        f"{path.name} heeft meer dan één lijst: {names}. Noem er één in de mapping, bij ‘table’ als ‘sheet’.",
        f"{path.name} has more than one list: {names}. Name one in the mapping, at ‘table’ as ‘sheet’.",
    )


def _no_objects(path: Path) -> FileError:
    return FileError(
        f"{path.name} heeft geen lijst van objecten met namen en waarden.",
        f"{path.name} has no list of objects with names and values.",
        concerning=path,
    )


# ---------------------------------------------------------------------------------------------------- objects


def iter_objects(path: Path, keys: KeyPath, progress: Progress | None = None) -> Generator[Any, None, None]:
    """Yield the members of a list in a JSON file, one by one.

    Parameters
    ----------
    path
        The file.
    keys
        What leads to the list; none for a list at the top, or for the values of the file themselves.
    progress
        Told how far the reading is.

    Raises
    ------
    FileError
        It is no JSON, or an object holds too much.
    """
    events = json_events(path, progress)
    here: list[str] = []
    for event, value in events:
        if event == "start_array" and tuple(here) == keys:
            yield from _members(events)
        elif event == "start_map" and not keys:
            yield _build(events, (event, value))
        elif event == "start_map":
            here.append("")
        elif event == "map_key":
            here[-1] = str(value)
        elif event == "end_map":
            here.pop()
        elif event == "start_array":
            _skip(events)


def _members(events: Iterator[Event]) -> Iterator[Any]:
    for event in events:
        if event[0] == "end_array":
            return
        yield _build(events, event)


def _skip(events: Iterator[Event]) -> None:
    depth = 1
    for event, _ in events:
        depth += (event in ("start_map", "start_array")) - (event in ("end_map", "end_array"))
        if not depth:
            return


def _build(events: Iterator[Event], first: Event) -> Any:
    """Return the value that begins with an event; how much it may hold has been looked at before."""
    name, value = first
    if name == "start_array":
        return list(_members(events))
    if name != "start_map":
        return value
    made: dict[str, Any] = {}
    for event, key in events:
        if event == "end_map":
            break
        made[key] = _build(events, next(events))
    return made


def flattened(value: Mapping[str, Any]) -> dict[str, Cell]:
    """Return the cells of an object by dotted header; several values under one header become a list in a cell.

    Examples
    --------
    >>> flattened({"naam": "De Kas", "plek": {"wijk": "Zuid"}, "thema": ["groen", "eten; drinken"]})
    {'naam': 'De Kas', 'plek.wijk': 'Zuid', 'thema': 'groen; eten, drinken'}
    """
    found: dict[str, list[Cell]] = {}
    _collect(value, (), found)
    return {header: cells[0] if len(cells) == 1 else _joined(cells) for header, cells in found.items()}


def _collect(value: Any, keys: KeyPath, found: dict[str, list[Cell]]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _collect(inner, (*keys, key), found)
    elif isinstance(value, list):
        for inner in value:
            _collect(inner, keys, found)
    elif (cell := _cell(value)) is not None:
        found.setdefault(dotted(keys), []).append(cell)


def _joined(cells: list[Cell]) -> str:
    # What divides the parts may not stand in one of them.
    return BETWEEN.join(text_of(cell).replace(BETWEEN.strip(), ",") for cell in cells)


def _cell(value: Any) -> Cell | None:
    if isinstance(value, Decimal):
        return float(value) if abs(value) < _EXACT else str(value)[:100]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _EXACT:
        return str(value)
    if isinstance(value, bool | int | float):
        return value
    return text_cell(str(value)) if isinstance(value, str) else None
