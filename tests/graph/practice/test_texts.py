from __future__ import annotations

from collections import Counter

import numpy as np

from graph.practice.city import City
from graph.practice.initiatives import ENDED, IDEA, RUNNING


def test_nearly_every_initiative_is_described(big_city: City) -> None:
    empty = sum(not text for text in big_city.summaries)
    assert 0.03 < empty / len(big_city.summaries) < 0.09


def test_no_slot_stays_open_and_every_text_ends(big_city: City) -> None:
    texts = [text for text in big_city.summaries if text]
    assert not any("{" in text or "}" in text or "  " in text for text in texts)
    assert all(text.endswith(".") and text[0].isupper() for text in texts)
    assert max(map(len, texts)) < 260


def test_texts_are_varied(city: City, big_city: City) -> None:
    for each, most in ((city, 0.03), (big_city, 0.01)):
        texts = [text for text in each.summaries if text]
        assert Counter(texts).most_common(1)[0][1] <= max(3, most * len(texts))
    assert len({text for text in city.summaries if text}) > 120


def test_what_has_ended_says_so_and_an_idea_is_a_wish(big_city: City) -> None:
    phases = big_city.initiatives.phases
    for place in np.flatnonzero(phases == ENDED).tolist():
        text, year = big_city.summaries[place], str(int(big_city.initiatives.ended[place]))
        assert not text or year in text
    ideas = [big_city.summaries[place] for place in np.flatnonzero(phases == IDEA).tolist()]
    running = {big_city.summaries[place] for place in np.flatnonzero(phases >= RUNNING).tolist()} - {""}
    assert running.isdisjoint(ideas)


def test_a_street_in_the_name_is_the_street_in_the_text(big_city: City) -> None:
    for name, text in zip(big_city.names, big_city.summaries, strict=True):
        if name.startswith("Buurtkast ") and text.startswith("Aan de "):
            assert text.split()[2] in name
