"""Printing: tables for people, JSON for programs, progress and messages on standard error."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
import orjson

from graph.ingest.rows import Progress


def print_json(value: Any) -> None:
    """Print a value as JSON, for programs."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_SERIALIZE_DATACLASS | orjson.OPT_APPEND_NEWLINE
    sys.stdout.write(orjson.dumps(value, option=options, default=str).decode())


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows below headers; long cells wrap to the width of the terminal."""
    from tabulate import tabulate  # noqa: PLC0415 - `wijkweb --help` prints no table

    cleaned = [[_clean(cell) for cell in row] for row in rows]
    width = shutil.get_terminal_size((100, 24)).columns
    widest = [max([len(header), *(len(row[number]) for row in cleaned)]) for number, header in enumerate(headers)]
    room = max(width - 2 * len(headers), 20 * len(headers))
    click.echo(
        tabulate(cleaned, headers=headers, tablefmt="simple", maxcolwidths=_widths(widest, room), disable_numparse=True)
    )


def _widths(widest: Sequence[int], room: int) -> list[int]:
    """Share the room: columns that need less than their part leave the rest to the others."""
    widths = list(widest)
    while sum(widths) > room:
        longest = widths.index(max(widths))
        if widths[longest] <= 12:
            break
        widths[longest] -= 1
    return [max(width, 1) for width in widths]


def _clean(cell: object) -> str:
    """Return a cell without characters that could steer a terminal."""
    return "".join(character for character in str(cell) if character.isprintable() or character == "\n")


def say_aside(text: str) -> None:
    """Say something that is no part of the answer, on standard error."""
    click.echo(text, err=True)


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Show a bar on standard error while something is read; nothing where that is no terminal."""
    with click.progressbar(length=1000, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def report(part: float) -> None:
            bar.update(max(int(part * 1000) - bar.pos, 0))

        yield report
