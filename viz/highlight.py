"""Which part of a name matches a search: folded as search folds it, shown as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.schema.words import normalise


def matching_parts(name: str, query: str) -> tuple[tuple[str, bool], ...]:
    """Return a name in pieces, each with whether it matches a word of the search.

    Parameters
    ----------
    name
        As it was written, such as ``Geheugencafé``.
    query
        What somebody typed, such as ``cafe``.

    Returns
    -------
    tuple
        Pieces in order that join to the name; an empty name has none.

    Notes
    -----
    Linear in the name for each word of the search. A letter that folds into several (ß) matches as a whole.

    Examples
    --------
    >>> matching_parts("Geheugencafé", "cafe")
    (('Geheugen', False), ('café', True))
    """
    folded, origin = _fold(name)
    matched = [False] * len(name)
    for word in normalise(query).split():
        for found in re.finditer(re.escape(word), folded):
            for place in range(found.start(), found.end()):
                matched[origin[place]] = True
    # An apostrophe folds to nothing: within a match it is part of it.
    for place in sorted(set(range(1, len(name) - 1)) - set(origin)):
        matched[place] = matched[place - 1] and matched[place + 1]
    return tuple(_pieces(name, matched))


def _fold(name: str) -> tuple[str, list[int]]:
    """Return the folded name, and for each of its characters which one of the name it came from."""
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(name):
        plain = normalise(character) or (" " if character.isspace() else "")
        folded.append(plain)
        origin.extend([place] * len(plain))
    return "".join(folded), origin


def _pieces(name: str, matched: list[bool]) -> Iterator[tuple[str, bool]]:
    start = 0
    for place in range(1, len(name) + 1):
        if place == len(name) or matched[place] != matched[start]:
            yield name[start:place], matched[start]
            start = place
