"""Reads calendars (iCalendar) as a table: a row for each event. Who was invited is not read: it holds addresses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import icalendar

from graph.errors import FileError
from graph.ingest.cells import Cell
from graph.ingest.known_tables import CALENDAR_HEADERS
from graph.ingest.limits import MOST_CALENDAR_BYTES
from graph.ingest.rows import Progress, Row, Table, check_readable, text_cell

_TEXTS = {"uid": "UID", "name": "SUMMARY", "venue": "LOCATION", "description": "DESCRIPTION", "status": "STATUS"}


@contextmanager
def calendar_table(path: Path, progress: Progress) -> Iterator[Table]:
    """Open a calendar as a table.

    Raises
    ------
    FileError
        It is no calendar, is too large, or holds no event.

    Notes
    -----
    An event that repeats is its first one, and says that it repeats. A calendar is held in memory whole.
    """
    check_readable(path, MOST_CALENDAR_BYTES)
    try:
        found = icalendar.Calendar.from_ical(path.read_bytes(), multiple=True)
        events = [event for calendar in found for event in calendar.walk("VEVENT")]
    except Exception as error:  # the library passes on what its parsers meet
        raise FileError(
            f"{path.name} is geen geldige agenda (iCalendar). Haal of bewaar het bestand opnieuw.",
            f"{path.name} is no valid calendar (iCalendar). Fetch or save the file again.",
            concerning=path,
        ) from error
    if not events:
        raise FileError(f"{path.name} heeft geen afspraken.", f"{path.name} has no events.", concerning=path)
    progress(1.0)
    yield Table(CALENDAR_HEADERS, (row for number, event in enumerate(events, 1) if (row := _row(number, event)).cells))


def _row(number: int, event: Any) -> Row:
    texts = {header: text_cell(str(event.get(name, ""))[:50_000]) for header, name in _TEXTS.items()}
    cells: dict[str, Cell] = {header: text for header, text in texts.items() if text is not None}
    day = _day(event)
    if day is not None:
        cells["date"] = day
    if "RRULE" in event or event.get("RECURRENCE-ID") is not None:
        cells["repeats"] = True
        cells["uid"] = f"{cells.get('uid', '')} {day}"  # each of a series bears the number of the series
    if "SEQUENCE" in event:
        cells["version"] = str(event["SEQUENCE"])
    return Row(number, cells)


def _day(event: Any) -> date | None:
    """Return the day on which an event begins, as its calendar shows it; None where it has none that can be read."""
    try:
        start = event.decoded("DTSTART")
    except (KeyError, ValueError, AttributeError):
        return None
    if isinstance(start, datetime):
        return start.date()
    return start if isinstance(start, date) else None
