"""Turns the rows of a table into records, by a checked mapping."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote

from graph.claims import place_label
from graph.errors import InputError
from graph.ingest.cell_parts import completed, divided, is_nobody, joined
from graph.ingest.cells import Cell, find_unit, is_formula, read_cell, shown, text_of
from graph.ingest.damage import was_repaired
from graph.ingest.entries import ID_FORM, no_id
from graph.ingest.mapping import Cells, NodeMapping, TableMapping, TieMapping
from graph.ingest.records import Draft, DraftTie, Problem, Record, Said, words_of
from graph.ingest.rows import Row
from graph.schema.keys import NAMES, SOURCE_KEYS
from graph.schema.model import RELATIONSHIPS_BY_NAME, node_properties
from graph.schema.values import Value
from graph.schema.words import Words, normalise

ROW_COLUMN = "rij"
PROBLEM_COLUMN = "probleem"
"""Columns that a quarantine file has besides those of its table: the number of the row, and what is wrong with it."""

VALUES_REMEMBERED = 20_000
"""Different cells whose reading is remembered: names of areas, funders and the like."""

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
        self._values_read: dict[tuple[int, Cell, str | None], Value] = {}  # what a list says on every row is read once
        self._seen: dict[int, int] = {}  # hash of node and key -> row, and hash of its cells: a million must fit

    def record(self, row: Row, *, number: int | None = None) -> Record:
        """Return what a row says, and what of it could not be used.

        Parameters
        ----------
        row
            As it was read.
        number
            Number that it had in the table that it was set aside from; its own unless given.
        """
        record = Record(row.number, f"row={number or row.number}", raw=row)
        if row.shifted:
            self._report(record, "", _shifted(row), lost=True)
            return record
        if row.is_total:
            self._report(record, "", _TOTAL, lost=True)
            return record
        for column, original in row.damaged.items():
            if column in self._quoted:
                self._report(record, column, was_repaired(original, str(row.cells[column])))
        for cell in row.stray:
            self._report(record, "", _stray(cell))
        drafts = {
            node.name: list(self._drafts(record, row, node)) if all(one.holds(row) for one in node.when) else []
            for node in self._mapping.nodes
        }
        for found in drafts.values():
            record.drafts += found
        for tie in (tie for tie in self._mapping.ties if all(one.holds(row) for one in tie.when)):
            self._add_ties(record, row, tie, drafts)
        stated_on = self._stated_on(record, row)
        if stated_on is not None:
            _date_all(record, stated_on)
        if not record.drafts and not record.problems:
            self._report(record, "", _EMPTY, lost=True)
        return record

    # ------------------------------------------------------------------------------------------------ nodes

    def _drafts(self, record: Record, row: Row, node: NodeMapping) -> Iterator[Draft]:
        listing = node.listing
        said = [one for cells in node.cells if cells is not listing for one in self._said(record, row, cells)]
        names: Iterable[list[Said]] = [[]]
        if listing is not None:
            names = [[one] for one in self._said(record, row, listing)]
        for number, name in enumerate(names):
            reference = f"{row.number}/{node.name}/{number}"
            draft = Draft(reference, node.kinds, record.place, level=node.level, said=[*name, *said])
            if node.by_word is not None:
                draft.kinds = node.by_word.kinds_of(next(iter(draft.values(*_NAMING)), ""))
            draft.id = self._id(record, row, node)
            draft.key = self._key(record, row, node, draft)
            draft.own_key = node.key in row.cells
            if self._usable(record, row, node, draft):
                yield draft

    def _id(self, record: Record, row: Row, node: NodeMapping) -> str | None:
        """Return the id that a row gives outright, None where it gives none."""
        cell = row.cells.get(node.id) if node.id else None
        if cell is None:
            return None
        if isinstance(cell, str) and ID_FORM.fullmatch(cell):
            return cell
        self._report(record, node.id or "", words_of(no_id(shown(cell))), lost=True)
        return None

    def _key(self, record: Record, row: Row, node: NodeMapping, draft: Draft) -> str | None:
        """Return the number by which the source knows a node; an outcome without one is known by its text."""
        for column in (node.key, node.refer[0] if node.refer else None):
            cell = row.cells.get(column) if column else None
            if isinstance(cell, str) and is_formula(cell):
                self._report(record, column or "", _FORMULA)
            elif cell is not None:
                text = text_of(cell)
                if text.isprintable():
                    return text
                try:
                    return str(read_cell(node_properties()[SOURCE_KEYS], cell))
                except InputError as error:  # half a character, or a NUL: no store could look for it
                    self._report(record, column or "", words_of(error))
        texts = draft.values("text")
        if draft.id is not None or not texts or draft.values(*_NAMING):
            return None
        return "text " + hashlib.sha256(normalise(texts[0]).encode("utf-8", "replace")).hexdigest()[:16]

    def _usable(self, record: Record, row: Row, node: NodeMapping, draft: Draft) -> bool:
        """Whether there is anything to know a node by; a row that says things of something nameless is reported."""
        if draft.own_key and draft.key is not None and not self._agrees(record, row, node, draft.key):
            return False
        named = any(one.property in _NAMING and one.value is not None for one in draft.said)
        if (
            named
            or draft.id is not None
            or draft.key is not None
            or any(node_properties()[one.property].key for one in draft.said)
        ):
            return True
        filled = any(cells.column in row.cells for cells in node.cells if cells.column)
        if filled and node is self._mapping.nodes[0]:
            naming = next((cells.column for cells in node.cells if cells.property.name in _NAMING), None)
            self._report(record, naming or "", _NAMELESS, lost=True)
        return False

    def _agrees(self, record: Record, row: Row, node: NodeMapping, key: str) -> bool:
        """Whether a row says the same as an earlier one with its key."""
        content = hash(frozenset((column, str(row.cells.get(column))) for column in self._quoted))
        seen = self._seen.setdefault(hash((node.name, key)), row.number << 32 | content & 0xFFFFFFFF)
        if seen & 0xFFFFFFFF == content & 0xFFFFFFFF:
            return True
        number = seen >> 32
        what = Words(
            f"nummer ‘{shown(key)}’ staat ook op rij {number}, met andere gegevens. Geef elke rij een eigen nummer.",
            f"number ‘{shown(key)}’ also stands in row {number}, with other data. Give each row a number of its own.",
        )
        self._report(record, node.key or "", what, lost=True)
        return False

    def _said(self, record: Record, row: Row, cells: Cells) -> list[Said]:
        place = f"{record.place}&column={self._quoted[cells.column]}" if cells.column else record.place
        name = cells.property.name
        return [Said(name, value, place, cells.modality, None, cells.level, cells.language)
                for value in self._values(record, row, cells)]  # fmt: skip

    def _values(self, record: Record, row: Row, cells: Cells) -> Iterator[Value]:
        if cells.column is None:
            if cells.value is not None:
                yield cells.value
            return
        cell = joined(row, (cells.column, *cells.joined))
        if cell is None:
            return
        unit = self._unit(row, cells)
        for part in divided(cell, cells.split):
            if cells.property.name in _NAMING and is_nobody(part, self._mapping.nobody):
                continue
            whole = completed(part, cells.prefix, cells.digits)
            known = (id(cells), whole, unit)
            if known in self._values_read:
                yield self._values_read[known]
                continue
            try:
                value = read_cell(cells.property, whole, unit=unit, codes=cells.codes)
            except InputError as error:
                self._report(record, cells.column, words_of(error))
                continue
            if isinstance(whole, str) and len(self._values_read) < VALUES_REMEMBERED:
                self._values_read[known] = value
            yield value

    def _unit(self, row: Row, cells: Cells) -> str | None:
        if cells.unit_column is None or cells.unit_column not in row.cells:
            return cells.unit
        unit = text_of(row.cells[cells.unit_column])[:40]
        return find_unit(unit.lower()) or unit

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
        said = [one for cells in tie.cells for one in self._said(record, row, cells)]
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
        problem = Problem(self._file, where, what, lost)
        if problem not in record.problems:  # a cell that is read for several nodes is wrong once
            record.problems.append(problem)


_NAMELESS = Words(
    "de naam ontbreekt of is niet te gebruiken. Vul een naam in.", "the name is missing or unusable. Fill in a name."
)
_EMPTY = Words("geen enkele kolom die wordt ingelezen is gevuld.", "none of the columns that are read is filled in.")
_TOTAL = Words(
    "deze rij telt andere rijen op en is niet ingelezen; u hoeft niets te doen. Staat hier toch een initiatief, geef "
    "de rij dan de volle naam ervan.",
    "this row adds up other rows and was not read; there is nothing to do. If it is an initiative after all, give the "
    "row its full name.",
)
_FORMULA = Words(
    "dit nummer is een formule zonder uitkomst. Vul het nummer zelf in.",
    "this number is a formula without an outcome. Fill in the number itself.",
)


def _shifted(row: Row) -> Words:
    more = ", ".join(f"‘{shown(cell)}’" for cell in row.stray[:3])
    return Words(
        f"de rij heeft meer cellen dan er kolommen zijn (te veel: {more}). Zet een tekst waar het scheidingsteken in "
        "staat tussen aanhalingstekens.",
        f"the row has more cells than there are columns (too many: {more}). Put a text that holds the separator "
        "between quotes.",
    )


def _stray(cell: Cell) -> Words:
    return Words(
        f"‘{shown(cell)}’ staat onder geen kolomnaam en is niet gelezen.",
        f"‘{shown(cell)}’ stands under no header and was not read.",
    )


def _date_all(record: Record, stated_on: str) -> None:
    """Give everything a row says the date of the row."""
    every = [*(draft.said for draft in record.drafts), *(tie.said for tie in record.ties)]
    for said in every:
        said[:] = [replace(one, stated_on=stated_on) for one in said]
    for draft in record.drafts:
        draft.stated_on = stated_on
    for tie in record.ties:
        tie.stated_on = stated_on
