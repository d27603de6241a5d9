from __future__ import annotations

from graph.reports.layout import take_apart
from graph.reports.tokens import find_words, fold


def texts(text: str) -> list[str]:
    return [one.text for one in find_words(take_apart(text)).tokens]


def test_dutch_words_stay_whole() -> None:
    assert texts("'t Dreesje in 's-Gravenhage") == ["'t", "Dreesje", "in", "'s-Gravenhage"]
    assert texts("R.J. van Dam, Jansen-Peters") == ["R.J.", "van", "Dam", ",", "Jansen-Peters"]
    assert texts("Bouwlust/Vrederust") == ["Bouwlust", "/", "Vrederust"]


def test_a_capital_that_opens_a_sentence_is_marked() -> None:
    words = find_words(take_apart("Bewoners komen. Ook Rabobank kwam."))
    assert [one.text for one in words.tokens if one.opens] == ["Bewoners", "Ook"]


def test_a_broken_word_is_joined_in_a_name() -> None:
    words = find_words(take_apart("Daar staat het Buurt-\nhuis, zeker weten wij dat nu nog niet precies te zeggen"))
    number = next(n for n, one in enumerate(words.tokens) if one.text.startswith("Buurt"))
    assert words.text(number, number + 1).startswith("Buurthuis")


def test_folding_takes_off_capitals_accents_and_hyphens() -> None:
    assert fold("Zorgcoöperatie ’t  Hart-van") == "zorgcooperatie 't hart van"
