"""Reads the text of PDF files, page by page, with PDFium. What was only scanned holds no text, and is said so.

A PDF knows signs on places, no paragraphs: a paragraph ends where the distance to the next line grows, and a line in
larger type is a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from graph.errors import FileError
from graph.reports.limits import MOST_PAGE_SIGNS, MOST_PAGES
from graph.reports.report_text import ReportText, check_length, clean

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_APART = 1.35  # times the usual distance between lines from which on a paragraph ends
_WIDEST = 1.6  # times the size of type that lines of a paragraph stand apart at most
_LARGER = 1.15  # times the usual size of type from which on a line is a heading
_LONGEST_HEADING = 120
_NUMBER = re.compile(
    r"(?:(?:pagina|bladzijde|page|p\.|blz\.?)\s*)?[-–]?\s*\d{1,4}\s*(?:[-–]|(?:van|of|/)\s*\d{1,4})?", re.IGNORECASE
)
_EDGE = 2  # lines at the top and bottom of a page that may be its header and footer
_REPEATED = 3  # pages that bear the same line there, from which on it is one


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its text, the height of its middle above the page's foot, and the size of its type."""

    text: str
    height: float
    size: float


def read_pdf(data: bytes, path: Path) -> ReportText:
    """Return the text of a PDF; its places are pages.

    Parameters
    ----------
    data
        What the file holds.
    path
        For messages.

    Raises
    ------
    FileError
        It is no PDF, is damaged or protected, has too many pages, or holds no text.

    Notes
    -----
    Linear in the signs; one page is taken apart at a time. Lines that stand at the edge of three pages or more, and
    numbers of pages, are left out.
    """
    try:
        pages = list(_pages(data, path))
    except pdfium.PdfiumError as error:
        raise _locked(path) if getattr(error, "err_code", None) == _PASSWORD else _no_pdf(path) from error
    except (ValueError, OSError) as error:
        raise _no_pdf(path) from error
    if not any(pages):
        raise _scanned(path)
    return _joined(pages)


def _pages(data: bytes, path: Path) -> Iterator[list[_Line]]:
    document = pdfium.PdfDocument(data)
    try:
        if len(document) > MOST_PAGES:
            raise FileError(
                f"{path.name} heeft meer dan {MOST_PAGES} bladzijden. Knip het verslag in delen.",
                f"{path.name} has more than {MOST_PAGES} pages. Cut the report into parts.",
                concerning=path,
            )
        length = 0
        for number in range(len(document)):
            lines = _page(document, number)
            length += sum(len(line.text) for line in lines)
            check_length(length)
            yield lines
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int) -> list[_Line]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return _lines(text_page)
    finally:
        text_page.close()
        page.close()


def _lines(page: pdfium.PdfTextPage) -> list[_Line]:
    found, at = [], 0
    if page.count_chars() > MOST_PAGE_SIGNS:
        raise ValueError("a page of too many signs")
    for text in page.get_text_range().split("\r\n"):
        shown = clean(text.replace("\ufffe", ""))  # a hyphen where a word was broken at the end of a line
        if shown:
            first = at + len(text) - len(text.lstrip())
            _, bottom, _, top = page.get_charbox(first, loose=True)
            found.append(_Line(shown, (bottom + top) / 2, float(pdfium_c.FPDFText_GetFontSize(page, first))))
        at += len(text) + 2
    return found


# ------------------------------------------------------------------------------------------------------ paragraphs


def _joined(pages: Sequence[list[_Line]]) -> ReportText:
    """Return the text of all pages: blank lines between paragraphs, a mark before headings."""
    edges = _edge_lines(pages)
    kept = [[line for number, line in enumerate(lines) if not _is_edge(lines, number, edges)] for lines in pages]
    usual = median([line.size for lines in kept for line in lines] or [1.0])
    apart = _APART * _line_step(kept, usual)
    text, starts = "", []
    for lines in kept:
        content = _page_text(lines, usual, apart)
        text += "\n\n" if text and content else ""
        starts.append(len(text))
        text += content
    return ReportText(text, "page", tuple(starts))


def _line_step(pages: Sequence[list[_Line]], size: float) -> float:
    """Return the distance between the lines of a paragraph: a short one, and never more than generous for the type."""
    steps = sorted(one.height - other.height for lines in pages for one, other in pairwise(lines))
    down = [step for step in steps if step > 0]
    return min(down[len(down) // 4], _WIDEST * size) if down else size


def _page_text(lines: Sequence[_Line], usual: float, apart: float) -> str:
    pieces: list[str] = []
    for number, line in enumerate(lines):
        heading = line.size > _LARGER * usual and len(line.text) <= _LONGEST_HEADING
        if number:
            before = lines[number - 1]
            step = before.height - line.height
            near = 0 < step <= apart and before.size == line.size
            pieces.append("\n" if near and not heading else "\n\n")
        pieces.append(f"# {line.text}" if heading else line.text)
    return "".join(pieces)


def _edge_lines(pages: Sequence[list[_Line]]) -> set[str]:
    """Return the lines that stand at the top or bottom of several pages, numbers in them not counting."""
    counts = Counter(text for lines in pages for text in {_bare(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    return {text for text, count in counts.items() if count >= _REPEATED}


def _is_edge(lines: Sequence[_Line], number: int, edges: set[str]) -> bool:
    if _EDGE <= number < len(lines) - _EDGE:
        return False
    return _bare(lines[number]) in edges or _NUMBER.fullmatch(lines[number].text) is not None


def _bare(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _no_pdf(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen PDF, of is beschadigd. Maak of bewaar het opnieuw.",
        f"{path.name} is no PDF, or is damaged. Make or save it again.",
        concerning=path,
    )


def _locked(path: Path) -> FileError:
    return FileError(
        f"{path.name} is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.",
        f"{path.name} is protected by a password. Save it without a password.",
        concerning=path,
    )


def _scanned(path: Path) -> FileError:
    return FileError(
        f"{path.name} bevat geen tekst, alleen beeld. Maak er met tekstherkenning (OCR) een PDF met tekst van.",
        f"{path.name} holds no text, only pictures. Make a PDF with text of it by text recognition (OCR).",
        concerning=path,
    )
