"""Which form of working together fits, and the smallest next step: rules in order, the first that holds decides."""

from __future__ import annotations

from dataclasses import dataclass

from graph.projection.projection import Projection
from graph.schema.words import Words
from graph.suggestions.catalogue import FORMS, Form, fill, listing
from graph.suggestions.evidence import Evidence

STALE_YEARS = 3
"""Years after which one first asks whether an initiative still exists."""

_EARLY = ("idea", "starting")
SPACE_WORDS = ("ruimte", "keuken", "zaal", "gebouw", "plek", "lokaal", "tuin")
"""What a shared building is about, as topics name it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The form that fits a pair.

    Parameters
    ----------
    form
        Code of the vocabulary of forms.
    rule
        Rule of ``docs/advice-rules.md`` that it rests on.
    step
        The smallest next step, in words.
    """

    form: str
    rule: str
    step: Words


def choose_form(evidence: Evidence, one: int, other: int, *, learning: bool, stale_since: int | None) -> Fit:
    """Return the form that fits a pair.

    Parameters
    ----------
    evidence
        What the network states.
    one, other
        The pair.
    learning
        True across cities: the advice is only ever to learn.
    stale_since
        Year of the newest source about either, when it is too long ago to be sure that both exist.
    """
    projection = evidence.projection
    names = {"a": projection.names[one], "b": projection.names[other]}
    if learning:
        return _fit("learning", FORMS["learning_elsewhere"], **names)
    if stale_since is not None:
        return _fit("visit", FORMS["visit_old"], **names, year=str(stale_since))
    met = evidence.needs_met(one, other)
    if not _have_met(evidence, one, other):
        return _fit("visit", FORMS["visit"], **names)
    if met:
        need = met[0]
        parties = {"a": projection.names[need.seeker], "b": projection.names[need.offerer]}
        is_space = any(word in need.name.lower() for word in SPACE_WORDS)
        return _fit("shared_building" if is_space else "buying", FORMS["shared_building" if is_space else "buying"],
                    **parties, what=need.name)  # fmt: skip
    behind = _further_behind(projection, one, other)
    if behind is not None:
        ahead = other if behind == one else one
        return _fit("learning", FORMS["learning"], a=projection.names[behind], b=projection.names[ahead])
    shared = evidence.shared("about", one, other)
    if shared:
        return _fit("shared_activity", FORMS["shared_activity"], **names, what=listing([shared[0].name]))
    return _fit("visit", FORMS["visit"], **names)


def _have_met(evidence: Evidence, one: int, other: int) -> bool:
    """Whether the network states that the two know each other, or may well."""
    sorts = ("people", "meetings")
    return bool(evidence.common_partners(one, other)) or any(evidence.shared(sort, one, other) for sort in sorts)


def _further_behind(projection: Projection, one: int, other: int) -> int | None:
    """Return which of the two has only begun while the other is rooted, None where that is not so."""
    phases = projection.values["phase"]
    for behind, ahead in ((one, other), (other, one)):
        if phases[behind] in _EARLY and phases[ahead] == "rooted":
            return behind
    return None


def _fit(form: str, entry: Form, **parts: Words | str) -> Fit:
    return Fit(form, entry.rule, fill(entry.step, **parts))
