"""The text of a report with the places that a reader finds in its file: lines, paragraphs or pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from graph.errors import FileError
from graph.reports.limits import LONGEST_REPORT
from graph.reports.proposals import Place, Proposal, Proposals

# Signs that steer a printer or a screen, and a hyphen that only shows where a line breaks, are no part of what is said.
_SILENT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_BLANKS = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


class Part(StrEnum):
    """What a piece of a formatted text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class ReportText:
    """The text of a report.

    Parameters
    ----------
    text
        Plain or Markdown: ``#`` before headings, ``-`` before items, ``|`` between cells.
    unit
        What a reader counts in its file: ``line``, ``paragraph`` or ``page``.
    starts
        Where each of those begins in the text, in order; empty for lines.
    """

    text: str
    unit: str = "line"
    starts: tuple[int, ...] = ()

    def number_at(self, place: int) -> int:
        """Return the number, from 1, of the line, paragraph or page that a place of the text stands in."""
        if self.unit == "line":
            return self.text.count("\n", 0, place) + 1
        return max(bisect_right(self.starts, place), 1)

    def placed(self, proposals: Proposals) -> Proposals:
        """Return proposals that say where in the file they were found; those of a plain text say it already."""
        if self.unit != "line":
            for one in _every(proposals):
                one.where = replace(one.where, place=Place(self.unit, self.number_at(one.where.start)))
            proposals.unit = self.unit
        return proposals


def _every(proposals: Proposals) -> Iterable[Proposal]:
    return chain(
        proposals.initiatives, proposals.organisations, proposals.people, proposals.areas, proposals.meetings,
        proposals.outcomes, proposals.partnerships, proposals.wishes,
    )  # fmt: skip


class TextBuilder:
    """Makes the text of a report from its paragraphs, headings, items and rows, each of which counts as one."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._length = 0
        self._last = Part.PARAGRAPH

    def add(self, content: str, part: Part = Part.PARAGRAPH, level: int = 1) -> None:
        """Add what one paragraph, heading or item says; nothing where it says nothing.

        Raises
        ------
        FileError
            The text becomes too long.
        """
        text = clean(content)
        if not text:
            return
        lead = {Part.HEADING: "#" * min(max(level, 1), 6) + " ", Part.ITEM: "- "}.get(part, "")
        if part is not Part.PARAGRAPH:
            text = " ".join(text.split())
        together = part is self._last and part in (Part.ITEM, Part.ROW)
        between = "" if not self._pieces else "\n" if together else "\n\n"
        self._starts.append(self._length + len(between))
        self._pieces.append(f"{between}{lead}{text}")
        self._length += len(self._pieces[-1])
        self._last = part
        check_length(self._length)

    def add_row(self, cells: Iterable[str]) -> None:
        """Add a row of a table, its cells between bars."""
        shown = [" ".join(clean(cell).split()).replace("|", "/") for cell in cells]
        if any(shown):
            self.add(f"| {' | '.join(shown)} |", Part.ROW)

    def end_table(self) -> None:
        """Say that the next row belongs to another table."""
        self._last = Part.PARAGRAPH

    def text(self) -> ReportText:
        """Return the whole text, its places being paragraphs."""
        return ReportText("".join(self._pieces), "paragraph", tuple(self._starts))


def clean(text: str) -> str:
    """Return a text without silent signs and doubled blanks; line breaks stay.

    Examples
    --------
    >>> clean("  Buurthuis   De Brug ")
    'Buurthuis De Brug'
    """
    lines = _SILENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in lines).strip()


def check_length(length: int) -> None:
    """Check that a report is not too long to read.

    Raises
    ------
    FileError
        It has more characters than `LONGEST_REPORT`.
    """
    if length > LONGEST_REPORT:
        raise FileError(
            f"Het verslag is langer dan {LONGEST_REPORT} tekens; meer wordt niet gelezen. Knip het in delen.",
            f"The report has more than {LONGEST_REPORT} characters; no more are read. Cut it into parts.",
        )
