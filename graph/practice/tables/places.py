"""The lists that stand under everything: areas, topics, organisations."""

from __future__ import annotations

import numpy as np

from graph.practice.areas import Areas
from graph.practice.city import City
from graph.practice.draws import Draws, FloatArray, IntArray
from graph.practice.tables.table import Table, dutch_number, joined
from graph.practice.vocabulary import read_words, topics
from graph.schema.words import slug

_AreaRow = tuple[str, str, str, str, str, str]
_KNOWS_SITE = 0.6  # of the organisations
_WISHES_A_DISTRICT = 3


def areas_table(city: City) -> Table:
    """Return the areas: municipality, boroughs, districts, neighbourhoods.

    Raises
    ------
    Nothing.
    """
    areas = city.areas
    people = np.bincount(areas.district_of, areas.inhabitants, len(areas.districts)).astype(np.int64)
    whole, whole_point = areas.municipality, areas.points.mean(axis=0)
    rows = [(f"GM{areas.municipality_code()}", whole, "gemeente", "", *_measures(int(people.sum()), whole_point))]
    for place, name in enumerate(areas.boroughs):
        inside = areas.borough_of == place
        middle = areas.points[inside].mean(axis=0)
        rows.append(("", name, "stadsdeel", whole, *_measures(int(people[inside].sum()), middle)))
    for place, name in enumerate(areas.districts):
        borough = areas.boroughs[int(areas.borough_of[place])]
        code = areas.district_code(place)
        rows.append((code, name, "wijk", borough, *_measures(int(people[place]), areas.points[place])))
    rows += _neighbourhood_rows(areas)
    return Table("01-gebieden", ("Code", "Naam", "Soort", "Hoort bij", "Inwoners", "Middelpunt (WKT)"), rows)


def _measures(people: int, point: FloatArray) -> tuple[str, str]:
    return dutch_number(people), f"POINT({point[0]:.5f} {point[1]:.5f})"


def _neighbourhood_rows(areas: Areas) -> list[_AreaRow]:
    """Lay the neighbourhoods around the middle of their district, by the direction in their name."""
    aside = np.array([(0, 0.0027), (0, -0.0027), (-0.0046, 0), (0.0046, 0), (0, 0)])
    number = _numbers_within(areas.district_of)
    rows = []
    for place, name in enumerate(areas.neighbourhoods):
        district, within = int(areas.district_of[place]), int(number[place])
        code = f"BU{areas.district_code(district)[2:]}{within:02d}"
        point = areas.points[district] + aside[within]
        rows.append((code, name, "buurt", areas.districts[district], *_measures(int(areas.inhabitants[place]), point)))
    return rows


def _numbers_within(groups: IntArray) -> IntArray:
    firsts = np.searchsorted(groups, groups)
    return np.arange(len(groups)) - firsts


def borders_table(city: City) -> Table:
    """Return which districts border on each other.

    Raises
    ------
    Nothing.
    """
    districts = city.areas.districts
    rows = [(districts[one], districts[other]) for one, other in city.areas.borders.tolist()]
    return Table("02-wijkgrenzen", ("Wijk", "Grenst aan"), rows)


def topics_table(_: City) -> Table:
    """Return the topics with what residents call them; the same for every city.

    Raises
    ------
    Nothing.
    """
    words = topics()
    schemes = {"thema": words.themes, "doelgroep": words.groups, "activiteit": words.activities}
    rows = [(name, scheme, joined(residents)) for scheme, names in schemes.items() for name, residents in names.items()]
    sought = (*words.capabilities.values(), *words.ambitions.values())
    rows += [(each.name, "zoekt of biedt", joined(each.residents)) for each in sought]
    return Table("03-onderwerpen", ("Onderwerp", "Soort", "Zoals bewoners het zeggen"), rows, from_excel=True)


def profiles_table(city: City) -> Table:
    """Return what residents of each district ask for.

    Raises
    ------
    Nothing.
    """
    draws, words = Draws(city.seed, "profiles"), read_words("meetings")["area_needs"]
    known, rows = topics(), []
    for district in city.areas.districts:
        for need in draws.some(words, 1 + draws.below(_WISHES_A_DISTRICT)):
            name = need["topic"]
            cells = [name if name in scheme else "" for scheme in (known.capabilities, known.activities, known.groups)]
            rows.append((district, *cells, need["note"]))
    header = ("Wijk", "Vraag naar", "Vraag naar activiteit", "Aandacht voor", "Toelichting")
    return Table("04-wijkprofielen-2025", header, rows)


def organisations_table(city: City) -> Table:
    """Return the organisations.

    Raises
    ------
    Nothing.
    """
    draws, rows = Draws(city.seed, "social map"), []
    for each in city.organisations.entries:
        where = city.areas.municipality if each.district is None else city.areas.districts[each.district]
        site = f"https://{slug(each.name)}.example" if draws.chance(_KNOWS_SITE) else ""
        rows.append((each.name, each.sector, where, each.does, joined(each.themes), joined(each.offers),
                     joined(each.seeks), site))  # fmt: skip
    header = ("Organisatie", "Sector", "Werkgebied", "Wat doen zij", "Thema's", "Wat bieden zij",
              "Wat besteden zij uit", "Website")  # fmt: skip
    return Table("05-sociale-kaart-2025", header, rows, from_excel=True)
