from __future__ import annotations

from collections.abc import Callable

from graph.practice.city import City
from graph.practice.vocabulary import topics
from graph.schema.model import check_value, properties_of_kind

Rows = list[dict[str, str]]


def test_the_list_of_this_year_knows_every_initiative_once(city: City, rows: Callable[[str], Rows]) -> None:
    assert [row["Naam"] for row in rows("06")] == city.names
    assert [row["Nr"] for row in rows("06")] == [str(number) for number in range(1, 155)]


def test_places_and_topics_are_those_of_the_other_lists(rows: Callable[[str], Rows]) -> None:
    areas = {row["Naam"] for row in rows("01")}
    named = {row["Onderwerp"] for row in rows("03")}
    for row in rows("06"):
        assert row["Wijk"] in areas and (not row["Buurt"] or row["Buurt"] in areas)
        for column in ("Thema's", "Activiteiten", "Voor wie"):
            assert set(filter(None, row[column].split("; "))) <= named


def test_websites_are_addresses_of_nobody_and_each_once(rows: Callable[[str], Rows]) -> None:
    sites = [row["Website"] for row in rows("06") if row["Website"]]
    website = properties_of_kind("Initiative")["website"]
    assert all(check_value(website, site) == site and site.endswith(".example") for site in sites)
    assert len(set(sites)) == len(sites)
    assert all(row["E-mail"].endswith(row["Website"].removeprefix("https://")) for row in rows("06") if row["Website"])


def test_every_other_column_is_sometimes_empty(rows: Callable[[str], Rows]) -> None:
    for column in (
        "Buurt",
        "Korte omschrijving",
        "Rechtsvorm",
        "Sinds",
        "Leden",
        "Vrijwilligers",
        "Voor wie",
        "Website",
    ):
        filled = sum(bool(row[column]) for row in rows("06"))
        assert 40 < filled < 154, column


def test_lists_of_two_years_disagree(rows: Callable[[str], Rows]) -> None:
    now = {row["Naam"]: row for row in rows("06")}
    both = [(row, now[row["Initiatief"]]) for row in rows("07") if row["Initiatief"] in now]
    assert sum(old["Aantal leden"] != new["Leden"] for old, new in both if new["Leden"]) > 10
    assert {"actief", "stevig", "opstart"} <= {old["Status"] for old, _ in both}


def test_grants_are_decided_or_expected_never_both(rows: Callable[[str], Rows]) -> None:
    assert {row["Stand"] for row in rows("08")} == {"verleend", "aangevraagd"}
    for row in rows("08"):
        assert bool(row["Besluit op"]) == (row["Stand"] == "verleend") != bool(row["Besluit verwacht"])
        assert row["Bedrag"].startswith("EUR ")
    assert any(row["Vrijwilligers verwacht"] for row in rows("08"))


def test_needs_and_offers_are_capabilities_with_fitting_amounts(rows: Callable[[str], Rows]) -> None:
    capabilities = {**topics().capabilities, **topics().ambitions}
    found = [(row["Wat het zoekt"], row["Hoeveel"]) for row in rows("09")]
    found += [(row["Wat het biedt"], row["Hoeveel"]) for row in rows("10")]
    assert 150 < len(rows("09")) < 350 and 150 < len(rows("10")) < 350
    for name, amount in found:
        unit = (capabilities[name].amount or {}).get("unit", "")
        assert not amount or unit.rstrip("’s") in amount


def test_what_a_list_says_of_needs_is_true_of_the_city(city: City, rows: Callable[[str], Rows]) -> None:
    places = {name: place for place, name in enumerate(city.names)}
    capabilities = list(topics().capabilities)
    for row in rows("09"):
        place, name = places[row["Initiatief"]], row["Wat het zoekt"]
        mask = int(city.initiatives.needs[place])
        assert city.ambitions.get(place) == name or mask >> capabilities.index(name) & 1
