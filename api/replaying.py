"""Writes that are safe to send again: the same key and the same words give the first answer, for a week.

A network may fail between our writing and the sender's reading, and who sends again must not write twice. What is kept
of a write is a note under its key; whoever writes says what the note holds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any

from api.errors import KeyReusedError
from graph.store.base import Records, all_records
from graph.store.loads import Document
from graph.store.questions import Viewer

COLLECTION = "idempotency"
"""Collection of the records that holds the notes."""


class Replays:
    """Notes of the writes of one site.

    Parameters
    ----------
    records
        Where they are kept.
    days
        How long an answer is kept for the same write again.
    now
        Gives the moment.
    """

    def __init__(self, records: Records, *, days: int, now: Callable[[], datetime] | None = None) -> None:
        self._records = records
        self._kept = timedelta(days=days)
        self._now = now or (lambda: datetime.now(UTC))
        self._swept: datetime | None = None

    def find(self, key: str, words: object, viewer: Viewer) -> Document | None:
        """Return the note of an equal write; None for a new one.

        Parameters
        ----------
        key
            The sender's own text for the write.
        words
            Everything else that was sent, and what for.
        viewer
            Who sends it: two roles do not share keys.

        Raises
        ------
        KeyReusedError
            The key was used for other words.
        """
        note = self._records.get(COLLECTION, [place_of(key, viewer)])[0]
        if note is None or not self._is_fresh(note):
            return None
        if note["words"] != _mark(words):
            raise KeyReusedError(
                "Deze sleutel is al gebruikt voor iets anders. Kies een nieuwe.",
                "This key has been used for something else. Choose a new one.",
                concerning="idempotencyKey",
            )
        return note

    def put(self, key: str, words: object, viewer: Viewer, **what: Any) -> None:
        """Keep a note of a write, in place of the one before it under its key."""
        note = {**what, "words": _mark(words), "at": self._now().isoformat()}
        self._records.put(COLLECTION, {place_of(key, viewer): note})

    def drop(self, key: str, viewer: Viewer) -> None:
        """Forget a write that came to nothing."""
        self._records.delete(COLLECTION, [place_of(key, viewer)])

    def sweep(self) -> None:
        """Drop notes that no longer count: all of them are looked at once a day, and people write some tens a day."""
        if self._swept is not None and self._now() - self._swept < timedelta(days=1):
            return
        self._swept = self._now()
        notes = all_records(self._records, COLLECTION)
        self._records.delete(COLLECTION, [place for place, note in notes if not self._is_fresh(note)])

    def _is_fresh(self, note: Document) -> bool:
        return datetime.fromisoformat(str(note["at"])) + self._kept > self._now()


def place_of(key: str, viewer: Viewer) -> str:
    """Return where a key is noted: hashed, as a sender may put anything into it."""
    return blake2b(f"{viewer.role.value}|{key}".encode("utf-8", "replace"), digest_size=16).hexdigest()


def _mark(words: object) -> str:
    return blake2b(repr(words).encode("utf-8", "replace"), digest_size=16).hexdigest()
