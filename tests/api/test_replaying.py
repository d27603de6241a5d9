from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from api.errors import KeyReusedError
from api.replaying import COLLECTION, Replays
from graph.network import Network
from graph.store.questions import Role, Viewer

STAFF, ADMIN = Viewer(Role.STAFF), Viewer(Role.ADMIN)


def test_a_note_is_found_by_its_key_its_words_and_its_role(network: Network) -> None:
    replays = Replays(network.store.records, days=7)
    replays.put("k", ("a", 1), STAFF, made="x")
    found = replays.find("k", ("a", 1), STAFF)
    assert found is not None and found["made"] == "x"
    assert replays.find("k", ("a", 1), ADMIN) is None
    with pytest.raises(KeyReusedError):
        replays.find("k", ("a", 2), STAFF)


def test_a_note_that_is_dropped_or_old_is_none_and_is_swept(network: Network) -> None:
    days = iter([0, 0, 8, 8, 8, 8, 8])
    begin = datetime(2026, 1, 15, tzinfo=UTC)
    replays = Replays(network.store.records, days=7, now=lambda: begin + timedelta(days=next(days)))
    for key in ("a", "b"):
        replays.put(key, "words", STAFF)
    replays.drop("a", STAFF)
    assert replays.find("a", "words", STAFF) is None
    assert replays.find("b", "other words", STAFF) is None
    replays.sweep()
    assert network.store.records.list(COLLECTION) == []
