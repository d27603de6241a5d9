"""Finds who works with whom, and who needs or offers what: sentences that say so and name bodies found before."""

from __future__ import annotations

import re
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
    for sentence in layout.sentences:
        lower = _lower(layout, sentence)
        parties = list(dict.fromkeys(_inside(bodies, sentence)))
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
            who = next(iter(_inside(bodies, sentence)), "")
            if what and who:
                yield WishFound(passage(layout, sentence.start, sentence.end), 0.45, kind, what, who)
            break


def capability_words(code: str) -> tuple[str, str]:
    """Return what a capability is called in Dutch and English."""
    nl, en, _ = _LIST["capabilities"][code]
    return nl, en


def _lower(layout: Layout, sentence: Sentence) -> str:
    return " ".join(layout.masked.text[sentence.start : sentence.end].lower().split())


def _inside(bodies: Named, sentence: Sentence) -> Iterator[str]:
    return (name for start, name in bodies.items() if sentence.start <= start < sentence.end)
