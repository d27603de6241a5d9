"""Makes reports as files: Word documents, PDFs and web pages, some of them locked."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
import msoffcrypto
from fpdf import FPDF

PASSWORD = "geheim"


def word(lines: Iterable[str | Sequence[Sequence[str]]]) -> bytes:
    """Return a Word document: ``# `` before headings, ``- `` before items; rows of cells are a table."""
    document = docx.Document()
    for line in lines:
        if not isinstance(line, str):
            _add_table(document, line)
        elif line.startswith("# "):
            document.add_heading(line[2:], 1)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    return saved(document)


def _add_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def saved(document: Any) -> bytes:
    """Return a document of python-docx as bytes."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def pdf(pages: Iterable[Sequence[str]], *, locked: bool = False) -> bytes:
    """Return a PDF of pages of paragraphs; the first one that begins with ``# `` is set larger."""
    made = FPDF()
    if locked:
        made.set_encryption("eigenaar", user_password=PASSWORD)
    for paragraphs in pages:
        made.add_page()
        for text in paragraphs:
            made.set_font("Helvetica", size=18 if text.startswith("# ") else 11)
            made.multi_cell(0, 6, text.removeprefix("# "), new_x="LMARGIN", new_y="NEXT")
            made.ln(5)
    return bytes(made.output())


def locked(office_file: bytes) -> bytes:
    """Return an office file behind a password."""
    content = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(office_file)).encrypt(PASSWORD, content)
    return content.getvalue()
