from __future__ import annotations

from graph.resolution.matching import DOUBTFUL, SURE, Outcome, find_matches
from tests.graph.resolution.made import named, thing, things

KEUKENS = ("Buurtkeuken De Pollepel", "Eettafel De Pollepel", "Buurtkeuken Het Vergiet", "Eettafel Het Vergiet")


def test_what_is_clear_is_sure_and_what_is_not_is_asked() -> None:
    found = find_matches(things(*named(*KEUKENS, "Stichting Buurtkeuken De Pollepel", "Eettafel Het Vergiet Zondag")))
    outcomes = {tuple(name.text for name in match.comparison.names): match.outcome for match in found}
    assert outcomes["Buurtkeuken De Pollepel", "Stichting Buurtkeuken De Pollepel"] is Outcome.SURE
    assert all(match.probability >= DOUBTFUL for match in found)
    assert all((match.probability >= SURE) == (match.outcome is Outcome.SURE) for match in found)


def test_kinds_are_never_compared_with_each_other() -> None:
    found = find_matches(
        things(thing("initiative/a", "Zonnehoek"), thing("organisation/a", "Zonnehoek", kind="Organisation"))
    )
    assert found == []


def test_a_beginning_that_fits_two_is_less_likely_for_each() -> None:
    alone = find_matches(things(*named("Zorgcoöperatie Graanho", "Zorgcoöperatie Graanhoek")))
    beside = find_matches(
        things(*named("Zorgcoöperatie Graanho", "Zorgcoöperatie Graanhoek", "Zorgcoöperatie Graanhofje"))
    )
    assert alone[0].probability > max(match.probability for match in beside)
    assert "rivals" in {sign.code for match in beside for sign in match.comparison.signs}


def test_two_misspellings_of_one_name_are_no_rivals_for_it() -> None:
    found = find_matches(things(*named(*KEUKENS, "Buurtkeuken De Polepel", "Burtkeuken De Pollepel")))
    assert {sign.code for match in found for sign in match.comparison.signs}.isdisjoint({"rivals"})
    assert len(found) >= 2


def test_a_part_is_neither_merged_nor_asked_about() -> None:
    whole, part = "Gemeente Zonnehoek", "Gemeente Zonnehoek, Dienst Stadsbeheer"
    found = find_matches(
        things(*(thing(f"organisation/{n}", name, kind="Organisation") for n, name in enumerate((whole, part))))
    )
    assert [match.outcome for match in found] == [Outcome.PART]


def test_the_surest_comes_first_and_nothing_gives_nothing() -> None:
    found = find_matches(things(*named(*KEUKENS, "Buurtkeuken Pollepel", "Eettafel Het Vergeit")))
    assert [match.probability for match in found] == sorted((match.probability for match in found), reverse=True)
    assert find_matches(things()) == []
