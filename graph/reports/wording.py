"""Says in words what a proposal proposes, in Dutch and English: for the command, the page and the API alike."""

from __future__ import annotations

from graph.reports.bonds import capability_words
from graph.reports.proposals import (
    AreaFound,
    MeetingFound,
    Named,
    OutcomeFound,
    PartnershipFound,
    Person,
    Place,
    Proposal,
    WishFound,
)
from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.words import Words

SURE = 0.85
"""Certainty from which a proposal is called fairly sure."""
LIKELY = 0.6
"""Certainty from which a proposal is called likely."""

_UNITS = {"line": ("regel", "line"), "paragraph": ("alinea", "paragraph"), "page": ("bladzijde", "page")}


def certainty_words(certainty: float) -> Words:
    """Return how sure a proposal is."""
    if certainty >= SURE:
        return Words("vrij zeker", "fairly sure")
    return Words("waarschijnlijk", "likely") if certainty >= LIKELY else Words("onzeker", "unsure")


def place_words(found: Place) -> Words:
    """Return where something stands in a file: ``bladzijde 3``."""
    return Words(*(f"{unit} {found.number}" for unit in _UNITS[found.unit]))


def proposal_words(one: Proposal) -> Words:
    """Return what is proposed, without its kind: ``De Pollepel (ook: Pollepel)``."""
    return Words(_text(one, "nl"), _text(one, "en"))


def _text(one: Proposal, lang: str) -> str:
    if isinstance(one, Person):
        what = ", ".join(filter(None, (one.role, one.organisation)))
        return f"{_named(one, lang)}: {what}" if what else _named(one, lang)
    if isinstance(one, MeetingFound):
        return _meeting(one, lang)
    if isinstance(one, AreaFound):
        return f"{_named(one, lang)} {one.code}".rstrip()
    if isinstance(one, PartnershipFound):
        return f"{' – '.join(one.parties)} ({_term('RelationshipStatus', one.status, lang)})"
    if isinstance(one, WishFound):
        verb = Words("zoekt", "needs") if one.kind == "needs" else Words("biedt", "offers")
        return f"{one.who} {verb.to(lang)} {Words(*capability_words(one.what)).to(lang)}"
    if isinstance(one, OutcomeFound):
        return _outcome(one, lang)
    return _named(one, lang) if isinstance(one, Named) else one.where.passage


def _named(one: Named, lang: str) -> str:
    if not one.aliases:
        return one.name
    return f"{one.name} ({Words('ook', 'also').to(lang)}: {', '.join(one.aliases)})"


def _meeting(one: MeetingFound, lang: str) -> str:
    when = one.held_on or Words("zonder datum", "without a date").to(lang)
    planned = Words("gepland", "planned").to(lang) if one.status == "planned" else ""
    whole = f"{Words('hoort bij', 'part of').to(lang)} {one.part_of}" if one.part_of else ""
    leaders = f"{Words('onder leiding van', 'led by').to(lang)} {', '.join(one.leaders)}" if one.leaders else ""
    return ", ".join(filter(None, (f"{when} {one.name}", one.venue, planned, whole, leaders)))


def _outcome(one: OutcomeFound, lang: str) -> str:
    kind = _term("OutcomeKind", one.kind, lang)
    if one.research:
        kind = Words("onderzoeksvraag", "research question").to(lang)
    who = f" → {', '.join(one.owners)}" if one.owners else ""
    due = f", {Words('voor', 'by').to(lang)} {one.due_on}" if one.due_on else ""
    said = f" ({Words('gezegd door', 'said by').to(lang)} {one.said_by})" if one.said_by else ""
    return f"{kind}: “{' '.join(one.where.passage.split())}”{who}{due}{said}"


def _term(vocabulary: str, code: str, lang: str) -> str:
    terms = VOCABULARIES_BY_NAME[vocabulary].terms
    return next((one.words.to(lang) for one in terms if one.code == code), code)
