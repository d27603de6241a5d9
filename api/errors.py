"""What errors become over HTTP: a status, a code of the schema, and a sentence. The one table.

Adds to the tree of `graph.errors` what only a service knows: too much at once, a key used twice, advice not ready yet.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

import strawberry

from api.types.describing import member
from graph.errors import (
    ConflictError,
    CursorError,
    ForbiddenError,
    InputError,
    StoreError,
    UnknownIdError,
    WijkwebError,
)
from graph.schema.words import Words

LOGGER = logging.getLogger("wijkweb.api")

LONGEST_MESSAGE = 500
"""Characters of a sentence that goes out: some quote what was sent."""


class TooCostlyError(InputError):
    """More is asked at once than one request may."""


class TooLongError(TooCostlyError):
    """A request is longer than it may be."""


class WrongMediaTypeError(InputError):
    """The body of a request is of a type that is not read, or compressed."""


class WrongMethodError(InputError):
    """The method of a request cannot do what is asked, such as writing by one that may only read."""


class KeyReusedError(InputError):
    """An idempotency key was used for another write."""


class AdviceNotReadyError(WijkwebError):
    """Advice is being computed."""


class BusyError(WijkwebError):
    """More requests wait than there is room for."""


@strawberry.enum(description="Why a request or a write was refused.")
class ErrorCode(Enum):
    """Why a request or a write was refused."""

    BAD_INPUT = member("BAD_INPUT", "An argument is wrong; the message says what would be right.")
    BAD_CURSOR = member("BAD_CURSOR", "The cursor is not ours or belongs to another query.")
    NOT_FOUND = member("NOT_FOUND", "No such thing, or none that you may see.")
    UNAUTHENTICATED = member("UNAUTHENTICATED", "A valid token is needed.")
    FORBIDDEN = member("FORBIDDEN", "Your role may not do this.")
    CONFLICT = member("CONFLICT", "The thing changed since the revision you expected.")
    KEY_REUSED = member("KEY_REUSED", "The idempotency key was used for another input.")
    TOO_COSTLY = member("TOO_COSTLY", "Over the limit on cost, depth, aliases or size.")
    RATE_LIMITED = member("RATE_LIMITED", "Too many requests; Retry-After says how long to wait.")
    ADVICE_NOT_READY = member("ADVICE_NOT_READY", "Advice is being computed; Retry-After says how long to wait.")
    UNAVAILABLE = member("UNAVAILABLE", "The store is busy or away; the same request may be sent again.")
    INTERNAL = member("INTERNAL", "Our fault; the message carries a number to report.")


_TABLE: Mapping[type[WijkwebError], tuple[int, ErrorCode]] = MappingProxyType(
    {
        TooLongError: (413, ErrorCode.TOO_COSTLY),
        TooCostlyError: (400, ErrorCode.TOO_COSTLY),
        WrongMediaTypeError: (415, ErrorCode.BAD_INPUT),
        WrongMethodError: (405, ErrorCode.BAD_INPUT),
        KeyReusedError: (409, ErrorCode.KEY_REUSED),
        CursorError: (400, ErrorCode.BAD_CURSOR),
        UnknownIdError: (404, ErrorCode.NOT_FOUND),
        InputError: (400, ErrorCode.BAD_INPUT),
        ForbiddenError: (403, ErrorCode.FORBIDDEN),
        ConflictError: (409, ErrorCode.CONFLICT),
        AdviceNotReadyError: (503, ErrorCode.ADVICE_NOT_READY),
        BusyError: (503, ErrorCode.UNAVAILABLE),
        StoreError: (503, ErrorCode.UNAVAILABLE),
    }
)
"""From an error to its status and code: the first class that fits counts. What is not here is our fault."""

_AWAY = Words(
    "De opslag is bezet of niet bereikbaar. Probeer het zo nog eens.",
    "The store is busy or cannot be reached. Try again in a moment.",
)
"""In place of a store's own words: these are for whoever runs it, and name its address or file."""

COME_BACK = (ErrorCode.ADVICE_NOT_READY, ErrorCode.UNAVAILABLE, ErrorCode.RATE_LIMITED)
"""Codes with which the answer says when to ask again."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as it goes out.

    Parameters
    ----------
    status
        For HTTP, where it is the whole answer.
    code
        For programs.
    words
        For people; without stack trace, query of an engine, or anything that is hidden from who asks.
    """

    status: int
    code: ErrorCode
    words: Words

    def sentence(self, lang: str) -> str:
        """Return the sentence in a language, cut where it quotes too much and without what no text may hold."""
        text = self.words.to(lang).encode("utf-8", "replace").decode()
        return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE - 1]}…"


def problem_of(error: BaseException) -> Problem:
    """Return what an error goes out as; one that we did not raise on purpose is logged under a number.

    Parameters
    ----------
    error
        Anything that was raised.
    """
    if isinstance(error, StoreError):
        LOGGER.warning("the store does not answer: %s", error.en)
        return Problem(*_TABLE[StoreError], _AWAY)
    if isinstance(error, WijkwebError):
        for class_, (status, code) in _TABLE.items():
            if isinstance(error, class_):
                return Problem(status, code, Words(error.nl, error.en))
    number = secrets.token_hex(4)
    LOGGER.error("error %s", number, exc_info=error)
    return Problem(
        500,
        ErrorCode.INTERNAL,
        Words(
            f"Er ging bij ons iets mis. Meld het met nummer {number}.",
            f"Something went wrong on our side. Report it with number {number}.",
        ),
    )
