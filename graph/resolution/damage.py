"""Damaged characters: text that was read in the wrong encoding, repaired where that is certain."""

from __future__ import annotations

import re

_SUSPECT = re.compile("[ÂÃÅâ][\u0080-\u00bf\u0152-\u2122]")
"""What a letter with an accent looks like when its two bytes of UTF-8 were read as two letters of Windows-1252."""

_LOST = re.compile("(?<=\\w)\\?(?=\\w)|[ÂÃÅ]?\ufffd")
"""A character that was lost: the replacement character, or a question mark inside a word."""

STAND_IN = "x"
"""What a lost character is read as: one letter, so that the word keeps its length."""

ROUNDS = 2
"""How often one text may have been read wrongly: twice happens, three times was never seen."""


def repair(text: str) -> str:
    """Return a text with characters restored that were read in the wrong encoding; any other text as it is.

    Parameters
    ----------
    text
        Any text.

    Raises
    ------
    Nothing.

    Notes
    -----
    Certain, because a text in which these letters stand by themselves cannot be read back as UTF-8, and then stays.

    Examples
    --------
    >>> repair("Repair CafÃ©")
    'Repair Café'
    """
    for _ in range(ROUNDS):
        if not _SUSPECT.search(text):
            break
        again = _read_again(text)
        if again is None:
            break
        text = again
    return text


def _read_again(text: str) -> str | None:
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


def with_stand_ins(text: str) -> str:
    """Return a text with a letter for each lost character, so that a word with one stays one word.

    Raises
    ------
    Nothing.
    """
    return _LOST.sub(STAND_IN, text) if "\ufffd" in text or "?" in text else text


def is_damaged(text: str) -> bool:
    """Return whether a text holds characters that were read wrongly or lost.

    Raises
    ------
    Nothing.
    """
    return repair(text) != text or with_stand_ins(text) != text
