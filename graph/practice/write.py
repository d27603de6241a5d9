"""Writes the practice city as a folder: the lists with a mapping beside each, what people send in, truth and guide."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from graph.errors import FileError
from graph.practice.city import City, build_city
from graph.practice.flaws import spoil
from graph.practice.minutes import Minutes, write_minutes
from graph.practice.tables import initiatives as of_initiatives
from graph.practice.tables import meetings as of_meetings
from graph.practice.tables import places, ties
from graph.practice.tables.table import Table
from graph.practice.truth import Truth, tell_truth
from graph.practice.workbooks import initiatives_workbook

TABLES: tuple[Callable[[City], Table], ...] = (
    places.areas_table,
    places.borders_table,
    places.topics_table,
    places.profiles_table,
    places.organisations_table,
    of_initiatives.initiatives_table,
    of_initiatives.inventory_table,
    of_initiatives.grants_table,
    of_initiatives.needs_table,
    of_initiatives.offers_table,
    ties.scan_table,
    ties.talks_table,
    ties.support_table,
    ties.agreements_table,
    of_meetings.meetings_table,
    of_meetings.seating_table,
    of_meetings.outcomes_table,
    of_meetings.public_people_table,
    of_meetings.people_table,
    of_meetings.attendance_table,
)
"""The lists, in the order in which they are best loaded."""


_INITIATIVES = TABLES.index(of_initiatives.initiatives_table)

INCOMING = "ingekomen"
"""Folder of what people send in beside the lists: it is not loaded with them, but each file by itself."""


def write_city(folder: Path, *, initiatives: int = 154, seed: int = 1, flaws: float = 0.0) -> Truth:
    """Write a practice city and return the truth about it.

    Parameters
    ----------
    folder
        Where to; it is made if it is not there. Files of the same names are replaced, others are left alone.
    initiatives
        How many initiatives, 1 to `city.MOST_INITIATIVES`; everything else grows in proportion.
    seed
        0 or more; another seed is another city. The same arguments give the same bytes.
    flaws
        How many rows of a list get a flaw, 0 to `flaws.MOST_FLAWS`; the truth says which.

    Raises
    ------
    FileError
        The folder cannot be written.
    InputError
        A number is out of range; nothing is written.

    Notes
    -----
    About linear: five seconds for 10,000 initiatives.
    """
    city = build_city(initiatives, seed)
    tables, made = spoil([build(city) for build in TABLES], flaws, seed)
    truth = tell_truth(city, made)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in tables:
            _write(folder / f"{table.name}.csv", table.as_csv())
            _write(folder / f"{table.name}.mapping.yaml", _beside(f"{table.name}.mapping.yaml"))
        _write_incoming(folder / INCOMING, city, tables)
        _write(folder / "truth.json", json.dumps(truth.as_json(), ensure_ascii=False, indent=1) + "\n")
        _write(folder / "LEESMIJ.md", _beside("LEESMIJ.md"))
    except OSError as error:
        raise FileError(
            f"In {folder} kan niet worden geschreven ({error.strerror}). Kies een andere map.",
            f"{folder} cannot be written ({error.strerror}). Choose another folder.",
            concerning=folder,
        ) from error
    return truth


def _write_incoming(folder: Path, city: City, tables: Sequence[Table]) -> None:
    """Write what people send in: a workbook and minutes, and what the minutes tell, by name of the file."""
    folder.mkdir(exist_ok=True)
    (folder / "initiatieven-wijkteam.xlsx").write_bytes(initiatives_workbook(tables[_INITIATIVES]))
    found = write_minutes(city)
    for one in found:
        (folder / one.name).write_bytes(_sent(one))
    told = {one.name: one.truth for one in found}
    _write(folder / "truth.json", json.dumps({"fictional": True, "minutes": told}, ensure_ascii=False, indent=1) + "\n")


def _sent(minutes: Minutes) -> bytes:
    """Return minutes as they are sent: plain text comes from an older word processor, in its encoding and line ends."""
    if not minutes.name.endswith(".txt"):
        return minutes.text.encode()
    text = minutes.text.replace("\n", "\r\n")
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:  # a Turkish name: that encoding has no letter for it
        return text.encode("utf-8-sig")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())  # as bytes, so that no platform changes the ends of lines


def _beside(name: str) -> str:
    return (files("graph.practice") / "files" / name).read_text(encoding="utf-8")
