"""The graph as a workbook: a sheet for each kind and type, and one with every statement and its source."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from graph.network.exports.cells import NOT_IN_XML
from graph.network.exports.statements import statement_rows
from graph.network.exports.tables import iter_tables
from graph.network.exports.zipping import zipped
from graph.store.base import View

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_SHEET_ROWS = 1_048_576
"""Rows that a sheet can have, its headers among them; what follows stands on another sheet."""
LONGEST_SHEET_CELL = 32_767
"""Characters that a cell can hold. What is longer (a boundary) is left out: cut off it would be another value."""

_WHEN = b"1980-01-01T00:00:00Z"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def export_workbook(view: View, lang: str = "nl") -> Iterator[bytes]:
    """Yield the graph as XLSX.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    lang
        Language of the words beside values on the sheet of statements.

    Notes
    -----
    Rows go to a file as they are made; a text is written as text whatever it begins with, so that nothing is run.
    The moments that the library writes are replaced, because equal graphs give equal bytes.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and few need it

    book = Workbook(write_only=True)
    _fill(book, view, lang)
    written = io.BytesIO()
    book.save(written)
    written.seek(0)
    with zipfile.ZipFile(written) as archive:
        yield from zipped((name, [_without_moment(archive.read(name))]) for name in sorted(archive.namelist()))


def _without_moment(content: bytes) -> bytes:
    return _MOMENT.sub(rb"\g<1>" + _WHEN, content) if b"<cp:coreProperties" in content[:1000] else content


def _fill(book: Workbook, view: View, lang: str) -> None:
    """Write every sheet; where that fails, close what is open, so that no half file is left in the temporary folder."""
    try:
        for table in iter_tables(view):
            _add_sheets(book, table.name, iter([table.headers, *table.rows]))
        _add_sheets(book, "claims", statement_rows(view, lang))
    except BaseException:
        for sheet in book.worksheets:
            sheet.close()
        raise


def _add_sheets(book: Workbook, title: str, rows: Iterator[Sequence[object]]) -> None:
    """Write a table on as many sheets as it needs, the headers on each."""
    headers = next(rows)
    rest: Iterator[Sequence[object]] = chain([next(rows, ())], rows)
    for number, first in enumerate(rest, 1):
        sheet: WriteOnlyWorksheet = book.create_sheet(title if number == 1 else f"{title} {number}")
        sheet.freeze_panes = "A2"
        for row in chain((headers, first), islice(rest, MOST_SHEET_ROWS - 2)):
            sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: WriteOnlyWorksheet, value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return value
    if value == "" or len(value) > LONGEST_SHEET_CELL:
        return None
    value = NOT_IN_XML.sub("\ufffd", value)
    return _text_cell(sheet, value) if value[0] in "=#" else value


def _text_cell(sheet: WriteOnlyWorksheet, value: str) -> object:
    """Return a cell of text that the library would take for a formula or for the outcome of one that failed."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow to import, and few need it

    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell
