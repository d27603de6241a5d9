"""Cursors: where the next page begins. Opaque, and good only for the question that gave them.

A cursor holds the id of the last row and a fingerprint of the question. Ids hold no private name, so neither does a
cursor; whether the row is still there to be seen, the view decides.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from hashlib import blake2b

from graph.errors import CursorError

_BYTES = 6
"""Of the fingerprint. It guards against mistakes, not against people: who makes a cursor up sees what he may see."""

LONGEST = 4_000
"""Characters of a cursor; the longest id of a relationship is far below it."""


class Cursors:
    """Cursors of one question.

    Parameters
    ----------
    question
        All that decides which rows there are and in which order; its text form tells questions apart.
    """

    def __init__(self, *question: object) -> None:
        self._mark = blake2b(repr(question).encode("utf-8", "replace"), digest_size=_BYTES).digest()

    def of(self, id_: str) -> str:
        """Return the cursor of a row."""
        return urlsafe_b64encode(self._mark + id_.encode()).decode().rstrip("=")

    def after(self, cursor: str | None) -> str | None:
        """Return the id of the row that a cursor stands at; None for none.

        Raises
        ------
        CursorError
            It is not ours, or belongs to another question.
        """
        if cursor is None:
            return None
        try:
            given = urlsafe_b64decode(cursor[:LONGEST] + "=" * (-len(cursor) % 4))
            id_ = given[_BYTES:].decode()
        except (binascii.Error, ValueError):
            raise _bad_cursor() from None
        if given[:_BYTES] != self._mark or not id_ or self.of(id_) != cursor:
            raise _bad_cursor()
        return id_


def place_after(ids: Sequence[str], after: str | None) -> int:
    """Return where a page of a list that is at hand begins.

    Parameters
    ----------
    ids
        Of all its rows, in order.
    after
        Id of the row that the page comes after; None for the first page.

    Raises
    ------
    CursorError
        That row is not in the list any more.
    """
    if after is None:
        return 0
    if after not in ids:
        raise _bad_cursor()
    return ids.index(after) + 1


def _bad_cursor() -> CursorError:
    return CursorError(
        "Deze plek is niet van deze vraag, of bestaat niet meer. Begin opnieuw, zonder ‘after’.",
        "This cursor does not belong to this question, or its row is gone. Begin again, without ‘after’.",
    )
