"""The lists of initiatives: this year's, last year's, the grants, and what they need and offer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from graph.practice.city import City
from graph.practice.draws import Draws, IntArray
from graph.practice.initiatives import FORMS, PHASES, STARTING
from graph.practice.tables.table import Table, dutch_date, dutch_number, joined, some_people
from graph.practice.vocabulary import Capability, names_in, topics
from graph.schema.values import PartialDate
from graph.schema.words import slug

_PHASES_BEFORE = ("plan", "opstart", "actief", "stevig", "opgeheven")  # the words of the inventory of 2024
_FILLED_IN_BY = ("stadsdeel", "wijkteam", "welzijnswerk", "initiatief zelf")
_WITH_AMOUNT = 0.6  # how often a number is given where one makes sense


def initiatives_table(city: City) -> Table:
    """Return the list of 2025, which knows every initiative, though not everything of it.

    Raises
    ------
    Nothing.
    """
    header = (
        "Nr", "Naam", "Wijk", "Buurt", "Korte omschrijving", "Fase", "Rechtsvorm", "Sinds", "Gestopt", "Leden",
        "Vrijwilligers", "Thema's", "Activiteiten", "Voor wie", "Website", "E-mail", "Bijgewerkt op",
    )  # fmt: skip
    rows = [_initiative(city, place) for place in range(len(city.initiatives))]
    return Table("06-initiatieven-2025", header, rows, from_excel=True)


def _initiative(city: City, place: int) -> tuple[str, ...]:
    columns, lists, words = city.initiatives, city.lists, topics()

    def known(what: str, cell: str) -> str:
        return cell if lists.known[what][place] else ""

    site = known("website", f"{slug(city.names[place])}.example")
    return (
        str(place + 1),
        city.names[place],
        city.areas.districts[int(columns.districts[place])],
        known("neighbourhood", city.areas.neighbourhoods[int(columns.neighbourhoods[place])]),
        city.summaries[place],
        PHASES[int(columns.phases[place])],
        known("form", list(FORMS.values())[int(columns.forms[place])]),
        known("began", _began(int(columns.began[place]), int(columns.months[place]))),
        str(int(columns.ended[place]) or ""),
        known("members", some_people(int(columns.members[place]))),
        known("volunteers", some_people(int(columns.volunteers[place]))),
        joined(names_in(int(columns.themes[place]), words.themes)),
        joined(columns.type_of(place).activities),
        known("groups", joined(names_in(int(columns.groups[place]), words.groups))),
        f"https://{site}" if site else "",
        f"info@{site}" if site else "",
        dutch_date(date(2025, 3, 1) + timedelta(days=int(lists.updated[place]))),
    )


def _began(year: int, month: int) -> str:
    """Return the year, and every third time the month too: as precise as people remember."""
    if not year:
        return ""
    return PartialDate(f"{year}-{month:02d}").label("nl") if month % 3 == 0 else str(year)


def inventory_table(city: City) -> Table:
    """Return the inventory of 2024: older, shorter, and with some names spelled otherwise.

    Raises
    ------
    Nothing.
    """
    draws, columns, lists, rows = Draws(city.seed, "inventory"), city.initiatives, city.lists, []
    for place in _places(lists.inventoried):
        themes = names_in(int(columns.themes[place]), topics().themes)
        rows.append(
            (
                lists.spellings.get(place, city.names[place]),
                city.areas.districts[int(columns.districts[place])],
                themes[0],
                dutch_number(int(lists.members_before[place])) if lists.members_before[place] else "",
                _PHASES_BEFORE[int(lists.phases_before[place])],
                draws.pick(_FILLED_IN_BY),
            )
        )
    header = ("Initiatief", "Wijk", "Onderwerp", "Aantal leden", "Status", "Ingevuld door")
    return Table("07-inventarisatie-2024", header, rows)


def grants_table(city: City) -> Table:
    """Return the grants of 2025, with how many members the request gave.

    Raises
    ------
    Nothing.
    """
    columns, lists, rows = city.initiatives, city.lists, []
    for grant in city.grants:
        place = grant.initiative
        other = "" if lists.inventoried[place] else lists.spellings.get(place, "")
        members, expected = int(lists.members_asked[place]), 2 * int(columns.volunteers[place])
        grown = columns.phases[place] > STARTING  # who is still starting writes down what it expects
        rows.append(
            (
                f"Subsidie OS-2025-{grant.number:03d}",
                other or city.names[place],
                city.areas.districts[int(columns.districts[place])],
                grant.scheme,
                grant.giver,
                f"EUR {dutch_number(grant.amount)}",
                "aangevraagd" if grant.planned else "verleend",
                "" if grant.planned else dutch_date(grant.decided),
                dutch_date(grant.decided + timedelta(days=270)) if grant.planned else "",
                dutch_number(members) if grown and members else "",
                "" if grown else dutch_number(expected),
            )
        )
    header = (
        "Kenmerk", "Aanvrager", "Wijk", "Regeling", "Verlener", "Bedrag", "Stand", "Besluit op", "Besluit verwacht",
        "Leden volgens aanvraag", "Vrijwilligers verwacht",
    )  # fmt: skip
    return Table("08-subsidies-2025", header, rows, from_excel=True)


def needs_table(city: City) -> Table:
    """Return what initiatives need, as the neighbourhood scan heard it.

    Raises
    ------
    Nothing.
    """
    rows = [*_wishes(city, city.initiatives.needs, "need"), *_ambitions(city)]
    return Table("09-gezocht-2025", ("Initiatief", "Wat het zoekt", "Hoeveel", "Toelichting", "Gevraagd op"), rows)


def offers_table(city: City) -> Table:
    """Return what initiatives offer, as the neighbourhood scan heard it.

    Raises
    ------
    Nothing.
    """
    rows = list(_wishes(city, city.initiatives.offers, "offer"))
    return Table("10-geboden-2025", ("Initiatief", "Wat het biedt", "Hoeveel", "Toelichting", "Gevraagd op"), rows)


def _wishes(city: City, masks: IntArray, side: str) -> Iterator[tuple[str, ...]]:
    draws, capabilities = Draws(city.seed, side), topics().capabilities
    for place in _places(city.lists.known["wishes"]):
        asked_on = dutch_date(date(2025, 9, 1) + timedelta(days=int(city.lists.updated[place]) % 50))
        for name in names_in(int(masks[place]), capabilities):
            capability = capabilities[name]
            note = draws.pick(getattr(capability, side)) if draws.chance(0.6) else ""
            yield city.names[place], name, _amount(capability, draws), note, asked_on


def _ambitions(city: City) -> Iterator[tuple[str, ...]]:
    draws = Draws(city.seed, "ambitions heard")
    for place, wish in sorted(city.ambitions.items()):
        note = draws.pick(topics().ambitions[wish].need) if draws.chance(0.6) else ""
        yield city.names[place], wish, "", note, dutch_date(date(2025, 9, 1) + timedelta(days=draws.below(50)))


def _amount(capability: Capability, draws: Draws) -> str:
    if capability.amount is None or not draws.chance(_WITH_AMOUNT):
        return ""
    amount: Mapping[str, Any] = capability.amount
    steps = (amount["to"] - amount["from"]) // amount["step"]
    number = amount["from"] + draws.below(steps + 1) * amount["step"]
    about = "ongeveer " if number >= 10 and draws.chance(0.3) else ""
    if amount["unit"] == "EUR":
        return f"{about}EUR {dutch_number(number)}"
    return f"{about}{number} {amount.get('one', amount['unit']) if number == 1 else amount['unit']}"


def _places(chosen: Any) -> list[int]:
    return [place for place, true in enumerate(chosen.tolist()) if true]
