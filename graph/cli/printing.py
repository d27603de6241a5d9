"""Printing: tables and lists for people, JSON for programs, progress and messages on standard error."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
import orjson

if TYPE_CHECKING:  # a type alone: `wijkweb --help` is to read no schema
    from graph.ingest.rows import Progress

NARROWEST = 8
"""Characters below which a column is not made narrower: words would fall apart."""


_AROUND = 2
"""Characters that the table keeps free beside a header."""


def print_json(value: Any) -> None:
    """Print a value as JSON, for programs: in UTF-8, whatever the terminal speaks."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_SERIALIZE_DATACLASS | orjson.OPT_APPEND_NEWLINE
    sys.stdout.flush()
    sys.stdout.buffer.write(orjson.dumps(value, option=options, default=str))


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, whole: Sequence[int] = ()) -> None:
    """Print rows below headers, as wide as the terminal; a column with nothing in it is left out.

    Parameters
    ----------
    headers
        Of each column.
    rows
        A cell for each header.
    whole
        Columns whose cells are not to be broken, such as ids that one copies.
    """
    from tabulate import tabulate  # noqa: PLC0415 - `wijkweb --help` prints no table

    cells = [[clean(cell) for cell in row] for row in rows]
    kept = [number for number in range(len(headers)) if not cells or any(row[number] for row in cells)]
    cells = [[row[number] for number in kept] for row in cells]
    shown = [headers[number] for number in kept]
    widest = [max(len(header) + _AROUND, *map(_width, column), 0)
              for header, *column in zip(shown, *cells, strict=True)]  # fmt: skip
    widths = _widths(widest, _terminal() - 2 * (len(kept) - 1), {kept.index(one) for one in whole if one in kept})
    click.echo(
        tabulate(
            cells,
            headers=shown,
            tablefmt="simple",
            maxcolwidths=[*widths],
            maxheadercolwidths=[width - _AROUND for width in widths],
            disable_numparse=True,
        )
    )


def _width(text: str) -> int:
    return max(map(len, text.splitlines()), default=0)


def _terminal() -> int:
    return shutil.get_terminal_size((100, 24)).columns


def _widths(widest: Sequence[int], room: int, whole: Container[int]) -> list[int]:
    """Share the room: columns that need less than their part leave the rest to the others."""
    widths = list(widest)
    while sum(widths) > room:
        broad = [number for number, width in enumerate(widths) if number not in whole and width > NARROWEST]
        if not broad:
            break
        widths[max(broad, key=lambda number: widths[number])] -= 1
    return widths


def print_text(text: str, indent: str = "", hanging: str | None = None) -> None:
    """Print a text as wide as the terminal.

    Parameters
    ----------
    text
        One paragraph.
    indent, hanging
        What its first line begins with, and its other lines; the same unless given.
    """
    after = indent if hanging is None else hanging
    click.echo(click.wrap_text(clean(text), _terminal(), indent, after))


def clean(cell: object) -> str:
    """Return a cell without characters that could steer a terminal."""
    return "".join(one if one.isprintable() or one == "\n" else " " for one in str(cell))


def say_aside(text: str) -> None:
    """Say something that is no part of the answer, on standard error."""
    click.echo(clean(text), err=True)


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Show a bar on standard error while something is read; nothing where that is no terminal."""
    short = label if len(label) <= 40 else f"{label[:39]}…"  # with the bar it is to fit in eighty characters
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=1000, label=short, width=24, file=sys.stderr, hidden=hidden) as bar:

        def report(part: float) -> None:
            bar.update(max(int(part * 1000) - bar.pos, 0))

        yield report
        report(1)
