"""Reads the text of a report from a file; the seam where other forms of file come in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import FileError
from graph.files.encodings import text_encoding
from graph.reports.limits import MOST_OFFICE_BYTES, MOST_PAGE_BYTES, MOST_REPORT_BYTES
from graph.reports.report_text import ReportText, check_length

TextReader = Callable[[bytes, Path], ReportText]
"""Makes text of the bytes of a file; the path is for its messages."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file that a report may have: what reads it, and how many bytes of it at most."""

    read: TextReader
    most_bytes: int


def decode(data: bytes, path: Path) -> str:
    """Return plain text: by its mark, else UTF-16 or UTF-8 if it is that, else Windows-1252.

    Parameters
    ----------
    data
        What the file holds.
    path
        For messages.

    Raises
    ------
    FileError
        It holds no text.
    """
    try:
        text = data.decode(text_encoding(path, data), errors="replace")
    except FileError:
        raise no_text(path) from None
    if "\x00" in text:
        raise no_text(path)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_plain(data: bytes, path: Path) -> ReportText:
    """Return plain text or Markdown as it is, so that a line of the text is a line of the file.

    Raises
    ------
    FileError
        It holds no text.
    """
    return ReportText(decode(data, path))


def _read_word(data: bytes, path: Path) -> ReportText:
    try:
        from graph.reports.word_files import read_word  # noqa: PLC0415 - slow to import, and optional
    except ImportError as error:
        raise _lacks(path, "python-docx") from error
    return read_word(data, path)


def _read_pdf(data: bytes, path: Path) -> ReportText:
    try:
        from graph.reports.pdf_files import read_pdf  # noqa: PLC0415 - as above
    except ImportError as error:
        raise _lacks(path, "pypdfium2") from error
    return read_pdf(data, path)


def _read_html(data: bytes, path: Path) -> ReportText:
    try:
        from graph.reports.html_files import read_html  # noqa: PLC0415 - as above
    except ImportError as error:
        raise _lacks(path, "lxml") from error
    return read_html(data, path)


_PLAIN, _HTML = Form(read_plain, MOST_REPORT_BYTES), Form(_read_html, MOST_PAGE_BYTES)
FORMS: Mapping[str, Form] = {
    ".txt": _PLAIN,
    ".md": _PLAIN,
    ".markdown": _PLAIN,
    ".docx": Form(_read_word, MOST_OFFICE_BYTES),
    ".pdf": Form(_read_pdf, MOST_OFFICE_BYTES),
    ".html": _HTML,
    ".htm": _HTML,
}
"""How to read a file with an ending. Another form is one more line here."""


def read_report(path: Path) -> ReportText:
    """Return the text of a report, with the places that a reader finds in its file.

    Parameters
    ----------
    path
        A file with one of the endings in `FORMS`.

    Raises
    ------
    FileError
        It cannot be read, is too large, damaged or protected, holds no text, or is of another form.

    Notes
    -----
    Of plain text and Markdown nothing but line ends is changed: a place in the text is a place in the file.
    """
    if path.is_dir():
        raise FileError(f"{path} is een map. Geef een bestand.", f"{path} is a folder. Give a file.", concerning=path)
    form = FORMS.get(path.suffix.lower())
    if form is None:
        known = ", ".join(FORMS)
        raise FileError(
            f"{path.name}: zo'n bestand kan niet als verslag worden gelezen. Bewaar het als {known}.",
            f"{path.name}: this form cannot be read as a report. Save it as {known}.",
            concerning=path,
        )
    found = form.read(_bytes(path, form.most_bytes), path)
    if not found.text.strip():
        raise no_text(path)
    check_length(len(found.text))
    return found


def read_text(path: Path) -> str:
    """Return the text of a report alone.

    Raises
    ------
    FileError
        As for `read_report`.
    """
    return read_report(path).text


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        raise FileError(f"{path} kan niet worden gelezen.", f"{path} cannot be read.", concerning=path) from error
    if not data:
        raise FileError(f"{path.name} is leeg.", f"{path.name} is empty.", concerning=path)
    if len(data) > most:
        raise FileError(
            f"{path.name} is groter dan {most // 1_000_000} MB. Knip het verslag in delen, of bewaar het als tekst.",
            f"{path.name} is larger than {most // 1_000_000} MB. Cut the report into parts, or save it as text.",
            concerning=path,
        )
    return data


def no_text(path: Path) -> FileError:
    """Return the error for a file in which nothing can be read."""
    return FileError(f"{path.name} bevat geen leesbare tekst.", f"{path.name} holds no readable text.", concerning=path)


def _lacks(path: Path, library: str) -> FileError:
    return FileError(
        f"{path.name}: daarvoor is {library} nodig. Installeer het met: pip install 'wijkweb[reports]'.",
        f"{path.name}: that needs {library}. Install it with: pip install 'wijkweb[reports]'.",
        concerning=path,
    )
