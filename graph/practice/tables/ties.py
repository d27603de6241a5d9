"""The lists of ties: who works with whom according to two rounds, who supports whom, and what is on paper."""

from __future__ import annotations

from graph.practice.acquaintance import needs_met
from graph.practice.city import City
from graph.practice.draws import Draws
from graph.practice.partnerships import ACTIVE, STATUSES, TALKING
from graph.practice.tables.table import Table, dutch_date, joined
from graph.practice.vocabulary import names_in, read_words, topics

_WITH_NOTE = 0.75
_STILL_TALKING = 0.4  # how often what is active in 2025 was only talked about in 2024


def scan_table(city: City) -> Table:
    """Return the partnerships that the network scan of 2025 found.

    Raises
    ------
    Nothing.
    """
    draws, ties, rows = Draws(city.seed, "scan"), city.partnerships, []
    met = needs_met(city.initiatives, ties.pairs).tolist()
    for place, pair in enumerate(ties.pairs.tolist()):
        form, note = _form(met[place], ties.reasons_of(place), int(ties.statuses[place]), draws)
        first, second = pair if draws.chance(0.5) else pair[::-1]
        if city.lists.scanned[place]:
            status, since = STATUSES[int(ties.statuses[place])], str(int(ties.since[place]))
            note = note if draws.chance(_WITH_NOTE) else ""
            rows.append((city.names[first], city.names[second], status, form, since, note))
    header = ("Initiatief", "Werkt samen met", "Stand", "Vorm", "Sinds", "Waarover")
    rows = [rows[place] for place in draws.order(len(rows))]
    return Table("11-netwerkscan-2025", header, rows, from_excel=True)


def _form(met: int, reasons: list[str], status: int, draws: Draws) -> tuple[str, str]:
    """Return how two work together and what about, as the reason for it suggests."""
    words = read_words("partnerships")
    useful = names_in(met, topics().capabilities)
    if "shared_person" in reasons and draws.chance(0.5):
        return "van elkaar leren", draws.pick(words["person"])
    if useful and status != TALKING:
        name = draws.pick(useful)
        form = words["by_capability"].get(name) or draws.pick(("van elkaar leren", "samen een activiteit doen"))
        return form, draws.pick(topics().capabilities[name].tie)
    form = "kennismaken" if status == TALKING else draws.pick(list(words["forms"])[1:])
    return form, draws.pick(words["forms"][form])


def talks_table(city: City) -> Table:
    """Return the partnerships that came up in the neighbourhood talks of 2024.

    Raises
    ------
    Nothing.
    """
    draws, ties, rows = Draws(city.seed, "talks"), city.partnerships, []
    for place, pair in enumerate(ties.pairs.tolist()):
        first, second = pair if draws.chance(0.5) else pair[::-1]
        younger = ties.statuses[place] == ACTIVE and draws.chance(_STILL_TALKING)
        how_far = "ze praten erover" if younger else _HOW_FAR[int(ties.statuses[place])]
        if city.lists.talked[place]:
            rows.append((city.names[first], city.names[second], how_far, str(int(ties.since[place]))))
    rows = [rows[place] for place in draws.order(len(rows))]
    return Table("12-wijkgesprekken-2024", ("Initiatief A", "Initiatief B", "Hoe ver", "Vanaf"), rows)


_HOW_FAR = ("ze praten erover", "van plan", "werkt samen", "gestopt")  # the words of the talks for each status


def support_table(city: City) -> Table:
    """Return which organisations support which initiatives.

    Raises
    ------
    Nothing.
    """
    rows = [
        (
            city.organisations.entries[each.organisation].name,
            city.names[each.initiative],
            each.how,
            str(each.since),
            each.note,
        )
        for each in city.organisations.support
    ]
    return Table("13-ondersteuning-2025", ("Organisatie", "Initiatief", "Hoe", "Sinds", "Toelichting"), rows)


def agreements_table(city: City) -> Table:
    """Return the letters of intent and contracts with their parties.

    Raises
    ------
    Nothing.
    """
    rows = [
        (
            each.name,
            each.kind,
            "getekend" if each.signed else "gepland",
            "" if each.signed else dutch_date(each.day),
            dutch_date(each.day) if each.signed else "",
            joined(city.names[place] for place in each.initiatives),
            joined(city.organisations.entries[place].name for place in each.organisations),
        )
        for each in city.agreements
    ]
    header = ("Afspraak", "Soort", "Stand", "Gepland voor", "Getekend op", "Initiatieven", "Organisaties")
    return Table("14-overeenkomsten", header, rows, from_excel=True)
