"""Reads JSON as a stream of events, whatever its encoding, within bounds; several values after each other are lines."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ijson

from graph.errors import FileError
from graph.files.encodings import SAMPLE_BYTES, text_encoding
from graph.ingest.limits import LONGEST_JSON_NUMBER, MOST_JSON_BYTES, MOST_JSON_NESTING
from graph.ingest.rows import Progress, check_readable

Event = tuple[str, Any]
"""What ``ijson.basic_parse`` yields: start_map, map_key, end_map, start_array, end_array, string, number and so on."""

_TOO_MANY_DIGITS = re.compile(rf"[0-9]{{{LONGEST_JSON_NUMBER + 1}}}")
_LAST_DIGITS = re.compile(rf"[0-9]{{1,{LONGEST_JSON_NUMBER}}}\Z")
_OPENS = ("start_map", "start_array")
_CLOSES = ("end_map", "end_array")


def json_events(path: Path, progress: Progress | None = None) -> Iterator[Event]:
    """Yield the events of a JSON file.

    Parameters
    ----------
    path
        The file.
    progress
        Told how far the reading is.

    Raises
    ------
    FileError
        It cannot be read, is no JSON, or is nested too deep.

    Notes
    -----
    Memory is bounded by the longest text in the file.
    """
    check_readable(path, MOST_JSON_BYTES)
    with path.open("rb") as file:
        encoding = text_encoding(path, file.read(SAMPLE_BYTES))
    size, depth = path.stat().st_size, 0
    with path.open("rb") as file:
        source = _Utf8(file, encoding)
        try:
            for number, (event, value) in enumerate(ijson.basic_parse(source, multiple_values=True)):
                depth += (event in _OPENS) - (event in _CLOSES)
                if depth > MOST_JSON_NESTING:
                    raise _too_deep(path)
                if progress is not None and number % 10_000 == 0:
                    progress(min(file.tell() / size, 1.0))
                yield event, value
        except (ijson.JSONError, ValueError, ArithmeticError) as error:
            raise _no_json(path) from error
    if progress is not None:
        progress(1.0)


class _Utf8:
    """A file whose text is given in UTF-8: the parser knows no other. Bytes that are no text become U+FFFD."""

    def __init__(self, file: io.BufferedReader, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ended = False
        self._digits = ""  # at the end of what was read last: a number may go on in what is read next

    def read(self, size: int = -1) -> bytes:
        """Return at least one byte, or none at the end of the file."""
        if size == 0 or self._ended:
            return b""
        text = ""
        while not text and not self._ended:
            chunk = self._file.read(size)
            self._ended = not chunk
            text = self._decoder.decode(chunk, final=not chunk)
        self._check_numbers(text)
        return text.encode("utf-8")

    def _check_numbers(self, text: str) -> None:
        """Refuse a number of more digits than Python converts: the parser in C ends the whole program at one."""
        if _TOO_MANY_DIGITS.search(self._digits + text):
            raise ValueError("a number of too many digits")
        last = _LAST_DIGITS.search(self._digits + text)
        self._digits = last[0] if last else ""


def _no_json(path: Path) -> FileError:
    return FileError(
        f"{path.name} is geen geldige JSON, of is halverwege afgebroken. Haal of bewaar het bestand opnieuw.",
        f"{path.name} is no valid JSON, or was cut off halfway. Fetch or save the file again.",
        concerning=path,
    )


def _too_deep(path: Path) -> FileError:
    return FileError(
        f"{path.name} is meer dan {MOST_JSON_NESTING} niveaus diep genest. Bewaar het als een lijst.",
        f"{path.name} is nested more than {MOST_JSON_NESTING} levels deep. Save it as a list.",
        concerning=path,
    )
