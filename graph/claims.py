"""Claims, and which of them live. Third stage of the flow.

A claim is the atom that is stored: *this source says (or denies) that this property of this thing has this value*.
Its identity is its eight parts and nothing else. Where in the source it stands, how it was meant and which loads
attest it are attributes: a claim lives while one load that counts attests it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, quote

from graph.schema.declaration import Level
from graph.schema.values import Value

PEOPLE = "source/people"
"""The source of what people decided here: corrections, merges, splits, judgements. It stands above files."""

RECORDED = "source/recorded"
"""The source of what people recorded here of suggestions: talks, agreements, endings. It stands above files too, and is
internal by itself: it says what came about, and not who may know it from elsewhere."""

PASSAGE = "passage"
"""Part of a place that is no place but the source's own words there."""

MOST_PLACES = 20
"""Places in a source that a claim remembers; the others are only counted."""


class Modality(StrEnum):
    """How a statement was meant, firmest first."""

    STATED = "stated"
    PRELIMINARY = "preliminary"
    EXPECTED = "expected"
    PLANNED = "planned"


_FIRMNESS = {modality: index for index, modality in enumerate(Modality)}


class Claim(NamedTuple):
    """One source's statement about one value of one thing.

    A tuple and not a dataclass, because its identity is exactly its parts and a load makes a million of them.

    Parameters
    ----------
    thing
        Id of the node or relationship that it was stated for.
    property
        Name of the property; ``kind`` says that a node exists, ``exists`` that a relationship does. The name of a
        relationship type, denied and without a value, says that the node has no such relationship.
    value
        The value in its stored form; None only in a denial: there is none.
    source
        Id of the Source that says so.
    stated_on
        Stored form of a `PartialDate`; None when it is not known when it was said.
    level
        Who may see it.
    language
        Code of the language of a text, None where it makes no difference.
    denied
        True when the source says that it is not so.
    """

    thing: str
    property: str
    value: Value | None
    source: str
    stated_on: str | None = None
    level: Level = Level.PUBLIC
    language: str | None = None
    denied: bool = False


class Attestation(NamedTuple):
    """How one load attests a claim.

    Parameters
    ----------
    modality
        How it was meant.
    places
        The first `MOST_PLACES` places in the source, in reading order; each made by `place`.
    total
        In how many places it stands.
    """

    modality: Modality = Modality.STATED
    places: tuple[str, ...] = ()
    total: int = 0


@dataclass(slots=True)
class Attested:
    """Which loads attest a claim.

    Parameters
    ----------
    by
        Attestations that count, by number of the load.
    was
        Attestations of loads that a newer version of their source replaced. They count again when that is undone.
    """

    by: dict[int, Attestation] = field(default_factory=dict)
    was: dict[int, Attestation] = field(default_factory=dict)

    @property
    def live(self) -> bool:
        """Whether one load that counts attests the claim."""
        return bool(self.by)


Book = dict[Claim, Attested]
"""All claims of one thing with what attests them."""


class LoadFacts(NamedTuple):
    """What consolidation needs to know of a load: when its source appeared, and the day it was loaded."""

    published_on: str | None
    loaded_on: str


def place(**parts: str | int) -> str:
    """Return the stored form of a place in a source, such as ``row=12&column=Leden``.

    Parameters
    ----------
    parts
        ``sheet``, ``page``, ``paragraph``, ``row``, ``column``, ``line`` or ``key``, in reading order; then
        ``passage`` where the source's own words are kept.
    """
    return "&".join(f"{unit}={quote(str(value), safe=' ')}" for unit, value in parts.items())


def in_reading_order(places: Iterable[str]) -> list[str]:
    """Return stored places once each, in the order of the source: row 2 before row 10."""
    return sorted(set(places), key=_parts)


@lru_cache(maxsize=65_536)
def _parts(stored: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in _NUMBERS.split(stored))


_NUMBERS = re.compile(r"(\d+)")


_PLACE_WORDS = {
    "sheet": ("blad", "sheet"),
    "page": ("bladzijde", "page"),
    "paragraph": ("alinea", "paragraph"),
    "row": ("rij", "row"),
    "column": ("kolom", "column"),
    "line": ("regel", "line"),
    "key": ("onderdeel", "entry"),
}


