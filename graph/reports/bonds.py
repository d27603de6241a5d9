"""Finds who works with whom, and who needs or offers what: sentences that say so and name bodies found before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from graph.reports.layout import BlockKind, Layout, Sentence
from graph.reports.passages import passage
from graph.reports.proposals import PartnershipFound, WishFound
from graph.reports.words import words

_LIST = words("bonds")
_TOGETHER, _WEAK = re.compile(_LIST["together"]), re.compile(_LIST["weak"])
_STATUSES: Mapping[str, re.Pattern[str]] = {status: re.compile(one) for status, one in _LIST["statuses"].items()}
_NEEDS, _OFFERS = re.compile(_LIST["needs"]), re.compile(_LIST["offers"])
_CAPABILITIES: Mapping[str, re.Pattern[str]] = {code: re.compile(one[2]) for code, one in _LIST["capabilities"].items()}

Named = Mapping[int, str]
"""Names of bodies by where they stand, in the order of the text."""


class _Bodies:
    """Finds the bodies that a sentence names without looking at all others."""

    def __init__(self, bodies: Named) -> None:
        self._places = sorted(bodies)
        self._bodies = bodies

    def inside(self, sentence: Sentence) -> list[str]:
        """Return the names in a sentence, each once."""
        first, last = (bisect_left(self._places, place) for place in (sentence.start, sentence.end))
        return list(dict.fromkeys(self._bodies[place] for place in self._places[first:last]))


def find_partnerships(layout: Layout, bodies: Named) -> Iterator[PartnershipFound]:
    """Yield partnerships: a sentence of working together with two bodies or more in it.

    Parameters
    ----------
    layout
        The report.
    bodies
        Name of each body, by where it stands.

    Notes
    -----
    Linear in the number of sentences and bodies. Each set of parties comes once.
    """
    seen: set[frozenset[str]] = set()
    known = _Bodies(bodies)
    for sentence in layout.sentences:
        lower = _lower(layout, sentence)
        parties = known.inside(sentence)
        if sentence.block.kind is BlockKind.HEADING or not 2 <= len(parties) <= 6 or not _TOGETHER.search(lower):
            continue
        if frozenset(parties) in seen:
            continue
        seen.add(frozenset(parties))
        status = next(status for status, pattern in _STATUSES.items() if pattern.search(lower))
        certainty = 0.4 if _WEAK.search(lower) else 0.6
        yield PartnershipFound(passage(layout, sentence.start, sentence.end), certainty, parties, status)


def find_wishes(layout: Layout, bodies: Named) -> Iterator[WishFound]:
    """Yield what somebody needs or offers, where the sentence names a capability.

    Parameters
    ----------
    layout
        The report.
    bodies
        Name of each body, by where it stands; the first one in the sentence is whose wish it is.

    Notes
    -----
    Linear in the number of sentences.
    """
    known = _Bodies(bodies)
    for sentence in layout.sentences:
        if sentence.block.kind is BlockKind.HEADING:
            continue
        lower = _lower(layout, sentence)
        if lower.endswith("?"):
            continue
        for kind, pattern in (("needs", _NEEDS), ("offers", _OFFERS)):
            verb = pattern.search(lower)
            if not verb:
                continue
            what = next((code for code, one in _CAPABILITIES.items() if one.search(lower)), "")
            who = next(iter(known.inside(sentence)), "")
            if what and who:
                yield WishFound(passage(layout, sentence.start, sentence.end), 0.45, kind, what, who)
            break


def capability_words(code: str) -> tuple[str, str]:
    """Return what a capability is called in Dutch and English."""
    nl, en, _ = _LIST["capabilities"][code]
    return nl, en


def _lower(layout: Layout, sentence: Sentence) -> str:
    return " ".join(layout.masked.text[sentence.start : sentence.end].lower().split())
