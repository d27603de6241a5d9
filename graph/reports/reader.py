"""Reads a report whole: what a site calls, and the seam where it may put a larger model of its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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
from graph.reports.outcomes import columns_of_owners, find_outcomes
from graph.reports.passages import around
from graph.reports.people import find_person_mentions
from graph.reports.proposals import Body, MeetingFound, OutcomeFound, Proposals
from graph.reports.report_text import check_length
from graph.reports.roles import PeopleCollector, PeopleFound
from graph.reports.tokens import Words, find_words, fold

_SAYS = re.compile(r"\b(?:volgens|zegt|zei|vertelt|vindt|aldus|according to|said)\s{0,3}$", re.IGNORECASE)


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
        check_length(len(text))
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
        persons = {found.tokens[number].start: one.name for number, one in people.owner_of.items()}
        self._persons = dict(sorted(persons.items()))
        self._named = dict(sorted({**bodies, **persons}.items()))
        self._places = list(self._named)
        self._labels = {
            label: one.name for one in people.people for label in (fold(one.name), fold(one.name).split()[0])
        }
        self._cells = columns_of_owners(found.layout)

    def owning(self, outcome: OutcomeFound) -> OutcomeFound:
        """Fill in who is to do an action or keeps a promise, and whose words an outcome are."""
        start, end = outcome.where.start, outcome.where.end
        sentence = self._layout.sentence_at(start)
        if sentence is None:
            return outcome
        if outcome.kind in ("action", "commitment"):
            spans = self._cells.get(sentence.block.row, [])
            names = [name for span in spans for name in self._cell_names(*span)]
            outcome.owners = names or self._names(sentence.start, end)[:2]
        outcome.said_by = self._labels.get(sentence.block.label, "") or self._speaker(start, end)
        return outcome

    def _cell_names(self, start: int, end: int) -> list[str]:
        text = self._layout.masked.text[start:end]
        return self._names(start, end) or [one.strip() for one in re.split(r",|/|&|\ben\b", text) if one.strip()]

    def _inside(self, start: int, end: int) -> list[int]:
        return self._places[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def _names(self, start: int, end: int) -> list[str]:
        return list(dict.fromkeys(self._named[place] for place in self._inside(start, end)))

    def _speaker(self, start: int, end: int) -> str:
        """Return who stands behind "volgens" or a verb of saying."""
        text = self._layout.masked.text
        for place in self._inside(start, end):
            if place in self._persons and _SAYS.search(text[max(0, place - 14) : place]):
                return self._persons[place]
        return ""

    def leading(self, meeting: MeetingFound) -> MeetingFound:
        """Fill in who leads a table: the people named in the block below its heading."""
        blocks = self._layout.blocks
        below = bisect_right(blocks, meeting.where.start, key=lambda one: one.start)
        if meeting.part_of and below < len(blocks):
            places = self._inside(blocks[below].start, blocks[below].end)
            meeting.leaders = list(dict.fromkeys(self._persons[one] for one in places if one in self._persons))
        return meeting
