"""What is written down is read back to the letter, and equal things are written in equal bytes."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import Tie
from graph.claims import Attestation, Attested, Book, Claim, Modality
from graph.consolidation import Reading
from graph.schema.declaration import Level
from graph.store.codec import (
    claim_of,
    claim_row,
    decode_book,
    decode_reading,
    decode_tie,
    encode_book,
    encode_reading,
    encode_tie,
    kind_in,
)

FIXED = settings(derandomize=True, database=None, deadline=None)
THING = "initiative/a"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.one_of(TEXTS, st.booleans(), st.integers(-(2**53), 2**53), st.floats(-1e9, 1e9))
CLAIMS = st.builds(
    Claim, st.just(THING), TEXTS, st.one_of(st.none(), VALUES), TEXTS, st.one_of(st.none(), TEXTS),
    st.sampled_from(list(Level)), st.one_of(st.none(), TEXTS), st.booleans(),
)  # fmt: skip
ATTESTATIONS = st.dictionaries(
    st.integers(1, 9),
    st.builds(Attestation, st.sampled_from(list(Modality)), st.lists(TEXTS, max_size=3).map(tuple), st.integers(0, 99)),
    max_size=3,
)
BOOKS = st.dictionaries(CLAIMS, st.builds(Attested, ATTESTATIONS, ATTESTATIONS), max_size=5)


@FIXED
@given(BOOKS)
def test_a_book_comes_back(book: Book) -> None:
    again = decode_book(THING, encode_book(book))
    assert again == book
    # 1, 1.0 and True are equal for Python and not for people.
    assert sorted(repr(claim) for claim in again) == sorted(repr(claim) for claim in book)


@FIXED
@given(BOOKS)
def test_equal_books_are_written_in_equal_bytes(book: Book) -> None:
    turned = dict(reversed(book.items()))
    assert encode_book(turned) == encode_book(book)


def test_the_kind_in_a_book_is_the_one_that_most_live_claims_give() -> None:
    def said(kind: str, source: str, *, denied: bool = False, lives: bool = True) -> tuple[Claim, Attested]:
        loads = {1: Attestation()}
        return Claim("x/a", "kind", kind, source, denied=denied), Attested(loads) if lives else Attested(was=loads)

    book = dict([said("Initiative", "a"), said("Organisation", "b")])
    assert (kind_in(encode_book(book)), kind_in(encode_book({}))) == ("Initiative", "")
    more = [said("Organisation", "c"), said("Initiative", "d", lives=False), said("Initiative", "e", denied=True)]
    assert kind_in(encode_book(book | dict(more))) == "Organisation"


@FIXED
@given(CLAIMS)
def test_a_claim_is_a_row_of_plain_values(claim: Claim) -> None:
    row = orjson.loads(orjson.dumps(claim_row(claim)))
    assert claim_of(THING, row) == claim
    assert len(row) == len(claim) - 1


@FIXED
@given(
    st.dictionaries(TEXTS, st.one_of(VALUES, st.lists(VALUES, max_size=3).map(tuple)), max_size=4),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.dictionaries(TEXTS, TEXTS, max_size=2),
)
def test_a_reading_comes_back(values: dict[str, object], names: tuple[str, ...], modalities: dict[str, str]) -> None:
    reading = Reading(values, names, names, modalities, names)  # type: ignore[arg-type]
    assert decode_reading(encode_reading(reading)) == reading


def test_a_reading_is_written_without_what_is_empty_in_fixed_order() -> None:
    one = Reading({"phase": "idea", "name": "Anna"}, sources=("a",))
    other = Reading({"name": "Anna", "phase": "idea"}, sources=("a",))
    assert encode_reading(one) == encode_reading(other) == '{"s":["a"],"v":{"name":"Anna","phase":"idea"}}'
    assert decode_reading('{"s":[],"v":{}}') == Reading({})


@pytest.mark.parametrize("tie", [Tie("PART_OF", "a", "b"), Tie("SUPPORTS", "é", "🌻", ("funds", ""))])
def test_a_tie_comes_back(tie: Tie) -> None:
    assert decode_tie(encode_tie(tie)) == tie


def test_a_book_is_compact() -> None:
    book: Book = {Claim(THING, "phase", "idea", "source/one"): Attested({7: Attestation(places=("row=1",), total=1)})}
    assert encode_book(book) == '[["phase","idea","source/one",null,0,null,0,{"7":[0,1,"row=1"]}]]'
