"""How live claims become the values that one reads: by the rule of each property, for one level, as of a day.

What a reader sees is a function of the live claims only, never of the order in which they came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from graph.claims import PEOPLE, RECORDED, Attested, Book, Claim, LoadFacts, Modality, modality_of, property_key
from graph.schema.declaration import Level, Property, Rule
from graph.schema.values import PartialDate, Value


@dataclass(frozen=True, slots=True)
class Reading:
    """What one level reads of a thing: consolidated values, without the claims behind them.

    Parameters
    ----------
    values
        By property; a tuple for properties of rule union. A text in another language than Dutch stands under
        ``property@language``.
    none
        Properties (or relationship types) of which a source says that there is none.
    disputed
        Properties on which live statements differ.
    modalities
        How the statement that counts was meant, where it is not simply stated.
    sources
        Ids of the sources that speak of it, sorted.
    """

    values: Mapping[str, Value | tuple[Value, ...]]
    none: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    modalities: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@lru_cache(maxsize=65_536)
def _days(stated_on: str | None) -> tuple[str, str]:
    """Last and first day of a stored date as ISO texts, empty for none, so that undated statements sort last."""
    if stated_on is None:
        return "", ""
    parsed = PartialDate.parse(stated_on)
    return parsed.latest.isoformat(), parsed.earliest.isoformat()


def stated_by(stated_on: str | None, day: date) -> bool:
    """Whether a stored date had passed by the end of a day; a date without a day passes at its end."""
    return stated_on is not None and _days(stated_on)[0] <= day.isoformat()


Order = tuple[bool, str, str, str, str, bool, str, str, str]
Entry = tuple[Claim, Attested]


class Consolidator:
    """Turns the claims of a thing into what a level reads.

    Parameters
    ----------
    loads
        Facts of every load that attests one of the claims.
    as_of
        Only what had been stated by the end of this day; None for everything. A statement without a date counts
        from the day on which it was first loaded: it had been made by then.
    """

    def __init__(self, loads: Mapping[int, LoadFacts], as_of: date | None = None) -> None:
        self._loads = loads
        self._as_of = as_of.isoformat() if as_of else None

    def visible(self, books: Iterable[Book], level: Level) -> list[Entry]:
        """Return the live claims that a level may see, with what attests them, in no order.

        Notes
        -----
        The most restrictive statement wins: a value that one source marks internal is internal, whoever else
        says it, unless a person decided. Existence alone is not restricted, because an internal list that mentions
        a known initiative must not make it vanish.
        """
        entries = [entry for book in books for entry in book.items() if entry[1].by]
        if self._as_of is not None:
            entries = [entry for entry in entries if self._stated_by_then(*entry)]
        if level is Level.INTERNAL or all(claim.level is Level.PUBLIC for claim, _ in entries):
            return entries
        hidden = self._hidden(entries)
        return [(claim, attested) for claim, attested in entries
                if claim.level is Level.PUBLIC and (claim.property, claim.value) not in hidden]  # fmt: skip

    def _stated_by_then(self, claim: Claim, attested: Attested) -> bool:
        if claim.stated_on is not None:
            return _days(claim.stated_on)[0] <= (self._as_of or "")
        return min(self._loads[load].loaded_on for load in attested.by) <= (self._as_of or "")

    def _hidden(self, entries: Iterable[Entry]) -> set[tuple[str, Value | None]]:
        decided: dict[tuple[str, Value | None], tuple[bool, str, str, bool]] = {}
        for claim, _ in entries:
            if claim.source == RECORDED:
                continue  # what came of a suggestion is recorded for colleagues, and hides no word of a public source
            if claim.property == "kind" and claim.source != PEOPLE:
                continue  # an internal list that mentions a known initiative must not make it vanish
            about = (claim.property, claim.value)
            # A person's newest word decides; without one, or on one day, internal outweighs public.
            person = claim.source == PEOPLE
            said = _days(claim.stated_on) if person else ("", "")
            rank = (person, *said, claim.level is Level.INTERNAL)
            if about not in decided or rank > decided[about]:
                decided[about] = rank
        return {about for about, (*_, internal) in decided.items() if internal}

    def order(self, entry: Entry) -> Order:
        """Return the sort key that puts the statement that counts last: people first, then newer, then fixed ties."""
        claim, attested = entry
        published = max(_days(self._loads[load].published_on)[0] for load in attested.by)
        latest, earliest = _days(claim.stated_on)
        # Level and language last: without them two claims could be equal here, and the order of loads would decide.
        person = claim.source in (PEOPLE, RECORDED)
        return (person, latest, earliest, published, claim.source, not claim.denied, str(claim.value),
                claim.level.value, claim.language or "")  # fmt: skip

    def ranked(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return entries with the statement that counts first."""
        return sorted(entries, key=self.order, reverse=True)

    def read(self, entries: Iterable[Entry], properties: Mapping[str, Property]) -> Reading:
        """Consolidate visible claims by the rule of each property.

        Parameters
        ----------
        entries
            As `visible` returns them.
        properties
            Declared properties by name. Claims of other properties are kept, and read only where they deny.
        """
        groups: dict[str, list[Entry]] = {}
        sources = set()
        for entry in entries:
            groups.setdefault(property_key(entry[0]), []).append(entry)
            sources.add(entry[0].source)
        values: dict[str, Value | tuple[Value, ...]] = {}
        none, disputed, modalities = [], [], {}
        for name, group in groups.items():
            declared = properties.get(name) or properties.get(name.partition("@")[0])
            ranked = group
            if len(group) > 1:
                ranked = self.ranked(group)
                disputed += [name] if _differ([claim for claim, _ in ranked], declared) else []
            standing = ranked if len(group) == 1 and not group[0][0].denied else list(_standing(ranked))
            if not standing or declared is None:
                denied = ranked[0][0].denied and (ranked[0][0].value is None or ranked[0][0].value is True)
                none += [name] if denied else []
                continue
            if declared.rule is Rule.UNION:
                given = {claim.value for claim, _ in standing if claim.value is not None}
                values[name] = tuple(sorted(given, key=str) if len(given) > 1 else given)
            elif standing[0][0].value is not None:
                values[name] = standing[0][0].value
            modality = modality_of(standing[0][1])
            if modality is not Modality.STATED:
                modalities[name] = modality.value
        return Reading(values, _in_order(none), _in_order(disputed), modalities, _in_order(sources))


