from __future__ import annotations

import pytest

from graph.resolution.likeness import Likeness, compare_names
from graph.resolution.names import read_name


def likeness(one: str, other: str, *, person: bool = False) -> Likeness:
    return compare_names(read_name(one), read_name(other), person=person)


def test_the_same_words_in_another_order_are_all_matched() -> None:
    found = likeness("Samen Eten Spoorwijk", "Spoorwijk Samen Eten")
    assert found.is_whole and not found.typed and len(found.same) == 3


@pytest.mark.parametrize("wrong", ["Polelpel", "Pollpel", "Polllepel", "Pollepek"])
def test_a_word_with_one_error_is_matched_with_the_word_it_was(wrong: str) -> None:
    found = likeness(f"Keuken {wrong}", "Keuken Pollepel")
    assert found.typed == ((wrong.lower(), "pollepel"),)
    assert found.is_whole


def test_short_words_directions_and_numbers_are_never_typing_errors() -> None:
    assert likeness("Club Ui", "Club Ei").typed == ()
    assert likeness("Radio West", "Radio Oost").mine == ("west",)
    assert likeness("Tafel 11", "Tafel 12").theirs == ("12",)


def test_a_name_that_ends_within_a_word_was_cut() -> None:
    assert likeness("Zorgcoöperatie Voor Elk", "Zorgcoöperatie Voor Elkaar Zuid").cut == 1
    assert likeness("Stichting Keuken De Pollepel Zuid", "Keuken De Poll").cut == 2


@pytest.mark.parametrize(
    ("one", "other"), [("Gesprekstafel 1", "Gesprekstafel 11"), ("Keuken Pollepel", "Keuken Pollepel Zuid"),
                       ("Stadsdeel Zuid", "Stadsdeel Zuidoost"), ("Kort", "Kortweg")]
)  # fmt: skip
def test_a_name_that_may_be_whole_was_not_cut(one: str, other: str) -> None:
    assert likeness(one, other).cut == 0


def test_two_words_may_be_written_as_one() -> None:
    assert likeness("Zorg Coöperatie Zon", "Zorgcoöperatie Zon").spaced
    assert not likeness("Zorg voor Mensen", "Zorgmensen").is_whole
    assert likeness("Wijk Keuken De Prei Zuid", "Wijkkeuken Zuid De Prei").is_whole


def test_an_initial_matches_a_first_name_of_people_alone() -> None:
    assert likeness("J. Waterbolk", "Jannie Waterbolk", person=True).initials == (("j", "jannie"),)
    assert likeness("J. Waterbolk", "Jannie Waterbolk").initials == ()


def test_comparing_the_other_way_round_finds_the_same() -> None:
    one, other = (
        likeness("Keuken De Polepel Zuid", "Keuken Pollepel"),
        likeness("Keuken Pollepel", "Keuken De Polepel Zuid"),
    )
    assert one.typed == tuple(pair[::-1] for pair in other.typed)
    assert (one.mine, one.theirs) == (other.theirs, other.mine)
