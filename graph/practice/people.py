"""People: who is involved where, in which role. Some hold two initiatives together; a few have a public role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.practice.draws import Draws
from graph.practice.initiatives import Initiatives
from graph.practice.names import Names
from graph.practice.organisations import Organisations
from graph.practice.vocabulary import read_words

PEOPLE_AN_INITIATIVE = 0.42
_SECOND = 0.25  # how many of them are in a second initiative near the first
_THIRD = 0.04
_STAFF = 0.45  # people an organisation


@dataclass(frozen=True, slots=True)
class People:
    """Who is involved where.

    Parameters
    ----------
    names
        A name for each person; private unless in ``public``.
    involved
        Triples of person, initiative, role.
    employed
        Triples of person, organisation, role.
    public
        Triples of name, organisation, public role; these people are not among ``names``.
    """

    names: list[str]
    involved: list[tuple[int, int, str]]
    employed: list[tuple[int, int, str]]
    public: list[tuple[str, int, str]]

    def bridges(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of initiatives that share a person.

        Raises
        ------
        Nothing.
        """
        of_person: dict[int, list[int]] = {}
        for person, initiative, _ in self.involved:
            of_person.setdefault(person, []).append(initiative)
        for several in of_person.values():
            yield from ((one, other) for place, one in enumerate(several) for other in several[:place])

    def contacts(self) -> dict[int, int]:
        """Return for each initiative that has one its first person.

        Raises
        ------
        Nothing.
        """
        return {initiative: person for person, initiative, _ in reversed(self.involved)}


def draw_people(
    initiatives: Initiatives, organisations: Organisations, near: list[list[int]], names: Names, *, seed: int
) -> People:
    """Return the people of the city.

    Parameters
    ----------
    initiatives, organisations
        Where they may be involved.
    near
        For each district the initiatives in it and around it.
    names
        The names that are taken; these are added.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear: a second initiative is drawn from those near the first.
    """
    draws = Draws(seed, "people")
    roles = read_words("people")["roles"]
    involved = []
    count = round(len(initiatives) * PEOPLE_AN_INITIATIVE)
    for person, first in enumerate(draws.order(len(initiatives))[:count].tolist()):
        mine = [first]
        beside = near[int(initiatives.districts[first])]
        if draws.chance(_SECOND):
            mine += [draws.pick(beside) for _ in range(2 if draws.chance(_THIRD / _SECOND) else 1)]
        involved += [(person, initiative, draws.pick(roles)) for initiative in dict.fromkeys(mine)]
    employed = _staff(organisations, count, draws)
    people = count + len(employed)
    return People(
        names=[names.take(_full_names(draws)) for _ in range(people)],
        involved=involved,
        employed=employed,
        public=[(names.take(_full_names(draws)), at, role) for at, role in _public_roles(organisations)],
    )


def _staff(organisations: Organisations, first: int, draws: Draws) -> list[tuple[int, int, str]]:
    words = read_words("people")["staff"]
    chosen = [place for place in range(len(organisations)) if draws.chance(_STAFF)]
    return [
        (first + place, at, draws.pick(words.get(organisations.entries[at].sector, words["*"])))
        for place, at in enumerate(chosen)
    ]


def _public_roles(organisations: Organisations) -> Iterator[tuple[int, str]]:
    words = read_words("people")
    places = {entry.name: place for place, entry in enumerate(organisations.entries)}
    for entry in words["public"]:
        if entry["at"] in places:
            yield places[entry["at"]], entry["role"]
    for place, organisation in enumerate(organisations.entries):
        if organisation.name.startswith(words["chair"]["begins"]):
            yield place, words["chair"]["role"]


def _full_names(draws: Draws) -> Iterator[str]:
    """Yield names; later ones carry a second surname, so that they never run out."""
    words = read_words("people")
    for attempt in range(12):
        surname = _surname(words, draws)
        if attempt >= 8:
            surname = f"{surname}-{_surname(words, draws)}"
        yield f"{draws.pick(words['first'])} {surname}"


def _surname(words: dict[str, list[str]], draws: Draws) -> str:
    if draws.chance(0.25):
        return draws.pick(words["common"])
    return draws.pick(words["beginnings"]) + draws.pick(words["endings"])
