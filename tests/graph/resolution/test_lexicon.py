from __future__ import annotations

from graph.resolution.lexicon import build_lexicon
from graph.resolution.names import read_name


def test_a_word_says_more_the_fewer_names_have_it() -> None:
    names = [[read_name(f"Keuken {number}")] for number in range(5)] + [[read_name("Keuken Zonnehoek")]]
    lexicon = build_lexicon(names, {})
    assert lexicon.rarity("zonnehoek") > lexicon.rarity("keuken")
    assert lexicon.is_known("keuken") and not lexicon.is_known("zonnehoek")


def test_a_word_counts_once_for_a_thing_with_several_names() -> None:
    lexicon = build_lexicon([[read_name("De Linde"), read_name("Buurthuis De Linde")]], {})
    assert lexicon.counts["linde"] == 1
    assert lexicon.things == 1


def test_common_words_say_little_where_a_store_has_few_names_yet() -> None:
    lexicon = build_lexicon([[read_name("Repair Café")]], {})
    assert lexicon.rarity("repair") < lexicon.rarity("zonnehoek") - 2


def test_the_name_of_a_place_is_no_mistake() -> None:
    lexicon = build_lexicon([[read_name("Keuken Duinoord")]], {"duinoord": frozenset(("area/duinoord",))})
    assert lexicon.is_known("duinoord") and lexicon.is_place("duinoord")
