"""The rows of the register: municipalities, boroughs, districts and neighbourhoods with code, names and a point.

Facts of CBS/Kadaster, *Wijk- en Buurtkaart*, CC BY 4.0; ``data/README.md`` says what was added by hand.
"""

from __future__ import annotations

import csv
import gzip
import io
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from graph.errors import InputError
from graph.schema.words import normalise

DISTRICTS_OF = 2014
"""Year of the division into districts and neighbourhoods."""

MUNICIPALITIES_OF = 2015
"""Year of the municipalities and their codes."""

LEVELS = {"GM": "municipality", "SD": "borough", "WK": "district", "BU": "neighbourhood"}
"""Sort of area by the letters that its code begins with."""

_NEAR = 5
"""Names that are told to who mistypes one."""


@dataclass(frozen=True, slots=True)
class RegisteredArea:
    """An area of the register.

    Parameters
    ----------
    code
        ``GM0344``, ``WK034401``, ``BU03440101`` of CBS; ``SD0518-ESCAMP`` of our own.
    name
        Its own name.
    aliases
        Other names.
    province
        Of a municipality; empty for others and where it is not known.
    longitude, latitude
        A point inside it, WGS84; None where none is known.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    province: str = ""
    longitude: float | None = None
    latitude: float | None = None

    @property
    def level(self) -> str:
        """Which sort of area it is."""
        return LEVELS[self.code[:2]]

    @property
    def municipality(self) -> str:
        """Code of the municipality that it is or lies in."""
        return f"GM{self.code[2:6]}"

    @property
    def whole(self) -> str:
        """Code of the area that it lies in; empty for a municipality."""
        if self.level == "municipality":
            return ""
        return f"WK{self.code[2:8]}" if self.level == "neighbourhood" else self.municipality


@cache
def read_register() -> tuple[RegisteredArea, ...]:
    """Return all areas of the country, in order of level and code.

    Notes
    -----
    A tenth of a second, once a process.
    """
    packed = files("graph.register.data").joinpath("areas.csv.gz").read_bytes()
    rows = csv.DictReader(io.StringIO(gzip.decompress(packed).decode("utf-8")))
    return tuple(
        RegisteredArea(row["code"], row["name"], tuple(filter(None, row["aliases"].split("|"))), row["province"],
                       _number(row["lon"]), _number(row["lat"]))
        for row in rows
    )  # fmt: skip


def _number(text: str) -> float | None:
    return float(text) if text else None


def municipalities() -> list[RegisteredArea]:
    """Return the municipalities, in order of name."""
    return sorted((one for one in read_register() if one.level == "municipality"), key=lambda one: one.name)


def find_municipality(wanted: str) -> RegisteredArea:
    """Return the municipality with a code or a name.

    Parameters
    ----------
    wanted
        ``GM0344``, ``0344`` or ``Utrecht``; capitals, accents and what stands in brackets make no difference.

    Raises
    ------
    InputError
        There is none, with names that are near; or there is more than one, with their codes.
    """
    known = municipalities()
    code = wanted.strip().upper()
    code = f"GM{code.zfill(4)}" if code.isdecimal() else code
    found = [one for one in known if one.code == code] or [one for one in known if normalise(wanted) in _names(one)]
    exact = [one for one in found if normalise(wanted) in map(normalise, (one.name, *one.aliases))]
    found = exact if len(exact) == 1 else found
    if len(found) == 1:
        return found[0]
    if found:
        choice = ", ".join(f"{one.code} ({one.name})" for one in found)
        raise InputError(
            f"‘{wanted.strip()[:60]}’ is de naam van meer dan één gemeente: {choice}. Geef de code.",
            f"‘{wanted.strip()[:60]}’ is the name of more than one municipality: {choice}. Give the code.",
        )
    raise _unknown(wanted.strip()[:60], known)


def _names(area: RegisteredArea) -> set[str]:
    """Return the names of an area as they are compared, with and without what stands in brackets."""
    bare = [name.partition("(")[0] for name in (area.name, *area.aliases)]
    return {normalise(name) for name in (area.name, *area.aliases, *bare)}


def _unknown(wanted: str, known: list[RegisteredArea]) -> InputError:
    names = {normalise(name): one for one in known for name in (one.name, *one.aliases)}
    names |= {one.code.lower(): one for one in known}
    near = get_close_matches(normalise(wanted), names, n=_NEAR, cutoff=0.6)
    choice = ", ".join(dict.fromkeys(f"{names[one].name} ({names[one].code})" for one in near))
    return InputError(
        f"De gemeente ‘{wanted}’ staat niet in het register van gebieden."
        + (f" Bedoelt u: {choice}?" if choice else " Zoek met: wijkweb areas list NAAM."),
        f"The municipality ‘{wanted}’ is not in the register of areas."
        + (f" Do you mean: {choice}?" if choice else " Search with: wijkweb areas list NAME."),
        concerning=wanted,
    )


def areas_within(municipality: str) -> list[RegisteredArea]:
    """Return a municipality and all areas inside it, the larger ones first.

    Parameters
    ----------
    municipality
        Its code.
    """
    return [one for one in read_register() if one.municipality == municipality]


def areas_named(text: str, *, most: int) -> list[RegisteredArea]:
    """Return areas whose name holds every word of a text, the larger ones first.

    Parameters
    ----------
    text
        Words; all municipalities where there is none.
    most
        At most so many.
    """
    words = normalise(text).split()
    if not words:
        return municipalities()[:most]
    texts = {one: f"{normalise(' '.join((one.name, *one.aliases)))} {one.code.lower()}" for one in read_register()}
    found = [one for one, text in texts.items() if all(word in text for word in words)]
    order = list(LEVELS)
    return sorted(found, key=lambda one: (order.index(one.code[:2]), one.name, one.code))[:most]
