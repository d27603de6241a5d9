"""Proposes a mapping for a table: what each column is, what a row becomes, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from graph.errors import FileError, MappingError
from graph.ingest.known_tables import known_mapping, known_table
from graph.ingest.mapping import bare_name
from graph.ingest.mapping_check import check_mapping
from graph.ingest.proposing.building import Built, build
from graph.ingest.proposing.choices import Choices
from graph.ingest.proposing.guesses import Guess, guess
from graph.ingest.proposing.profiles import profiles
from graph.ingest.proposing.row_shapes import Shape, shape_of
from graph.ingest.records import Record
from graph.ingest.row_mapper import RowMapper
from graph.ingest.rows import Progress, Row
from graph.ingest.tables import open_table

ROWS_PROFILED = 10_000
"""Rows by which columns are told; more tell no more."""
ROWS_SHOWN = 3
"""Rows of which is shown what they would become."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping that is proposed for a table.

    Parameters
    ----------
    file
        Name of the table.
    document
        The mapping, as a mapping file would say it.
    guesses
        What each column was taken for; none where the format is known.
    shape
        What a row becomes; None where the format is known.
    notes
        What to look at, by column or by node.
    known
        Name of the format, where it is known.
    examples
        What the first rows would become.
    rows
        Rows that were looked at.
    """

    file: str
    document: Mapping[str, Any]
    guesses: tuple[Guess, ...]
    shape: Shape | None
    built: Built | None
    known: str
    examples: tuple[Record, ...]
    rows: int


NOTHING_CHOSEN = Choices()
"""Everything as proposed."""


def propose(
    path: Path, *, sheet: str | None = None, progress: Progress | None = None, choices: Choices = NOTHING_CHOSEN
) -> Proposal:
    """Propose a mapping for a table.

    Parameters
    ----------
    path
        The table.
    sheet
        Sheet of a workbook, or list of a JSON file.
    progress
        Told how far the reading is.
    choices
        What a person decided about it.

    Raises
    ------
    FileError
        It cannot be read, or nothing in it can be told.
    InputError
        What was decided does not fit.

    Notes
    -----
    Looks at the first `ROWS_PROFILED` rows; linear in them and in the columns.
    """
    sheet = sheet or choices.sheet or None
    with open_table(path, sheet=sheet, progress=progress) as table:
        rows = [row for row in islice(table.rows, ROWS_PROFILED) if not row.is_total]
        headers = table.headers
    if not rows:
        raise FileError(f"{path.name}: er staan geen rijen in.", f"{path.name}: there are no rows in it.")
    stem = bare_name(path)
    document, name = _without_guessing(path, headers, stem)
    if document is not None:
        document = {**document, **choices.head(stem), **_place(sheet)}
        return Proposal(path.name, document, (), None, None, name, _examples(document, path, headers, rows), len(rows))
    guesses = tuple(guess(one) for one in profiles(headers, rows))
    guesses, shape = choices.over(guesses, shape_of(guesses))
    if shape is None:
        raise FileError(
            f"{path.name}: geen kolom noemt iets bij naam. Schrijf zelf een mapping; zie docs/mapping-format.md.",
            f"{path.name}: no column names anything. Write a mapping yourself; see docs/mapping-format.md.",
        )
    built = build(guesses, shape, rows)
    document = {"wijkweb": "mapping", **choices.head(stem), **_place(sheet), **built.document}
    return Proposal(path.name, document, guesses, shape, built, "", _examples(document, path, headers, rows), len(rows))


def _without_guessing(path: Path, headers: Sequence[str], stem: str) -> tuple[dict[str, Any] | None, str]:
    """Return the mapping of a table whose headers say what it is, and what such a table is called."""
    known = known_table(headers)
    if known is not None:
        return known_mapping(known, headers, stem), known.name
    try:
        check_mapping(None, path.name, headers, stem)
    except MappingError:
        return None, ""
    return {"wijkweb": "mapping"}, "template"


def _place(sheet: str | None) -> dict[str, Any]:
    return {} if sheet is None else {"table": {"sheet": sheet}}


def _examples(
    document: Mapping[str, Any], path: Path, headers: Sequence[str], rows: Sequence[Row]
) -> tuple[Record, ...]:
    mapper = RowMapper(check_mapping(document, path.name, headers, bare_name(path)), path.name)
    return tuple(mapper.record(row) for row in rows[:ROWS_SHOWN])
