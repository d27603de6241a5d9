"""What is on paper: grants, letters of intent within some of the planted groups, contracts with an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graph.practice.alliances import Alliance
from graph.practice.draws import Draws
from graph.practice.initiatives import ENDED, IDEA, Initiatives
from graph.practice.meetings import TODAY
from graph.practice.names import Register
from graph.practice.organisations import Organisations
from graph.practice.partnerships import Partnerships
from graph.practice.vocabulary import names_in, read_words, topics

_GRANTED = 0.24  # how many initiatives get a grant
_ON_PAPER = 0.55  # how many groups come to a letter of intent
_CONTRACTS = 0.02  # contracts an initiative
_SIGNED = 0.65


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant: its number in the list, who gets it (index), from which scheme and giver, how much, decided when."""

    number: int
    initiative: int
    scheme: str
    giver: str
    amount: int
    decided: date
    planned: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement.

    Parameters
    ----------
    name, kind
        Its name, and its kind in a Dutch word.
    initiatives, organisations
        Indices of its parties.
    day
        When it was signed, or is to be signed.
    signed
        Whether it is signed.
    """

    name: str
    kind: str
    initiatives: list[int]
    organisations: list[int]
    day: date
    signed: bool


def draw_grants(initiatives: Initiatives, organisations: Organisations, seed: int) -> list[Grant]:
    """Return the grants of this year, in the order of their numbers.

    Parameters
    ----------
    initiatives, organisations
        Who may get one, and who is there to give it.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.
    """
    draws = Draws(seed, "grants")
    givers = {entry.name for entry in organisations.entries}
    schemes = [scheme for scheme in read_words("organisations")["schemes"] if scheme["by"] in givers]
    found: list[Grant] = []
    for place, phase in enumerate(initiatives.phases.tolist()):
        if phase in (IDEA, ENDED) or not draws.chance(_GRANTED):
            continue
        themes = set(names_in(int(initiatives.themes[place]), topics().themes))
        scheme = draws.pick([each for each in schemes if themes & set(each["for"])] or schemes)
        amount = scheme["from"] + draws.below((scheme["to"] - scheme["from"]) // 250 + 1) * 250
        decided = date(2025, 1, 6) + timedelta(days=draws.below(95))
        found.append(Grant(len(found) + 1, place, scheme["name"], scheme["by"], amount, decided, draws.chance(0.1)))
    return found


def draw_agreements(
    alliances: list[Alliance],
    organisations: Organisations,
    partnerships: Partnerships,
    register: Register,
    *,
    seed: int,
) -> list[Agreement]:
    """Return the letters of intent and contracts.

    Parameters
    ----------
    alliances
        The planted groups; a letter has only part of one as its parties.
    organisations
        Who else may sign; contracts are with those who give support.
    partnerships
        Which partnerships no file may mention: two such partners are never parties to one agreement.
    register
        The initiatives.
    seed
        Seed of the city.

    Raises
    ------
    Nothing.
    """
    draws, hidden = Draws(seed, "agreements"), partnerships.hidden()
    columns, found = register.initiatives, []
    for alliance in alliances:
        parties = _parties(alliance, hidden)
        if draws.chance(_ON_PAPER) and len(parties) > 1:
            beside = [draws.below(min(4, len(organisations)))]
            name = f"Intentieovereenkomst {alliance.name}"
            found.append(_dated(name, columns, draws, parties=parties, organisations=beside))
    for each in draws.some(organisations.support, round(_CONTRACTS * len(columns))):
        name = f"{draws.pick(('Contract', 'Convenant'))} {register.names[each.initiative]}"
        name = f"{name} en {organisations.entries[each.organisation].name}"
        ends = {"parties": [each.initiative], "organisations": [each.organisation]}
        found.append(_dated(name, columns, draws, **ends))
    return found


def _parties(alliance: Alliance, hidden: set[tuple[int, int]]) -> list[int]:
    parties: list[int] = []
    for member in sorted(alliance.members):
        if not any((other, member) in hidden for other in parties):
            parties.append(member)
    return parties


def _dated(
    name: str, initiatives: Initiatives, draws: Draws, *, parties: list[int], organisations: list[int]
) -> Agreement:
    """Date an agreement after all its parties began, or next year; its kind is the first word of its name."""
    years, months = initiatives.began[parties], initiatives.months[parties]
    began = max(date(max(year, 2022), month, 28) for year, month in zip(years.tolist(), months.tolist(), strict=True))
    since = (TODAY - began).days
    signed = since > 0 and draws.chance(_SIGNED)
    day = began + timedelta(days=1 + draws.below(since)) if signed else TODAY + timedelta(days=45 + draws.below(140))
    return Agreement(name, name.split(maxsplit=1)[0].lower(), parties, organisations, day, signed)
