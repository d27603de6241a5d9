"""The figure behind the word: the chance, and the sum of terms that it is, in a table that adds up."""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.schema.words import Words
from graph.suggestions.advice_types import Suggestion

_START = Words(
    "Uitgangspunt: zo vaak komt samenwerken voor, en wat geen zin hieronder verklaart",
    "Starting point: how common working together is, and what no sentence below accounts for",
)
_PAIRS = Words("zulke paren", "such pairs")
_MANY = 1000
"""Pairs out of which a small chance is said, so that it reads as a number of pairs and not as a fraction."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The chance of a suggestion, and what it is the sum of.

    Parameters
    ----------
    chance
        In words: ``9 van de 1.000``.
    terms
        Sentences and what each adds, as people write numbers.
    total
        What they add up to.
    """

    chance: str
    terms: tuple[tuple[str, str], ...]
    total: str


def make_figure(one: Suggestion, lang: str) -> Figure:
    """Return the chance of a suggestion and its terms.

    Parameters
    ----------
    one
        The suggestion; its base and the weights of its reasons add up to the log-odds.
    lang
        Language of the words.

    Notes
    -----
    Terms are rounded to two decimals so that those shown add up to the total shown: the base takes up the rest.
    """
    reasons = [(reason.text.to(lang), round(reason.weight, 2))
               for reason in (*one.reasons_for, *one.reasons_against) if round(reason.weight, 2)]  # fmt: skip
    total = round(math.log(one.probability / (1 - one.probability)) if 0 < one.probability < 1 else 0.0, 2)
    base = round(total - sum(weight for _, weight in reasons), 2)
    terms = [(_START.to(lang), base), *reasons]
    return Figure(share_words(one.probability, lang), tuple((text, signed(weight, lang)) for text, weight in terms),
                  signed(total, lang))  # fmt: skip


def share_words(probability: float, lang: str) -> str:
    """Return a chance as a number of a hundred or a thousand such things.

    Parameters
    ----------
    probability
        The chance, 0..1.
    lang
        Language of the words.
    """
    if probability < 0.01:
        count = max(round(probability * _MANY), 1)
        return Words(f"ongeveer {count} van de 1.000 {_PAIRS.nl}", f"about {count} of 1,000 {_PAIRS.en}").to(lang)
    count = min(round(probability * 100), 99)
    return Words(f"ongeveer {count} van de 100 {_PAIRS.nl}", f"about {count} of 100 {_PAIRS.en}").to(lang)


def signed(number: float, lang: str) -> str:
    """Return a number with its sign and two decimals, as people write it: ``+0,86``, ``−7,40``."""
    text = f"{abs(number):.2f}"
    return ("−" if number < 0 else "+") + (text if lang == "en" else text.replace(".", ","))
