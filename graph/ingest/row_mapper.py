"""Turns the rows of a table into records, by a checked mapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote

from graph.claims import place_label
from graph.errors import InputError
from graph.ingest.cells import Cell, read_cell
from graph.ingest.mapping import Cells, NodeMapping, TableMapping, TieMapping
from graph.ingest.records import Draft, DraftTie, Problem, Record, Said, words_of
from graph.ingest.tables import Row
from graph.schema.keys import NAMES
from graph.schema.model import RELATIONSHIPS_BY_NAME, node_properties
from graph.schema.values import Value
from graph.schema.words import Words

ROW_COLUMN = "rij"
PROBLEM_COLUMN = "probleem"
"""Columns that a quarantine file has besides those of its table: the number of the row, and what is wrong with it."""

_NAMING = (NAMES, "aliases")


class RowMapper:
    """Makes a record of each row.

    Parameters
    ----------
    mapping
        A mapping that fits the table.
    file
        Name of the table, for problems.
    """

    def __init__(self, mapping: TableMapping, file: str) -> None:
        self._mapping = mapping
        self._file = file
        self._quoted = {column: quote(column, safe=" ") for column in mapping.columns()}
        self._seen: dict[tuple[str, str], tuple[int, int]] = {}  # node and key -> row and hash of its cells

    def record(self, row: Row) -> Record:
        """Return what a row says, and what of it could not be used."""
        number = int(str(row.cells.get(ROW_COLUMN, row.number))) if PROBLEM_COLUMN in row.cells else row.number
        record = Record(number, f"row={number}", raw=row)
        stated_on = self._stated_on(record, row)
        drafts = {node.name: list(self._drafts(record, row, node)) for node in self._mapping.nodes}
        for found in drafts.values():
            record.drafts += found
        for tie in self._mapping.ties:
            self._add_ties(record, row, tie, drafts)
        if stated_on is not None:
            _date_all(record, stated_on)
        if not record.drafts and not record.problems:
            self._report(record, "", _EMPTY, lost=True)
        return record

    # ------------------------------------------------------------------------------------------------ nodes

    def _drafts(self, record: Record, row: Row, node: NodeMapping) -> Iterator[Draft]:
        key = row.cells.get(node.key) if node.key else None
        referred = row.cells.get(node.refer[0]) if node.refer else None
        said = [one for cells in node.cells if not cells.split for one in self._said(record, row, cells, node.level)]
        listing = node.split
        for cells in node.cells:
            if cells.split and cells is not listing:
                said += self._said(record, row, cells, node.level)
        names: Iterable[list[Said]] = [[]]
        if listing is not None:
            names = [[one] for one in self._said(record, row, listing, node.level)]
        for number, name in enumerate(names):
            draft = Draft(
                f"{row.number}/{node.name}/{number}", node.kinds, record.place, level=node.level, said=[*name, *said]
            )
            draft.key = None if key is None and referred is None else _key_text(key if key is not None else referred)
            if self._usable(record, row, node, draft):
                yield draft

    def _usable(self, record: Record, row: Row, node: NodeMapping, draft: Draft) -> bool:
        """Whether there is anything to know a node by; a row that says things of something nameless is reported."""
        named = any(one.property in _NAMING and one.value is not None for one in draft.said)
        keyed = draft.key is not None or any(node_properties()[one.property].key for one in draft.said)
        columns = [cells.column for cells in node.cells if cells.column]
        filled = [column for column in columns if column in row.cells]
        if draft.key is not None and node.key and not self._agrees(record, row, node, draft.key):
            return False
        if named or keyed:
            return True
        if filled and node is self._mapping.nodes[0]:
            naming = next((cells.column for cells in node.cells if cells.property.name in _NAMING), None)
            self._report(record, naming or "", _NAMELESS, lost=True)
        return False

    def _agrees(self, record: Record, row: Row, node: NodeMapping, key: str) -> bool:
        """Whether a row says the same as an earlier one with its key."""
        content = hash(frozenset((column, str(cell)) for column, cell in row.cells.items()))
        number, earlier = self._seen.setdefault((node.name, key), (row.number, content))
        if earlier == content:
            return True
        what = Words(
            f"nummer ‘{key}’ staat ook op rij {number}, met andere gegevens. Geef elke rij een eigen nummer.",
            f"number ‘{key}’ also stands in row {number}, with other data. Give each row a number of its own.",
        )
        self._report(record, node.key or "", what, lost=True)
        return False

    def _said(self, record: Record, row: Row, cells: Cells, level: object) -> list[Said]:
        place = f"{record.place}&column={self._quoted[cells.column]}" if cells.column else record.place
        name = cells.property.name
        return [Said(name, value, place, cells.modality, None, cells.level, cells.language)
                for value in self._values(record, row, cells)]  # fmt: skip

    def _values(self, record: Record, row: Row, cells: Cells) -> Iterator[Value]:
        if cells.column is None:
            if cells.value is not None:
                yield cells.value
            return
        cell = row.cells.get(cells.column)
        if cell is None:
            return
        parts: list[Cell] = [cell]
        if cells.split and isinstance(cell, str):
            parts = [part.strip() for part in cell.split(cells.split) if part.strip()]
        for part in parts:
            try:
                yield read_cell(cells.property, part, unit=cells.unit, codes=cells.codes)
            except InputError as error:
                self._report(record, cells.column, words_of(error))

    def _stated_on(self, record: Record, row: Row) -> str | None:
        column = self._mapping.stated_column
        if column is None or column not in row.cells:
            return None
        try:
            return str(read_cell(node_properties()["published_on"], row.cells[column]))
        except InputError as error:
            self._report(record, column, words_of(error))
            return None

    # ------------------------------------------------------------------------------------------------ relationships

    def _add_ties(self, record: Record, row: Row, tie: TieMapping, drafts: dict[str, list[Draft]]) -> None:
        starts, ends = drafts[tie.start], drafts[tie.end]
        if not starts or not ends:
            return
        said = [one for cells in tie.cells for one in self._said(record, row, cells, tie.level)]
        key_names = RELATIONSHIPS_BY_NAME[tie.type].key
        key = {one.property: str(one.value) for one in said if one.property in key_names}
        rest = [one for one in said if one.property not in key_names]
        for start in starts:
            for end in ends:
                if end.reference != start.reference:
                    made = DraftTie(tie.type, start.reference, end.reference, record.place, key, [*rest], tie.level)
                    made.modality = tie.modality
                    record.ties.append(made)

    def _report(self, record: Record, column: str, what: Words, *, lost: bool = False) -> None:
        place = f"{record.place}&column={quote(column, safe=' ')}" if column else record.place
        where = Words(place_label(place, "nl"), place_label(place, "en"))
        record.problems.append(Problem(self._file, where, what, lost))


_NAMELESS = Words(
    "de naam ontbreekt of is niet te gebruiken. Vul een naam in.", "the name is missing or unusable. Fill in a name."
)
_EMPTY = Words("geen enkele kolom die wordt ingelezen is gevuld.", "none of the columns that are read is filled in.")


def _key_text(key: Cell | None) -> str:
    return str(int(key)) if isinstance(key, float) and key.is_integer() else str(key)


def _date_all(record: Record, stated_on: str) -> None:
    """Give everything a row says the date of the row."""
    every = [*(draft.said for draft in record.drafts), *(tie.said for tie in record.ties)]
    for said in every:
        said[:] = [replace(one, stated_on=stated_on) for one in said]
    for tie in record.ties:
        tie.stated_on = stated_on
