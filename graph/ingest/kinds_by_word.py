"""What a thing is by the words of its name: a foundation is an organisation, a street party an initiative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.schema.words import normalise

SHORTEST_ENDING = 5
"""Letters of a word that also tells at the end of a longer one: ``regeling`` in ``Subsidieregeling``."""


@dataclass(frozen=True)
class KindsByWord:
    """Kinds with the words that tell them.

    Parameters
    ----------
    otherwise
        Kind of what has none of these words in its name.
    words
        Kind by word, normalised; a word may be several (``b v``).
    """

    otherwise: str
    words: Mapping[str, str]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Every kind that a name may tell, what it is otherwise first."""
        return tuple(dict.fromkeys((self.otherwise, *self.words.values())))

    def found_in(self, name: str) -> str | None:
        """Return the first of the words that a name holds, whole or at the end of a longer one; None for none.

        Examples
        --------
        >>> words = {"stichting": "Organisation", "b v": "Organisation", "regeling": "Programme"}
        >>> kinds = KindsByWord("Initiative", words)
        >>> [kinds.found_in(name) for name in ("Stichting De Kas", "Zorg B.V.", "Subsidieregeling 2024", "De Kas")]
        ['stichting', 'b v', 'regeling', None]
        """
        text = f" {normalise(name)} "
        places = {}
        for word in self.words:
            at = text.find(f"{word} " if len(word) >= SHORTEST_ENDING else f" {word} ")
            if at >= 0:
                places[word] = at + len(word)
        return min(places, key=places.__getitem__) if places else None

    def kinds_of(self, name: str) -> tuple[str, ...]:
        """Return what something of a name may be: what its words tell first, which it is when it is new.

        Parameters
        ----------
        name
            As it stands in the table.
        """
        word = self.found_in(name)
        first = self.otherwise if word is None else self.words[word]
        return (first, *(kind for kind in self.kinds if kind != first))
