"""The one way in which text is normalised, so that what people type finds what sources wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.schema.words import Words, normalise, slug

FIXED = settings(derandomize=True, database=None, deadline=None, max_examples=300)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Zorgcoöperatie ’s-Gravenhage (Anna's)", "zorgcooperatie s gravenhage annas"),
        ("Foto’s, foto´s & foto`s", "fotos fotos fotos"),
        ("Regentes-/Valkenboskwartier", "regentes valkenboskwartier"),
        ("snake_case", "snake case"),
        ("Straße", "strasse"),
        ("Ĳsbreker ﬁets", "ijsbreker fiets"),
        ("e\u0301e\u0301n = één", "een een"),
        ("𝕎𝕚𝕛𝕜 ＷＩＪＫ", "wijk wijk"),
        ("İstanbul", "istanbul"),
        ("½ m²", "1 2 m2"),
        ("中文 שלום Łódź", "中文 שלום łodz"),
        ("  \t\n ", ""),
        ("’”…🌻%", ""),
        ("\0\ud800x", "x"),
    ],
)
def test_case_accents_apostrophes_and_punctuation_are_folded_away(text: str, normal: str) -> None:
    assert normalise(text) == normal


@FIXED
@given(st.text(max_size=40))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once == " ".join(once.split())
    assert not any(character.isspace() and character != " " for character in once)


@FIXED
@given(st.text(max_size=20), st.text(max_size=20))
def test_texts_that_are_joined_by_a_blank_keep_their_words(one: str, other: str) -> None:
    assert normalise(f"{one} {other}").split() == [*normalise(one).split(), *normalise(other).split()]


@FIXED
@given(st.text(max_size=20))
def test_capitals_make_no_difference(text: str) -> None:
    assert normalise(text.upper().lower()) == normalise(text.lower().upper().lower())
    assert normalise(text.swapcase().casefold()) == normalise(text.swapcase())


@pytest.mark.parametrize(
    ("text", "most", "part"),
    [
        ("Anna’s Gedoe in de Buurt", 60, "annas-gedoe-in-de-buurt"),
        ("Anna’s Gedoe in de Buurt", 12, "annas-gedoe"),
        ("Zorgcoöperatie", 5, "zorgc"),
        ("…", 60, ""),
    ],
)
def test_a_slug_is_cut_at_a_word(text: str, most: int, part: str) -> None:
    assert slug(text, most=most) == part
    assert len(slug(text, most=most)) <= most


@pytest.mark.parametrize(("lang", "word"), [("nl", "naam"), ("en", "name"), ("fr", "naam"), ("", "naam")])
def test_words_are_dutch_unless_english_is_asked_for(lang: str, word: str) -> None:
    assert Words("naam", "name").to(lang) == word
