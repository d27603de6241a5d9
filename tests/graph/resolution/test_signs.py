from __future__ import annotations

import math
from typing import Any

import pytest

from graph.resolution.catalogue import BASE, SIGNS
from graph.resolution.lexicon import Lexicon, build_lexicon
from graph.resolution.names import read_name
from graph.resolution.signs import Comparison, compare
from graph.resolution.things import Thing
from tests.graph.resolution.made import thing

COMMON = ["Keuken Zonnehoek", "Tuin Zonnehoek", "Keuken Pollepel", "Tuin Pollepel", "Keuken Laak", "Tuin Laak"]


def lexicon(*names: str, **places: frozenset[str]) -> Lexicon:
    return build_lexicon([[read_name(name)] for name in (*COMMON, *names)], places)


def compared(one: Thing, other: Thing, **places: frozenset[str]) -> Comparison:
    return compare((one, other), 0, 1, lexicon(one.names[0].text, other.names[0].text, **places))


def codes(one: str, other: str, kind: str = "Initiative", **known: Any) -> set[str]:
    found = compared(thing("x/1", one, kind=kind, **known), thing("x/2", other, kind=kind, **known))
    return {sign.code for sign in found.signs} - {"rarity"}


def test_the_score_is_the_sum_of_the_base_and_every_sign() -> None:
    found = compared(thing("x/1", "Keuken Polepel", areas=["a"]), thing("x/2", "Keuken Pollepel Zuid", areas=["b"]))
    assert found.log_odds == pytest.approx(BASE + sum(SIGNS[sign.code].weight * sign.strength for sign in found.signs))
    assert found.probability == pytest.approx(1 / (1 + math.exp(-found.log_odds)))


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Stichting Keuken Laak", "keuken laak", "same_words"),
        ("Zorg Coöperatie Zon", "Zorgcoöperatie Zon", "spacing"),
        ("Keuken Polepel", "Keuken Pollepel", "typing_unknown"),
        ("Werkplaats Tandwiel", "Werkplaats Tandweil", "typing_new"),
        ("Keuken Zonnehoek", "Keuken Zonehoekk", "typing_twice"),
        ("Maatjesprojekt Hand", "Maatjesproject Hand", "typing_sound"),
        ("Zorgcoöperatie Voor Elk", "Zorgcoöperatie Voor Elkaar", "cut"),
        ("Muziekhoek De", "Muziekhoek De Bas", "open_end"),
        ("Zorgcentrum Zonnehoek De", "Zorgcentrum Zonnehoek", "unfinished"),
        ("Keuken Zonnehoek", "Keuken Zonnehoeken", "typing_ending"),
        ("Caf\ufffd Zonnehoek", "Café Zonnehoek", "damaged"),
        ("Tafel 1", "Tafel 2", "other_number"),
        ("Wijkcafé", "Wijkcafé 3", "one_number"),
        ("Keuken Laak", "Keuken Laak-Noord", "telling_word"),
        ("Stichting Vitaal", "Coöperatie Vitaal U.A.", "other_form"),
        ("Keuken Laak", "Tuin Laak", "other_words"),
        ("Keuken Laak", "Keuken Laak Zonnehoek", "extra_common"),
    ],
)
def test_each_way_to_differ_has_its_sign(one: str, other: str, code: str) -> None:
    assert code in codes(one, other)
    assert code in codes(other, one)


def test_a_word_that_other_names_use_too_is_no_typing_error() -> None:
    found = compare(
        (thing("x/1", "Keuken Duindam"), thing("x/2", "Keuken Duinham")), 0, 1,
        lexicon("Tuin Duindam", "Tuin Duinham", "Koor Duindam", "Koor Duinham"),
    )  # fmt: skip
    assert "typing_known" in {sign.code for sign in found.signs}
    assert found.probability < 0.5


