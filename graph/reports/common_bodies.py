"""Finds bodies that a report speaks of by an ordinary word: "de gemeente", "de wijkraad"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from graph.reports.body_names import BodyMention
from graph.reports.name_spans import NameSpans
from graph.reports.tokens import fold
from graph.reports.words import words

_LIST = words("bodies")
_KINDS: Mapping[str, str] = {word: kind for kind, listed in _LIST["common"].items() for word in listed}
_ARTICLES = frozenset(("de", "het", "onze", "'t", "the"))
_DEALT_WITH = frozenset(_LIST["dealt_with"])
_BEARERS_ONLY = frozenset(_LIST["bearers_only"])
_VERBS = frozenset((*_LIST["auxiliaries"], *words("names")["speech"]))
_NOT_ONE = frozenset(("een", "geen", "elke", "iedere", "per", "a", "any"))
"""Before a word that speaks of such bodies, and of no one of them."""
_TITLE_BLOCKS = 3
"""Blocks at the top in which a report names the body that met, without an article."""
_CERTAINTY = 0.5


def find_common_bodies(spans: NameSpans, mentions: list[BodyMention]) -> Iterator[BodyMention]:
    """Yield bodies named by an ordinary word where they act, are dealt with or met.

    Parameters
    ----------
    spans
        The words of the report.
    mentions
        The bodies with a name of their own. Where one of these alone has such a word in its name, "de wijkraad"
        stands for it; where several have, it stands for none.

    Notes
    -----
    Linear in the number of words. "van de gemeente" by itself is too little: most that is the municipality's is
    said without it taking part.
    """
    taken = {number for one in mentions for number in range(one.first, one.last + 1)}
    places: dict[str, list[int]] = defaultdict(list)
    present: set[str] = set()
    for number in range(len(spans.tokens)):
        word = "" if number in taken else _word_at(spans, number)
        if word:
            places[word].append(number)
            if _takes_part(spans, number, word):
                present.add(word)
    for word, numbers in places.items():
        bearers = {one.name: one for one in mentions if _bears(one, word)}
        if len(bearers) == 1:
            bearer = next(iter(bearers.values()))
            yield from (
                BodyMention(one, one, bearer.name, bearer.kind, _CERTAINTY, (word.capitalize(),)) for one in numbers
            )
        elif not bearers and word in present and word not in _BEARERS_ONLY:
            yield from (BodyMention(one, one, word.capitalize(), _KINDS[word], _CERTAINTY) for one in numbers)


def _word_at(spans: NameSpans, number: int) -> str:
    """Return the ordinary word by which a token names one body, or nothing."""
    found, token = spans.found, spans.tokens[number]
    top = token.block < _TITLE_BLOCKS
    met = _meeting().fullmatch(token.lower) if top else None
    if met:
        return met.group(1)
    if token.lower not in _KINDS or found.beside(number, 1)[:1].isupper():
        return ""
    before = found.beside(number, -1).lower()
    capital = token.is_capital and not token.opens
    titled = top and found.in_heading(number) and _KINDS[token.lower] == "initiative" and before not in _NOT_ONE
    return token.lower if titled or capital or before in _ARTICLES or before in _DEALT_WITH else ""


def _takes_part(spans: NameSpans, number: int, word: str) -> bool:
    """Return whether a body is more than mentioned: residents' bodies always, others where they act or are met."""
    if _KINDS[word] == "initiative":
        return True
    found = spans.found
    if found.beside(number, -2) in ("van", "of") and number - 3 in spans.people:
        return True  # "Karin Martens van de gemeente"
    steps = (-1, -2) if found.beside(number, -1).lower() in _ARTICLES else (-1,)
    after = found.beside(number, 1)
    acts = after in _VERBS or (after.islower() and len(after) > 4 and after.endswith(("t", "de", "te")))
    return (acts and len(steps) > 1) or any(found.beside(number, one).lower() in _DEALT_WITH for one in steps)


def _bears(mention: BodyMention, word: str) -> bool:
    return any(part.endswith(fold(word)) for name in (mention.name, *mention.others) for part in fold(name).split())


@cache
def _meeting() -> re.Pattern[str]:
    """Return the pattern of a meeting that tells whose it was: "wijkraadsvergadering"."""
    bodies = "|".join(word for word, kind in _KINDS.items() if kind == "initiative")
    return re.compile(rf"({bodies})s?(?:vergadering|overleg|bijeenkomst)")
