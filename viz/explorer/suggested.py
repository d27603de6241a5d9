"""Suggestions on the map: dashed lines between names that could mean something to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.suggestions.advice_types import LIKELIHOOD_WORDS, Suggestion
from viz.explorer.linking import Links
from viz.explorer.plan import Plan

DRAWN = 12
"""Suggestions that the whole picture shows; those of a chosen name are always shown."""


def suggestion_documents(
    suggestions: Sequence[Suggestion], plan: Plan, *, links: Links, lang: str
) -> list[dict[str, Any]]:
    """Return suggestions between two names of the map, best first.

    Parameters
    ----------
    suggestions
        Best first; those that somebody judged are left out: there is nothing to suggest any more.
    plan
        The network of the same viewer.
    links
        Where suggestions and names lead.
    lang
        Language of the words.

    Returns
    -------
    list
        Each with ``from`` and ``to``, the members' ``names`` and ``kinds``, ``likelihood`` in a word, ``why`` (the
        weightiest reason, in a sentence), ``learning`` and ``url``; ``drawn`` marks the first `DRAWN`.
    """
    there = {plan.gathered.ids[node] for node in plan.points}
    shown = [
        one
        for one in suggestions
        if not one.judgements and len(one.members) == 2 and all(member.id in there for member in one.members)
    ]
    return [_document(one, number, links, lang) for number, one in enumerate(shown)]


def _document(one: Suggestion, number: int, links: Links, lang: str) -> dict[str, Any]:
    first, second = one.members
    why = one.reasons_for[0].text.to(lang) if one.reasons_for else one.next_step.to(lang)
    return {
        "id": one.id,
        "from": first.id,
        "to": second.id,
        "names": (first.name, second.name),
        "kinds": (first.kind, second.kind),
        "likelihood": LIKELIHOOD_WORDS[one.likelihood].to(lang),
        "why": why,
        "learning": one.learning,
        "drawn": number < DRAWN,
        "url": links.suggestion(one.id),
    }
