"""How claims and readings are written down: compact JSON, the same in each store.

Short keys and lists, because a store of a country holds millions of them. `graph.store.dump` tells it in full.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import orjson

from graph.changes import Tie
from graph.claims import Attestation, Attested, Book, Claim, Modality
from graph.consolidation import Reading
from graph.schema.declaration import Level

_MODALITIES = tuple(Modality)
_MODALITY_NUMBER = {modality: number for number, modality in enumerate(_MODALITIES)}
_LEVELS = (Level.PUBLIC, Level.INTERNAL)

Row = list[Any]


def claim_row(claim: Claim) -> Row:
    """Return a claim without its thing as a list of JSON values."""
    return [
        claim.property,
        claim.value,
        claim.source,
        claim.stated_on,
        0 if claim.level is Level.PUBLIC else 1,
        claim.language,
        1 if claim.denied else 0,
    ]


def claim_of(thing: str, row: Row) -> Claim:
    """Read back what `claim_row` wrote."""
    return Claim(thing, row[0], row[1], row[2], row[3], _LEVELS[row[4]], row[5], bool(row[6]))


def _attestations(found: dict[int, Attestation]) -> dict[str, Row]:
    return {str(load): [_MODALITY_NUMBER[one.modality], one.total, *one.places] for load, one in found.items()}


def _read_attestations(rows: dict[str, Row]) -> dict[int, Attestation]:
    return {int(load): Attestation(_MODALITIES[row[0]], tuple(row[2:]), row[1]) for load, row in rows.items()}


def encode_book(book: Book) -> str:
    """Write all claims about one thing as JSON text, in a fixed order."""
    rows = [
        [*claim_row(claim), _attestations(attested.by), *([_attestations(attested.was)] if attested.was else [])]
        for claim, attested in (sorted(book.items(), key=_order) if len(book) > 1 else book.items())
    ]  # fmt: skip
    return orjson.dumps(rows).decode()


def _order(entry: tuple[Claim, Attested]) -> tuple[str, str, str, str, str, str, bool]:
    claim = entry[0]
    return (claim.property, str(claim.value), claim.source, claim.stated_on or "", claim.level, claim.language or "",
            claim.denied)  # fmt: skip


def decode_book(thing: str, text: str) -> Book:
    """Read back what `encode_book` wrote."""
    return {
        claim_of(thing, row): Attested(_read_attestations(row[7]), _read_attestations(row[8]) if len(row) > 8 else {})
        for row in orjson.loads(text)
    }


def kind_in(text: str) -> str:
    """Return the kind that most live claims of a written book give, the first by name where several do.

    Notes
    -----
    Whoever resolves names asks it of thousands of things and needs nothing else of their books.
    """
    kinds = Counter(row[1] for row in orjson.loads(text) if row[0] == "kind" and row[7] and not row[6])
    return min(kinds, key=lambda kind: (-kinds[kind], kind), default="")


def encode_reading(reading: Reading) -> str:
    """Write a reading as JSON text, without what is empty."""
    document: dict[str, Any] = {"v": reading.values, "s": reading.sources}
    if reading.none:
        document["n"] = reading.none
    if reading.disputed:
        document["d"] = reading.disputed
    if reading.modalities:
        document["m"] = reading.modalities
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS).decode()


def decode_reading(text: str) -> Reading:
    """Read back what `encode_reading` wrote."""
    document = orjson.loads(text)
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in document["v"].items()}
    return Reading(
        values,
        tuple(document.get("n", ())),
        tuple(document.get("d", ())),
        document.get("m", {}),
        tuple(document["s"]),
    )


def encode_tie(tie: Tie) -> str:
    """Write a tie as JSON text."""
    return orjson.dumps([tie.type, tie.start, tie.end, *tie.key]).decode()


def decode_tie(text: str) -> Tie:
    """Read back what `encode_tie` wrote."""
    type_, start, end, *key = orjson.loads(text)
    return Tie(type_, start, end, tuple(key))
