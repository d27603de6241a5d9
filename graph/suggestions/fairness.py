"""A fairer order: within one word of likelihood, who was seldom listed moves up, and the suggestion says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from graph.schema.words import Words
from graph.store.citing import Citation
from graph.suggestions.advice_types import Fact, Likelihood, Reason, Suggestion
from graph.suggestions.catalogue import LOWERING, REASONS, fill, listing

_NETWORK = Citation(None, "")


def order_fairly(suggestions: Sequence[Suggestion], shown: Mapping[str, int], strength: float) -> list[Suggestion]:
    """Return suggestions in a fairer order.

    Parameters
    ----------
    suggestions
        Best first.
    shown
        Id of an initiative -> how often it was listed; who is not in it never was.
    strength
        0 leaves the order as it is; 1 puts, within one word of likelihood, who was least listed first.

    Returns
    -------
    list
        The same suggestions. What is only to learn stays last, what does the same twice, ended or was put off
        stays below the rest, and neither chance nor word changes. One that moved up bears the reason ``few_turns``.

    Raises
    ------
    Nothing.

    Notes
    -----
    n log n. A suggestion is as seldom listed as the one of its members that was listed least. Where nobody was listed
    yet, nothing moves.
    """
    if strength <= 0 or not any(shown.values()):
        return list(suggestions)
    found: list[Suggestion] = []
    for _, band in groupby(suggestions, key=_band):
        found += _within_band(list(band), shown, min(strength, 1.0))
    return found


def _band(one: Suggestion) -> tuple[bool, Likelihood, bool]:
    return one.learning, one.likelihood, any(reason.code in LOWERING for reason in one.reasons_against)


def _within_band(band: list[Suggestion], shown: Mapping[str, int], strength: float) -> list[Suggestion]:
    turns = [min((shown.get(member.id, 0) for member in one.members), default=0) for one in band]
    # Who was listed equally often has an equal place, so that the chance decides among them.
    place_of = {count: sum(other < count for other in turns) for count in set(turns)}
    order = sorted(range(len(band)), key=lambda old: ((1 - strength) * old + strength * place_of[turns[old]], old))
    return [
        _told(band[old], shown) if new < old and turns[old] < max(turns) else band[old] for new, old in enumerate(order)
    ]


def _told(one: Suggestion, shown: Mapping[str, int]) -> Suggestion:
    """Return a suggestion with the reason why it stands higher: who of it was listed least, by name, no figure."""
    fewest = min(shown.get(member.id, 0) for member in one.members)
    names = [member.name for member in one.members if shown.get(member.id, 0) == fewest]
    entry = REASONS["few_turns" if len(names) == 1 else "few_turns_more"]
    text: Words = fill(entry.words, what=listing(names))
    reason = Reason("few_turns", entry.family, text, 0.0, (Fact(text, "", _NETWORK, _NETWORK),))
    return replace(one, reasons_for=(*one.reasons_for, reason))
