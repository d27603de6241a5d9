from __future__ import annotations

import pytest

from graph.resolution.blocking import MOST_ALIKE, candidate_pairs, similar_words
from tests.graph.resolution.made import named, thing


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting Samen Eten", "Eten Samen U.A."),
        ("Buurtkeuken De Pollepel", "Buurtkeuken De Polepel"),
        ("Burtkeuken De Polelpel", "Buurtkeuken De Pollepel"),
        ("Buurtkeuken De Pollepel", "Buurtkeuken De Pollepel Molenbuurt"),
        ("Zorg Coöperatie Zon", "Zorgcoöperatie Zon"),
        ("Zorgcoöperatie Voor Elk", "Zorgcoöperatie Voor Elkaar Zuid"),
        ("Gemeente Den Haag", "Gemeente Den Haag, Dienst Stadsbeheer"),
        ("Caf\ufffd De Hoek", "Café De Hoek"),
    ],
)
def test_two_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert candidate_pairs(named(one, "Iets heel anders", other)) == [(0, 2)]


def test_names_that_share_a_common_word_alone_do_not_meet() -> None:
    assert candidate_pairs(named("Buurtkeuken Laak", "Buurtkeuken Duindorp", "Buurttuin Moerwijk")) == []


def test_those_with_one_number_or_site_meet_whatever_they_are_called() -> None:
    those = [thing("organisation/a", "De Linde", numbers={"kvk_number": "12345678"}),
             thing("organisation/b", "Kompas", numbers={"kvk_number": "12345678"}, website="kompas.example"),
             thing("organisation/c", "Iets anders", website="kompas.example")]  # fmt: skip
    assert candidate_pairs(those) == [(0, 1), (1, 2)]


def test_people_meet_by_their_initial() -> None:
    those = [thing("person/a", "J. Waterbolk", kind="Person"), thing("person/b", "Jannie Waterbolk", kind="Person"),
             thing("person/c", "Karel Waterbolk", kind="Person")]  # fmt: skip
    assert candidate_pairs(those) == [(0, 1)]


def test_of_too_many_with_one_name_only_those_in_one_area_meet() -> None:
    count = MOST_ALIKE + 10
    those = [thing(f"initiative/{number:03}", "Repair Café", areas=[f"area/{number // 2}"]) for number in range(count)]
    assert candidate_pairs(those) == [(number, number + 1) for number in range(0, count, 2)]


def test_a_beginning_that_many_names_have_meets_none_of_them() -> None:
    names = ["Buurtkeuken Mo", *(f"Buurtkeuken Mo{letter}iel" for letter in "abcdefghijk")]
    assert not [pair for pair in candidate_pairs(named(*names)) if pair[0] == 0]


def test_similar_words_are_those_within_one_error_or_two_in_long_ones() -> None:
    found = similar_words(["pollepel", "polepel", "polelpel", "pannen", "eik", "es", "oost", "west", "2016", "2017"])
    assert found["pollepel"] == ("polelpel", "polepel")
    assert not {"eik", "oost", "2016"} & found.keys()


def test_nothing_and_one_thing_have_no_pairs() -> None:
    assert candidate_pairs([]) == []
    assert candidate_pairs(named("De Pollepel")) == []
