"""A table as it is written: semicolons, Dutch headers, dates and numbers as people type them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Table:
    """One list.

    Parameters
    ----------
    name
        Name of its file, without ending; the mapping file bears the same.
    header
        The columns.
    rows
        Cells, as many in each row as there are columns.
    from_excel
        Whether it has the byte order mark that Excel writes.
    """

    name: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    from_excel: bool = False

    def as_csv(self) -> str:
        """Return the text of the file.

        Raises
        ------
        Nothing.
        """
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(self.header)
        writer.writerows(self.rows)
        return (BOM if self.from_excel else "") + text.getvalue()


def dutch_date(day: date | None) -> str:
    """Return a day as ``28-06-2025``; nothing for none.

    Raises
    ------
    Nothing.
    """
    return f"{day:%d-%m-%Y}" if day else ""


def dutch_number(number: int) -> str:
    """Return a number as ``1.250``.

    Raises
    ------
    Nothing.
    """
    return f"{number:,}".replace(",", ".")


def some_people(number: int) -> str:
    """Return how many people: nothing for nobody, and about so many where that looks estimated.

    Raises
    ------
    Nothing.
    """
    if number >= 20 and number % 3 == 0:  # who counts by heart counts in fives
        return f"ongeveer {dutch_number(5 * round(number / 5))}"
    return dutch_number(number) if number else ""


def joined(parts: Iterable[str]) -> str:
    """Return several values as one cell.

    Raises
    ------
    Nothing.
    """
    return "; ".join(parts)
