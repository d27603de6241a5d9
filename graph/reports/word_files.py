"""Reads Word documents (DOCX) as text: paragraphs, headings, lists and tables, in the order in which one reads them.

What was deleted or moved away with changes tracked is left out, what was inserted is read; headers, footers, notes
and comments are not.

Source
------
ECMA-376-1, Office Open XML, clause 17 (WordprocessingML).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from graph.errors import FileError
from graph.files.packages import OLD_OR_LOCKED, check_package, is_locked
from graph.reports.limits import MOST_REPORT_NESTING, MOST_WORD_BYTES
from graph.reports.report_text import Part, ReportText, TextBuilder

_Element = Any
"""An element of XML; the types of lxml are not part of it."""

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_GONE = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"),
                   "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"))  # fmt: skip
_BOX = qn("w:txbxContent")
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_HEADINGS = ("heading", "title", "kop", "titel", "subtitle", "ondertitel")
_LISTS = ("list bullet", "list number", "lijst", "list")
_LONGEST_BOLD = 120  # characters of a bold line that is a heading; what is longer is a paragraph with stress


def read_word(data: bytes, path: Path) -> ReportText:
    """Return the text of a Word document; its places are paragraphs, of which a row of a table is one.

    Parameters
    ----------
    data
        What the file holds.
    path
        The same file, for its package and for messages.

    Raises
    ------
    FileError
        It is no DOCX, is damaged or protected, unpacks to too much, or is nested too deep.

    Notes
    -----
    Linear; the document is held in memory whole.
    """
    if data.startswith(OLD_OR_LOCKED):
        raise _locked(path) if is_locked(data) else _old(path)
    try:
        _check(path)
        document = docx.Document(io.BytesIO(data))
        builder = TextBuilder()
        _Walker(document, builder).walk(document.element.body, 0)
    except FileError:
        raise
    except Exception as error:  # parsers of packages and XML pass on whatever they meet
        raise _no_word(path) from error
    return builder.text()


def _check(path: Path) -> None:
    """Refuse what would harm, before any of it is unpacked."""
    check_package(path)
    with zipfile.ZipFile(path) as archive:
        large = any(one.file_size > MOST_WORD_BYTES for one in archive.infolist() if one.filename.endswith(".xml"))
    if large:
        raise FileError(
            f"{path.name} wordt uitgepakt te groot. Knip het verslag in delen, of bewaar het als tekst.",
            f"{path.name} unpacks to too much. Cut the report into parts, or save it as text.",
            concerning=path,
        )


class _Walker:
    """Goes through a document in reading order, and gives what it meets to a builder."""

    def __init__(self, document: Document, builder: TextBuilder) -> None:
        self._document = document
        self._builder = builder

    def walk(self, element: _Element, depth: int) -> None:
        _check_depth(depth)
        for child in element:
            if child.tag == _PARAGRAPH:
                self._paragraph(child, depth)
            elif child.tag == _TABLE:
                self._table(child, depth)
            elif child.tag not in _GONE:  # content controls, insertions, custom XML: what they hold counts
                self.walk(child, depth + 1)

    def _paragraph(self, element: _Element, depth: int) -> None:
        text = "".join(_texts(element, depth))
        part, level = self._sort(element, text)
        self._builder.add(text, part, level)
        for box in element.iter(_BOX):
            if not any(one.tag in _GONE for one in box.iterancestors()):
                self.walk(box, depth + 1)

    def _sort(self, element: _Element, text: str) -> tuple[Part, int]:
        paragraph = Paragraph(element, self._document)
        style = paragraph.style.name.lower() if paragraph.style is not None and paragraph.style.name else ""
        properties = element.pPr
        if style.startswith(_HEADINGS):
            return Part.HEADING, next((int(sign) for sign in style if sign.isdecimal()), 1)
        if (properties is not None and properties.numPr is not None) or style.startswith(_LISTS):
            return Part.ITEM, 1
        said = [run for run in paragraph.runs if run.text.strip()]
        bold = said and all(run.bold for run in said) and len(text) <= _LONGEST_BOLD
        ended = text.rstrip().endswith((".", ",", ";", ":", "?", "!"))
        return (Part.HEADING, 3) if bold and not ended else (Part.PARAGRAPH, 1)

    def _table(self, table: _Element, depth: int) -> None:
        self._builder.end_table()
        for row in _rows(table, _ROW):
            cells = list(_rows(row, _CELL))
            texts = [_flat(cell, depth) for cell in cells]
            if len(cells) == 1:  # a table of one column is a frame
                self.walk(cells[0], depth + 1)
            elif len(cells) == 2 and texts[0].endswith(":"):
                self._builder.add(" ".join(texts))
            else:
                self._builder.add_row(texts)
        self._builder.end_table()


def _rows(element: _Element, tag: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too, but not of tables inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TABLE, *_GONE):
            yield from _rows(child, tag)


def _flat(cell: _Element, depth: int) -> str:
    found = ("".join(_texts(one, depth)).strip() for one in cell.iter(_PARAGRAPH))
    return " ".join(" ".join(one.split()) for one in found if one)


def _texts(element: _Element, depth: int) -> Iterator[str]:
    """Yield the texts of a paragraph; a text box in it is a paragraph of its own."""
    _check_depth(depth)
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _GONE and child.tag != _BOX:
            yield from _texts(child, depth + 1)


def _check_depth(depth: int) -> None:
    if depth > MOST_REPORT_NESTING:
        raise ValueError("nested too deep")


def _no_word(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen Word-document (DOCX), of is beschadigd. Open het in Word en bewaar het opnieuw.",
        f"{path.name} is no Word document (DOCX), or is damaged. Open it in Word and save it again.",
        concerning=path,
    )


def _locked(path: Path) -> FileError:
    return FileError(
        f"{path.name} is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.",
        f"{path.name} is protected by a password. Save it without a password.",
        concerning=path,
    )


def _old(path: Path) -> FileError:
    return FileError(
        f"{path.name} is een oud Word-bestand (DOC). Bewaar het als DOCX.",
        f"{path.name} is an old Word file (DOC). Save it as DOCX.",
        concerning=path,
    )
