"""Names: each given once, with the spellings under which a second list knows some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.practice.areas import Areas
from graph.practice.draws import Draws
from graph.practice.initiatives import Initiatives
from graph.practice.wording import Place, Slots
from graph.schema.words import normalise

_MISTYPED = 0.3  # of the other spellings; where there is no other way, all


class Names:
    """Hands out names, none twice; two names that differ only in capitals, accents or punctuation count as one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, candidates: Iterable[str]) -> str:
        """Return the first candidate that is still free; where none is, the last one with a number behind it.

        Raises
        ------
        ValueError
            There is no candidate.
        """
        name = ""
        for name in candidates:
            if self._take(name):
                return name
        if not name:
            raise ValueError("A name needs at least one candidate.")
        number = 2
        while not self._take(f"{name} {number}"):
            number += 1
        return f"{name} {number}"

    def is_free(self, name: str) -> bool:
        """Tell whether nobody has the name.

        Raises
        ------
        Nothing.
        """
        return normalise(name) not in self._taken

    def _take(self, name: str) -> bool:
        key = normalise(name)
        if key in self._taken:
            return False
        self._taken.add(key)
        return True


def candidates(patterns: Sequence[str], nicknames: Sequence[str], place: Place, draws: Draws) -> Iterator[str]:
    """Yield names by these patterns, first plain ones, then ever more precise about where it is.

    Parameters
    ----------
    patterns, nicknames
        At least one pattern; nicknames where a pattern asks for one.
    place
        Where it is.
    draws
        Chance.

    Raises
    ------
    Nothing.
    """
    for _ in range(3):
        for pattern in draws.some(patterns, len(patterns)):
            yield Slots(place, draws, nicknames).fill(pattern)
    for pattern in draws.some(patterns, len(patterns)):
        slots = Slots(place, draws, nicknames)
        name = slots.fill(pattern)
        if place.district not in name:
            yield f"{name} {place.district}"
        yield name.replace(place.district, place.neighbourhood)
        yield f"{name} {slots['straat']}"


@dataclass(frozen=True, slots=True)
class Register:
    """The initiatives with their names, and the ground that they are on."""

    initiatives: Initiatives
    areas: Areas
    names: list[str]

    def place_of(self, initiative: int) -> Place:
        """Return where one of them is.

        Raises
        ------
        Nothing.
        """
        neighbourhood = int(self.initiatives.neighbourhoods[initiative])
        return Place.of(self.areas, int(self.initiatives.districts[initiative]), neighbourhood)


def name_initiatives(initiatives: Initiatives, areas: Areas, names: Names, seed: int) -> Register:
    """Return the initiatives with a name for each, that fits what it is and where.

    Parameters
    ----------
    initiatives, areas
        What is to be named, and where it is.
    names
        The names that are taken; these are added.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.
    """
    draws = Draws(seed, "names")
    register = Register(initiatives, areas, [])
    for place in range(len(initiatives)):
        type_ = initiatives.type_of(place)
        patterns = candidates(type_.names, type_.nicknames, register.place_of(place), draws)
        register.names.append(names.take(patterns))
    return register


def other_spelling(name: str, form: str, place: Place, draws: Draws) -> Iterator[str]:
    """Yield ways in which a second list could spell a name, each another one to a program that compares.

    Parameters
    ----------
    name
        The name.
    form
        Code of the legal form.
    place
        Where it is.
    draws
        Chance.

    Raises
    ------
    Nothing.
    """
    ways = [_with_form(name, form), _without_article(name), _turned(name)]
    ways += [name if place.district in name else f"{name} {place.district}"]
    ways += [name.replace(f" {place.district}", f" in {place.spoken}") if " in " not in name else name]
    ways = draws.some(ways, len(ways))
    ways.insert(0 if draws.chance(_MISTYPED) else len(ways), _with_typing_error(name, draws))
    for way in ways:
        if normalise(way) != normalise(name):
            yield way


def _with_form(name: str, form: str) -> str:
    before = {"foundation": "Stichting ", "association": "Vereniging "}.get(form, "")
    behind = {"cooperative": " U.A.", "company": " B.V."}.get(form, "")
    repeated = "vereniging" in name.lower() and form == "association"
    return name if repeated else before + name + behind


def _without_article(name: str) -> str:
    first, *rest = name.split(" ")
    return " ".join([first, *(word for word in rest if word not in ("De", "Het", "de", "het"))])


def _with_typing_error(name: str, draws: Draws) -> str:
    """Leave a letter out of the longest word, or swap two, as a quick typist does."""
    word = max(name.split(" "), key=len)
    place = 1 + draws.below(max(1, len(word) - 3))
    swapped = word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]
    wrong = word[:place] + word[place + 1 :] if draws.chance(0.5) else swapped
    return name.replace(word, wrong, 1) if len(word) > 4 else name


def _turned(name: str) -> str:
    """Put the own name first and the sort of thing behind it, as card indexes did."""
    first, _, rest = name.partition(" ")
    return f"{rest} ({first.lower()})" if rest.startswith(("De ", "Het ")) else name