def place_label(stored: str, lang: str = "nl") -> str:
    """Return a place in words, such as ``rij 12, kolom Leden``."""
    column = 1 if lang == "en" else 0
    return ", ".join(f"{_PLACE_WORDS.get(unit, (unit, unit))[column]} {value}" for unit, value in parse_qsl(stored)
                     if unit != PASSAGE)  # fmt: skip


def passage_at(stored: str) -> str:
    """Return the source's own words at a place; empty where they are not kept with it."""
    return dict(parse_qsl(stored)).get(PASSAGE, "") if PASSAGE in stored else ""


def attest(book: Book, claim: Claim, load: int, attestation: Attestation) -> bool:
    """Let a load attest a claim; a load that says it twice adds its places.

    Returns
    -------
    bool
        True when anything changed.
    """
    attested = book.get(claim)
    if attested is None:
        book[claim] = Attested({load: attestation})
        return True
    shelf = attested.was if load in attested.was else attested.by
    before = shelf.get(load)
    after = attestation if before is None else combine(before, attestation)
    shelf[load] = after
    return after != before


def combine(one: Attestation, other: Attestation) -> Attestation:
    """Join two attestations of one claim by one load: the firmer modality, and all places once."""
    if one.modality is other.modality and _is_one_more(one, other):
        places = one.places if len(one.places) == MOST_PLACES else (*one.places, *other.places)
        return Attestation(one.modality, places, one.total + 1)
    ordered = in_reading_order((*one.places, *other.places))
    unlisted = max(one.total - len(one.places), other.total - len(other.places), 0)
    modality = min(one.modality, other.modality, key=_FIRMNESS.__getitem__)
    return Attestation(modality, tuple(ordered[:MOST_PLACES]), len(ordered) + unlisted)


def _is_one_more(one: Attestation, other: Attestation) -> bool:
    """Whether ``other`` is one place that comes after all that ``one`` remembers: what a list says on every row."""
    if not (one.places and len(other.places) == other.total == 1):
        return False
    remembers_all = len(one.places) in (MOST_PLACES, one.total)
    return remembers_all and _comes_after(other.places[0], one.places[-1])


def _comes_after(one: str, other: str) -> bool:
    """Whether a place comes after another in reading order; of rows their numbers tell, without taking them apart."""
    row, other_row = one.partition("&")[0], other.partition("&")[0]
    if row != other_row and row.startswith("row=") and other_row.startswith("row="):
        number, other_number = row[4:], other_row[4:]
        if number.isdecimal() and other_number.isdecimal():
            return int(number) > int(other_number)
    return _parts(one) > _parts(other)


def withdraw(book: Book, load: int) -> bool:
    """Take a load's word out of a book, and claims that no load attests any more; say whether that changed anything."""
    concerned = [claim for claim, attested in book.items() if load in attested.by or load in attested.was]
    for claim in concerned:
        attested = book[claim]
        attested.by.pop(load, None)
        attested.was.pop(load, None)
        if not attested.by and not attested.was:
            del book[claim]
    return bool(concerned)


def shelve(book: Book, loads: Iterable[int]) -> bool:
    """Let loads no longer count, as a newer version of their source speaks; say whether that changed anything."""
    concerned = [(attested, load) for load in loads for attested in book.values() if load in attested.by]
    for attested, load in concerned:
        attested.was[load] = attested.by.pop(load)
    return bool(concerned)


def restore(book: Book, loads: Iterable[int]) -> bool:
    """Let loads count again; say whether that changed anything."""
    concerned = [(attested, load) for load in loads for attested in book.values() if load in attested.was]
    for attested, load in concerned:
        attested.by[load] = attested.was.pop(load)
    return bool(concerned)


def live(book: Book) -> frozenset[Claim]:
    """Return the claims of a book that live."""
    return frozenset([claim for claim, attested in book.items() if attested.by])


def modality_of(attested: Attested) -> Modality:
    """Return the firmest way in which the loads that count mean a claim."""
    modalities = [attestation.modality for attestation in attested.by.values()]
    return modalities[0] if len(modalities) == 1 else min(modalities, key=_FIRMNESS.__getitem__)


def property_key(claim: Claim) -> str:
    """Return the name under which a reading holds the property: with its language where that is not Dutch."""
    return claim.property if claim.language in (None, "nl") else f"{claim.property}@{claim.language}"
