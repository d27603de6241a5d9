from __future__ import annotations

import pytest

from graph.reports.proposals import MeetingFound
from tests.graph.reports.reading import read


def meetings(text: str) -> list[MeetingFound]:
    return read(text).meetings


def test_the_title_or_the_label_dates_a_report() -> None:
    (one,) = meetings("Verslag wijkoverleg Noord\nDatum: 3 mei 2020\nPlaats: De Schakel\n\nEr was koffie.")
    assert (one.held_on, one.name, one.venue, one.status) == ("2020-05-03", "Wijkoverleg Noord", "De Schakel", "held")


def test_a_line_that_says_where_a_report_was_found_is_not_its_title() -> None:
    (one,) = meetings("# Bron: de website van de wijk\n\nVerslag wijkoverleg Noord, 3 mei 2020\n\nEr was koffie.")
    assert (one.held_on, one.name) == ("2020-05-03", "Wijkoverleg Noord")


def test_a_sentence_that_tells_of_a_meeting_dates_it() -> None:
    (one,) = meetings("Op 3 mei 2020 vond de bijeenkomst ‘Samen aan Zet’ plaats in de hal.")
    assert (one.held_on, one.name) == ("2020-05-03", "Samen aan Zet")


def test_a_next_meeting_is_planned() -> None:
    found = meetings("Notulen overleg, 3 mei 2020\n\nEr was koffie.\n\nVolgende vergadering: 7 juni 2020.")
    assert [(one.held_on, one.status) for one in found] == [("2020-05-03", "held"), ("2020-06-07", "planned")]


@pytest.mark.parametrize(
    "text",
    ["De zaal is vóór 3 mei 2020 klaar.", "Het artikel verscheen op 3 mei 2020.", "Geplaatst: 3 mei 2020",
     "Vanaf 3 mei 2020 zijn zij partners."],
)  # fmt: skip
def test_deadlines_stamps_and_publications_are_no_meetings(text: str) -> None:
    assert meetings(f"Nieuws uit de buurt\n\nEr gebeurt veel in de straat.\n\n{text}") == []


def test_tables_are_parts_with_their_leaders() -> None:
    text = "# Verslag conferentie, 3 mei 2020\n\n## Tafel 1: Ontmoeten\nGespreksleider: Karin Mulder (Vilans)\n\nSlot."
    table = meetings(text)[-1]
    assert table.part_of
    assert table.leaders == ["Karin Mulder"]


def test_what_opened_in_a_month_is_a_meeting_of_that_month() -> None:
    (opening,) = read("Begin juli 2025 ging in Moerwijk de buurtkamer officieel open.\n").meetings
    assert opening.held_on == "2025-07"
    assert read("In juli 2025 telde de stad 25 clubs.\n").meetings == []


def test_the_year_of_an_old_weekday_is_not_guessed() -> None:
    text = "De raad heeft donderdag 6 juli ingestemd met de oprichting.\n"  # such a day is years before the reading
    assert [one.held_on for one in read(text).meetings if one.held_on] == []
    (meeting,) = read("Op zaterdag 6 september vond het overleg plaats in de zaal.\n").meetings
    assert meeting.held_on == "2025-09-06"


def test_the_day_on_which_something_was_put_up_is_no_meeting() -> None:
    text = "Verslag wijkplatform\n\nGeplaatst op: 22-06-2017 16:18\nDatum: 10 mei 2017\n"
    assert [one.held_on for one in read(text).meetings] == ["2017-05-10"]
    news = "Hoogeveen, 10 september 2025 – Anna Smit opende de avond op maandag 8 september in de zaal.\n"
    assert [one.held_on for one in read(news).meetings] == ["2025-09-08"]


def test_the_record_of_a_meeting_is_not_its_name() -> None:
    text = "Verslag bewonersoverleg dd 12 maart 2024\n\n" + "Er was koffie.\n\n" * 6
    text += "2. Verslag d.d. 9 januari 2024\nHet verslag wordt vastgesteld.\n"
    found = {one.held_on: one.name for one in read(text).meetings}
    assert found == {"2024-03-12": "Bewonersoverleg", "2024-01-09": "Vergadering"}
    (meeting,) = read("Verslag bestuursoverleg Dorpsplatform Zonnedal, 20 mei 2019.\n").meetings
    assert meeting.name == "Bestuursoverleg Dorpsplatform Zonnedal"