def _in_order(found: Collection[str]) -> tuple[str, ...]:
    """Return texts sorted; most readings have none or one of each, and there are millions of readings."""
    return tuple(sorted(found)) if len(found) > 1 else tuple(found)


def other_names(ranked: Iterable[Entry]) -> set[str]:
    """Return every name that stands: stated under any name property, in any language, and not denied since.

    Parameters
    ----------
    ranked
        Claims of the properties ``name`` and ``aliases``, the one that counts first.
    """
    denied: set[Value | None] = set()
    ended: set[str] = set()
    names = set()
    for claim, _ in ranked:
        if claim.denied and claim.value is None:
            ended.add(property_key(claim))
        elif claim.denied:
            denied.add(claim.value)
        elif claim.value not in denied and property_key(claim) not in ended:
            names.add(str(claim.value))
    return names


def _standing(ranked: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the statements that no newer one denies; ``ranked`` has the one that counts first."""
    denied: set[Value | None] = set()
    for entry in ranked:
        claim = entry[0]
        if claim.denied and claim.value is None:
            return  # "there is none" ends all that is older
        if claim.denied:
            denied.add(claim.value)
        elif claim.value not in denied:
            yield entry


def _differ(claims: Iterable[Claim], declared: Property | None) -> bool:
    claims = tuple(claims)
    stated = {claim.value for claim in claims if not claim.denied}
    denied = {claim.value for claim in claims if claim.denied}
    contradicted = bool(stated & denied) or (None in denied and bool(stated))
    return contradicted or (len(stated) > 1 and (declared is None or declared.rule is Rule.NEWEST))
