from __future__ import annotations

import re

import pytest

from graph.resolution.catalogue import SIGNS, Entry

_SLOTS = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("entry", SIGNS.values(), ids=SIGNS)
def test_each_sign_has_a_sentence_in_both_languages_with_the_same_parts(entry: Entry) -> None:
    for words in filter(None, (entry.words, entry.opposite)):
        assert set(_SLOTS.findall(words.nl)) == set(_SLOTS.findall(words.en)) <= {"what", "other"}
        assert words.nl.endswith((".", "}")) and words.en.endswith((".", "}"))
        assert len(words.nl.split()) <= 20


def test_signs_weigh_as_their_sentences_say() -> None:
    assert all(SIGNS[code].weight > 0 for code in ("same_words", "spacing", "cut", "same_identity", "same_place"))
    assert all(
        SIGNS[code].weight < 0 for code in ("other_number", "telling_word", "other_city", "own_partner", "rivals")
    )
