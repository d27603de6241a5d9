"""The areas of the whole country by name: municipalities, districts, neighbourhoods, and towns without a code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.register.areas import LEVELS, read_register
from graph.reports.lexicon import load_lexicon
from graph.reports.tokens import fold
from graph.reports.words import words

_EMPTY = re.compile(
    r"^(?:wijk|buurt) \d+|verspreide huizen|buitengebied|bedrijventerrein|industrieterrein|landelijk gebied|\d"
)
_TAIL = re.compile(r"\s*(?:\((?:gedeeltelijk|dorp|kern|gem\. .*)\)|e\.o\.?| en omgeving| e\.o)$", re.IGNORECASE)
_ENDINGS = ("buurt", "kwartier", "wijk")


@dataclass(frozen=True, slots=True)
class Place:
    """An area of the register.

    Parameters
    ----------
    code
        CBS code; empty for a town that the register of areas does not name.
    name
        Its own name.
    """

    code: str
    name: str

    @property
    def level(self) -> str:
        """Which sort of area it is."""
        return LEVELS.get(self.code[:2], "place")

    @property
    def municipality(self) -> str:
        """Code of the municipality that it lies in; empty where unknown."""
        return f"GM{self.code[2:6]}" if self.code else ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Areas by their folded names.

    Parameters
    ----------
    whole
        By full name or other name.
    parts
        By a part of a name ("Vrederust" of Bouwlust en Vrederust, "Valkenbos" of Valkenboskwartier), which only counts
        in a municipality that the text speaks of.
    longest
        Words of the longest name.
    """

    whole: Mapping[str, tuple[Place, ...]]
    parts: Mapping[str, tuple[Place, ...]]
    longest: int = 6

    def named(self, text: str) -> tuple[Place, ...]:
        """Return the areas with a name."""
        return self.whole.get(fold(text), ())

    def with_part(self, text: str) -> tuple[Place, ...]:
        """Return the areas of whose name this is a part."""
        return self.parts.get(fold(text), ())


@cache
def load_gazetteer() -> Gazetteer:
    """Return all areas of the country.

    Notes
    -----
    A quarter of a second, once a process.
    """
    whole: dict[str, dict[Place, None]] = defaultdict(dict)
    parts: dict[str, dict[Place, None]] = defaultdict(dict)
    empty = frozenset(words("areas")["not_areas"])
    for area in read_register():
        place = Place(area.code, area.name)
        for name in (area.name, *area.aliases):
            for key in _spellings(name):
                if key and not _EMPTY.search(key):
                    whole[key][place] = None
        for part in _parts(place):
            if part not in empty and len(part) > 3:
                parts[part][place] = None
    for name in (*load_lexicon().places, *(one.lower() for one in words("areas")["provinces"])):
        if fold(name) not in whole:
            whole[fold(name)][Place("", name.title())] = None
    return Gazetteer({key: tuple(one) for key, one in whole.items()}, {key: tuple(one) for key, one in parts.items()})


def _spellings(name: str) -> Iterable[str]:
    bare = re.sub(r"^(?:Stadsdeel|Buurt|Dorp|Kern) (?=[A-Z])", "", _TAIL.sub("", name).strip())
    return dict.fromkeys((fold(bare), fold(bare.replace("/", " en ")), fold(bare.replace(",", ""))))


def _parts(place: Place) -> Iterator[str]:
    """Yield the parts of a name that people use for the whole: beside "en", before "-buurt", without "Noord"."""
    if place.code[:2] not in ("WK", "BU"):
        return
    bare = fold(_TAIL.sub("", place.name).replace("/", " en ").replace(",", " en "))
    pieces = [piece.strip() for piece in re.split(r"\ben\b", bare)]
    for piece in pieces if len(pieces) > 1 else []:
        yield piece
    for direction in words("areas")["directions"]:
        for stem in (bare.removesuffix(f" {direction}"), bare.removeprefix(f"{direction} ")):
            if stem != bare:
                yield stem
    for piece in (bare, *pieces):
        for ending in _ENDINGS:
            stem = piece.removesuffix(ending).strip()
            if stem != piece and len(stem) > 4:
                yield stem
                yield stem.removesuffix("s") if stem.endswith("es") else stem
