from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.register.areas import areas_named, areas_within, find_municipality, read_register


@pytest.mark.parametrize("wanted", ["GM0344", "gm0344", "0344", "344", "Utrecht", " utrecht "])
def test_a_municipality_is_found_by_code_and_by_name(wanted: str) -> None:
    assert find_municipality(wanted).name == "Utrecht"


def test_a_name_in_use_leads_to_the_municipality_too() -> None:
    assert find_municipality("'s-Gravenhage").code == find_municipality("Den Haag").code == "GM0518"
    assert find_municipality("GM0518").name == "Den Haag"


def test_a_name_that_is_mistyped_is_answered_with_names_that_are_near() -> None:
    with pytest.raises(InputError, match=r"Bedoelt u: Utrecht \(GM0344\)"):
        find_municipality("Utrect")
    with pytest.raises(InputError, match="areas list"):
        find_municipality("xqzw")


def test_a_name_of_two_municipalities_asks_for_the_code() -> None:
    with pytest.raises(InputError, match=r"GM0893 .*GM0373 .*Geef de code"):
        find_municipality("Bergen")
    assert find_municipality("Bergen (NH.)").code == "GM0373"


def test_every_area_lies_in_one_that_is_there() -> None:
    codes = {one.code for one in read_register()}
    wholes = {one.whole for one in read_register() if one.whole}
    assert len(codes) == len(read_register()) > 15_000
    assert {code for code in wholes - codes if code.startswith("WK")} == set()


def test_what_lies_within_comes_larger_first() -> None:
    found = areas_within("GM0344")
    assert found[0].code == "GM0344"
    assert {one.level for one in found[1:11]} == {"district"}
    assert found[-1].whole.startswith("WK0344")


def test_areas_are_looked_up_by_words_of_their_name() -> None:
    assert [one.code for one in areas_named("overvecht", most=5)] == ["WK034403", "BU03440343"]
    assert areas_named("", most=3)[0].level == "municipality"
    assert areas_named("overvecht nergens", most=3) == []
