"""Reads web pages (HTML) as text: paragraphs, headings, lists and tables; menus, scripts and forms are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html

from graph.errors import FileError
from graph.files.encodings import text_encoding
from graph.reports.limits import MOST_REPORT_NESTING
from graph.reports.report_text import Part, ReportText, TextBuilder

_Element = Any
"""An element of HTML; the types of lxml are not part of it."""

_LEFT_OUT = frozenset(("script", "style", "noscript", "template", "svg", "form", "button", "select", "nav", "footer",
                       "aside", "iframe", "object", "head", "textarea", "canvas", "audio", "video"))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | {"p", "div", "section", "article", "main", "header", "ul", "ol", "dl", "dt", "dd", "li", "table",
                       "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre", "figure", "body",
                       "figcaption", "address", "html", "hr", "fieldset", "details", "summary", "center"}  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([a-zA-Z0-9_-]{2,30})", re.IGNORECASE)
_HEAD_BYTES = 4_096
"""Bytes at the beginning in which a page may name its encoding; the standard asks for the first 1,024."""


def read_html(data: bytes, path: Path) -> ReportText:
    """Return the text of a web page; its places are paragraphs.

    Parameters
    ----------
    data
        What the file holds.
    path
        For messages.

    Raises
    ------
    FileError
        It is no HTML, or is nested too deep.

    Notes
    -----
    Nothing that the page names is fetched. Where it has one ``main`` or ``article``, only that is read.
    """
    text = _decoded(data, path)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise _no_html(path) from error
    builder = TextBuilder()
    try:
        _Walker(builder).walk(_body(root), 0)
    except ValueError as error:
        raise _no_html(path) from error
    return builder.text()


def _decoded(data: bytes, path: Path) -> str:
    """Return the text of a page: by its mark, by what it says itself, else by its bytes."""
    named = _CHARSET.search(data[:_HEAD_BYTES])
    try:
        encoding = text_encoding(path, data)
    except FileError:
        raise _no_html(path) from None
    if named and encoding == "cp1252":  # bytes that are UTF-8 are that, whatever the page says
        try:
            return data.decode(named[1].decode("ascii"), errors="replace")
        except LookupError:
            pass
    return data.decode(encoding, errors="replace")


def _body(root: _Element) -> _Element:
    for tag in ("main", "article"):
        found = list(root.iter(tag))
        if len(found) == 1:
            return found[0]
    return root


class _Walker:
    """Goes through a page in reading order; what stands loose between blocks is a paragraph."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._loose: list[str] = []

    def walk(self, element: _Element, depth: int) -> None:
        if depth > MOST_REPORT_NESTING:
            raise ValueError("nested too deep")
        if _is_left_out(element):
            return
        tag = element.tag
        if tag in _HEADINGS:
            self._add(element, depth, Part.HEADING, int(tag[1]))
        elif tag == "table" and _is_of_data(element):
            self._table(element, depth)
        elif tag in ("li", "dd", "td") and not any(one.tag in _BLOCKS for one in element.iter() if one is not element):
            self._add(element, depth, Part.ITEM if tag == "li" else Part.PARAGRAPH)
        else:
            self._inside(element, depth)

    def _inside(self, element: _Element, depth: int) -> None:
        """Go through what an element holds: blocks one by one, and what runs on between them together."""
        block = element.tag in _BLOCKS
        if block:
            self._end()
        self._loose.append(element.text or "")
        for child in element:
            if child.tag == "br":
                self._loose.append("\n")
            elif isinstance(child.tag, str):
                self.walk(child, depth + 1)
            self._loose.append(child.tail or "")
        if block:
            self._end(Part.ITEM if element.tag == "li" else Part.PARAGRAPH)

    def _add(self, element: _Element, depth: int, part: Part, level: int = 1) -> None:
        self._end()
        self._builder.add(_flat(element, depth), part, level)

    def _end(self, part: Part = Part.PARAGRAPH) -> None:
        self._builder.add("\n".join(" ".join(line.split()) for line in _lines(self._loose)), part)
        self._loose = []

    def _table(self, table: _Element, depth: int) -> None:
        self._end()
        self._builder.end_table()
        for row in table.iter("tr"):
            cells = [_flat(cell, depth) for cell in row if cell.tag in ("td", "th")]
            if len(cells) == 2 and cells[0].endswith(":"):
                self._builder.add(" ".join(cells))
            else:
                self._builder.add_row(cells)
        self._builder.end_table()


def _lines(pieces: list[str]) -> list[str]:
    """Return the lines that a page breaks off itself; line breaks of its source are blanks."""
    whole = "".join(piece if piece == "\n" else re.sub(r"\s+", " ", piece) for piece in pieces)
    return whole.split("\n")


def _flat(element: _Element, depth: int) -> str:
    return " ".join("".join(_texts(element, depth)).split())


def _texts(element: _Element, depth: int) -> Iterator[str]:
    if depth > MOST_REPORT_NESTING:
        raise ValueError("nested too deep")
    if _is_left_out(element):
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield " " if child.tag in _BLOCKS or child.tag == "br" else ""
            yield from _texts(child, depth + 1)
        yield child.tail or ""


def _is_left_out(element: _Element) -> bool:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return element.tag in _LEFT_OUT or hidden


def _is_of_data(table: _Element) -> bool:
    """Whether a table holds data: rows of two cells or more, no table inside; others only place things."""
    if any(one is not table for one in table.iter("table")):
        return False
    return any(sum(cell.tag in ("td", "th") for cell in row) > 1 for row in table.iter("tr"))


def _no_html(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen leesbare webpagina (HTML). Bewaar de pagina opnieuw, of als tekst.",
        f"{path.name} is no readable web page (HTML). Save the page again, or as text.",
        concerning=path,
    )
