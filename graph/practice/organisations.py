"""Organisations: those of the whole city, and those of a district; and which initiatives they support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.practice.areas import Areas
from graph.practice.draws import Draws
from graph.practice.initiatives import ENDED, IDEA, LAST_YEAR, Initiatives
from graph.practice.names import Names, candidates
from graph.practice.vocabulary import names_in, read_words, topics
from graph.practice.wording import Place, Slots

ORGANISATIONS_AN_INITIATIVE = 0.2
_SUPPORTED = (40, 36, 18, 6)  # how common no, one, two, three supporters are
_FITTING = 0.7  # how often support goes to an initiative whose theme is the organisation's own


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation.

    Parameters
    ----------
    name, sector, does
        Its name, its sector in a Dutch word, and a sentence on what it does.
    themes, offers
        Topics.
    how
        Ways in which it gives support, in Dutch words.
    district
        Index of its district; None when it is there for the whole city.
    seeks
        Activities that it wants others to do for it.
    """

    name: str
    sector: str
    does: str
    themes: list[str]
    offers: list[str]
    how: list[str]
    district: int | None = None
    seeks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """That an organisation (index) supports an initiative (index): how, since which year, and a remark."""

    organisation: int
    initiative: int
    how: str
    since: int
    note: str


@dataclass(frozen=True, slots=True)
class Organisations:
    """The organisations, and the support they give."""

    entries: list[Organisation]
    support: list[Support]

    def __len__(self) -> int:
        return len(self.entries)

    def of_district(self) -> dict[int | None, list[int]]:
        """Return the organisations of each district, and under None those of the whole city.

        Raises
        ------
        Nothing.
        """
        found: dict[int | None, list[int]] = {None: []}
        for place, entry in enumerate(self.entries):
            found.setdefault(entry.district, []).append(place)
        return found


def draw_organisations(initiatives: Initiatives, areas: Areas, names: Names, seed: int) -> Organisations:
    """Return the organisations of the city with the support they give.

    Parameters
    ----------
    initiatives, areas
        Whom they support, and where they are.
    names
        The names that are taken; these are added.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear. A small city has only the organisations without which none can be.
    """
    draws = Draws(seed, "organisations")
    count = max(4, round(len(initiatives) * ORGANISATIONS_AN_INITIATIVE))
    entries = [Organisation(**entry) for entry in read_words("organisations")["city"][:count]]
    for organisation in entries:
        names.take([organisation.name])
    entries += [_local(number, areas, names, draws) for number in range(count - len(entries))]
    return Organisations(entries, _draw_support(Organisations(entries, []), initiatives, draws))


def _local(number: int, areas: Areas, names: Names, draws: Draws) -> Organisation:
    """Make the next organisation: every district gets its first kind before any gets its second."""
    patterns = read_words("organisations")["local"]
    round_, district = divmod(number, len(areas.districts))
    pattern = patterns[(round_ + district) % len(patterns)]
    place = Place.of(areas, district)
    return Organisation(
        name=names.take(candidates(pattern["names"], pattern.get("nicknames", ()), place, draws)),
        sector=pattern["sector"],
        does=Slots(place, draws).fill(draws.pick(pattern["does"])),
        themes=pattern["themes"],
        offers=pattern["offers"],
        how=pattern["how"],
        district=district,
    )


def _draw_support(organisations: Organisations, initiatives: Initiatives, draws: Draws) -> list[Support]:
    at, notes = organisations.of_district(), read_words("organisations")["support_notes"]
    found = []
    how_many = draws.weighted(len(initiatives), _SUPPORTED).tolist()
    for place, (count, phase) in enumerate(zip(how_many, initiatives.phases.tolist(), strict=True)):
        choice = at[None] + at.get(int(initiatives.districts[place]), []) * 4  # the own district's are nearer
        themes = set(names_in(int(initiatives.themes[place]), topics().themes))
        fitting = [each for each in choice if themes & set(organisations.entries[each].themes)] or choice
        chosen = {draws.pick(fitting if draws.chance(_FITTING) else choice) for _ in range(count)}
        for each in sorted(chosen) if phase not in (IDEA, ENDED) else []:
            how = draws.pick(organisations.entries[each].how)
            since = max(int(initiatives.began[place]), 2016) + draws.below(4)
            found.append(Support(each, place, how, min(since, LAST_YEAR), draws.pick(notes[how])))
    return found
