from __future__ import annotations

import pytest

from api.negotiation import GRAPHQL, JSON, MOST, choose_language, choose_media_type


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, GRAPHQL),
        ("", GRAPHQL),
        ("*/*", GRAPHQL),
        ("application/*", GRAPHQL),
        (JSON, JSON),
        (JSON.upper(), JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, {JSON};q=0.9", GRAPHQL),
        (f"{GRAPHQL};q=0.4, {JSON};q=0.9", JSON),
        (f"{JSON};charset=utf-8", JSON),
        (f"{JSON};charset=utf-16", None),
        (f"{JSON};q=0", None),
        ("text/html", None),
        ("text/*, image/png", None),
        (";;q=x,,", None),
    ],
)
def test_the_best_of_our_types_is_chosen(accept: str | None, chosen: str | None) -> None:
    assert choose_media_type(accept) == chosen


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "nl"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("nl, en", "nl"), ("de, en;q=0.8, nl;q=0.7", "en"),
        ("fr", "nl"), ("en;q=nan", "nl"), ("en;q=2", "nl"), ("*", "nl"), ("NL-be", "nl"),
    ],
)  # fmt: skip
def test_dutch_is_spoken_unless_english_is_preferred(accepted: str, lang: str) -> None:
    assert choose_language(accepted) == lang


def test_so_many_items_of_a_header_are_looked_at_and_no_more() -> None:
    assert choose_language("de," * (MOST - 1) + "en") == "en"
    assert choose_language("de," * MOST + "en") == "nl"
