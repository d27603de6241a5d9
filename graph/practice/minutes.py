"""Minutes of the meetings of the city as different people write them: in Markdown, or as plain text.

Every outcome stands in them word for word, so that who reads minutes can be measured on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.practice.city import City
from graph.practice.draws import Draws
from graph.practice.meetings import Meeting, day_in_words
from graph.practice.outcomes import Outcome

MOST_MINUTES = 12
"""Meetings of which there are minutes: enough to practise on, in a city of any size."""

KINDS: Mapping[str, str] = {
    "besluit": "decision", "actie": "action", "toezegging": "commitment", "inzicht": "insight", "advies": "advice",
    "vraag": "question", "hypothese": "hypothesis", "spanning": "tension", "oplossing": "solution",
}  # fmt: skip
"""Kinds of outcome, in the words of the lists and as codes of the model."""

_LEAD: Mapping[str, str] = {"besluit": "Besloten: ", "toezegging": "Toegezegd: ", "spanning": "Dit wringt nog: ",
                            "inzicht": "Wat we leerden: "}  # fmt: skip
_TO_DO = ("actie", "toezegging")
_HEARD = 5  # initiatives that tell how they are


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting.

    Parameters
    ----------
    name
        Name of the file, with its ending.
    text
        What stands in it.
    truth
        What it tells: meetings, initiatives, organisations, people, areas, and outcomes with their passages.
    """

    name: str
    text: str
    truth: dict[str, object]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the minutes of one meeting tell."""

    meeting: Meeting
    outcomes: Sequence[Outcome]
    present: Sequence[tuple[str, str]]
    heard: Sequence[tuple[str, str]]
    area: str


def write_minutes(city: City) -> list[Minutes]:
    """Return the minutes of the first meetings that brought something forth, by turns in each of two forms.

    Raises
    ------
    Nothing.
    """
    draws = Draws(city.seed, "minutes")
    of_meeting: dict[int, list[Outcome]] = {}
    for outcome in city.outcomes:
        of_meeting.setdefault(outcome.meeting, []).append(outcome)
    chosen = list(of_meeting)[:MOST_MINUTES]
    return [_minutes(city, number, of_meeting[place], draws) for number, place in enumerate(chosen, 1)]


def _minutes(city: City, number: int, outcomes: Sequence[Outcome], draws: Draws) -> Minutes:
    meeting = city.meetings[outcomes[0].meeting]
    contacts = city.people.contacts()
    present = [(city.people.names[contacts[at]], city.names[at]) for at in meeting.initiatives if at in contacts]
    heard = [(city.names[at], city.summaries[at]) for at in draws.some(meeting.initiatives, _HEARD)]
    area = "" if meeting.district is None else city.areas.districts[meeting.district]
    told = _Told(meeting, outcomes, present, heard, area)
    lines, ending = (_markdown(told, city), "md") if number % 2 else (_plain(told, city), "txt")
    name = f"verslag-{number:02}.{ending}"
    return Minutes(name, "\n".join(lines) + "\n", _truth(told, city))


def _markdown(told: _Told, city: City) -> Iterator[str]:
    meeting = told.meeting
    yield from (f"# Verslag {meeting.name}", "")
    yield from (f"**Datum:** {day_in_words(meeting.held_on)}  ", f"**Plaats:** {meeting.venue}  ")
    yield from (f"**Aanwezig:** {_present(told)}", "", "## Opening", "", _opening(told), "")
    yield from ("## Rondje", "", *(f"- **{name}** – {summary}" for name, summary in told.heard), "")
    yield from ("## Wat er is besproken", "")
    for outcome in told.outcomes:
        yield from (_LEAD.get(outcome.kind, "") + outcome.text, "")
    to_do = [outcome for outcome in told.outcomes if outcome.kind in _TO_DO]
    if to_do:
        yield from ("## Actielijst", "", "| wie | wat | klaar voor |", "| --- | --- | --- |")
        yield from (f"| {_who(outcome, city)} | {outcome.text} | {_due(outcome)} |" for outcome in to_do)


def _plain(told: _Told, city: City) -> Iterator[str]:
    meeting = told.meeting
    title = f"VERSLAG {meeting.name.upper()}"
    yield from (title, "=" * len(title), "", f"Datum\t: {meeting.held_on:%d-%m-%Y}", f"Locatie\t: {meeting.venue}")
    yield from (f"Aanwezig\t: {_present(told)}", "", "1. Opening", _opening(told), "", "2. Rondje")
    yield from (f"- {name}: {summary}" for name, summary in told.heard)
    yield from ("", "3. Besproken")
    yield from (f"- {_LEAD.get(outcome.kind, '')}{outcome.text}" for outcome in told.outcomes)
    to_do = [outcome for outcome in told.outcomes if outcome.kind in _TO_DO]
    if to_do:
        yield from ("", "4. Actiepunten")
        yield from (f"   {number}) {outcome.text} ({_who(outcome, city)}, {_due(outcome)})"
                    for number, outcome in enumerate(to_do, 1))  # fmt: skip


def _present(told: _Told) -> str:
    named = ", ".join(f"{person} ({initiative})" for person, initiative in told.present)
    count = f"{told.meeting.people} mensen"
    return f"{count}, onder wie {named}" if named else count


def _opening(told: _Told) -> str:
    where = f" uit {told.area}" if told.area else ""
    return f"De voorzitter heet iedereen{where} welkom. Vandaag gaat het over {told.meeting.theme}."


def _who(outcome: Outcome, city: City) -> str:
    if outcome.owner is not None:
        return city.names[outcome.owner]
    return "" if outcome.organisation is None else city.organisations.entries[outcome.organisation].name


def _due(outcome: Outcome) -> str:
    return day_in_words(outcome.due) if outcome.due else ""


def _truth(told: _Told, city: City) -> dict[str, object]:
    meeting = told.meeting
    at = {place for outcome in told.outcomes for place in (*outcome.about, outcome.owner) if place is not None}
    initiatives = (
        {name for name, _ in told.heard} | {name for _, name in told.present} | {city.names[one] for one in at}
    )
    bodies = {city.organisations.entries[outcome.organisation].name for outcome in told.outcomes
              if outcome.organisation is not None}  # fmt: skip
    return {
        "meetings": [{"name": meeting.name, "held_on": meeting.held_on.isoformat()}],
        "initiatives": sorted(initiatives),
        "organisations": sorted(bodies),
        "people": [{"name": person, "organisation": name} for person, name in told.present],
        "areas": [told.area] if told.area else [],
        "outcomes": [{"kind": KINDS[one.kind], "passage": one.text} for one in told.outcomes],
    }
