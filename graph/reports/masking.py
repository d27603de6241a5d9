"""Blanks out what is no running text: mark-up, web addresses, and contact details, which are counted and never shown.

The masked text has the length of the original, so that every place in one is the same place in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.private_numbers import IBAN, is_citizen_number

# Every repetition is bounded or cannot begin twice in one run: a hostile text must not take the square of its length.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,8}")
_PHONE = re.compile(
    r"(?<![\w€-])(?:\+|00)\d{2}[ .-]?(?:\(0\))?(?:[ .-]?\d){8,10}(?!\w)"  # +31 6 12345678
    r"|(?<![\w€.,-])0\d{1,3}[ -]{0,3}\d[\d .]{4,11}\d(?![\w-])|(?<![\w-])0\d(?:-\d\d){4}(?![\w-])"
    r"|(?<!\w)\(0\d{1,3}\)(?:[ .-]?\d){6,8}(?!\w)"
)
_PHONE_DIGITS = range(10, 15)
"""Digits of a telephone number, with and without that of the country; a year or a sum of money has fewer."""
_NINE = re.compile(r"(?<![\w.,-])\d{3}\.?\d{3}\.?\d{3}(?![\w-])")
_WEB = re.compile(r"(?:https?://|www\.)[^\s)\]>|]+", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]\n]{0,400})\]\([^()\n]{0,2000}\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_MARK = re.compile(
    r"\*+|`+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|^[ \t]*#{1,6}(?=\s)|^[ \t]*>+|~~|\\(?=[*_#-])", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text in which only what can be read as text is left.

    Parameters
    ----------
    text
        As long as the original.
    private
        Begin and end of every contact detail.
    kept_out
        How many of each sort there were: ``email``, ``phone``, ``iban``, ``bsn``.
    """

    text: str
    private: tuple[tuple[int, int], ...]
    kept_out: Mapping[str, int]


def mask(text: str) -> Masked:
    """Return a text with mark-up, addresses and contact details blanked out.

    Notes
    -----
    About linear in the length of the text. A nine-digit number counts as a citizen number only where its check holds.
    """
    blanked = list(text)
    taken = bytearray(len(text))
    private: list[tuple[int, int]] = []
    counts: Counter[str] = Counter()
    for name, pattern in (("email", _EMAIL), ("iban", IBAN), ("phone", _PHONE), ("bsn", _NINE)):
        for found in pattern.finditer(text):
            if not _is_private(name, found.group()):
                continue
            if not any(taken[found.start() : found.end()]):
                counts[name] += 1
                private.append(found.span())
                taken[found.start() : found.end()] = b"\1" * len(found.group())
    for start, end in private:
        _blank(blanked, start, end)
    for found in _LINK.finditer(text):
        _blank(blanked, found.start(), found.start(1))
        _blank(blanked, found.end(1), found.end())
    for pattern in (_WEB, _TAG, _MARK):
        for found in pattern.finditer(text):
            _blank(blanked, found.start(), found.end())
    return Masked("".join(blanked), tuple(sorted(private)), dict(counts))


def _blank(characters: list[str], start: int, end: int) -> None:
    characters[start:end] = ["\n" if one == "\n" else " " for one in characters[start:end]]


def _is_private(name: str, text: str) -> bool:
    """Return whether a number is what its shape suggests."""
    if name == "phone":
        return sum(one.isdigit() for one in text) in _PHONE_DIGITS
    return name != "bsn" or is_citizen_number(text)
