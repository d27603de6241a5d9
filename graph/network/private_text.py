"""What people may type beside a decision: not too long, and no contact details, whoever may read it."""

from __future__ import annotations

import re

from graph.errors import InputError
from graph.schema.model import check_characters

LONGEST_TYPED = 2_000
"""Characters of a reason, a lesson or a note."""

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"(?:\+?\d[\s\-()./]*){9,}")
"""Nine digits or more in a row: a phone or a citizen's number, and no date or year."""


def check_typed(text: str, part: str) -> None:
    """Refuse what does not belong in a text that a person types.

    Parameters
    ----------
    text
        As it was typed.
    part
        What the error is said to concern.

    Raises
    ------
    InputError
        It is too long, holds a character that is no text, or seems to hold an e-mail address, a phone number or a
        citizen's number.
    """
    if len(text) > LONGEST_TYPED:
        raise InputError(f"Houd het bij {LONGEST_TYPED} tekens.", f"Keep it to {LONGEST_TYPED} characters.",
                         concerning=part)  # fmt: skip
    try:
        check_characters(text)
    except InputError as error:
        raise InputError(error.nl, error.en, concerning=part) from error
    if _ADDRESS.search(text) or _PHONE.search(text):
        raise InputError(
            "Telefoon en e-mail horen niet in Wijkweb. Haal ze weg.",
            "Phone and e-mail do not belong in Wijkweb. Take them out.",
            concerning=part,
        )
