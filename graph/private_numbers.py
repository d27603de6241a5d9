"""Numbers that belong to somebody, told from other numbers by their form and their check: they are never taken in."""

from __future__ import annotations

import re

IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
"""The form of a bank account (ISO 13616)."""

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_iban(text: str) -> bool:
    """Whether a text is a bank account: its check digits hold."""
    plain = re.sub(r"\s", "", text).upper()
    if not 15 <= len(plain) <= 34:
        return False
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def is_citizen_number(text: str) -> bool:
    """Whether eight or nine digits pass the check of eleven of Dutch citizen numbers; dots between them do not matter.

    Examples
    --------
    >>> is_citizen_number("111222333"), is_citizen_number("111.222.334")
    (True, False)
    """
    digits = [int(one) for one in text if one.isdigit()]
    padded = [0] * (len(_WEIGHTS) - len(digits)) + digits
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, padded, strict=True))
    return any(digits) and total % 11 == 0
