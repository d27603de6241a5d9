"""Reads the text of a report from a file; the seam where other forms of file come in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.errors import FileError
from graph.reports.limits import LONGEST_REPORT, MOST_REPORT_BYTES

TextReader = Callable[[bytes, Path], str]
"""Makes text of the bytes of a file; the path is for its messages."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, path: Path) -> str:
    """Return plain text: UTF-8 or UTF-16 by their marks, else UTF-8, else Windows-1252.

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
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or ["utf-8", "cp1252"]
    if b"\x00" in data and encodings[0] != "utf-16":
        raise _no_text(path)
    for encoding in encodings:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise _no_text(path)


READERS: Mapping[str, TextReader] = {".txt": decode, ".md": decode, ".markdown": decode}
"""How to read a file with an ending. Another form (Word, PDF, HTML) is one more line here."""


def read_text(path: Path) -> str:
    """Return the text of a report.

    Parameters
    ----------
    path
        A file with one of the endings in `READERS`.

    Raises
    ------
    FileError
        It cannot be read, is too large, holds no text, or is of another form.

    Notes
    -----
    Line ends become those of Unix; nothing else is changed, so that a place in the text is a place in the file.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise FileError(
            f"{path.name}: zo'n bestand kan nog niet als verslag worden gelezen. Bewaar het als {known}.",
            f"{path.name}: this form cannot be read as a report yet. Save it as {known}.",
            concerning=path,
        )
    text = reader(_bytes(path), path)
    check_length(text)
    return text


def check_length(text: str) -> None:
    """Check that a report is not too long to read.

    Raises
    ------
    FileError
        It is longer than `LONGEST_REPORT`.
    """
    if len(text) > LONGEST_REPORT:
        raise FileError(
            f"Het verslag is {len(text)} tekens lang; gelezen wordt tot {LONGEST_REPORT}. Knip het in delen.",
            f"The report has {len(text)} characters; up to {LONGEST_REPORT} are read. Cut it into parts.",
        )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_REPORT_BYTES + 1)
    except OSError as error:
        raise FileError(f"{path} kan niet worden gelezen.", f"{path} cannot be read.", concerning=path) from error
    if len(data) > MOST_REPORT_BYTES:
        raise FileError(
            f"{path.name} is groter dan {MOST_REPORT_BYTES} bytes. Knip het verslag in delen.",
            f"{path.name} is larger than {MOST_REPORT_BYTES} bytes. Cut the report into parts.",
            concerning=path,
        )
    return data


def _no_text(path: Path) -> FileError:
    return FileError(f"{path.name} bevat geen leesbare tekst.", f"{path.name} holds no readable text.", concerning=path)
