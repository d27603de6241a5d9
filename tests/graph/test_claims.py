"""Claims and the books that hold them: who attests what, and what happens to it when a load comes or goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import (
    MOST_PLACES,
    Attestation,
    Book,
    Claim,
    Modality,
    attest,
    combine,
    in_reading_order,
    live,
    modality_of,
    passage_at,
    place,
    place_label,
    property_key,
    restore,
    shelve,
    withdraw,
)
from graph.schema.declaration import Level

FIXED = settings(derandomize=True, database=None, deadline=None)
ONE = Claim("initiative/a", "phase", "idea", "source/one")
TWO = ONE._replace(value="running")


def at(*rows: int, modality: Modality = Modality.STATED) -> Attestation:
    return Attestation(modality, tuple(in_reading_order(place(row=row) for row in rows)), len(rows))


def test_the_identity_of_a_claim_is_its_eight_parts() -> None:
    assert len(ONE) == 8
    assert Claim("initiative/a", "phase", "idea", "source/one", None, Level.PUBLIC, None, denied=False) == ONE
    assert (
        len({ONE, ONE._replace(denied=True), ONE._replace(level=Level.INTERNAL), ONE._replace(stated_on="2016")}) == 4
    )


# ------------------------------------------------------------------------------------------------ places


def test_a_place_is_written_so_that_nothing_in_it_runs_together() -> None:
    assert place(sheet="Blad & 1=2", row=12) == "sheet=Blad %26 1%3D2&row=12"
    assert place_label(place(sheet="Blad & 1=2", row=12)) == "blad Blad & 1=2, rij 12"
    assert place_label(place(page=3, paragraph=2), "en") == "page 3, paragraph 2"
    assert place_label("line=4") == "regel 4"
    assert place_label("") == ""


def test_places_are_in_the_order_of_the_source() -> None:
    assert in_reading_order(["row=10", "row=9", "row=9", "row=100"]) == ["row=9", "row=10", "row=100"]
    assert in_reading_order(["sheet=b&row=1", "sheet=a&row=20", "sheet=a&row=3"]) == [
        "sheet=a&row=3", "sheet=a&row=20", "sheet=b&row=1",
    ]  # fmt: skip
    assert in_reading_order([]) == []


@FIXED
@given(st.lists(st.text(max_size=8), max_size=6))
def test_any_places_can_be_put_in_order(texts: list[str]) -> None:
    ordered = in_reading_order(texts)
    assert set(ordered) == set(texts)
    assert in_reading_order(reversed(ordered)) == ordered


# ------------------------------------------------------------------------------------------------ attestations


def test_two_attestations_of_one_load_become_the_firmer_with_all_places() -> None:
    joined = combine(at(3, modality=Modality.PLANNED), at(1, 3, modality=Modality.EXPECTED))
    assert joined == at(1, 3, modality=Modality.EXPECTED)
    assert combine(at(), at()) == at()


@pytest.mark.parametrize(("places", "after"), [
    (("row=9&column=Naam", "row=10&column=Naam"), True), (("row=10", "row=9&column=Wijk"), False),
    (("row=9&column=A", "row=9&column=B"), True), (("row=9", "row=٣"), False), (("key=b", "row=1"), True),
])  # fmt: skip
def test_one_more_place_is_joined_in_the_order_of_the_source(places: tuple[str, str], after: bool) -> None:
    one, other = (Attestation(places=(where,), total=1) for where in places)
    joined = combine(one, other)
    assert joined.places == tuple(in_reading_order(places)) == (places if after else places[::-1])
    assert (joined, joined.total) == (combine(other, one), 2)


def test_places_beyond_the_most_are_counted() -> None:
    joined = at()
    for row in range(50, 0, -1):
        joined = combine(joined, at(row))
    assert joined.total == 50
    assert joined.places == tuple(place(row=row) for row in range(1, MOST_PLACES + 1))


@pytest.mark.parametrize("modality", list(Modality))
def test_stated_is_the_firmest(modality: Modality) -> None:
    assert combine(at(modality=modality), at()).modality is Modality.STATED
    assert combine(at(modality=Modality.PLANNED), at(modality=modality)).modality is modality


# ------------------------------------------------------------------------------------------------ books


def test_attesting_says_whether_anything_changed() -> None:
    book: Book = {}
    assert attest(book, ONE, 1, at(3))
    assert not attest(book, ONE, 1, at(3))
    assert attest(book, ONE, 1, at(4))
    assert attest(book, ONE, 2, at(3))
    assert book[ONE].by == {1: at(3, 4), 2: at(3)}


def test_withdrawing_takes_a_load_out_and_claims_that_nobody_attests() -> None:
    book: Book = {}
    attest(book, ONE, 1, at())
    attest(book, ONE, 2, at())
    attest(book, TWO, 1, at())
    assert withdraw(book, 1)
    assert not withdraw(book, 1)
    assert (set(book), book[ONE].by) == ({ONE}, {2: at()})


def test_a_shelved_load_does_not_count_until_it_is_restored() -> None:
    book: Book = {}
    attest(book, ONE, 1, at(3))
    attest(book, TWO, 2, at(4))
    assert shelve(book, [1, 9])
    assert not shelve(book, [1])
    assert (live(book), book[ONE].live, set(book)) == (frozenset({TWO}), False, {ONE, TWO})
    assert restore(book, [1])
    assert not restore(book, [1, 2])
    assert live(book) == frozenset({ONE, TWO})


def test_a_shelved_load_may_go_on_and_may_be_withdrawn() -> None:
    book: Book = {}
    attest(book, ONE, 1, at(3))
    shelve(book, [1])
    attest(book, ONE, 1, at(4))
    assert (live(book), book[ONE].was) == (frozenset(), {1: at(3, 4)})
    assert withdraw(book, 1)
    assert book == {}


def test_the_firmest_modality_of_the_loads_that_count_is_the_claims() -> None:
    book: Book = {}
    attest(book, ONE, 1, at(modality=Modality.STATED))
    attest(book, ONE, 2, at(modality=Modality.EXPECTED))
    attest(book, ONE, 3, at(modality=Modality.PLANNED))
    assert modality_of(book[ONE]) is Modality.STATED
    shelve(book, [1])
    assert modality_of(book[ONE]) is Modality.EXPECTED


@FIXED
@given(
    st.lists(st.tuples(st.sampled_from(["attest", "shelve", "restore", "withdraw"]), st.integers(1, 3)), max_size=12)
)
def test_what_is_said_of_change_is_true(steps: list[tuple[str, int]]) -> None:
    book: Book = {}
    for act, load in steps:
        before = {claim: (dict(one.by), dict(one.was)) for claim, one in book.items()}
        acts: dict[str, Callable[[], bool]] = {
            "attest": partial(attest, book, ONE, load, at(load)),
            "shelve": partial(shelve, book, [load]),
            "restore": partial(restore, book, [load]),
            "withdraw": partial(withdraw, book, load),
        }
        changed = acts[act]()
        assert changed == (before != {claim: (one.by, one.was) for claim, one in book.items()})
        assert all(one.by or one.was for one in book.values())


@pytest.mark.parametrize(("language", "key"), [(None, "summary"), ("nl", "summary"), ("en", "summary@en")])
def test_another_language_stands_under_a_name_of_its_own(language: str | None, key: str) -> None:
    assert property_key(Claim("initiative/a", "summary", "x", "source/one", language=language)) == key


def test_a_place_may_keep_the_words_that_stand_there_and_its_label_leaves_them_out() -> None:
    stored = place(line=12, passage="Zij & wij = één, 50% samen.")
    assert passage_at(stored) == "Zij & wij = één, 50% samen."
    assert (place_label(stored), passage_at(place(line=12))) == ("regel 12", "")
    assert in_reading_order([stored, "line=2"]) == ["line=2", stored]
