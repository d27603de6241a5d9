from __future__ import annotations

from collections.abc import Callable

from graph.practice.city import City

Rows = list[dict[str, str]]


def test_meetings_refer_to_each_other_by_number(rows: Callable[[str], Rows]) -> None:
    numbers = {row["Nr"]: row for row in rows("15")}
    for row in rows("15"):
        if row["Soort"] == "gesprekstafel":
            assert numbers[row["Onderdeel van"]]["Soort"] == "netwerkbijeenkomst"
        if row["Vervolg op"]:
            assert numbers[row["Vervolg op"]]["Wijk"] == row["Wijk"]


def test_what_is_planned_has_no_attendance(rows: Callable[[str], Rows]) -> None:
    assert {row["Stand"] for row in rows("15")} == {"gehouden", "gepland"}
    assert all(bool(row["Aanwezigen"]) == (row["Stand"] == "gehouden") for row in rows("15"))


def test_seating_names_listed_initiatives_at_listed_meetings(city: City, rows: Callable[[str], Rows]) -> None:
    meetings = {row["Bijeenkomst"]: row["Soort"] for row in rows("15")}
    assert {row["Initiatief"] for row in rows("16")} <= set(city.names)
    assert {meetings[row["Bijeenkomst"]] for row in rows("16")} == {"wijkcafé", "gesprekstafel"}
    assert {row["Rol"] for row in rows("16")} == {"gastheer", "deelnemer"}


def test_outcomes_belong_to_meetings_and_name_listed_initiatives(city: City, rows: Callable[[str], Rows]) -> None:
    meetings = {row["Bijeenkomst"] for row in rows("15")}
    assert len({row["Nr"] for row in rows("17")}) == len(rows("17")) == len(city.outcomes)
    for row in rows("17"):
        assert row["Bijeenkomst"] in meetings
        assert set(filter(None, row["Gaat over"].split("; "))) <= set(city.names)
        assert not (row["Gezegd door"] and row["Organisatie die het doet"])


def test_people_are_with_an_initiative_or_an_organisation(city: City, rows: Callable[[str], Rows]) -> None:
    organisations = {row["Organisatie"] for row in rows("05")}
    for row in rows("19"):
        assert (row["Initiatief"] in city.names) != (row["Organisatie"] in organisations)
        assert row["Rol"]
    assert {row["Organisatie"] for row in rows("18")} <= organisations


def test_who_attended_is_involved_in_what_sat_there(rows: Callable[[str], Rows]) -> None:
    seated = {(row["Bijeenkomst"], row["Initiatief"]) for row in rows("16")}
    involved = {(row["Naam"], row["Initiatief"] or row["Organisatie"]) for row in rows("19")}
    assert rows("20")
    for row in rows("20"):
        assert (row["Naam"], row["Namens"]) in involved
        assert row["Als"] == "beroepskracht" or (row["Bijeenkomst"], row["Namens"]) in seated
