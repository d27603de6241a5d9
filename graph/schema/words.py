"""Dutch and English side by side, and the one way in which text is normalised for finding it again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Lang = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """One wording in Dutch and in English.

    Parameters
    ----------
    nl, en
        The wording in each language.
    """

    nl: str
    en: str

    def to(self, lang: str) -> str:
        """Return the wording in ``lang``; Dutch for anything but ``"en"``."""
        return self.en if lang == "en" else self.nl


LONGEST_REMEMBERED = 100
"""Characters of a text whose folded form is remembered: names, not summaries."""

_NOT_WORD = re.compile(r"[^\w]+|_+")
# Apostrophes join what they stand in (foto's, Anna's), so they vanish instead of splitting the word.
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ＇")


def normalise(text: str) -> str:
    """Fold case, accents, apostrophes and punctuation away, so that what people type finds what sources wrote.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        Lower-case words of letters and digits, one blank between them.

    Notes
    -----
    Both stores search on this, and the key index of names is made of it; no engine's own analyser is used,
    because none finds *Zorgcoöperatie* for *cooperatie* and no two agree. Linear in the length of the text.

    Examples
    --------
    >>> normalise("Zorgcoöperatie ’s-Gravenhage (Anna's)")
    'zorgcooperatie s gravenhage annas'
    """
    return _fold_short(text) if len(text) <= LONGEST_REMEMBERED else _fold(text)


@lru_cache(maxsize=65_536)
def _fold_short(text: str) -> str:
    # A name is folded to be looked up, to be indexed, to be sorted by and to be searched for.
    return _fold(text)


def _fold(text: str) -> str:
    if text.isascii():  # nothing to decompose: three times as fast, and most text is
        folded = text.lower()
    else:
        # Decomposed before it is folded too: capitals of mathematics become letters that are capitals still.
        compatible = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
        decomposed = unicodedata.normalize("NFKD", compatible.casefold())
        folded = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(_NOT_WORD.sub(" ", folded.translate(_APOSTROPHES)).split())


def slug(text: str, *, most: int = 60) -> str:
    """Return a readable part for an id: normalised words joined by hyphens, cut at a word."""
    words = normalise(text).split()
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word
        if len(longer) > most:
            break
        result = longer
    return result or (words[0][:most] if words else "")
