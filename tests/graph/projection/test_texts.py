"""Texts become unit vectors, each once."""

from __future__ import annotations

import numpy as np
import pytest

from graph.projection import texts
from graph.store.sqlite import SqliteStore


@pytest.fixture
def store() -> SqliteStore:
    return SqliteStore(None)


def test_vectors_are_unit_and_empty_texts_are_zero(store: SqliteStore) -> None:
    vectors = texts.encode(["Buren koken samen.", "", "   "], store.derived)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 0], abs=1e-3)


def test_alike_texts_lie_closer_than_others(store: SqliteStore) -> None:
    one, alike, other = texts.encode(
        ["Buren koken samen in het buurthuis.", "In het buurthuis koken buren met elkaar.", "Wij repareren fietsen."],
        store.derived,
    )
    assert one @ alike > one @ other


def test_a_vector_is_made_once(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    if texts._encoder() is None:
        pytest.skip("the sentence encoder is not installed")
    first = texts.encode(["Buren koken samen."], store.derived)
    monkeypatch.setattr(texts, "_encoder", object)  # would fail if it were asked anything
    assert (texts.encode(["Buren koken samen."], store.derived) == first).all()


def test_without_the_encoder_rare_words_count_most(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_encoder", lambda: None)
    corpus = ["de soep", "de soep", "de fiets", "de tuin", "de tuin van de buurt"]
    vectors = texts.encode(corpus, store.derived)
    assert vectors[0] @ vectors[1] == pytest.approx(1, abs=1e-5)
    assert vectors[3] @ vectors[4] > vectors[0] @ vectors[2]
