"""From what an answer says to facts with the place in a source that says so, read in batches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.claims import PEOPLE
from graph.schema.values import PartialDate
from graph.schema.words import Words
from graph.store.answers import Statement
from graph.store.base import View
from graph.store.citing import Citation, Sources
from graph.suggestions.advice_types import Fact
from graph.suggestions.forms import STALE_YEARS

BATCH = 500
"""Things whose statements are asked for at once."""

NETWORK = Citation(None, "")
"""Cites what follows from the network as it stands."""

_UNSURE = Words("Dat is nog niet zeker.", "That is not certain yet.")
_OLD = Words("Dat zei een bron uit {year}.", "A source of {year} says so.")


@dataclass(frozen=True, slots=True)
class Saying:
    """A fact before it is cited.

    Parameters
    ----------
    text
        The fact as a sentence.
    thing
        Id of the node or relationship that states it; empty for the network as it stands.
    property
        Which of its properties does: ``exists`` for a relationship.
    """

    text: Words
    thing: str = ""
    property: str = "exists"


class Citer:
    """Cites facts as one viewer may see them.

    Parameters
    ----------
    view
        Who looks.
    year
        The present year, to know what was said long ago.
    """

    def __init__(self, view: View, year: int) -> None:
        self._view = view
        self._year = year
        self._statements: dict[str, list[Statement]] = {}
        self._sources = [Sources(view, lang) for lang in ("nl", "en")]

    def read(self, sayings: Iterable[Saying]) -> None:
        """Read what is said of all these, in few questions: `facts` then asks nothing more."""
        self.read_nodes({one.thing for one in sayings if one.thing})

    def read_nodes(self, things: Iterable[str]) -> None:
        """Read what is said of things by id, in few questions."""
        missing = sorted(set(things) - self._statements.keys())
        for start in range(0, len(missing), BATCH):
            self._statements.update(self._view.statements(missing[start : start + BATCH]))
        ids = {one.claim.source for thing in missing for one in self._statements[thing]}
        for sources in self._sources:
            sources.load(ids)

    def facts(self, sayings: Iterable[Saying]) -> tuple[Fact, ...]:
        """Return facts with their citations; one that a source only expects says so."""
        wanted = tuple(sayings)
        self.read(wanted)
        return tuple(map(self._fact, wanted))

    def hedged(self, text: Words, sayings: Iterable[Saying]) -> Words:
        """Return a sentence that rests on facts, with a word of doubt where one is expected only, or all are old."""
        said = [best for one in sayings if one.thing and (best := self._best(one)) is not None]
        years = [PartialDate.parse(one.claim.stated_on).latest.year for one in said if one.claim.stated_on]
        hedges = [_UNSURE] if any(one.modality != "stated" for one in said) else []
        if years and self._year - max(years) >= STALE_YEARS:
            hedges.append(numbered_year(_OLD, max(years)))
        return Words(*(" ".join((text.to(lang), *(one.to(lang) for one in hedges))) for lang in ("nl", "en")))

    def stale_since(self, nodes: Iterable[str]) -> int | None:
        """Return the year of the newest source of the node that was spoken of longest ago; None where that is recent.

        What nobody dated is taken as recent: it is not known to be old.
        """
        years = []
        for node in nodes:
            dated = [one.claim.stated_on for one in self._statements.get(node, ()) if one.claim.stated_on]
            years += [max(PartialDate.parse(on).latest.year for on in dated)] if dated else []
        return min(years) if years and self._year - min(years) >= STALE_YEARS else None

    def _fact(self, saying: Saying) -> Fact:
        best = self._best(saying)
        nl, en = (sources.cite(best) if best else NETWORK for sources in self._sources)
        unsure = best is not None and best.modality != "stated"
        text = Words(f"{saying.text.nl} {_UNSURE.nl}", f"{saying.text.en} {_UNSURE.en}") if unsure else saying.text
        return Fact(text, saying.thing, nl, en)

    def _best(self, saying: Saying) -> Statement | None:
        said = [one for one in self._statements.get(saying.thing, ()) if one.counts]
        said = [one for one in said if one.claim.property == saying.property] or said
        said = [one for one in said if one.claim.source != PEOPLE] or said
        return min(said, key=_best_place) if said else None


def numbered_year(words: Words, year: int) -> Words:
    """Return a wording with a year in it."""
    return Words(words.nl.format(year=year), words.en.format(year=year))


def _best_place(statement: Statement) -> tuple[bool, str]:
    """Rank statements: with a place in the source first, then newest."""
    newest = "".join(chr(0x10FFFF - ord(character)) for character in statement.claim.stated_on or "")
    return not statement.places, newest
