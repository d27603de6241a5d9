"""Events of a calendar are meetings; who was invited is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FileError
from graph.ingest.tables import open_table
from tests.graph.ingest.desk import Desk, sentences

EVENTS = (
    "BEGIN:VEVENT\nUID:1@x\nSUMMARY:Wijkoverleg Laak\nDTSTART;TZID=Europe/Amsterdam:20190312T193000\n"
    "LOCATION:De Sleutel\n"
    "ATTENDEE;CN=Anna Alders:mailto:anna@x.nl\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:2@x\nSUMMARY:Burendag\nDTSTART;VALUE=DATE:20190928\nRRULE:FREQ=YEARLY\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:3@x\nDESCRIPTION:zonder naam\nEND:VEVENT\n"
)


def calendar(events: str) -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{events}END:VCALENDAR\n".replace("\n", "\r\n")


def test_events_become_meetings_without_who_was_invited(desk: Desk) -> None:
    report = desk.load("agenda.ics", calendar(EVENTS))
    assert (report.read, report.used) == (3, 3)
    meeting = desk.node("Wijkoverleg Laak")
    assert (meeting.value("held_on"), meeting.value("venue")) == ("2019-03-12", "De Sleutel")
    assert desk.node("Burendag").value("held_on") == "2019-09-28"
    assert "anna" not in desk.export().decode().lower()
    assert desk.load("agenda.ics").nothing_new


def test_two_events_of_a_series_are_two(desk: Desk) -> None:
    again = "".join(
        f"BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:201903{day}\nSUMMARY:Overleg\nDTSTART:201903{day}T190000Z\nEND:VEVENT\n"
        for day in (12, 19)
    )
    report = desk.load("agenda.ics", calendar(again))
    assert sentences(report) == ""
    assert [one.value("held_on") for one in desk.nodes("Meeting")] == ["2019-03-12", "2019-03-19"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "is leeg"),
        (calendar(""), "geen afspraken"),
        ("Naam;Leden", "geen geldige agenda"),
        ("BEGIN:VCALENDAR\n", "agenda|afspraken"),
    ],
)
def test_what_is_no_calendar_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "x.ics").write_text(content, "utf-8")
    with pytest.raises(FileError, match=sentence), open_table(tmp_path / "x.ics"):
        pytest.fail("it was opened")  # pragma: no cover - it is not reached
