"""What search does with the words that people type: the same words and the same ranks for every engine."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import normalise

LONGEST_QUERY = 200
"""Characters of a search that are looked at; nobody types more, and each word costs."""


@dataclass(frozen=True, slots=True)
class Words:
    """A search, normalised.

    Parameters
    ----------
    whole
        All words, one blank between them.
    words
        Each word once; all of them must occur.
    """

    whole: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Normalise what somebody typed."""
        whole = normalise(text[:LONGEST_QUERY])
        return cls(whole, tuple(dict.fromkeys(whole.split())))
