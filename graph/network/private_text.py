"""Contact details in what people type: they do not belong in the graph, whoever may read it."""

from __future__ import annotations

import re

from graph.schema.words import Words

NO_CONTACT = Words(
    "Telefoon en e-mail horen niet in Wijkweb. Haal ze weg.",
    "Phone and e-mail do not belong in Wijkweb. Take them out.",
)
"""What is said of a text that holds contact details."""

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"(?:\+?\d[\s\-()./]*){9,}")
"""Nine digits or more in a row: a phone or a citizen's number, and no date or year."""


def holds_contact(text: str) -> bool:
    """Whether a text seems to hold an e-mail address, a phone number or a citizen's number."""
    return bool(_ADDRESS.search(text) or _PHONE.search(text))
