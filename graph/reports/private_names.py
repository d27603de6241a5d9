"""Says whether words of a report name somebody whose name is not public: such words stay inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.reports.proposals import Person

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SHORTEST = 3
"""Letters of a part of a name that is looked for by itself: initials and "de" are in any text."""


def names_somebody(text: str, people: Sequence[Person]) -> bool:
    """Return whether a text holds the name of a person without a public role, whole or a part of it.

    Parameters
    ----------
    text
        A passage, or a name that is made of words of the report.
    people
        The people of the report.

    Notes
    -----
    Rather too often than too seldom: a surname that is a place too hides the passage. Linear in text and names.
    """
    words = set(_WORD.findall(text))
    private = [spelling for one in people if not one.public for spelling in (one.name, *one.aliases)]
    return any(name in text for name in private if name) or not words.isdisjoint(_parts(private))


def _parts(names: Iterable[str]) -> set[str]:
    """Return the words of names that stand for somebody by themselves: those with a capital."""
    words = (word for name in names for word in _WORD.findall(name))
    return {word for word in words if len(word) >= _SHORTEST and word[0].isupper()}
