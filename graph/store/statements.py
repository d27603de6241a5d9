"""Live claims as a viewer may see them, ranked: the same for every engine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from graph.claims import MOST_PLACES, Attested, Book, Claim, in_reading_order, modality_of, property_key
from graph.consolidation import Consolidator, Reading
from graph.schema.declaration import Level
from graph.store.answers import Page, Statement


def statements_of(books: Sequence[Book], reading: Reading, consolidator: Consolidator, level: Level) -> list[Statement]:
    """Return what is claimed about one thing, by property, the statement that counts first.

    Parameters
    ----------
    books
        Claims of all ids that are this one thing.
    reading
        What the level reads of it.
    consolidator
        Knows the loads, and the day.
    level
        Whose statements.
    """
    groups: dict[str, list[tuple[Claim, Attested]]] = {}
    for entry in consolidator.visible(books, level):
        groups.setdefault(property_key(entry[0]), []).append(entry)
    found: list[Statement] = []
    for name in sorted(groups):
        found += _ranked(name, consolidator.ranked(groups[name]), reading)
    return found


def page_of_source(
    things: Sequence[str],
    sources: Collection[str],
    statements: Callable[[Sequence[str]], Mapping[str, Sequence[Statement]]],
    *,
    first: int,
) -> Page[Statement]:
    """Return what a source says of things, in their order; a page of at least ``first`` ends at the end of a thing.

    Parameters
    ----------
    things
        Ids that it may speak of.
    sources
        Ids that are this one source.
    statements
        Returns the statements about some things that the viewer sees, by thing.
    first
        Statements to a page, and things to a question.
    """
    found: list[Statement] = []
    for start in range(0, len(things), first):
        part = things[start : start + first]
        stated = statements(part)
        for id_ in part:
            said = [one for one in stated[id_] if one.claim.source in sources and one.claim.thing == id_]
            if said and len(found) >= first:
                return Page(tuple(found), more=True)
            found += said
    return Page(tuple(found))


def _ranked(name: str, entries: Iterable[tuple[Claim, Attested]], reading: Reading) -> list[Statement]:
    value = reading.values.get(name)
    values = value if isinstance(value, tuple) else (value,)
    statements = [
        _statement(claim, attested, not claim.denied and claim.value in values) for claim, attested in entries
    ]
    statements.sort(key=lambda statement: not statement.counts)  # stable: within both, the ranking stays
    return statements


def _statement(claim: Claim, attested: Attested, counts: bool) -> Statement:
    places = in_reading_order(place for one in attested.by.values() for place in one.places)
    total = max(len(places), *(one.total for one in attested.by.values()))
    return Statement(
        claim, modality_of(attested), tuple(places[:MOST_PLACES]), total, counts, tuple(sorted(attested.by))
    )
