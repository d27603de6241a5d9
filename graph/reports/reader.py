"""Reads a report whole: what a site calls, and the seam where it may put a larger model of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from graph.reports.areas import AreaMention, collect_areas, find_area_mentions
from graph.reports.bodies import find_body_mentions
from graph.reports.body_names import BodyMention, merge_names
from graph.reports.bonds import find_partnerships, find_wishes
from graph.reports.dates import find_dates
from graph.reports.layout import Layout, take_apart
from graph.reports.lexicon import Lexicon, load_lexicon
from graph.reports.meetings import find_meetings
from graph.reports.outcomes import find_outcomes, owner_spans
from graph.reports.passages import around
from graph.reports.people import find_person_mentions
from graph.reports.proposals import Body, MeetingFound, OutcomeFound, Person, Proposals
from graph.reports.roles import PeopleCollector, PeopleFound
from graph.reports.texts import check_length
from graph.reports.tokens import Words, find_words, fold


class ReportReader(Protocol):
    """Whatever reads a report and proposes what it tells.

    Notes
    -----
    The seam for a site with a larger model: whatever has this method can take the place of `RulesReader`. Its passages
    must be slices of the text, and contact details must stay out.
    """

    def read(self, text: str) -> Proposals:
        """Return what a report proposes."""
        ...


@dataclass(frozen=True, slots=True)
class RulesReader:
    """Reads with lists and grammar alone; needs no model and no network.

    Parameters
    ----------
    lexicon
        The large lists; those of this machine unless given.
    today
        The day of reading, for a weekday without a year.
    """

    lexicon: Lexicon | None = None
    today: date | None = None

    def read(self, text: str) -> Proposals:
        """Return what a report proposes.

        Parameters
        ----------
        text
            A whole report, plain or Markdown.

        Raises
        ------
        FileError
            It is too long.

        Notes
        -----
        About linear in the length of the text. An empty text proposes nothing.
        """
        check_length(text)
        lexicon = self.lexicon or load_lexicon()
        layout = take_apart(text)
        found = find_words(layout)
        areas = find_area_mentions(found, lexicon)
        people_mentions = find_person_mentions(found, lexicon, areas)
        body_mentions = find_body_mentions(found, lexicon, areas, people_mentions)
        people = PeopleCollector(found, lexicon, areas, body_mentions).collect(people_mentions)
        mentions = [one for one in [*body_mentions, *people.added] if one.first not in people.struck]
        bodies, named = _bodies(mentions, found, areas)
        dates = find_dates(layout, self.today)
        owners = _Owners(found, people, named)
        actors = [*named, *(found.tokens[number].start for number in people.owner_of)]
        return Proposals(
            initiatives=[one for one in bodies if one.kind == "initiative"],
            organisations=[one for one in bodies if one.kind == "organisation"],
            people=people.people,
            areas=collect_areas(areas, found),
            meetings=[owners.leading(one) for one in find_meetings(layout, dates)],
            outcomes=[owners.owning(one) for one in find_outcomes(layout, dates, actors)],
            partnerships=list(find_partnerships(layout, named)),
            wishes=list(find_wishes(layout, named)),
            kept_out=dict(layout.masked.kept_out),
            lacking=[(one.nl, one.en) for one in lexicon.lacking],
        )


def _bodies(
    mentions: list[BodyMention], found: Words, areas: list[AreaMention]
) -> tuple[list[Body], Mapping[int, str]]:
    """Return each body once, and the name of each by where it stands."""
    bodies: list[Body] = []
    named: dict[int, str] = {}
    for group in merge_names(sorted(mentions, key=lambda one: one.first)):
        best = max(group, key=lambda one: (one.certainty, -one.first))
        token = found.tokens[group[0].first]
        where = around(found.layout, token.start, found.tokens[group[0].last].end)
        spellings = dict.fromkeys(name for one in group for name in (one.name, *one.others))
        kind = Counter(one.kind for one in group if one.certainty == best.certainty).most_common(1)[0][0]
        inside = [one.text for one in areas if any(body.first <= one.first <= body.last for body in group)]
        aliases = [name for name in spellings if name != best.name]
        certainty = min(0.95, best.certainty + 0.05 * (len(group) - 1))
        bodies.append(Body(where, certainty, best.name, aliases=aliases, kind=kind, areas=list(dict.fromkeys(inside))))
        named |= {found.tokens[one.first].start: best.name for one in group}
    return bodies, dict(sorted(named.items()))


class _Owners:
    """Says whose an outcome is, and who leads a table."""

    def __init__(self, found: Words, people: PeopleFound, bodies: Mapping[int, str]) -> None:
        self._layout: Layout = found.layout
        self._people: dict[int, Person] = {found.tokens[number].start: one for number, one in people.owner_of.items()}
        self._bodies = bodies

    def owning(self, outcome: OutcomeFound) -> OutcomeFound:
        """Fill in who is to do an action or keeps a promise, and whose words an outcome are."""
        start, end = outcome.where.start, outcome.where.end
        if outcome.kind in ("action", "commitment"):
            spans = owner_spans(self._layout, start)
            if spans:
                outcome.owners = [name for span in spans for name in self._cell_names(*span)]
            else:
                sentence = self._layout.sentence_at(start)
                begin = sentence.start if sentence else start
                outcome.owners = self._names(begin, end)[:2]
        sentence = self._layout.sentence_at(start)
        if sentence is not None:
            outcome.said_by = self._speaker(sentence.block.label, start, end)
        return outcome

    def _cell_names(self, start: int, end: int) -> list[str]:
        names = self._names(start, end)
        text = self._layout.masked.text[start:end]
        return names or [one.strip() for one in re.split(r",|/|&|\ben\b", text) if one.strip()]

    def _names(self, start: int, end: int) -> list[str]:
        places = {place: one.name for place, one in self._people.items()} | dict(self._bodies)
        return list(dict.fromkeys(name for place, name in sorted(places.items()) if start <= place < end))

    def _speaker(self, label: str, start: int, end: int) -> str:
        """Return who says it: whose name is the label, or stands behind "volgens"."""
        for person in self._people.values():
            if label and label in {fold(person.name), fold(person.name).split()[0]}:
                return person.name
        text = self._layout.masked.text
        for place, person in self._people.items():
            if start <= place < end and re.search(
                r"\b(?:volgens|zegt|zei|vertelt|vindt|aldus|according to|said)\s*$",
                text[max(0, place - 14) : place],
                re.IGNORECASE,
            ):
                return person.name
        return ""

    def leading(self, meeting: MeetingFound) -> MeetingFound:
        """Fill in who leads a table: the people named in the block below its heading."""
        if meeting.part_of:
            number = next(n for n, one in enumerate(self._layout.blocks) if one.start <= meeting.where.start <= one.end)
            below = self._layout.blocks[number + 1] if number + 1 < len(self._layout.blocks) else None
            meeting.leaders = [
                one.name for place, one in self._people.items() if below and below.start <= place < below.end
            ]
        return meeting