def test_an_extra_place_counts_by_where_the_other_works() -> None:
    places = {"moerwijk": frozenset(("area/moerwijk",))}
    here: dict[str, Any]
    there: dict[str, Any]
    unknown: dict[str, Any]
    here, there, unknown = ({"areas": ["area/moerwijk"]}, {"areas": ["area/laak"]}, {})
    found = [
        {sign.code for sign in compared(thing("x/1", "Leeskring Bladzijde", **where),
                                        thing("x/2", "Leeskring Bladzijde Moerwijk"), **places).signs}
        for where in (here, there, unknown)
    ]  # fmt: skip
    for code, signs in zip(("extra_place_here", "extra_place_elsewhere", "extra_place"), found, strict=True):
        assert code in signs


def test_branches_in_two_cities_are_two() -> None:
    one = thing("x/1", "Buurtkeuken Zonnehoek", areas=["a"], around=["a", "delft"], cities=["delft"])
    other = thing("x/2", "Buurtkeuken Zonnehoek", areas=["b"], around=["b", "leiden"], cities=["leiden"])
    assert compared(one, other).probability < 0.1


def test_numbers_decide() -> None:
    same = [thing(f"x/{n}", "De Linde Zuidhoek", kind="Organisation", numbers={"kvk_number": "1"}) for n in (1, 2)]
    other = thing("x/3", "De Linde Zuidhoek", kind="Organisation", numbers={"kvk_number": "2"})
    assert compared(*same).probability > 0.99
    assert compared(same[0], other).probability < 0.1


@pytest.mark.parametrize(
    ("known", "other", "code"),
    [
        ({"website": "a.example"}, {"website": "a.example"}, "same_website"),
        ({"website": "a.example"}, {"website": "b.example"}, "other_website"),
        ({"areas": ["a"]}, {"areas": ["a"]}, "same_place"),
        ({"areas": ["a"]}, {"areas": ["b"], "around": ["a", "b"]}, "same_place"),
        ({"areas": ["a"]}, {"areas": ["b"]}, "other_place"),
        ({"level": "district"}, {"level": "borough"}, "other_sort"),
        ({"direct": ["x/2"]}, {}, "own_partner"),
        ({"ties": ["p"]}, {"ties": ["p", "q"]}, "shared_ties"),
        ({"topics": ["t"]}, {"topics": ["t"]}, "same_topics"),
        ({"topics": ["t"]}, {"topics": ["u"]}, "other_topics"),
        ({"started": "2016"}, {"started": "2020"}, "other_start"),
    ],
)
def test_what_is_known_beside_the_names_has_its_sign(known: Any, other: Any, code: str) -> None:
    found = compared(thing("x/1", "De Linde", **known), thing("x/2", "De Linde", **other))
    assert code in {sign.code for sign in found.signs}


def test_what_one_does_not_know_is_no_sign() -> None:
    found = compared(
        thing("x/1", "De Linde", website="a.example", areas=["a"], started="2016"), thing("x/2", "De Linde")
    )
    assert {sign.code for sign in found.signs} == {"same_words", "rarity"}


@pytest.mark.parametrize("part", ["Gemeente Den Haag, Dienst Stadsbeheer", "Gemeente Den Haag - afd. Welzijn"])
def test_a_part_is_told_from_its_whole(part: str) -> None:
    whole = thing("x/1", "Gemeente Den Haag", kind="Organisation")
    assert compared(whole, thing("x/2", part, kind="Organisation")).part == 2
    assert compared(thing("x/0", part, kind="Organisation"), whole).part == 1


def test_of_several_names_the_two_most_alike_are_compared() -> None:
    found = compared(thing("x/1", "Iets anders", "Keuken Polepel"), thing("x/2", "Keuken Pollepel", "Eetclub"))
    assert [name.text for name in found.names] == ["Keuken Polepel", "Keuken Pollepel"]


def test_people_may_be_namesakes() -> None:
    assert "namesakes" in codes("Jan Waterbolk", "Jan Waterblok", kind="Person")
    assert "initial" in codes("J. Waterbolk", "Jan Waterbolk", kind="Person")
