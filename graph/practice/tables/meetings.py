"""The lists of meetings: what was held, who sat where, what came of it; and the lists of people, mostly internal."""

from __future__ import annotations

from graph.practice.city import City
from graph.practice.draws import Draws
from graph.practice.meetings import NETWORK
from graph.practice.tables.table import Table, dutch_date, joined, some_people

_CAME = 0.75  # how often the contact of an initiative that was there is on the list of names
_STAFF_CAME = 0.5


def meetings_table(city: City) -> Table:
    """Return the meetings, those to come too.

    Raises
    ------
    Nothing.
    """
    rows = []
    for place, each in enumerate(city.meetings, 1):
        district = "" if each.district is None else city.areas.districts[each.district]
        part_of = "" if each.part_of is None else str(each.part_of + 1)
        follows = "" if each.follows is None else str(each.follows + 1)
        status = "gehouden" if each.held else "gepland"
        series = str(each.series) if each.series else ""
        rows.append(
            (str(place), each.name, each.kind, dutch_date(each.held_on), each.venue, district, each.theme,
             some_people(each.people), status, part_of, follows, series)
        )  # fmt: skip
    header = (
        "Nr", "Bijeenkomst", "Soort", "Datum", "Plaats", "Wijk", "Thema", "Aanwezigen", "Stand", "Onderdeel van",
        "Vervolg op", "Nummer in de reeks",
    )  # fmt: skip
    return Table("15-bijeenkomsten", header, rows)


def seating_table(city: City) -> Table:
    """Return which initiatives were at which café or table.

    Raises
    ------
    Nothing.
    """
    draws, rows = Draws(city.seed, "seating"), []
    for each in city.meetings:
        host = draws.pick(each.initiatives) if each.initiatives and draws.chance(0.4) else -1
        there = each.initiatives if each.kind != NETWORK else []
        rows += [(each.name, city.names[place], "gastheer" if place == host else "deelnemer") for place in there]
    return Table("16-tafelindeling", ("Bijeenkomst", "Initiatief", "Rol"), rows)


def outcomes_table(city: City) -> Table:
    """Return what the meetings brought forth.

    Raises
    ------
    Nothing.
    """
    rows = []
    for number, each in enumerate(city.outcomes, 1):
        organisation = "" if each.organisation is None else city.organisations.entries[each.organisation].name
        said_only = each.kind == "advies"
        rows.append(
            (
                f"Uitkomst {number}",
                city.meetings[each.meeting].name,
                each.kind,
                each.text,
                joined(city.names[place] for place in each.about),
                organisation if said_only else "",
                "" if each.owner is None else city.names[each.owner],
                "" if said_only else organisation,
                dutch_date(each.due),
                each.status,
                "ja" if each.research else "",
            )
        )
    header = (
        "Nr", "Bijeenkomst", "Soort", "Wat er is gezegd", "Gaat over", "Gezegd door", "Initiatief dat het doet",
        "Organisatie die het doet", "Klaar voor", "Stand", "Onderzoeksvraag",
    )  # fmt: skip
    return Table("17-uitkomsten", header, rows)


def public_people_table(city: City) -> Table:
    """Return the people with a public role.

    Raises
    ------
    Nothing.
    """
    rows = [(name, city.organisations.entries[at].name, role) for name, at, role in city.people.public]
    return Table("18-bestuurders", ("Naam", "Organisatie", "Functie"), rows, from_excel=True)


def people_table(city: City) -> Table:
    """Return who is involved where; an internal list.

    Raises
    ------
    Nothing.
    """
    people = city.people
    rows = [(people.names[who], role, city.names[at], "") for who, at, role in people.involved]
    rows += [(people.names[who], role, "", city.organisations.entries[at].name) for who, at, role in people.employed]
    return Table("19-betrokkenen", ("Naam", "Rol", "Initiatief", "Organisatie"), rows, from_excel=True)


def attendance_table(city: City) -> Table:
    """Return who was at which meeting; an internal list.

    Raises
    ------
    Nothing.
    """
    draws, contacts, rows = Draws(city.seed, "attendance"), city.people.contacts(), []
    staff = {at: who for who, at, _ in city.people.employed}
    local = city.organisations.of_district()
    for each in city.meetings:
        there = each.initiatives if each.kind != NETWORK else []
        guests = [(contacts[place], city.names[place], "bewoner") for place in there if place in contacts]
        hosts = [at for at in local.get(each.district, []) if at in staff and there and each.district is not None]
        chosen = [guest for guest in guests if draws.chance(_CAME)]
        chosen += [
            (staff[at], city.organisations.entries[at].name, "beroepskracht")
            for at in hosts
            if draws.chance(_STAFF_CAME)
        ]
        rows += [(each.name, city.people.names[who], on_behalf, capacity) for who, on_behalf, capacity in chosen]
    return Table("20-aanwezigen", ("Bijeenkomst", "Naam", "Namens", "Als"), rows)
