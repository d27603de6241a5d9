"""What matches is shown as it was written."""

from __future__ import annotations

import pytest

from viz.highlight import matching_parts


@pytest.mark.parametrize(
    ("name", "query", "matched"),
    [
        ("Geheugencafé", "cafe", ["café"]),
        ("Taalcafé aan de Kade", "kade CAFÉ", ["café", "Kade"]),
        ("Anna's Gedoe", "annas", ["Anna's"]),
        ("Straße 5", "strasse", ["Straße"]),
        ("De Tuin", "xyz", []),
        ("", "x", []),
    ],
)
def test_matches_fold_accents_and_keep_the_writing(name: str, query: str, matched: list[str]) -> None:
    parts = matching_parts(name, query)
    assert [text for text, matches in parts if matches] == matched
    assert "".join(text for text, _ in parts) == name
