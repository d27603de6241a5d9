"""How common each word is in the names of one kind, and which words name a place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.resolution.names import Name
from graph.resolution.vocabulary import COMMON

LEAST_THINGS = 1_000
"""As if there were at least so many: in a list of ten every word is rare."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of the names that are compared.

    Parameters
    ----------
    counts
        Word -> in how many things' names it occurs.
    things
        How many things there are.
    places
        Word -> ids of the areas whose name has it; words of the larger cities without an id.
    """

    counts: Mapping[str, int]
    things: int
    places: Mapping[str, frozenset[str]]

    def rarity(self, word: str) -> float:
        """Return how much it says that two names share a word: the log of one in how many names has it."""
        things = max(self.things, LEAST_THINGS)
        count = max(self.counts.get(word, 0), things / 50 if word in COMMON else 0)
        return math.log((things + 2) / (count + 1))

    def is_known(self, word: str) -> bool:
        """Return whether more than one thing or a place is called so, so that it is not likely a mistake."""
        return self.counts.get(word, 0) > 1 or word in self.places

    def is_place(self, word: str) -> bool:
        """Return whether a word is (part of) the name of a place."""
        return word in self.places


def build_lexicon(names: Iterable[Iterable[Name]], places: Mapping[str, frozenset[str]]) -> Lexicon:
    """Return how common the words are.

    Parameters
    ----------
    names
        For each thing its names.
    places
        Word -> ids of areas called so.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the number of words.
    """
    counts: Counter[str] = Counter()
    things = 0
    for several in names:
        things += 1
        counts.update({word for name in several for word in name.words})
    return Lexicon(counts, things, places)
