"""Names as they are compared: their words without legal form and small words, and what tells them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.resolution.damage import repair, with_stand_ins
from graph.resolution.vocabulary import (
    ABBREVIATIONS,
    ARTICLES,
    LEADING_FORMS,
    LEGAL_FORMS,
    NUMBERS,
    PAIRS,
    PARTICLES,
    SMALL,
)
from graph.schema.words import normalise

_CITIES_IN_SHORT = {"a'dam": "Amsterdam", "r'dam": "Rotterdam", "a’dam": "Amsterdam", "r’dam": "Rotterdam"}
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_TURNED = frozenset(("stichting", "stg", "vereniging", "ver"))  # behind a name as card indexes have it
_ORDINAL = re.compile(r"^0*(\d+)(?:e|de|ste)?$")
_ENDING = re.compile(r"\.{2,}$|…$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared.

    Parameters
    ----------
    text
        As a source wrote it.
    words
        Its words in order, folded, without legal form and small words; all words where nothing else would be left.
    numbers
        Numbers among the words, sorted: they tell two things apart.
    form
        Code of the legal form that it says; empty for none.
    every
        All its words in order, folded, small ones too.
    bare
        Those without the legal form.
    """

    text: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    form: str
    every: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def key(self) -> str:
        """The words in a fixed order: equal for two that differ in order, form, accents or small words only."""
        return " ".join(sorted(set(self.words)))

    @property
    def joined(self) -> str:
        """The words in one run: equal for two that differ in blanks and hyphens only."""
        return "".join(self.words)

    @property
    def run(self) -> str:
        """All its letters in one run: what a name that was cut is the beginning of."""
        return "".join(self.every)

    @property
    def bare_run(self) -> str:
        """Its letters in one run without the legal form."""
        return "".join(self.bare)


@lru_cache(maxsize=262_144)
def read_name(text: str) -> Name:
    """Return a name as it is compared.

    Parameters
    ----------
    text
        A name as a source wrote it.

    Raises
    ------
    Nothing.

    Notes
    -----
    Linear in the length of the name; the names of a store are read once.

    Examples
    --------
    >>> read_name("Stg. Zorgcoöperatie Zó U.A.").words
    ('zorgcooperatie', 'zo')
    >>> read_name("Gemeente 's-Gravenhage").key == read_name("gemeente Den Haag").key
    True
    """
    whole = _ENDING.sub("", with_stand_ins(repair(text)).strip()).translate(_LETTERS)
    for short, city in _CITIES_IN_SHORT.items():
        if short in whole.lower():
            whole = re.sub(re.escape(short), city, whole, flags=re.IGNORECASE)
    every = _translated(normalise(whole).split())
    form, rest = _without_form(every)
    words = tuple(word for word in rest[:-1] if word not in SMALL)
    words += tuple(word for word in rest[-1:] if word not in SMALL or word in PARTICLES)
    words = words or tuple(rest)
    numbers = tuple(sorted(word for word in words if word.isdigit()))
    return Name(text, words, numbers, form, tuple(every), tuple(rest))


def _translated(words: list[str]) -> list[str]:
    found: list[str] = []
    place = 0
    while place < len(words):
        pair = (words[place], words[place + 1]) if place + 1 < len(words) else (words[place], "")
        if pair in PAIRS:
            found += PAIRS[pair]
            place += 2
            continue
        if (words[place], "") in PAIRS:
            found += PAIRS[words[place], ""]
        else:
            found.append(_word(words[place]))
        place += 1
    return found


def _word(word: str) -> str:
    if word in ABBREVIATIONS:
        return ABBREVIATIONS[word]
    if word in NUMBERS:
        return NUMBERS[word]
    number = _ORDINAL.match(word)
    return number.group(1) if number else word


def _without_form(words: list[str]) -> tuple[str, list[str]]:
    """Return the legal form that a name says and its other words; a form within a name is a word like any other."""
    rest, form = list(words), ""
    if len(rest) > 2 and rest[-1] in ARTICLES and rest[-2] in _TURNED:  # Linde, Stichting De
        rest.pop()
    if len(rest) > 1 and rest[-1] in LEGAL_FORMS and (rest[-1] not in LEADING_FORMS or rest[-1] in _TURNED):
        form = LEGAL_FORMS[rest.pop()]
    while len(rest) > 1 and rest[0] in LEADING_FORMS:
        form = LEGAL_FORMS[rest.pop(0)]
    if len(rest) > 1 and rest[0] == "st" and not form:  # Stichting or Sint: both are left away
        rest.pop(0)
    return form, rest
