"""From live claims to values: rules, ties, levels and days, each a function of the claims and of nothing else."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import PEOPLE, Attestation, Attested, Book, Claim, LoadFacts, Modality
from graph.consolidation import Consolidator, Reading, other_names
from graph.schema.declaration import Level
from graph.schema.model import node_properties
from graph.schema.values import Value

FIXED = settings(derandomize=True, database=None, deadline=None)
LOADS = {1: LoadFacts(None, "2026-01-01"), 2: LoadFacts("2016", "2026-02-01"), 3: LoadFacts("2016-05", "2026-03-01")}


def claim(
    property_: str, value: Value | None, source: str = "a", stated_on: str | None = None, **more: object
) -> Claim:
    return Claim("initiative/a", property_, value, source, stated_on, **more)  # type: ignore[arg-type]


def book(*claims: Claim, load: int = 1, modality: Modality = Modality.STATED) -> Book:
    return {one: Attested({load: Attestation(modality)}) for one in claims}


def read(*books: Book, level: Level = Level.INTERNAL, as_of: date | None = None) -> Reading:
    consolidator = Consolidator(LOADS, as_of)
    return consolidator.read(consolidator.visible(books, level), node_properties())


def test_nothing_comes_of_nothing() -> None:
    assert read() == read({}) == Reading({})


def test_claims_that_no_load_attests_any_more_are_not_read() -> None:
    shelved = {claim("phase", "idea"): Attested({}, {1: Attestation()})}
    assert read(shelved) == Reading({})


@pytest.mark.parametrize(
    ("losing", "winning"),
    [
        (("idea", "b", None), ("running", "a", "1990")),
        (("idea", "b", "2016-06-27"), ("running", "a", "2016-06-28")),
        (("idea", "b", "2016-11-30"), ("running", "a", "2016")),
        (("idea", "b", "2015 summer"), ("running", "a", "2015 winter")),
        (("idea", "b", "2016-11 mid"), ("running", "a", "2016-11")),
        (("idea", "b", "2019"), ("running", PEOPLE, "2001")),
        (("idea", PEOPLE, "2001"), ("running", PEOPLE, "2002")),
        (("running", "a", "2016"), ("idea", "b", "2016")),
        (("idea", "a", "2016"), ("running", "a", "2016")),
    ],
)
def test_the_newest_statement_wins_and_ties_are_settled(
    losing: tuple[str, str, str], winning: tuple[str, str, str]
) -> None:
    both = [claim("phase", *losing), claim("phase", *winning)]
    for order in (both, both[::-1]):
        reading = read(book(*order))
        assert (reading.values["phase"], reading.disputed) == (winning[0], ("phase",))


def test_of_equal_dates_the_source_that_appeared_last_counts() -> None:
    # The load of "2016" may be of its last day, so it is newer than that of May.
    reading = read(book(claim("phase", "idea", "b"), load=3), book(claim("phase", "running", "a"), load=2))
    assert reading.values["phase"] == "running"
    assert (
        read(book(claim("phase", "idea", "b"), load=1), book(claim("phase", "running", "a"), load=3)).values["phase"]
        == "running"
    )


@pytest.mark.parametrize(
    ("denial", "left", "none"),
    [
        (claim("phase", "idea", "b", "2016", denied=True), None, ()),
        (claim("phase", "idea", "b", "2014", denied=True), "idea", ()),
        (claim("phase", "running", "b", "2016", denied=True), "idea", ()),
        (claim("phase", None, "b", "2016", denied=True), None, ("phase",)),
        (claim("phase", None, "b", "2014", denied=True), "idea", ()),
    ],
)
def test_a_denial_ends_what_is_older(denial: Claim, left: str | None, none: tuple[str, ...]) -> None:
    reading = read(book(claim("phase", "idea", "a", "2015"), denial))
    assert (reading.values.get("phase"), reading.none) == (left, none)


def test_a_list_holds_what_stands() -> None:
    reading = read(book(
        claim("aliases", "b"), claim("aliases", "a", "b"), claim("aliases", "c", "a", "2015"),
        claim("aliases", "c", "a", "2016", denied=True), claim("aliases", "d", "a", "2016"),
        claim("aliases", "d", "a", "2015", denied=True),
    ))  # fmt: skip
    assert reading.values["aliases"] == ("a", "b", "d")
    assert reading.disputed == ("aliases",)


def test_there_is_none_empties_a_list_of_what_is_older() -> None:
    reading = read(book(claim("aliases", "a", "a", "2015"), claim("aliases", None, "a", "2016", denied=True)))
    assert ("aliases" in reading.values, reading.none) == (False, ("aliases",))
    newer = read(book(claim("aliases", "a", "a", "2017"), claim("aliases", None, "a", "2016", denied=True)))
    assert (newer.values["aliases"], newer.none) == (("a",), ())


def test_that_there_is_no_relationship_is_kept_beside_the_properties() -> None:
    reading = read(
        book(
            claim("NEEDS", None, denied=True), claim("research", True, denied=True), claim("importance", 1, denied=True)
        )
    )
    assert reading.none == ("NEEDS", "research")
    assert reading.values == {}


def test_how_the_value_that_counts_was_meant_is_kept_where_it_is_not_stated() -> None:
    planned = book(claim("phase", "running", "a", "2016"), claim("summary", "x"), modality=Modality.PLANNED)
    assert read(planned).modalities == {"phase": "planned", "summary": "planned"}
    assert read(planned, book(claim("phase", "idea", "a", "2017"))).modalities == {"summary": "planned"}


def test_languages_are_values_of_their_own() -> None:
    reading = read(
        book(claim("summary", "Soep", language="nl"), claim("summary", "Soup", language="en"), claim("summary", "Soep"))
    )
    assert reading.values == {"summary": "Soep", "summary@en": "Soup"}
    assert reading.disputed == ()


def test_every_source_that_speaks_is_named_once() -> None:
    reading = read(
        book(claim("phase", "idea", "b"), claim("summary", "x", "b"), claim("NEEDS", None, "a", denied=True))
    )
    assert reading.sources == ("a", "b")


# ------------------------------------------------------------------------------------------------ levels


def hidden(property_: str, value: str, source: str = "h", stated_on: str | None = None) -> Claim:
    return claim(property_, value, source, stated_on, level=Level.INTERNAL)


def test_the_public_reads_public_claims_of_values_that_nobody_marks_internal() -> None:
    both = book(claim("phase", "idea"), claim("summary", "x"), hidden("summary", "x"), hidden("website", "y"))
    assert read(both, level=Level.PUBLIC).values == {"phase": "idea"}
    assert set(read(both).values) == {"phase", "summary", "website"}


def test_existence_alone_is_not_restricted() -> None:
    both = book(claim("kind", "Initiative"), hidden("kind", "Initiative"))
    assert read(both, level=Level.PUBLIC).values == {"kind": "Initiative"}
    assert read(book(hidden("kind", "Initiative")), level=Level.PUBLIC).values == {}


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("stated_on", [None, "2001"])
def test_a_person_decides_the_level(level: Level, stated_on: str | None) -> None:
    person = claim("phase", "idea", PEOPLE, stated_on, level=level)
    both = book(claim("phase", "idea", "a", "2019"), hidden("phase", "idea", "h", "2019"), person)
    assert ("phase" in read(both, level=Level.PUBLIC).values) == (level is Level.PUBLIC)


@pytest.mark.parametrize("turned", [False, True])
def test_two_persons_on_one_day_are_as_one_restrictive_person(turned: bool) -> None:
    both = [claim("phase", "idea", PEOPLE, "2018"), hidden("phase", "idea", PEOPLE, "2018")]
    assert read(book(*both[:: -1 if turned else 1]), level=Level.PUBLIC).values == {}
    later = claim("phase", "idea", PEOPLE, "2019")
    assert read(book(*both, later), level=Level.PUBLIC).values == {"phase": "idea"}


# ------------------------------------------------------------------------------------------------ days


@pytest.mark.parametrize(
    ("stated_on", "first_day"),
    [("2016", date(2016, 12, 31)), ("2016-02", date(2016, 2, 29)), ("2016-06-28", date(2016, 6, 28)),
     ("2016 winter", date(2017, 2, 28)), ("2016-11 mid", date(2016, 11, 20)), (None, date(2026, 1, 1))],
)  # fmt: skip
def test_a_statement_counts_from_the_day_that_it_must_have_been_made(stated_on: str | None, first_day: date) -> None:
    one = book(claim("phase", "idea", "a", stated_on))
    assert read(one, as_of=first_day).values == {"phase": "idea"}
    assert read(one, as_of=date.fromordinal(first_day.toordinal() - 1)) == Reading({})


def test_an_undated_statement_counts_from_its_first_load() -> None:
    one = {claim("phase", "idea"): Attested({2: Attestation(), 1: Attestation()})}
    assert read(one, as_of=date(2026, 1, 1)).values == {"phase": "idea"}


def test_what_is_stated_later_hides_nothing_of_a_day_before() -> None:
    one = book(claim("phase", "idea", "a", "2015"), hidden("phase", "idea", "h", "2017"))
    assert read(one, level=Level.PUBLIC, as_of=date(2016, 1, 1)).values == {"phase": "idea"}
    assert read(one, level=Level.PUBLIC).values == {}


# ------------------------------------------------------------------------------------------------ names


def test_other_names_are_those_not_denied_since() -> None:
    claims = [
        claim("name", "Anna", stated_on="2015"), claim("name", "Anna’s Place", language="en"),
        claim("aliases", "Annie", stated_on="2015"), claim("aliases", "Ans", stated_on="2015"),
        claim("name", "Annie", stated_on="2016", denied=True), claim("aliases", "Ans", stated_on="2014", denied=True),
    ]  # fmt: skip
    consolidator = Consolidator(LOADS)
    assert other_names(consolidator.ranked(book(*claims).items())) == {"Anna", "Anna’s Place", "Ans"}


def test_that_there_are_no_other_names_ends_other_names_and_not_the_name() -> None:
    claims = [claim("name", "Anna", stated_on="2015"), claim("aliases", "Ans", stated_on="2015"),
              claim("aliases", None, stated_on="2016", denied=True)]  # fmt: skip
    assert other_names(Consolidator(LOADS).ranked(book(*claims).items())) == {"Anna"}


# ------------------------------------------------------------------------------------------------ order


CLAIMS = st.builds(
    claim,
    st.just("phase"),
    st.sampled_from(["idea", "running", None]),
    st.sampled_from(["a", "b", PEOPLE]),
    st.sampled_from([None, "2015", "2016", "2016-12"]),
    denied=st.booleans(),
    level=st.sampled_from(list(Level)),
    language=st.sampled_from([None, "nl"]),
).filter(lambda one: one.value is not None or one.denied)
ENTRIES = st.lists(st.tuples(CLAIMS, st.sampled_from([1, 2, 3]), st.sampled_from(list(Modality))), max_size=8)


@FIXED
@given(ENTRIES, st.sampled_from(list(Level)), st.integers(0, 99))
def test_the_order_of_claims_makes_no_difference(
    entries: list[tuple[Claim, int, Modality]], level: Level, seed: int
) -> None:
    made: Book = {one: Attested({load: Attestation(modality)}) for one, load, modality in entries}
    turned = list(made.items())
    Random(seed).shuffle(turned)  # noqa: S311 - no secret
    assert read(dict(turned), level=level) == read(made, level=level)
    half = len(turned) // 2
    assert read(dict(turned[:half]), dict(turned[half:]), level=level) == read(made, level=level)


@FIXED
@given(ENTRIES)
def test_the_public_never_reads_more_than_is_public(entries: list[tuple[Claim, int, Modality]]) -> None:
    made: Book = {one: Attested({load: Attestation(modality)}) for one, load, modality in entries}
    seen = {one for one, _ in Consolidator(LOADS).visible([made], Level.PUBLIC)}
    assert all(one.level is Level.PUBLIC for one in seen)
    assert seen <= {one for one, _ in Consolidator(LOADS).visible([made], Level.INTERNAL)} == set(made)
