"""Reads the workbook that Wijkweb wrote: a sheet for each kind and type, and one with every claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.ingest.cells import Cell, read_cell, text_of
from graph.ingest.given_graphs import GivenGraph, GivenThing, GivenTie
from graph.ingest.package_sheets import sheet_names
from graph.ingest.rows import NumberedRow
from graph.ingest.workbooks import open_sheets
from graph.schema.declaration import Level, Property, ValueType
from graph.schema.model import KINDS_BY_PLURAL, RELATIONSHIPS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.values import Value

CLAIMS = "claims"
LIST_MARKS = ("|", ";", "¦", "‖", "␞")
"""What may divide the values of a list in one cell: the first that stands in none of them."""


def read_sheets(path: Path) -> GivenGraph | None:
    """Return what a workbook holds that Wijkweb wrote, None where it did not.

    Raises
    ------
    FileError
        It unpacks to too much or is damaged.

    Notes
    -----
    The sheet of claims says who may see each value, and which mark divides a list.
    """
    names = sheet_names(path)
    tables = [name for name in names if not _is_claims(name)]
    if len(tables) == len(names) or not all(_table_name(name) in _TABLES for name in tables):
        return None
    claims = _Claims()
    with open_sheets(path) as rows_of:
        for name in names:
            if _is_claims(name):
                claims.read(_rows(rows_of(name)))
        if not claims.told:
            return None
        found = {name: list(_rows(rows_of(name))) for name in tables}
    things = [one for name, rows in found.items() if _table_name(name) in KINDS_BY_PLURAL
              for one in _things(_table_name(name), rows, claims)]  # fmt: skip
    ties = [one for name, rows in found.items() if _table_name(name) in RELATIONSHIPS_BY_NAME
            for one in _ties(_table_name(name), rows, claims)]  # fmt: skip
    return GivenGraph(claims.level, things, ties, _read)


_Row = dict[str, Cell]
_TABLES = frozenset((*KINDS_BY_PLURAL, *RELATIONSHIPS_BY_NAME))


def _table_name(sheet: str) -> str:
    """Return the table that a sheet holds: what does not fit on one stands on ``initiatives 2``."""
    name, _, number = sheet.rpartition(" ")
    return name if name and number.isdecimal() else sheet


def _is_claims(sheet: str) -> bool:
    return _table_name(sheet) == CLAIMS


def _rows(rows: Iterator[NumberedRow]) -> Iterator[_Row]:
    headers: Sequence[str] = ()
    for number, cells in rows:
        if number == 1:
            headers = ["" if cell is None else text_of(cell) for cell in cells]
        else:
            yield {header: cell for header, cell in zip(headers, cells, strict=False) if cell is not None}


@dataclass(slots=True)
class _Claims:
    """What the sheet of claims tells of values that count: who may see each, and all texts of each list."""

    told: bool = False
    levels: dict[tuple[str, str, str], dict[str, Level]] = field(default_factory=lambda: defaultdict(dict))
    texts: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def read(self, rows: Iterator[dict[str, Cell]]) -> None:
        for row in rows:
            self.told |= {"thing", "kind", "property", "level", "counts"} <= row.keys()
            if row.get("counts") == "yes" and row.get("denied") != "yes":
                self._note({name: text_of(cell) for name, cell in row.items()})

    def _note(self, row: Mapping[str, str]) -> None:
        name, kind = row.get("property", ""), row.get("kind", "")
        levels = self.levels[row.get("thing", ""), kind, row.get("to", "")]
        public = row.get("level") == Level.PUBLIC or levels.get(name) is Level.PUBLIC
        levels[name] = Level.PUBLIC if public else Level.INTERNAL
        self.texts[kind, name].add(row.get("value", ""))

    @property
    def level(self) -> Level:
        """Who the workbook was made for: staff where something in it is internal."""
        internal = any(Level.INTERNAL in levels.values() for levels in self.levels.values())
        return Level.INTERNAL if internal else Level.PUBLIC

    def parts(self, kind: str, name: str, text: str) -> list[str]:
        """Return the values of a list in a cell."""
        texts = self.texts[kind, name]
        mark = next((one for one in LIST_MARKS if not any(one in text for text in texts)), LIST_MARKS[-1])
        return text.split(f" {mark} ")


def _things(plural: str, rows: Iterable[_Row], claims: _Claims) -> Iterator[GivenThing]:
    kind = KINDS_BY_PLURAL[plural].name
    for row in rows:
        id_ = text_of(row.get("id", ""))
        values = _values(row, kind, properties_of_kind(kind), claims)
        yield GivenThing(id_, kind, values, claims.levels.get((id_, kind, ""), {}))


def _ties(type_: str, rows: Iterable[_Row], claims: _Claims) -> Iterator[GivenTie]:
    for row in rows:
        start, end = text_of(row.get("from", "")), text_of(row.get("to", ""))
        values = _values(row, type_, properties_of_relationship(type_), claims)
        yield GivenTie(type_, start, end, values, claims.levels.get((start, type_, end), {}))


def _values(row: Mapping[str, Cell], of: str, declared: Mapping[str, Property], claims: _Claims) -> dict[str, Any]:
    return {
        name: claims.parts(of, name, text_of(cell)) if declared[name].many else cell
        for name, cell in row.items()
        if name in declared
    }


def _read(property_: Property, value: Any) -> Value:
    return text_of(value) if property_.type is ValueType.REFERENCE else read_cell(property_, value)
